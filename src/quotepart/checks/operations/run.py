"""A run of years: spending that has risen, or fallen, for so many years one after the other."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from quotepart.checks.claims.claim import Claim
from quotepart.checks.operations.operation import Operation
from quotepart.checks.readings.readings import Option, Query, Setting, combined, reasons
from quotepart.checks.readings.values import at, is_money, measures_of
from quotepart.checks.working.ledger import Frame


def fits(claim: Claim, setting: Setting) -> bool:
    """Whether the words count years in a row."""
    return claim.shape == "run"


def read(claim: Claim, setting: Setting) -> tuple[Query, ...]:
    """Return one reading for each measure, group and year at which the run ends; money is in constant prices first."""
    name = "falls" if claim.cues.has("down") and not claim.cues.has("up") else "rises"
    choices = combined(setting.group_options(claim), measures_of(claim, setting, "run"), setting.year_options(claim))
    return tuple(
        Query(
            label=setting.label(
                _key(name, measure, setting),
                measure=measure.id,
                group=group.id,
                years=f"{int(year.id) - length}–{year.id}",
            ),
            weight=weight,
            why=reasons((measure, year)),
            measure=f"{measure.id}_run",
            indicator=measure.id,
            group=group.id,
            start=int(year.id) - length,
            end=int(year.id),
            unit="count",
            formulas=(f"{name}({at(measure.id, group.id, int(year.id) - length, int(year.id))})",),
            amount=replace(claim.amount, value=Decimal(length)),
            frame=Frame(basis="constant"),
            shown_as="run",
        )
        for (group, measure, year), weight in choices
        if (length := _length(claim, int(year.id))) > 0
    )


def _key(name: str, measure: Option, setting: Setting) -> str:
    """The name of the reading: in constant prices only where it is of money."""
    return f"run.{name}" if is_money(setting.pact.indicators[measure.id].unit) else f"run.{name}_plain"


def _length(claim: Claim, last: int) -> int:
    """How many years: as stated, else from the first year that the words give."""
    first = claim.period.start_year if claim.period else None
    return int(claim.amount.value) or (last - first if first else 0)


OPERATION = Operation(id="run", order=5, fits=fits, read=read)
