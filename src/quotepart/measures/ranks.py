"""Statistics of ranks with exact or permutation p: pure functions, reproducible by seed.

Sources: Spearman (1904); Kendall, "Rank Correlation Methods" (1948), for τ_b and its exact distribution; Wilcoxon (1945) for the
signed ranks. Ties get the mean of their ranks. p of a correlation is one-sided, for a positive one: exact where it can be
counted, else the share of seeded permutations that reach it, the one observed among them.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from itertools import combinations, permutations
from typing import TYPE_CHECKING, Literal

from quotepart.model.frozen import dataclass

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Way = Literal["exact", "permutation"]
PERMUTATIONS = 9_999
_ENUMERATED = 7  # 5,040 orders: as quick as the draws, and exact
_CLOSE = 1e-12


@dataclass(frozen=True, slots=True, kw_only=True)
class Tested:
    """A statistic of ranks: its ``value``, its ``p``, how ``p`` was found, over how many members (``n``), by how many draws."""

    value: float
    p: float
    way: Way
    n: int
    draws: int = 0


def ranks(values: Sequence[float]) -> list[float]:
    """Return the ranks from 1, ties sharing the mean of theirs.

    >>> ranks([30, 10, 10])
    [3.0, 1.5, 1.5]
    """
    order = sorted(values)
    first = {value: at for at, value in reversed(list(enumerate(order, start=1)))}
    count = Counter(values)
    return [first[value] + (count[value] - 1) / 2 for value in values]


def spearman(x: Sequence[float], y: Sequence[float], *, seed: int, draws: int = PERMUTATIONS) -> Tested:
    """Return Spearman's ρ, the correlation of the ranks, and the p of one so high; not a number where one side is all ties."""
    one, other = ranks(x), ranks(y)
    value = _pearson(one, other)
    if len(one) <= _ENUMERATED:
        reached = [_pearson(one, order) >= value - _CLOSE for order in permutations(other)]
        return Tested(value=value, p=sum(reached) / len(reached), way="exact", n=len(one))
    p = _by_draws(one, other, value, seed, draws)
    return Tested(value=value, p=p, way="permutation", n=len(one), draws=draws)


def kendall(x: Sequence[float], y: Sequence[float], *, seed: int, draws: int = PERMUTATIONS) -> Tested:
    """Return Kendall's τ_b = (C − D) ÷ √((n₀ − ties in x)(n₀ − ties in y)), and the p of one so high.

    Exact by counting inversions where nothing is tied.
    """
    pairs = list(combinations(range(len(x)), 2))
    score = sum(_sign(x[a] - x[b]) * _sign(y[a] - y[b]) for a, b in pairs)
    free = [sum(values[a] != values[b] for a, b in pairs) for values in (x, y)]
    value = score / math.sqrt(free[0] * free[1]) if all(free) else math.nan
    if free == [len(pairs)] * 2:
        return Tested(value=value, p=_p_of_score(len(x), score), way="exact", n=len(x))
    p = _kendall_by_draws(x, y, score, seed, draws)
    return Tested(value=value, p=p, way="permutation", n=len(x), draws=draws)


def wilcoxon(differences: Sequence[float]) -> Tested:
    """Return Wilcoxon's W⁺, the sum of the ranks of the positive differences, and its two-sided exact p.

    Zeros are left out. Exact also with ties: every way to give signs to the ranks that stand there is counted.

    >>> wilcoxon([1.0, 2.0, 3.0, 4.0, 5.0])
    Tested(value=15.0, p=0.0625, way='exact', n=5, draws=0)
    """
    told = [each for each in differences if each]
    doubled = [round(2 * rank) for rank in ranks([abs(each) for each in told])]
    observed = sum(rank for rank, each in zip(doubled, told, strict=True) if each > 0)
    counts = _sums_of_subsets(doubled)
    ways = 2 ** len(told)
    low, high = sum(counts[: observed + 1]) / ways, sum(counts[observed:]) / ways
    return Tested(value=observed / 2, p=min(1.0, 2 * min(low, high)), way="exact", n=len(told))


def _sums_of_subsets(parts: Sequence[int]) -> list[int]:
    """Return, for each sum from 0, how many subsets of ``parts`` have it."""
    counts = [1] + [0] * sum(parts)
    for part in parts:
        counts = [count + (counts[at - part] if at >= part else 0) for at, count in enumerate(counts)]
    return counts


def _p_of_score(n: int, score: int) -> float:
    """Return the share of the n! orders whose concordant less discordant pairs reach ``score``.

    With D discordant pairs the score is n(n−1)/2 − 2D, and the orders with D inversions are counted one member at a time.
    """
    most = n * (n - 1) // 2
    counts = [1]
    for size in range(2, n + 1):
        longer = [0] * (len(counts) + size - 1)
        for at, count in enumerate(counts):
            for inversions in range(size):
                longer[at + inversions] += count
        counts = longer
    return sum(counts[: (most - score) // 2 + 1]) / math.factorial(n)


def _pearson(one: Sequence[float], other: Sequence[float]) -> float:
    middle = (len(one) + 1) / 2
    across = math.fsum((a - middle) * (b - middle) for a, b in zip(one, other, strict=True))
    own = [math.fsum((each - middle) ** 2 for each in values) for values in (one, other)]
    return across / math.sqrt(own[0] * own[1]) if all(own) else math.nan


def _by_draws(one: Sequence[float], other: Sequence[float], value: float, seed: int, draws: int) -> float:
    import numpy as np

    orders = _orders(other, seed, draws)
    middle = (len(one) + 1) / 2
    own = math.sqrt(sum((each - middle) ** 2 for each in one) * sum((each - middle) ** 2 for each in other))
    if not own:
        return math.nan
    reached = (orders - middle) @ (np.asarray(one) - middle) / own >= value - _CLOSE
    return (1 + int(reached.sum())) / (1 + draws)


def _kendall_by_draws(x: Sequence[float], y: Sequence[float], score: int, seed: int, draws: int) -> float:
    import numpy as np

    upper = np.triu_indices(len(x), 1)
    values = np.asarray(x, dtype=float)
    signs = np.sign(values[upper[0]] - values[upper[1]])
    orders = _orders(y, seed, draws)
    scores = np.sign(orders[:, upper[0]] - orders[:, upper[1]]) @ signs
    return (1 + int((scores >= score).sum())) / (1 + draws)


def _orders(values: Sequence[float], seed: int, draws: int) -> NDArray[np.float64]:
    """Return ``draws`` seeded permutations of ``values``, one a row."""
    import numpy as np

    rows = np.tile(np.asarray(values, dtype=float), (draws, 1))
    return np.random.default_rng(seed).permuted(rows, axis=1)


def _sign(value: float) -> int:
    return (value > 0) - (value < 0)
