"""The day of the news that a text tells: events of a known day in its first sentences."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import reduce
from itertools import islice

from quotepart.extraction.dates.distance import written_after
from quotepart.extraction.dates.evidence import NO_OLDER, Evidence, holders_left
from quotepart.extraction.dates.news import Told, days_of_news, find_told
from quotepart.extraction.dates.stated import ends_with
from quotepart.extraction.dates.years import weekdays_of_report
from quotepart.extraction.times.clues import says
from quotepart.extraction.times.times import Time
from quotepart.extraction.times.windows import Window, overlap
from quotepart.model.dates import Dating
from quotepart.model.span import Span

_LEAD = 8  # sentences in which news is told
_HEAD = 3  # of them those in which it is said how long ago it was
_JOINED = 25  # characters between an event and the time that tells how long ago it was
_WEEK = 6  # days after an event in which its weekday still tells it
_TITLE = 60  # characters of a sentence that is no title
_NEXT_DAYS = range(1, 4)
_FRESH = 3  # days on which a text without weekdays may still tell the news
_SIGNS = 2  # of three that make an event without a weekday news
_BESIDE = 12  # characters beside an event in which its verb may stand
_QUOTES = ("«", "“", '"')
_AFTER_REACH = 24  # characters before an event in which words may say that it is over
_TOGETHER = 4  # days within which the news of a text lie

_Ids = tuple[str, ...]


def infer_from_news(evidence: Evidence, known: Dating | None) -> Dating | None:
    """Return the day, else the month, of the one event that the first sentences tell of as news.

    A weekday, or a day and month, must fall on the event or the days after it; "today" alone gives the month.
    """
    background = {_sentence_start(evidence, time.span.start) for time in evidence.times if _is_background(time)}
    sentences = list(_lead(evidence))
    lead = [sentence for sentence in sentences if sentence.start not in background]
    told = list(find_told(evidence.prepared, lead, evidence.grammar.news))
    days = _days_by_events(evidence, told)
    found = _of_one_time(told, days)
    if not found:
        return None if known else _month_of(evidence, sentences, told)
    day = found[0]
    latest = max((each.events[0].day for each in told if len(each.events) == 1), default=day)
    is_day = len(set(found)) == 1 and latest <= day and _is_last_weekday(day, weekdays_of_report(evidence))
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


def _is_last_weekday(day: dt.date, weekdays: Sequence[int]) -> bool:
    """Whether no weekday of the report is that of one of the days after ``day``: "Saturday … On Monday the minister said"."""
    return bool(weekdays) and all((weekday - day.isoweekday()) % 7 not in _NEXT_DAYS for weekday in weekdays)


def _head(sentences: Sequence[Span]) -> Sequence[Span]:
    """The first sentence, with the title or place above it."""
    return sentences[: 1 if sentences and len(sentences[0]) >= _TITLE else 2]


def _is_fresh(evidence: Evidence, first: Told, told: Sequence[Told]) -> bool:
    """Whether an event is told as what has just happened, and not as what all that follows comes after.

    Two signs of three make it so: it is told in more than one sentence, in the perfect, and with what somebody said of it.
    """
    folded, words = evidence.prepared.folded, evidence.grammar.fresh
    same = [each for each in told if set(_ids(each)) & set(_ids(first))]
    is_again = len({_sentence_start(evidence, each.span.start) for each in same}) > 1
    beside = (folded[max(0, each.span.start - _BESIDE) : each.span.end + _BESIDE].split(".")[0] for each in same)
    is_perfect = any(says(part, words.get("perfect", ())) for part in beside)
    is_reported = any(mark in folded for mark in _QUOTES) or says(folded, words.get("reported", ()))
    starts = (folded[max(0, each.span.start - _AFTER_REACH) : each.span.start].rstrip() for each in told)
    return is_again + is_perfect + is_reported >= _SIGNS and not any(
        ends_with(before, evidence.grammar.after) for before in starts
    )


def _month_of(evidence: Evidence, sentences: Sequence[Span], told: Sequence[Told]) -> Dating | None:
    """The month in which a text can have been written that tells of an event, but no day that its own falls on."""
    windows = _windows(evidence, told)
    return (
        _month_after(evidence, sentences[:_HEAD])
        or _month_of_weekday(evidence, told, _head(sentences), windows)
        or _month_of_headline(evidence, told, _head(sentences), windows)
    )


def _month_after(evidence: Evidence, head: Sequence[Span]) -> Dating | None:
    """The month after an event that the first sentences put into last week or last month, right beside it."""
    for told in find_told(evidence.prepared, head, evidence.grammar.news):
        times = [time for time in _times_beside(evidence, told) if _are_joined(evidence, told.span, time.span)]
        window = written_after(told.events[0].day, times) if len(told.events) == 1 else None
        if window and overlap([window], evidence.left):
            return _dating(evidence, told, {window.first, window.until - dt.timedelta(days=1)})
    return None


def _are_joined(evidence: Evidence, one: Span, other: Span) -> bool:
    """Whether a few words and no mark stand between two places."""
    start, end = min(one.end, other.end), max(one.start, other.start)
    between = evidence.prepared.folded[start : max(start, end)]
    return len(between) <= _JOINED and not any(mark in between for mark in ",;:()")


def _month_of_weekday(
    evidence: Evidence, told: Sequence[Told], head: Sequence[Span], windows: Sequence[Window]
) -> Dating | None:
    """The month of an event told with its weekday in a text of a later day, where the week after it is of that month.

    So is that of the one event with which a text begins that calls one of the next days by its weekday.
    """
    weekdays = weekdays_of_report(evidence)[:1]
    fitting = [
        (each, event.day)
        for each in told
        for event in each.events
        if any(window.holds(event.day) for window in windows)
        and (
            event.day.isoweekday() in {time.weekday for time in _times_beside(evidence, each) if not time.turn}
            or (
                _opens(each, head)
                and _days_after(event.day, weekdays) in range(_FRESH)
                and _is_fresh(evidence, each, told)
            )
        )
    ]
    days = {day for _, day in fitting}
    if not evidence.used or not days:
        return None
    return _dating(evidence, fitting[0][0], days | {day + dt.timedelta(days=_WEEK) for day in days})


def _opens(told: Told, head: Sequence[Span]) -> bool:
    return len(told.events) == 1 and any(sentence.holds(told.span) for sentence in head)


def _days_after(day: dt.date, weekdays: Sequence[int]) -> int | None:
    """How many days after ``day`` the first of ``weekdays`` comes."""
    return (weekdays[0] - day.isoweekday()) % 7 if weekdays else None


def _month_of_headline(
    evidence: Evidence, told: Sequence[Told], head: Sequence[Span], windows: Sequence[Window]
) -> Dating | None:
    """The month of the one event with which a text without weekdays begins, where its news does not last into the next.

    What it tells of a later day must be of that month too: the earlier is background.
    """
    first = [each for each in told if any(sentence.holds(each.span) for sentence in head)]
    is_sure = bool(evidence.used) or len(set(map(_ids, first))) > 1
    if not (first and is_sure and _is_fresh(evidence, first[0], told)) or weekdays_of_report(evidence):
        return None
    days = [{e.day for e in each.events if any(window.holds(e.day) for window in windows)} for each in told]
    heads = {day for day in days[told.index(first[0])] if all(_is_near(day, days[told.index(o)]) for o in first)}
    later = {day for some in days for day in some if heads and day > max(heads) and len(some) == 1}
    return _dating(
        evidence, first[0], {day + dt.timedelta(days=fresh) for day in heads | later for fresh in (0, _FRESH)}
    )


def _is_near(day: dt.date, others: Collection[dt.date]) -> bool:
    return any(abs((other - day).days) <= _TOGETHER for other in others)


def _dating(evidence: Evidence, told: Told, days: Collection[dt.date]) -> Dating | None:
    """The month in which all these days lie, ``None`` where it is not one."""
    months = {f"{day:%Y-%m}" for day in days}
    if len(months) != 1:
        return None
    reasons = (*map(str, evidence.used), f"{told.span.cut(evidence.prepared.text)}: {told.events[0].day}")
    return Dating(date=months.pop(), how="inferred", evidence=reasons)


def _times_beside(evidence: Evidence, told: Told) -> Sequence[Time]:
    """The expressions of time in the sentence of an event."""
    number = bisect_right(evidence.prepared.sentences, told.span.start, key=lambda sentence: sentence.start) - 1
    sentence = evidence.prepared.sentences[number]
    first, last = (bisect_left(evidence.times, at, key=lambda t: t.span.start) for at in (sentence.start, sentence.end))
    return evidence.times[first:last]


def _windows(evidence: Evidence, told: Sequence[Told]) -> Sequence[Window]:
    """The time that the clues leave; where it holds none of the events, that of office-holders and of the years named."""
    days = [event.day for each in told for event in each.events]
    if any(window.holds(day) for day in days for window in evidence.left):
        return evidence.left
    years = (clue.windows for clue in evidence.used if clue.meaning == NO_OLDER)
    return reduce(overlap, years, holders_left(evidence.prepared, evidence.times, evidence.grammar))


def _lead(evidence: Evidence) -> Iterator[Span]:
    """The first sentences of the report, in which news is told."""
    return islice((each for each in evidence.prepared.sentences if evidence.is_kept(each)), _LEAD)


def _sentence_start(evidence: Evidence, at: int) -> int:
    sentences = evidence.prepared.sentences
    return sentences[bisect_right(sentences, at, key=lambda sentence: sentence.start) - 1].start


def _is_background(time: Time) -> bool:
    """Whether a time lies weeks back, or is a month or year: what is told beside it is no news."""
    is_past = time.shift < 0 and time.unit in ("week", "month", "year")
    return is_past or bool((time.month and not time.day) or (time.turn == "last" and not time.weekday))


def _ids(told: Told) -> _Ids:
    return tuple(event.id for event in told.events)


def _days_by_events(evidence: Evidence, told: Sequence[Told]) -> dict[_Ids, list[dt.date]]:
    """The days on which events were news and the report can have been written, by their ids; none where two events fit."""
    weekdays = weekdays_of_report(evidence)[:1]
    said = {
        (time.year or 0, time.month, day)
        for time in evidence.times
        if time.month and time.day
        for day in (time.day, time.last_day)
    }
    is_now = any(time.unit == "day" and time.shift in (0, -1) for time in evidence.times) and not weekdays
    windows, last_year = _windows(evidence, told), max((t.year for t in evidence.times if t.year), default=0)
    found: dict[_Ids, list[dt.date]] = {}
    for ids, events in {_ids(each): each.events for each in told}.items():
        fitting: dict[str, list[dt.date]] = {}
        for event in events:
            for day in days_of_news(event):
                is_said = any((year, day.month, day.day) in said for year in (0, day.year))
                if (is_said or is_now or day.isoweekday() in weekdays) and any(window.holds(day) for window in windows):
                    fitting.setdefault(event.id, []).append(day)
        if len(fitting) > 1 and not evidence.is_first():
            fitting = {id: days for id, days in fitting.items() if days[0].year == last_year}
        is_clear = len(fitting) == 1 or (fitting and evidence.is_first())
        found[ids] = min(fitting.values()) if is_clear else []
    return found
