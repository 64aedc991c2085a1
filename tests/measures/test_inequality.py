from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotepart.measures.inequality import gini, herfindahl, lorenz, theil, theil_split

NAMES = ("SYL", "BOR", "KHE", "NUR", "PDV", "SAT")
AMOUNTS = st.lists(st.tuples(st.floats(0.1, 1e6), st.floats(0.1, 1e6)), min_size=2, max_size=6)


def split(pairs: list[tuple[float, float]]) -> tuple[dict[str, float], dict[str, float]]:
    names = NAMES[: len(pairs)]
    return dict(zip(names, [a for a, _ in pairs], strict=True)), dict(zip(names, [b for _, b in pairs], strict=True))


def test_concentration_by_hand() -> None:
    """Shares of 60, 30 and 10 per cent: 0.36 + 0.09 + 0.01."""
    assert herfindahl({"SYL": 6.0, "BOR": 3.0, "KHE": 1.0}) == pytest.approx(0.46)
    assert herfindahl(dict.fromkeys(NAMES, 7.0)) == pytest.approx(1 / 6)


def test_theil_by_hand() -> None:
    """e = ¾, ¼ over y = ½, ½: ¾ ln 1.5 + ¼ ln 0.5 = 0.1308."""
    value = theil({"SYL": 3.0, "BOR": 1.0}, {"SYL": 5.0, "BOR": 5.0})
    assert value == pytest.approx(0.75 * math.log(1.5) + 0.25 * math.log(0.5)) == pytest.approx(0.130812, abs=1e-6)


def test_who_spends_nothing_adds_nothing() -> None:
    assert theil({"SYL": 1.0, "BOR": 0.0}, {"SYL": 1.0, "BOR": 1.0}) == pytest.approx(math.log(2))


def test_the_curve_and_its_area_by_hand() -> None:
    """Efforts 1, 2 and 4 over sizes 5, 3 and 2: spending 5, 6 and 8 of 19; area by trapezes."""
    spending, sizes = {"KHE": 8.0, "SYL": 5.0, "BOR": 6.0}, {"KHE": 2.0, "SYL": 5.0, "BOR": 3.0}
    curve = lorenz(spending, sizes)
    assert [member for member, _, _ in curve] == ["SYL", "BOR", "KHE"]
    assert [across for _, across, _ in curve] == pytest.approx([0.5, 0.8, 1.0])
    assert [up for _, _, up in curve] == pytest.approx([5 / 19, 11 / 19, 1.0])
    by_hand = 1 - (0.5 * 5 + 0.3 * (5 + 11) + 0.2 * (11 + 19)) / 19
    assert gini(spending, sizes) == pytest.approx(by_hand) == pytest.approx(0.3, abs=1e-9)


@given(AMOUNTS)
def test_nothing_is_below_zero_and_the_curve_ends_at_one(pairs: list[tuple[float, float]]) -> None:
    spending, sizes = split(pairs)
    assert theil(spending, sizes) >= 0
    assert 0 <= gini(spending, sizes) < 1
    assert 1 / len(pairs) - 1e-9 <= herfindahl(spending) <= 1 + 1e-9
    assert lorenz(spending, sizes)[-1][1:] == pytest.approx((1, 1))


@given(AMOUNTS, st.integers(1, 5), st.integers(0, 3))
def test_the_split_is_exact_whatever_the_groups(pairs: list[tuple[float, float]], first: int, second: int) -> None:
    spending, sizes = split(pairs)
    names = list(spending)
    cuts = [names[: min(first, len(names))], names[first : first + second], names[first + second :]]
    groups = {str(at): members for at, members in enumerate(cuts) if members}
    found = theil_split(spending, sizes, groups)
    assert found.total == pytest.approx(found.between + sum(found.within.values()), abs=1e-9)
    assert found.between >= 0
    assert all(part >= 0 for part in found.within.values())


@given(AMOUNTS, st.floats(0.01, 100))
def test_proportional_spending_is_no_inequality(pairs: list[tuple[float, float]], effort: float) -> None:
    _, sizes = split(pairs)
    spending = {member: size * effort for member, size in sizes.items()}
    assert theil(spending, sizes) == pytest.approx(0, abs=1e-9)
    assert gini(spending, sizes) == pytest.approx(0, abs=1e-9)


@given(AMOUNTS)
def test_the_order_of_members_does_not_matter(pairs: list[tuple[float, float]]) -> None:
    spending, sizes = split(pairs)
    turned = dict(reversed(spending.items()))
    for measure in (theil, gini):
        assert measure(turned, sizes) == pytest.approx(measure(spending, sizes), abs=1e-12)
    assert {m: up for m, _, up in lorenz(turned, sizes)} == pytest.approx(
        {m: up for m, _, up in lorenz(spending, sizes)}
    )
