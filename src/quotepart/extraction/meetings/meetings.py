"""Which meetings a document speaks of: each at its first full mention, linked to the pact's calendar where that is sure."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import cast

from quotepart.extraction.languages.language import Language
from quotepart.extraction.meetings.occasions import Occasion
from quotepart.extraction.text.headlines import is_in_headline
from quotepart.extraction.text.prepared import Prepared
from quotepart.extraction.times.resolve import resolve_time
from quotepart.extraction.times.times import Time
from quotepart.extraction.times.windows import Calendar, Held, Window
from quotepart.model.dates import Dating, Period, day_after, first_day
from quotepart.model.entry import MeetingKind, MeetingMention
from quotepart.model.frozen import dataclass
from quotepart.model.pact import Names, Pact

_BESIDE = 40  # characters after the phrase in which its date may stand
_MOST = 100  # meetings that one document can speak of
_LEAD = 4  # sentences in which a report names the meeting it is about
_OWN = dt.timedelta(days=8)  # how far from a report the meeting it is about can be
_AHEAD = dt.timedelta(days=500)
_BACK = dt.timedelta(days=4000)
_MINISTERS = ("defence_ministers", "foreign_ministers")
_UNLINKED: frozenset[str] = frozenset(("bilateral", "other"))


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingGrammar:
    """What the calendar's cities are called in a language, and where the pact has its seat."""

    cities: Mapping[str, str]
    seat: str | None
    calendar: Calendar


@dataclass(frozen=True, slots=True)
class _Linked:
    """A mention with what is known of its meeting."""

    occasion: Occasion
    held: Held | None
    period: Period | None

    @property
    def kind(self) -> str | None:
        return self.held.meeting.kind if self.held else self.occasion.kind


def compile_meetings(language: Language, pact: Pact) -> MeetingGrammar:
    """Return the grammar made from the pact's calendar and its names of cities."""
    names = pact.names.get(language.code) or Names(lang=language.code)
    local: dict[str, str] = {}
    for word, city in names.cities.items():
        local.setdefault(city, word)
    counted = [meeting.city for meeting in pact.meetings]
    return MeetingGrammar(cities=local, seat=max(counted, key=counted.count, default=None), calendar=Calendar(pact))


def find_meetings(
    prepared: Prepared, occasions: Sequence[Occasion], grammar: MeetingGrammar
) -> tuple[MeetingMention, ...]:
    """Return one entry a meeting, in the order of their first full mentions."""
    kept: list[_Linked] = []
    for occasion in occasions:
        linked = _link(prepared, occasion, grammar)
        if not _is_worth(linked) or len(kept) >= _MOST:
            continue
        index = next((i for i, known in enumerate(kept) if _is_same(known, linked)), None)
        if index is None:
            kept.append(linked)
        elif _says_more(linked.occasion, kept[index]) or _is_told(prepared, linked.occasion, kept[index].occasion):
            kept[index] = replace(linked, held=linked.held or kept[index].held)
        elif kept[index].held is None and linked.held:
            kept[index] = replace(kept[index], held=linked.held)
    told = sorted(kept, key=lambda linked: linked.occasion.span.start)
    return tuple(_mention(linked, prepared.published, grammar) for linked in told)


def _is_worth(linked: _Linked) -> bool:
    """Whether a mention says which meeting it means."""
    occasion = linked.occasion
    if occasion.is_place:
        return linked.held is not None and linked.period is not None
    if occasion.kind in _UNLINKED:
        return bool(occasion.place or linked.period or occasion.times)
    if occasion.is_of_pact:
        return linked.held is not None and occasion.sentence < _LEAD
    is_known = linked.held is not None or bool(linked.period or occasion.times) or occasion.sentence < _LEAD
    return occasion.is_full or (occasion.kind == "summit" and is_known)


def _says_more(later: Occasion, known: _Linked) -> bool:
    """Whether a later mention is the first full one: a noun after a verb alone, a place or people after no more than a word."""
    if known.occasion.is_bare:
        return later.kind is not None
    return later.is_full and not later.is_bare and not (known.occasion.is_full or known.held or known.period)


def _is_told(prepared: Prepared, later: Occasion, known: Occasion) -> bool:
    """Whether a later mention is the first full one of the report, after a headline that says not both who meets and where."""
    if not later.is_full or later.is_bare or (known.kind in _MINISTERS and known.place):
        return False
    return is_in_headline(prepared, known.span) and not is_in_headline(prepared, later.span)


def _is_same(known: _Linked, other: _Linked) -> bool:
    """Whether a later mention means a meeting that was named before."""
    if known.held and other.held:
        return known.held.meeting.id == other.held.meeting.id
    kinds = {known.kind, other.kind} - {None}
    if len(kinds) > 1:
        return False
    if known.period and other.period and known.period != other.period:
        return False
    places = {(each.occasion.place or "").casefold() for each in (known, other)} - {""}
    return len(places) <= 1 or known.occasion.city == other.occasion.city is not None


def _link(prepared: Prepared, occasion: Occasion, grammar: MeetingGrammar) -> _Linked:
    time, period = _said(prepared, occasion)
    if occasion.kind in _UNLINKED or (occasion.place and not occasion.city):
        return _Linked(occasion, None, period)
    city = occasion.city or (grammar.seat if occasion.at_seat else None)
    candidates = grammar.calendar.met(occasion.kind, city)
    if period:
        said = _days_of(period)
        in_period = [held for held in candidates if said.first <= held.last and held.first < said.until]
        is_loose = time is not None and time.year is None and _is_elsewhere(occasion, grammar)
        if in_period or (_is_distant(period, prepared.published) and not is_loose):
            return _Linked(occasion, _only(in_period), period)
    if prepared.published is None:
        return _Linked(occasion, _only(candidates) if occasion.is_named else None, period)
    return _Linked(occasion, _nearest(occasion, candidates, prepared.published, grammar), period)


def _is_elsewhere(occasion: Occasion, grammar: MeetingGrammar) -> bool:
    """Whether a summit is named by a city that is not the pact's seat, and so by itself alone."""
    return occasion.is_named and occasion.city != grammar.seat


def _said(prepared: Prepared, occasion: Occasion) -> tuple[Time | None, Period | None]:
    """The time said with the phrase itself or right after it, and what it means."""
    for time in sorted(occasion.times, key=lambda time: time.span.start < occasion.span.start):
        is_beside = occasion.span.start - 24 <= time.span.start <= occasion.span.end + _BESIDE
        if is_beside and not time.bound and (period := resolve_time(time, prepared.published)) and period.start:
            return time, period
    return None, None


def _days_of(period: Period) -> Window:
    """The days of a period whose start is known."""
    start, end = period.start or "", period.end or period.start or ""
    return Window(first_day(start), day_after(end))


def _is_distant(period: Period, published: Dating | None) -> bool:
    """Whether the time said is not that of the report, so that the report's own meeting is not meant."""
    if published is None or period.start is None:
        return True
    return not (
        first_day(period.start) <= published.latest and published.earliest < day_after(period.end or period.start)
    )


def _only(held: Sequence[Held]) -> Held | None:
    return held[0] if len(held) == 1 else None


def _nearest(occasion: Occasion, candidates: Sequence[Held], published: Dating, grammar: MeetingGrammar) -> Held | None:
    """The meeting meant by a report of that day: its own, or for a named city the nearest in the direction said."""
    first, last = published.earliest, published.latest
    near = [held for held in candidates if held.first - _OWN <= last and first <= held.last + _OWN]
    is_own = (
        occasion.sentence < _LEAD and occasion.kind is None and (occasion.is_of_pact or occasion.city == grammar.seat)
    )
    if near and (occasion.aspect != "past" or is_own or not occasion.is_full):
        return _closest(near, first, last)
    begun = [held for held in near if held.first <= last]
    if begun and occasion.aspect == "past" and occasion.kind != "summit":
        return _closest(begun, first, last)
    is_elsewhere = _is_elsewhere(occasion, grammar)
    ahead = [held for held in candidates if last < held.first <= last + _AHEAD]
    back = [
        held for held in candidates if first - _BACK <= held.last and (held.last < first or held.last <= last > first)
    ]
    if occasion.aspect == "future" and (is_elsewhere or occasion.kind == "summit"):
        return min(ahead, key=lambda held: held.first, default=None)
    if occasion.aspect == "past" and (is_elsewhere or occasion.kind == "summit"):
        return max(back or near, key=lambda held: held.first, default=None)
    return _closest([*back, *ahead], first, last) if is_elsewhere else None


def _closest(held: Sequence[Held], first: dt.date, last: dt.date) -> Held | None:
    """The meeting with the fewest days between it and a report of ``first`` to ``last``."""
    return min(held, key=lambda each: max(0, (each.first - last).days, (first - each.last).days), default=None)


def _date_of_own(occasion: Occasion, published: Dating | None) -> str | None:
    """The month of a report, for the meeting that its first sentences speak of as of these days."""
    is_own = occasion.sentence < _LEAD and occasion.aspect in (None, "present")
    return published.date[:7] if published and is_own else None


def _mention(linked: _Linked, published: Dating | None, grammar: MeetingGrammar) -> MeetingMention:
    held, occasion = linked.held, linked.occasion
    city = occasion.place or (grammar.cities.get(held.meeting.city, held.meeting.city) if held else None)
    return MeetingMention(
        span=occasion.span,
        kind=cast(MeetingKind, linked.kind or "other"),
        city=city,
        date=_date(linked) or _date_of_own(linked.occasion, published),
        meeting_id=held.meeting.id if held else None,
    )


def _date(linked: _Linked) -> str | None:
    if linked.held:
        meeting = linked.held.meeting
        return meeting.start if meeting.end in ("", meeting.start) else f"{meeting.start}/{meeting.end}"
    period = linked.period
    if period is None or period.start is None:
        return None
    return period.start if period.end in (None, period.start) else f"{period.start}/{period.end}"
