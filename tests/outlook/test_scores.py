from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from quotepart.outlook.scores import brier, crps, is_inside, known, pit

CHANCE = np.random.default_rng(3)
NORMAL = CHANCE.normal(size=(20_000, 1))


def test_crps_of_a_normal_forecast_is_its_closed_form() -> None:
    """σ·(z(2Φ(z) − 1) + 2φ(z) − 1/√π), Gneiting & Raftery (2007), equation 21."""
    for outcome in (-1.5, 0.0, 0.7):
        z = outcome
        closed = z * (2 * stats.norm.cdf(z) - 1) + 2 * stats.norm.pdf(z) - 1 / np.sqrt(np.pi)
        assert crps(NORMAL, np.array([outcome]))[0] == pytest.approx(closed, abs=0.015)


def test_crps_is_the_mean_over_all_pairs() -> None:
    draws, outcome = np.array([1.0, 4.0, 2.0]), 3.0
    pairs = [abs(one - other) for at, one in enumerate(draws) for other in draws[at + 1 :]]
    by_hand = np.abs(draws - outcome).mean() - np.mean(pairs) / 2
    assert crps(draws[:, None], np.array([outcome]))[0] == pytest.approx(by_hand)


def test_crps_of_a_point_is_its_distance() -> None:
    assert crps(np.full((10, 2), 1.5), np.array([1.5, 2.5])) == pytest.approx([0, 1])


@given(st.floats(min_value=-3, max_value=3))
def test_the_true_forecast_scores_best_on_the_mean(shift: float) -> None:
    outcomes = np.random.default_rng(4).normal(size=400)
    draws = np.random.default_rng(5).normal(size=(200, 1)).repeat(400, axis=1)
    assert crps(draws, outcomes).mean() <= crps(draws + shift, outcomes).mean() + 0.02


def test_the_pit_says_where_the_outcome_lies() -> None:
    draws = np.arange(100.0)[:, None] + 0.5
    assert pit(draws, np.array([25.0]))[0] == 0.25
    assert pit(np.array([[1.0], [2.0], [2.0], [3.0]]), np.array([2.0]))[0] == 0.5


def test_intervals_hold_what_they_should() -> None:
    outcomes = np.random.default_rng(6).normal(size=4000)
    draws = np.broadcast_to(NORMAL[:4000], (4000, 4000))
    assert is_inside(draws, outcomes, 0.5).mean() == pytest.approx(0.5, abs=0.03)
    assert is_inside(draws, outcomes, 0.9).mean() == pytest.approx(0.9, abs=0.02)


def test_brier_is_the_squared_distance() -> None:
    assert brier(np.array([0.75, 0.25]), np.array([1.0, 1.0])).tolist() == [0.0625, 0.5625]


def test_what_did_not_come_to_be_known_has_no_score() -> None:
    outcomes = np.array([np.nan])
    for score in (crps(NORMAL, outcomes), pit(NORMAL, outcomes), is_inside(NORMAL, outcomes, 0.5)):
        assert np.isnan(score).all()
    assert np.isnan(known(np.array([1.0]), outcomes)).all()
