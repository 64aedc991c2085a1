"""Which meeting a report is about: the first it names as under way or near, with the city that its first sentences name."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from itertools import islice

from quotepart.extraction.dates.distance import lies_back
from quotepart.extraction.dates.evidence import Evidence
from quotepart.extraction.meetings.occasions import Occasion
from quotepart.extraction.text.whole_words import whole_words
from quotepart.extraction.times.clues import says
from quotepart.model.span import Span

_LEAD = 10  # sentences in which a report names the meeting it is about
_HEAD = 3  # sentences in which it tells of the ministers who met
_NAMED = 18  # characters beside ministers in which the pact's name makes them its own
_BESIDE = 40  # characters between a meeting and a year that is its own
_SMALL = ("bilateral", "other")
_DATELINE = 40  # characters behind a city in which the dash of a dateline stands
_DASHES = (" — ", " – ", " - ", " -- ", " >> ")
_NEAR = 2  # sentences between a meeting and the city that is its place
_DAYS = ("day", "week")  # units of time in which what is near is told
_NEARBY = (*_DAYS, "month")
_LED = 12  # characters before a place in which a preposition leads to it
_HOSTS = 24  # characters after a city in which a verb may make it the host
_OWN_YEAR = 8  # characters between a city and a year that makes it another time's


def own_occasion(evidence: Evidence) -> Occasion | None:
    """Return the meeting a report is about, ``None`` where it names none of these days.

    A meeting of another year or month is not the report's; talks of two are where nothing else is named.
    """
    others = other_meetings(evidence)
    far = _far_meetings(evidence)
    until = _end_of_lead(evidence)
    other_days = _first_of_other_days(evidence)
    usable = [
        occasion
        for occasion in evidence.occasions
        if occasion.span.start < until
        and _is_near(occasion)
        and not _is_dated(evidence, occasion)
        and (occasion.kind, occasion.city) not in others | far
        and (occasion.is_full or occasion.span.start < other_days.get(occasion.kind, until))
    ]
    full = next((occasion for occasion in usable if occasion.is_full and occasion.kind not in _SMALL), None)
    found = full or next((occasion for occasion in usable if occasion.kind == "summit"), None)
    found = found or next((occasion for occasion in usable if occasion.is_full), None) or _of_ministers(evidence)
    return _placed(evidence, found, others) if found and found.city is None and found.place is None else found


def ministers_named(evidence: Evidence) -> Mapping[str, Span]:
    """Return the kinds of ministers of the pact of whom the first sentences tell, with the place of each."""
    grammar, prepared, found = evidence.grammar, evidence.prepared, dict[str, Span]()
    lead = list(islice((each for each in prepared.sentences if evidence.is_kept(each)), _HEAD))
    for pattern, start, end in whole_words(grammar.ministers, prepared.folded):
        beside = prepared.folded[max(0, start - _NAMED) : start], prepared.folded[end : end + _NAMED]
        if any(each.holds(Span(start, end)) for each in lead) and any(says(part, grammar.whole) for part in beside):
            found.setdefault(grammar.kinds[pattern], Span(start, end))
    return found


def _of_ministers(evidence: Evidence) -> Occasion | None:
    """The meeting of the ministers of whom a report tells that names none: "the ministers agreed on Friday"."""
    named = ministers_named(evidence) if not evidence.occasions or _all_far(evidence) else {}
    if len(named) != 1:
        return None
    ((kind, span),) = named.items()
    return Occasion(span=span, sentence=0, kind=kind, is_full=True)


def _all_far(evidence: Evidence) -> bool:
    return all(occasion.kind == "summit" and _is_far(occasion) for occasion in evidence.occasions)


def other_meetings(evidence: Evidence) -> frozenset[tuple[str | None, str | None]]:
    """Return kind and city of the meetings that a report calls by their year, or calls the last."""
    return frozenset(
        (occasion.kind, occasion.city)
        for occasion in evidence.occasions
        if occasion.city and (_is_dated(evidence, occasion) or (occasion.aspect == "past" and not _is_near(occasion)))
    )


def _far_meetings(evidence: Evidence) -> frozenset[tuple[str | None, str | None]]:
    """Kind and city of the meetings that are put weeks ahead, where no other mention calls them near."""
    named = [occasion for occasion in evidence.occasions if occasion.city]
    near = {(o.kind, o.city) for o in named if any(t.unit in _NEARBY and t.shift in (0, -1) for t in o.times)}
    return frozenset((o.kind, o.city) for o in named if _is_far(o)) - near


def _first_of_other_days(evidence: Evidence) -> dict[str | None, int]:
    """Where a meeting of each kind to come, or over, is first called by its place: a bare word behind it stands for it."""
    found: dict[str | None, int] = {}
    for occasion in evidence.occasions:
        is_over = occasion.aspect == "past" and not _is_near(occasion)
        if occasion.is_named and (occasion.aspect == "future" or is_over):
            found.setdefault(occasion.kind, occasion.span.start)
    return found


def _end_of_lead(evidence: Evidence) -> int:
    """Where the first sentences of the report end, what belongs to the page aside."""
    kept = (sentence for sentence in evidence.prepared.sentences if evidence.is_kept(sentence))
    after = next(islice(kept, _LEAD, None), None)
    return after.start if after else len(evidence.prepared.text)


def _is_dated(evidence: Evidence, occasion: Occasion) -> bool:
    """Whether a meeting is called by its year or month and year, as nobody calls one of these days."""
    last = evidence.grammar.horizon.until.year
    end, start = occasion.span.end + _BESIDE, occasion.span.start - _BESIDE
    beside = (time for time in occasion.times if time.span.end >= start and time.span.start <= end)
    return any(time.year and time.year <= last and not time.day and not time.bound for time in beside)


def _is_near(occasion: Occasion) -> bool:
    """Whether a meeting is under way or a matter of days."""
    has_weekday = any(time.weekday or time.unit in _DAYS for time in occasion.times)
    is_called = occasion.is_named or any(time.day and time.month for time in occasion.times)
    has_year = any(time.year for time in occasion.times)
    is_elsewhere = is_called and occasion.aspect == "future" and (has_year or not has_weekday)
    has_distance = lies_back(occasion.times) or any(
        (time.weekday and not time.turn) or (time.unit in _DAYS and time.shift == 0) for time in occasion.times
    )
    is_past = occasion.aspect == "past" and not has_distance
    return not (is_past or is_elsewhere or _is_far(occasion))


def _is_far(occasion: Occasion) -> bool:
    """Whether the times beside a meeting put it weeks ahead, or into a month or year."""
    return any(
        (time.unit in ("month", "year") and time.shift > 0)
        or (time.unit == "week" and time.shift > 1)
        or (time.unit == "year" and time.shift == 0)
        or bool(time.month and not time.day and not time.bound)
        for time in occasion.times
    )


def _placed(evidence: Evidence, own: Occasion, others: frozenset[tuple[str | None, str | None]]) -> Occasion:
    """The meeting with the one city of the pact's calendar that is named near it, where none of its kind names its own."""
    alike = [each for each in evidence.occasions if each.kind == own.kind]
    said = {each.city for each in alike if each.city and (each.kind, each.city) not in others}
    if said or own.kind == "bilateral":
        fuller = next((each for each in alike if each.city and _is_near(each)), None)
        return replace(own, city=fuller.city) if fuller and said == {fuller.city} else own
    near = {number for each in alike for number in range(each.sentence - _NEAR, each.sentence + _NEAR + 1)}
    named = {*_cities(evidence, near), *_cities_of_states(evidence, own, {each.sentence for each in alike})}
    met = evidence.grammar.calendar.met
    cities = {city for city in named if (own.kind, city) not in others and met(own.kind, city)}
    return replace(own, city=cities.pop(), is_named=own.kind == "summit") if len(cities) == 1 else own


def _cities(evidence: Evidence, numbers: Collection[int]) -> Iterator[str]:
    """The cities away from the pact's seat in which something happens, or which host it, in the sentences of these numbers."""
    folded, grammar = evidence.prepared.folded, evidence.grammar
    for pattern, first, last in whole_words(grammar.cities, folded):
        span, city = Span(first, last), grammar.held_in[pattern]
        if city == grammar.seat:
            continue
        hosts = folded[last : last + _HOSTS].lstrip().startswith(grammar.hosts)
        is_there = hosts or _is_led(evidence, first) or _heads_line(evidence, span)
        if (
            is_there
            and _sentence_of(evidence, first) in numbers
            and evidence.is_kept(span)
            and not _has_year(evidence, span)
        ):
            yield city


def _cities_of_states(evidence: Evidence, own: Occasion, numbers: Collection[int]) -> Iterator[str]:
    """The cities of the states in which something happens, in these sentences, where a meeting can have been: "in Poland"."""
    for mention in evidence.prepared.mentions:
        start = mention.span.start
        if mention.kind != "member" or _sentence_of(evidence, start) not in numbers or not _is_led(evidence, start):
            continue
        for held in evidence.grammar.calendar.met(own.kind):
            is_possible = any(window.first <= held.last and held.first < window.until for window in evidence.left)
            if held.meeting.country in mention.actors and is_possible and held.meeting.city != evidence.grammar.seat:
                yield held.meeting.city


def _heads_line(evidence: Evidence, city: Span) -> bool:
    """Whether a city stands at the head of a report, before the dash of a dateline: "KLOW, Syldavia (AP) — "."""
    paragraphs = evidence.prepared.paragraphs
    at = bisect_right(paragraphs, city.start, key=lambda paragraph: paragraph.start) - 1
    after = evidence.prepared.folded[city.end : city.end + _DATELINE]
    return at >= 0 and paragraphs[at].start == city.start and any(dash in after for dash in _DASHES)


def _is_led(evidence: Evidence, start: int) -> bool:
    """Whether a preposition of place leads to a name, an article between them aside: "in the Netherlands"."""
    before = evidence.prepared.folded[max(0, start - _LED) : start].split()[-2:]
    articles = evidence.grammar.articles
    if before and before[-1] in articles and before[-1] not in evidence.grammar.leads:
        before.pop()
    return bool(before) and before[-1] in evidence.grammar.leads


def _sentence_of(evidence: Evidence, start: int) -> int:
    return bisect_right(evidence.prepared.sentences, start, key=lambda sentence: sentence.start) - 1


def _has_year(evidence: Evidence, city: Span) -> bool:
    """Whether a year follows a city: "in Wales in 2014"."""
    at = bisect_left(evidence.times, city.end, key=lambda time: time.span.start)
    after = evidence.times[at : at + 1]
    return bool(after) and after[0].year is not None and after[0].span.start - city.end <= _OWN_YEAR
