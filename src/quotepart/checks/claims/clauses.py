"""The clause of a figure: from the last break before it to the next one behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from quotepart.checks.claims.claim import Claim
from quotepart.checks.claims.cues import Cues
from quotepart.model.entry import Figure

_BREAKS = re.compile(r"[;:()–—]|(?<!\d),|,(?!\d)")
_KEPT = 16  # sentences whose breaks are kept: those of one are asked for many times


def clause_of(claim: Claim) -> Cues:
    """Return the cues of the figure's clause; its bounds are those of ``bounds_of``."""
    return claim.cues.within(*bounds_of(claim))


def words_on(claim: Claim, *kinds: str) -> Cues:
    """Return the cues of the figure's clause where it has any of ``kinds``, else those of the whole sentence."""
    near = clause_of(claim)
    return near if near.has(*kinds) else claim.cues


def bounds_of(claim: Claim) -> tuple[int, int]:
    """Return where the clause of the figure begins and ends in the sentence.

    Punctuation and words that open another clause part it; "and" only where another figure stands behind it, or before.
    """
    breaks = tuple(_breaks(claim))
    start = max((end for _, end in breaks if end <= claim.start), default=0)
    end = min((start for start, _ in breaks if start >= claim.end), default=len(claim.cues.text))
    return start, end


def place_of(figure: Figure, claim: Claim) -> tuple[int, int]:
    """Return where another figure of the same sentence stands in it."""
    offset = claim.span.start - claim.start if claim.span else 0
    return figure.span.start - offset, figure.span.end - offset


def _breaks(claim: Claim) -> Iterator[tuple[int, int]]:
    yield from _punctuation(claim.cues.text)
    places = [place_of(each, claim) for each in claim.others]
    for cue in claim.cues.of("clause"):
        yield cue.start, cue.end
    for cue in claim.cues.of("and"):
        before, behind = cue.end <= claim.start, cue.start >= claim.end
        parts = (before and any(end <= cue.start for _, end in places)) or (
            behind and any(start >= cue.end for start, _ in places)
        )
        if parts:
            yield cue.start, cue.end


@lru_cache(maxsize=_KEPT)
def _punctuation(text: str) -> tuple[tuple[int, int], ...]:
    """Where signs part a sentence; a comma within a number does not."""
    return tuple(found.span() for found in _BREAKS.finditer(text))
