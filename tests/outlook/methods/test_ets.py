from __future__ import annotations

import numpy as np
from pytest import approx

from outlook.conftest import DAY, drawn_history
from quotepart.outlook.history import history_of
from quotepart.outlook.methods.ets import FEW, METHOD


def test_a_steady_rise_goes_on() -> None:
    chance = np.random.default_rng(1)
    shares = {2000 + year: 1.0 * 1.03**year * float(np.exp(chance.normal(0, 0.004))) for year in range(25)}
    found = METHOD.project(history_of({"SYL": shares}, known_on=DAY), 3, 2000, 1)[:, 0]
    grown = np.median(found, axis=0) / shares[2024]
    assert 1.01 < grown[0] < 1.05
    assert grown[2] > grown[0]


def test_who_has_few_years_walks_as_the_others_err() -> None:
    others = drawn_history(4, states=("SYL", "BOR"))
    shares = {
        m: dict(zip(others.years, map(float, row), strict=True))
        for m, row in zip(others.members, others.share_percent, strict=True)
    }
    shares["KHE"] = {2025 - at: 1.5 for at in range(1, FEW)}
    found = np.log(METHOD.project(history_of(shares, known_on=DAY), 4, 4000, 1)[:, 2] / 1.5)
    assert np.median(found, axis=0) == approx(0.0, abs=0.01)
    assert found[:, 3].std() == approx(2 * found[:, 0].std(), rel=0.06)
    assert found[:, 0].std() == approx(0.06, rel=0.4)
