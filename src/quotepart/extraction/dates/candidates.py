"""Which meetings of the calendar a report can be about, the days it can then be from, and how well the rest fits."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from itertools import pairwise

from quotepart.extraction.dates.distance import lies_back, written_after, written_before
from quotepart.extraction.dates.evidence import Evidence, day_of
from quotepart.extraction.dates.own_meeting import ministers_named, other_meetings
from quotepart.extraction.dates.years import weekdays_of_report
from quotepart.extraction.meetings.occasions import Occasion
from quotepart.extraction.times.clues import says
from quotepart.extraction.times.times import Time
from quotepart.extraction.times.windows import Held
from quotepart.model.frozen import dataclass

BEFORE = 3  # days before a meeting on which a report of it may appear
_AFTER = 2
_SPAN = dt.timedelta(days=max(BEFORE, _AFTER))
SAID = 1.5  # what a day and month of a meeting weigh
FEWEST = 2  # weekdays, or full mentions of a meeting, that tell more than one does
_BESIDE = 70  # characters beside a meeting in which the pact's name makes it the pact's
_JOINED = 6  # characters between two weekdays that are named together
_SOON = 60  # days ahead for which a meeting is called by its days alone
_MONTHS_AHEAD = 120  # days ahead for which it is called by its month alone
_LOOSE = (None, "other", "bilateral")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A meeting the report may be about, the days it can be from, and how well the rest of the text fits."""

    held: Held
    days: tuple[dt.date, ...]
    score: float


def candidates_of(evidence: Evidence, own: Occasion) -> Iterator[Candidate]:
    """Yield the meetings that ``own``, the one a report is about, can be, each with the days it leaves."""
    grammar = evidence.grammar
    city = own.city or (grammar.seat if own.at_seat else None)
    if (own.place and not city) or own.kind == "bilateral" or (own.kind == "other" and not city):
        return
    others = {
        occasion.kind
        for occasion in evidence.occasions
        if not (occasion.is_named or occasion.aspect == "future") or (own.city and occasion.city == own.city)
    }
    others = others - set(_LOOSE) or ({*ministers_named(evidence)} if own.kind is None else set())
    if own.kind is None and not (others or _is_of_allies(evidence, own)):
        return
    kinds: set[str | None] = {own.kind} if own.kind not in _LOOSE else {*others} or {None}
    weekdays = weekdays_of_report(evidence)[:1]
    said = [time for time in own.times if time.month and time.day]
    others_named = other_meetings(evidence)
    ahead = _years_ahead(evidence, own)
    for kind in kinds:
        for held in grammar.calendar.met(kind, city):
            is_other = (held.meeting.kind, held.meeting.city) in others_named and city is None
            if is_other or held.first.year in ahead:
                continue
            days = tuple(_days(evidence, held, weekdays, own))
            is_said = not said or any(_is_on(held, time) for time in said)
            if days and is_said and _lasts(held, own) and _is_told_then(held, weekdays, own):
                yield Candidate(held, days, _fit(evidence, held, weekdays, own))


def _is_of_allies(evidence: Evidence, own: Occasion) -> bool:
    """Whether a meeting without a kind is the pact's: named beside it, called by its days, or of many away from its seat."""
    folded, span = evidence.prepared.folded, own.span
    beside = folded[max(0, span.start - _BESIDE) : span.end + _BESIDE]
    is_called = any(time.day and time.month for time in own.times)
    return is_called or (own.is_bare and own.city != evidence.grammar.seat) or says(beside, evidence.grammar.whole)


def _years_ahead(evidence: Evidence, own: Occasion) -> set[int | None]:
    """The years in which other meetings of its kind are still to come: "the next summit, in 2026"."""
    others = (other for other in evidence.occasions if other.aspect == "future" and other.kind == own.kind)
    return {time.year for other in others if other != own for time in other.times if time.year}


def _is_on(held: Held, time: Time) -> bool:
    """Whether a day and month falls into a meeting; a range of days must be the meeting's own."""
    first, last = (held.first.month, held.first.day), (held.last.month, held.last.day)
    said = (time.month or 0, time.day or 0)
    return first <= said <= last and (time.last_day is None or (said == first and time.last_day == held.last.day))


def _lasts(held: Held, own: Occasion) -> bool:
    """Whether a meeting has as many days, and the weekdays, that are said of it: "two days", "Tuesday and Wednesday"."""
    days = [held.first + dt.timedelta(days=ahead) for ahead in range((held.last - held.first).days + 1)]
    weekdays = own_weekdays(own)
    lengths = (None, len(days), len(days) - 1 if len(days) > FEWEST else None)  # the eve's dinner may count or not
    return own.lasts in lengths and (len(weekdays) < FEWEST or weekdays == {day.isoweekday() for day in days})


def _is_told_then(held: Held, weekdays: Sequence[int], own: Occasion) -> bool:
    """Whether a report of another weekday than those of a meeting can be one of it.

    It calls the meeting by its place and not by its days, is one of the day before, or of another week.
    """
    days = {(held.first + dt.timedelta(days=ahead)).isoweekday() for ahead in range((held.last - held.first).days + 1)}
    is_eve = own.aspect == "future" and (held.first - dt.timedelta(days=1)).isoweekday() in weekdays[:1]
    is_called = own.city is not None and not any(time.day and time.month for time in own.times)
    is_back = lies_back(own.times)
    return not weekdays or weekdays[0] in days or is_eve or is_called or own.is_eve or is_back


def own_weekdays(own: Occasion) -> set[int]:
    """Return the weekdays named side by side with a meeting: "on Tuesday and Wednesday"."""
    named = [time for time in own.times if time.weekday and not time.month and not time.turn]
    beside = [{a.weekday, b.weekday} for a, b in pairwise(named) if b.span.start - a.span.end <= _JOINED]
    return {weekday for days in beside for weekday in days if weekday}


def _days(evidence: Evidence, held: Held, weekdays: Sequence[int], own: Occasion) -> Iterator[dt.date]:
    """The days around a meeting on which a report of it can have appeared: the eve alone where the text says so."""
    away = written_before(held.first, own.times) if own.aspect == "future" else written_after(held.last, own.times)
    if away is not None:
        days = (away.first + dt.timedelta(days=ahead) for ahead in range((away.until - away.first).days))
        yield from (day for day in days if any(window.holds(day) for window in evidence.left))
        return
    if not any(window.first <= held.last + _SPAN and held.first - _SPAN < window.until for window in evidence.left):
        return
    after = 0 if own.aspect == "future" else (held.last - held.first).days + _AFTER
    for ahead in (-1,) if own.is_eve else range(-BEFORE, after + 1):
        day = held.first + dt.timedelta(days=ahead)
        if any(window.holds(day) for window in evidence.left) and (not weekdays or day.isoweekday() in weekdays):
            yield day


def _fit(evidence: Evidence, held: Held, weekdays: Sequence[int], own: Occasion) -> float:
    """How well a meeting fits what is said beside it.

    Its weekdays; a full date of its days, below a picture only where the weekday agrees; figures of a year, which are
    news in the next one; a meeting soon to come.
    """
    days = [held.first + dt.timedelta(days=ahead) for ahead in range((held.last - held.first).days + 1)]
    is_now = own.aspect != "future"
    score = 1.0 if is_now and any(day.isoweekday() in weekdays for day in days) else 0.0
    full = (time for time in evidence.times if time.is_full and (score or evidence.is_kept(time.span)))
    if any(day_of(time.year or 0, time) in days for time in full):
        score += 2.0
    if any(_is_on(held, time) for time in partial_times(evidence, own)):
        score += SAID
    if years := _figure_years(evidence):
        age = (held.first - dt.date(max(years), 12, 31)).days / 365
        score += 1.0 if age <= 0.5 else 0.5 if age <= 1 else 0.0
    return score + _nearness(evidence, held) + _news(evidence, held)


def partial_times(evidence: Evidence, own: Occasion) -> Iterator[Time]:
    """Yield the days and months without a year that are not those of another meeting."""
    others = evidence.of_meetings() - {time.span for time in own.times}
    return (t for t in evidence.times if t.month and t.day and not t.year and not t.bound and t.span not in others)


def _figure_years(evidence: Evidence) -> list[int]:
    """Years beside a figure, such as "10 % more in 2016"; years to come are not meant."""
    folded = evidence.prepared.folded
    bare = [time for time in evidence.times if time.year and time.month is None and time.bound is None]
    near = {time.year: folded[max(0, time.span.start - 60) : time.span.start] for time in bare}
    return [year for year, words in near.items() if year and any(char.isdigit() for char in words)]


def _news(evidence: Evidence, held: Held) -> float:
    """Whether the text repeats a figure that was announced at the meeting or on its eve."""
    first, last = held.first - dt.timedelta(days=BEFORE), held.last + dt.timedelta(days=_AFTER)
    return float(any(first <= each.announced_on <= last for r in evidence.repeated for each in r.announcements))


def _nearness(evidence: Evidence, held: Held) -> float:
    """A meeting to come that is called by its days, or its month, alone is close: the last one before it is more likely."""
    for occasion in evidence.occasions:
        named = [time for time in occasion.times if time.month and not (time.year or time.turn)]
        if occasion.aspect == "future" and named:
            for each in evidence.grammar.calendar.met(occasion.kind, occasion.city):
                days_ahead = (each.first - held.last).days
                is_called = any(each.first.month == t.month and t.day in (None, each.first.day) for t in named)
                if is_called and 0 < days_ahead <= (_SOON if named[0].day else _MONTHS_AHEAD):
                    return 1.0
    return 0.0
