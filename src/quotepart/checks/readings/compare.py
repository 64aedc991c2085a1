"""Whether an official interval bears out a stated amount: match, near or miss."""

from __future__ import annotations

from quotepart.model.amount import Amount, Interval, near, reach, understated_beyond
from quotepart.model.finding import Result


def compare(amount: Amount, official: Interval) -> Result:
    """Return how an official interval compares with what was stated, by its digits and hedge."""
    if reach(amount).meets(official):
        return "match"
    return "near" if near(amount).meets(official) or _rounds_to(amount, official) else "miss"


def _rounds_to(amount: Amount, official: Interval) -> bool:
    """Whether points stated as a whole number are what the official change rounds to: "one point" is near to 1.2."""
    half = amount.step / 2
    stated = Interval(amount.value - half, amount.value + half)
    return amount.unit == "points" and amount.qualifier == "exact" and stated.meets(official)


def is_understated(amount: Amount, official: Interval) -> bool:
    """Whether even the low end of ``official`` lies far above what "more than" stated."""
    beyond = understated_beyond(amount)
    return beyond is not None and official.low is not None and official.low > beyond
