"""Dates as precisely as they are known, and how they came to be known."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from quotepart.model.span import Span

Precision = Literal["day", "month", "year"]
How = Literal["stated", "dateline", "text", "inferred", "given"]


def first_day(partial: str) -> dt.date:
    """Return the first day that ``2018``, ``2018-07`` or ``2018-07-12`` can mean.

    Raises ``ValueError`` when the text is no ISO date of one of these three lengths.

    >>> first_day("2018-07")
    datetime.date(2018, 7, 1)
    """
    return dt.date.fromisoformat(partial + {4: "-01-01", 7: "-01"}.get(len(partial), ""))


def day_after(partial: str) -> dt.date:
    """Return the day after the last day that a partial ISO date can mean: the open end of its interval.

    >>> day_after("2018-12")
    datetime.date(2019, 1, 1)
    """
    start = first_day(partial)
    if len(partial) == 4:
        return dt.date(start.year + 1, 1, 1)
    if len(partial) == 7:
        return dt.date(start.year + start.month // 12, start.month % 12 + 1, 1)
    return start + dt.timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dating:
    """When a document was published: an ISO date of any precision, how it is known, and where in the text.

    ``how`` is ``stated`` (a header or byline says it), ``dateline``, ``text`` (a dated sentence), ``inferred`` (from who
    holds office or which meeting is under way; ``evidence`` says which) or ``given`` (by the caller).
    """

    date: str
    how: How
    span: Span | None = None
    evidence: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        first_day(self.date)

    @property
    def precision(self) -> Precision:
        """How much of the date is known."""
        return {4: "year", 7: "month"}.get(len(self.date), "day")  # type: ignore[return-value]  # keys are closed

    @property
    def earliest(self) -> dt.date:
        """The first day it can have been."""
        return first_day(self.date)

    @property
    def latest(self) -> dt.date:
        """The last day it can have been: what could be known then is judged at this day."""
        return day_after(self.date) - dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Period:
    """What time a figure is about: partial ISO dates, both ends included; either end may be unknown (``None``)."""

    start: str | None
    end: str | None

    @property
    def start_year(self) -> int | None:
        """The year in which the period starts, where that is said."""
        return int(self.start[:4]) if self.start else None

    @property
    def end_year(self) -> int | None:
        """The year in which the period ends, where that is said."""
        return int(self.end[:4]) if self.end else None
