"""A day told without its year, or with day and month in either order: the evidence leaves one."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from itertools import islice

from quotepart.extraction.dates.evidence import Evidence, day_of, holders_left
from quotepart.extraction.dates.news import find_told
from quotepart.extraction.times.times import Time

_EITHER = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-]\d{2,4}")
_A_DAY = dt.timedelta(days=1)
_LEAD = 8  # sentences in which news is told
_NEAR = 10  # days between a date in numbers and one that the evidence tells, for both to be of one report


def complete(evidence: Evidence, partial: Time, *, is_its_own: bool = True) -> dt.date | None:
    """Return the day of a day and month without its year, where the evidence leaves one.

    ``is_its_own`` says that it is the day of the report, so that it falls on the report's weekday.
    """
    horizon = evidence.grammar.horizon
    days = [
        day
        for year in range(horizon.first.year, min(horizon.until.year, 2100) + 1)
        if (day := day_of(year, partial)) and partial.weekday in (None, day.isoweekday())
    ]
    possible = [day for day in days if any(window.holds(day) for window in evidence.left)]
    year = _year_of_meeting(evidence)
    if year and any(day.year == year for day in possible):
        return next(day for day in possible if day.year == year)
    possible = _on_weekday(evidence, days, possible) if is_its_own and not partial.weekday else possible
    if len(possible) > 1 and is_its_own:
        last_news = max(_days_told(evidence), default=dt.date.min)
        possible = [day for day in possible if day >= last_news] or possible
    if len(possible) != 1:
        possible = [day for day in possible or days if _is_of_meeting(evidence, day)]
    return possible[0] if len(possible) == 1 else None


def _days_told(evidence: Evidence) -> Iterator[dt.date]:
    """The days of the events that the first sentences tell of, where the words leave one."""
    lead = islice((each for each in evidence.prepared.sentences if evidence.is_kept(each)), _LEAD)
    for told in find_told(evidence.prepared, list(lead), evidence.grammar.news):
        if len(told.events) == 1:
            yield told.events[0].day


def in_either_order(evidence: Evidence, numbered: Time, inferred: dt.date | None) -> dt.date | None:
    """Return the day of a date in numbers whose day and month can stand in either order, where the evidence leaves one.

    It is the day of a meeting that the text is about, else the one near to what is ``inferred``, else that of its weekday.
    """
    found = _EITHER.fullmatch(numbered.span.cut(evidence.prepared.text))
    if found is None or numbered.month or not numbered.year:
        return None
    one, two = int(found[1]), int(found[2])
    days = [_day(numbered.year, month, day) for month, day in ((one, two), (two, one))]
    possible = [day for day in days if day]
    met = [day for day in possible if _is_of_meeting(evidence, day)]
    near = [day for day in possible if inferred and abs((day - inferred).days) <= _NEAR]
    weekdays = weekdays_of_report(evidence)[:1]
    said = [day for day in possible if day.isoweekday() in weekdays]
    return next((fitting[0] for fitting in (met, near, said) if len(fitting) == 1), None)


def weekdays_of_report(evidence: Evidence) -> list[int]:
    """Return the weekdays on which something was said or done, not those of a meeting still to come."""
    to_come = evidence.to_come()
    return [
        time.weekday
        for time in evidence.times
        if time.weekday
        and not time.turn
        and not time.month
        and time.bound != "until"
        and time.span not in to_come
        and evidence.is_kept(time.span)
    ]


def _day(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _on_weekday(evidence: Evidence, days: Sequence[dt.date], possible: Sequence[dt.date]) -> list[dt.date]:
    """The possible days that fall on the first weekday of the report, or on the day after it.

    Where none of those that the clues leave does, the clues err: those that the holders of offices leave are taken.
    """
    weekdays = weekdays_of_report(evidence)[:1]
    holders = holders_left(evidence.prepared, evidence.times, evidence.grammar)
    held = [day for day in days if any(window.holds(day) for window in holders)]
    if not weekdays:
        return list(possible or held)
    for among in (possible, held):
        for later in (0, 1):
            fitting = [day for day in among if (day - later * _A_DAY).isoweekday() in weekdays]
            if fitting:
                return fitting
    return list(possible)


def _year_of_meeting(evidence: Evidence) -> int | None:
    """The year of the one meeting, over or under way, that the text calls by its place with its days: "11 and 12 July"."""
    years = {
        held.first.year
        for occasion in evidence.occasions
        if occasion.city and occasion.aspect != "future"
        for time in occasion.times
        if time.month and time.day and not time.year
        for held in evidence.grammar.calendar.met(occasion.kind, occasion.city)
        if (held.first.month, held.first.day) == (time.month, time.day)
    }
    return years.pop() if len(years) == 1 else None


def _is_of_meeting(evidence: Evidence, day: dt.date) -> bool:
    """Whether a meeting that the text names as of these days, with its place, was held on a day or the one before."""
    named = (each for each in evidence.occasions if each.kind and each.city and each.aspect not in ("past", "future"))
    return any(
        held.first - _A_DAY <= day <= held.last + _A_DAY
        for occasion in named
        for held in evidence.grammar.calendar.met(occasion.kind, occasion.city)
    )
