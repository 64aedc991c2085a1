from __future__ import annotations

import numpy as np
from pytest import approx

from outlook.conftest import DAY
from quotepart.outlook.history import history_of
from quotepart.outlook.methods.linear_trend import FITTED, LEAST, METHOD


def rising(step: float, years: int = 10) -> dict[int, float]:
    return {2025 - years + at: 1.0 + step * at for at in range(years)}


def test_a_straight_past_goes_straight_on() -> None:
    history = history_of({"SYL": rising(0.1), "BOR": rising(-0.02)}, known_on=DAY)
    found = METHOD.project(history, 3, 50, 1)
    assert found[:, 0] == approx(np.tile([2.0, 2.1, 2.2], (50, 1)))
    assert found[:, 1].mean(axis=0) == approx([0.8, 0.78, 0.76])


def test_only_the_last_years_count_and_uncertain_slopes_fan_out() -> None:
    bent = {**rising(0.1, 10), **{2025 - at: 3.0 + 0.01 * (at % 2) for at in range(1, FITTED + 1)}}
    found = METHOD.project(history_of({"SYL": bent}, known_on=DAY), 10, 4000, 1)[:, 0]
    assert np.median(found, axis=0) == approx(bent[2024], abs=0.05)
    assert found[:, 9].std() > 2 * found[:, 0].std()


def test_no_share_falls_below_the_least_and_few_values_stay() -> None:
    history = history_of({"SYL": rising(-0.1), "BOR": {2023: 1.0, 2024: 1.5}}, known_on=DAY)
    found = METHOD.project(history, 5, 50, 1)
    assert found[:, 0].min() == approx(LEAST)
    assert np.median(found[:, 1], axis=0) == approx(1.5, abs=0.05)
