"""The time that a sentence on a matter of record tells: years, a month, days, a term from one to another."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from quotepart.extraction.languages.find import language_of
from quotepart.extraction.text.fold import fold
from quotepart.extraction.times.times import Time, TimeGrammar, compile_times, find_times
from quotepart.model.dates import Period

_DAY = 10  # characters of a whole date
_NEAR = timedelta(days=7)  # ceremonies, deposits and votes lie so far apart: sources differ by as much
_BESIDE = timedelta(days=2)  # an eve or a day of arrival, which some count as part of a meeting
_BEFORE = 12  # characters looked at for the word that opens a term


class Told(NamedTuple):
    """A time as told, ``None`` without a year, and whether the words make it a whole term: "from 2014 to 2024"."""

    when: Period | None
    is_term: bool = False


def time_told(sentence: str, lang: str) -> Told:
    """Return the time that a sentence tells; days and months without their year have the sentence's only one."""
    grammar, folded = _grammar(lang), fold(sentence)
    times = [time for time in find_times(sentence, folded, grammar) if time.year or time.month]
    years = sorted({year for time in times for year in (time.year, time.last_year) if year})
    if not years:
        return Told(None)
    fine = [time for time in times if time.month and (time.year or len(years) == 1)]
    if fine and (len(fine) > 1 or len(years) == 1):
        start, end = _point(fine[0], years[0]), _point(fine[-1], years[-1], is_last=True)
        return Told(Period(start, end), len(fine) > 1 and _is_term(fine, folded, grammar))
    ranged = [time for time in times if time.year]
    return Told(Period(str(years[0]), str(years[-1])), len(ranged) > 1 and _is_term(ranged, folded, grammar))


def agrees(when: Period, first: date, last: date) -> bool | None:
    """Return whether what was from ``first`` to ``last`` was at the time told; ``None`` for days that miss it by two or less.

    One day or month agrees where it lies within; a stretch of days agrees where it is the same.
    """
    start, end = (when.start or when.end or ""), (when.end or when.start or "")
    if len(start) == len(end) == _DAY and start != end:
        if (start, end) == (first.isoformat(), last.isoformat()):
            return True
        return None if _is_near(start, first, _BESIDE) or _is_near(end, last, _BESIDE) else False
    if overlaps(when, first, last):
        return True
    return None if len(start) == _DAY and (_is_near(start, first, _BESIDE) or _is_near(end, last, _BESIDE)) else False


def begun(when: Period, first: date) -> bool | None:
    """Return whether what began on ``first`` began at the time told; ``None`` for a day that misses it by a week or less."""
    start = when.start or ""
    if first.isoformat()[: len(start)] == start:
        return True
    return None if len(start) == _DAY and _is_near(start, first) else False


def lasted(when: Period, first: date, last: date) -> bool | None:
    """Return whether what was from ``first`` to ``last`` lasted as long as told; ``None`` for a part of it."""
    start, end = when.start or "", when.end or ""
    if first.isoformat()[: len(start)] == start and last.isoformat()[: len(end)] == end:
        return True
    return None if first.isoformat()[: len(start)] <= start and end <= last.isoformat()[: len(end)] else False


def overlaps(when: Period, first: date, last: date) -> bool:
    """Whether a time that the words give shares a day with ``first`` to ``last``."""
    start, end = (when.start or when.end or ""), (when.end or when.start or "")
    return start <= last.isoformat()[: len(start)] and first.isoformat()[: len(end)] <= end


def _is_near(told: str, day: date, by: timedelta = _NEAR) -> bool:
    return abs(date.fromisoformat(told) - day) <= by


def _point(time: Time, year: int, *, is_last: bool = False) -> str:
    day = time.last_day if is_last and time.last_day else time.day
    month = f"{time.year or year}-{time.month:02d}"
    return f"{month}-{day:02d}" if day else month


def _is_term(times: Sequence[Time], folded: str, grammar: TimeGrammar) -> bool:
    """Whether two times that follow one another have the words of a stretch around them: "from … to", "between … and"."""
    first, last = times[0], times[-1]
    before = folded[max(0, first.span.start - _BEFORE) : first.span.start].split()
    between = folded[first.span.end : last.span.start].strip()
    opens = first.bound == "since" or (before and before[-1] in grammar.turns.get("between", ()))
    return bool(opens) and between in (*grammar.turns.get("and", ()), *grammar.turns.get("until", ()))


@lru_cache(maxsize=8)
def _grammar(lang: str) -> TimeGrammar:
    return compile_times(language_of(lang))
