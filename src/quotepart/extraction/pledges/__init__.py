"""Who binds whom to what, by when."""
