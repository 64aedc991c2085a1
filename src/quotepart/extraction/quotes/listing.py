"""Items of a list whose subject stands in the line above them: "Les ministres : 1. rappellent …"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quotepart.extraction.quotes.cues import Cue
from quotepart.extraction.quotes.frames import Frame
from quotepart.extraction.quotes.saying import SayingGrammar

_BULLETS = frozenset("•·▪*-–—")
_NUMBERED = 2  # the tokens of a number and its stop before an item


def is_item(frame: Frame) -> bool:
    """Return whether a sentence is an item of a list: after a bullet, a dash or a number."""
    first, second = frame.word(0), frame.word(1)
    return first in _BULLETS or (second in (".", ")") and (first.isdigit() or len(first) == 1))


def find_listed(frame: Frame, cues: Sequence[Cue], grammar: SayingGrammar) -> Iterator[int]:
    """Yield the indices of the cues of an item whose subject stands above the list: the first word, and those joined to it."""
    if is_item(frame):
        sign = 1 if frame.word(0) in _BULLETS else _NUMBERED
        for index, cue in enumerate(cues):
            is_joined = index > 0 and frame.word(cue.start - 1) in grammar.words["coordinators"] | {","}
            if cue.shape == "finite" and (cue.start <= sign or is_joined):
                yield index
