from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytest import approx

from quotepart.errors import OutlookError
from quotepart.outlook.paths import SHAPES, plan_then_linear, required_growth, share_path, trend_path

SHARES = st.floats(0.1, 10)
YEARS = st.integers(1, 40)
GROWTH = st.floats(-10, 10)


def test_growth_needed_is_as_worked_by_hand() -> None:
    assert required_growth(2.1, 3.5, 10, 1.5) == approx((1.015 * (3.5 / 2.1) ** 0.1 - 1) * 100)
    assert required_growth(2.0, 2.0, 5, 3.0) == approx(3.0)


@given(SHARES, SHARES, YEARS, GROWTH)
def test_growing_as_needed_arrives(start: float, target: float, years: int, growth: float) -> None:
    needed = required_growth(start, target, years, growth)
    assert start * ((1 + needed / 100) / (1 + growth / 100)) ** years == approx(target)


@given(SHARES, SHARES, YEARS, st.sampled_from(SHAPES))
def test_every_path_goes_from_start_to_target_and_never_back(
    start: float, target: float, years: int, shape: str
) -> None:
    path = share_path(start, target, first_year=2025, deadline=2025 + years, shape=shape)  # type: ignore[arg-type]
    assert (path.shares[0], path.last_year) == (approx(start), 2025 + years)
    assert path.shares[-1] == approx(target)
    steps = [after - before for before, after in zip(path.shares, path.shares[1:], strict=False)]
    assert all(step * (target - start) >= 0 for step in steps)


def test_shapes_differ_in_the_middle() -> None:
    half = {shape: share_path(2, 4, first_year=2025, deadline=2035, shape=shape).shares[3] for shape in SHAPES}
    assert half["front_loaded"] > half["straight"] > half["s_curve"] > half["back_loaded"]
    assert half["straight"] == approx(2.6)


def test_growth_along_a_straight_path_falls_as_the_share_rises() -> None:
    growth = share_path(2, 4, first_year=2025, deadline=2027).growth_percent(1.0)
    assert growth == approx((1.01 * 1.5 * 100 - 100, 1.01 * 4 / 3 * 100 - 100))


def test_a_plan_goes_through_its_years_then_straight() -> None:
    plan = {2020: 9.0, 2027: 2.5, 2040: 9.0}
    path = plan_then_linear(2.0, plan, 3.5, first_year=2025, deadline=2031)
    assert path.shares == approx((2.0, 2.25, 2.5, 2.75, 3.0, 3.25, 3.5))


def test_the_trend_is_the_mean_step_of_three_years() -> None:
    path = trend_path({2021: 1.0, 2022: 1.1, 2023: 1.2, 2024: 1.6}, deadline=2026)
    assert path is not None
    assert path.shares == approx((1.6, 1.8, 2.0))
    assert trend_path({2024: 1.6, 2023: 1.2}, deadline=2026) is None
    falling = trend_path({2021: 1.0, 2024: 0.1}, deadline=2034)
    assert falling is not None
    assert falling.shares[-1] == 0.0


@pytest.mark.parametrize(
    ("start", "target", "years", "growth", "what"),
    [
        (0.0, 2.0, 5, 1.0, "the share"),
        (2.0, -1.0, 5, 1.0, "the target"),
        (2.0, math.inf, 5, 1.0, "the target"),
        (2.0, 101.0, 5, 1.0, "the target"),
        (2.0, 3.5, 0, 1.0, "deadline"),
        (2.0, 3.5, 61, 1.0, "beyond"),
        (2.0, 3.5, 5, 51.0, "GDP does not grow"),
        (2.0, 3.5, 5, math.nan, "GDP does not grow"),
    ],
)
def test_what_makes_no_sense_is_a_clear_error(
    start: float, target: float, years: int, growth: float, what: str
) -> None:
    with pytest.raises(OutlookError, match=what) as caught:
        required_growth(start, target, years, growth)
    assert caught.value.hint
