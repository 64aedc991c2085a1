"""Measures of sharing over the accounts: each with its unit, its formula, what went in, and whose membership counted."""
