"""A number as it was printed: how large, how precise, how hedged."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

Qualifier = Literal["exact", "at_least", "more_than", "at_most", "up_to", "about", "nearly", "less_than", "between"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """A stated number with its unit, hedge and last significant digit.

    ``value`` is in full units (41 milliards is ``Decimal("41000000000")``); ``high`` is set only for a range, whose low
    end ``value`` then is. ``unit`` is an ISO 4217 currency, ``percent``, ``percent_of_gdp``, ``points``, ``count``,
    ``times`` or ``fraction``. ``step`` is the unit of the last significant digit, in full units (2.5 → 0.1; 700 → 100).
    """

    value: Decimal
    unit: str
    qualifier: Qualifier = "exact"
    high: Decimal | None = None
    step: Decimal = Decimal(1)

    def __post_init__(self) -> None:
        if self.high is not None and self.high < self.value:
            raise ValueError(f"a range must go up, not from {self.value} to {self.high}")

    @property
    def is_range(self) -> bool:
        """Whether two ends were stated."""
        return self.high is not None


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


def _is_after(low: Decimal | None, high: Decimal | None, strict: bool) -> bool:
    if low is None or high is None:
        return False
    return low >= high if strict else low > high
