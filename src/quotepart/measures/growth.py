"""Growth of a group's total from one year to another, as published and like for like.

A producer counts each member from the year it joins, so newcomers inflate the published growth. Like for like, the same members
stand in both years: *with* the newcomers, or *without* them.
"""

from __future__ import annotations

from decimal import Decimal
from functools import partial
from typing import Literal

from quotepart.accounts.account import Account, AnEdition
from quotepart.measures.found import Found, NamedMeasure, found
from quotepart.measures.measure import Measure, cell, inputs_of, missing_in, values_of
from quotepart.measures.question import Question
from quotepart.model.frozen import dataclass
from quotepart.model.observation import Basis, Membership

GrowthRule = Literal["as_published", "current", "with_newcomers", "without_newcomers"]
RULES: tuple[GrowthRule, ...] = ("as_published", "with_newcomers", "without_newcomers")
"""Who stands in both years, the producer's own rule first; ``current`` is shown where it is asked for."""

_MEMBERSHIP: dict[GrowthRule, Membership] = {
    "as_published": "as_published",
    "current": "current",
    "with_newcomers": "base",
    "without_newcomers": "base",
}
_ASKED: dict[Membership, GrowthRule] = {
    "as_published": "as_published",
    "current": "current",
    "base": "without_newcomers",
}
"""The rule that answers for each membership asked for: members of the base year are those without the newcomers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Growth(Measure):
    """Growth of a group in per cent from ``start`` to ``end``, by ``rule``; ``newcomers`` joined in between."""

    group: str
    indicator: str
    start: int
    end: int
    rule: GrowthRule
    newcomers: tuple[str, ...] = ()


def growth(
    account: Account, group: str, year: int, *, since: int | None = None, edition: AnEdition, basis: Basis = "constant",
    rule: GrowthRule = "as_published", indicator: str | None = None,
) -> Growth:  # fmt: skip
    """Return by how many per cent the group's total of ``year`` is above that of ``since`` (the year before).

    (E_year ÷ E_since − 1) × 100; in constant prices real growth. ``with_newcomers`` counts the members of ``year`` in both years,
    ``without_newcomers`` those of ``since``, ``current`` those of the edition's day.
    """
    start = year - 1 if since is None else since
    measure = indicator or account.pact.conventions.main_indicator
    base_year = year if rule == "with_newcomers" else start
    look = partial(
        account.total, group, measure, edition=edition, basis=basis, membership=_MEMBERSHIP[rule], base_year=base_year
    )
    before, after = look(start), look(year)
    values = values_of((before, after))
    known = account.members(group, start)
    return Growth(
        value=(values[1] / values[0] - 1) * 100 if values and values[0] else None,
        unit="percent",
        formula=f"({cell(measure, group, year)} / {cell(measure, group, start)} - 1) * 100",
        edition=before.edition,
        basis=before.basis,
        membership=_MEMBERSHIP[rule],
        step=(after.step + before.step) / values[0] * 100 if values and values[0] else Decimal(0),
        price_base=before.price_base,
        inputs=inputs_of((before, after)),
        missing=missing_in((before, after)),
        group=group,
        indicator=measure,
        start=start,
        end=year,
        rule=rule,
        newcomers=tuple(member for member in account.members(group, year) if member not in known),
    )


def real_growth(question: Question) -> Found:
    """Return by how many per cent the group's spending grew since the base year, or the year before: in constant prices, real.

    The headline follows the rule of membership asked for. Rows are the rules, then each member alone.
    """
    start = question.year - 1 if question.base_year is None else question.base_year
    look = partial(growth, question.account, since=start, edition=question.edition, basis=question.basis)
    asked = _ASKED[question.membership]
    by_rule: dict[str, Growth] = {
        rule: look(question.group, question.year, rule=rule) for rule in dict.fromkeys((*RULES, asked))
    }
    members = {member: look(member, question.year) for member in question.payers}
    all_found: dict[str, Growth] = {**by_rule, **members}
    headline = by_rule[asked]
    return found(
        GROWTH, question, value=headline.value, formula=headline.formula, columns=[("growth", "percent")],
        rows=[(name, (each.value,)) for name, each in all_found.items()],
        inputs=[seen for each in all_found.values() for seen in each.inputs], missing=headline.missing,
        notes=[f"newcomer:{member}" for member in headline.newcomers],
    )  # fmt: skip


GROWTH = NamedMeasure(
    name="growth", unit="percent", compute=real_growth, basis="constant", options=("base_year",),
    formula="(E_t ÷ E_b − 1) · 100", source="the producers' tables of real change",
)  # fmt: skip
MEASURES = (GROWTH,)
"""The measures of this family."""
