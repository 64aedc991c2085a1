from __future__ import annotations

import math
from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotepart.measures.keys import discounted, equal_sacrifice, progressive, proportional

# Two members with incomes of 20 and 10/3 a head; the mean is 10.
SIZES, PEOPLE = {"SYL": 80.0, "BOR": 20.0}, {"SYL": 4.0, "BOR": 6.0}
NAMES = ("SYL", "BOR", "KHE", "NUR", "PDV", "SAT")
MEANS = st.lists(st.tuples(st.floats(1, 1e4), st.floats(1, 1e3)), min_size=2, max_size=6)


def means(pairs: list[tuple[float, float]]) -> tuple[dict[str, float], dict[str, float]]:
    names = NAMES[: len(pairs)]
    return dict(zip(names, [a for a, _ in pairs], strict=True)), dict(zip(names, [b for _, b in pairs], strict=True))


def all_keys(sizes: Mapping[str, float], people: Mapping[str, float]) -> list[dict[str, float]]:
    return [
        proportional(sizes),
        progressive(sizes, people, eta=0.5),
        equal_sacrifice(sizes, people, total=sum(sizes.values()) / 50, epsilon=2),
        discounted(sizes, people, ceiling=0.9),
    ]


def test_progressive_by_hand() -> None:
    """η = 1: 80 · 2 and 20 · ⅓."""
    found = progressive(SIZES, PEOPLE, eta=1)
    assert found["SYL"] == pytest.approx(160 / (160 + 20 / 3)) == pytest.approx(0.96)
    assert progressive(SIZES, PEOPLE, eta=0) == pytest.approx(proportional(SIZES))


def test_equal_sacrifice_takes_the_same_utility_from_everybody() -> None:
    total = 10.0
    found = equal_sacrifice(SIZES, PEOPLE, total=total, epsilon=2)
    paid = {member: share * total / PEOPLE[member] for member, share in found.items()}
    incomes = {member: size / PEOPLE[member] for member, size in SIZES.items()}
    lost = {member: 1 / (incomes[member] - paid[member]) - 1 / incomes[member] for member in SIZES}
    assert lost["SYL"] == pytest.approx(lost["BOR"])
    assert paid["SYL"] / incomes["SYL"] > paid["BOR"] / incomes["BOR"]


def test_with_logarithmic_utility_the_sacrifice_is_proportional() -> None:
    assert equal_sacrifice(SIZES, PEOPLE, total=10, epsilon=1) == pytest.approx(proportional(SIZES))


def test_the_scale_by_hand() -> None:
    """Borduria's income is a third of the mean: it counts with 20 · (1 − 0.8 · ⅔) = 28/3, and Syldavia bears the rest."""
    assert discounted(SIZES, PEOPLE) == pytest.approx({"SYL": 1 - 28 / 300, "BOR": 28 / 300})


def test_the_ceiling_and_the_floor_hold_and_the_rest_is_shared_as_before() -> None:
    sizes, people = (
        {"SYL": 70.0, "BOR": 20.0, "KHE": 9.9, "NUR": 0.1},
        {"SYL": 7.0, "BOR": 2.0, "KHE": 0.99, "NUR": 0.01},
    )
    found = discounted(sizes, people, floor=0.01, ceiling=0.5)
    assert (found["SYL"], found["NUR"]) == (0.5, 0.01)
    assert found["BOR"] / found["KHE"] == pytest.approx(20 / 9.9)


def test_who_is_at_the_mean_bears_for_the_others_in_whatever_order() -> None:
    """Borduria's income is the mean, but for a rounding that depends on who is added first."""
    sizes = {"SYL": 1.9, "BOR": 31.6613463117694, "KHE": 31.6613463117694}
    people = {"SYL": 1.6613463117693996, "BOR": 31.6613463117694, "KHE": 31.9}
    found = discounted(sizes, people)
    assert found == pytest.approx(discounted(dict(reversed(sizes.items())), people))
    assert found["BOR"] / found["SYL"] == pytest.approx(sizes["BOR"] / sizes["SYL"])


@given(MEANS)
def test_every_key_sums_to_one_and_asks_nobody_for_less_than_nothing(pairs: list[tuple[float, float]]) -> None:
    sizes, people = means(pairs)
    for key in all_keys(sizes, people):
        assert math.fsum(key.values()) == pytest.approx(1)
        assert all(share >= 0 for share in key.values())
        assert set(key) == set(sizes)


@given(MEANS)
def test_the_order_of_members_does_not_matter(pairs: list[tuple[float, float]]) -> None:
    sizes, people = means(pairs)
    turned = dict(reversed(sizes.items()))
    for one, other in zip(all_keys(sizes, people), all_keys(turned, people), strict=True):
        assert one == pytest.approx(other, rel=1e-6)


@given(MEANS, st.floats(0.01, 1000))
def test_the_currency_does_not_matter(pairs: list[tuple[float, float]], rate: float) -> None:
    sizes, people = means(pairs)
    in_other = {member: size * rate for member, size in sizes.items()}
    for one, other in zip(all_keys(sizes, people), all_keys(in_other, people), strict=True):
        assert one == pytest.approx(other, rel=1e-6)


@given(MEANS)
def test_more_progressive_asks_more_of_the_richest(pairs: list[tuple[float, float]]) -> None:
    sizes, people = means(pairs)
    richest = max(sizes, key=lambda member: sizes[member] / people[member])
    shares = [progressive(sizes, people, eta=eta)[richest] for eta in (0, 0.5, 1)]
    assert shares == sorted(shares) or max(shares) - min(shares) < 1e-9
