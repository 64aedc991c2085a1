"""Captions: words under a picture, told by who made it, by where its people stand or what they do, or by its number."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from quotepart.extraction.pages.words import FurnitureGrammar
from quotepart.extraction.text.prepared import Prepared
from quotepart.extraction.text.whole_words import whole_words
from quotepart.model.span import Span

_CREDIT = 50  # characters at the end of a long line in which a credit makes it a caption
_PROSE_WORDS = 25
_NAME_WORDS, _PLACE_WORDS = 4, 5
_LONGEST = 400  # characters
_PLACED_LENGTH = 160
_MARKS = '«“"'  # signs that open somebody's words
_SIGNED_OFF = re.compile(r"[.!?»”\"]\s?\([^\W\d_]{2,20}(?:[/,-]\s?[^\W\d_]{2,20}){0,3}\)\.?$")
_DATED = re.compile(  # "on 12 June 2025.", "June 12, 2025 (Klow/", "June 12," where it was cut
    r"(?:\b\d{1,2}(?:er)? [^\W\d]{3,10}|\b[^\W\d]{3,10}\.? \d{1,2},) (?:19|20)\d\d\W*$|\b[^\W\d]{3,10}\.? \d{1,2},$"
)
_NAMED = r"[A-ZÀ-Þ][\w.'’-]*"
_BRACKETED = re.compile(  # "Ms Sporsz in Klow. [Jana Klow/EPA]", "Ms Sporsz in Klow. (Jana Klow/Klow Courier)"
    rf"[\w.”»\"] ?(?:\[(?:{_NAMED}(?:[ /]| [–|-] )){{1,5}}{_NAMED}\]"
    rf"|\({_NAMED}(?: [\w.'’-]+){{1,3}}/{_NAMED}(?: [\w.'’-]+){{0,3}}\))$"
)
_PLACED = re.compile(
    r", [^\W\d][^\d,.]{2,25}, \d{1,2} [^\W\d]{3,10} (?:19|20)\d\d\.?$"
)  # ", Bordurie, 7 février 2017."
_DATELINE = re.compile(r"\([^\W\d][^()\d]{1,30}\) ?(?:--?|–|—) ")  # "KLOW, June 12 (Klowpress) - The league"
_HEAD = 200  # characters in which the dateline of a report stands
_COUNTER = re.compile(r"\d{1,3} ?/ ?\d{1,3}")


def is_caption(folded: str, words: int, grammar: FurnitureGrammar) -> bool:
    """Whether a line is a caption or a credit, wherever it stands."""
    if len(folded) >= _LONGEST or _DATELINE.search(folded, 0, _HEAD):
        return False
    if grammar.signed.search(folded, max(0, len(folded) - _CREDIT)) or _COUNTER.fullmatch(folded):
        return True
    if is_placed(folded, grammar) or (_PLACED.search(folded, max(0, len(folded) - _CREDIT)) and _is_unquoted(folded)):
        return True
    return _has_provider(folded, grammar) and _is_credited(folded, words, grammar)


def is_placed(folded: str, grammar: FurnitureGrammar) -> bool:
    """Whether a sentence names people with their place and full date: "Ida Sporsz, minister, in Klow, on 12 June 2025."."""
    is_short = len(folded) < _PLACED_LENGTH and folded[-5:].strip(" .").isdigit()
    return is_short and _DATED.search(folded) is not None and _is_of_place(folded, grammar)


def is_bracketed(line: str) -> bool:
    """Whether a line ends with a credit in brackets: several names in square ones, a maker and an agency in round ones."""
    is_short = line.endswith(("]", ")")) and len(line) < _LONGEST
    return is_short and _BRACKETED.search(line, max(0, len(line) - _CREDIT)) is not None


def picture_sentences(prepared: Prepared, span: Span, grammar: FurnitureGrammar) -> Iterator[Span]:
    """Yield the sentences of a paragraph that say what is seen on a picture.

    They say where its people stand ("Ms Sporsz (left) meets Mr Klow"), or what they do on a full date, in the present tense.
    """
    sentences = prepared.sentences
    last = -1
    for index, start, _ in grammar.pictured.find_matches_as_indexes(span.cut(prepared.folded)):
        at = bisect_right(sentences, span.start + start, key=lambda sentence: sentence.start) - 1
        if at <= last or len(sentences[at]) >= _LONGEST:
            continue
        if index < grammar.positions or _is_dated_picture(sentences[at].cut(prepared.folded).strip()):
            last = at
            yield sentences[at]


def _is_dated_picture(sentence: str) -> bool:
    """Whether a sentence ends with its full date, and neither quotes nor is quoted."""
    return bool(_DATED.search(sentence)) and _is_unquoted(sentence)


def _is_unquoted(folded: str) -> bool:
    return not any(mark in folded for mark in _MARKS)


def _is_of_place(folded: str, grammar: FurnitureGrammar) -> bool:
    """Whether a place stands by itself before the date at the end of a line: "Ida Sporsz, minister, in Klow, on 12 June 2025"."""
    if not _is_unquoted(folded):
        return False
    parts = [part.strip() for part in folded.split(",")]
    is_name = 0 < parts[0].count(" ") < _NAME_WORDS
    return is_name and any(part.startswith(grammar.places) and part.count(" ") < _PLACE_WORDS for part in parts[1:-1])


def _has_provider(folded: str, grammar: FurnitureGrammar) -> bool:
    return any(True for _ in whole_words(grammar.providers, folded))


def _is_credited(folded: str, words: int, grammar: FurnitureGrammar) -> bool:
    """Whether a picture is credited: anywhere in a short line, at the end of a long one; not where agencies sign a report."""
    is_report = words >= _PROSE_WORDS or any(mark in folded for mark in '«“"')
    if is_report and _SIGNED_OFF.search(folded):
        return False
    return any(words < _PROSE_WORDS or each.end() > len(folded) - _CREDIT for each in grammar.caption.finditer(folded))
