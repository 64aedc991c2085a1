"""Quotepart keeps public promises to the record: documents in, a checked record out."""

__version__ = "0.1.0"
