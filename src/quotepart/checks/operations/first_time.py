"""A first time: a share that reached a line, in a year before which it never had, as far back as the tables hold."""

from __future__ import annotations

from decimal import Decimal

from quotepart.checks.claims.claim import Claim
from quotepart.checks.claims.clauses import clause_of, place_of
from quotepart.checks.operations.operation import Operation
from quotepart.checks.readings.readings import DEPTH, Query, Setting, reasons, stated_year
from quotepart.checks.readings.values import at, indicator_of, is_same_unit
from quotepart.model.amount import Amount, Qualifier

_REACHED: dict[Qualifier, str] = {"exact": ">=", "at_least": ">=", "more_than": ">"}
_LEAST = 5  # years before it, at least, that tell a first time
_FIRST = Amount(value=Decimal(1), unit="count", step=Decimal(1), is_line=True)


def fits(claim: Claim, setting: Setting) -> bool:
    """Whether the clause says of a share of one member or group that it was reached for the first time."""
    indicator = indicator_of(claim, setting)
    is_share = indicator is not None and is_same_unit(claim, indicator) and not claim.is_money
    is_first = is_of_first_time(claim) and claim.amount.qualifier in _REACHED
    return is_first and is_share and claim.kind in ("level", "target") and len(claim.groups) == 1


def is_of_first_time(claim: Claim) -> bool:
    """Whether "for the first time" stands in the figure's clause, or opens the sentence and no other figure comes between."""
    if clause_of(claim).has("first_time"):
        return True
    first = next(iter(claim.cues.within(0, claim.start).of("first_time")), None)
    if first is None or any(actor.end <= first.start for actor in claim.actors):
        return False
    return not any(first.end <= place_of(each, claim)[0] < claim.start for each in claim.others)


def _since_target(claim: Claim) -> bool:
    """Whether the opening words count from the target on: "for the first time since the pledge"."""
    return any(claim.cues.within(cue.end, claim.start).has("target") for cue in claim.cues.of("first_time"))


def read(claim: Claim, setting: Setting) -> tuple[Query, ...]:
    """Return one reading for each group: which of its years at the line the one spoken of is.

    The tables hold but a part of "first": a year at the line before contradicts it, none bears it out, unless the line is the
    pact's target, which is no older than they are.
    """
    indicator, last = indicator_of(claim, setting), stated_year(claim) or setting.last_year
    if indicator is None or last is None:
        return ()
    first, line = last - DEPTH, f"{claim.amount.value.normalize():f}"
    return tuple(
        Query(
            label=setting.label("first_time", measure=indicator.id, group=group.id, line=line, year=str(last)),
            weight=group.weight,
            why=reasons((group,)),
            measure=f"{indicator.id}_first_time",
            indicator=indicator.id,
            group=group.id,
            start=first,
            end=last,
            unit="count",
            formulas=tuple(
                f"nth({at(indicator.id, group.id, year, last)} {_REACHED[claim.amount.qualifier]} {line})"
                for year in range(first, last - _LEAST + 1)
            ),
            amount=_FIRST,
            shown_as="first",
            may_confirm=clause_of(claim).has("target") or _since_target(claim),
        )
        for group in setting.group_options(claim)
    )


OPERATION = Operation(id="first_time", order=4, fits=fits, read=read)
