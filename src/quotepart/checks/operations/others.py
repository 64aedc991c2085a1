"""One against all others: what a member spends over what all the rest of the pact spend together."""

from __future__ import annotations

from datetime import date

from quotepart.checks.claims.claim import Claim
from quotepart.checks.operations.operation import Operation
from quotepart.checks.readings.readings import Query, Setting, combined, reasons
from quotepart.checks.readings.values import at


def fits(claim: Claim, setting: Setting) -> bool:
    """Whether the words set one member or group against all others combined."""
    return claim.shape == "others" and bool(claim.groups)


def read(claim: Claim, setting: Setting) -> tuple[Query, ...]:
    """Return one reading for each year: the money in the prices of the year, of the group named or of the whole pact."""
    head, who = setting.pact.conventions, claim.groups[0]
    measure = claim.metric if claim.metric in setting.pact.indicators else head.main_indicator
    scope = _scope(claim, setting)
    return tuple(
        Query(
            label=setting.label("against_others", measure=measure, group=who, years=year.id),
            weight=weight,
            why=reasons((year,)),
            measure=f"{measure}_ratio",
            indicator=measure,
            group=who,
            start=int(year.id),
            end=int(year.id),
            unit="times",
            formulas=(_formula(measure, who, scope, int(year.id), setting),),
            amount=claim.amount,
            shown_as="ratio",
        )
        for (year,), weight in combined(setting.year_options(claim))
    )


def _scope(claim: Claim, setting: Setting) -> str:
    """The others' group: one that is named beside the first party, else the whole pact."""
    named = (actor.id for actor in claim.actors if actor.id in setting.pact.groups and actor.id != claim.groups[0])
    return next(named, setting.pact.conventions.whole)


def _formula(indicator: str, who: str, scope: str, year: int, setting: Setting) -> str:
    part, total = at(indicator, who, year), at(indicator, scope, year)
    inside = who in setting.pact.groups or who in setting.pact.members_on(scope, date(year, 12, 31))
    return f"{part} / ({total} - {part})" if inside else f"{part} / {total}"


OPERATION = Operation(id="others", order=7, fits=fits, read=read)
