"""Whom "we" means: the member that the speaker spoke for on that day. Nothing else about a speaker counts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from quotepart.checks.claims.claim import Claim
from quotepart.checks.working.register import MEMBERS
from quotepart.extraction.text.fold import fold
from quotepart.model.dates import Period
from quotepart.model.pact import Holding, Pact

_WE = "we"


class Speakers:
    """Who spoke for which member when, by the names and aliases of the pact's office-holders, or by a member's own name."""

    def __init__(self, pact: Pact) -> None:
        self._held: dict[str, list[Holding]] = {}
        self._states = {fold(member): member for member in pact.members} | {
            fold(name): member
            for names in pact.names.values()
            for member, actor in names.actors.items()
            if member in pact.members
            for name in (actor.name, *actor.forms)
        }
        for holding in pact.holdings:
            if holding.office.partition(".")[0] in pact.members:
                for name in {fold(holding.holder), *(fold(alias) for alias in holding.aliases)}:
                    self._held.setdefault(name, []).append(holding)

    def holding_of(self, name: str, day: date) -> Holding | None:
        """Return the member's office that ``name`` held on ``day``, or last before it, or first after; ``None`` when unknown.

        Who is a candidate for an office speaks for the same member as who holds it.
        """
        known = self._held.get(fold(name), ())
        held = max((each for each in known if each.first <= day), key=lambda each: each.first, default=None)
        return held or min(known, key=lambda each: each.first, default=None)

    def said_by(self, claim: Claim, name: str | None) -> Claim:
        """Return ``claim`` with its speaker, with whom "we" means, and with when "I took office" was."""
        speaker = name or claim.said_by
        state = self._states.get(fold(speaker)) if speaker else None
        if state is not None:
            ours = replace(claim, groups=(state,)) if says_we(claim) else claim
            return replace(ours, said_by=speaker)
        held = self.holding_of(speaker, claim.said_on) if speaker else None
        if held is None:
            return replace(claim, said_by=speaker)
        ours = replace(claim, groups=(held.office.partition(".")[0],)) if says_we(claim) else claim
        is_ahead = held.first > claim.said_on
        if is_ahead or claim.period is not None or not (claim.cues.has("term") and claim.cues.has(_WE)):
            return replace(ours, said_by=speaker)
        if claim.cues.has("since"):
            return replace(ours, said_by=speaker, period=Period(str(held.first.year), None))
        return replace(ours, said_by=speaker, event_year=held.first.year)


def says_we(claim: Claim) -> bool:
    """Whether "we" stands before the figure, and nobody that is named is nearer."""
    if claim.metric == MEMBERS:
        return False
    if claim.start == claim.end and not claim.groups:
        return claim.cues.has(_WE)
    excepted = {cue.end + 1 for cue in claim.cues.of("except")}
    ours = [cue for cue in claim.cues.of(_WE) if cue.start < claim.start and cue.start not in excepted]
    named = [actor for actor in claim.actors if actor.end <= claim.start]
    return bool(ours) and (not named or named[-1].start < ours[-1].start)
