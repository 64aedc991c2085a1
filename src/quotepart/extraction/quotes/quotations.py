"""Where quotation marks open and close: every pair of a text, broken pairs and marks at each paragraph included."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Literal

from quotepart.model.frozen import dataclass
from quotepart.model.span import Span

Family = Literal["angle", "double", "single"]

_MARKS = re.compile(r"''|``|`(?=[\w ])|’’|‘‘|[«»“”„‟\"‹›]|<<|>>|(?<!\w)[‘'‚](?=\w)|(?<=[\w.,!?…])[’'](?!\w)")
_FAMILIES: dict[str, Family] = {"«": "angle", "»": "angle", "<<": "angle", ">>": "angle", "‹": "angle", "›": "angle"}
_FAMILIES |= {"''": "double", "``": "double", "’’": "double", "‘‘": "double"}
_FAMILIES |= dict.fromkeys('“”„‟"', "double")
_OPENING, _CLOSING = (
    frozenset(("«", "“", "„", "‹", "<<", "‘", "‚", "``", "`")),
    frozenset(("»", "”", "‟", "›", ">>", "’")),
)
_MIXED = frozenset(("”", "»"))
"""Signs that close what a sign of the other family opened, where that is left open: « … ”."""
_BEFORE_OPENING = " \u00a0\u202f\n\t([{—–-:'’/«‹“"
_SENTENCE_STOP = re.compile(r"[.!?…](?=\s)")
_LABEL = re.compile(r"[^:\n]{1,40}:\s*")
_MOST_UNMARKED = 8  # paragraphs without a mark inside one quotation
_PADDING = " \u00a0\u202f\u2009\t\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """A stretch in quotation marks: ``span`` is inside the marks, ``outer`` holds them.

    ``is_whole`` is false where one of the two marks is missing; ``follows`` is true where it goes on from the paragraph
    before, and is then joined to what it follows; ``is_first`` where it opens a paragraph.
    """

    span: Span
    outer: Span
    family: Family
    is_whole: bool = True
    follows: bool = False
    is_first: bool = False


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    family: Family
    opens: bool
    closes: bool
    sign: str


def find_quotations(text: str, paragraphs: Sequence[Span]) -> tuple[Quotation, ...]:
    """Return the outermost quotations in text order, none overlapping another; linear in the text.

    One that opens anew in each paragraph and is closed in the last is one quotation.
    """
    found: list[Quotation] = []
    open_family: Family | None = None
    marks = list(_marks(text))
    at = unmarked = 0
    for paragraph in paragraphs:
        while at < len(marks) and marks[at].start < paragraph.start:
            at += 1
        upto = at
        while upto < len(marks) and marks[upto].end <= paragraph.end:
            upto += 1
        if upto == at and open_family and unmarked < _MOST_UNMARKED and found and found[-1].is_first:
            unmarked += 1
            continue
        here, open_family = _in_paragraph(text, paragraph, marks[at:upto], open_family)
        if unmarked and here and marks[at].start == paragraph.start:
            here[0] = replace(here[0], follows=False)
        unmarked = 0
        if here and here[0].follows and found and not found[-1].is_whole:
            found[-1] = _joined(found[-1], here.pop(0))
        found += here
        at = upto
    return tuple(found)


def _joined(first: Quotation, second: Quotation) -> Quotation:
    """A quotation that goes on in the next paragraph as the one that it is."""
    return replace(
        first,
        span=Span(first.span.start, second.span.end),
        outer=Span(first.outer.start, second.outer.end),
        is_whole=second.is_whole,
    )


def _marks(text: str) -> Iterator[_Mark]:
    size = len(text)
    for match in _MARKS.finditer(text):
        start, end = match.span()
        sign = match[0]
        family = _FAMILIES.get(sign, "single")
        before = text[start - 1] if start else " "
        after = text[end] if end < size else " "
        opens = before in _BEFORE_OPENING and not after.isspace()
        closes = not before.isspace() and (not after.isalnum())
        if sign in ("«", "‹", "<<"):
            opens, closes = True, closes and before.isalnum() and not after.isalnum()
        elif sign in ("»", "›", ">>"):
            opens, closes = opens and after.isalnum(), True
        elif sign in _OPENING:
            opens = opens or not closes
        elif sign in _CLOSING and family != "single":
            closes = closes or not opens
        elif not opens and not closes:
            opens = closes = True
        yield _Mark(start, end, family, opens, closes, sign)


def _in_paragraph(
    text: str, paragraph: Span, marks: list[_Mark], inherited: Family | None
) -> tuple[list[Quotation], Family | None]:
    """The quotations of one paragraph, and the family of the mark that it leaves open."""
    pairs, left_open, left_closing = _match(marks, inherited)
    found: list[Quotation] = []
    if left_closing is not None and not (pairs and pairs[0][0].start < left_closing.start):
        start = paragraph.start if inherited else _sentence_start(text, paragraph.start, left_closing.start)
        found += _quotation(text, start, start, left_closing.start, left_closing.end, left_closing.family, False)
        found = [replace(each, follows=inherited is not None) for each in found]
    for opening, closing in pairs:
        whole = closing.end > closing.start
        found += _quotation(text, opening.start, opening.end, closing.start, closing.end, opening.family, whole)
    still_open: Family | None = None
    if left_open is not None:
        nests = left_open.start == paragraph.start
        later = [
            pair[0].start
            for pair in pairs
            if pair[0].start > left_open.start and not (nests and pair[0].family != left_open.family)
        ]
        stop = _sentence_stop(text, left_open.end, later[0]) if later else paragraph.end
        found = [each for each in found if each.outer.start < left_open.start or each.outer.start >= stop]
        found += _quotation(text, left_open.start, left_open.end, stop, stop, left_open.family, False)
        still_open = left_open.family if stop == paragraph.end else None
    found = _outermost(found)
    if found and found[0].outer.start == paragraph.start:
        found[0] = replace(found[0], follows=inherited is not None, is_first=True)
    elif len(found) == 1 and still_open and _LABEL.fullmatch(text, paragraph.start, found[0].outer.start):
        found[0] = replace(found[0], is_first=True)
    return found, still_open


def _match(
    marks: list[_Mark], inherited: Family | None
) -> tuple[list[tuple[_Mark, _Mark]], _Mark | None, _Mark | None]:
    """Pair the marks of a paragraph: the outermost pairs, an opening one left over, a closing one left over.

    ``inherited`` is the family of a mark that the paragraph before leaves open.
    """
    if marks and marks[0].sign == '"' and inherited == "double" and marks[0].closes and not marks[0].opens:
        rest, left_open, _ = _match(marks[1:], None)
        return rest, left_open, marks[0]
    if _alternates(marks):
        return list(zip(marks[::2], marks[1::2], strict=True)), None, None
    stack: list[_Mark] = []
    pairs: list[tuple[_Mark, _Mark]] = []
    left_closing: _Mark | None = None
    pending = _last_closings(marks)
    ending = _without_own_closing(marks)
    for index, mark in enumerate(marks):
        top = stack[-1] if stack else None
        ends = top is not None and (mark.closes or (top.sign in _OPENING and mark.sign in _CLOSING))
        if top is not None and mark.family == top.family and ends and not (mark.opens and _nests(mark, top)):
            stack.pop()
            pairs.append((top, mark))
        elif mark.opens and (mark.family != "single" or not stack):
            if top is not None and top.family == mark.family == "double" and mark.sign not in _OPENING:
                pairs.append((stack.pop(), replace(mark, end=mark.start)))
            if mark.family != "single" or pending.get("single", -1) > index:
                stack.append(mark)
        elif mark.closes and top is not None and any(each.family == mark.family for each in stack[-2:]):
            while stack and stack[-1].family != mark.family:
                stack.pop()
            pairs.append((stack.pop(), mark))
        elif mark.sign in _MIXED and not mark.opens and len(stack) == 1 and stack[0].family in ending[index]:
            pairs.append((stack.pop(), mark))
        elif mark.sign in _CLOSING and mark.family != "single" and not stack and left_closing is None:
            left_closing = mark
    pairs.sort(key=lambda pair: pair[0].start)
    return pairs, (stack[0] if stack else None), left_closing


def _alternates(marks: list[_Mark]) -> bool:
    """Whether straight marks, even in number, open and close in turn with at most one of them out of shape."""
    if len(marks) % 2 or not marks or any(mark.sign != '"' for mark in marks):
        return False
    odd = sum(not mark.opens for mark in marks[::2]) + sum(not mark.closes for mark in marks[1::2])
    return odd <= 1


def _nests(mark: _Mark, top: _Mark) -> bool:
    """Whether a mark that could do both opens a quotation inside the one that ``top`` opened."""
    return mark.family == "angle" and top.family == "angle" and not mark.closes


def _last_closings(marks: Iterable[_Mark]) -> dict[Family, int]:
    last: dict[Family, int] = {}
    for index, mark in enumerate(marks):
        if mark.closes:
            last[mark.family] = index
    return last


def _without_own_closing(marks: Sequence[_Mark]) -> list[frozenset[Family]]:
    """Of each mark, the families whose next mark opens or does not come, so that one left open can't be closed by its own."""
    families: frozenset[Family] = frozenset(("angle", "double"))
    found: list[frozenset[Family]] = []
    for mark in reversed(marks):
        found.append(families)
        families = families - {mark.family} if mark.closes else families | {mark.family}
    return found[::-1]


def _outermost(quotations: list[Quotation]) -> list[Quotation]:
    kept: list[Quotation] = []
    for each in sorted(quotations, key=lambda quotation: (quotation.outer.start, -quotation.outer.end)):
        if not kept or kept[-1].outer.end <= each.outer.start:
            kept.append(each)
    return kept


def _quotation(
    text: str, outer_start: int, start: int, end: int, outer_end: int, family: Family, is_whole: bool
) -> list[Quotation]:
    while start < end and text[start] in _PADDING:
        start += 1
    while end > start and text[end - 1] in _PADDING:
        end -= 1
    if end - start > 1 and text[end - 1] == ",":
        end -= 1
    if end <= start or not any(char.isalnum() for char in text[start : min(end, start + 200)]):
        return []
    outer = Span(min(outer_start, start), max(outer_end, end))
    return [Quotation(span=Span(start, end), outer=outer, family=family, is_whole=is_whole)]


def _sentence_start(text: str, low: int, high: int) -> int:
    """Where the sentence that holds the character before ``high`` begins, a colon counting as a stop."""
    last = low
    for stop in _SENTENCE_STOP.finditer(text, low, max(low, high - 1)):
        last = stop.end()
    colon = text.rfind(": ", last, high)
    return colon + 1 if colon >= 0 else last


def _sentence_stop(text: str, low: int, high: int) -> int:
    """Where the sentence that begins at ``low`` ends, at most ``high``."""
    stop = _SENTENCE_STOP.search(text, low, high)
    return stop.end() if stop else high
