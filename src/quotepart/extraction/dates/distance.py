"""How far a text says that a meeting lies: "last week's summit", "a month before the summit"; and the days it was written on."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping

from quotepart.extraction.languages.language import Language
from quotepart.extraction.times.times import Time
from quotepart.extraction.times.windows import Window
from quotepart.model.frozen import dataclass

_DAY, _WEEK, _MONTH = dt.timedelta(days=1), dt.timedelta(days=7), dt.timedelta(days=31)
_LENGTHS = {"day": dt.timedelta(days=1), "week": dt.timedelta(days=7), "month": dt.timedelta(days=30.4)}
_LOOSE = 4  # a distance may be off by its fourth part
_REACH = 45  # characters before the name of a meeting in which its distance stands


@dataclass(frozen=True, slots=True)
class CountdownGrammar:
    """The words of a distance to what is to come: a pattern of its number and unit, with what these are worth."""

    pattern: re.Pattern[str]
    numbers: Mapping[str, int]
    units: Mapping[str, str]


def compile_countdown(language: Language) -> CountdownGrammar:
    """Return the grammar made from the language's table ``dates``."""
    table = language.tables.get("dates", {})
    words = table.get("countdown", {})
    numbers = table.get("numbers", {})
    units = {form: unit for unit, forms in table.get("units", {}).items() if unit in _LENGTHS for form in forms}
    counted = rf"(\d{{1,2}}|{_any_of(numbers)}) ({_any_of(units)})"
    led = rf"(?<!\w){_any_of(words.get('leads', ()))} {counted}(?: {_any_of(words.get('links', ()))})?"
    plain = rf"(?<!\w){counted} {_any_of(words.get('before', ()))}"
    return CountdownGrammar(re.compile(rf"(?:{led}|{plain})(?!\w)[^.,;:!?]{{0,20}}$"), numbers, units)


def days_before(first: dt.date, folded: str, start: int, grammar: CountdownGrammar) -> Window | None:
    """Return the days on which what begins on ``first``, named at ``start``, lies as far ahead as the words before it say.

    ``None`` where they say nothing. A distance in months may be off by a week, one in weeks or days by a fourth of it.
    """
    found = grammar.pattern.search(folded[max(0, start - _REACH) : start])
    if found is None:
        return None
    number, unit = found[1] or found[3], grammar.units[found[2] or found[4]]
    count = int(number) if number.isdigit() else grammar.numbers[number]
    distance = count * _LENGTHS[unit]
    slack = max(_DAY, min(distance / _LOOSE, _WEEK * count))
    return Window(first - distance - slack, first - distance + slack + _DAY)


def _any_of(words: Iterable[str]) -> str:
    return "(?:" + "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)) + ")" if words else "(?!)"


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


def written_before(first: dt.date, times: Iterable[Time]) -> Window | None:
    """Return the days of the week before that of ``first`` where ``times`` say "next week", ``None`` where they don't."""
    monday = first - (first.isoweekday() - 1) * _DAY
    is_next = any(time.unit == "week" and time.shift == 1 and not time.bound for time in times)
    return Window(monday - _WEEK, monday) if is_next else None


def _is_distance(time: Time) -> bool:
    return time.unit in ("week", "month") and time.shift == -1 and not time.bound
