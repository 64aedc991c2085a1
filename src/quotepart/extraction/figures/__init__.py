"""Figures: the number, its unit and hedge, what it measures, whose it is, when, and who asserts it."""
