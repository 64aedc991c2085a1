"""Shares of a group's total: who carries how much of the money, the economy, the people."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from functools import partial

from quotepart.accounts.account import Account, AnEdition
from quotepart.accounts.totals import Total
from quotepart.measures.figures import MemberFigures, figures_of
from quotepart.measures.found import Found, NamedMeasure, found
from quotepart.measures.measure import Measure, cell, inputs_of, missing_in, values_of
from quotepart.measures.question import Question
from quotepart.model.frozen import dataclass
from quotepart.model.observation import Basis, Membership


@dataclass(frozen=True, slots=True, kw_only=True)
class Share(Measure):
    """What ``part`` is of ``whole`` in one year, in per cent."""

    part: tuple[str, ...]
    whole: str
    year: int


def share(
    account: Account, part: Sequence[str], indicator: str, year: int, *, whole: str | None = None, edition: AnEdition,
    basis: Basis = "current", membership: Membership = "as_published", base_year: int | None = None,
) -> Share:  # fmt: skip
    """Return the share of members or groups (``part``, which must not overlap) in the total of ``whole``: Σe ÷ ΣE × 100.

    ``whole`` is the pact's group of all members where none is given. Group totals count members by ``membership``.
    """
    group = whole or account.pact.conventions.whole
    look = partial(
        account.total, indicator=indicator, year=year, edition=edition, basis=basis, membership=membership,
        base_year=base_year,
    )  # fmt: skip
    parts, total = [look(each) for each in part], look(group)
    values, of = values_of(parts), total.value
    above = " + ".join(cell(indicator, each, year) for each in part)
    return Share(
        value=sum(values, Decimal(0)) / of * 100 if values and of else None,
        unit="percent",
        formula=f"({above}) / {cell(indicator, group, year)} * 100",
        edition=total.edition,
        basis=total.basis,
        membership=membership,
        step=_step(parts, total),
        price_base=total.price_base,
        inputs=inputs_of((*parts, total)),
        missing=missing_in((*parts, total)),
        part=tuple(part),
        whole=group,
        year=year,
    )


def share_of_gdp(
    account: Account, group: str, year: int, *, edition: AnEdition, basis: Basis = "current",
    membership: Membership = "as_published", base_year: int | None = None,
) -> Share:  # fmt: skip
    """Return what a member or group spends of its GDP, both in ``basis``: the nominal share in current prices.

    NATO prints the share of real GDP; the two differ by up to 0.2 points. The value is ``None`` where the edition prints no GDP.
    """
    return cost_as_share_of_gdp(
        account, group, group, year, edition=edition, basis=basis, membership=membership, base_year=base_year
    )


def cost_as_share_of_gdp(
    account: Account, whole: str, payers: str, year: int, *, edition: AnEdition, basis: Basis = "current",
    membership: Membership = "as_published", base_year: int | None = None,
) -> Share:  # fmt: skip
    """Return what ``whole`` spends in per cent of the GDP of ``payers``: what keeping its total would take of theirs."""
    measure, wealth = account.pact.conventions.main_indicator, account.pact.size_indicator
    look = partial(account.total, year=year, edition=edition, basis=basis, membership=membership, base_year=base_year)
    spent, size = look(whole, measure), look(payers, wealth)
    return Share(
        value=spent.value / size.value * 100 if spent.value is not None and size.value else None,
        unit=account.pact.indicators[account.pact.conventions.share_indicator].unit,
        formula=f"{cell(measure, whole, year)} / {cell(wealth, payers, year)} * 100",
        edition=spent.edition,
        basis=spent.basis,
        membership=membership,
        step=_step([spent], size),
        price_base=spent.price_base,
        inputs=inputs_of((spent, size)),
        missing=missing_in((spent, size)),
        part=(whole,),
        whole=payers,
        year=year,
    )


def shares(question: Question) -> Found:
    """Return each member's share of the group's money, means and forces, in per cent.

    e = E ÷ ΣE, y = Y ÷ ΣY, and so for people, forces and the money for equipment; at purchasing power, spending is E ÷ Y of the
    size at purchasing power. A column is there where the pact names its indicator and everybody has a figure.
    """
    columns = {name: figures for name, figures in _amounts(question).items() if figures.values and not figures.missing}
    by_member = {name: figures.shares() for name, figures in columns.items()}
    rows = [(member, [_percent(by_member[name].get(member)) for name in columns]) for member in question.members]
    ranked = sorted(rows, key=lambda row: (-(row[1][0] or 0) if row[1] else 0, row[0]))
    return found(
        SHARES, question, value=None, columns=[(name, "percent") for name in columns], rows=ranked,
        figures=tuple(columns.values()),
    )  # fmt: skip


def _percent(part: Decimal | None) -> Decimal | None:
    return None if part is None else part * 100


def _amounts(question: Question) -> dict[str, MemberFigures]:
    """Return the amounts that are shared out, by the name of their column."""
    plain = {
        "spending": question.main,
        "size": question.size,
        "people": question.role("people"),
        "forces": question.role("forces"),
    }
    amounts = {name: figures_of(question, indicator) for name, indicator in plain.items() if indicator}
    parts = {"equipment": question.role("equipment_share"), "size_ppp": question.role("size_ppp")}
    more = {name: figures_of(question, indicator, question.payers) for name, indicator in parts.items() if indicator}
    if "equipment" in more:
        amounts["equipment"] = _product(amounts["spending"], more["equipment"])
    if "size_ppp" in more:
        amounts["size_ppp"] = more["size_ppp"]
        amounts["spending_ppp"] = _product(_effort(amounts["spending"], amounts["size"]), more["size_ppp"])
    return amounts


def _product(one: MemberFigures, other: MemberFigures) -> MemberFigures:
    both = [member for member in one.values if member in other.values]
    return replace(
        other,
        values={member: one.values[member] * other.values[member] for member in both},
        inputs=one.inputs + other.inputs,
        missing=tuple(dict.fromkeys(one.missing + other.missing)),
    )


def _effort(spent: MemberFigures, sizes: MemberFigures) -> MemberFigures:
    effort = {
        member: value / sizes.values[member] for member, value in spent.values.items() if sizes.values.get(member)
    }
    return replace(spent, values=effort, inputs=spent.inputs + sizes.inputs, missing=spent.missing + sizes.missing)


def _step(parts: Sequence[Total], total: Total) -> Decimal:
    """Return the first-order rounding error of a share in per cent."""
    if not total.value:
        return Decimal(0)
    part = sum((each.value for each in parts if each.value is not None), Decimal(0))
    return (sum((each.step for each in parts), Decimal(0)) + part / total.value * total.step) / total.value * 100


SHARES = NamedMeasure(
    name="shares", unit="percent", compute=shares, formula="e_i = E_i ÷ ΣE, y_i = Y_i ÷ ΣY, …",
    source="Hartley & Sandler 1999",
)  # fmt: skip
MEASURES = (SHARES,)
"""The measures of this family."""
