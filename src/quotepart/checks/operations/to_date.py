"""All that was given up to the day: money of a series that is spoken of as a whole where no year is said, as aid by donor is."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from quotepart.checks.claims.claim import Claim
from quotepart.checks.operations.operation import Operation
from quotepart.checks.readings.readings import Option, Query, Setting, reasons, stated_year
from quotepart.checks.readings.values import at
from quotepart.model.pact import Indicator

_BACK = 2  # a summary may stand under the year before, or under the one before that
_SOME = Decimal("0.2")


def fits(claim: Claim, setting: Setting) -> bool:
    """Whether money is said of such a series without a year, or since its first one, and some source of it was imported."""
    indicator = setting.pact.indicators.get(claim.metric)
    if indicator is None or indicator.to_date is None or claim.shape != "figure" or claim.unit != indicator.unit:
        return False
    is_held = setting.has_series(indicator.id) or setting.has_series(indicator.to_date)
    return is_held and not claim.cues.has("annual") and _is_of_all(claim, setting)


def _is_of_all(claim: Claim, setting: Setting) -> bool:
    """Whether no year is said but the first, since which all is counted."""
    start = claim.period.start_year if claim.period else None
    since_first = start is not None and start == setting.span_of(claim.metric)[0]
    return stated_year(claim) is None and (start is None or since_first)


def read(claim: Claim, setting: Setting) -> tuple[Query, ...]:
    """Return two readings for each group, of the kind that the words name: every year to the last, and those years with a cell.

    A donor without a cell in some year may have given nothing in it: what the other years add up to can fit, and accuses nobody.
    """
    kinds = setting.options("armed_part", claim.metric, (claim.metric,)) if claim.cues.has("defence") else ()
    kind = kinds[0] if kinds else Option(id=claim.metric)
    indicator = setting.pact.indicators[kind.id]
    first, published = setting.span_of(indicator.id)
    last = published or claim.said_on.year
    if first is None or first > last:
        return ()
    found: list[Query] = []
    for group in setting.group_options(claim):
        whole = _query(claim, setting, indicator, (group, kind), (first, last))
        parts = (at(indicator.id, group.id, a, b) for b in range(last, first - 1, -1) for a in range(first, b + 1))
        some = replace(whole, formulas=(*whole.formulas, *parts), weight=whole.weight * _SOME, may_contradict=False)
        found += [replace(whole, weight=whole.weight * (1 - _SOME)), some]
    return tuple(found)


def _query(
    claim: Claim, setting: Setting, indicator: Indicator, options: tuple[Option, Option], years: tuple[int, int]
) -> Query:
    group, (first, last) = options[0], years
    ends = range(last, max(first, last - _BACK) - 1, -1)
    return Query(
        label=setting.label("to_date", measure=indicator.id, group=group.id, years=str(first)),
        weight=group.weight,
        why=reasons(options),
        measure=indicator.to_date or indicator.id,
        indicator=indicator.id,
        group=group.id,
        start=first,
        end=last,
        unit=indicator.unit,
        formulas=(
            *(at(indicator.to_date or indicator.id, group.id, year) for year in ends),
            at(indicator.id, group.id, first, last),
        ),
        amount=claim.amount,
        may_contradict=not claim.cues.has("kind_of_aid", "pledged", "committed"),
        shown_as="to_date",
    )


OPERATION = Operation(id="to_date", order=5, fits=fits, read=read)
