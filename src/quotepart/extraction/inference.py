"""From clues to a day: the one meeting that a report can be about, and the day on which it was written."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quotepart.extraction.evidence import Clue, EvidenceGrammar, find_clues, narrow
from quotepart.extraction.occasions import Occasion
from quotepart.extraction.prepared import Prepared
from quotepart.extraction.times import Time
from quotepart.extraction.windows import ALWAYS, Held, Window, met
from quotepart.model.dates import Dating, How, day_after, first_day
from quotepart.model.span import Span

_BEFORE = 3  # days before a meeting on which a report of it may appear
_AFTER = 2
_LEAD = 6  # sentences in which a report names the meeting it is about
_MARGIN = 0.5  # by how much the best meeting must lead
_NOW = ("day", "week")


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A meeting the report may be about, the days it can be from, and how well the rest of the text fits."""

    held: Held
    days: tuple[dt.date, ...]
    score: float


def infer_date(
    prepared: Prepared,
    times: Sequence[Time],
    occasions: Sequence[Occasion],
    grammar: EvidenceGrammar,
    known: Dating | None = None,
    partial: Time | None = None,
) -> Dating | None:
    """Return the date that the evidence leaves, ``None`` when it leaves more than one meeting or says too little.

    ``known`` is a month that the document states; ``partial`` is a day and month without a year. Either narrows the search.
    """
    clues = find_clues(prepared, times, occasions, grammar)
    start = (Window(first_day(known.date), day_after(known.date)),) if known else (ALWAYS,)
    left, used = narrow(clues, start)
    if partial is not None:
        return _completed(partial, left, used)
    own = _own_occasion(occasions, times)
    if own is None:
        return None
    candidates = list(_candidates(prepared, own, occasions, times, left, grammar))
    best = _best(candidates)
    if best is None or not _is_enough(own, used, times, prepared, known, candidates):
        return None
    return _dating(prepared, own, best, used, known, times)


def _completed(partial: Time, left: Sequence[Window], used: Sequence[Clue]) -> Dating | None:
    """The year of a day and month, where the evidence leaves one."""
    days = []
    for year in range(1995, 2060):
        try:
            day = dt.date(year, partial.month or 1, partial.day or 1)
        except ValueError:
            continue
        if any(window.holds(day) for window in left) and partial.weekday in (None, day.isoweekday()):
            days.append(day)
    if len(days) != 1 or not used:
        return None
    how: How = "dateline" if partial.weekday is None else "text"
    return Dating(date=days[0].isoformat(), how=how, span=partial.span, evidence=tuple(map(str, used)))


def _own_occasion(occasions: Sequence[Occasion], times: Sequence[Time]) -> Occasion | None:
    """The meeting a report is about: the first that it names as under way or near, not one of another year or month."""
    for occasion in occasions:
        is_elsewhere = occasion.is_named and occasion.aspect in ("future", "past") and not _weekdays(occasion.times)
        is_dated = any(time.year and not time.day for time in occasion.times)
        if (
            occasion.sentence < _LEAD + 4
            and occasion.is_full
            and not is_elsewhere
            and not is_dated
            and occasion.aspect != "past"
        ):
            return occasion
    return None


def _weekdays(times: Sequence[Time]) -> list[int]:
    return [time.weekday for time in times if time.weekday and not time.turn and not time.month]


def _candidates(
    prepared: Prepared,
    own: Occasion,
    occasions: Sequence[Occasion],
    times: Sequence[Time],
    left: Sequence[Window],
    grammar: EvidenceGrammar,
) -> Iterator[_Candidate]:
    city = own.city or (grammar.seat if own.at_seat else None)
    others: set[str | None] = {occasion.kind for occasion in occasions if occasion.kind and not occasion.is_named}
    kinds: set[str | None] = {own.kind} if own.kind else others or {None}
    weekdays = _weekdays_of_report(prepared, times, occasions)
    said = {(time.month, time.day) for time in own.times if time.month and time.day}
    metric_years = _figure_years(prepared, times)
    if own.place and not city:
        return
    for kind in kinds:
        for held in met(grammar.calendar, kind, city):
            days = tuple(_days(held, weekdays[:1], left))
            if held.is_dated and days and (not said or any(_is_on(held, *each) for each in said)):
                yield _Candidate(held, days, _fit(held, weekdays[:1], metric_years))


def _weekdays_of_report(prepared: Prepared, times: Sequence[Time], occasions: Sequence[Occasion]) -> list[int]:
    """Weekdays on which something was said or done, not those of a meeting still to come."""
    to_come = {time.span for occasion in occasions if occasion.aspect == "future" for time in occasion.times}
    return _weekdays([time for time in times if time.span not in to_come and _is_kept(prepared, time.span)])


def _is_on(held: Held, month: int | None, day: int | None) -> bool:
    return (held.first.month, held.first.day) <= (month or 0, day or 0) <= (held.last.month, held.last.day)


def _is_kept(prepared: Prepared, span: Span) -> bool:
    return not any(apart.overlaps(span) for apart in prepared.furniture)


def _days(held: Held, weekdays: Sequence[int], left: Sequence[Window]) -> Iterator[dt.date]:
    """The days around a meeting on which a report of it can have appeared."""
    for ahead in range(-_BEFORE, (held.last - held.first).days + _AFTER + 1):
        day = held.first + dt.timedelta(days=ahead)
        if any(window.holds(day) for window in left) and (not weekdays or day.isoweekday() in weekdays):
            yield day


def _fit(held: Held, weekdays: Sequence[int], years: Sequence[int]) -> float:
    """How well a meeting fits what is said beside: its weekdays, and figures of a year, which are news in the next one."""
    score = 0.0
    days = [held.first + dt.timedelta(days=ahead) for ahead in range((held.last - held.first).days + 1)]
    if weekdays:
        score += 1.0 if any(day.isoweekday() in weekdays for day in days) else 0.0
    if years:
        age = (held.first - dt.date(max(years), 12, 31)).days / 365
        score += 1.0 if age <= 0.5 else 0.5 if age <= 1 else 0.0
    return score


def _figure_years(prepared: Prepared, times: Sequence[Time]) -> list[int]:
    """Years beside a figure, such as "10 % more in 2016"; years to come are not meant."""
    years = []
    for time in times:
        if time.year and time.month is None and time.bound is None:
            near = prepared.folded[max(0, time.span.start - 60) : time.span.start]
            if any(char.isdigit() for char in near):
                years.append(time.year)
    return years


def _best(candidates: Sequence[_Candidate]) -> _Candidate | None:
    """The candidate that leads the others by a margin."""
    ranked = sorted(candidates, key=lambda candidate: -candidate.score)
    if not ranked or (len(ranked) > 1 and ranked[0].score - ranked[1].score < _MARGIN):
        return None
    return ranked[0]


def _is_enough(
    own: Occasion,
    used: Sequence[Clue],
    times: Sequence[Time],
    prepared: Prepared,
    known: Dating | None,
    candidates: Sequence[_Candidate],
) -> bool:
    """Whether the text speaks of the meeting as of its own days, and more than one thing points to it."""
    is_now = (
        own.aspect == "present"
        or bool(_weekdays(times))
        or any(time.unit in _NOW and time.shift == 0 for time in times)
    )
    pointers = len(used) + bool(known) + (len(candidates) == 1 and own.is_named)
    return pointers >= 1 and (is_now or pointers >= 3)


def _dating(
    prepared: Prepared,
    own: Occasion,
    best: _Candidate,
    used: Sequence[Clue],
    known: Dating | None,
    times: Sequence[Time],
) -> Dating | None:
    """The day where a weekday leaves one, else the month of the meeting."""
    day = _nearest(best)
    months = {f"{each:%Y-%m}" for each in best.days}
    evidence = [str(clue) for clue in used]
    weekday = next((time for time in times if time.weekday and not time.turn and not time.month), None)
    if weekday:
        evidence.append(weekday.span.cut(prepared.text))
    evidence.append(f"{own.span.cut(prepared.text)}: {best.held.meeting.id}")
    if day is not None:
        span = known.span if known else None
        return Dating(date=day.isoformat(), how="inferred", span=span, evidence=tuple(evidence))
    if known or (len(months) > 1 and f"{best.held.first:%Y-%m}" not in months):
        return None
    return Dating(date=f"{best.held.first:%Y-%m}", how="inferred", evidence=tuple(evidence))


def _nearest(best: _Candidate) -> dt.date | None:
    """The one day left: in the meeting rather than beside it; ``None`` where no weekday chose."""
    if len({day.isoweekday() for day in best.days}) > 1:
        return None
    inside = [day for day in best.days if best.held.first <= day <= best.held.last]
    return (inside or list(best.days))[0]
