from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from pytest import approx

from quotepart.outlook.cost import delay_cost, path_cost
from quotepart.outlook.paths import SHAPES, required_growth, share_path

LEVEL = np.full((4, 3), 1000.0)


def test_a_path_costs_its_shares_of_gdp() -> None:
    cost = path_cost(share_path(2.0, 4.0, first_year=2024, deadline=2028), LEVEL)
    assert cost.total.median == approx((2.5 + 3 + 3.5 + 4) * 10)
    assert cost.extra.median == approx((0.5 + 1 + 1.5 + 2) * 10)
    assert cost.total.low == cost.total.high


def test_uncertain_gdp_spreads_the_cost() -> None:
    sizes = np.linspace(900, 1100, 101) * np.ones((4, 1))
    cost = path_cost(share_path(2.0, 4.0, first_year=2024, deadline=2028), sizes)
    assert (cost.total.low, cost.total.high) == (approx(130 * 0.91), approx(130 * 1.09))


def test_going_early_costs_more() -> None:
    cost = {
        shape: path_cost(share_path(2.0, 4.0, first_year=2024, deadline=2028, shape=shape), LEVEL).total.median
        for shape in SHAPES
    }
    assert cost["front_loaded"] > cost["straight"] > cost["back_loaded"]


def test_waiting_leaves_money_unspent_and_asks_for_more_growth() -> None:
    delay = delay_cost(2.0, 4.0, first_year=2024, deadline=2028, growth=1.5, sizes=LEVEL)
    assert delay.growth_now == required_growth(2.0, 4.0, 4, 1.5)
    assert delay.growth_later == required_growth(2.0, 4.0, 3, 1.5)
    held = 2 + (2 + 2 / 3) + (2 + 4 / 3) + 4
    assert delay.unspent is not None
    assert delay.unspent.median == approx((13 - held) * 10)


def test_the_last_year_can_not_be_waited_out() -> None:
    delay = delay_cost(2.0, 4.0, first_year=2024, deadline=2025, growth=1.5, sizes=LEVEL[:1])
    assert (delay.growth_later, delay.unspent) == (None, None)


@given(st.floats(0.5, 3), st.floats(0.1, 3), st.integers(2, 20))
def test_delay_is_never_cheaper_in_growth(start: float, more: float, years: int) -> None:
    sizes = np.full((years, 2), 100.0)
    delay = delay_cost(start, start + more, first_year=2024, deadline=2024 + years, growth=2.0, sizes=sizes)
    assert delay.growth_later is not None
    assert delay.growth_later > delay.growth_now
    assert delay.unspent is not None
    assert delay.unspent.median > 0
