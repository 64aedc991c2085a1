"""How concentrated a sharing is, and how far it is from the sharing of the means: pure functions of shares.

``spending`` and ``sizes`` are amounts by member in any one unit each, with the same members; only their shares count. Results are
float64. Sources: Herfindahl (1950) and Hirschman (1945) for HHI; Theil, "Economics and Information Theory" (1967), for T and its
split; Gini (1914), Lorenz (1905) and Kakwani (1980) for the curve of concentration.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping, Sequence
from itertools import accumulate, pairwise

from quotepart.model.frozen import dataclass

Amounts = Mapping[str, float]


def herfindahl(spending: Amounts) -> float:
    """Return HHI = Σe², from 1/n, all alike, to 1, one bears all.

    >>> herfindahl({"SYL": 3.0, "BOR": 1.0})
    0.625
    """
    total = math.fsum(spending.values())
    return math.fsum((amount / total) ** 2 for amount in spending.values())


def theil(spending: Amounts, sizes: Amounts) -> float:
    """Return T(e|y) = Σ e·ln(e ÷ y) in nats: zero where all spend the same share of their size, never below zero."""
    total, whole = math.fsum(spending.values()), math.fsum(sizes[member] for member in spending)
    terms = (_term(amount / total, sizes[member] / whole) for member, amount in spending.items() if amount > 0)
    return max(0.0, math.fsum(terms))


@dataclass(frozen=True, slots=True, kw_only=True)
class Split:
    """Theil's T as the sum of what lies between groups and what lies within each: ``total`` = ``between`` + Σ ``within``.

    ``within`` holds each group's own T times its share of the spending, by group.
    """

    total: float
    between: float
    within: Mapping[str, float]


def theil_split(spending: Amounts, sizes: Amounts, groups: Mapping[str, Collection[str]]) -> Split:
    """Return T(e|y) split exactly: T = Σ_g e_g·ln(e_g ÷ y_g) + Σ_g e_g·T_g; each member must stand in one group."""
    money = {name: math.fsum(spending[member] for member in members) for name, members in groups.items()}
    means = {name: math.fsum(sizes[member] for member in members) for name, members in groups.items()}
    total = math.fsum(money.values())
    within = {
        name: money[name] / total * theil(_of(spending, members), _of(sizes, members))
        for name, members in groups.items()
        if money[name] > 0
    }
    return Split(total=theil(spending, sizes), between=theil(money, means), within=within)


def lorenz(spending: Amounts, sizes: Amounts) -> tuple[tuple[str, float, float], ...]:
    """Return the curve of concentration: members from the lowest to the highest spending ÷ size, cumulated.

    Each point is (member, share of all sizes, share of all spending) up to and with that member; the curve begins at (0, 0),
    which is not among them, and ends at (1, 1).
    """
    order = sorted(spending, key=lambda member: (_ratio(spending[member], sizes[member]), member))
    total, whole = math.fsum(spending.values()), math.fsum(sizes[member] for member in spending)
    across = accumulate(sizes[member] / whole for member in order)
    up = accumulate(spending[member] / total for member in order)
    return tuple(zip(order, across, up, strict=True))


def gini(spending: Amounts, sizes: Amounts) -> float:
    """Return the concentration Gini, members ordered by spending ÷ size: twice the area between the curve and the diagonal.

    G = 1 − Σ (y_i − y_(i−1))·(e_i + e_(i−1)) over the cumulated shares; zero where spending is proportional, below 1 always.

    >>> gini({"SYL": 1.0, "BOR": 3.0}, {"SYL": 2.0, "BOR": 2.0})
    0.25
    """
    points = [("", 0.0, 0.0), *lorenz(spending, sizes)]
    doubled = (_slab(before[1:], after[1:]) for before, after in pairwise(points))
    return max(0.0, 1 - math.fsum(doubled))


def _slab(before: Sequence[float], after: Sequence[float]) -> float:
    return (after[0] - before[0]) * (after[1] + before[1])


def _term(part: float, of: float) -> float:
    return part * math.log(part / of) if of else math.inf


def _ratio(amount: float, size: float) -> float:
    return amount / size if size else math.inf


def _of(amounts: Amounts, members: Collection[str]) -> dict[str, float]:
    return {member: amounts[member] for member in members}
