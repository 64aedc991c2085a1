"""Ways to project shares: one file a method, each exporting ``METHOD``."""
