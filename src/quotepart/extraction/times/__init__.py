"""Expressions of time, what they mean on a day, and the stretches of days that follow."""
