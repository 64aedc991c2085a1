"""Promises: which are in force on a day, and where each member stands with them."""
