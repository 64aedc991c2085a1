"""Phrases that name a meeting: who meets, where, and whether it is past, under way or to come."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ahocorasick_rs import AhoCorasick, MatchKind

from quotepart.extraction.fold import fold
from quotepart.extraction.languages.language import Language
from quotepart.extraction.prepared import Prepared
from quotepart.extraction.times import Time
from quotepart.model.pact import Names, Pact
from quotepart.model.span import Span

_BEFORE = 45  # characters before a noun in which its people or city may stand
_AFTER = 110  # and after it
_ASPECT_REACH = 60
_ADJACENT = 8  # characters between a city and its noun: "the Madrid NATO summit"
_CAPITALISED = re.compile(r"[A-ZÉÈÎÔ][\w’'-]+(?: [A-ZÉÈÎÔ][\w’'-]+)?")
_DETERMINER = re.compile(r"(?<![\w'-])([\w-]+(?:'| ))$")

_TELLING = ("bilateral", "other", "defence_ministers", "foreign_ministers")

_Words = Mapping[str, Mapping[str, Sequence[str]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """One mention of a meeting before it is known which one it is.

    ``kind`` and ``city`` (as the pact's calendar names it; ``place`` as the text does) are ``None`` where the phrase leaves them
    open. ``aspect`` is ``future``, ``past`` or ``present`` by the words beside it. ``times`` stand in its phrase or
    beside it. ``is_full`` tells a mention that says who or where from "the meeting".
    """

    span: Span
    sentence: int
    kind: str | None = None
    city: str | None = None
    place: str | None = None
    aspect: str | None = None
    times: tuple[Time, ...] = ()
    is_full: bool = False
    at_seat: bool = False
    is_named: bool = False


@dataclass(frozen=True, slots=True)
class _Hit:
    """A word of the layer: ``role`` is head, people, meet, one, city or seat."""

    start: int
    end: int
    role: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OccasionGrammar:
    """The words of meetings of a language and a pact, compiled."""

    automaton: AhoCorasick
    meanings: tuple[tuple[str, str], ...]
    leads: tuple[str, ...]
    open_leads: re.Pattern[str]
    between: tuple[str, ...]
    never_after: tuple[str, ...]
    never_before: tuple[str, ...]
    determiners: frozenset[str]
    aspects: Mapping[str, tuple[str, ...]]


def compile_occasions(language: Language, pact: Pact) -> OccasionGrammar:
    """Return the grammar made from the tables ``meetings`` and ``dates`` and from the pact's meetings, cities and capitals."""
    table: _Words = language.tables.get("meetings", {})
    names = pact.names.get(language.code) or Names(lang=language.code)
    places = table.get("places", {})
    meanings = dict(_meanings(table, names))
    return OccasionGrammar(
        automaton=AhoCorasick(list(meanings) or ["\0"], matchkind=MatchKind.LeftmostLongest),
        meanings=tuple(meanings.values()),
        leads=tuple(places.get("leads", ())),
        open_leads=re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, places.get('open_leads', ()))) or '(?!)'}) "),
        between=tuple(table.get("joins", {}).get("between", ())),
        never_after=tuple(table.get("never", {}).get("after", ())),
        never_before=tuple(table.get("never", {}).get("before", ())),
        determiners=frozenset(table.get("determiners", {}).get("words", ())),
        aspects={name: tuple(words) for name, words in language.tables.get("dates", {}).get("aspect", {}).items()},
    )


def _meanings(table: _Words, names: Names) -> Iterator[tuple[str, tuple[str, str]]]:
    """Every phrase with its role and value; a phrase named again takes its last meaning."""
    none = table.get("never", {}).get("whole", ())
    for actor in names.actors.values():
        if actor.capital:
            yield fold(actor.capital), ("city", "")
    for kind, phrases in names.meetings.items():
        yield from ((fold(phrase), _meaning_of(fold(phrase), kind, table)) for phrase in phrases if phrase not in none)
    for kind, people in table.get("people", {}).items():
        yield from ((phrase, ("people", kind)) for phrase in people)
    for kind, nouns in table.get("heads", {}).items():
        yield from ((noun, ("head", kind)) for noun in nouns)
    for role, verbs in table.get("verbs", {}).items():
        yield from ((verb, (role, "")) for verb in verbs)
    yield from ((phrase, ("seat", "")) for phrase in table.get("places", {}).get("seat", ()))
    yield from ((fold(local), ("city", city)) for local, city in names.cities.items())


def _meaning_of(phrase: str, kind: str, table: _Words) -> tuple[str, str]:
    """Whether a phrase of the pact has a noun of meeting in it; one of another kind may be any meeting of the pact."""
    heads = table.get("heads", {})
    if kind == "other":
        return "head", "any" if phrase.startswith(tuple(heads.get("any", ()))) else kind
    nouns = (noun for nouns in heads.values() for noun in nouns)
    return ("head" if kind in ("summit", "bilateral") or any(noun in phrase for noun in nouns) else "people"), kind


def find_occasions(prepared: Prepared, times: Sequence[Time], grammar: OccasionGrammar) -> tuple[Occasion, ...]:
    """Return the mentions of meetings outside the furniture, in order."""
    hits = list(_hits(prepared, grammar))
    starts = [sentence.start for sentence in prepared.sentences]
    time_starts = [time.span.start for time in times]
    found: list[Occasion] = []
    index = 0
    while index < len(hits):
        number = bisect_right(starts, hits[index].start) - 1
        sentence = prepared.sentences[max(number, 0)]
        until = index
        while until < len(hits) and hits[until].start < sentence.end:
            until += 1
        inside = times[bisect_left(time_starts, sentence.start) : bisect_left(time_starts, sentence.end)]
        if until > index:
            found += _in_sentence(prepared, sentence, number, hits[index:until], inside, grammar)
        index = max(until, index + 1)
    return tuple(found)


def _hits(prepared: Prepared, grammar: OccasionGrammar) -> Iterator[_Hit]:
    folded, text = prepared.folded, prepared.text
    furniture = iter(prepared.furniture)
    apart = next(furniture, None)
    for pattern, start, end in grammar.automaton.find_matches_as_indexes(folded):
        if folded[start - 1 : start].isalnum() or folded[end : end + 1].isalnum():
            continue
        while apart and apart.end <= start:
            apart = next(furniture, None)
        if apart and apart.start <= start:
            continue
        role, value = grammar.meanings[pattern]
        if role == "city" and not text[start].isupper():
            continue
        yield _Hit(start, end, role, value)


def _in_sentence(
    prepared: Prepared,
    sentence: Span,
    number: int,
    hits: Sequence[_Hit],
    times: Sequence[Time],
    grammar: OccasionGrammar,
) -> Iterator[Occasion]:
    heads = [hit for hit in hits if hit.role == "head" and not _is_other_word(prepared.folded, hit, grammar)]
    for position, head in enumerate(heads):
        low = max(sentence.start, head.start - _BEFORE, heads[position - 1].end if position else 0)
        high = min(sentence.end, head.end + _AFTER, heads[position + 1].start if position + 1 < len(heads) else 1 << 62)
        yield _occasion(prepared, number, head, Span(low, high), hits, times, grammar)
    if not heads:
        yield from _of_verbs(prepared, sentence, number, hits, times, grammar)


def _of_verbs(
    prepared: Prepared,
    sentence: Span,
    number: int,
    hits: Sequence[_Hit],
    times: Sequence[Time],
    grammar: OccasionGrammar,
) -> Iterator[Occasion]:
    """Those who meet, with a verb of meeting or a place after them."""
    for people in hits:
        if people.role != "people":
            continue
        after = [hit for hit in hits if hit.start >= people.end]
        verb = next((hit for hit in after if hit.role == "meet"), None)
        place = next((hit for hit in after if hit.role in ("city", "seat")), None)
        if verb or place:
            window = Span(people.start, sentence.end)
            yield _occasion(prepared, number, people, window, hits, times, grammar)
        return


def _is_other_word(folded: str, head: _Hit, grammar: OccasionGrammar) -> bool:
    after = folded[head.end : head.end + 30].lstrip()
    before = folded[max(0, head.start - 20) : head.start].rstrip()
    return after.startswith(grammar.never_after) or any(
        before.endswith(word) and not before[: -len(word)][-1:].isalnum() for word in grammar.never_before
    )


def _occasion(
    prepared: Prepared,
    number: int,
    head: _Hit,
    window: Span,
    hits: Sequence[_Hit],
    times: Sequence[Time],
    grammar: OccasionGrammar,
) -> Occasion:
    near = [hit for hit in hits if window.start <= hit.start and hit.end <= window.end]
    people = next((hit for hit in near if hit.role == "people"), None)
    city = _city(prepared, head, near, grammar)
    seat = next((hit for hit in near if hit.role == "seat"), None)
    open_place = None if city or seat else _open_place(prepared.text, head, window, grammar)
    kind = people.value if people else head.value if head.value != "any" else None
    used = [hit for hit in (head, people, seat, city) if hit and not (hit is city and _is_apart(hit, head))]
    start = _with_determiners(prepared.folded, min(hit.start for hit in used), grammar)
    end = max([hit.end for hit in used] + ([open_place.end] if open_place else []))
    place = Span(city.start, city.end) if city else open_place
    beside = tuple(time for time in times if window.start <= time.span.start < window.end + _ASPECT_REACH)
    return Occasion(
        span=Span(start, end),
        sentence=number,
        kind=kind,
        city=(city.value or None) if city else None,
        place=place.cut(prepared.text) if place else None,
        aspect=_aspect(prepared.folded, Span(start, end), prepared.sentences[max(number, 0)], grammar),
        times=beside,
        is_full=bool(people or city or seat or open_place) or head.value in _TELLING,
        at_seat=seat is not None,
        is_named=city is not None and head.value == "summit",
    )


def _city(prepared: Prepared, head: _Hit, near: Iterable[_Hit], grammar: OccasionGrammar) -> _Hit | None:
    """The place of the meeting: a city before the noun ("the Madrid summit") or with a preposition after it."""
    for hit in near:
        if hit.role != "city":
            continue
        if hit.end <= head.start and head.start - hit.end <= 16 and "," not in prepared.folded[hit.end : head.start]:
            return hit
        before = prepared.folded[max(0, hit.start - 14) : hit.start].rstrip()
        if hit.start >= head.end and before.endswith(grammar.leads):
            return hit
    return None


def _is_apart(city: _Hit, head: _Hit) -> bool:
    """Whether a city stands before the noun without belonging to its phrase ("in Brussels for a meeting")."""
    return city.end <= head.start and head.start - city.end > _ADJACENT


def _open_place(text: str, head: _Hit, window: Span, grammar: OccasionGrammar) -> Span | None:
    """A capitalised place that no gazetteer knows, close after the noun."""
    for lead in grammar.open_leads.finditer(text, head.end, min(window.end, head.end + 60)):
        if name := _CAPITALISED.match(text, lead.end()):
            return Span(name.start(), name.end())
    return None


def _with_determiners(folded: str, start: int, grammar: OccasionGrammar) -> int:
    """Where the phrase begins, articles and adjectives before its noun included."""
    for _ in range(3):
        before = folded[max(0, start - 16) : start]
        word = _DETERMINER.search(before)
        if not word or word[1].rstrip() not in grammar.determiners:
            break
        start -= len(word[1])
    return start


def _aspect(folded: str, span: Span, sentence: Span, grammar: OccasionGrammar) -> str | None:
    """Whether the words right beside in its sentence say that it is to come, over, or under way."""
    before = folded[max(sentence.start, span.start - _ASPECT_REACH) : span.start + 24]
    after = folded[span.start : min(sentence.end, span.end + _ASPECT_REACH)]
    for aspect in ("future", "present", "past"):
        for word in grammar.aspects.get(aspect, ()):
            if _stands_in(before, word) or _stands_in(after, word):
                return aspect
    return None


def _stands_in(part: str, word: str) -> bool:
    at = part.find(word)
    return at >= 0 and not part[at - 1 : at].isalnum() and not part[at + len(word) : at + len(word) + 1].isalnum()
