"""From evidence to a day: the one meeting that a report can be about, and the day on which it was written."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from quotepart.extraction.dates.distance import days_before, lies_back, written_after, written_before
from quotepart.extraction.dates.evidence import Evidence, day_of, holders_left
from quotepart.extraction.dates.own_meeting import ministers_named, other_meetings, own_occasion
from quotepart.extraction.dates.years import weekdays_of_report
from quotepart.extraction.meetings.occasions import Occasion
from quotepart.extraction.times.clues import says
from quotepart.extraction.times.times import Time
from quotepart.extraction.times.windows import Held, overlap
from quotepart.model.dates import Dating
from quotepart.model.frozen import dataclass

_BEFORE = 3  # days before a meeting on which a report of it may appear
_AFTER = 2
_SPAN = dt.timedelta(days=max(_BEFORE, _AFTER))
_SAID = 1.5  # what a day and month of a meeting weigh
_MARGIN = 0.5  # by how much the best meeting must lead
_ENOUGH = 3  # pointers that do without a word of these days
_FEWEST = 2  # weekdays, or full mentions of a meeting, that tell more than one does
_NARROW = 366  # days left by the clues in which a meeting of its kind is the only one
_BESIDE = 70  # characters beside a meeting in which the pact's name makes it the pact's
_JOINED = 6  # characters between two weekdays that are named together
_SOON = 60  # days ahead for which a meeting is called by its days alone
_MONTHS_AHEAD = 120  # days ahead for which it is called by its month alone
_NEW = dt.timedelta(days=200)  # in office when a first meeting is told of
_WORDS_BEFORE = 16  # characters before a meeting in which a text may say whose it is
_NOW = ("day", "week")
_LOOSE = (None, "other", "bilateral")


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A meeting the report may be about, the days it can be from, and how well the rest of the text fits."""

    held: Held
    days: tuple[dt.date, ...]
    score: float


def infer_from_meeting(evidence: Evidence, known: Dating | None) -> Dating | None:
    """Return the date of a report of one meeting, ``None`` where the evidence leaves several or says too little.

    ``known`` is a month that the document states.
    """
    own = own_occasion(evidence)
    if own is None:
        return None
    candidates = list(_candidates(evidence, own))
    best = _best(candidates) or _first_of(evidence, candidates)
    if best is None or not _is_enough(evidence, own, best, known, is_only=len(candidates) == 1):
        return None
    return _dating(evidence, own, best, known)


def infer_from_countdown(evidence: Evidence, known: Dating | None) -> Dating | None:
    """Return the month in which the one meeting that a text names lay as far ahead as it says: "a month before the summit"."""
    months: dict[str, str] = {}
    for occasion in evidence.occasions if known is None else ():
        if not occasion.city:
            continue
        for held in evidence.grammar.calendar.met(occasion.kind, occasion.city):
            window = days_before(held.first, evidence.prepared.folded, occasion.span.start, evidence.grammar.countdown)
            if window and overlap([window], holders_left(evidence.prepared, evidence.times, evidence.grammar)):
                last = window.until - dt.timedelta(days=1)
                is_one = (window.first.year, window.first.month) == (last.year, last.month)
                months[f"{last:%Y-%m}" if is_one else ""] = held.meeting.id
    if len(months) != 1 or "" in months:
        return None
    ((month, meeting),) = months.items()
    return Dating(date=month, how="inferred", evidence=(*map(str, evidence.used), meeting))


def infer_from_announcement(evidence: Evidence, known: Dating | None) -> Dating | None:
    """Return the day of the one announcement whose figures a text repeats, if its weekday agrees."""
    weekdays = weekdays_of_report(evidence)[:1]
    announced = {
        day
        for repeated in evidence.repeated
        for day in {announcement.announced_on for announcement in repeated.announcements}
        if any(window.holds(day) for window in evidence.left)
    }
    fitting = [day for day in announced if day.isoweekday() in weekdays]
    if len(fitting) != 1 or not (evidence.used or known):
        return None
    text = evidence.prepared.text
    reasons = [str(clue) for clue in evidence.used]
    for repeated in evidence.repeated:
        ids = [each.id for each in repeated.announcements if each.announced_on == fitting[0]]
        reasons += [f"{repeated.span.cut(text)}: {', '.join(ids)}"] if ids else []
    span = known.span if known else None
    return Dating(date=fitting[0].isoformat(), how="inferred", span=span, evidence=tuple(reasons))


def infer_from_windows(evidence: Evidence, known: Dating | None) -> Dating | None:
    """Return the month into which all that the clues leave falls, ``None`` where they leave more or days were guessed."""
    if known or not evidence.used or not all(clue.meaning for clue in evidence.used):
        return None
    first, last = evidence.left[0].first, evidence.left[-1].until - dt.timedelta(days=1)
    if (first.year, first.month) != (last.year, last.month):
        return None
    return Dating(date=f"{first:%Y-%m}", how="inferred", evidence=tuple(map(str, evidence.used)))


def _first_of(evidence: Evidence, candidates: Sequence[_Candidate]) -> _Candidate | None:
    """The earliest where the text tells of somebody's first meeting: "my first summit", not long after they took office."""
    folded, firsts = evidence.prepared.folded, evidence.grammar.firsts
    starts = (folded[max(0, o.span.start - _WORDS_BEFORE) : o.span.start + _WORDS_BEFORE] for o in evidence.occasions)
    earliest = min(candidates, key=lambda candidate: candidate.held.first, default=None)
    if earliest is None or evidence.is_first():
        return earliest if evidence.is_first() else None
    is_new = bool(evidence.used) and earliest.held.first - evidence.left[0].first <= _NEW
    return earliest if is_new and any(says(words, firsts) for words in starts) else None


def _candidates(evidence: Evidence, own: Occasion) -> Iterator[_Candidate]:
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
                yield _Candidate(held, days, _fit(evidence, held, weekdays, own))


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
    weekdays = _own_weekdays(own)
    lengths = (None, len(days), len(days) - 1 if len(days) > _FEWEST else None)  # the eve's dinner may count or not
    return own.lasts in lengths and (len(weekdays) < _FEWEST or weekdays == {day.isoweekday() for day in days})


def _is_told_then(held: Held, weekdays: Sequence[int], own: Occasion) -> bool:
    """Whether a report of another weekday than those of a meeting can be one of it.

    It calls the meeting by its place and not by its days, is one of the day before, or of another week.
    """
    days = {(held.first + dt.timedelta(days=ahead)).isoweekday() for ahead in range((held.last - held.first).days + 1)}
    is_eve = own.aspect == "future" and (held.first - dt.timedelta(days=1)).isoweekday() in weekdays[:1]
    is_called = own.city is not None and not any(time.day and time.month for time in own.times)
    is_back = lies_back(own.times)
    return not weekdays or weekdays[0] in days or is_eve or is_called or own.is_eve or is_back


def _own_weekdays(own: Occasion) -> set[int]:
    """The weekdays named side by side with a meeting: "on Tuesday and Wednesday"."""
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
    for ahead in (-1,) if own.is_eve else range(-_BEFORE, after + 1):
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
    if any(_is_on(held, time) for time in _partial_times(evidence, own)):
        score += _SAID
    if years := _figure_years(evidence):
        age = (held.first - dt.date(max(years), 12, 31)).days / 365
        score += 1.0 if age <= 0.5 else 0.5 if age <= 1 else 0.0
    return score + _nearness(evidence, held) + _news(evidence, held)


def _partial_times(evidence: Evidence, own: Occasion) -> Iterator[Time]:
    """Days and months without a year that are not those of another meeting."""
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
    first, last = held.first - dt.timedelta(days=_BEFORE), held.last + dt.timedelta(days=_AFTER)
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


def _best(candidates: Sequence[_Candidate]) -> _Candidate | None:
    """The candidate that leads the others by a margin."""
    ranked = sorted(candidates, key=lambda candidate: -candidate.score)
    if not ranked or (len(ranked) > 1 and ranked[0].score - ranked[1].score < _MARGIN):
        return None
    return ranked[0]


def _is_enough(evidence: Evidence, own: Occasion, best: _Candidate, known: Dating | None, *, is_only: bool) -> bool:
    """Whether the text speaks of the meeting as of its own days, and more than one thing points to it."""
    is_now = any(occasion.aspect == "present" and _are_one(occasion, own) for occasion in evidence.occasions)
    is_now |= any(time.unit in _NOW and time.shift in (0, -1) for time in evidence.times)
    is_now |= bool(weekdays_of_report(evidence)) or any(time.weekday for time in own.times) or lies_back(own.times)
    is_dated = any(time.day and time.month for time in own.times)
    is_elsewhere = own.city not in (None, evidence.grammar.seat)
    is_told = own.is_named or is_elsewhere or own.lasts is not None or len(_own_weekdays(own)) >= _FEWEST
    is_narrow = sum((window.until - window.first).days for window in evidence.left) < _NARROW
    pointers = len(evidence.used) + bool(known) + (is_only and (is_told or is_dated)) + (is_only and is_narrow)
    pointers += best.score >= _SAID
    alike = [occasion for occasion in evidence.occasions if occasion.is_full and occasion.city == own.city]
    is_topic = is_only and own.is_named and is_elsewhere and len(alike) >= _FEWEST
    return pointers >= 1 and (is_now or is_dated or is_topic or pointers + best.score >= _ENOUGH)


def _are_one(occasion: Occasion, own: Occasion) -> bool:
    return None in (occasion.city, own.city) or occasion.city == own.city


def _dating(evidence: Evidence, own: Occasion, best: _Candidate, known: Dating | None) -> Dating | None:
    """The day where a weekday leaves one, else the month of the meeting."""
    text = evidence.prepared.text
    reasons = [str(clue) for clue in evidence.used]
    weekday = next((t for t in evidence.times if t.weekday and not t.turn and not t.month), None)
    reasons += [weekday.span.cut(text)] if weekday else []
    reasons.append(f"{own.span.cut(text)}: {best.held.meeting.id}")
    is_back = lies_back(own.times) or bool(written_before(best.held.first, own.times))
    day = _said_day(evidence, own, best) or (None if is_back else _weekday(evidence, own, best))
    if day is not None:
        span = known.span if known else None
        return Dating(date=day.isoformat(), how="inferred", span=span, evidence=tuple(reasons))
    months = {f"{each:%Y-%m}" for each in best.days}
    month = max(months) if is_back else f"{best.held.first:%Y-%m}"
    if known or month not in months or (is_back and len(months) > 1):
        return None
    return Dating(date=month, how="inferred", evidence=tuple(reasons))


def _said_day(evidence: Evidence, own: Occasion, best: _Candidate) -> dt.date | None:
    """The one day and month that the report gives beside those of its meeting."""
    own_days = {time.span for time in own.times} if best.held.first < best.held.last else set()
    others = (time for time in _partial_times(evidence, own) if time.span not in own_days)
    said = {day for time in others if (day := day_of(best.held.first.year, time)) in best.days}
    return said.pop() if len(said) == 1 else None


def _weekday(evidence: Evidence, own: Occasion, best: _Candidate) -> dt.date | None:
    """The day of the meeting that falls on the weekday of the report, or its eve where the report is one of the eve.

    Of several weekdays it is the first named, where none is named more often and all are those of the days before it.
    """
    weekdays = weekdays_of_report(evidence)
    often = Counter(weekdays)
    days = [day for day in best.days if own.is_eve or best.held.first <= day <= best.held.last]
    fitting = [day for day in days if day.isoweekday() in weekdays[:1]]
    if not fitting or often[weekdays[0]] < max(often.values()):
        return None
    recent = {(fitting[0] - dt.timedelta(days=back)).isoweekday() for back in range(_BEFORE + 1)}
    return fitting[0] if set(weekdays) <= recent else None
