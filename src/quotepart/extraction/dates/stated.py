"""What a page says of its own day: "published", a header, a byline, its address; and what a dateline looks like."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from quotepart.extraction.languages.language import Language
from quotepart.extraction.text.prepared import Prepared
from quotepart.extraction.times.times import Time, find_paths
from quotepart.extraction.times.windows import Window
from quotepart.model.dates import Dating, first_day
from quotepart.model.frozen import dataclass
from quotepart.model.span import Span

_FIRST_YEAR = 1995  # the oldest page that states its own day
_LABEL_REACH = 30
IN_HEADER = 3  # how surely a date in a header is the page's own
_AFTER = 25  # characters behind a date in which a sign of copyright may stand
_CAPTION = 60  # characters beside a date that make a line a caption, whose day need not be the page's
_DASH = re.compile(r"\s*(?:\([^()\n]{2,40}\)|,?\s?[A-Za-z/ .]{2,25}|)\s?(?:[-–—:|]|\()")
_SENTENCE = re.compile(r"\.\s+[A-ZÉÈÀÂÎÔÇ«“\"]")
_NAME = r"[A-ZÉÈÀÂÎÔÇ][\w'’.-]+(?:[ -][A-ZÉÈÀÂÎÔÇ][\w'’.-]+){0,3}"
_PLACE = re.compile(
    rf"{_NAME}(?:[,/]\s?{_NAME})?(?:\s?\([^()\n]{{2,25}}\))?[,.\s|–—-]*(?:{_NAME}[\s|,–—-]*)?(?:le\s|on\s)?$"
)
SHORT_LINE = 120  # characters of a line that is no paragraph of prose
_MARKS = ("|", "–", "—", "-", "·", "•", ",", "(", ")", ":", "/", ".")
_HANDLE = "(@"  # who signs a post, whose date follows


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedGrammar:
    """The words beside which a page states its own day, and those beside dates that never are it."""

    published: tuple[str, ...]
    updated: tuple[str, ...]
    never: tuple[str, ...]
    pictured: tuple[str, ...]


def compile_stated(language: Language) -> StatedGrammar:
    """Return the grammar made from the language's table ``dates``."""
    stated = language.tables.get("dates", {}).get("stated", {})
    return StatedGrammar(**{name: tuple(stated.get(name, ())) for name in StatedGrammar.__slots__})


def find_stated(
    prepared: Prepared, times: Sequence[Time], left: Sequence[Window], grammar: StatedGrammar
) -> Dating | None:
    """Return what the page says of its own day: in a header or byline, not beside a sign of copyright.

    ``left`` is the time in which the holders of offices that the text names held them.
    """
    first = next((line for line in prose_of(prepared) if len(line) > SHORT_LINE), None)
    candidates = []
    for time in times:
        if time.month is None or time.year is None or time.year < _FIRST_YEAR or time.bound:
            continue
        rank = rank_of(prepared, time, first, grammar)
        if rank is not None:
            candidates.append((-rank, time.day is None, time.span.start, time))
    if not candidates:
        return None
    candidates.sort(key=lambda candidate: candidate[:-1])
    rank, *_, time = next((each for each in candidates if is_possible(left, each[-1])), candidates[0])
    if rank == -1 and not is_possible(left, time):
        return None
    return Dating(date=iso_of(time), how="stated", span=time.span)


def rank_of(prepared: Prepared, time: Time, prose: Span | None, grammar: StatedGrammar) -> int | None:
    """Return how surely a date is the page's own: 4 "published", 3 in a header, 2 "updated", 1 elsewhere; else ``None``."""
    line = _paragraph_of(prepared, time.span)
    near = prepared.folded[max(line.start, time.span.start - 60) : time.span.start]
    if _HANDLE in near or any(mark in near for mark in grammar.never):
        return None
    is_short = len(line) <= SHORT_LINE
    reach = SHORT_LINE if is_short else _LABEL_REACH
    before = prepared.folded[max(line.start, time.span.start - reach) : time.span.start].rstrip(" :,|-–—•\n(")
    if is_short or time.span.start - line.start < SHORT_LINE:
        for rank, words in ((4, grammar.published), (2, grammar.updated)):
            if ends_with(before, words) or (is_short and _begins_with(before, words)):
                return rank
    after = prepared.folded[time.span.end : time.span.end + _AFTER]
    if _begins_with(line.cut(prepared.folded), grammar.pictured) or any(mark in after for mark in grammar.never):
        return None
    is_page = prepared.is_furniture(Span(line.end - 1, line.end))
    is_apart = prepared.is_furniture(time.span) and (is_page or not is_dateline(prepared.text, line, time))
    is_alone = len(line) <= len(time.span) + _LABEL_REACH and time.day is not None
    is_set_off = _is_set_off(prepared.text, line, time)
    if not (is_apart or is_alone or (is_set_off and time.day and time.span.end >= line.end - 1)):
        return None
    if prose is None or time.span.start < prose.end:
        is_caption = len(line) > len(time.span) + _CAPTION and not (
            is_set_off and (is_short or time.span.end >= line.end - 1)
        )
        is_header = not is_caption and (time.day or is_set_off or time.span.start - line.start < 12)
        return IN_HEADER if is_header else None
    return 1 if is_alone else None


def _is_set_off(text: str, line: Span, time: Time) -> bool:
    """Whether marks, or the edges of its line, part a date from the words beside it."""
    before = text[max(line.start, time.span.start - 4) : time.span.start].removesuffix("le ")
    after = text[time.span.end : min(line.end, time.span.end + 4)]
    is_begun = time.span.start == line.start or before.rstrip()[-1:] in _MARKS or before.endswith("   ")
    return is_begun and (not after or after.lstrip()[:1] in _MARKS or after.startswith("   "))


def ends_with(part: str, words: Sequence[str]) -> bool:
    """Whether ``part`` ends with one of ``words``, whole."""
    return any(part.endswith(word) and not part[: -len(word)][-1:].isalnum() for word in words)


def _begins_with(part: str, words: Sequence[str]) -> bool:
    part = part.lstrip(" •|-–—>»")
    return any(part.startswith(word) and not part[len(word) : len(word) + 1].isalnum() for word in words)


def _paragraph_of(prepared: Prepared, span: Span) -> Span:
    at = bisect_right(prepared.paragraphs, span.start, key=lambda paragraph: paragraph.start) - 1
    return prepared.paragraphs[max(at, 0)]


def iso_of(time: Time) -> str:
    """Return year, month and day of a time as far as it fixes them, as ISO writes them."""
    parts = [f"{time.year:04}", f"{time.month:02}" if time.month else "", f"{time.day:02}" if time.day else ""]
    return "-".join(part for part in parts if part)


def find_in_address(prepared: Prepared) -> Dating | None:
    """Return a date inside a web address of the page's own, at its start or end."""
    for time in find_paths(prepared.folded):
        line = _paragraph_of(prepared, time.span)
        is_edge = line in (prepared.paragraphs[0], prepared.paragraphs[-1])
        if is_edge and len(line) <= 2 * SHORT_LINE:
            return Dating(date=iso_of(time), how="stated", span=time.span)
    return None


def prose_of(prepared: Prepared) -> Iterator[Span]:
    """Yield the paragraphs of the report itself."""
    for paragraph in prepared.paragraphs:
        if not prepared.is_furniture(Span(paragraph.end - 1, paragraph.end)):
            yield paragraph


def is_dateline(text: str, line: Span, time: Time) -> bool:
    """Whether a date at the head of ``line`` stands where a dateline does: behind its place, before its dash."""
    before = text[line.start : time.span.start].strip("\ufeff \n")
    after = text[time.span.end : time.span.end + 45]
    if before == "(" and time.year and after.startswith(")"):
        return True
    place = _PLACE.fullmatch(before)
    is_end = time.span.end >= line.end - 1
    if place and (is_end or (before and time.is_full and _SENTENCE.match(after))):
        return True
    return bool(_DASH.match(after)) and (place is not None or not before or time.is_full)


def is_possible(left: Sequence[Window], time: Time) -> bool:
    """Whether those who hold office in the text did so on that day."""
    day = first_day(iso_of(time))
    return any(window.first <= day + dt.timedelta(days=1) and day < window.until for window in left)
