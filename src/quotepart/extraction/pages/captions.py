"""Captions: words under a picture, told by who made it, by where its people stand, or by its number in a gallery."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from quotepart.extraction.pages.words import FurnitureGrammar
from quotepart.extraction.text.prepared import Prepared
from quotepart.model.span import Span

_CREDIT = 50  # characters at the end of a long line in which a credit makes it a caption
_PROSE_WORDS = 25
_LONGEST = 400  # characters
_SIGNED_OFF = re.compile(r"[.!?»”\"]\s?\([^\W\d_]{2,20}(?:[/,-]\s?[^\W\d_]{2,20}){0,3}\)\.?$")
_COUNTER = re.compile(r"\d{1,3} ?/ ?\d{1,3}")


def is_caption(folded: str, words: int, grammar: FurnitureGrammar) -> bool:
    """Whether a line is a caption or a credit, wherever it stands."""
    if len(folded) >= _LONGEST:
        return False
    if grammar.signed.search(folded, max(0, len(folded) - _CREDIT)) or _COUNTER.fullmatch(folded):
        return True
    return _has_provider(folded, grammar) and _is_credited(folded, words, grammar)


def placing_sentences(prepared: Prepared, span: Span, grammar: FurnitureGrammar) -> Iterator[Span]:
    """Yield the sentences of a paragraph that say where the people on a picture stand: "Ms Sporsz (left) meets Mr Klow"."""
    sentences = prepared.sentences
    for _, start, _ in grammar.positions.find_matches_as_indexes(span.cut(prepared.folded)):
        at = bisect_right(sentences, span.start + start, key=lambda sentence: sentence.start) - 1
        if at >= 0 and len(sentences[at]) < _LONGEST:
            yield sentences[at]


def _has_provider(folded: str, grammar: FurnitureGrammar) -> bool:
    hits = grammar.providers.find_matches_as_indexes(folded)
    return any(not (folded[s - 1 : s].isalnum() or folded[e : e + 1].isalnum()) for _, s, e in hits)


def _is_credited(folded: str, words: int, grammar: FurnitureGrammar) -> bool:
    """Whether a picture is credited: anywhere in a short line, at the end of a long one; not where agencies sign a report."""
    is_report = words >= _PROSE_WORDS or any(mark in folded for mark in '«“"')
    if is_report and _SIGNED_OFF.search(folded):
        return False
    return any(words < _PROSE_WORDS or each.end() > len(folded) - _CREDIT for each in grammar.caption.finditer(folded))
