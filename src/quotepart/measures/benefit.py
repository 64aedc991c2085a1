"""Does a member pay what the alliance is worth to it? Shares of spending beside shares of what is protected.

b is the mean of a member's shares of GDP and of people, and of exposed border where these are given: the pact holds none.
Sources: Sandler & Forbes, "Burden Sharing, Strategy, and the Design of NATO" (1980); Sandler & Shimizu, "NATO Burden Sharing
1999–2010" (2014); Solomon, "NATO Burden Sharing Revisited" (2004), on why such shares should be read with caution.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from quotepart.measures.figures import MemberFigures, figures_of
from quotepart.measures.found import Cell, Found, NamedMeasure, falling, found
from quotepart.measures.ranks import wilcoxon
from quotepart.model.frozen import dataclass

if TYPE_CHECKING:
    from quotepart.measures.question import Question

Shares = Mapping[str, float]
DRAWS = 2_000
NOTES = ("no_border",)
BOUNDS = (5.0, 50.0, 95.0)
"""The per cent of drawn weights below which the bounds of the sweep lie."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Worth:
    """Shares, from 0 to 1, of the spending and of each thing that is protected, by payer; empty while a figure is missing."""

    spending: Shares
    parts: Mapping[str, Shares]
    figures: tuple[MemberFigures, ...]


def benefit_shares(parts: Sequence[Shares], weights: Sequence[float] | None = None) -> dict[str, float]:
    """Return b, the weighted mean of shares of what is protected; all weigh the same where no weights are given.

    >>> benefit_shares([{"SYL": 0.5, "BOR": 0.5}, {"SYL": 0.9, "BOR": 0.1}])["SYL"]
    0.7
    """
    heavy = [1.0] * len(parts) if weights is None else list(weights)
    return {
        member: sum(weight * part[member] for weight, part in zip(heavy, parts, strict=True)) / sum(heavy)
        for member in parts[0]
    }


def benefit(question: Question) -> Found:
    """Return each member's share of the spending, e, its benefit share, b, their difference in points and e ÷ b.

    The headline is the two-sided exact p of Wilcoxon's signed ranks of e − b.
    """
    worth = worth_of(question)
    columns = [
        ("spending_share", "percent"),
        ("benefit_share", "percent"),
        ("difference", "points"),
        ("ratio", "times"),
    ]
    if not worth.spending:
        return found(BENEFIT, question, value=None, columns=columns, rows=[], figures=worth.figures, notes=NOTES)
    shares = benefit_shares(list(worth.parts.values()))
    rows = [
        (member, (e * 100, shares[member] * 100, (e - shares[member]) * 100, e / shares[member]))
        for member, e in falling(worth.spending)
    ]
    tested = wilcoxon([e - shares[member] for member, e in worth.spending.items()])
    return found(BENEFIT, question, value=tested.p, columns=columns, rows=rows, figures=worth.figures, notes=NOTES)


def benefit_test(question: Question) -> Found:
    """Return Wilcoxon's signed ranks of e − b, W⁺ with its two-sided exact p, for all and without each member in turn.

    Without a member the shares are taken anew over those who are left.
    """
    worth = worth_of(question)
    columns = [("w_plus", "rank_sum"), ("p", "probability"), ("n", "count")]
    members = [member for member, _ in falling(worth.spending)]
    rows = [("all", _tested(worth, members))] if members else []
    if len(members) > 2:
        rows += [(f"-{out}", _tested(worth, [each for each in members if each != out])) for out in members]
    return found(
        TEST,
        question,
        value=rows[0][1][1] if rows else None,
        columns=columns,
        rows=rows,
        figures=worth.figures,
        notes=NOTES,
    )


def benefit_sweep(question: Question) -> Found:
    """Return how far e ÷ b moves when the weights behind b are drawn evenly from all there could be (Dirichlet, all 1).

    A row a member with the 5th, 50th and 95th percentile; the headline is the share of draws, in per cent, in which
    Wilcoxon's p is below 0.05. The same seed gives the same draws.
    """
    worth = worth_of(question)
    columns = [("low", "times"), ("median", "times"), ("high", "times")]
    if not worth.spending or len(worth.parts) < 2:
        return found(SWEEP, question, value=None, columns=columns, rows=[], figures=worth.figures, notes=NOTES)
    import numpy as np

    members = [member for member, _ in falling(worth.spending)]
    weights = np.random.default_rng(question.seed).dirichlet(np.ones(len(worth.parts)), DRAWS)
    drawn = weights @ np.array([[part[member] for member in members] for part in worth.parts.values()])
    spent = np.array([worth.spending[member] for member in members])
    bounds = np.percentile(spent / drawn, BOUNDS, axis=0)
    tests = [wilcoxon((spent - each).tolist()).p for each in drawn[:: DRAWS // 100]]
    rows = [(member, tuple(float(each) for each in bounds[:, at])) for at, member in enumerate(members)]
    below = sum(p < 0.05 for p in tests) / len(tests) * 100
    return found(SWEEP, question, value=below, columns=columns, rows=rows, figures=worth.figures, notes=NOTES)


def worth_of(question: Question) -> Worth:
    """Return the shares of the question's payers in the spending, the GDP and, where the pact has them, the people."""
    people = question.role("people")
    names = [question.main, question.size, *([people] if people else [])]
    figures = tuple(figures_of(question, name, question.payers) for name in names)
    if any(each.missing or not each.values for each in figures):
        return Worth(spending={}, parts={}, figures=figures)
    spent, *parts = [{member: float(share) for member, share in each.shares().items()} for each in figures]
    return Worth(spending=spent, parts=dict(zip(names[1:], parts, strict=True)), figures=figures)


def _tested(worth: Worth, members: Sequence[str]) -> tuple[Cell, ...]:
    spending = _over(worth.spending, members)
    shares = benefit_shares([_over(part, members) for part in worth.parts.values()])
    tested = wilcoxon([spending[member] - shares[member] for member in members])
    return (tested.value, tested.p, tested.n)


def _over(shares: Shares, members: Sequence[str]) -> dict[str, float]:
    total = sum(shares[member] for member in members)
    return {member: shares[member] / total for member in members}


SOURCE = "Sandler & Forbes 1980; Sandler & Shimizu 2014; Solomon 2004"
BENEFIT = NamedMeasure(
    name="benefit", unit="probability", compute=benefit, source=SOURCE, formula="e_i − b_i, b_i = mean of shares of Y and N",
)  # fmt: skip
TEST = NamedMeasure(
    name="benefit_test", unit="probability", compute=benefit_test, source=f"Wilcoxon 1945; {SOURCE}",
    formula="W⁺ = Σ ranks of |e_i − b_i| where e_i > b_i",
)  # fmt: skip
SWEEP = NamedMeasure(
    name="benefit_sweep", unit="percent", compute=benefit_sweep, source=SOURCE,
    formula="e_i ÷ Σ w_k b_ik, w ~ Dirichlet(1, …, 1)",
)  # fmt: skip
MEASURES = (BENEFIT, TEST, SWEEP)
"""The measures of this family."""
