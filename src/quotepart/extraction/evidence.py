"""When a document can have been written, by what it says: who holds office, which meeting lies ahead, how many belong."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ahocorasick_rs import AhoCorasick, MatchKind

from quotepart.extraction.fold import fold
from quotepart.extraction.languages.language import Language
from quotepart.extraction.occasions import Occasion
from quotepart.extraction.prepared import Mention, Prepared
from quotepart.extraction.times import Time
from quotepart.extraction.windows import ALWAYS, Held, Window, around, calendar_of, met, overlap
from quotepart.model.pact import Holding, Names, Pact
from quotepart.model.span import Span

_BESIDE = 45  # characters between a title and its holder's name
_NEAR = 26  # characters in which a word beside a title counts
_NEW = dt.timedelta(days=120)
_ELECT = dt.timedelta(days=80)
_ENDED = dt.timedelta(days=9)
_AHEAD = dt.timedelta(days=400)
_REACHES = {"day": dt.timedelta(days=16), "week": dt.timedelta(days=70), "month": dt.timedelta(days=220)}
_WEEKS = dt.timedelta(days=12)
_FEWEST_MEMBERS = 10


@dataclass(frozen=True, slots=True)
class Clue:
    """Words of the document and the times at which they can have been written."""

    words: str
    meaning: str
    windows: tuple[Window, ...]

    def __str__(self) -> str:
        return f"{self.words}: {self.meaning}"


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceGrammar:
    """What dates a text of a language about a pact, compiled: holders' names, titles, and the words beside them."""

    holders: AhoCorasick
    holdings: tuple[tuple[Holding, ...], ...]
    roles: Mapping[str, frozenset[str]]
    beside: Mapping[str, tuple[str, ...]]
    counted: Mapping[str, tuple[str, ...]]
    units: Mapping[str, tuple[str, ...]]
    whole: frozenset[str]
    sizes: Mapping[int, tuple[Window, ...]]
    seat: str | None
    calendar: tuple[Held, ...]


def compile_evidence(language: Language, pact: Pact) -> EvidenceGrammar:
    """Return the grammar made from the pact's offices, members and meetings and the language's table ``dates``."""
    names = pact.names.get(language.code) or Names(lang=language.code)
    table = language.tables.get("dates", {})
    by_name: dict[str, list[Holding]] = {}
    for holding in pact.holdings:
        for name in {fold(holding.holder), *map(fold, holding.aliases)}:
            by_name.setdefault(name, []).append(holding)
    cities = Counter(meeting.city for meeting in pact.meetings)
    whole = {fold(form) for form in names.groups.get(pact.conventions.whole, ())}
    if pact.conventions.whole in names.institutions:
        institution = names.institutions[pact.conventions.whole]
        whole |= {fold(form) for form in (institution.name, *institution.forms)}
    return EvidenceGrammar(
        holders=AhoCorasick(list(by_name) or ["\0"], matchkind=MatchKind.LeftmostLongest),
        holdings=tuple(tuple(held) for held in by_name.values()),
        roles=_roles(names),
        beside={name: tuple(words) for name, words in table.get("holding", {}).items()},
        counted={name: tuple(words) for name, words in table.get("counted", {}).items()},
        units={name: tuple(words) for name, words in table.get("units", {}).items()},
        whole=frozenset(whole),
        sizes=_sizes(pact),
        seat=cities.most_common(1)[0][0] if cities else None,
        calendar=calendar_of(pact),
    )


def _roles(names: Names) -> dict[str, frozenset[str]]:
    """The offices or kinds of office (``dm``) that a title can stand for."""
    found: dict[str, set[str]] = {}
    for office, titles in names.offices.items():
        for title in titles:
            found.setdefault(fold(title), set()).add(office)
    for role, owners in names.roles.items():
        for titles in owners.values():
            for title in titles:
                found.setdefault(fold(title), set()).add(role)
    return {title: frozenset(offices) for title, offices in found.items()}


def _sizes(pact: Pact) -> dict[int, tuple[Window, ...]]:
    """When the pact had how many members."""
    turns = sorted(
        {member.joined for member in pact.members.values()} | {m.left for m in pact.members.values() if m.left}
    )
    found: dict[int, list[Window]] = {}
    for first, until in zip(turns, [*turns[1:], dt.date.max], strict=True):
        size = sum(member.is_member_on(first) for member in pact.members.values())
        found.setdefault(size, []).append(Window(first, until))
    return {size: tuple(windows) for size, windows in found.items() if size >= min(_FEWEST_MEMBERS, len(pact.members))}


def find_clues(
    prepared: Prepared, times: Sequence[Time], occasions: Sequence[Occasion], grammar: EvidenceGrammar
) -> tuple[Clue, ...]:
    """Return everything in the text that limits when it can have been written, the surest kind first."""
    return (
        *_office_clues(prepared, grammar),
        *_size_clues(prepared, grammar),
        *_occasion_clues(prepared, occasions, grammar),
        *_weekday_clues(prepared, times),
        *_year_clues(prepared, times),
    )


def narrow(clues: Sequence[Clue], start: Sequence[Window] = (ALWAYS,)) -> tuple[tuple[Window, ...], tuple[Clue, ...]]:
    """Return the times that the clues leave, taken one after another, and those that were of use.

    A clue that would leave nothing is passed over: it speaks of another time than the document's own.
    """
    left, used = tuple(start), []
    seen: set[tuple[Window, ...]] = set()
    for clue in clues:
        if clue.windows in seen:
            continue
        seen.add(clue.windows)
        narrower = overlap(left, clue.windows)
        if narrower and narrower != left:
            left = narrower
            used.append(clue)
    return left, tuple(used)


def _office_clues(prepared: Prepared, grammar: EvidenceGrammar) -> Iterator[Clue]:
    titles = [mention for mention in prepared.mentions if mention.kind == "office"]
    starts = [title.span.start for title in titles]
    for span, holdings in _holders(prepared, grammar):
        at = bisect_right(starts, span.start)
        for title in titles[max(0, at - 1) : at + 1]:
            if _are_beside(prepared, title.span, span):
                yield from _title_clues(prepared, title, span, holdings, grammar)
        yield from _beside_clues(prepared, span, holdings, grammar)


def _holders(prepared: Prepared, grammar: EvidenceGrammar) -> Iterator[tuple[Span, tuple[Holding, ...]]]:
    folded = prepared.folded
    for pattern, start, end in grammar.holders.find_matches_as_indexes(folded):
        is_word = not folded[start - 1 : start].isalnum() and not folded[end : end + 1].isalnum()
        if is_word and prepared.text[start].isupper():
            yield Span(start, end), grammar.holdings[pattern]


def _are_beside(prepared: Prepared, title: Span, name: Span) -> bool:
    """Whether a title and a name stand side by side in one sentence, at most a comma and a few words between them."""
    gap = Span(min(title.end, name.end), max(title.start, name.start, min(title.end, name.end) + 1))
    between = gap.cut(prepared.text) if max(title.start, name.start) > gap.start else ""
    return len(between) <= _BESIDE and not any(mark in between for mark in '.;\n!?:«»"')


def _title_clues(
    prepared: Prepared, title: Mention, name: Span, holdings: Sequence[Holding], grammar: EvidenceGrammar
) -> Iterator[Clue]:
    offices = {title.office} if title.office else grammar.roles.get(fold(title.name), frozenset())
    held = [h for h in holdings if h.office in offices or h.office.partition(".")[2] in offices]
    if not held:
        return
    words = Span(min(title.span.start, name.start), max(title.span.end, name.end)).cut(prepared.text)
    before = prepared.folded[max(0, min(title.span.start, name.start) - _NEAR) : title.span.start]
    grace = _ENDED if _holds(before, grammar.beside.get("ended", ())) else dt.timedelta()
    around_title = before + prepared.folded[title.span.start : max(title.span.end, name.end) + 12]
    if _holds(before, grammar.beside.get("former", ())):
        return
    if _holds(around_title, grammar.beside.get("elect", ())):
        windows = [Window(h.first - _ELECT, h.first) for h in held]
    elif _holds(before, grammar.beside.get("new", ())):
        windows = [Window(h.first, min(h.until, h.first + _NEW)) for h in held]
    else:
        windows = [Window(h.first, h.until + grace if h.end else h.until) for h in held]
    yield Clue(words, _of_holdings(held), tuple(windows))


def _beside_clues(
    prepared: Prepared, name: Span, holdings: Sequence[Holding], grammar: EvidenceGrammar
) -> Iterator[Clue]:
    """A first visit, an end in office, an administration called by its head: beside the name, without a title."""
    near = Span(max(0, name.start - 2 * _NEAR), name.end + 2 * _NEAR)
    folded = near.cut(prepared.folded)
    words = name.cut(prepared.text)
    if _holds(folded, grammar.beside.get("first", ())):
        windows = tuple(Window(h.first, min(h.until, h.first + _NEW)) for h in holdings)
        yield Clue(words, "first", windows)
    if _holds(folded, grammar.beside.get("ended", ())):
        yield Clue(words, "ended", tuple(around(h.until, _ENDED) for h in holdings if h.end))
    if _holds(prepared.folded[max(0, name.start - 20) : name.end + 20], grammar.beside.get("era", ())):
        heads = [h for h in holdings if h.office.endswith((".hos", ".hog"))]
        if heads:
            yield Clue(words, _of_holdings(heads), tuple(Window(h.first, h.until) for h in heads))


def _of_holdings(holdings: Sequence[Holding]) -> str:
    return ", ".join(f"{h.office} {h.start}/{h.end or h.as_of}" for h in holdings)


def _holds(part: str, words: Sequence[str]) -> bool:
    for word in words:
        at = part.find(word)
        is_whole = (
            at >= 0 and not part[at - 1 : at].isalnum() and not part[at + len(word) : at + len(word) + 1].isalnum()
        )
        if is_whole:
            return True
    return False


def _size_clues(prepared: Prepared, grammar: EvidenceGrammar) -> Iterator[Clue]:
    """How many belong: "the 29 allies", "32 pays membres de l'Alliance"."""
    for sentence in prepared.sentences:
        folded = sentence.cut(prepared.folded)
        for word, start, end in _counts(folded):
            size = int(word)
            if _holds(folded[max(0, start - 60) : end + 60], grammar.counted.get("future", ())):
                continue
            after = folded[end : end + 40].lstrip()
            if size not in grammar.sizes or _holds(
                folded[max(0, start - 12) : end + 40], grammar.counted.get("other", ())
            ):
                continue
            is_own = after.startswith(grammar.counted.get("own", ()))
            is_any = after.startswith(grammar.counted.get("any", ())) and any(name in folded for name in grammar.whole)
            if is_own or is_any:
                yield Clue(f"{word} {' '.join(after.split()[:2])}", "members", grammar.sizes[size])


def _counts(folded: str) -> Iterator[tuple[str, int, int]]:
    """Two-digit numbers that stand alone."""
    at = 0
    for part in folded.split():
        at = folded.index(part, at)
        bare = part.strip("(«\"',.;:»)")
        if len(bare) >= 2 and bare[:2].isdigit() and not bare[2:3].isdigit() and bare[2:3] in ("", "-"):
            yield bare[:2], at, folded.index(bare, at) + 2
        at += len(part)


def _occasion_clues(prepared: Prepared, occasions: Sequence[Occasion], grammar: EvidenceGrammar) -> Iterator[Clue]:
    """A meeting of the calendar that is still to come, or lies behind."""
    for occasion in occasions:
        days = _days_said(occasion)
        if not (occasion.is_named or (days and occasion.kind)) or occasion.aspect not in ("future", "past"):
            continue
        months = {time.month for time in occasion.times if time.month and not time.day}
        held = [each for each in met(grammar.calendar, occasion.kind, occasion.city) if each.is_dated]
        met_there = [each for each in held if not months or each.first.month in months]
        met_there = [each for each in met_there if not days or (each.first.month, each.first.day) in days]
        words = occasion.span.cut(prepared.text)
        if occasion.aspect == "future":
            reach = _reach(prepared, occasion, grammar)
            windows = tuple(Window(m.first - reach, m.first) for m in met_there)
        else:
            windows = tuple(Window(m.first, dt.date.max) for m in met_there)
        if windows:
            yield Clue(words, f"{occasion.aspect}, {', '.join(m.meeting.id for m in met_there)}", windows)


def _days_said(occasion: Occasion) -> set[tuple[int, int]]:
    """The months and days that are said of a meeting, without a year."""
    return {(time.month, time.day) for time in occasion.times if time.month and time.day and not time.year}


def _reach(prepared: Prepared, occasion: Occasion, grammar: EvidenceGrammar) -> dt.timedelta:
    """How long before a meeting to come a text may have been written: "in a few weeks" is not a year."""
    folded = prepared.sentences[occasion.sentence].cut(prepared.folded)
    for unit, reach in _REACHES.items():
        if _holds(folded, grammar.units.get(unit, ())):
            return reach
    return _AHEAD


def _weekday_clues(prepared: Prepared, times: Sequence[Time]) -> Iterator[Clue]:
    """A weekday with its day and month falls together in few years only."""
    for time in times:
        if time.weekday and time.day and time.month and time.year is None:
            years = range(1995, 2060)
            days = [
                day for year in years if (day := _day(year, time.month, time.day)) and day.isoweekday() == time.weekday
            ]
            yield Clue(time.span.cut(prepared.text), "weekday", tuple(around(day, _WEEKS) for day in days))


def _day(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _year_clues(prepared: Prepared, times: Sequence[Time]) -> Iterator[Clue]:
    """A year that is not to come: the document is not older; the latest one comes first."""
    years = {time.year: time for time in times if time.year and time.bound != "until"}
    for year in sorted(years, reverse=True):
        yield Clue(years[year].span.cut(prepared.text), "not before", (Window(dt.date(year, 1, 1), dt.date.max),))
