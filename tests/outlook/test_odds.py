from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pytest import approx

from outlook.models import steady_model, walk_of
from quotepart.errors import OutlookError
from quotepart.outlook.closed_form import Growth, odds_of_arrival
from quotepart.outlook.odds import CHUNK, Odds, Walk, find_odds

YEARS = range(2026, 2032)


def noisy(*members: str, own: float = 0.1, common: float = 0.05) -> Walk:
    spread = np.full(len(members), own)
    return walk_of(steady_model(*members, own=spread, common=common, persistence=0.3), len(YEARS))


def odds(walk: Walk, target: float = 2.3, *, draws: int = 2000, seed: int = 1, threads: int | None = None) -> Odds:
    return find_odds(
        walk, members=("BOR", "SYL"), years=YEARS, target=target, draws=draws, seed=seed, threads=threads
    )  # fmt: skip


def test_the_closed_form_holds() -> None:
    spending, gdp = Growth(mean_percent=6, deviation_percent=5), Growth(mean_percent=1.5, deviation_percent=2)
    (mean_d, variance_d), (mean_g, variance_g) = spending.log_moments, gdp.log_moments
    model = steady_model(
        "SYL",
        momentum=np.array([mean_d - mean_g]),
        persistence=1.0,
        gdp_own=np.array([(variance_d + variance_g) ** 0.5]),
    )
    found = find_odds(
        walk_of(model, 10), members=["SYL"], years=range(2026, 2036), target=3.5, draws=200_000, seed=3
    )  # fmt: skip
    expected = [odds_of_arrival(2.1, 3.5, years, spending=spending, gdp=gdp) for years in range(1, 11)]
    assert found.at[0] == approx(expected, abs=0.004)
    assert found.at[0, -1] == approx(0.297, abs=0.004)


@pytest.mark.parametrize("draws", [1, CHUNK, 3 * CHUNK + 17])
def test_the_number_of_threads_changes_nothing(draws: int) -> None:
    one, many = (odds(noisy("BOR", "SYL"), draws=draws, threads=threads) for threads in (1, 5))
    for name in ("at", "by", "fans", "members_at", "members_by"):
        assert np.array_equal(getattr(one, name), getattr(many, name))


def test_the_seed_fixes_all_and_matters() -> None:
    first, again, other = (odds(noisy("BOR", "SYL"), seed=seed) for seed in (7, 7, 8))
    assert np.array_equal(first.fans, again.fans)
    assert not np.array_equal(first.fans, other.fans)


@settings(max_examples=25)
@given(st.floats(0.5, 8), st.floats(0.5, 8), st.integers(0, 2**63), st.floats(0.001, 0.5), st.floats(0, 0.3))
def test_probabilities_fall_with_the_target_and_rise_with_time(
    one: float, other: float, seed: int, own: float, common: float
) -> None:
    low, high = (
        odds(noisy("BOR", "SYL", own=own, common=common), target, draws=300, seed=seed)
        for target in sorted((one, other))
    )
    assert (low.at >= high.at).all()
    assert (low.by >= high.by).all()
    assert (np.diff(low.by, axis=1) >= 0).all()
    assert (low.by >= low.at).all()
    assert (np.diff(low.fans, axis=2) >= 0).all()
    assert low.members_at.sum(axis=1) == approx(1.0)
    assert low.arrivals("SYL").sum() == approx(1.0)


def test_joint_answers_agree_with_those_of_members() -> None:
    found = odds(noisy("BOR", "SYL"))
    for year in YEARS:
        assert found.expected_members(year) == approx(found.at[:, year - 2026].sum())
    assert found.at_least(0, 2028) == approx(1.0)
    assert found.at_least(2, 2028) <= found.at[:, 2].min()


def test_common_shocks_bring_members_together() -> None:
    apart, together = (odds(noisy("BOR", "SYL", own=own, common=common)) for own, common in ((0.1, 0.0), (0.0, 0.1)))
    assert together.at_least(2, 2031) > apart.at_least(2, 2031) + 0.05


def test_arrival_years() -> None:
    model = steady_model("SYL", momentum=np.array([0.05]), persistence=1.0)
    found = find_odds(walk_of(model, 6), members=["SYL"], years=YEARS, target=2.3, draws=10, seed=0)
    assert found.arrival_year("SYL") == 2027
    assert found.arrivals("SYL").tolist() == [0, 1, 0, 0, 0, 0, 0]
    assert odds(noisy("BOR", "SYL"), 90.0).arrival_year("SYL") is None


def test_a_walk_of_any_kind_will_do() -> None:
    def still(draws: int, seed: np.random.SeedSequence) -> Iterator[np.ndarray]:
        yield from (np.full((2, draws), np.log(3.0), np.float32) for _ in YEARS)

    assert odds(still).at.tolist() == [[1.0] * 6] * 2


@pytest.mark.parametrize(
    ("changed", "what"),
    [
        ({"draws": 0}, "0 draws"),
        ({"draws": 10**9}, "draws"),
        ({"seed": -1}, "seed"),
        ({"members": []}, "nobody"),
        ({"years": []}, "nobody, or no year"),
        ({"target": 0.0}, "target"),
        ({"target": float("nan")}, "target"),
    ],
)
def test_what_makes_no_sense_is_a_clear_error(changed: dict[str, object], what: str) -> None:
    asked = {"members": ["BOR", "SYL"], "years": YEARS, "target": 2.0, "draws": 10, "seed": 1, **changed}
    with pytest.raises(OutlookError, match=what):
        find_odds(noisy("BOR", "SYL"), **asked)  # type: ignore[arg-type]
