"""Numerals and ordinals of a sentence that were not extracted as figures: "the second", "for four years"."""

from __future__ import annotations

import re
from collections.abc import Mapping

from quotepart.checks.claims.claim import Claim
from quotepart.checks.claims.cues import Cue

_WORD = re.compile(r"[^\W\d_]+|(?<![\d.,])\d++(?![.,]\d|\s?%)")
_FAR, _MOST, _TEN = 40, 100, 10
_TENS, _LINK = (20, 30), 4


def number_near(
    claim: Claim, cues: tuple[Cue, ...], numbers: Mapping[str, int], before: int | None = None
) -> int | None:
    """Return the numeral or ordinal nearest to one of ``cues``, ``None`` where none is near; years do not count.

    With ``before`` only those count that stand at most so many characters before the cue.
    """
    counted = numbers_in(claim.cues.text, numbers)
    if before is not None:
        counted = [(start, value) for start, value in counted if any(0 < cue.start - start <= before for cue in cues)]
    near = [(abs(start - cue.start), value) for cue in cues for start, value in counted]
    nearest = min(near, default=(_FAR, 0))
    return nearest[1] if nearest[0] < _FAR else None


def numbers_in(text: str, numbers: Mapping[str, int]) -> list[tuple[int, int]]:
    """Return where whole numbers below a hundred stand: "32", "second"; tens and what follows them are one ("thirty-second")."""
    found: list[tuple[int, int]] = []
    tens_end = -_FAR
    for word in _WORD.finditer(text):
        value = numbers.get(word[0]) or (int(word[0]) if word[0].isdigit() else 0)
        if 0 < value < _TEN and word.start() - tens_end <= _LINK:
            found[-1] = (found[-1][0], found[-1][1] + value)
        elif 0 < value < _MOST:
            found.append((word.start(), value))
            tens_end = word.end() if value in _TENS and word[0] in numbers else -_FAR
    return found
