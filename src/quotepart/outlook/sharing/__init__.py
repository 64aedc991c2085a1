"""Rules by which members share a cost, one a file, each exporting ``RULE``."""
