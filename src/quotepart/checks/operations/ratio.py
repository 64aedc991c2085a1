"""A ratio between two members or groups: three times as much as, twice the share of, half of what another spends."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from quotepart.checks.claims.claim import Claim
from quotepart.checks.claims.metrics import OTHER
from quotepart.checks.operations.operation import Operation
from quotepart.checks.readings.readings import JOINED, Query, Setting, combined, reasons
from quotepart.checks.readings.values import formulas_of, measures_of

_NEXT = 6  # characters from "than" to the name: an article may stand there


def fits(claim: Claim, setting: Setting) -> bool:
    """Whether the figure is a multiple and two members or groups of the pact are compared."""
    in_time = claim.kind == "change" and claim.cues.has("than_in")
    compares = claim.shape == "comparison" or (claim.cues.has("than") and not in_time) or claim.kind != "change"
    near = claim.cues.within(claim.end, claim.end + 2 * _NEXT)
    of_another = near.has("among") and any(0 < actor.start - claim.end <= 2 * _NEXT for actor in claim.actors)
    compared = claim.shape == "comparison" or claim.cues.has("than", "of_what") or of_another
    is_part = claim.unit == "fraction" and compared
    is_ratio = (is_part or claim.unit == "times") and compares and claim.metric != OTHER
    return is_ratio and len(pair(claim, setting)) == 2


def pair(claim: Claim, setting: Setting) -> tuple[str, ...]:
    """Return the two that are compared, the one spoken of first; fewer where the sentence does not name two.

    Those that are taken together stand as one, their ids joined.
    """
    apart = _on_either_side(claim, setting)
    if apart:
        return apart
    named = dict.fromkeys((*claim.groups[:1], *(actor.id for actor in claim.actors)))
    known = tuple(each for each in named if setting.knows(each))
    if len(known) > 2 and claim.cues.has("combined"):
        if _are_apart(known[1:], claim, setting):
            return known[0], JOINED.join(known[1:])
        if claim.shape == "comparison":
            return known[:1]
    return known[:2]


def _are_apart(parties: Sequence[str], claim: Claim, setting: Setting) -> bool:
    """Whether no member is counted twice where members and groups are summed: a group is told by its members on that day."""
    each = [
        setting.pact.members_on(party, claim.said_on) if party in setting.pact.groups else (party,) for party in parties
    ]
    counted = [member for members in each for member in members]
    return len(set(counted)) == len(counted)


def _on_either_side(claim: Claim, setting: Setting) -> tuple[str, ...]:
    """The two that stand before and behind a multiple with a word of comparison, where just one stands behind."""
    if claim.shape != "figure" or claim.unit != "times" or not claim.cues.has("than"):
        return ()
    known = [actor for actor in claim.actors if setting.knows(actor.id)]
    others = {actor.id for actor in known for cue in claim.cues.of("than") if 0 <= actor.start - cue.end <= _NEXT}
    before = [actor.id for actor in known if actor.end <= claim.start and actor.id not in others]
    behind = dict.fromkeys(actor.id for actor in known if actor.start >= claim.end)
    return (before[-1], *behind) if before and len(behind) == 1 and before[-1] not in behind else ()


def read(claim: Claim, setting: Setting) -> tuple[Query, ...]:
    """Return one reading for each measure and year: the measure that the words name, else those of the pact's priors."""
    first, second = pair(claim, setting)
    choices = combined(measures_of(claim, setting, "ratio"), setting.year_options(claim))
    return tuple(
        query
        for (measure, year), weight in choices
        if (
            query := _query(claim, setting, measure.id, (first, second), int(year.id), weight, reasons((measure, year)))
        )
    )


def _query(
    claim: Claim, setting: Setting, measure: str, who: tuple[str, str], year: int, weight: Decimal, why: tuple[str, ...]
) -> Query | None:
    indicator = setting.pact.indicators.get(measure)
    if indicator is None:
        return None
    own, theirs = (formulas_of(setting.pact, indicator, each, year) for each in who)
    if not own or not theirs:
        return None
    are_others = who[1] == setting.pact.conventions.whole and claim.cues.has("all_others")
    if are_others and indicator.kind != "sum":
        return None
    theirs = tuple(f"{each} - {part}" for each in theirs for part in own) if are_others else theirs
    is_less = claim.shape == "figure" and claim.cues.has("below") and claim.amount.value > 1
    of, other = reversed(who) if is_less else who  # "twice less than they" is "they spend twice as much"
    above, below = (theirs, own) if is_less else (own, theirs)
    against = ("others_against" if is_less else "against_others") if are_others else "ratio"
    named = {"group": who[0]} if are_others else {"group": of, "other": setting.entity_name(other)}
    return Query(
        label=setting.label(against, measure=measure, **named, years=str(year)),
        weight=weight,
        why=why,
        measure=f"{measure}_ratio",
        indicator=measure,
        group=who[0] if are_others else of,
        start=year,
        end=year,
        unit="times",
        formulas=tuple(f"({one}) / ({another})" for one in above for another in below),
        amount=replace(claim.amount, unit="times") if claim.unit == "times" else claim.amount,
        shown_as="ratio",
    )


OPERATION = Operation(id="ratio", order=50, fits=fits, read=read)
