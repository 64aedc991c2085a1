"""Whom "we" means: the member that the speaker spoke for on that day. Nothing else about a speaker counts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from quotepart.checks.claims import Claim
from quotepart.checks.register import MEMBERS
from quotepart.extraction.fold import fold
from quotepart.model.dates import Period
from quotepart.model.pact import Holding, Pact

_WE = "we"


def said_by(claim: Claim, name: str | None, pact: Pact) -> Claim:
    """Return ``claim`` with its speaker, with whose figure it is where the words say "we", and when "I took office" was."""
    speaker = name or claim.said_by
    held = holding_of(speaker, pact, claim.said_on) if speaker else None
    if speaker is None or held is None:
        return replace(claim, said_by=speaker)
    ours = replace(claim, said_by=speaker, groups=(held.office.partition(".")[0],)) if _says_we(claim) else claim
    took_office = claim.period is None and claim.cues.has("term") and claim.cues.has(_WE)
    if not took_office:
        return replace(ours, said_by=speaker)
    if claim.cues.has("since"):
        return replace(ours, said_by=speaker, period=Period(str(held.first.year), None))
    return replace(ours, said_by=speaker, event_year=held.first.year)


def holding_of(name: str, pact: Pact, day: date) -> Holding | None:
    """Return the member's office that ``name`` held on ``day``, or held last before it; ``None`` when the pact does not know."""
    folded = fold(name)
    held = [
        each
        for each in pact.holdings
        if each.office.partition(".")[0] in pact.members
        and each.first <= day
        and folded in {fold(each.holder), *(fold(alias) for alias in each.aliases)}
    ]
    return max(held, key=lambda each: each.first, default=None)


def _says_we(claim: Claim) -> bool:
    """Whether "we" stands before the figure, and nobody that is named is nearer."""
    if claim.metric == MEMBERS:
        return False
    ours = [cue for cue in claim.cues.of(_WE) if cue.start < claim.start]
    named = [actor for actor in claim.actors if actor.end <= claim.start]
    return bool(ours) and (not named or named[-1].start < ours[-1].start)
