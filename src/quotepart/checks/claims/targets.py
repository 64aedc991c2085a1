"""Levels at the target that words name without its number: "does not reach the target", "spends twice the target"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal

from quotepart.checks.claims.claim import SHARES, Actor, Claim
from quotepart.checks.claims.cues import Cue
from quotepart.checks.claims.numerals import numbers_in
from quotepart.checks.claims.quantity import alone
from quotepart.checks.claims.thresholds import day_spoken_of, open_thresholds, pledged_threshold
from quotepart.checks.working.register import MEMBERS
from quotepart.model.amount import Amount
from quotepart.model.pact import Pact

MULTIPLES = {"doubling": "2", "tripling": "3", "halving": "0.5", "quadrupling": "4", "quintupling": "5"}
"""By how many times something grew, by the kind of the cue that says it."""

_MANY, _BESIDE, _VERB = 4, 2, 24


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
    """Yield for each party named that its share reaches, or misses, the target that the pact had set by that day.

    Where another line than that in force can be meant, the words are borne out only by both.
    """
    lines = open_thresholds(pact, pact.conventions.share_indicator, day_spoken_of(claim))
    named = [party for party in parties if party.id != pact.conventions.whole]
    if not lines:
        return
    is_missed = claim.cues.has("not", "fail", "below") and not claim.cues.has("only", "sole")
    amount = Amount(
        value=lines[0] if is_missed else lines[-1],
        unit="percent_of_gdp",
        qualifier="less_than" if is_missed else "at_least",
        is_line=True,
    )
    claim = replace(claim, cues=claim.cues.spent("neither"))
    if len(lines) > 1:
        claim = replace(claim, cues=claim.cues.plus(Cue(claim.start, claim.start, "open_target")))
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


def few_at_target(claim: Claim, pact: Pact, numbers: Mapping[str, int]) -> Claim | None:
    """Return how many reach the target where the number stands for members that are not named: "only five meet it".

    The number stands behind "only", or behind a verb of being, and right before the word of reaching.
    """
    shares = [each.amount.value for each in claim.others if each.amount.unit in SHARES]
    threshold = shares[0] if shares else pledged_threshold(pact, pact.conventions.share_indicator, claim.said_on)
    if threshold is None or not (shares or claim.cues.has("target")):
        return None
    for start, value in numbers_in(claim.cues.text, numbers):
        led = any(0 < start - cue.end <= _BESIDE for cue in claim.cues.of("only", "is", "was"))
        met = [cue for cue in claim.cues.of("met") if 0 < cue.start - start <= _VERB]
        if led and met:
            amount = Amount(value=Decimal(value), unit="count")
            whole = (pact.conventions.whole,)
            return replace(
                claim, amount=amount, kind="count", metric=MEMBERS, shape="only", groups=whole, threshold=threshold
            )
    return None
