"""One file an operation on claims, each exporting ``OPERATION``, found by scanning this folder."""
