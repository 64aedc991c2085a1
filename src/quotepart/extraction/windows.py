"""Stretches of days, and which meetings of a calendar fall into them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from quotepart.model.dates import day_after, first_day
from quotepart.model.pact import Meeting, Pact


@dataclass(frozen=True, slots=True, order=True)
class Window:
    """The days from ``first`` on, before ``until``."""

    first: dt.date
    until: dt.date

    def holds(self, day: dt.date) -> bool:
        """Whether ``day`` lies in the window."""
        return self.first <= day < self.until


ALWAYS = Window(dt.date.min, dt.date.max)


@dataclass(frozen=True, slots=True)
class Held:
    """A meeting of the calendar with its first and last day as dates."""

    meeting: Meeting
    first: dt.date
    last: dt.date

    @property
    def is_dated(self) -> bool:
        """Whether the calendar knows its days and not only its month or year."""
        return len(self.meeting.start) == 10


def around(day: dt.date, reach: dt.timedelta) -> Window:
    """Return the window of ``reach`` on both sides of ``day``."""
    return Window(day - reach, day + reach + dt.timedelta(days=1))


def overlap(ones: Iterable[Window], others: Sequence[Window]) -> tuple[Window, ...]:
    """Return the windows in which both hold, in order and joined where they touch."""
    shared = (Window(max(a.first, b.first), min(a.until, b.until)) for a in ones for b in others)
    merged: list[Window] = []
    for window in sorted(window for window in shared if window.first < window.until):
        if merged and window.first <= merged[-1].until:
            merged[-1] = Window(merged[-1].first, max(merged[-1].until, window.until))
        else:
            merged.append(window)
    return tuple(merged)


def calendar_of(pact: Pact) -> tuple[Held, ...]:
    """Return the meetings of the pact with their days as dates."""
    a_day = dt.timedelta(days=1)
    return tuple(Held(m, first_day(m.start), day_after(m.end or m.start) - a_day) for m in pact.meetings)


def met(calendar: Iterable[Held], kind: str | None = None, city: str | None = None) -> Iterator[Held]:
    """Yield the meetings of this kind and in this city, either left open by ``None``."""
    return (h for h in calendar if kind in (None, h.meeting.kind) and city in (None, h.meeting.city))
