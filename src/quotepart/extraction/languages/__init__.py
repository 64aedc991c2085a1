"""One file a language, each exporting ``LANGUAGE``, with its word tables beside it."""
