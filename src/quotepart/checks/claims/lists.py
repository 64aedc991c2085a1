"""Figures and holders that stand in two lists, to be paired in order: "X and Y spend 2.3 and 2.1 percent respectively"."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from quotepart.checks.claims.claim import Actor
from quotepart.checks.claims.cues import Cues
from quotepart.model.entry import Figure


def paired(
    figures: Sequence[Figure], actors: Sequence[Actor], cues: Cues, start: int, members: Collection[str]
) -> list[Figure]:
    """Return the figures of a sentence that begins at ``start``, each with its own holder where the words pair them in order.

    They do where "respectively" is said and as many of ``members`` are named before the first as figures of one unit follow.
    """
    if not cues.has("respective") or not figures:
        return list(figures)
    first = figures[0].span.start - start
    named = list(dict.fromkeys(actor.id for actor in actors if actor.end <= first and actor.id in members))
    units = {figure.amount.unit[:7] for figure in figures}
    if len(named) != len(figures) or len(units) != 1:
        return list(figures)
    return [replace(figure, who=(who,)) for figure, who in zip(figures, named, strict=True)]
