"""Official figures as known on a day: an account looks up, adds and compares what each edition printed."""
