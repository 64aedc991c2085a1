"""A number as it was printed: how large, how precise, how hedged, and what it can mean."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

Qualifier = Literal["exact", "at_least", "more_than", "at_most", "up_to", "about", "nearly", "less_than", "between"]

# A digit is never worth more than this share of the number: "700" is not "between 650 and 750".
_FINEST = Decimal("0.05")
_SMALL_COUNT = 100  # up to here a count is exact; "34,000 soldiers" is a rounded number
_HALF = Decimal("0.5")
_OF_RECORD = ("year", "record")  # matters of record: so or not so, this year or another, and nothing is near


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """A stated number with its unit, hedge and last significant digit.

    ``value`` is in full units (41 milliards is ``Decimal("41000000000")``); ``high`` is set only for a range, whose low
    end ``value`` then is. ``unit`` is an ISO 4217 currency, ``percent``, ``percent_of_gdp``, ``points``, ``count``, ``times``,
    ``fraction``, ``year``, or ``record`` (one: it is so). ``step`` is the unit of the last significant digit, in full units
    (2.5 → 0.1; 700 → 100). ``is_line`` marks a threshold, or the first place: reached
    or not, and nothing is near it.
    """

    value: Decimal
    unit: str
    qualifier: Qualifier = "exact"
    high: Decimal | None = None
    step: Decimal = Decimal(1)
    is_line: bool = False

    def __post_init__(self) -> None:
        if self.high is not None and self.high < self.value:
            raise ValueError(f"a range must go up, not from {self.value} to {self.high}")

    @property
    def is_range(self) -> bool:
        """Whether two ends were stated."""
        return self.high is not None

    @property
    def digit(self) -> Decimal:
        """What the last significant digit is worth (``u`` of the table of intervals).

        At most 5 % of the number, for round numbers; digits behind the point are meant as they stand: 0.93 is rightly "0.9".
        """
        return min(self.step, abs(self.value) * _FINEST) if self.value and self.step >= 1 else self.step


@dataclass(frozen=True, slots=True)
class Interval:
    """What a number can mean: ``low`` to ``high``, an open side being ``None``; ``strict`` leaves the bounds out."""

    low: Decimal | None
    high: Decimal | None
    strict: bool = False

    def meets(self, other: Interval) -> bool:
        """Whether the two intervals share a value."""
        strict = self.strict or other.strict
        return not (_is_after(self.low, other.high, strict) or _is_after(other.low, self.high, strict))


def reach(amount: Amount) -> Interval:
    """Return the interval that the words stand for: an official interval that meets it is a match.

    >>> reach(Amount(value=Decimal("1.5"), unit="percent", step=Decimal("0.1"), qualifier="about"))
    Interval(low=Decimal('1.425'), high=Decimal('1.575'), strict=False)
    """
    value, size = amount.value, abs(amount.value)
    match amount.qualifier:
        case "more_than":
            return Interval(value, None, strict=True)
        case "at_least":
            return Interval(value, None)
        case "less_than":
            return Interval(None, value, strict=True)
        case "at_most" | "up_to":
            return Interval(None, value)
        case "nearly":
            return Interval(value - max(amount.digit, size * _FINEST), value)
        case "about":
            return _around(amount, max(amount.digit * _HALF, size * _FINEST))
        case _:
            return _around(amount, _slack(amount))


def near(amount: Amount) -> Interval:
    """Return the wider interval in which the number is close; a threshold ("at least") has none beyond its reach."""
    value, size = amount.value, abs(amount.value)
    if amount.is_line or amount.unit in _OF_RECORD or _is_bare_order(amount):
        return reach(amount)
    match amount.qualifier:
        case "more_than":
            return Interval(value - size * Decimal("0.03"), None)
        case "at_least":
            return reach(amount)
        case "less_than" | "at_most" | "up_to":
            return Interval(None, value + size * Decimal("0.03"))
        case "nearly":
            return Interval(value - max(amount.digit, size * Decimal("0.1")), value + size * _FINEST)
        case "about":
            return _around(amount, max(amount.digit, size * Decimal("0.1")))
        case _:
            return _around(amount, _near_slack(amount), size * Decimal("0.1"))


def understated_beyond(amount: Amount) -> Decimal | None:
    """Return the value from which "more than" says too little (``v + 2u``), ``None`` for every other hedge."""
    return amount.value + 2 * amount.digit if amount.qualifier == "more_than" else None


def is_exact_count(amount: Amount) -> bool:
    """Whether the number is a count so small that it was counted, not rounded ("23 allies")."""
    return amount.unit == "count" and not amount.is_range and abs(amount.value) < _SMALL_COUNT


def _is_bare_order(amount: Amount) -> bool:
    """Whether it says no more than which of two is larger: no number is stated that something could be close to."""
    return amount.unit == "times" and amount.value == 1 and amount.qualifier in ("more_than", "less_than")


def _slack(amount: Amount) -> Decimal:
    if amount.unit == "times":
        return abs(amount.value) * _FINEST
    if amount.unit == "fraction":
        return Decimal("0.01")
    return Decimal(0) if is_exact_count(amount) or amount.unit in _OF_RECORD else amount.digit * _HALF


def _near_slack(amount: Amount) -> Decimal | None:
    if amount.unit == "fraction":
        return Decimal("0.03")
    return Decimal(1) if is_exact_count(amount) else None


def _around(amount: Amount, slack: Decimal | None, otherwise: Decimal = Decimal(0)) -> Interval:
    margin = otherwise if slack is None else slack
    high = amount.value if amount.high is None else amount.high
    return Interval(amount.value - margin, high + margin)


def _is_after(low: Decimal | None, high: Decimal | None, strict: bool) -> bool:
    if low is None or high is None:
        return False
    return low >= high if strict else low > high
