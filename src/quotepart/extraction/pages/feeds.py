"""Lists of other reports: feeds in which each says how long ago it was published, and rows under lone bullets or in one line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from quotepart.extraction.pages.words import FurnitureGrammar, PageLine

_AGE_WORDS = 7  # of a line that says how long ago it was published
_FURTHEST = 5  # lines from one such line of a feed to the next
_LEAST = 3  # such lines in a feed
_PROSE_WORDS = 45  # a longer paragraph is none of a feed
_BULLETS = 5  # lone bullets with a title under each
_ROW = 5  # titles in one line, parted by spaces
_ROW_WORDS = 4  # of such a title, on the mean
_PART = re.compile(r"\s{3,}")
_STOPS = (".", ";", ":", ",")
_ENDS = (".", "!", "?", "…", ";", ":", ",", "»", "”", '"')


def is_age(folded: str, words: int, grammar: FurnitureGrammar) -> bool:
    """Whether a line says how long ago something was published, and hardly more: "World, 3 hours ago"."""
    return words <= _AGE_WORDS and not folded.endswith(_ENDS) and bool(grammar.ages.search(folded))


def mark_feeds(lines: Sequence[PageLine], grammar: FurnitureGrammar) -> None:
    """Mark the titles, teasers and sections that stand between the ages of a feed, and as far around its ends."""
    ages = [at for at, line in enumerate(lines) if is_age(line.folded, line.words, grammar)]
    for feed in _runs(ages, _FURTHEST):
        if len(feed) < _LEAST:
            continue
        step = max(later - earlier for earlier, later in pairwise(feed))
        for way in (-1, 1):
            _mark_around(lines, feed[0 if way < 0 else -1], way, step - 1)
        for line in lines[feed[0] : feed[-1]]:
            line.is_furniture |= line.words <= _PROSE_WORDS


def mark_bullets(lines: Sequence[PageLine]) -> None:
    """Mark titles each of which stands under a lone bullet, few of them sentences."""
    bullets = [at for at, line in enumerate(lines[:-1]) if not line.words and lines[at + 1].words]
    for run in _runs(bullets, 2):
        items = [lines[at + 1] for at in run]
        if len(items) >= _BULLETS and sum(item.folded.endswith(_STOPS) for item in items) * 3 <= len(items):
            for item in items:
                item.is_furniture = True


def is_row_of_titles(folded: str) -> bool:
    """Whether a line holds several titles with nothing but spaces between them: "The league rearms    Butter grows dear"."""
    parts = _PART.split(folded.strip()) if "   " in folded else []
    if len(parts) < _ROW or folded.count(" ") < _ROW * _ROW_WORDS:
        return False
    words = sum(part.count(" ") + 1 for part in parts)
    return words >= _ROW_WORDS * len(parts) and sum(part.endswith(_STOPS) for part in parts) * 3 <= len(parts)


def _mark_around(lines: Sequence[PageLine], age: int, way: int, most: int) -> None:
    """The rest of the first or last item of a feed, up to the next prose; a teaser that breaks off above an age is of it."""
    for at in range(age + way, age + way * (most + 1), way):
        if not 0 <= at < len(lines) or (lines[at].is_body and (way > 0 or not lines[at].folded.endswith("…"))):
            return
        lines[at].is_furniture = True


def _runs(places: Sequence[int], furthest: int) -> Iterator[list[int]]:
    """Lines near one another, each in the row of its neighbours."""
    run: list[int] = []
    for at in places:
        if run and at - run[-1] > furthest:
            yield run
            run = []
        run.append(at)
    yield run
