from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from outlook.scenarios import line, scenario, sure
from quotepart.outlook.scenario import Range
from quotepart.outlook.scenario_draws import draw_lines, order_delays, quantile, spread

WIDE = Range(low=1.0, likely=2.0, high=6.0)


@given(at=st.floats(0, 1))
def test_a_triangle_stays_within_its_range_and_rises(at: float) -> None:
    low, high = quantile(WIDE, np.array([at, min(1.0, at + 0.1)]))
    assert 1 <= low <= high <= 6


def test_the_mean_of_a_triangle() -> None:
    assert quantile(WIDE, (np.arange(100_000) + 0.5) / 100_000).mean() == pytest.approx(3, abs=1e-3)


def test_what_is_known_is_not_drawn() -> None:
    assert set(quantile(sure(3.0), np.array([0.1, 0.9]))) == {3.0}


def test_the_seed_fixes_all_whatever_else_stands_in_the_file() -> None:
    one = line("one", price=Range(low=1, high=2), rate=Range(low=1, high=9))
    other = line("other", price=Range(low=1, high=2))
    alone = draw_lines(scenario(one), seed=7, draws=50)["one"]
    beside = draw_lines(scenario(other, one), seed=7, draws=50)["one"]
    assert (alone.price == beside.price).all()
    assert (alone.rate == beside.rate).all()
    assert (draw_lines(scenario(one), seed=8, draws=50)["one"].price != alone.price).any()
    assert (order_delays(scenario(one), seed=7, draws=5) == 1).all()


def test_prices_move_together_as_far_as_is_said() -> None:
    lines = [line(name, price=Range(low=1, high=2)) for name in ("one", "other")]

    def tie(together: float) -> float:
        drawn = draw_lines(scenario(*lines, together=together), seed=7, draws=4_000)
        return float(np.corrcoef(drawn["one"].price, drawn["other"].price)[0, 1])

    assert abs(tie(0.0)) < 0.05
    assert tie(0.5) == pytest.approx(0.48, abs=0.05)
    assert tie(1.0) == pytest.approx(1)


def test_a_number_is_whole_and_production_never_falls() -> None:
    wide = line(number=Range(low=1, high=4), first_rate=Range(low=1, high=9), rate=Range(low=1, high=9))
    drawn = draw_lines(scenario(wide), seed=7, draws=500)["frigates"]
    assert set(drawn.number) == {1.0, 2.0, 3.0, 4.0}
    assert (drawn.first_rate <= drawn.rate).all()


def test_a_spread_is_ordered() -> None:
    found = spread(np.arange(101.0))
    assert (found.p10, found.p50, found.p90) == (10, 50, 90)
