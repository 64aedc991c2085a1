"""One against all others: what a member spends over what all the rest of the pact spend together."""

from __future__ import annotations

from quotepart.checks.claims import Claim
from quotepart.checks.operations.operation import Operation
from quotepart.checks.readings import Query, Setting, combined, reasons
from quotepart.checks.values import at


def fits(claim: Claim, setting: Setting) -> bool:
    """Whether the words set one member or group against all others combined."""
    return claim.shape == "others" and bool(claim.groups)


def read(claim: Claim, setting: Setting) -> tuple[Query, ...]:
    """Return one reading for each year: the money in the prices of the year."""
    head, who = setting.pact.conventions, claim.groups[0]
    return tuple(
        Query(
            label=setting.label("against_others", measure=head.main_indicator, group=who, years=year.id),
            weight=weight,
            why=reasons((year,)),
            measure=f"{head.main_indicator}_ratio",
            indicator=head.main_indicator,
            group=who,
            start=int(year.id),
            end=int(year.id),
            unit="times",
            formulas=(_formula(head.main_indicator, who, head.whole, int(year.id)),),
            amount=claim.amount,
            shown_as="ratio",
        )
        for (year,), weight in combined(setting.year_options(claim))
    )


def _formula(indicator: str, who: str, whole: str, year: int) -> str:
    part = at(indicator, who, year)
    return f"{part} / ({at(indicator, whole, year)} - {part})"


OPERATION = Operation(id="others", order=7, fits=fits, read=read)
