"""What sets two members or groups apart: the money, or the points of a share, by which one lies above the other."""

from __future__ import annotations

from quotepart.checks.claims.claim import Claim
from quotepart.checks.operations.operation import Operation
from quotepart.checks.readings.readings import Query, Setting, combined, reasons
from quotepart.checks.readings.values import formulas_of, measures_of, money_formulas


def fits(claim: Claim, setting: Setting) -> bool:
    """Whether the figure is the difference between two that are named."""
    return claim.shape == "gap" and claim.metric in setting.pact.indicators and len(_pair(claim)) == 2


def _pair(claim: Claim) -> tuple[str, ...]:
    """The one said to lie above, then the other."""
    named = dict.fromkeys((*claim.groups[:1], *(actor.id for actor in claim.actors)))
    return tuple(named)[:2]


def read(claim: Claim, setting: Setting) -> tuple[Query, ...]:
    """Return one reading for each year: of money in the prices and at the rate of the year, or of the share of GDP."""
    head, (above, below) = setting.pact.conventions, _pair(claim)
    named = measures_of(claim, setting, "ratio")[0].id
    measure = head.share_indicator if not claim.is_money and named == head.main_indicator else named
    indicator = setting.pact.indicators.get(measure)
    if indicator is None:
        return ()
    queries = []
    for (year,), weight in combined(setting.year_options(claim)):
        sides = [
            money_formulas(setting, indicator, who, int(year.id), claim.unit)
            if claim.is_money
            else formulas_of(setting.pact, indicator, who, int(year.id))
            for who in (above, below)
        ]
        queries.append(
            Query(
                label=setting.label(
                    "gap", measure=measure, group=above, other=setting.entity_name(below), years=year.id
                ),
                weight=weight,
                why=reasons((year,)),
                measure=f"{measure}_gap",
                indicator=measure,
                group=above,
                start=int(year.id),
                end=int(year.id),
                unit=claim.unit,
                formulas=tuple(f"({one}) - ({other})" for one in sides[0] for other in sides[1]),
                amount=claim.amount,
                shown_as="ratio",
            )
        )
    return tuple(query for query in queries if query.formulas)


OPERATION = Operation(id="gap", order=9, fits=fits, read=read)
