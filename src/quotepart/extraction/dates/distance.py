"""How far back a text says that something lies, and on which days it can therefore have been written: "last week's summit"."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from quotepart.extraction.times.times import Time
from quotepart.extraction.times.windows import Window

_DAY, _WEEK, _MONTH = dt.timedelta(days=1), dt.timedelta(days=7), dt.timedelta(days=31)


def lies_back(times: Iterable[Time]) -> bool:
    """Return whether one of ``times`` tells that something was a week or a month ago."""
    return any(map(_is_distance, times))


def written_after(last: dt.date, times: Iterable[Time]) -> Window | None:
    """Return the days on which what ended on ``last`` lies as far back as ``times`` say, ``None`` where they don't say.

    Last week is the week of the calendar, from Monday on, before the day of writing; last month likewise.
    """
    for time in filter(_is_distance, times):
        if time.unit == "week":
            monday = last - (last.isoweekday() - 1) * _DAY
            return Window(monday + _WEEK, monday + 2 * _WEEK)
        following = (last.replace(day=1) + _MONTH).replace(day=1)
        return Window(following, (following + _MONTH).replace(day=1))
    return None


def _is_distance(time: Time) -> bool:
    return time.unit in ("week", "month") and time.shift == -1 and not time.bound
