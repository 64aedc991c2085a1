"""What the page put into a paragraph: links, captions, calls to go on reading, and who wrote what an agency sent."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from quotepart.extraction.pages.captions import is_placed, picture_sentences
from quotepart.extraction.pages.words import ORNAMENTS, FurnitureGrammar
from quotepart.extraction.text.fold import fold
from quotepart.extraction.text.prepared import Prepared
from quotepart.model.span import Span

DOTS = ("…", "...")
_STOPS = (". ", "! ", "? ", "» ", "” ")
_LONG_LINE = 160  # characters: a link opens a longer paragraph, and is all of a shorter one
_LINK = 320  # characters that a sentence of the page has at most
_LINK_WORDS = 6  # words of a link before what was set behind it with no stop
_CALL = 160  # characters that a call to go on reading may have behind the dots of a paragraph
_BEFORE_WIRE = 200  # characters in which the place and agency of a report stand
_PLAIN = re.compile(r"[^\W\d_]+")
_WIRE = re.compile(
    r"[A-ZÀ-Þ][A-ZÀ-Þ/'’ -]{2,40}(?:, [^()\n]{2,25})? \([A-Z][\w.]+\) ?[–—-]"
)  # "KLOW, June 2 (Klowpress) -"
_GLUED = re.compile(r"[^\W\d_]{4,20}?(?=[A-ZÀ-Þ][\w'’]* [\w'’]+ )")  # "AbonnéLa ministre a dit"
_NOTE = re.compile(r"\([^()]{3,60}\)\s*")


def find_inserted(prepared: Prepared, kept: Sequence[Span], front: int, grammar: FurnitureGrammar) -> Iterator[Span]:
    """Yield what does not belong to the report in the paragraphs that are kept; front matter ends at ``front``."""
    starts = {span.start for span in kept if len(span) <= _LONG_LINE}
    for sentence in prepared.sentences:
        if sentence.start in starts or len(sentence) > _LINK:
            continue
        start = max(sentence.start, min(front, sentence.end))
        bare = prepared.folded[start : start + 40].lstrip(ORNAMENTS)
        if grammar.inserted.match(bare):
            yield _without_next(prepared, Span(start, sentence.end))
        elif is_placed(prepared.folded[start : sentence.end].strip(), grammar):
            yield Span(start, sentence.end)
    for span in kept:
        yield from picture_sentences(prepared, span, grammar)
        yield from _calls_to_go_on(prepared, span, grammar)
        yield from _authors_of_wire(prepared, span, grammar)
        if (glued := _GLUED.match(prepared.text, span.start)) and fold(glued[0]) in grammar.whole:
            yield Span(span.start, glued.end())


def _without_next(prepared: Prepared, sentence: Span) -> Span:
    """A link without what was set behind it with no stop: "Read also: the league rearms The minister said so"."""
    words = list(_PLAIN.finditer(sentence.cut(prepared.text)))
    common = prepared.language.common
    for before, word in itertools.pairwise(words[_LINK_WORDS:]):
        if before[0].islower() and word[0].istitle() and word[0].lower() in common and before.end() + 1 == word.start():
            return Span(sentence.start, sentence.start + before.end())
    return sentence


def _calls_to_go_on(prepared: Prepared, span: Span, grammar: FurnitureGrammar) -> Iterator[Span]:
    """What a page says behind the dots of a paragraph that it cut off, or by itself behind a stop: "… read more"."""
    start = max(span.start, span.end - _CALL)
    dots = max(prepared.folded.rfind(mark, start, span.end) + len(mark) for mark in DOTS)
    stop = max(prepared.folded.rfind(mark, start, span.end) + len(mark) for mark in _STOPS)
    at = dots if dots > start else stop
    rest = prepared.folded[at : span.end]
    bare = rest.strip(ORNAMENTS)
    calls = (grammar.inserted, grammar.begins, grammar.begins_short, grammar.openers)
    is_call = bare in grammar.whole or (dots == at and any(each.match(bare) for each in calls))
    if at > start and bare and is_call:
        yield Span(at + len(rest) - len(rest.lstrip()), span.end)


def _authors_of_wire(prepared: Prepared, span: Span, grammar: FurnitureGrammar) -> Iterator[Span]:
    """Who wrote it, set right before the place and the agency: "By Ida Sporsz KLOW (Klowpress) - The league …"."""
    note = _NOTE.match(prepared.text, span.start)
    start = note.end() if note else span.start
    if prepared.folded.startswith(grammar.bylines, start):
        wire = _WIRE.search(prepared.text, start, min(span.end, start + _BEFORE_WIRE))
        if wire and wire.start() > start:
            yield Span(span.start, span.start + len(prepared.text[span.start : wire.start()].rstrip()))
