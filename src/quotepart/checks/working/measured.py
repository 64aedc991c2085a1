"""A computed value with what rounding leaves open: interval arithmetic on decimals."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from decimal import ROUND_HALF_UP, Decimal

from quotepart.model.amount import Interval
from quotepart.model.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Measured:
    """A value and the lowest and highest it can be, given half the last printed digit of each input."""

    value: Decimal
    low: Decimal
    high: Decimal

    @classmethod
    def exactly(cls, value: Decimal | int) -> Measured:
        """Return a value that is not rounded."""
        exact = Decimal(value)
        return cls(exact, exact, exact)

    @classmethod
    def printed(cls, value: Decimal, step: Decimal) -> Measured:
        """Return a value printed to the digit ``step``."""
        return cls(value, value - step / 2, value + step / 2)

    @property
    def interval(self) -> Interval:
        """Lowest to highest."""
        return Interval(self.low, self.high)

    @property
    def as_printed(self) -> Decimal:
        """The value rounded to its last printed digit."""
        step = self.high - self.low
        return (self.value / step).to_integral_value(ROUND_HALF_UP) * step if step else self.value

    def widened(self, share: Decimal) -> Measured:
        """Return the value with ``share`` of its size added on both sides: what revisions may have moved."""
        room = abs(self.value) * share
        return Measured(self.value, self.low - room, self.high + room)

    def __add__(self, other: Measured) -> Measured:
        return Measured(self.value + other.value, self.low + other.low, self.high + other.high)

    def __sub__(self, other: Measured) -> Measured:
        return Measured(self.value - other.value, self.low - other.high, self.high - other.low)

    def __mul__(self, other: Measured) -> Measured:
        return self._spread(other, lambda a, b: a * b)

    def __truediv__(self, other: Measured) -> Measured:
        if other.low <= 0 <= other.high:
            raise ZeroDivisionError("a divisor that may be zero")
        return self._spread(other, lambda a, b: a / b)

    def _spread(self, other: Measured, combine: Callable[[Decimal, Decimal], Decimal]) -> Measured:
        ends = [combine(a, b) for a in (self.low, self.high) for b in (other.low, other.high)]
        return Measured(combine(self.value, other.value), min(ends), max(ends))


def total(values: Iterable[Measured]) -> Measured:
    """Return the sum of ``values``, zero for none."""
    value = low = high = Decimal(0)
    for each in values:
        value, low, high = value + each.value, low + each.low, high + each.high
    return Measured(value, low, high)


def count_where(values: Iterable[Measured], holds: Callable[[Decimal], bool]) -> Measured:
    """Return how many ``values``, each as printed, satisfy ``holds``: a threshold is met at printed precision."""
    return Measured.exactly(sum(holds(each.as_printed) for each in values))


def rank_of(name: str, values: Mapping[str, Measured]) -> Measured:
    """Return the place of ``name`` among ``values`` from the top; values printed alike share every place they could take.

    Raises ``KeyError`` when ``name`` has no value.
    """
    own = values[name].as_printed
    others = [each.as_printed for other, each in values.items() if other != name]
    above, level = sum(each > own for each in others), sum(each == own for each in others)
    return Measured(Decimal(above + 1), Decimal(above + 1), Decimal(above + level + 1))
