"""How many members reach a threshold, or stay below it, or spend more than the year before."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from quotepart.checks.claims import Claim
from quotepart.checks.ledger import Frame, as_text
from quotepart.checks.operations.count_members import is_about_target
from quotepart.checks.operations.operation import Operation
from quotepart.checks.readings import Query, Setting, combined, reasons
from quotepart.checks.record_facts import MEMBERS
from quotepart.checks.values import at
from quotepart.model.pact import Indicator

_SHARES = ("percent", "percent_of_gdp")


def fits(claim: Claim, setting: Setting) -> bool:
    """Whether the figure counts members, and the sentence tells them by a threshold or by a rise."""
    if claim.unit != "count" or claim.metric not in (MEMBERS, setting.pact.conventions.main_indicator):
        return False
    return is_about_target(claim) or claim.cues.has("up", "down")


def read(claim: Claim, setting: Setting) -> tuple[Query, ...]:
    """Return one reading for each group and year that the words allow."""
    indicator = _indicator(claim, setting)
    if indicator is None:
        return ()
    choices = combined(setting.group_options(claim), setting.year_options(claim))
    queries = [
        _query(claim, setting, indicator, group.id, int(year.id), weight, reasons((group, year)))
        for (group, year), weight in choices
    ]
    return tuple(query for query in queries if query is not None)


def _indicator(claim: Claim, setting: Setting) -> Indicator | None:
    head = setting.pact.conventions
    if not is_about_target(claim):
        return setting.pact.indicators.get(head.main_indicator)
    named = (each.metric for each in claim.others if each.amount.unit in _SHARES and each.metric != head.main_indicator)
    return setting.pact.indicators.get(next(named, head.share_indicator))


def threshold_of(claim: Claim, setting: Setting, indicator: Indicator) -> Decimal | None:
    """Return the threshold in the sentence, else the one that the pact's pledges set for the indicator on that day."""
    stated = [each.amount.value for each in claim.others if each.amount.unit in _SHARES]
    if stated:
        return stated[0]
    pledges = [
        each
        for each in setting.pact.pledges
        if each.threshold is not None
        and each.operator == ">="
        and each.made_by == setting.pact.conventions.whole
        and setting.pact.conventions.pledge_indicators.get(each.measure) == indicator.id
        and each.made_on <= claim.said_on.isoformat()
    ]
    return max(pledges, key=lambda each: each.made_on).threshold if pledges else None


def _query(
    claim: Claim, setting: Setting, indicator: Indicator, group: str, year: int, weight: Decimal, why: tuple[str, ...]
) -> Query | None:
    amount = claim.amount
    if is_about_target(claim):
        threshold = threshold_of(claim, setting, indicator)
        if threshold is None:
            return None
        sign, key = ("<", "below") if _is_below(claim) else (">=", "at_target")
        formula, target = (
            f"count({at(indicator.id, group, year)} {sign} {as_text(threshold)})",
            setting.wording.number(threshold),
        )
        frame = Frame()
    else:
        key, target, frame = ("risen" if claim.cues.has("up") else "fallen"), "", Frame(basis="constant")
        formula = f"{key}({at(indicator.id, group, year - 1, year)})"
    if claim.cues.has("all_but"):
        amount = replace(amount, qualifier="exact")
    return Query(
        label=setting.label(key, group=group, years=str(year), measure=indicator.id, target=target),
        weight=weight,
        why=why,
        measure={"at_target": "members_at_guideline", "below": "members_below_guideline"}.get(
            key, "members_increasing"
        ),
        indicator=indicator.id,
        group=group,
        start=year,
        end=year,
        unit="count",
        formulas=(formula,),
        amount=amount,
        frame=frame,
        shown_as="count",
    )


def _is_below(claim: Claim) -> bool:
    cues = claim.cues
    return (cues.has("below") and not cues.has("met")) or (cues.has("below", "not") and not cues.has("only"))


OPERATION = Operation(id="count_at_target", order=10, fits=fits, read=read)
