"""A place in an order: second among all members by what they spend, by its share of GDP, or by any other series."""

from __future__ import annotations

from quotepart.checks.claims.claim import Claim
from quotepart.checks.operations.operation import Operation
from quotepart.checks.readings.readings import Query, Setting, combined, reasons
from quotepart.checks.readings.values import at, measures_of

_OF_ALL = ("none", "no", "any_other", "all_others", "than_any")


def fits(claim: Claim, setting: Setting) -> bool:
    """Whether the figure is a place in an order of members."""
    return (
        claim.kind == "rank"
        and claim.shape != "record"
        and bool(claim.groups)
        and claim.groups[0] in setting.pact.members
    )


def read(claim: Claim, setting: Setting) -> tuple[Query, ...]:
    """Return one reading for each measure and year, counted from the top, or from the bottom where the words say so."""
    choices = combined(measures_of(claim, setting, "rank"), setting.year_options(claim))
    who, share = claim.groups[0], setting.pact.conventions.share_indicator
    scope = _scope(claim, setting)
    name = "lowest" if _is_from_bottom(claim) else "rank"
    return tuple(
        Query(
            label=setting.label(name, measure=measure.id, group=who, years=year.id, among=setting.entity_name(scope)),
            weight=weight,
            why=reasons((measure, year)),
            measure=f"{measure.id}_rank",
            indicator=measure.id,
            group=who,
            start=int(year.id),
            end=int(year.id),
            unit="count",
            formulas=(f"{name}({at(measure.id, scope, int(year.id))}, {who})",),
            amount=claim.amount,
            may_contradict=measure.id != share or not _is_of_size(claim),
            shown_as="rank",
        )
        for (measure, year), weight in choices
    )


def _is_of_size(claim: Claim) -> bool:
    """Whether the words speak of size, so that a place by the share of GDP may be meant and does not count against them."""
    return claim.cues.has("size", "own_budget") and not claim.cues.has("of_gdp")


def _is_from_bottom(claim: Claim) -> bool:
    """Whether the place is counted from the bottom: "the lowest", "less than any other", "nobody spends less"."""
    if claim.cues.has("highest"):
        return False
    is_less = claim.cues.has("less", "as_little") and not claim.cues.has("more")
    return claim.cues.has("lowest") or (is_less and claim.cues.has(*_OF_ALL))


def _scope(claim: Claim, setting: Setting) -> str:
    """Among whom the place is: a group that is named and has the member in it, else all members."""
    named = (actor.id for actor in claim.actors if actor.id in setting.pact.groups)
    inside = (group for group in named if claim.groups[0] in setting.pact.members_on(group, claim.said_on))
    return next((group for group in inside if group != setting.pact.conventions.whole), setting.pact.conventions.whole)


OPERATION = Operation(id="rank", order=45, fits=fits, read=read)
