from __future__ import annotations

import math
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotepart.measures.ranks import kendall, ranks, spearman, wilcoxon

# Olson & Zeckhauser (1966): GNP of 1964 in billions of dollars and the share of it spent on defence, fourteen members.
GNP = (569.03, 88.87, 79.46, 73.40, 43.63, 38.14, 15.00, 13.43, 7.73, 6.69, 5.64, 4.31, 2.88, 0.53)
SHARE = (9.0, 5.5, 7.0, 6.7, 4.1, 4.4, 4.9, 3.7, 3.3, 5.8, 3.9, 4.2, 7.7, 1.7)

FEW = st.lists(st.tuples(st.integers(0, 20), st.integers(0, 20)), min_size=3, max_size=7)


def test_olson_and_zeckhauser() -> None:
    found = spearman(GNP, SHARE, seed=1)
    assert round(found.value, 3) == 0.490
    assert found.n == 14
    assert found.p == pytest.approx(0.038, abs=0.006)


def test_without_the_largest_it_is_no_longer_sure() -> None:
    found = spearman(GNP[1:], SHARE[1:], seed=1)
    assert found.value == pytest.approx(0.363, abs=0.001)
    assert found.p > 0.1


def test_ties_share_the_mean_of_their_ranks() -> None:
    assert ranks([5, 1, 5, 5]) == [3.0, 1.0, 3.0, 3.0]


def test_kendall_by_hand() -> None:
    """Orders 1 2 3 4 and 1 3 2 4: five of six pairs agree, τ = 4/6; four of the 24 orders have at most one inversion."""
    found = kendall([1, 2, 3, 4], [1, 3, 2, 4], seed=1)
    assert found.value == pytest.approx(2 / 3)
    assert (found.p, found.way) == (pytest.approx(4 / 24), "exact")


def test_kendall_with_ties_by_hand() -> None:
    """C = 4, D = 0 of six pairs, one tied on each side: 4 ÷ √(5·5)."""
    assert kendall([1, 1, 2, 3], [1, 2, 3, 3], seed=1).value == pytest.approx(4 / 5)


def test_spearman_by_hand() -> None:
    """ρ = 1 − 6Σd² ÷ n(n² − 1) with d² = 0, 1, 1, 0: 0.8; one and three neighbours swapped reach it: 4 of 24."""
    found = spearman([1, 2, 3, 4], [1, 3, 2, 4], seed=1)
    assert found.value == pytest.approx(0.8)
    assert (found.p, found.way) == (pytest.approx(4 / 24), "exact")


def test_wilcoxon_by_hand() -> None:
    """+1, +2, −3 and +4: W⁺ = 7; sums of 7 or more have the subsets {1,2,4}, {3,4} and five larger ones: 2 · 5/16."""
    found = wilcoxon([1.0, 2.0, -3.0, 4.0, 0.0])
    assert (found.value, found.n) == (7.0, 4)
    assert found.p == pytest.approx(2 * sum(s >= 7 for s in _sums([1, 2, 3, 4])) / 16)


def _sums(parts: list[int]) -> list[int]:
    sums = [0]
    for part in parts:
        sums += [each + part for each in sums]
    return sums


@given(st.lists(st.floats(-10, 10).filter(lambda each: abs(each) > 1e-6), min_size=1, max_size=12))
def test_wilcoxon_does_not_mind_the_direction(differences: list[float]) -> None:
    assert wilcoxon(differences).p == pytest.approx(wilcoxon([-each for each in differences]).p)


@given(FEW)
def test_exact_p_is_the_share_of_all_orders(pairs: list[tuple[int, int]]) -> None:
    x, y = [a for a, _ in pairs], [b for _, b in pairs]
    if len(set(x)) < 2 or len(set(y)) < 2:
        assert math.isnan(spearman(x, y, seed=1).value)
        return
    found = kendall(x, y, seed=1)
    if found.way == "exact":
        orders = [kendall(x, order, seed=1).value >= found.value - 1e-9 for order in set(permutations(y))]
        assert found.p == pytest.approx(sum(orders) / len(orders))


@given(FEW, st.randoms(use_true_random=False))
def test_the_order_of_members_does_not_matter(pairs: list[tuple[int, int]], random) -> None:
    turned = random.sample(pairs, len(pairs))
    for statistic in (spearman, kendall):
        one, other = (statistic([a for a, _ in each], [b for _, b in each], seed=1).value for each in (pairs, turned))
        assert one == pytest.approx(other, nan_ok=True)


def test_the_seed_fixes_the_draws() -> None:
    assert spearman(GNP, SHARE, seed=7) == spearman(GNP, SHARE, seed=7)
    tied = [1, 1, *range(2, 14)]
    assert kendall(tied, SHARE, seed=7) == kendall(tied, SHARE, seed=7)
    assert kendall(tied, SHARE, seed=7).way == "permutation"


@pytest.mark.slow
def test_the_statistics_agree_with_scipy() -> None:
    from scipy import stats

    assert spearman(GNP, SHARE, seed=1).value == pytest.approx(stats.spearmanr(GNP, SHARE).statistic)
    theirs = stats.kendalltau(GNP, SHARE, method="exact", alternative="greater")
    ours = kendall(GNP, SHARE, seed=1)
    assert (ours.value, ours.p) == (pytest.approx(theirs.statistic), pytest.approx(theirs.pvalue))
    differences = [a - b for a, b in zip(SHARE, SHARE[::-1], strict=True)][:6]
    assert wilcoxon(differences).p == pytest.approx(stats.wilcoxon(differences, method="exact").pvalue)
