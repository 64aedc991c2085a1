"""When a document was published: stated, in a dateline, in a dated sentence, or inferred; never invented."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from quotepart.extraction.dates.evidence import (
    Evidence,
    EvidenceGrammar,
    compile_evidence,
    day_of,
    gather,
    holders_left,
)
from quotepart.extraction.dates.inference import (
    infer_from_announcement,
    infer_from_countdown,
    infer_from_meeting,
    infer_from_windows,
)
from quotepart.extraction.dates.stated import (
    IN_HEADER,
    SHORT_LINE,
    StatedGrammar,
    compile_stated,
    ends_with,
    find_in_address,
    find_stated,
    is_dateline,
    is_possible,
    iso_of,
    prose_of,
    rank_of,
)
from quotepart.extraction.dates.told import infer_from_news
from quotepart.extraction.dates.years import complete, in_either_order, weekdays_of_report
from quotepart.extraction.languages.language import Language
from quotepart.extraction.meetings.occasions import Occasion
from quotepart.extraction.text.prepared import Prepared
from quotepart.extraction.times.clues import says
from quotepart.extraction.times.times import Time
from quotepart.extraction.times.windows import Window
from quotepart.model.dates import Dating, How, first_day
from quotepart.model.frozen import dataclass
from quotepart.model.pact import Pact
from quotepart.model.span import Span

_HEAD = 3  # paragraphs of prose in which a dateline or a dated sentence may stand
_DATELINE_REACH = 70
_A_FEW_DAYS = dt.timedelta(days=3)
_CHAIN = 40  # characters behind a time that is to come in which days are to come too
_AFTER = 24  # characters before a date in which words may say that all else comes after it
_ANNIVERSARY = 60  # characters before a date in which it may be called an anniversary
_NEXT_REACH = 12  # characters behind a day in which a word may say that it lies ahead
_PLANNED_REACH = 40  # characters before a day in which a verb may tell of what is to come
_BEFORE_NOW = 24  # characters before a month in which words may say that it is the present one


@dataclass(frozen=True, slots=True, kw_only=True)
class DatesGrammar:
    """The words of a language by which a page says its own day, with the expressions of time and the pact's evidence."""

    evidence: EvidenceGrammar
    stated: StatedGrammar
    now: tuple[str, ...]
    ahead: tuple[str, ...]
    spoken: tuple[str, ...]


def compile_dates(language: Language, pact: Pact) -> DatesGrammar:
    """Return the grammar made from the language's table ``dates`` and the pact's offices, members and meetings."""
    table = language.tables.get("dates", {})
    turns = table.get("turns", {})
    return DatesGrammar(
        evidence=compile_evidence(language, pact),
        stated=compile_stated(language),
        now=tuple(table.get("stated", {}).get("now", ())),
        spoken=tuple(table.get("stated", {}).get("spoken", ())),
        ahead=tuple(turns.get("next", ())),
    )


def find_dating(
    prepared: Prepared, times: Sequence[Time], occasions: Sequence[Occasion], grammar: DatesGrammar
) -> Dating | None:
    """Return when the document was published and how that is known, ``None`` where the evidence does not say.

    ``times`` and ``occasions`` are the text's expressions of time and its mentions of meetings.
    """
    if prepared.document.published:
        return prepared.document.published
    left = holders_left(prepared, times, grammar.evidence)
    stated = find_stated(prepared, times, left, grammar.stated) or find_in_address(prepared)
    if stated and stated.precision == "day":
        return stated
    month = Window(stated.earliest, stated.latest + dt.timedelta(days=1)) if stated else None
    evidence = gather(prepared, times, occasions, grammar.evidence, month)
    meeting = infer_from_countdown(evidence, stated) or infer_from_meeting(evidence, stated)
    for find in (
        _header_without_year,
        _dateline,
        _dated_title,
        _dated_sentence,
        _day_without_year,
        _present_month,
        _caption_of_the_day,
    ):
        found = find(evidence, grammar)
        is_other = find is _day_without_year and meeting and found and found.date[:7] != meeting.date[:7]
        if found and not is_other and (stated is None or found.date.startswith(stated.date)):
            return found
    inferred = meeting or infer_from_news(evidence, stated) or infer_from_announcement(evidence, stated)
    inferred = _beside_dateline(evidence, inferred or infer_from_windows(evidence, stated))
    return _in_numbers(evidence, inferred, grammar) or inferred or stated


def _dateline(evidence: Evidence, grammar: DatesGrammar) -> Dating | None:
    """Place and day before the first words of the report; a missing year comes from the evidence."""
    prepared = evidence.prepared
    for line in islice(prose_of(prepared), _HEAD):
        for time in _times_in(evidence.times, Span(line.start, min(line.end, line.start + _DATELINE_REACH))):
            is_dated = time.month and (time.day or (time.year and time.span.start > line.start))
            if is_dated and is_dateline(prepared.text, line, time):
                if time.year:
                    return Dating(date=iso_of(time), how="dateline", span=time.span)
                return _completed(evidence, time, "dateline")
    return None


def _beside_dateline(evidence: Evidence, inferred: Dating | None) -> Dating | None:
    """What is inferred with the day of a dateline that leaves its year out, ``None`` where the two are of other months."""
    prepared = evidence.prepared
    for line in islice(prose_of(prepared), 1 if inferred else 0):
        for time in _times_in(evidence.times, Span(line.start, min(line.end, line.start + _DATELINE_REACH))):
            if inferred and time.month and time.day and not time.year and is_dateline(prepared.text, line, time):
                day = day_of(first_day(inferred.date).year, time)
                is_near = day and inferred.earliest - _A_FEW_DAYS <= day <= inferred.latest + _A_FEW_DAYS
                return replace(inferred, date=str(day), how="dateline", span=time.span) if is_near else None
    return inferred


def _header_without_year(evidence: Evidence, grammar: DatesGrammar) -> Dating | None:
    """A day in a header or behind "published" that leaves its year to the evidence."""
    prepared = evidence.prepared
    prose = next((line for line in prose_of(prepared) if len(line) > SHORT_LINE), None)
    for time in evidence.times:
        is_partial = time.month and time.day and not (time.year or time.bound or time.last_day)
        if (
            is_partial
            and time.span not in evidence.of_meetings()
            and (rank_of(prepared, time, prose, grammar.stated) or 0) >= IN_HEADER
        ):
            return _completed(evidence, time, "stated")
    return None


def _in_numbers(evidence: Evidence, inferred: Dating | None, grammar: DatesGrammar) -> Dating | None:
    """A date in numbers in a header, whose order of day and month the evidence tells."""
    prepared = evidence.prepared
    prose = next((line for line in prose_of(prepared) if len(line) > SHORT_LINE), None)
    for time in evidence.times:
        if prose is not None and time.span.start < prose.start:
            day = in_either_order(evidence, time, first_day(inferred.date) if inferred else None)
            if day is not None:
                return Dating(date=day.isoformat(), how="stated", span=time.span)
    return None


def _completed(evidence: Evidence, time: Time, how: How) -> Dating | None:
    """The date of a day without its year, with the clues that gave the year."""
    day = complete(evidence, time, is_its_own=how != "text" or time.weekday is not None)
    if day is None:
        return None
    day += dt.timedelta(days=_days_since(evidence, time))
    return Dating(date=day.isoformat(), how=how, span=time.span, evidence=tuple(map(str, evidence.used)))


def _days_since(evidence: Evidence, time: Time) -> int:
    """How many days ago the word right before a date says that it was: "hier, vendredi 20 janvier"."""
    at = bisect_left(evidence.times, time.span.start, key=lambda other: other.span.start)
    for other in evidence.times[max(0, at - 1) : at]:
        between = evidence.prepared.folded[other.span.end : time.span.start]
        if other.unit == "day" and other.shift < 0 and not between.strip(" ,("):
            return -other.shift
    return 0


def _times_in(times: Sequence[Time], span: Span) -> Iterator[Time]:
    first = bisect_left(times, span.start, key=lambda time: time.span.start)
    for time in islice(times, first, None):
        if time.span.start >= span.end:
            return
        yield time


def _dated_title(evidence: Evidence, grammar: DatesGrammar) -> Dating | None:
    """The one full date of a title that calls the text a speech, an interview or a statement."""
    prepared = evidence.prepared
    title = next(iter(prepared.paragraphs), None)
    if title is None or not prepared.folded[title.start : title.end].lstrip().startswith(grammar.spoken):
        return None
    full = [time for time in _times_in(evidence.times, title) if time.is_full]
    if len(full) != 1 or not is_possible(evidence.left, full[0]):
        return None
    return Dating(date=iso_of(full[0]), how="stated", span=full[0].span)


def _dated_sentence(evidence: Evidence, grammar: DatesGrammar) -> Dating | None:
    """A full date in the first sentences, if it is the latest of the text and the day of a meeting or falls on its weekday."""
    prepared, times = evidence.prepared, evidence.times
    lead = list(islice(prose_of(prepared), _HEAD))
    full = [time for time in times if time.is_full and evidence.is_kept(time.span)]
    latest = max((iso_of(time) for time in full if not time.bound), default="")
    others = evidence.of_meetings()
    years = (time.year for time in times if time.year and time.bound != "until" and time.span not in others)
    last_year = max(years, default=0)
    weekday = weekdays_of_report(evidence)[:1]
    for time in full:
        in_lead = any(line.holds(time.span) for line in lead)
        is_latest = not time.bound and iso_of(time) == latest and time.year == last_year
        if not (in_lead and is_latest) or _follows(evidence, time) or not is_possible(evidence.left, time):
            continue
        if time.weekday or _is_day_of_meeting(time, grammar) or first_day(iso_of(time)).isoweekday() in weekday:
            return Dating(date=iso_of(time), how="text", span=time.span)
    return None


def _caption_of_the_day(evidence: Evidence, grammar: DatesGrammar) -> Dating | None:
    """The full date of a caption that falls on the one weekday of the report: pictures of the day's news."""
    weekdays = set(weekdays_of_report(evidence))
    found = {
        iso_of(time): time
        for time in evidence.times
        if time.is_full and not time.bound and not evidence.is_kept(time.span) and is_possible(evidence.left, time)
    }
    fitting = {iso: time for iso, time in found.items() if {first_day(iso).isoweekday()} == weekdays}
    if len(found) != 1 or not fitting:
        return None
    ((iso, time),) = fitting.items()
    return Dating(date=iso, how="inferred", span=time.span, evidence=(time.span.cut(evidence.prepared.text),))


def _day_without_year(evidence: Evidence, grammar: DatesGrammar) -> Dating | None:
    """A day of the first sentences, such as "vendredi 11 juin", whose year the evidence gives; the latest such day.

    A day without a weekday gives its month alone, and only where other evidence narrows the time to less than its year:
    what is told of it may lie some days back.
    """
    lead = list(islice(prose_of(evidence.prepared), _HEAD))
    other = evidence.of_meetings()
    found: list[Dating | None] = []
    month: int | None = None
    for time in evidence.times:
        month = time.month or month
        if time.weekday and time.day and not time.month:
            time = replace(time, month=month)
        in_lead = any(line.holds(time.span) for line in lead)
        is_partial = time.day and time.month and not time.year and not time.bound and time.span not in other
        if not (in_lead and is_partial) or _follows(evidence, time) or _is_to_come(evidence, time, grammar):
            continue
        if time.weekday:
            found.append(_completed(evidence, time, "text"))
        elif evidence.used and not _is_chained(evidence.times, time):
            found.append(_as_told(evidence, _completed(evidence, time, "text")))
    sure = [dating for dating in found if dating and dating.precision == "day"]
    if None in found and not sure:
        return None
    return max(filter(None, found), key=lambda dating: dating.date, default=None)


def _is_to_come(evidence: Evidence, time: Time, grammar: DatesGrammar) -> bool:
    """Whether the words beside a day say that it lies ahead: "le 14 juillet prochain", "will expire on 1 October"."""
    folded = evidence.prepared.folded
    if says(folded[time.span.end : time.span.end + _NEXT_REACH], grammar.ahead):
        return True
    before = folded[max(0, time.span.start - _PLANNED_REACH) : time.span.start]
    return time.weekday is None and bool(evidence.grammar.planned.search(before.rsplit(". ", maxsplit=1)[-1]))


def _as_told(evidence: Evidence, dating: Dating | None) -> Dating | None:
    """The month of a day without a weekday, or the day itself where the report's weekday agrees with it."""
    if dating is None or first_day(dating.date).isoweekday() in weekdays_of_report(evidence)[:1]:
        return dating
    return replace(dating, date=dating.date[:7])


def _is_chained(times: Sequence[Time], time: Time) -> bool:
    """Whether a day goes on with what another begins: "from 1 February, rising on 1 June"."""
    before = Span(max(0, time.span.start - _CHAIN), time.span.end)
    return any(other.bound and other.span.end <= time.span.start for other in _times_in(times, before))


def _present_month(evidence: Evidence, grammar: DatesGrammar) -> Dating | None:
    """A month that the first sentences call the present one: "en ce début décembre 2019"."""
    prepared = evidence.prepared
    for line in islice(prose_of(prepared), _HEAD):
        for time in _times_in(evidence.times, line):
            before = prepared.folded[max(line.start, time.span.start - _BEFORE_NOW) : time.span.start].rstrip()
            if time.month and time.year and not time.day and ends_with(before, grammar.now):
                return Dating(date=iso_of(time), how="text", span=time.span)
    return None


def _follows(evidence: Evidence, time: Time) -> bool:
    """Whether the words before a date say that what is told comes after it, or make it the day of an anniversary."""
    before = evidence.prepared.folded[max(0, time.span.start - _ANNIVERSARY) : time.span.start].rstrip()
    anniversary = evidence.grammar.ages.words.get("anniversary", ())
    return before[-_AFTER:].endswith(evidence.grammar.after) or says(before.split(".")[-1], anniversary)


def _is_day_of_meeting(time: Time, grammar: DatesGrammar) -> bool:
    day = first_day(iso_of(time))
    before, after = dt.timedelta(days=1), dt.timedelta(days=2)
    return any(held.first - before <= day <= held.last + after for held in grammar.evidence.calendar.met())
