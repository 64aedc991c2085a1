"""How likely a quote is one and is its speaker's: a logistic sum over what the rules know of it.

The weights stand in ``confidence.toml``; `python tests/gold/calibrating.py` computes them from annotated reports.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import tomli

from quotepart.extraction.quotes.cues import Cue
from quotepart.model.entry import QuoteKind, Speaker

_SHORT = 20
_LEAST, _MOST = 0.02, 0.99


@cache
def weights() -> Mapping[str, float]:
    """Return the weight of each trait, in log-odds."""
    table = tomli.loads((Path(__file__).parent / "confidence.toml").read_text(encoding="utf-8"))
    return {trait: float(weight) for trait, weight in table["weights"].items()}


def traits(
    nearness: float, kind: QuoteKind, speaker: Speaker | None, cue: Cue | None, length: int
) -> Iterator[tuple[str, float]]:
    """Yield what counts for or against a quote, each trait with how much of it there is.

    ``nearness`` is how surely its place shows whose words these are, from 0 to 1; ``length`` is in characters.
    """
    yield "any", 1.0
    yield "nearness", nearness
    yield kind, 1.0
    if speaker is None:
        yield "nobody", 1.0
    elif any(word[0].islower() and len(word) > 1 for word in speaker.name.split()):
        yield "described", 1.0
    if cue is None:
        yield "uncued", 1.0
    else:
        if cue.shape != "finite":
            yield cue.shape, 1.0
        if cue.pronoun:
            yield "pronoun", 1.0
        if cue.is_weak:
            yield "weak", 1.0
    if length < _SHORT:
        yield "short", 1.0


def rate_confidence(nearness: float, kind: QuoteKind, speaker: Speaker | None, cue: Cue | None, length: int) -> float:
    """Return the share of quotes with the same traits that are right, words and speaker both, to two digits."""
    known = weights()
    odds = sum(known.get(trait, 0.0) * amount for trait, amount in traits(nearness, kind, speaker, cue, length))
    return round(min(_MOST, max(_LEAST, 1 / (1 + math.exp(-odds)))), 2)
