"""Concentration and inequality of what members spend, beside what they have to spend it from.

Formulas and sources stand in ``inequality``. All are computed over the members that have both figures, with GDP in the question's
price basis; the split is between the largest spender and the rest of the group.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from quotepart.measures.figures import MemberFigures, figures_of
from quotepart.measures.found import Found, NamedMeasure, falling, found
from quotepart.measures.inequality import gini, herfindahl, lorenz, theil_split
from quotepart.model.frozen import dataclass

if TYPE_CHECKING:
    from quotepart.measures.question import Question


@dataclass(frozen=True, slots=True, kw_only=True)
class Both:
    """Spending and size of the members that have both, as float64, and the figures they come from."""

    spending: Mapping[str, float]
    sizes: Mapping[str, float]
    figures: tuple[MemberFigures, MemberFigures]

    @property
    def is_whole(self) -> bool:
        """Whether no member lacks a figure."""
        return bool(self.spending) and not any(each.missing for each in self.figures)


def both_of(question: Question) -> Both:
    """Return what the question's payers spend and have."""
    spent, sizes = (figures_of(question, name, question.payers) for name in (question.main, question.size))
    known = [member for member in spent.values if sizes.values.get(member)]
    return Both(
        spending={member: float(spent.values[member]) for member in known},
        sizes={member: float(sizes.values[member]) for member in known},
        figures=(spent, sizes),
    )


def hhi(question: Question) -> Found:
    """Return the Herfindahl–Hirschman index of spending, HHI = Σe², and each member's part of it; from 1/n to 1."""
    spent = figures_of(question, question.main, question.payers)
    shares = {} if spent.missing else {member: float(share) for member, share in spent.shares().items()}
    whole = herfindahl(shares) if shares else None
    rows = [(member, (share * 100, share**2)) for member, share in falling(shares)]
    columns = [("spending_share", "percent"), ("part", "index")]
    return found(HHI, question, value=whole, columns=columns, rows=rows, figures=[spent])


def theil(question: Question) -> Found:
    """Return Theil's T(e|y) in nats: zero when everybody spends in proportion, and its exact split.

    Rows are the total, what lies between the largest spender and the others, and what lies within the others.
    """
    both = both_of(question)
    columns = [("value", "nats"), ("part_of_total", "percent")]
    if not both.is_whole:
        return found(THEIL, question, value=None, columns=columns, rows=[], figures=both.figures)
    largest = max(both.spending, key=lambda member: both.spending[member])
    others = [member for member in both.spending if member != largest]
    groups = {largest: [largest], **({f"-{largest}": others} if others else {})}
    split = theil_split(both.spending, both.sizes, groups)
    parts = {"total": split.total, "between": split.between}
    parts |= {f"within:{name}": value for name, value in split.within.items() if len(groups[name]) > 1}
    rows = [(name, (value, value / split.total * 100 if split.total else None)) for name, value in parts.items()]
    return found(THEIL, question, value=split.total, columns=columns, rows=rows, figures=both.figures)


def concentration_gini(question: Question) -> Found:
    """Return the concentration Gini of spending over size, members ordered by spending ÷ size; with the curve's points."""
    return _curve(GINI, question)


def lorenz_curve(question: Question) -> Found:
    """Return the curve of concentration: cumulated shares of size and of spending, from the lowest spending ÷ size up."""
    return _curve(LORENZ, question)


def _curve(measure: NamedMeasure, question: Question) -> Found:
    both = both_of(question)
    columns = [("share_of_size", "percent"), ("spending_cumulated", "percent"), ("size_cumulated", "percent")]
    if not both.is_whole:
        return found(measure, question, value=None, columns=columns, rows=[], figures=both.figures)
    rows = [
        (member, (both.spending[member] / both.sizes[member] * 100, up * 100, across * 100))
        for member, across, up in lorenz(both.spending, both.sizes)
    ]
    value = gini(both.spending, both.sizes)
    return found(measure, question, value=value, columns=columns, rows=rows, figures=both.figures)


HHI = NamedMeasure(
    name="hhi", unit="index", compute=hhi, formula="Σ (E_i ÷ ΣE)²", source="Herfindahl 1950; Hirschman 1945",
)  # fmt: skip
THEIL = NamedMeasure(
    name="theil", unit="nats", compute=theil, formula="Σ e_i · ln(e_i ÷ y_i)", source="Theil 1967",
)  # fmt: skip
GINI = NamedMeasure(
    name="gini", unit="index", compute=concentration_gini, source="Gini 1914; Kakwani 1980",
    formula="1 − Σ (y_i − y_(i−1)) · (e_i + e_(i−1)), cumulated by E ÷ Y",
)  # fmt: skip
LORENZ = NamedMeasure(
    name="lorenz", unit="index", compute=lorenz_curve, source="Lorenz 1905; Kakwani 1980",
    formula="cumulated y_i and e_i, members by rising E ÷ Y",
)  # fmt: skip
MEASURES = (HHI, THEIL, GINI, LORENZ)
"""The measures of this family."""
