from __future__ import annotations

import numpy as np
from pytest import approx

from outlook.conftest import DAY
from quotepart.outlook.history import History, history_of
from quotepart.outlook.methods.random_walk import METHOD, REMEMBERED, volatility


def steady(step: float, years: int = 11) -> dict[int, float]:
    """A share that goes up and down by the same factor."""
    return {2024 - at: 1.5 * float(np.exp(step * (at % 2))) for at in range(years)}


def history(**shares: dict[int, float]) -> History:
    return history_of(shares, known_on=DAY)


def test_volatility_is_that_of_the_own_past() -> None:
    assert volatility(history(SYL=steady(0.05), BOR=steady(0.2))) == approx([0.05, 0.2])


def test_who_has_a_short_past_is_as_volatile_as_all() -> None:
    found = volatility(history(SYL=steady(0.1), BOR=steady(0.1, years=2)))
    assert found[1] == approx(0.1)


def test_the_spread_grows_with_the_root_of_time_and_there_is_no_drift() -> None:
    found = np.log(METHOD.project(history(SYL=steady(0.1)), 9, 40_000, 1)[:, 0] / 1.5)
    assert found[:, 0].std() == approx(0.1, rel=0.02)
    assert found[:, 8].std() == approx(0.3, rel=0.02)
    assert np.abs(np.median(found, axis=0)).max() < 0.006


def test_the_choice_made_on_origins_up_to_2018_stays_as_it_was() -> None:
    assert REMEMBERED == 25
