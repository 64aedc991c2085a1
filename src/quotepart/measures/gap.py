"""Targets: how many members meet one, and what the others would have to spend to reach it.

A threshold has no tolerance: a value meets it at printed precision or does not.
"""

from __future__ import annotations

from decimal import Decimal
from functools import partial

from quotepart.accounts.account import Account, AnEdition
from quotepart.accounts.totals import Total
from quotepart.measures.found import Found, NamedMeasure, found
from quotepart.measures.measure import Measure, as_printed, cell, inputs_of
from quotepart.measures.question import Question
from quotepart.model.frozen import dataclass
from quotepart.model.observation import Basis, Membership, Observation
from quotepart.model.pact import Pact


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing(Measure):
    """Where a group's members stand against a target; ``value`` counts those that meet it.

    ``above``, ``at`` and ``below`` hold the members by their printed value, the highest first; ``missing`` has no figure.
    """

    target: Decimal
    indicator: str
    year: int
    above: tuple[Observation, ...] = ()
    at: tuple[Observation, ...] = ()
    below: tuple[Observation, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap(Measure):
    """What the members of a group lack to a target share of GDP; ``per_member`` holds each one's lack, negative when above."""

    target: Decimal
    group: str
    year: int
    is_net: bool
    per_member: tuple[tuple[str, Decimal], ...] = ()


def standing(
    account: Account, group: str, target: Decimal, year: int, *, indicator: str | None = None, edition: AnEdition,
    membership: Membership = "as_published", base_year: int | None = None,
) -> Standing:  # fmt: skip
    """Return which members of ``group`` meet ``target`` (≥, at printed precision) in ``year``, and how many.

    ``value`` is ``None`` while a member has no figure; members without such a series do not count among the missing.
    """
    measure = indicator or account.pact.conventions.share_indicator
    series = account.pact.indicators[measure]
    members = account.members(group, year, membership=membership, edition=edition, base_year=base_year)
    asked = [member for member in members if member not in series.without]
    found = {member: account.observe(member, measure, year, edition=edition) for member in asked}
    ranked = sorted((each for each in found.values() if each), key=lambda each: (-each.value, each.entity))
    printed = [(each, as_printed(each.value, each.step)) for each in ranked]
    missing = tuple(member for member, observation in found.items() if observation is None)
    return Standing(
        value=None if missing or not ranked else Decimal(sum(value >= target for _, value in printed)),
        unit="count",
        formula=f"count({cell(measure, group, year)} >= {target})",
        edition=account.edition(edition).id,
        basis=series.bases[0],
        membership=membership,
        inputs=tuple(ranked),
        missing=missing,
        target=target,
        indicator=measure,
        year=year,
        above=tuple(each for each, value in printed if value > target),
        at=tuple(each for each, value in printed if value == target),
        below=tuple(each for each, value in printed if value < target),
    )


def gap_to_target(
    account: Account, group: str, target: Decimal, year: int, *, edition: AnEdition, basis: Basis = "constant",
    is_net: bool = False, membership: Membership = "as_published", base_year: int | None = None,
) -> Gap:  # fmt: skip
    """Return Σ max(0, τ − s)·Y over the members of ``group``: the money they lack to spend ``target`` per cent of GDP.

    With ``is_net``, what members spend above the target counts against it. Where the edition prints no GDP, E ÷ s stands in.
    """
    measure = account.pact.conventions.main_indicator
    members = account.members(group, year, membership=membership, edition=edition, base_year=base_year)
    asked = [member for member in members if member not in account.pact.indicators[measure].without]
    look = partial(account.total, year=year, edition=edition, basis=basis)
    spent = {member: look(member, measure) for member in asked}
    sizes = {member: _size(account, spent[member], look(member, account.pact.size_indicator)) for member in asked}
    lacks = {
        member: target / 100 * size - value
        for member, (size, _) in sizes.items()
        if size is not None and (value := spent[member].value) is not None
    }
    missing = tuple(member for member in asked if member not in lacks)
    counted = lacks.values() if is_net else [max(Decimal(0), lack) for lack in lacks.values()]
    return Gap(
        value=None if missing or not lacks else sum(counted, Decimal(0)),
        unit=account.pact.indicators[measure].unit,
        formula=_formula(account.pact, group, year, target, is_net),
        edition=account.edition(edition).id,
        basis=basis,
        membership=membership,
        price_base=account.price_base(edition) if basis == "constant" else None,
        inputs=inputs_of((*spent.values(), *(total for _, total in sizes.values()))),
        missing=missing,
        target=target,
        group=group,
        year=year,
        is_net=is_net,
        per_member=tuple(lacks.items()),
    )


def _size(account: Account, spent: Total, size: Total) -> tuple[Decimal | None, Total]:
    """Return a member's GDP as printed, else as its spending and its printed share imply it, and the total it was made of."""
    if size.value is not None or spent.value is None:
        return size.value, size
    ratio = account.total(spent.group, account.pact.conventions.share_indicator, spent.year, edition=spent.edition)
    return (spent.value / ratio.value * 100 if ratio.value else None), ratio


def _formula(pact: Pact, group: str, year: int, target: Decimal, is_net: bool) -> str:
    measure, size = pact.conventions.main_indicator, pact.size_indicator
    lack = f"{target} / 100 * {cell(size, 'member', year)} - {cell(measure, 'member', year)}"
    return f"sum over {group} of {lack}" if is_net else f"sum over {group} of max(0, {lack})"


def gap(question: Question) -> Found:
    """Return the money that members lack to the target share of GDP, Σ max(0, τ − s)·Y, and the same with the others netted.

    Rows are ``gross`` (the headline) and ``net``, then each member's lack, below zero where it spends more.
    """
    look = partial(
        gap_to_target, question.account, question.group, question.target, question.year, edition=question.edition,
        basis=question.basis, membership=question.membership, base_year=question.base_year,
    )  # fmt: skip
    gross, net = look(), look(is_net=True)
    lacks = sorted(gross.per_member, key=lambda pair: (-pair[1], pair[0]))
    rows = [("gross", (gross.value,)), ("net", (net.value,)), *((member, (lack,)) for member, lack in lacks)]
    return found(
        GAP, question, value=gross.value, unit=gross.unit, formula=gross.formula, columns=[("lack", gross.unit)],
        rows=rows, inputs=gross.inputs, missing=gross.missing,
    )  # fmt: skip


def at_target(question: Question) -> Found:
    """Return how many members meet the target at printed precision, and each one's value and distance from it.

    The indicator is the pact's share of GDP where none is asked for; ``met`` is 1 or 0.
    """
    stands = standing(
        question.account, question.group, question.target, question.year, indicator=question.indicator,
        edition=question.edition, membership=question.membership, base_year=question.base_year,
    )  # fmt: skip
    unit = question.account.pact.indicators[stands.indicator].unit
    met = {each.entity for each in (*stands.above, *stands.at)}
    rows = [
        (
            each.entity,
            (
                as_printed(each.value, each.step),
                as_printed(each.value, each.step) - question.target,
                int(each.entity in met),
            ),
        )
        for each in (*stands.above, *stands.at, *stands.below)
    ]
    return found(
        AT_TARGET, question, value=stands.value, formula=stands.formula,
        columns=[(stands.indicator, unit), ("distance", "points"), ("met", "count")], rows=rows, inputs=stands.inputs,
        missing=stands.missing, basis=stands.basis,
    )  # fmt: skip


GAP = NamedMeasure(
    name="gap", unit="money", compute=gap, basis="constant", options=("target",), formula="Σ max(0, τ − s_i) · Y_i",
    source="the pledges of the pact",
)  # fmt: skip
AT_TARGET = NamedMeasure(
    name="at_target", unit="count", compute=at_target, basis="constant", options=("target", "indicator"),
    formula="count(s_i ≥ τ)", source="the pledges of the pact",
)  # fmt: skip
MEASURES = (GAP, AT_TARGET)
"""The measures of this family."""
