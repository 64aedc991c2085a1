"""Clues to when a text was written: words of it, and the times that they leave open."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from quotepart.extraction.times.windows import Window, overlap
from quotepart.model.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Clue:
    """Words of the document, what they mean, and the times at which they can have been written."""

    words: str
    meaning: str
    windows: tuple[Window, ...]

    def __str__(self) -> str:
        return f"{self.words}: {self.meaning}"


def narrow(clues: Iterable[Clue], start: Sequence[Window]) -> tuple[tuple[Window, ...], tuple[Clue, ...]]:
    """Return the times that the clues leave, taken one after another, and those that were of use.

    A clue that would leave nothing is passed over: it speaks of another time than the document's own.
    """
    left, used = tuple(start), []
    seen: set[tuple[Window, ...]] = set()
    for clue in clues:
        if clue.windows in seen:
            continue
        seen.add(clue.windows)
        narrower = overlap(left, clue.windows)
        if narrower and narrower != left:
            left = narrower
            used.append(clue)
    return left, tuple(used)


def says(part: str, words: Iterable[str]) -> bool:
    """Whether one of ``words`` stands in ``part`` as a whole word."""
    for word in words:
        at = part.find(word)
        while at >= 0:
            end = at + len(word)
            starts = not (word[0].isalnum() and part[at - 1 : at].isalnum())
            if starts and not (word[-1].isalnum() and part[end : end + 1].isalnum()):
                return True
            at = part.find(word, end)
    return False
