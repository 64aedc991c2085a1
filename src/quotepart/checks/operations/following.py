"""One against those that come next: what a member spends over what the next few of the pact spend together."""

from __future__ import annotations

from quotepart.checks.claims.claim import Claim
from quotepart.checks.operations.operation import Operation
from quotepart.checks.readings.readings import Query, Setting, combined, reasons
from quotepart.checks.readings.values import at


def fits(claim: Claim, setting: Setting) -> bool:
    """Whether the words set one member against the next few in the order of spending, taken together."""
    return claim.shape == "following" and claim.groups[0] in setting.pact.members


def read(claim: Claim, setting: Setting) -> tuple[Query, ...]:
    """Return one reading for each year: money in the prices of the year, the next ones by the same table."""
    head, who = setting.pact.conventions, claim.groups[0]
    measure = claim.metric if claim.metric in setting.pact.indicators else head.main_indicator
    return tuple(
        Query(
            label=setting.label("following", measure=measure, group=who, number=str(claim.following), years=year.id),
            weight=weight,
            why=reasons((year,)),
            measure=f"{measure}_ratio",
            indicator=measure,
            group=who,
            start=int(year.id),
            end=int(year.id),
            unit="times",
            formulas=(_formula(measure, who, head.whole, int(year.id), claim.following or 1),),
            amount=claim.amount,
            shown_as="ratio",
        )
        for (year,), weight in combined(setting.year_options(claim))
    )


def _formula(indicator: str, who: str, whole: str, year: int, number: int) -> str:
    return f"{at(indicator, who, year)} / following({at(indicator, whole, year)}, {who}, {number})"


OPERATION = Operation(id="following", order=8, fits=fits, read=read)
