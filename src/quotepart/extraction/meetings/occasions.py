"""Phrases that name a meeting: who meets, where, and whether it is past, under way or to come."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

from quotepart.extraction.meetings.anchors import (
    AFTER,
    BEFORE,
    BEFORE_PEOPLE,
    HITS_AHEAD,
    JOINED,
    LEAD,
    Hit,
    Sentence,
    actor_after,
    find_anchors,
    find_hits,
    find_hits_in_head,
)
from quotepart.extraction.meetings.words import ASPECTS, PEERS, OccasionGrammar
from quotepart.extraction.text.prepared import Prepared
from quotepart.extraction.text.whole_words import whole_words
from quotepart.extraction.times.clues import says
from quotepart.extraction.times.times import Time
from quotepart.model.frozen import dataclass
from quotepart.model.span import Span

_ASPECT_REACH = 60
_FEW_WORDS = 3
_EVE_REACH = 24
_CAPITALISED = re.compile(r"[A-ZÉÈÎÔ][\w’'-]+(?: [A-ZÉÈÎÔ][\w’'-]+)?")
_DETERMINER = re.compile(r"(?<![\w'-])([\w-]+(?:'| ))$")

_TELLING = ("bilateral", "other", "defence_ministers", "foreign_ministers")


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """One mention of a meeting before it is known which one it is.

    ``kind`` and ``city`` (as the pact's calendar names it; ``place`` as the text does) are ``None`` where the phrase leaves
    them open, ``lasts`` is the number of its days where that is said. ``aspect`` is ``future``, ``past`` or ``present`` by
    the words beside it, ``is_eve`` where they say that it is the day before. ``times`` stand in its phrase or beside it.
    ``is_full`` tells a mention that says who or where from "the meeting"; ``is_bare`` has a verb and a place alone,
    ``is_place`` a place and its time, ``is_of_pact`` says whose meeting it is and no more.
    """

    span: Span
    sentence: int
    kind: str | None = None
    city: str | None = None
    place: str | None = None
    aspect: str | None = None
    times: tuple[Time, ...] = ()
    is_full: bool = False
    lasts: int | None = None
    at_seat: bool = False
    is_eve: bool = False
    is_bare: bool = False
    is_place: bool = False
    is_named: bool = False
    is_of_pact: bool = False


def find_occasions(prepared: Prepared, times: Sequence[Time], grammar: OccasionGrammar) -> tuple[Occasion, ...]:
    """Return the mentions of meetings outside the furniture, in order; if there are none, those in the head of the page."""
    return _among(find_hits(prepared, grammar), prepared, times, grammar) or _among(
        find_hits_in_head(prepared, grammar), prepared, times, grammar
    )


def _among(
    found_hits: Iterator[Hit], prepared: Prepared, times: Sequence[Time], grammar: OccasionGrammar
) -> tuple[Occasion, ...]:
    """The mentions of meetings that some words make."""
    hits = list(found_hits)
    starts = [sentence.start for sentence in prepared.sentences]
    time_starts = [time.span.start for time in times]
    found: list[Occasion] = []
    index = 0
    while index < len(hits):
        number = max(bisect_right(starts, hits[index].start) - 1, 0)
        span = prepared.sentences[number]
        until = index + 1
        while until < len(hits) and hits[until].start < span.end:
            until += 1
        inside = times[bisect_left(time_starts, span.start) : bisect_left(time_starts, span.end)]
        sentence = Sentence(
            prepared=prepared, grammar=grammar, number=number, span=span, hits=hits[index:until], times=inside
        )
        found += _in_sentence(sentence)
        index = until
    return tuple(found)


def _in_sentence(sentence: Sentence) -> Iterator[Occasion]:
    anchors = find_anchors(sentence)
    earlier = sentence.span.start
    for position, anchor in enumerate(anchors):
        later = anchors[position + 1].start if position + 1 < len(anchors) else sentence.span.end
        low = max(earlier, anchor.start - (BEFORE if anchor.role == "head" else BEFORE_PEOPLE))
        window = Span(low, max(anchor.end, min(later, anchor.end + AFTER)))
        occasion = _occasion(sentence, anchor, window, later)
        earlier = max(occasion.span.end, anchor.end)
        if not _is_habit(sentence, occasion.span):
            yield occasion


def _is_habit(sentence: Sentence, span: Span) -> bool:
    """Whether meetings of a kind are told of, as in "twice a year", and none of them."""
    end = min(sentence.span.end, span.end + _ASPECT_REACH)
    return says(
        sentence.prepared.folded[max(sentence.span.start, span.start - _ASPECT_REACH) : end], sentence.grammar.habit
    )


def _occasion(sentence: Sentence, anchor: Hit, window: Span, later: int) -> Occasion:
    prepared, grammar = sentence.prepared, sentence.grammar
    first = bisect_left(sentence.hits, window.start, key=lambda hit: hit.start)
    last = bisect_left(sentence.hits, window.end, key=lambda hit: hit.start)
    near = [hit for hit in sentence.hits[first:last] if hit.end <= window.end]
    people = next((hit for hit in near if hit.role == "people" and _may_meet(hit, anchor)), None)
    seat = next((hit for hit in near if hit.role == "seat"), None)
    verb = next((hit for hit in near if hit.role == "meet"), None) if anchor.role == "people" else None
    city, is_apart = _city(sentence, anchor, near)
    open_place = None if city or seat else _open_place(prepared, anchor, window, grammar)
    used = [hit for hit in (anchor, people, verb, seat, None if is_apart else city) if hit]
    start = _with_determiners(prepared.folded, min(hit.start for hit in used), grammar)
    met = actor_after(prepared, anchor) if anchor.role == "one" else None
    span = Span(start, max([hit.end for hit in used] + [part.end for part in (open_place, met) if part]))
    place = Span(city.start, city.end) if city else open_place
    kind = _kind(prepared, anchor, people, sentence.hits)
    times = _times_of(sentence, span, window, later)
    return Occasion(
        span=span,
        sentence=sentence.number,
        kind=kind,
        city=(city.value or None) if city else None,
        place=_place_name(prepared, place, grammar) if place else None,
        aspect="future" if _is_ahead(span, times) else _aspect(prepared.folded, span, sentence.span, grammar),
        times=times,
        is_full=bool(people or city or seat or open_place) or kind in _TELLING,
        lasts=_lasts(prepared.folded, span, grammar),
        at_seat=seat is not None,
        is_bare=anchor.role in ("meet", "city"),
        is_place=anchor.role == "city",
        is_eve=says(prepared.folded[max(sentence.span.start, span.start - _EVE_REACH) : span.end], grammar.eve),
        is_named=city is not None and anchor.value == "summit",
        is_of_pact=anchor.value == "pact" and not (people or city or seat or open_place),
    )


def _is_ahead(span: Span, times: Sequence[Time]) -> bool:
    """Whether a time right beside a phrase lies ahead: "next year, at the summit"."""
    return any(
        time.shift > 0 and time.span.start - span.start >= -_EVE_REACH and time.span.start - span.end <= _EVE_REACH
        for time in times
    )


def _place_name(prepared: Prepared, place: Span, grammar: OccasionGrammar) -> str:
    """A place as the text names it, or the capital that it calls by its state."""
    return grammar.capitals.get(place.cut(prepared.folded)) or place.cut(prepared.text)


def _lasts(folded: str, span: Span, grammar: OccasionGrammar) -> int | None:
    """How many days the meeting takes, where that is said within or right beside its phrase: "a two-day summit"."""
    found = grammar.days.search(folded, max(0, span.start - 12), span.end + 24)
    return grammar.numbers[found[1]] if found and found[1] in grammar.numbers else None


def _times_of(sentence: Sentence, span: Span, window: Span, later: int) -> tuple[Time, ...]:
    """The expressions of time beside a phrase that do not stand closer to the next meeting, which begins at ``later``."""
    limit = min(later, window.end + _ASPECT_REACH)
    first, last = (
        bisect_left(sentence.times, edge, key=lambda time: time.span.start) for edge in (window.start, limit)
    )
    folded, clauses = sentence.prepared.folded, sentence.grammar.clauses
    near = [t for t in sentence.times[first:last] if not says(folded[span.end : max(t.span.start, span.end)], clauses)]
    is_last = later >= sentence.span.end
    return tuple(
        time
        for time in near
        if is_last or time.span.end <= span.end or time.span.start - span.end <= later - time.span.end
    )


def _may_meet(people: Hit, anchor: Hit) -> bool:
    """Whether people belong to the phrase of a meeting: no ministers to a summit, counterparts only right after its noun."""
    if anchor.value == "summit":
        return people.value == "summit"
    return people.value != PEERS or 0 <= people.start - anchor.end <= JOINED


def _kind_of_peers(hits: Sequence[Hit], anchor: Hit) -> str | None:
    """What kind of meeting it is where a minister named before meets "his counterparts"."""
    at = bisect_left(hits, anchor.start, key=lambda hit: hit.start)
    offices = [hit.value for hit in hits[max(0, at - HITS_AHEAD) : at] if hit.role == "minister"]
    return offices[-1] if offices else None


def _kind(prepared: Prepared, anchor: Hit, people: Hit | None, hits: Sequence[Hit]) -> str | None:
    """What kind of meeting the words make it; two meet only where the other is named."""
    if anchor.role == "city":
        return people.value if people and people.value != PEERS else None
    kind = people.value if people else "bilateral" if anchor.role == "one" else anchor.value
    if kind == PEERS:
        return _kind_of_peers(hits, anchor)
    if kind == "bilateral" and anchor.role == "head" and not actor_after(prepared, anchor):
        return None
    return None if kind in ("any", "pact", "") else kind


def _city(sentence: Sentence, anchor: Hit, near: Iterable[Hit]) -> tuple[Hit | None, bool]:
    """The place of the meeting, and whether it stands apart from its phrase, as in "in Brussels for a meeting"."""
    folded, grammar = sentence.prepared.folded, sentence.grammar
    for hit in near:
        if hit.role != "city":
            continue
        leads = folded[max(0, hit.start - 14) : hit.start].rstrip().endswith(grammar.leads)
        if hit.end <= anchor.start:
            between = folded[hit.end : anchor.start].replace("'s ", " ").split()
            if all(word in grammar.determiners for word in between) and not leads:
                return hit, False
            if leads and anchor.role == "people" and _follows_verb(near, hit):
                return hit, False
            if leads and len(between) <= _FEW_WORDS and "," not in folded[hit.end : anchor.start]:
                return hit, True
        elif leads and ("," not in folded[anchor.end : hit.start] or hit.start - anchor.end <= BEFORE):
            return hit, False
    return None, False


def _follows_verb(near: Iterable[Hit], city: Hit) -> bool:
    return any(hit.role == "meet" and 0 <= city.start - hit.end <= LEAD for hit in near)


def _open_place(prepared: Prepared, anchor: Hit, window: Span, grammar: OccasionGrammar) -> Span | None:
    """A capitalised place that no gazetteer knows, close after the noun: "la réunion, mardi à Klow", "le sommet de Klow"."""
    text = prepared.text
    leads = [lead.end() for lead in grammar.open_leads.finditer(text, anchor.end, min(window.end, anchor.end + 60))]
    leads += [anchor.end + len(lead) for lead in (" de ", " d'", " d’") if text.startswith(lead, anchor.end)]
    for start in leads:
        name = _CAPITALISED.match(text, start)
        is_apart = says(prepared.folded[anchor.end : start], grammar.clauses)
        if name and not (is_apart or _is_actor(prepared, start)):
            return Span(name.start(), name.end())
    return None


def _is_actor(prepared: Prepared, start: int) -> bool:
    at = bisect_left(prepared.mentions, start, key=lambda mention: mention.span.start)
    here = prepared.mentions[at : at + 1]
    return bool(here) and here[0].span.start == start and here[0].kind in ("person", "group", "institution", "office")


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
    """Whether the words beside it in its sentence say that it is to come, over, or under way: the nearest of them."""
    start = max(sentence.start, span.start - _ASPECT_REACH)
    part = folded[start : min(sentence.end, span.end + _ASPECT_REACH)]
    nearest = (_ASPECT_REACH + 1, len(ASPECTS))
    for pattern, first, last in whole_words(grammar.aspect_words, part, overlapping=True):
        away = max(0, span.start - start - last, start + first - span.end)
        nearest = min(nearest, (away, grammar.aspects[pattern]))
    return ASPECTS[nearest[1]] if nearest[1] < len(ASPECTS) else None
