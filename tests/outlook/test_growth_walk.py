from __future__ import annotations

import numpy as np
from pytest import approx

from outlook.models import steady_model, walk_of
from quotepart.outlook.course import Course
from quotepart.outlook.growth_model import FADING

SEED = np.random.SeedSequence(1)


def pledge(credibility: float, target: float = 4.2) -> Course:
    return Course(towards="pledge", aims={"SYL": {2029: target}}, credibility=credibility)


def shares(walk, draws: int = 1) -> np.ndarray:
    """Shares in per cent, [years, entities, draws]."""
    return np.array([np.exp(year) for year in walk(draws, SEED)])


def test_without_shocks_nothing_moves() -> None:
    assert shares(walk_of(steady_model("BOR", "SYL"), 3)) == approx(2.1)


def test_drift_fades() -> None:
    found = np.log(shares(walk_of(steady_model("SYL", drift=np.array([0.1])), 3))[:, 0, 0] / 2.1)
    assert np.diff(found, prepend=0) == approx([0.1 * FADING, 0.1 * FADING**2, 0.1 * FADING**3], abs=1e-6)


def test_full_credibility_arrives_in_time_by_equal_steps_and_stays() -> None:
    found = shares(walk_of(steady_model("SYL"), 6, pledge(1.0)))[:, 0, 0]
    assert found == approx([2.1 * 2 ** (at / 4) for at in (1, 2, 3, 4, 4, 4)], rel=1e-5)


def test_no_credibility_changes_nothing_and_half_stops_short() -> None:
    still, half = (shares(walk_of(steady_model("SYL"), 4, pledge(each)))[:, 0, 0] for each in (0.0, 0.5))
    assert still == approx(2.1)
    assert half[0] == approx(2.1 * 2 ** (1 / 8), rel=1e-5)
    assert 2.1 < half[-1] < 4.2


def test_who_is_over_the_aim_is_not_pulled_either_way() -> None:
    found = shares(walk_of(steady_model("SYL", drift=np.array([-0.1])), 2, pledge(1.0, target=1.0)))[:, 0, 0]
    assert found[0] == approx(2.1 * np.exp(-0.1 * FADING), rel=1e-5)


def test_a_surprise_in_gdp_moves_the_share_by_what_is_passed() -> None:
    own, growth = np.array([0.03]), np.array([0.02])
    for passed in (0.0, 0.4, 1.0):
        model = steady_model("SYL", gdp_own=own, gdp_growth=growth, passed=passed)
        (moved, sizes), *_ = walk_of(model, 1).with_sizes(1000, SEED)
        surprise = sizes - 0.02
        assert np.allclose(moved - np.log(2.1), -passed * surprise, atol=1e-6)
        assert surprise.std() == approx(0.03, rel=0.1)


def test_a_group_is_all_its_spending_over_all_its_gdp() -> None:
    model = steady_model("BOR", "SYL", start=np.log([1.0, 4.0]))
    walk = walk_of(model, 1, log_size=np.log([2.0, 1.0]), groups={"BOTH": [0, 1], "SYL_ALONE": [1]})
    assert shares(walk)[0, :, 0] == approx([1.0, 4.0, 2.0, 4.0], rel=1e-5)


def test_growth_hangs_together_as_much_as_the_factor_says() -> None:
    model = steady_model("BOR", "SYL", gdp_loading=np.ones(2), gdp_common=0.04, gdp_own=np.full(2, 0.03))
    (_, sizes), *_ = walk_of(model, 1).with_sizes(100_000, SEED)
    assert np.corrcoef(sizes)[0, 1] == approx(0.64, abs=0.02)


def test_revisions_spread_the_start() -> None:
    model = steady_model("SYL", start_spread=np.array([0.05]))
    assert np.log(shares(walk_of(model, 1), 100_000)).std() == approx(0.05, rel=0.05)


def test_shocks_last_as_long_as_they_persist() -> None:
    model = steady_model("SYL", own=np.array([0.1]), persistence=0.5)
    logs = np.log(shares(walk_of(model, 2), 100_000)[:, 0])
    first, second = logs[0] - np.log(2.1), logs[1] - logs[0]
    assert np.polyfit(first, second, 1)[0] == approx(0.5, abs=0.02)
