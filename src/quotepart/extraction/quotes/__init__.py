"""Who said what, word for word and where, and what was done in saying it."""
