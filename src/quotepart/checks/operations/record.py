"""A record: the highest or lowest value since a year, of a level or of what was spent."""

from __future__ import annotations

from quotepart.checks.claims.claim import Claim
from quotepart.checks.operations.operation import Operation
from quotepart.checks.readings.readings import DEPTH, Option, Query, Setting, combined, reasons
from quotepart.checks.readings.values import at, measures_of
from quotepart.checks.working.ledger import Frame

_STEPS = ("leap", "plunge")
"""A rise that is called the largest can be one of several years, or one that is planned: a part of the years shows nothing."""


def fits(claim: Claim, setting: Setting) -> bool:
    """Whether the words say that something is the most or the least since a year, or for as long as anyone remembers."""
    return claim.shape == "record"


def read(claim: Claim, setting: Setting) -> tuple[Query, ...]:
    """Return one reading for each group and measure: the share of GDP, and the money in constant prices.

    Without a first year the tables hold but a part of "ever" or "in decades": one higher year contradicts it, none bears it out.
    """
    stated = claim.period.start_year if claim.period else None
    ended = claim.period.end_year if claim.period else None
    last = ended if ended and stated and ended > stated and ended < claim.said_on.year else setting.last_year
    if last is None or (stated is not None and stated >= last):
        return ()
    first = stated or last - DEPTH
    measures = _measures(claim, setting)
    name = _name(claim)
    return tuple(
        Query(
            label=setting.label(f"record.{name}", measure=measure.id, group=group.id, years=f"{first}–{last}"),
            weight=weight,
            why=reasons((measure,)),
            measure=f"{measure.id}_record",
            indicator=measure.id,
            group=group.id,
            start=first,
            end=last,
            unit="count",
            formulas=(f"{name}({at(measure.id, group.id, first, last)}, {last})",),
            amount=claim.amount,
            frame=Frame(basis="constant"),
            shown_as="rank",
            may_confirm=stated is not None,
            may_contradict=stated is not None or name not in _STEPS,
        )
        for (group, measure), weight in combined(setting.group_options(claim), measures)
    )


def _measures(claim: Claim, setting: Setting) -> tuple[Option, ...]:
    """What holds the record: money for a rise or fall, else the measures that the words allow."""
    if claim.kind == "change" and claim.metric == setting.pact.conventions.main_indicator:
        return (Option(id=claim.metric),)
    return measures_of(claim, setting, "record")


def _name(claim: Claim) -> str:
    """The function that gives the place: of the level, or of the step from the year before, from the top or the bottom."""
    cues = claim.cues
    if claim.kind == "change":
        return "plunge" if cues.has("down") and not cues.has("up") else "leap"
    if cues.has("any_time") and not cues.has("highest", "lowest"):
        return "bottom" if cues.has("less") and not cues.has("more") else "place"
    return "bottom" if cues.has("lowest") and not cues.has("highest") else "place"


OPERATION = Operation(id="record", order=6, fits=fits, read=read)
