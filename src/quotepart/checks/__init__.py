"""Each figure of a record judged on the accounts as known that day: readings, a verdict, flags, and the working."""
