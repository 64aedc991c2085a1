"""Stretches of days, and which meetings of a calendar fall into them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from itertools import product

from quotepart.model.dates import day_after, first_day
from quotepart.model.frozen import dataclass
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


class Calendar:
    """The meetings of a pact whose days are known, found by kind and city; nothing changes it."""

    def __init__(self, pact: Pact) -> None:
        a_day = dt.timedelta(days=1)
        groups: dict[tuple[str | None, str | None], list[Held]] = {}
        for meeting in pact.meetings:
            if len(meeting.start) < len("2018-07-11"):
                continue
            held = Held(meeting, first_day(meeting.start), day_after(meeting.end or meeting.start) - a_day)
            for key in product((None, meeting.kind), (None, meeting.city)):
                groups.setdefault(key, []).append(held)
        self._groups = {key: tuple(group) for key, group in groups.items()}

    def met(self, kind: str | None = None, city: str | None = None) -> tuple[Held, ...]:
        """Return the meetings of this kind and in this city in order, either left open by ``None``."""
        return self._groups.get((kind, city), ())
