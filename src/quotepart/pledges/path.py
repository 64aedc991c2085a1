"""The way to a target: the straight line from the base year to the deadline, and the trend of the last three years."""

from __future__ import annotations

from decimal import Decimal

from quotepart.model.frozen import dataclass
from quotepart.pledges.history import History, Printed, printed

TREND_YEARS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Path:
    """How far a member had come by its last year with a value, on the way to ``target`` by ``deadline``.

    All values are in the unit of the target, steps in that unit a year. ``before`` is the value of three years earlier, ``None``
    where there is none: then there is no trend.
    """

    target: Decimal
    deadline: int
    base: Printed
    last: Printed
    before: Printed | None

    @property
    def line(self) -> Decimal:
        """Return where the straight line from base to target stands in the last year: base + (target - base)·t/T."""
        span = self.deadline - self.base.year
        if span <= 0:
            return self.target
        return self.base.value + (self.target - self.base.value) * (self.last.year - self.base.year) / span

    @property
    def step(self) -> Decimal | None:
        """Return the yearly step achieved over the last three years."""
        return (self.last.value - self.before.value) / TREND_YEARS if self.before else None

    @property
    def step_needed(self) -> Decimal:
        """Return the yearly step that reaches the target at the deadline, zero once it is reached."""
        years = max(self.deadline - self.last.year, 1)
        return max(self.target - self.last.value, Decimal(0)) / years

    @property
    def arrival(self) -> Decimal | None:
        """Return where the trend leads by the deadline."""
        return None if self.step is None else self.last.value + self.step * (self.deadline - self.last.year)

    @property
    def is_on_line(self) -> bool:
        """Whether the last value is on or above the straight line, or has reached the target."""
        return self.last.value >= min(self.line, self.target)

    @property
    def arrives(self) -> bool | None:
        """Whether the trend reaches the target in time; ``None`` without a trend."""
        return None if self.arrival is None else self.arrival >= self.target or self.last.value >= self.target

    @property
    def is_contested(self) -> bool:
        """Whether line and trend disagree."""
        return self.arrives is not None and self.arrives != self.is_on_line


def path_of(history: History, *, base_year: int, target: Decimal, deadline: int) -> Path:
    """Return the path from ``base_year``, or from the first year with a value after it, to the last year with one.

    ``history`` must hold at least one year.
    """
    years = list(history)
    start = next((year for year in years if year >= base_year), years[-1])
    last = years[-1]
    before = history.get(last - TREND_YEARS)
    return Path(
        target=target,
        deadline=deadline,
        base=printed(history[start]),
        last=printed(history[last]),
        before=printed(before) if before else None,
    )
