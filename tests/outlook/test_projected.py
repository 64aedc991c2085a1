from __future__ import annotations

import numpy as np
import pytest
from pytest import approx

from quotepart.outlook.history import History
from quotepart.outlook.methods.random_walk import METHOD
from quotepart.outlook.projected import LEAST, Projected

SEED = np.random.SeedSequence(3)


def test_it_yields_what_the_method_draws(history: History) -> None:
    years = list(Projected(method=METHOD, history=history, years=3)(200, SEED))
    drawn = METHOD.project(history, 3, 200, int(SEED.generate_state(1)[0]))
    assert [np.exp(year) for year in years] == [approx(drawn[:, :, at].T, rel=1e-4) for at in range(3)]
    assert years[0].dtype == np.float32


def test_groups_are_weighed_by_gdp(history: History) -> None:
    sizes = np.array([1.0, 3.0, 0.0, 0.0, 0.0])
    walk = Projected(method=METHOD, history=history, years=1, sizes=sizes, groups={"BOTH": [0, 1], "ONE": [1]})
    (year,) = (np.exp(each) for each in walk(50, SEED))
    assert year.shape == (7, 50)
    assert year[5] == approx((year[0] + 3 * year[1]) / 4, rel=1e-4)
    assert year[6] == approx(year[1], rel=1e-4)


def test_a_share_of_nothing_can_be_counted(history: History) -> None:
    from dataclasses import replace

    nothing = replace(METHOD, project=lambda history, years, draws, seed: np.zeros((draws, 5, years)))
    (year,) = Projected(method=nothing, history=history, years=1)(4, SEED)
    assert np.exp(year) == pytest.approx(LEAST, rel=1e-4)
