"""Whom "we" means: the member that the speaker spoke for on that day. Nothing else about a speaker counts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from quotepart.checks.claims import Claim
from quotepart.extraction.fold import fold
from quotepart.model.pact import Pact

_WE = "we"


def said_by(claim: Claim, name: str | None, pact: Pact) -> Claim:
    """Return ``claim`` with its speaker, and with whose figure it is where the words say "we"."""
    speaker = name or claim.said_by
    if speaker is None:
        return claim
    party = party_of(speaker, pact, claim.said_on) if _says_we(claim, pact) else None
    return replace(claim, said_by=speaker, groups=(party,) if party else claim.groups)


def party_of(name: str, pact: Pact, day: date) -> str | None:
    """Return the member whose office ``name`` held on ``day``, or held last before it; ``None`` when the pact does not know."""
    folded = fold(name)
    held = [
        each
        for each in pact.holdings
        if each.office.partition(".")[0] in pact.members
        and each.first <= day
        and folded in {fold(each.holder), *(fold(alias) for alias in each.aliases)}
    ]
    latest = max(held, key=lambda each: each.first, default=None)
    return latest.office.partition(".")[0] if latest else None


def _says_we(claim: Claim, pact: Pact) -> bool:
    """Whether "we" stands before the figure, nearer than any party that is named."""
    ours = [cue for cue in claim.cues.of(_WE) if cue.start < claim.start]
    named = [actor for actor in claim.actors if actor.end <= claim.start and actor.id != pact.conventions.whole]
    return bool(ours) and (not named or named[-1].start < ours[-1].start)
