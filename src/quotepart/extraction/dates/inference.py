"""From evidence to a day: the one meeting that a report can be about, and the day on which it was written."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence

from quotepart.extraction.dates.candidates import (
    BEFORE,
    FEWEST,
    SAID,
    Candidate,
    candidates_of,
    own_weekdays,
    partial_times,
)
from quotepart.extraction.dates.distance import days_before, lies_back, written_before
from quotepart.extraction.dates.evidence import Evidence, day_of, holders_left
from quotepart.extraction.dates.own_meeting import own_occasion
from quotepart.extraction.dates.years import weekdays_of_report
from quotepart.extraction.meetings.occasions import Occasion
from quotepart.extraction.times.clues import says
from quotepart.extraction.times.windows import overlap
from quotepart.model.dates import Dating

_MARGIN = 0.5  # by how much the best meeting must lead
_ENOUGH = 3  # pointers that do without a word of these days
_NARROW = 366  # days left by the clues in which a meeting of its kind is the only one
_NEW = dt.timedelta(days=200)  # in office when a first meeting is told of
_WORDS_BEFORE = 16  # characters before a meeting in which a text may say whose it is
_NOW = ("day", "week")


def infer_from_meeting(evidence: Evidence, known: Dating | None) -> Dating | None:
    """Return the date of a report of one meeting, ``None`` where the evidence leaves several or says too little.

    ``known`` is a month that the document states.
    """
    own = own_occasion(evidence)
    if own is None:
        return None
    candidates = list(candidates_of(evidence, own))
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


def _first_of(evidence: Evidence, candidates: Sequence[Candidate]) -> Candidate | None:
    """The earliest where the text tells of somebody's first meeting: "my first summit", not long after they took office."""
    folded, firsts = evidence.prepared.folded, evidence.grammar.firsts
    starts = (folded[max(0, o.span.start - _WORDS_BEFORE) : o.span.start + _WORDS_BEFORE] for o in evidence.occasions)
    earliest = min(candidates, key=lambda candidate: candidate.held.first, default=None)
    if earliest is None or evidence.is_first():
        return earliest if evidence.is_first() else None
    is_new = bool(evidence.used) and earliest.held.first - evidence.left[0].first <= _NEW
    return earliest if is_new and any(says(words, firsts) for words in starts) else None


def _best(candidates: Sequence[Candidate]) -> Candidate | None:
    """The candidate that leads the others by a margin."""
    ranked = sorted(candidates, key=lambda candidate: -candidate.score)
    if not ranked or (len(ranked) > 1 and ranked[0].score - ranked[1].score < _MARGIN):
        return None
    return ranked[0]


def _is_enough(evidence: Evidence, own: Occasion, best: Candidate, known: Dating | None, *, is_only: bool) -> bool:
    """Whether the text speaks of the meeting as of its own days, and more than one thing points to it."""
    is_now = any(occasion.aspect == "present" and _are_one(occasion, own) for occasion in evidence.occasions)
    is_now |= any(time.unit in _NOW and time.shift in (0, -1) for time in evidence.times)
    is_now |= bool(weekdays_of_report(evidence)) or any(time.weekday for time in own.times) or lies_back(own.times)
    is_dated = any(time.day and time.month for time in own.times)
    is_elsewhere = own.city not in (None, evidence.grammar.seat)
    is_told = own.is_named or is_elsewhere or own.lasts is not None or len(own_weekdays(own)) >= FEWEST
    is_narrow = sum((window.until - window.first).days for window in evidence.left) < _NARROW
    pointers = len(evidence.used) + bool(known) + (is_only and (is_told or is_dated)) + (is_only and is_narrow)
    pointers += best.score >= SAID
    alike = [occasion for occasion in evidence.occasions if occasion.is_full and occasion.city == own.city]
    is_topic = is_only and own.is_named and is_elsewhere and len(alike) >= FEWEST
    return pointers >= 1 and (is_now or is_dated or is_topic or pointers + best.score >= _ENOUGH)


def _are_one(occasion: Occasion, own: Occasion) -> bool:
    return None in (occasion.city, own.city) or occasion.city == own.city


def _dating(evidence: Evidence, own: Occasion, best: Candidate, known: Dating | None) -> Dating | None:
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


def _said_day(evidence: Evidence, own: Occasion, best: Candidate) -> dt.date | None:
    """The one day and month that the report gives beside those of its meeting."""
    own_days = {time.span for time in own.times} if best.held.first < best.held.last else set()
    others = (time for time in partial_times(evidence, own) if time.span not in own_days)
    said = {day for time in others if (day := day_of(best.held.first.year, time)) in best.days}
    return said.pop() if len(said) == 1 else None


def _weekday(evidence: Evidence, own: Occasion, best: Candidate) -> dt.date | None:
    """The day of the meeting that falls on the weekday of the report, or its eve where the report is one of the eve.

    Of several weekdays it is the first named, where none is named more often and all are those of the days before it.
    """
    weekdays = weekdays_of_report(evidence)
    often = Counter(weekdays)
    days = [day for day in best.days if own.is_eve or best.held.first <= day <= best.held.last]
    fitting = [day for day in days if day.isoweekday() in weekdays[:1]]
    if not fitting or often[weekdays[0]] < max(often.values()):
        return None
    recent = {(fitting[0] - dt.timedelta(days=back)).isoweekday() for back in range(BEFORE + 1)}
    return fitting[0] if set(weekdays) <= recent else None
