"""Lines strange to the report: in another language, or titles of other reports, which share few words with it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby, takewhile

from quotepart.extraction.languages.find import find_languages
from quotepart.extraction.pages.lines import WORD
from quotepart.extraction.pages.words import PageLine
from quotepart.extraction.text.prepared import Prepared

_FEWEST_COMMON = 3  # frequent words of another language that make a line one of it
_TIMES_MORE = 4  # frequent words of another language for each of the page's own
_LETTER = re.compile(r"[^\W\d_]")
_NOT_LATIN = re.compile(r"[^\W\d_\u0000-\u024f]")
_LETTERS = 400  # characters of a line by which its letters are told
_TONGUE_SHARE = 0.2  # of the words of a line are frequent ones
_TITLE_LEAST, _TITLE_MOST = 4, 40  # words of a title
_TITLE_SURE = 6  # words of a line that is a title though it was taken for furniture
_RUN = 4  # titles in a row that make a list
_BLOCK, _BLOCK_OWN = 6, 3  # lines in a row without prose, and those of the page's own among them, that make it a block
_HEAD = 5  # letters by which words are held together: "alliance", "allié", "allied"
_TELLING = re.compile(r"[^\W\d_]{5,}")
_STOP = re.compile(r"[.!?…]['’]$|[.!] ")
_KNOWN = 0.4  # of the telling words of a title come again in its report
_TITLE_SHARE = 0.5  # of the telling words of the only line that may be a title
_LAST_SHARE = 0.3  # of those of the last such line above the report
_NAMED = re.compile(r"[A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+){1,3}, [a-zà-ÿ]")  # "Ida Sporsz, ministre de la Défense"
_NAMED_WORDS = 9
_LONG = 15  # words of a paragraph with which a report begins
_FOREIGN = 0.1  # of the telling words of a sentence about something else do
_SHOUTED = 8  # words of a title in capitals
_ISLAND = 2  # sentences that stand among lines that are no prose
_SHORE = 2  # such lines on either side of them, if it is not the end of the page
_NOTICE_WORDS = 26
_ITEMS = 3  # sentences in a row at the end that are about something else
_MOST_ITEMS = 6  # the last paragraphs among which they stand
_ITEM_WORDS = 45
_DASHES = ("—", "–", "-")  # before the name under a post
_QUOTES = '«“"‘'
_FEWEST_TELLING = 15  # telling words of a report that is long enough to compare titles with
_MANY_TELLING = 30  # and sentences


class Vocabulary:
    """The telling words of a report, and how many of a line's own are among them."""

    def __init__(self, prose: Sequence[PageLine], common: frozenset[str]) -> None:
        self._common = common
        self._words = frozenset().union(*map(self._telling, prose))

    @property
    def is_enough(self) -> bool:
        """Whether there are words enough to compare with."""
        return len(self._words) >= _FEWEST_TELLING

    @property
    def is_rich(self) -> bool:
        """Whether there are words enough to compare sentences with."""
        return len(self._words) >= _MANY_TELLING

    def share(self, line: PageLine) -> float:
        """How many of the telling words of a line come in the report, of all it has."""
        words = self._telling(line)
        return len(words & self._words) / len(words) if words else _KNOWN

    def _telling(self, line: PageLine) -> frozenset[str]:
        return frozenset(word[:_HEAD] for word in _TELLING.findall(line.folded) if word not in self._common)


def mark_other_tongues(prepared: Prepared, lines: Sequence[PageLine]) -> None:
    """Mark lines that are written in another language than the page: posts, and titles of the original."""
    own = prepared.language.common
    others = [language.common for language in find_languages().values() if language is not prepared.language]
    is_other = False
    for line in lines:
        if is_other and line.folded.startswith(_DASHES) and "(@" in line.folded:
            line.is_furniture, line.is_body = True, False
        is_other = False
        if line.is_furniture or line.folded[:1] in _QUOTES:
            continue
        if _is_of_other_letters(line.folded):
            line.is_furniture, line.is_body = True, False
            continue
        words = WORD.findall(line.folded)
        ours = sum(map(own.__contains__, words))
        if ours * _TIMES_MORE <= _TONGUE_SHARE * 2 * len(words):
            most = max((sum(map(common.__contains__, words)) for common in others), default=0)
            is_other = most >= max(_FEWEST_COMMON, _TONGUE_SHARE * len(words), _TIMES_MORE * ours)
            line.is_furniture, line.is_body = is_other, line.is_body and not is_other


def _is_of_other_letters(folded: str) -> bool:
    """Whether more than half of a line's letters are not Latin ones."""
    others = len(_NOT_LATIN.findall(folded, 0, _LETTERS))
    return others > 0 and others * 2 > len(_LETTER.findall(folded, 0, _LETTERS))


def mark_strange_titles(lines: Sequence[PageLine], common: frozenset[str]) -> None:
    """Mark rows of titles that are not the report's own, and sentences at its end that share no word with it."""
    prose = [line for line in lines if line.is_body and not line.is_furniture and not _is_titular(line)]
    prose = prose[: len(prose) - _mark_items(prose, common)]
    report = Vocabulary(prose, common)
    if not report.is_enough:
        return
    begins = next((line for line in prose if line.words >= _LONG), prose[0])
    first, last = begins.span.start, prose[-1].span.start
    for is_row, group in groupby(lines, key=lambda line: line.is_furniture or _is_titular(line)):
        row = list(group)
        if is_row and row[0].span.start < last:
            _mark_row(row, report, is_head=row[0].span.start < first)


def mark_islands(lines: Sequence[PageLine], common: frozenset[str]) -> None:
    """Mark a sentence or two of the page's own among lines that are no prose: they share next to no word with the report.

    So does another report at the end, of which there is a title and a paragraph.
    """
    prose = [line for line in lines if line.is_body and not line.is_furniture]
    report = Vocabulary([line for line in prose if line.words >= _LONG], common)
    if not report.is_enough:
        return
    rows = [
        (is_prose, list(row))
        for is_prose, row in groupby(lines, key=lambda line: line.is_body and not line.is_furniture)
    ]
    for at, (is_prose, row) in enumerate(rows):
        around = [len(rows[near][1]) for near in (at - 1, at + 1) if 0 <= near < len(rows)]
        if is_prose and len(row) <= _ISLAND and min(around, default=0) >= _SHORE and all(map(_is_notice, row)):
            for line in row:
                line.is_furniture |= report.share(line) <= _FOREIGN
    last = [line for line in lines if not line.is_furniture][-2:]
    if report.is_rich and _is_titled(last) and max(map(report.share, last)) <= _FOREIGN:
        for line in last:
            line.is_furniture = True


def _is_titled(lines: Sequence[PageLine]) -> bool:
    """Whether two lines are a title and the paragraph below it."""
    if len(lines) < 2 or lines[0].is_body:
        return False
    return lines[0].words >= _TITLE_LEAST and lines[1].words > _LONG


def _is_notice(line: PageLine) -> bool:
    return line.words <= _NOTICE_WORDS and not any(mark in line.folded for mark in '«“"')


def mark_shouted(prepared: Prepared, lines: Sequence[PageLine]) -> None:
    """Mark titles in capitals, longer than a heading, between the paragraphs of a report: links to other reports."""
    bodies = [at for at, line in enumerate(lines) if line.is_body and not line.is_furniture]
    for line in lines[bodies[0] + 1 : bodies[-1]] if bodies else ():
        is_title = line.words >= _SHOUTED and not line.is_body and _is_titular(line)
        line.is_furniture |= is_title and line.folded[0] not in _QUOTES and line.span.cut(prepared.text).isupper()


def keep_title(prepared: Prepared, titles: Sequence[PageLine], lines: Sequence[PageLine]) -> None:
    """Keep the title of a report that has no other: of the ``titles`` above it the one that shares most words with it."""
    own = [line for line in lines if line.is_body and not line.is_furniture]
    first = next((line for line in own if line.words >= _LONG), lines[-1] if lines else None)
    above = takewhile(lambda line: line is not first, lines)
    if first is None or any(
        line.words >= _TITLE_LEAST and _is_titular(line) and not line.is_furniture for line in above
    ):
        return
    titles = [line for line in titles if line.span.start < first.span.start and _is_title(prepared, line)]
    if not titles:
        return
    report = Vocabulary(own, prepared.language.common)
    best = max(reversed(titles), key=report.share)
    least = _LAST_SHARE if best is titles[-1] else _TITLE_SHARE
    if report.is_enough and report.share(best) >= least:
        best.is_furniture = False


def _is_title(prepared: Prepared, line: PageLine) -> bool:
    """Whether a line has the words of a title and begins like one, and is no row of links nor a name with its office."""
    text = line.span.cut(prepared.text).strip()
    if line.words < _TITLE_SURE or "|" in text or (line.words <= _NAMED_WORDS and _NAMED.match(text)):
        return False
    return _is_titular(line) and not text[0].islower()


def _mark_row(row: Sequence[PageLine], report: Vocabulary, *, is_head: bool) -> None:
    """Mark the titles of a row among which the page's own lines stand, or most of which share few words with the report.

    Before the report its title is the one that shares most words with it; lines behind it are the report's own.
    """
    titles = [line for line in row if not line.is_furniture]
    shares = [report.share(line) for line in titles]
    is_strange = sum(line.words >= _TITLE_LEAST for line in titles) >= _RUN and sum(shares) < _KNOWN * len(titles)
    is_block = len(row) >= _BLOCK and len(row) - len(titles) >= _BLOCK_OWN
    if not (is_strange or is_block):
        return
    best = len(titles) - 1 - shares[::-1].index(max(shares)) if titles else 0
    for at, line in enumerate(titles):
        line.is_furniture |= not is_head or at < best or (is_strange and at > best and not shares[at])


def _is_titular(line: PageLine) -> bool:
    """Whether a line may be a title: no longer than one, without a full stop."""
    folded = line.folded
    return line.words <= _TITLE_MOST and not folded.endswith((".", ";", ",", "…")) and not _STOP.search(folded)


def _mark_items(prose: Sequence[PageLine], common: frozenset[str]) -> int:
    """Mark the last paragraphs, each a sentence that shares next to no word with the report, and return how many they are."""
    report = Vocabulary(prose[:-_MOST_ITEMS], common)
    items = list(takewhile(lambda line: _is_single(line) and report.share(line) <= _FOREIGN, reversed(prose)))
    if len(items) < _ITEMS or not report.is_rich:
        return 0
    for line in items:
        line.is_furniture = True
    return len(items)


def _is_single(line: PageLine) -> bool:
    """Whether a paragraph is one sentence without a quotation."""
    is_sentence = line.words <= _ITEM_WORDS and line.folded.endswith(".") and ". " not in line.folded
    return is_sentence and not any(mark in line.folded for mark in '«“"')
