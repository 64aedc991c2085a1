"""From a record to its claims: what each figure, or a sentence without one, asserts, of whom and when."""
