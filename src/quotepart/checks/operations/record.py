"""A record: the highest or lowest value since a year, of a level or of what was spent."""

from __future__ import annotations

from quotepart.checks.claims import Claim
from quotepart.checks.ledger import Frame
from quotepart.checks.operations.operation import Operation
from quotepart.checks.readings import Query, Setting, combined, reasons
from quotepart.checks.values import at, measures_of


def fits(claim: Claim, setting: Setting) -> bool:
    """Whether the words say that something is the most or the least since a year."""
    return claim.shape == "record" and claim.period is not None and claim.period.start_year is not None


def read(claim: Claim, setting: Setting) -> tuple[Query, ...]:
    """Return one reading for each group and measure: the share of GDP first, then the money in constant prices."""
    last = setting.last_year
    first = claim.period.start_year if claim.period else None
    if first is None or last is None or first >= last:
        return ()
    measures = measures_of(claim, setting, "record")
    name = "bottom" if claim.cues.has("lowest") and not claim.cues.has("highest") else "place"
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
        )
        for (group, measure), weight in combined(setting.group_options(claim), measures)
    )


OPERATION = Operation(id="record", order=6, fits=fits, read=read)
