"""What an expression of time means on the day it was published."""

from __future__ import annotations

import datetime as dt
from calendar import monthrange

from quotepart.extraction.text.fold import fold
from quotepart.extraction.times.times import Time, TimeGrammar, find_times
from quotepart.model.dates import Dating, Period

_MONTHS_AHEAD = 4  # a month without its year is the nearest one; news looks back farther than ahead


def resolve_date(words: str, published: Dating | None, grammar: TimeGrammar) -> Period | None:
    """Return the time that ``words`` name, seen from the day of publication; ``None`` when they name none.

    "depuis 2014" is open at its end, "by 2024" at its start; two times with a word between them are a range.
    """
    times = find_times(words, fold(words), grammar)
    if not times:
        return None
    periods = [period for time in times if (period := resolve_time(time, published))]
    if len(periods) == 2 and not any(time.bound for time in times):
        return Period(periods[0].start, periods[1].end)
    return periods[0] if periods else None


def resolve_time(time: Time, published: Dating | None) -> Period | None:
    """Return the time that one expression names, ``None`` where it needs a day of publication that is not known."""
    reference = published.latest if published else None
    found = _absolute(time, reference)
    if found is None and published and (told := _relative(time, published.latest)):
        found = _as_known(told, published)
    if found is None:
        return None
    start, end = found
    if time.bound == "since":
        return Period(start, None)
    return Period(None, end) if time.bound == "until" else Period(start, end)


def _absolute(time: Time, reference: dt.date | None) -> tuple[str, str] | None:
    """What month, day or year fix, the missing year being the one nearest to the reference."""
    year = time.year or (_nearest_year(time, reference) if reference and (time.month or time.months) else None)
    if year is None:
        return None
    if time.months:
        return f"{year}-{time.months[0]:02}", f"{year}-{time.months[1]:02}"
    if time.month is None:
        return str(year), str(time.last_year or year)
    month = f"{year}-{time.month:02}"
    if time.day is None:
        return month, month
    last = time.last_day or time.day
    if last > monthrange(year, time.month)[1]:
        return None
    return f"{month}-{time.day:02}", f"{month}-{last:02}"


def _nearest_year(time: Time, reference: dt.date) -> int:
    month = time.month or (time.months or (1, 1))[0]
    away = month - reference.month
    if time.turn == "last":
        return reference.year - (away >= 0)
    if time.turn == "next":
        return reference.year + (away <= 0)
    return reference.year + (away < _MONTHS_AHEAD - 12) - (away > _MONTHS_AHEAD)


def _relative(time: Time, reference: dt.date) -> tuple[str, str] | None:
    if time.weekday:
        day = weekday_near(reference, time.weekday, time.turn)
        return day.isoformat(), day.isoformat()
    if time.unit is None:
        return None
    start, end = _shifted(reference, time.unit, time.shift)
    if time.bound != "within":
        return start, end
    now = reference.isoformat()[: len(start)]
    return (start, now) if time.shift < 0 else (now, end)


def _as_known(found: tuple[str, str], published: Dating) -> tuple[str, str]:
    """A time told from the day of publication is known no better than that day."""
    size = len(published.date)
    return found[0][:size], found[1][:size]


def weekday_near(reference: dt.date, weekday: int, turn: str | None = None) -> dt.date:
    """Return the day with this ISO weekday that news of ``reference`` means: today or the last one before, unless "next".

    >>> weekday_near(dt.date(2018, 7, 12), 2)
    datetime.date(2018, 7, 10)
    """
    if turn == "next":
        return reference + dt.timedelta(days=(weekday - reference.isoweekday() - 1) % 7 + 1)
    return reference - dt.timedelta(days=(reference.isoweekday() - weekday) % 7)


def _shifted(reference: dt.date, unit: str, shift: int) -> tuple[str, str]:
    if unit == "day":
        day = _moved(reference, shift)
        return day.isoformat(), day.isoformat()
    if unit == "week":
        monday = _moved(reference, 7 * shift - reference.isoweekday() + 1)
        return monday.isoformat(), _moved(monday, 6).isoformat()
    if unit == "month":
        months = reference.year * 12 + reference.month - 1 + shift
        month = f"{max(months // 12, 1):04}-{months % 12 + 1:02}"
        return month, month
    year = min(max(reference.year + shift * (10 if unit == "decade" else 1), 1), dt.MAXYEAR)
    if unit == "decade" and shift == 0:
        return f"{year // 10 * 10}", f"{year // 10 * 10 + 9}"
    return f"{year:04}", f"{year:04}"


def _moved(day: dt.date, days: int) -> dt.date:
    return dt.date.fromordinal(min(max(1, day.toordinal() + days), dt.date.max.toordinal()))
