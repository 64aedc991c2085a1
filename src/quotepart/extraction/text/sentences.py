"""Where the paragraphs and sentences of a text begin and end, hard-wrapped texts included."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from statistics import median

from quotepart.extraction.languages.language import Language
from quotepart.model.frozen import dataclass
from quotepart.model.span import Span

_BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")
_LINE_BREAK = re.compile(r"\n")
_STOP = re.compile(r"[.!?…]++(?:[”\"'’)\]]|[\u00a0\u202f ]?[»›])*+(?=\s)|(?<=[a-zà-ÿ]{3})\.(?=[A-ZÀ-Ý][a-zà-ÿ]|[«“])")
_NO_WORD = re.compile(r"[^\w.&'’-]")
_LONGEST_WORD = 24
_APOSTROPHE = re.compile(r"['’]")
_FIRST_WORD = re.compile(r"\w+")
_STARTS = re.compile(r"[\s\u00a0\u202f]*[«“\"‹‘'(\[—–-]*[\s\u00a0\u202f]*(\w)")
_TERMINAL = '.!?…:;»”"›)]'
_LINE_START = re.compile(r"\n(?=[^\W\d_])")
_FEWEST_WRAPPED = 2  # lines that go on in the next, in a text whose lines are wrapped
_FEWEST_SPACED = 2  # of them, where a blank line follows each line
_LONGEST_LINE = 200  # characters of a line of a page that was cut into lines
_NARROWEST_WRAP, _USUAL_WRAP, _WIDEST_WRAP = 24, 45, 110


@dataclass(frozen=True, slots=True, kw_only=True)
class SentenceGrammar:
    """What ends no sentence in a language: abbreviations, and the words that do start one after an initialism."""

    abbreviations: frozenset[str]
    starters: frozenset[str]
    no_initials: frozenset[str] = frozenset()


def compile_sentences(language: Language) -> SentenceGrammar:
    """Return the grammar made from the language's table ``text``."""
    table = language.tables.get("text", {})
    return SentenceGrammar(
        abbreviations=frozenset(word.lower() for word in table.get("abbreviations", ())),
        no_initials=frozenset(table.get("no_initials", ())),
        starters=frozenset(table.get("starters", ())) | language.common,
    )


def find_paragraphs(text: str) -> tuple[Span, ...]:
    """Return the paragraphs of ``text``: parted by blank lines, and by single line breaks unless the text is hard-wrapped.

    A blank line parts nothing where a page put one after each of its lines, so that sentences go on below.
    """
    spans: list[Span] = []
    start = 0
    is_wrapped = _is_wrapped(text)
    blanks = list(_BLANK_LINE.finditer(text))
    going_on = {blank.start() for blank in blanks if _goes_on_below(text, blank)}
    going_on = going_on if len(going_on) >= _FEWEST_SPACED else set()
    joined = False
    for begin, end in [*((blank.start(), blank.end()) for blank in blanks), (len(text), len(text))]:
        lines = _lines(text, start, begin, is_wrapped=is_wrapped)
        if joined and spans and lines:
            lines[0] = Span(spans.pop().start, lines[0].end)
        spans += lines
        start, joined = end, begin in going_on
    return tuple(spans)


def _goes_on_below(text: str, blank: re.Match[str]) -> bool:
    """Whether a sentence goes on below a blank line: a long line that ends in a word or a comma, and lower case after it."""
    begin, end = blank.span()
    line = text.rfind("\n", max(0, begin - _LONGEST_LINE), begin)
    is_long = begin - max(line, begin - _LONGEST_LINE) > _USUAL_WRAP
    return is_long and text[end : end + 1].islower() and (_is_open(text, begin) or text[begin - 1 : begin] == ",")


def _is_wrapped(text: str) -> bool:
    """Whether lines of a text often go on in the next one, as its lower case shows."""
    starts = (found.end() for found in _LINE_START.finditer(text))
    going_on = sum((text[start].islower() and _is_open(text, start - 1)) or text[start - 2] == "," for start in starts)
    return going_on >= _FEWEST_WRAPPED and going_on * 4 >= text.count("\n")


def _is_open(text: str, position: int) -> bool:
    """Whether a line ends at ``position`` in a word, perhaps cut by a hyphen."""
    end = text[max(0, position - 3) : position].rstrip().rstrip("-")
    return end[-1:].isalpha()


def find_sentences(text: str, paragraphs: tuple[Span, ...], grammar: SentenceGrammar) -> tuple[Span, ...]:
    """Return the sentences of each paragraph, in order, without the white space around them."""
    sentences: list[Span] = []
    for paragraph in paragraphs:
        start = paragraph.start
        for stop in _STOP.finditer(text, paragraph.start, paragraph.end):
            if _ends_sentence(text, stop, paragraph.end, grammar):
                sentences += _trimmed(text, start, stop.end())
                start = stop.end()
        sentences += _trimmed(text, start, paragraph.end)
    return tuple(sentences)


def cut_at(edges: Iterable[int], sentences: Sequence[Span], text: str) -> tuple[Span, ...]:
    """Return the sentences cut in two where an edge, in order, falls inside one: what precedes it is not part of it."""
    cut: list[Span] = []
    left = iter(edges)
    edge = next(left, len(text))
    for sentence in sentences:
        if edge >= sentence.end:
            cut.append(sentence)
            continue
        start = sentence.start
        while edge < sentence.end:
            if edge > start:
                cut += _trimmed(text, start, edge)
                start = edge
            edge = next(left, len(text))
        cut += _trimmed(text, start, sentence.end)
    return tuple(cut)


def _ends_sentence(text: str, stop: re.Match[str], limit: int, grammar: SentenceGrammar) -> bool:
    following = _STARTS.match(text, stop.end(), limit)
    if following is None:
        return False
    first = following[1]
    if first.islower():
        return False
    if text[stop.start()] != "." or stop.end() - stop.start() > 1:
        return True
    word = _NO_WORD.split(text[max(0, stop.start() - _LONGEST_WORD) : stop.start()])[-1]
    return not _is_abbreviation(word, text[following.start(1) : following.start(1) + 12], grammar)


def _is_abbreviation(word: str, after: str, grammar: SentenceGrammar) -> bool:
    word = _APOSTROPHE.split(word)[-1]
    if word.lower() in grammar.abbreviations:
        return True
    is_initials = (len(word) == 1 and word.isupper() and word not in grammar.no_initials) or (
        "." in word and word.replace(".", "").isalpha()
    )
    starter = _FIRST_WORD.match(after)
    return is_initials and not (starter and starter[0].lower() in grammar.starters)


def _lines(text: str, start: int, end: int, *, is_wrapped: bool) -> list[Span]:
    """The paragraphs of a block without blank lines: its lines, or all of it where the lines are hard-wrapped."""
    breaks = [m.start() for m in _LINE_BREAK.finditer(text, start, end)]
    if not breaks:
        return _trimmed(text, start, end)
    edges = [start, *(b + 1 for b in breaks), end + 1]
    widths = [following - edge - 1 for edge, following in pairwise(edges)]
    width = median(widths[:-1])
    narrowest = _NARROWEST_WRAP if is_wrapped else _USUAL_WRAP
    wrapped = narrowest <= width < _WIDEST_WRAP and max(widths) <= width + 30
    spans: list[Span] = []
    opened = start
    for position, size in zip(breaks, widths, strict=False):
        is_open = text[position + 1 : position + 3].startswith(", ")  # what closes a sentence on the line before
        if not (is_open or (wrapped and _runs_on(text, position, end, size, width, is_wrapped=is_wrapped))):
            spans += _trimmed(text, opened, position)
            opened = position + 1
    return spans + _trimmed(text, opened, end)


def _runs_on(text: str, position: int, end: int, size: float, width: float, *, is_wrapped: bool) -> bool:
    """Whether the line that ends at ``position`` goes on in the next: long enough, or the next starts in lower case."""
    following = text[position + 1 : min(position + 2, end)]
    is_full = is_wrapped and size >= width * 0.75
    ends_open = text[position - 1 : position] not in _TERMINAL
    return following.islower() or (is_full and (ends_open or not text[position - 1 : position].isspace()))


def _trimmed(text: str, start: int, end: int) -> list[Span]:
    if start < end and not (text[start].isspace() or text[end - 1].isspace()):
        return [Span(start, end)]
    piece = text[start:end]
    start += len(piece) - len(piece.lstrip())
    end = start + len(piece.strip())
    return [Span(start, end)] if end > start else []
