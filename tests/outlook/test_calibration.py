from __future__ import annotations

import numpy as np
import pytest
from pytest import approx

from outlook.conftest import STATES
from outlook.sample_run import origin, sample_run, walk
from quotepart.outlook.backtest import Backtest, Contender, Event, Trial, trial
from quotepart.outlook.calibration import (
    challengers,
    difference,
    horizons,
    mean_score,
    pit_histogram,
    reliability,
    verdict,
)

YEARS = 3
ORIGINS = range(1900, 2000)
SPREADS = {"knows": 0.2, "sure": 0.05, "unsure": 0.8}


@pytest.fixture(scope="module")
def run() -> Backtest:
    """Three forecasters over a hundred origins: one that knows, one too sure, one too unsure."""
    origins, event = tuple(origin(year, year + YEARS) for year in ORIGINS), Event()
    trials = tuple(
        trial(Contender(method=walk(name, scale)), each, event, 300, 1)
        for each in origins
        for name, scale in SPREADS.items()
    )
    return Backtest(origins=origins, trials=trials, event=event, long=None, draws=300, seed=1)


def test_who_knows_is_calibrated(run: Backtest) -> None:
    assert mean_score(run, "knows", "inside_50").value == approx(0.5, abs=0.05)
    assert mean_score(run, "knows", "inside_90").value == approx(0.9, abs=0.03)
    assert pit_histogram(run, "knows") == approx(np.full(10, 0.1), abs=0.03)


def test_who_is_too_sure_leaves_outcomes_out(run: Backtest) -> None:
    assert mean_score(run, "sure", "inside_90").high < 0.7
    assert pit_histogram(run, "sure")[[0, -1]].sum() > 0.4
    assert mean_score(run, "unsure", "inside_50").low > 0.8


def test_who_knows_beats_the_others_and_the_interval_says_so(run: Backtest) -> None:
    for other in ("sure", "unsure"):
        for blocks in ("members", "origins"):
            found = difference(run, "knows", other, "crps", blocks)
            assert found.value == approx(mean_score(run, "knows", "crps").value - mean_score(run, other, "crps").value)
            assert found.high < 0
    assert difference(run, "knows", "knows", "brier").value == 0


def test_better_is_only_what_both_intervals_say(run: Backtest) -> None:
    assert verdict(run, "knows", "sure", "crps") == "better"
    assert verdict(run, "sure", "knows", "crps") == "worse"
    assert verdict(run, "knows", "knows", "crps") == "undecided"
    assert verdict(run.between(1950, 1950), "knows", "sure", "crps") == "undecided", "one origin tells of no spread"
    assert challengers(sample_run(range(2022, 2024))) == ("knows",)


def test_intervals_say_what_was_drawn_anew(run: Backtest) -> None:
    assert mean_score(run, "knows", "crps").block_count == len(STATES)
    assert mean_score(run, "knows", "crps", "origins").block_count == len(ORIGINS)


def test_longer_horizons_score_worse(run: Backtest) -> None:
    by_horizon = [mean_score(run, "knows", "crps", horizon=horizon).value for horizon in horizons(run)]
    assert len(by_horizon) == YEARS
    assert by_horizon == sorted(by_horizon)


def test_brier_is_of_the_last_year_only(run: Backtest) -> None:
    assert mean_score(run, "knows", "brier").count == len(ORIGINS) * len(STATES)
    assert mean_score(run, "knows", "crps").count == len(ORIGINS) * len(STATES) * YEARS


def test_classes_of_odds_hold_every_case_once(run: Backtest) -> None:
    for method in run.methods:
        bins = reliability(run, method)
        assert sum(each.came.count for each in bins) == len(ORIGINS) * len(STATES) * YEARS
        assert all(each.low <= each.said <= each.high for each in bins)


def test_certain_odds_fall_into_the_ends() -> None:
    values = np.array([[0.0], [1.0]])
    one = Trial(
        method="sure", origin=2020, members=("SYL", "BOR"), years=(2021,), crps=values, pit=values, inside_50=values,
        inside_90=values, odds=values, came=values,
    )  # fmt: skip
    run = Backtest(origins=(), trials=(one,), event=Event(), long=None, draws=1, seed=1)
    assert [(each.low, each.said, each.came.value) for each in reliability(run, "sure")] == [
        (0.0, 0.0, 0.0),
        (0.8, 1.0, 1.0),
    ]
