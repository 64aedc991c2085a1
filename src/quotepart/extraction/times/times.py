"""Expressions of time in a text: dates, months, years, weekdays, quarters, "last year", "two years ago", ranges."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from ahocorasick_rs import AhoCorasick, MatchKind

from quotepart.extraction.languages.language import Language
from quotepart.extraction.text.whole_words import whole_words
from quotepart.model.frozen import dataclass
from quotepart.model.span import Span

_NUMBERED = re.compile(
    r"(?<![\w.,/$€£-])(?:"
    r"(?P<from>(?:19|20)\d\d)\s?[-–/]\s?(?P<to>(?:19|20)\d\d)(?!\d)"
    r"|(?P<begun>(?:19|20)\d\d)[-–/](?P<ended>1[3-9]|[2-9]\d)(?![\d/-])"
    r"|(?P<iso>(?:19|20)\d\d-\d\d(?:-\d\d)?)(?![\d-])"
    r"|(?P<path>(?:19|20)\d\d/\d\d/\d\d)(?!\d)"
    r"|(?P<one>\d{1,2})[/.-](?P<two>\d{1,2})(?:[/.-](?=(?:19|20)\d\d)|[/.])(?P<last>(?:19|20)\d\d|[0-3]\d(?=\s|[-–,;)]|$))(?!\d)"
    r"|(?P<year>(?:19|20)\d\d)(?!\w|[.,]\d|\s?[%€$£])"
    r")"
)
_GAP = "(?: {1,3}|\\n)"  # a blank inside a date: columns and broken lines have more of it
_PATH = re.compile(r"/((?:19|20)\d\d)[/-](\d\d)(?:[/-](\d\d))?(?=[/-]|\b)")
_RUN_OF_DIGITS = re.compile(r"[0-9]+")
_DIGITS = re.compile(r"(?<![\d.,])(\d{1,3}) ?$")
_LAST_WORD = re.compile(r"([^\W\d_]+)[ -]?$")
_LEAP_YEAR = 2000
_REACH = 26  # characters looked at beside a word
# By the words before a counted time: whether it lies behind or ahead, its bound, and the turn that must stand with it.
_COUNTED: Mapping[str, tuple[int, str | None, str | None]] = {
    "ago": (-1, None, None),
    "due": (1, "until", None),
    "ahead": (1, None, None),
    "within": (-1, "within", "last"),
    "coming": (1, "within", "next"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Time:
    """One expression of time as written: what it fixes, and how it stands to the day of publication.

    ``last_day`` ends a range of days; ``last_year`` a range of years; ``months`` are the first and last month of a part of a
    year. ``unit`` and ``shift`` say how many units later than publication ("last year" is one year earlier). ``turn`` is
    ``last`` or ``next``; ``bound`` is ``since``, ``until`` or ``within`` (the time up to now, or from now on).
    """

    span: Span
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    last_day: int | None = None
    last_year: int | None = None
    months: tuple[int, int] | None = None
    unit: str | None = None
    shift: int = 0
    turn: str | None = None
    bound: str | None = None

    @property
    def is_full(self) -> bool:
        """Whether it names one day of one year."""
        return self.year is not None and self.month is not None and self.day is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeGrammar:
    """The words of time of a language, compiled: ``meanings`` of the automaton's patterns, and what stands beside them."""

    automaton: AhoCorasick
    meanings: tuple[tuple[str, Any], ...]
    ambiguous: frozenset[str]
    capital_months: bool
    day_first: bool
    leads: tuple[str, ...]
    numbers: Mapping[str, int]
    day_before: re.Pattern[str]
    day_after: re.Pattern[str] | None
    year_after: re.Pattern[str]
    weekday_day: re.Pattern[str]
    amount_after: re.Pattern[str]
    turns: Mapping[str, tuple[str, ...]]


def compile_times(language: Language) -> TimeGrammar:
    """Return the grammar made from the language's table ``dates``."""
    table = language.tables.get("dates", {})
    words = dict(_meanings(table))
    marks = "|".join(map(re.escape, table.get("day_marks", ()))) or r"(?!)"
    joins, years = (_any_of(table.get(name, (" ",))).replace(r"\ ", _GAP) for name in ("day_joins", "year_joins"))
    months = "|".join(form for forms in table.get("months", {}).values() for form in forms)
    also = _any_of(table.get("turns", {}).get("and", ("-",)))
    day = rf"(\d{{1,2}})(?:{marks})?"
    after = rf"\.?{_GAP}(?:{joins})?{day}(?!\d|[:.,]\d|%| %)(?:\s?{also}\s?{day}(?!\d))?"
    return TimeGrammar(
        automaton=AhoCorasick(list(words) or ["\0"], matchkind=MatchKind.LeftmostLongest),
        meanings=tuple(words.values()),
        ambiguous=frozenset(table.get("ambiguous", ())),
        capital_months=bool(table.get("capital_months")),
        day_first=bool(table.get("day_first")),
        leads=tuple(table.get("leads", ())),
        numbers=table.get("numbers", {}),
        day_before=re.compile(rf"(?<![\d.,])(?:{day}\s?{also}\s?)?(?<!\d){day}{joins}$"),
        day_after=re.compile(after) if table.get("month_first") else None,
        year_after=re.compile(rf"\.?{years}((?:19|20)\d\d)(?!\d)"),
        weekday_day=re.compile(
            rf" (\d{{1,2}})(?:{marks})?(?=[,;)]|\.(?!\d)| (?!(?:{joins})?(?:{months})\b)|$)(?! ?[%h:])"
        ),
        amount_after=_amounts(language),
        turns={name: tuple(forms) for name, forms in table.get("turns", {}).items()},
    )


def _amounts(language: Language) -> re.Pattern[str]:
    """What makes of four digits before it an amount and no year: a word of scale, a currency."""
    currencies = language.tables.get("units", {}).get("currencies", {})
    words = (
        *language.tables.get("numbers", {}).get("scales", ()),
        *(one for forms in currencies.values() for one in forms),
    )
    return re.compile(rf"\s(?:{'|'.join(sorted(word for word in words if word.isalpha())) or '(?!)'})\b")


def find_times(text: str, folded: str, grammar: TimeGrammar) -> tuple[Time, ...]:
    """Return the expressions of time of a text in order; where two share characters, the one that says more."""
    found = [time for time in (*_worded(text, folded, grammar), *_numbered(folded, grammar)) if _exists(time)]
    found.sort(key=lambda time: (time.span.start, -time.span.end))
    kept: list[Time] = []
    for time in found:
        if kept and kept[-1].span.overlaps(time.span):
            if len(time.span) > len(kept[-1].span):
                kept[-1] = time
            continue
        kept.append(time)
    return tuple(_joined(kept, folded, grammar))


def find_paths(folded: str) -> Iterator[Time]:
    """Yield the dates inside web addresses, such as ``/2018/07/12/``."""
    for found in _PATH.finditer(folded):
        year, month, day = (int(part) if part else None for part in found.groups())
        time = Time(span=Span(found.start(1), found.end()), year=year, month=month, day=day)
        if month and _exists(time):
            yield time


def _meanings(table: Mapping[str, Any]) -> Iterator[tuple[str, tuple[str, Any]]]:
    for name in ("units", "months", "weekdays"):
        for value, forms in table.get(name, {}).items():
            yield from ((form, (name, int(value) if value.isdigit() else value)) for form in forms)
    for value, forms in table.get("seasons", {}).items():
        first, last = value.split("-")
        yield from ((form, ("seasons", (int(first), int(last)))) for form in forms)
    for value, forms in table.get("relative", {}).items():
        unit, sign, count = re.split(r"([+-])", value)
        yield from ((form, ("relative", (unit, int(sign + count)))) for form in forms)


def _any_of(phrases: Sequence[str]) -> str:
    return "(?:" + "|".join(re.escape(phrase) for phrase in sorted(phrases, key=len, reverse=True)) + ")"


def _numbers(folded: str) -> Iterator[re.Match[str]]:
    """Where a numbered date or year stands; only digits are looked at, and only as many as a year or a day has."""
    last = 0
    for digits in _RUN_OF_DIGITS.finditer(folded):
        start, end = digits.span()
        if start >= last and end - start in (1, 2, 4) and (found := _NUMBERED.match(folded, start)):
            last = found.end()
            yield found


def _numbered(folded: str, grammar: TimeGrammar) -> Iterator[Time]:
    for found in _numbers(folded):
        span = Span(found.start(), found.end())
        if found["year"]:
            if not grammar.amount_after.match(folded, span.end):
                yield Time(span=span, year=int(found["year"]))
        elif found["begun"]:
            year = int(found["begun"])
            yield Time(span=span, year=year, last_year=max(year, year // 100 * 100 + int(found["ended"])))
        elif found["from"]:
            yield Time(span=span, year=int(found["from"]), last_year=int(found["to"]))
        elif found["one"]:
            day, month = _day_and_month(int(found["one"]), int(found["two"]), grammar)
            year = int(found["last"])
            yield Time(span=span, year=year if year > 99 else 2000 + year, month=month, day=day)
        else:
            parts = [int(part) for part in re.split("[-/]", found["iso"] or found["path"])]
            year, month, *rest = parts
            yield Time(span=span, year=year, month=month, day=rest[0] if rest else None)


def _day_and_month(one: int, two: int, grammar: TimeGrammar) -> tuple[int | None, int | None]:
    """Day and month of a numbered date, neither where either number could be the month and the language has no order."""
    if not 1 <= one <= 31 or not 1 <= two <= 31:
        return None, None
    if one == two and one <= 12:
        return one, two
    if two <= 12 < one or (grammar.day_first and two <= 12):
        return one, two
    return (two, one) if one <= 12 < two else (None, None)


def _exists(time: Time) -> bool:
    """Whether the calendar has that month and its days; a 29 February without its year may be one."""
    if time.month is None:
        return True
    if not 1 <= time.month <= 12:
        return False
    days = monthrange(time.year or _LEAP_YEAR, time.month)[1]
    return all(day is None or 1 <= day <= days for day in (time.day, time.last_day))


def _worded(text: str, folded: str, grammar: TimeGrammar) -> Iterator[Time]:
    for pattern, start, end in whole_words(grammar.automaton, folded):
        kind, value = grammar.meanings[pattern]
        span = Span(start, end)
        if kind == "months":
            time = _month(text, folded, span, value, grammar)
        elif kind == "units":
            time = _counted(folded, span, value, grammar)
        elif kind == "relative":
            time = Time(span=span, unit=value[0], shift=value[1])
        elif kind == "seasons":
            time = _with_year(folded, Time(span=span, months=value), grammar)
        else:
            time = _weekday(folded, span, value, grammar)
        if time:
            yield time


def _month(text: str, folded: str, span: Span, month: int, grammar: TimeGrammar) -> Time | None:
    time = Time(span=span, month=month)
    before = grammar.day_before.search(folded, max(0, span.start - _REACH), span.start)
    if before:
        last = int(before[2])
        first = int(before[1]) if before[1] and 0 < int(before[1]) < last else None
        time = replace(
            time,
            span=Span(before.start(1 if first else 2), span.end),
            day=first or last,
            last_day=last if first else None,
        )
    after = grammar.day_after.match(folded, span.end) if grammar.day_after and time.day is None else None
    if after:
        day = int(after[1])
        is_range = bool(after[2]) and int(after[2]) > day
        end = after.end() if is_range or not after[2] else after.end(1)
        time = replace(time, span=Span(span.start, end), day=day, last_day=int(after[2]) if is_range else None)
    time = _with_year(folded, time, grammar)
    if time.day is None and time.year is None:
        time = replace(time, turn=_turn(folded, span, grammar))
    return time if _is_month(text, folded, span, time, grammar) else None


def _is_month(text: str, folded: str, span: Span, time: Time, grammar: TimeGrammar) -> bool:
    """Whether a word that may be a month is one here."""
    if grammar.capital_months and not text[span.start].isupper():
        return False
    if time.day or time.year or span.cut(folded) not in grammar.ambiguous:
        return True
    before = folded[max(0, span.start - _REACH) : span.start].rstrip(" -")
    return any(before.endswith(lead) and not before[: -len(lead)][-1:].isalnum() for lead in grammar.leads)


def _with_year(folded: str, time: Time, grammar: TimeGrammar) -> Time:
    year = grammar.year_after.match(folded, time.span.end)
    return replace(time, span=Span(time.span.start, year.end()), year=int(year[1])) if year else time


def _weekday(folded: str, span: Span, weekday: int, grammar: TimeGrammar) -> Time:
    """A weekday, perhaps with the day of its month: "jeudi 12"."""
    day = grammar.weekday_day.match(folded, span.end)
    if day and 1 <= int(day[1]) <= 31:
        return Time(span=Span(span.start, day.end(1)), weekday=weekday, day=int(day[1]))
    return Time(span=span, weekday=weekday, turn=_turn(folded, span, grammar))


def _turn(folded: str, span: Span, grammar: TimeGrammar) -> str | None:
    before, after = _words_beside(folded, span)
    for turn in ("last", "next"):
        if before in grammar.turns.get(turn, ()) or after in grammar.turns.get(turn, ()):
            return turn
    return None


def _words_beside(folded: str, span: Span) -> tuple[str, str]:
    before = folded[max(0, span.start - _REACH) : span.start].split()
    after = folded[span.end : span.end + _REACH].split()
    return (before[-1] if before else ""), (after[0].strip(".,;:!?»\"'") if after else "")


def _counted(folded: str, span: Span, unit: str, grammar: TimeGrammar) -> Time | None:
    """A number of units before or after now: "il y a deux ans", "two years ago", "the next ten years"."""
    left = folded[max(0, span.start - 2 * _REACH) : span.start]
    for word in (*grammar.turns.get("last", ()), *grammar.turns.get("next", ())):
        left = left.removesuffix(" ").removesuffix(word)
    number = _number_at_end(left, grammar)
    if number is None:
        return None
    count, size = number
    before = left[:-size].rstrip()
    window = max(0, span.start - 2 * _REACH)
    start = window + len(before)
    for name, (sign, bound, turn) in _COUNTED.items():
        for word in grammar.turns.get(name, ()):
            is_said = before.endswith(word) and not before[: -len(word)][-1:].isalnum()
            if is_said and (turn is None or _has_turn(folded, span, turn, grammar)):
                return Time(span=Span(start - len(word), span.end), unit=unit, shift=sign * count, bound=bound)
    for word in grammar.turns.get("ago_after", ()):
        if folded.startswith(" " + word, span.end):
            return Time(span=Span(window + len(left) - size, span.end + 1 + len(word)), unit=unit, shift=-count)
    return None


def _has_turn(folded: str, span: Span, turn: str, grammar: TimeGrammar) -> bool:
    """Whether "last" or "next" stands with a counted time, so that it runs up to now or from now on."""
    near = folded[max(0, span.start - _REACH) : span.start + len(span) + 12].split()
    return any(word.strip(".,;") in grammar.turns.get(turn, ()) for word in near)


def _number_at_end(left: str, grammar: TimeGrammar) -> tuple[int, int] | None:
    """The number that ends ``left`` and how many characters it takes."""
    if digits := _DIGITS.search(left):
        return int(digits[1]), len(digits[0])
    word = _LAST_WORD.search(left)
    if word and word[1] in grammar.numbers:
        return grammar.numbers[word[1]], len(word[0])
    return None


def _joined(times: Sequence[Time], folded: str, grammar: TimeGrammar) -> Iterator[Time]:
    """A weekday beside a date joins it; a date takes the bound that stands before it."""
    waiting: Time | None = None
    for time in times:
        between = folded[waiting.span.end : time.span.start].strip(", (") if waiting else None
        if waiting and time.month and time.day and between in ("", "le"):
            time = replace(time, span=Span(waiting.span.start, time.span.end), weekday=waiting.weekday)
        elif waiting:
            yield _bounded(waiting, folded, grammar)
        waiting = time if time.weekday and not time.month else None
        if not waiting:
            yield _bounded(time, folded, grammar)
    if waiting:
        yield _bounded(waiting, folded, grammar)


def _bounded(time: Time, folded: str, grammar: TimeGrammar) -> Time:
    if time.bound:
        return time
    before = folded[max(0, time.span.start - _REACH) : time.span.start].rstrip()
    for bound in ("since", "until"):
        for word in grammar.turns.get(bound, ()):
            if before.endswith(word) and not before[: -len(word)][-1:].isalnum():
                is_fiscal = bound == "until" and time.year is not None and time.last_year == time.year + 1
                return replace(time, bound=bound, last_year=None if is_fiscal else time.last_year)
    return time
