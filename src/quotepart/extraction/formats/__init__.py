"""One file an input format, each exporting ``FORMAT``."""
