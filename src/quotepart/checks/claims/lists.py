"""Figures and holders that stand in two lists, to be paired in order: "X and Y spend 2.3 and 2.1 percent respectively"."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from quotepart.checks.claims.claim import Actor, Claim
from quotepart.checks.claims.cues import Cues
from quotepart.model.entry import Figure

_NAMED = 6  # characters between "neither" and the name: an article may stand there


def of_neither(claim: Claim, members: Collection[str]) -> Iterator[Claim]:
    """Yield what is denied to several, by a word before each of them, as a claim on each: "neither X nor Y"."""
    words = [cue for cue in claim.cues.of("neither") if cue.end <= claim.start]
    named = [actor for cue in words for actor in claim.actors if 0 <= actor.start - cue.end <= _NAMED]
    who = tuple(dict.fromkeys(actor.id for actor in named if actor.id in members))
    if len(who) < 2 or len(who) != len(words) or not set(claim.groups) <= set(who):
        yield claim
        return
    for member in who:
        others = tuple(actor for actor in claim.actors if actor.id == member or actor.id not in who)
        yield replace(claim, groups=(member,), actors=others, cues=claim.cues.spent("neither"))


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
