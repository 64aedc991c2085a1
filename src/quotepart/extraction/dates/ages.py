"""How long ago a text says that something of a known time was: the age of the pact, years and months after an event."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence

from ahocorasick_rs import AhoCorasick, MatchKind

from quotepart.extraction.languages.language import Language
from quotepart.extraction.text.fold import fold
from quotepart.extraction.text.prepared import Prepared
from quotepart.extraction.times.clues import Clue, says
from quotepart.extraction.times.times import Time
from quotepart.extraction.times.windows import Window
from quotepart.model.dates import day_after, first_day
from quotepart.model.frozen import dataclass
from quotepart.model.pact import Names, Pact

_REACH = 70  # characters before an event in which its age stands
_HEDGED = 30  # characters before an age in which words say that it is nearly, or more than that
_BESIDE = 60  # characters beside an anniversary in which the pact is named
_MONTHS = {"month": 1, "year": 12}
_FEWEST = len("2022-02")  # what an event must at least be known by
_LOOSE = 20  # days by which "two years after" may come too early
_SOON = 45  # days before an anniversary on which it is said to come
_NEARLY = 4  # an age nearly reached lacks at most the fourth part of its last year


@dataclass(frozen=True, slots=True, kw_only=True)
class AgeGrammar:
    """The words for ages, what they are counted from, and the names of the whole pact with the year of its foundation."""

    own_age: re.Pattern[str]
    founded: int | None
    whole: frozenset[str]
    events: AhoCorasick
    begun: tuple[Window, ...]
    counted: re.Pattern[str]
    numbers: Mapping[str, int]
    units: Mapping[str, int]
    words: Mapping[str, tuple[str, ...]]


def compile_ages(language: Language, pact: Pact, whole: Iterable[str]) -> AgeGrammar:
    """Return the grammar made from the pact's members and events and the language's table ``dates``.

    ``whole`` are the folded names of the whole pact.
    """
    table = language.tables.get("dates", {})
    names = pact.names.get(language.code) or Names(lang=language.code)
    words = {name: tuple(forms) for name, forms in table.get("age", {}).items() if not isinstance(forms, dict)}
    known = {fold(form): begun for begun, forms in names.events.items() if len(begun) >= _FEWEST for form in forms}
    units = {form: _MONTHS[unit] for unit, forms in table.get("units", {}).items() if unit in _MONTHS for form in forms}
    ordinals = table.get("age", {}).get("ordinals", {})
    return AgeGrammar(
        own_age=_own_age(words),
        founded=min((member.joined.year for member in pact.members.values()), default=None),
        whole=frozenset(whole),
        events=AhoCorasick(list(known) or ["\0"], matchkind=MatchKind.LeftmostLongest),
        begun=tuple(Window(first_day(begun), day_after(begun)) for begun in known.values()),
        counted=_counted(words, (*table.get("numbers", {}), *ordinals), units),
        numbers={**table.get("numbers", {}), **ordinals},
        units=units,
        words=words,
    )


def _own_age(words: Mapping[str, Sequence[str]]) -> re.Pattern[str]:
    """A number of two digits with the words that make it an anniversary, or the years something has lasted."""
    marks, anniversary, old = (_any_of(words.get(name, ())) for name in ("marks", "anniversary", "old"))
    return re.compile(rf"(?<![\w.,])(\d\d)(?:{marks}? {anniversary}(?!\w)|(?P<old>[ -]{old}(?!\w)))")


def _counted(words: Mapping[str, Sequence[str]], numbers: Iterable[str], units: Iterable[str]) -> re.Pattern[str]:
    """A number with a unit of time or an anniversary: "two years", "two-year", "second anniversary"."""
    number = rf"(?P<number>\d{{1,2}}|{_any_of(numbers)}){_any_of(words.get('marks', ()))}?"
    full = _any_of((*words.get("anniversary", ()), *words.get("milestone", ())))
    return re.compile(rf"(?<!\w){number}[ -](?:(?P<unit>{_any_of(units)})|(?P<full>{full}))(?!\w)")


def _any_of(words: Iterable[str]) -> str:
    return "(?:" + ("|".join(sorted(map(re.escape, words), key=len, reverse=True)) or "(?!)") + ")"


def own_age_clues(prepared: Prepared, grammar: AgeGrammar) -> Iterator[Clue]:
    """Yield how old the pact is: "the alliance's 70th anniversary" falls into one year, "the 70-year-old alliance" into two."""
    for found in grammar.own_age.finditer(prepared.folded):
        beside = prepared.folded[max(0, found.start() - _BESIDE) : found.end() + _BESIDE]
        if grammar.founded and says(beside, grammar.whole):
            first = grammar.founded + int(found[1])
            until = first + 2 if found["old"] else first + 1
            yield Clue(found[0], f"{first}", (Window(dt.date(first, 1, 1), dt.date(until, 1, 1)),))


def event_age_clues(prepared: Prepared, times: Sequence[Time], grammar: AgeGrammar) -> Iterator[Clue]:
    """Yield how long ago the text says an event was: "two years after the invasion", "the second anniversary of …".

    A sentence of another year tells how things stood then.
    """
    folded = prepared.folded
    for pattern, start, end in grammar.events.find_matches_as_indexes(folded) if grammar.begun else ():
        sentence = prepared.sentences[_at(prepared, start)]
        begun, before = grammar.begun[pattern], folded[max(sentence.start, start - _REACH) : start]
        found = next(reversed(list(grammar.counted.finditer(before))), None)
        first = bisect_left(times, sentence.start, key=lambda time: time.span.start)
        until = bisect_left(times, sentence.end, key=lambda time: time.span.start)
        years = {time.year for time in times[first:until] if time.year}
        if found is None or years - {begun.first.year}:
            continue
        hedge = before[max(0, found.start() - _HEDGED) : found.start()]
        if window := _window(begun, found, hedge, before[found.end() :], grammar):
            yield Clue(folded[start - len(before) + found.start() : end], f"{window.first}", (window,))


def _at(prepared: Prepared, start: int) -> int:
    return max(0, bisect_right(prepared.sentences, start, key=lambda sentence: sentence.start) - 1)


def _window(begun: Window, found: re.Match[str], hedge: str, rest: str, grammar: AgeGrammar) -> Window | None:
    """When what began in ``begun`` was so many years or months ago, as far as the words beside the number say."""
    words, number = grammar.words, found["number"]
    count = int(number) if number.isdigit() else grammar.numbers[number]
    months = count * (grammar.units[found["unit"]] if found["unit"] else max(_MONTHS.values()))
    first, until = _later(begun.first, months), _later(begun.until, months)
    loose, soon = dt.timedelta(days=_LOOSE), dt.timedelta(days=_SOON)
    is_full = bool(found["full"]) or says(rest, (*words.get("anniversary", ()), *words.get("milestone", ())))
    if is_full or says(rest, words.get("exact", ())) or says(hedge, words.get("exact", ())):
        return Window(first - soon, until) if says(hedge, words.get("nearly", ())) else Window(first, until)
    if not says(rest, words.get("links", ())):
        return None
    unit = months // max(count, 1)
    if says(hedge, words.get("nearly", ())):
        return Window(_later(first, -unit // _NEARLY), until + loose)
    return Window(first - loose, _later(until, unit))


def _later(day: dt.date, months: int) -> dt.date:
    """The same day so many months later; the last but three of a month is as late as it gets."""
    number = day.year * 12 + day.month - 1 + months
    return dt.date(number // 12, number % 12 + 1, min(day.day, 28))
