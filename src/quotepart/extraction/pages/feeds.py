"""Feeds: lists of other reports in which each says how long ago it was published."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from quotepart.extraction.pages.words import FurnitureGrammar, PageLine

_AGE_WORDS = 7  # of a line that says how long ago it was published
_FURTHEST = 5  # lines from one such line of a feed to the next
_LEAST = 3  # such lines in a feed
_PROSE_WORDS = 45  # a longer paragraph is none of a feed
_ENDS = (".", "!", "?", "…", ";", ":", ",", "»", "”", '"')


def is_age(folded: str, words: int, grammar: FurnitureGrammar) -> bool:
    """Whether a line says how long ago something was published, and hardly more: "World, 3 hours ago"."""
    return words <= _AGE_WORDS and not folded.endswith(_ENDS) and bool(grammar.ages.search(folded))


def mark_feeds(lines: Sequence[PageLine], grammar: FurnitureGrammar) -> None:
    """Mark the titles, teasers and sections that stand between the ages of a feed, and as far around its ends."""
    ages = [at for at, line in enumerate(lines) if is_age(line.folded, line.words, grammar)]
    for feed in _runs(ages):
        if len(feed) < _LEAST:
            continue
        step = max(later - earlier for earlier, later in pairwise(feed))
        for way in (-1, 1):
            _mark_around(lines, feed[0 if way < 0 else -1], way, step - 1)
        for line in lines[feed[0] : feed[-1]]:
            line.is_furniture |= line.words <= _PROSE_WORDS


def _mark_around(lines: Sequence[PageLine], age: int, way: int, most: int) -> None:
    """The rest of the first or last item of a feed, up to the next prose; a teaser that breaks off above an age is of it."""
    for at in range(age + way, age + way * (most + 1), way):
        if not 0 <= at < len(lines) or (lines[at].is_body and (way > 0 or not lines[at].folded.endswith("…"))):
            return
        lines[at].is_furniture = True


def _runs(ages: Sequence[int]) -> Iterator[list[int]]:
    """Lines near one another, each in the row of its neighbours."""
    run: list[int] = []
    for at in ages:
        if run and at - run[-1] > _FURTHEST:
            yield run
            run = []
        run.append(at)
    yield run
