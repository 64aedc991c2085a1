"""What a figure asserts: a level, a relation to a threshold, another's level that it is to match, or nothing but a wish."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from quotepart.checks.claims import Actor, Claim
from quotepart.checks.cues import Cue
from quotepart.checks.register import MEMBERS
from quotepart.checks.wordless import number_near, with_year
from quotepart.model.amount import Amount, Qualifier
from quotepart.model.pact import Pact

_SHARES = ("percent", "percent_of_gdp")
_WISHES = ("demand", "promise", "forecast")
_HEDGED = ("at_least", "more_than", "at_most", "less_than", "up_to")


def asserted(claim: Claim, pact: Pact, numbers: Mapping[str, int]) -> Claim | None:
    """Return the claim as what it asserts, ``None`` where the figure is a mere threshold, target or demand.

    "Below 2 %" asserts that the level is below two; "4 %, to match what X spends" that the level of X is four.
    """
    if _is_threshold_of_count(claim):
        return None
    counted = _all_or_none(claim, numbers)
    if counted is not None:
        return with_year(counted)
    matched = _matched(claim)
    if matched is not None and (claim.kind == "target" or _wish(claim) is not None):
        return replace(claim, kind="level", groups=(matched.id,))
    if not _is_target(claim):
        return claim
    found = _relation(claim)
    if found is None:
        return None
    cue, relation = found
    related = replace(claim, kind="level", groups=_subject(claim, cue, pact), amount=_related(claim.amount, relation))
    return with_year(related)


def _all_or_none(claim: Claim, numbers: Mapping[str, int]) -> Claim | None:
    """The claim as a count where the sentence gives all members, all but some, or none of them to a threshold."""
    if claim.unit not in _SHARES or not claim.cues.has("all", "none", "all_but") or _wish(claim) is not None:
        return None
    cues = claim.cues.of("all_but")
    left = number_near(claim, cues, numbers) or 0
    amount = Amount(value=Decimal(left), unit="count")
    return replace(claim, amount=amount, kind="count", metric=MEMBERS, shape="all", threshold=claim.amount.value)


def is_wish(claim: Claim) -> bool:
    """Whether words of demand, promise or forecast stand before the figure."""
    return _wish(claim) is not None


def _is_target(claim: Claim) -> bool:
    """Whether the figure is a target, or a level that the words compare with rather than state."""
    if claim.kind == "target":
        return True
    return claim.unit in _SHARES and claim.cues.has("target") and claim.cues.within(0, claim.start).has("below")


def _is_threshold_of_count(claim: Claim) -> bool:
    counted = any(each.kind == "count" and each.amount.unit == "count" for each in claim.others)
    return claim.unit in _SHARES and counted and claim.kind in ("target", "level")


def _wish(claim: Claim) -> Cue | None:
    """The nearest word of demand, promise or forecast before the figure."""
    wishes = claim.cues.within(0, claim.start).of(*_WISHES)
    return wishes[-1] if wishes else None


def _matched(claim: Claim) -> Actor | None:
    """Who is named after "to match", behind the figure: the one whose level the figure is said to be."""
    cues = [cue for cue in claim.cues.of("match") if cue.start >= claim.end]
    if not cues:
        return None
    return next((actor for actor in claim.actors if actor.start >= cues[0].end), None)


def _relation(claim: Claim) -> tuple[Cue, Qualifier] | None:
    """How the words relate what is to the threshold; ``None`` where they only wish it.

    The relation must stand before the figure and not behind a word of demand, promise or forecast.
    """
    before = claim.cues.within(0, claim.start)
    wish = _first(before.of(*_WISHES))
    for cue in reversed(before.of("below", "above", "met")):
        if wish is not None and wish.start < cue.start:
            continue
        denied = any(cue.start - 40 <= other.start < cue.end for other in before.of("not", "none"))
        if cue.kind == "met":
            return cue, "less_than" if denied else "at_least"
        below = (cue.kind == "below") != denied
        return cue, "less_than" if below else "more_than"
    return None


def _first(cues: tuple[Cue, ...]) -> Cue | None:
    return cues[0] if cues else None


def _related(amount: Amount, relation: Qualifier) -> Amount:
    return amount if amount.qualifier in _HEDGED else replace(amount, qualifier=relation)


def _subject(claim: Claim, relation: Cue, pact: Pact) -> tuple[str, ...]:
    """Whose level it is: that of the figure before, else the party named last before the relation, else as extracted."""
    before = [
        each for each in claim.others if each.span.start < _offset(claim) and each.metric == claim.metric and each.who
    ]
    if before:
        return before[-1].who
    known = [actor.id for actor in claim.actors if actor.end <= relation.start and _is_party(actor.id, pact)]
    return (known[-1],) if known else claim.groups


def _offset(claim: Claim) -> int:
    return claim.span.start if claim.span else claim.start


def _is_party(entity: str, pact: Pact) -> bool:
    return entity in pact.members or entity in pact.groups
