"""The day of the news that a text tells: events of a known day in its first sentences."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from quotepart.extraction.dates.evidence import Evidence, holders_left
from quotepart.extraction.dates.news import Told, days_of_news, find_told
from quotepart.extraction.dates.stated import ends_with
from quotepart.extraction.dates.years import weekdays_of_report
from quotepart.extraction.times.times import Time
from quotepart.extraction.times.windows import Window
from quotepart.model.dates import Dating
from quotepart.model.span import Span

_LEAD = 8  # sentences in which news is told
_TITLE = 60  # characters of a sentence that is no title
_FRESH = 3  # days on which a text without weekdays may still tell the news
_AFTER_REACH = 24  # characters before an event in which words may say that it is over
_TOGETHER = 4  # days within which the news of a text lie

_Ids = tuple[str, ...]


def infer_from_news(evidence: Evidence, known: Dating | None) -> Dating | None:
    """Return the day, else the month, of the one event that the first sentences tell of as news.

    A weekday, or a day and month, must fall on the event or the days after it; "today" alone gives the month.
    """
    background = {_sentence_start(evidence, time) for time in evidence.times if _is_background(time)}
    sentences = list(_lead(evidence))
    lead = [sentence for sentence in sentences if sentence.start not in background]
    told = list(find_told(evidence.prepared, lead, evidence.grammar.news))
    days = _days_by_events(evidence, told)
    found = _of_one_time(told, days)
    if not found:
        return None if known else _month_of_headline(evidence, told, _head(sentences))
    day = found[0]
    latest = max((each.events[0].day for each in told if len(each.events) == 1), default=day)
    is_day = len(set(found)) == 1 and bool(weekdays_of_report(evidence)) and latest <= day
    if not is_day and len({f"{other:%Y-%m}" for other in found}) > 1:
        return None
    reasons = [str(clue) for clue in evidence.used]
    reasons += [f"{each.span.cut(evidence.prepared.text)}: {day}" for each in told[:1]]
    span = known.span if known else None
    return Dating(date=day.isoformat()[: 10 if is_day else 7], how="inferred", span=span, evidence=tuple(reasons))


def _of_one_time(told: Sequence[Told], days: Mapping[_Ids, Sequence[dt.date]]) -> list[dt.date]:
    """The days of the news where they lie together, those of the very events before those after them; else none."""
    found = [day for each in told for day in days[_ids(each)]]
    own = {event.day for each in told for event in each.events}
    for some in (found, [day for day in found if day in own]):
        if some and all(abs((other - some[0]).days) <= _TOGETHER for other in some):
            return some
    return []


def _head(sentences: Sequence[Span]) -> Sequence[Span]:
    """The first sentence, with the title or place above it."""
    return sentences[: 1 if sentences and len(sentences[0]) >= _TITLE else 2]


def _is_after(evidence: Evidence, told: Told) -> bool:
    """Whether the words before an event say that what is told comes after it."""
    before = evidence.prepared.folded[max(0, told.span.start - _AFTER_REACH) : told.span.start]
    return ends_with(before.rstrip(), evidence.grammar.after)


def _month_of_headline(evidence: Evidence, told: Sequence[Told], head: Sequence[Span]) -> Dating | None:
    """The month of the one event with which a text without weekdays begins, where its news does not last into the next.

    What it tells of a later day must be of that month too: the earlier is background.
    """
    first = next((each for each in told if any(sentence.holds(each.span) for sentence in head)), None)
    if first is None or weekdays_of_report(evidence) or not evidence.used or any(_is_after(evidence, t) for t in told):
        return None
    windows = _windows(evidence, told)
    heads = {e.day for e in first.events if any(window.holds(e.day) for window in windows)}
    later = {e.day for each in told for e in each.events if heads and e.day > max(heads)}
    days = heads | {day for day in later if any(window.holds(day) for window in windows)}
    months = {f"{day + dt.timedelta(days=fresh):%Y-%m}" for day in days for fresh in (0, _FRESH)}
    if len(months) != 1:
        return None
    reasons = (*map(str, evidence.used), f"{first.span.cut(evidence.prepared.text)}: {min(days)}")
    return Dating(date=months.pop(), how="inferred", evidence=reasons)


def _windows(evidence: Evidence, told: Sequence[Told]) -> Sequence[Window]:
    """The time that the clues leave, or where it holds none of the events, that of those who hold office."""
    days = [event.day for each in told for event in each.events]
    if any(window.holds(day) for day in days for window in evidence.left):
        return evidence.left
    return holders_left(evidence.prepared, evidence.grammar)


def _lead(evidence: Evidence) -> Iterator[Span]:
    """The first sentences of the report, in which news is told."""
    return islice((each for each in evidence.prepared.sentences if evidence.is_kept(each)), _LEAD)


def _sentence_start(evidence: Evidence, time: Time) -> int:
    sentences = evidence.prepared.sentences
    return sentences[bisect_right(sentences, time.span.start, key=lambda sentence: sentence.start) - 1].start


def _is_background(time: Time) -> bool:
    """Whether a time lies weeks back, or is a month or year: what is told beside it is no news."""
    is_past = time.shift < 0 and time.unit in ("week", "month", "year")
    return is_past or bool((time.month and not time.day) or (time.turn == "last" and not time.weekday))


def _ids(told: Told) -> _Ids:
    return tuple(event.id for event in told.events)


def _days_by_events(evidence: Evidence, told: Sequence[Told]) -> dict[_Ids, list[dt.date]]:
    """The days on which events were news and the report can have been written, by their ids; none where two events fit."""
    weekdays = weekdays_of_report(evidence)[:1]
    said = {(time.year or 0, time.month, time.day) for time in evidence.times if time.month and time.day}
    is_now = any(time.unit == "day" and time.shift in (0, -1) for time in evidence.times) and not weekdays
    windows, last_year = _windows(evidence, told), max((t.year for t in evidence.times if t.year), default=0)
    found: dict[_Ids, list[dt.date]] = {}
    for ids, events in {_ids(each): each.events for each in told}.items():
        fitting: dict[str, list[dt.date]] = {}
        for event in events:
            for day in days_of_news(event):
                is_said = {
                    (0, day.month, day.day),
                    (day.year, day.month, day.day),
                } & said or day.isoweekday() in weekdays
                if (is_said or is_now) and any(window.holds(day) for window in windows):
                    fitting.setdefault(event.id, []).append(day)
        if len(fitting) > 1 and not evidence.is_first():
            fitting = {id: days for id, days in fitting.items() if days[0].year == last_year}
        is_clear = len(fitting) == 1 or (fitting and evidence.is_first())
        found[ids] = min(fitting.values()) if is_clear else []
    return found
