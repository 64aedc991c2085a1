"""When a document was published: stated, in a dateline, in a dated sentence, or inferred; never invented."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from quotepart.extraction.dates.evidence import Evidence, EvidenceGrammar, compile_evidence, gather, holders_left
from quotepart.extraction.dates.inference import (
    infer_from_announcement,
    infer_from_countdown,
    infer_from_meeting,
    infer_from_news,
)
from quotepart.extraction.dates.years import complete, in_either_order, weekdays_of_report
from quotepart.extraction.languages.language import Language
from quotepart.extraction.meetings.occasions import Occasion
from quotepart.extraction.text.prepared import Prepared
from quotepart.extraction.times.times import Time, find_paths
from quotepart.extraction.times.windows import Window
from quotepart.model.dates import Dating, How, first_day
from quotepart.model.frozen import dataclass
from quotepart.model.pact import Pact
from quotepart.model.span import Span

_FIRST_YEAR = 1995  # the oldest page that states its own day
_HEAD = 3  # paragraphs of prose in which a dateline or a dated sentence may stand
_DATELINE_REACH = 70
_LABEL_REACH = 30
_IN_HEADER = 3  # how surely a date in a header is the page's own
_CAPTION = 60  # characters beside a date that make a line a caption, whose day need not be the page's
_DASH = re.compile(r"\s*(?:\([^()\n]{2,40}\)|,?\s?[A-Za-z/ .]{2,25}|)\s?(?:[-–—:]|\()")
_SENTENCE = re.compile(r"\.\s+[A-ZÉÈÀÂÎÔÇ«“\"]")
_NAME = r"[A-ZÉÈÀÂÎÔÇ][\w'’.-]+(?:[ -][A-ZÉÈÀÂÎÔÇ][\w'’.-]+){0,3}"
_PLACE = re.compile(
    rf"{_NAME}(?:[,/]\s?{_NAME})?(?:\s?\([^()\n]{{2,25}}\))?[,.\s|–—-]*(?:{_NAME}[\s|,–—-]*)?(?:le\s|on\s)?$"
)
_SHORT_LINE = 120
_MARKS = ("|", "–", "—", "-", "·", "•", ",", "(", ")", ":", "/", ".")
_HANDLE = "(@"  # who signs a post, whose date follows
_CHAIN = 40  # characters behind a time that is to come in which days are to come too
_BEFORE_NOW = 24  # characters before a month in which words may say that it is the present one


@dataclass(frozen=True, slots=True, kw_only=True)
class DatesGrammar:
    """The words of a language by which a page says its own day, with the expressions of time and the pact's evidence."""

    evidence: EvidenceGrammar
    published: tuple[str, ...]
    updated: tuple[str, ...]
    never: tuple[str, ...]
    now: tuple[str, ...]
    bounds: tuple[str, ...]
    after: tuple[str, ...]


def compile_dates(language: Language, pact: Pact) -> DatesGrammar:
    """Return the grammar made from the language's table ``dates`` and the pact's offices, members and meetings."""
    table = language.tables.get("dates", {})
    stated, turns = table.get("stated", {}), table.get("turns", {})
    return DatesGrammar(
        evidence=compile_evidence(language, pact),
        published=tuple(stated.get("published", ())),
        updated=tuple(stated.get("updated", ())),
        never=tuple(stated.get("never", ())),
        now=tuple(stated.get("now", ())),
        bounds=(*turns.get("since", ()), *turns.get("until", ())),
        after=tuple(table.get("aspect", {}).get("past", ())),
    )


def find_dating(
    prepared: Prepared, times: Sequence[Time], occasions: Sequence[Occasion], grammar: DatesGrammar
) -> Dating | None:
    """Return when the document was published and how that is known, ``None`` where the evidence does not say.

    ``times`` and ``occasions`` are the text's expressions of time and its mentions of meetings.
    """
    if prepared.document.published:
        return prepared.document.published
    stated = _stated(prepared, times, grammar) or _from_address(prepared)
    if stated and stated.precision == "day":
        return stated
    month = Window(stated.earliest, stated.latest + dt.timedelta(days=1)) if stated else None
    evidence = gather(prepared, times, occasions, grammar.evidence, month)
    meeting = infer_from_countdown(evidence, stated) or infer_from_meeting(evidence, stated)
    for find in (
        _header_without_year,
        _dateline,
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
    return _in_numbers(evidence, inferred, grammar) or inferred or stated


def _stated(prepared: Prepared, times: Sequence[Time], grammar: DatesGrammar) -> Dating | None:
    """What the page says of its own day: in a header or byline, not beside a sign of copyright."""
    first = next((line for line in _prose(prepared) if len(line) > _SHORT_LINE), None)
    candidates = []
    for time in times:
        if time.month is None or time.year is None or time.year < _FIRST_YEAR or time.bound:
            continue
        rank = _rank(prepared, time, first, grammar)
        if rank is not None:
            candidates.append((-rank, time.day is None, time.span.start, time))
    if not candidates:
        return None
    candidates.sort(key=lambda candidate: candidate[:-1])
    left = holders_left(prepared, grammar.evidence)
    rank, *_, time = next((each for each in candidates if _is_possible(left, each[-1])), candidates[0])
    if rank == -1 and not _is_possible(left, time):
        return None
    return Dating(date=_iso(time), how="stated", span=time.span)


def _rank(prepared: Prepared, time: Time, prose: Span | None, grammar: DatesGrammar) -> int | None:
    """How surely a date is the page's own: 4 "published", 3 in a header, 2 "updated", 1 elsewhere; else ``None``."""
    line = _paragraph_of(prepared, time.span)
    near = prepared.folded[max(line.start, time.span.start - 60) : time.span.start]
    if _HANDLE in near or any(mark in near for mark in grammar.never):
        return None
    is_short = len(line) <= _SHORT_LINE
    reach = _SHORT_LINE if is_short else _LABEL_REACH
    before = prepared.folded[max(line.start, time.span.start - reach) : time.span.start].rstrip(" :,|-–—•\n(")
    if is_short or time.span.start - line.start < _SHORT_LINE:
        for rank, words in ((4, grammar.published), (2, grammar.updated)):
            if _ends_with(before, words) or (is_short and _begins_with(before, words)):
                return rank
    if any(mark in prepared.folded[time.span.end : time.span.end + 25] for mark in grammar.never):
        return None
    is_page = prepared.is_furniture(Span(line.end - 1, line.end))
    is_apart = prepared.is_furniture(time.span) and (is_page or not _is_dateline(prepared.text, line, time))
    is_alone = len(line) <= len(time.span) + _LABEL_REACH and time.day is not None
    is_set_off = _is_set_off(prepared.text, line, time)
    if not (is_apart or is_alone or (is_set_off and time.day and time.span.end >= line.end - 1)):
        return None
    if prose is None or time.span.start < prose.end:
        is_caption = len(line) > len(time.span) + _CAPTION and not (
            is_set_off and (is_short or time.span.end == line.end)
        )
        is_header = not is_caption and (time.day or is_set_off or time.span.start - line.start < 12)
        return _IN_HEADER if is_header else None
    return 1 if is_alone else None


def _is_set_off(text: str, line: Span, time: Time) -> bool:
    """Whether marks, or the edges of its line, part a date from the words beside it."""
    before = text[max(line.start, time.span.start - 4) : time.span.start].removesuffix("le ")
    after = text[time.span.end : min(line.end, time.span.end + 4)]
    is_begun = time.span.start == line.start or before.rstrip()[-1:] in _MARKS or before.endswith("   ")
    return is_begun and (not after or after.lstrip()[:1] in _MARKS or after.startswith("   "))


def _ends_with(part: str, words: Sequence[str]) -> bool:
    return any(part.endswith(word) and not part[: -len(word)][-1:].isalnum() for word in words)


def _begins_with(part: str, words: Sequence[str]) -> bool:
    part = part.lstrip(" •|-–—>»")
    return any(part.startswith(word) and not part[len(word) : len(word) + 1].isalnum() for word in words)


def _paragraph_of(prepared: Prepared, span: Span) -> Span:
    at = bisect_right(prepared.paragraphs, span.start, key=lambda paragraph: paragraph.start) - 1
    return prepared.paragraphs[max(at, 0)]


def _iso(time: Time) -> str:
    parts = [f"{time.year:04}", f"{time.month:02}" if time.month else "", f"{time.day:02}" if time.day else ""]
    return "-".join(part for part in parts if part)


def _from_address(prepared: Prepared) -> Dating | None:
    """A date inside a web address of the page's own, at its start or end."""
    for time in find_paths(prepared.folded):
        line = _paragraph_of(prepared, time.span)
        is_edge = line in (prepared.paragraphs[0], prepared.paragraphs[-1])
        if is_edge and len(line) <= 2 * _SHORT_LINE:
            return Dating(date=_iso(time), how="stated", span=time.span)
    return None


def _prose(prepared: Prepared) -> Iterator[Span]:
    """The paragraphs of the report itself."""
    for paragraph in prepared.paragraphs:
        if not prepared.is_furniture(Span(paragraph.end - 1, paragraph.end)):
            yield paragraph


def _dateline(evidence: Evidence, grammar: DatesGrammar) -> Dating | None:
    """Place and day before the first words of the report; a missing year comes from the evidence."""
    prepared = evidence.prepared
    for line in islice(_prose(prepared), _HEAD):
        for time in _times_in(evidence.times, Span(line.start, min(line.end, line.start + _DATELINE_REACH))):
            is_dated = time.month and (time.day or (time.year and time.span.start > line.start))
            if is_dated and _is_dateline(prepared.text, line, time):
                if time.year:
                    return Dating(date=_iso(time), how="dateline", span=time.span)
                return _completed(evidence, time, "dateline")
    return None


def _header_without_year(evidence: Evidence, grammar: DatesGrammar) -> Dating | None:
    """A day in a header or behind "published" that leaves its year to the evidence."""
    prepared = evidence.prepared
    prose = next((line for line in _prose(prepared) if len(line) > _SHORT_LINE), None)
    for time in evidence.times:
        is_partial = time.month and time.day and not (time.year or time.bound or time.last_day)
        if (
            is_partial
            and time.span not in evidence.of_meetings()
            and (_rank(prepared, time, prose, grammar) or 0) >= _IN_HEADER
        ):
            return _completed(evidence, time, "stated")
    return None


def _in_numbers(evidence: Evidence, inferred: Dating | None, grammar: DatesGrammar) -> Dating | None:
    """A date in numbers in a header, whose order of day and month the evidence tells."""
    prepared = evidence.prepared
    prose = next((line for line in _prose(prepared) if len(line) > _SHORT_LINE), None)
    for time in evidence.times:
        if prose is not None and time.span.start < prose.start:
            day = in_either_order(evidence, time, first_day(inferred.date) if inferred else None)
            if day is not None:
                return Dating(date=day.isoformat(), how="stated", span=time.span)
    return None


def _completed(evidence: Evidence, time: Time, how: How) -> Dating | None:
    """The date of a day without its year, with the clues that gave the year."""
    day = complete(evidence, time)
    if day is None:
        return None
    return Dating(date=day.isoformat(), how=how, span=time.span, evidence=tuple(map(str, evidence.used)))


def _is_dateline(text: str, line: Span, time: Time) -> bool:
    before = text[line.start : time.span.start].strip("\ufeff \n")
    after = text[time.span.end : time.span.end + 45]
    if before == "(" and time.year and after.startswith(")"):
        return True
    place = _PLACE.fullmatch(before)
    is_end = time.span.end >= line.end - 1
    if place and (is_end or (before and time.is_full and _SENTENCE.match(after))):
        return True
    return bool(_DASH.match(after)) and (place is not None or not before or time.is_full)


def _times_in(times: Sequence[Time], span: Span) -> Iterator[Time]:
    first = bisect_left(times, span.start, key=lambda time: time.span.start)
    for time in islice(times, first, None):
        if time.span.start >= span.end:
            return
        yield time


def _dated_sentence(evidence: Evidence, grammar: DatesGrammar) -> Dating | None:
    """A full date in the first sentences, if it is the latest of the text and the day of a meeting or said with its weekday."""
    prepared, times = evidence.prepared, evidence.times
    lead = list(islice(_prose(prepared), _HEAD))
    full = [time for time in times if time.is_full and evidence.is_kept(time.span)]
    latest = max((_iso(time) for time in full if not time.bound), default="")
    last_year = max((time.year for time in times if time.year and time.bound != "until"), default=0)
    for time in full:
        in_lead = any(line.holds(time.span) for line in lead)
        is_latest = not time.bound and _iso(time) == latest and time.year == last_year
        if not (in_lead and is_latest) or _follows(prepared, time, grammar) or not _is_possible(evidence.left, time):
            continue
        if time.weekday or _is_day_of_meeting(time, grammar):
            return Dating(date=_iso(time), how="text", span=time.span)
    return None


def _caption_of_the_day(evidence: Evidence, grammar: DatesGrammar) -> Dating | None:
    """The full date of a caption that falls on the one weekday of the report: pictures of the day's news."""
    weekdays = set(weekdays_of_report(evidence))
    found = {
        _iso(time): time
        for time in evidence.times
        if time.is_full and not time.bound and not evidence.is_kept(time.span) and _is_possible(evidence.left, time)
    }
    fitting = {iso: time for iso, time in found.items() if {first_day(iso).isoweekday()} == weekdays}
    if len(found) != 1 or not fitting:
        return None
    ((iso, time),) = fitting.items()
    return Dating(date=iso, how="inferred", span=time.span, evidence=(time.span.cut(evidence.prepared.text),))


def _day_without_year(evidence: Evidence, grammar: DatesGrammar) -> Dating | None:
    """A day of the first sentences, such as "vendredi 11 juin", whose year the evidence gives; the latest such day.

    A day without its weekday counts only where other evidence narrows the time to less than its year.
    """
    lead = list(islice(_prose(evidence.prepared), _HEAD))
    other = evidence.of_meetings()
    found: list[Dating] = []
    month: int | None = None
    for time in evidence.times:
        month = time.month or month
        if time.weekday and time.day and not time.month:
            time = replace(time, month=month)
        in_lead = any(line.holds(time.span) for line in lead)
        is_partial = time.day and time.month and not time.year and not time.bound and time.span not in other
        if (
            in_lead
            and is_partial
            and not (time.weekday is None and _is_chained(evidence.times, time))
            and (time.weekday or evidence.used)
            and not _follows(evidence.prepared, time, grammar)
        ):
            dating = _completed(evidence, time, "text")
            found += [dating] if dating else []
    return max(found, key=lambda dating: dating.date, default=None)


def _is_chained(times: Sequence[Time], time: Time) -> bool:
    """Whether a day goes on with what another begins: "from 1 February, rising on 1 June"."""
    before = Span(max(0, time.span.start - _CHAIN), time.span.end)
    return any(other.bound and other.span.end <= time.span.start for other in _times_in(times, before))


def _present_month(evidence: Evidence, grammar: DatesGrammar) -> Dating | None:
    """A month that the first sentences call the present one: "en ce début décembre 2019"."""
    prepared = evidence.prepared
    for line in islice(_prose(prepared), _HEAD):
        for time in _times_in(evidence.times, line):
            before = prepared.folded[max(line.start, time.span.start - _BEFORE_NOW) : time.span.start].rstrip()
            if time.month and time.year and not time.day and _ends_with(before, grammar.now):
                return Dating(date=_iso(time), how="text", span=time.span)
    return None


def _follows(prepared: Prepared, time: Time, grammar: DatesGrammar) -> bool:
    """Whether the words before a date say that what is told comes after it."""
    before = prepared.folded[max(0, time.span.start - 24) : time.span.start].rstrip()
    return before.endswith(grammar.after)


def _is_possible(left: Sequence[Window], time: Time) -> bool:
    """Whether those who hold office in the text did so on that day."""
    day = first_day(_iso(time))
    return any(window.first <= day + dt.timedelta(days=1) and day < window.until for window in left)


def _is_day_of_meeting(time: Time, grammar: DatesGrammar) -> bool:
    day = first_day(_iso(time))
    before, after = dt.timedelta(days=1), dt.timedelta(days=2)
    return any(held.first - before <= day <= held.last + after for held in grammar.evidence.calendar.met())
