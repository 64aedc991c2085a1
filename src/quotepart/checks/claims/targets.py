"""Levels at the target that words name without its number: "does not reach the target", "spends twice the target"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from quotepart.checks.claims.claim import Actor, Claim
from quotepart.checks.claims.quantity import alone
from quotepart.checks.claims.thresholds import pledged_threshold
from quotepart.model.amount import Amount
from quotepart.model.pact import Pact

MULTIPLES = {"doubling": "2", "tripling": "3", "halving": "0.5", "quadrupling": "4", "quintupling": "5"}
"""By how many times something grew, by the kind of the cue that says it."""

_MANY = 4


def is_of_target(claim: Claim) -> bool:
    """Whether the words say that somebody reaches the target, or misses it."""
    cues = claim.cues
    return (
        cues.has("target")
        and cues.has("met", "below", "above", "fail")
        and not cues.has("than", "pledged")
        and (cues.has("one_of") or not cues.has("ranked"))
    )


def against_target(claim: Claim, parties: tuple[Actor, ...], pact: Pact) -> Iterator[Claim]:
    """Yield for each party named that its share reaches, or misses, the target that the pact had set by that day."""
    threshold = pledged_threshold(pact, pact.conventions.share_indicator, claim.said_on)
    named = [party for party in parties if party.id != pact.conventions.whole]
    if threshold is None:
        return
    is_missed = claim.cues.has("not", "fail", "below") and not claim.cues.has("only", "sole")
    amount = Amount(
        value=threshold, unit="percent_of_gdp", qualifier="less_than" if is_missed else "at_least", is_line=True
    )
    for party in dict.fromkeys(party.id for party in named[:_MANY]):
        stated = replace(claim, amount=amount, groups=(party,))
        only = alone(stated, pact)
        if only is not None:
            yield only
        yield stated


def times_target(claim: Claim, parties: tuple[Actor, ...], pact: Pact) -> Iterator[Claim]:
    """Yield a level that is said to be a multiple of the target: "twice the target"."""
    threshold = pledged_threshold(pact, pact.conventions.share_indicator, claim.said_on)
    kinds = [cue.kind for cue in claim.cues.hits]
    value = next((MULTIPLES[kind] for kind in kinds if kind in MULTIPLES), "2" if "twice" in kinds else "0.5")
    party = next((party.id for party in parties if party.id != pact.conventions.whole), None)
    if threshold is not None and party is not None and not claim.cues.has("since"):
        share = Amount(value=threshold * Decimal(value), unit="percent_of_gdp", qualifier="about")
        yield replace(claim, amount=share, groups=(party,))
