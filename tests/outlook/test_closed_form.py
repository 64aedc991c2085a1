from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytest import approx

from quotepart.errors import OutlookError
from quotepart.outlook.closed_form import Growth, odds_of_arrival

SPENDING, GDP = Growth(mean_percent=6, deviation_percent=5), Growth(mean_percent=1.5, deviation_percent=2)


def test_the_worked_example() -> None:
    assert odds_of_arrival(2.1, 3.5, 10, spending=SPENDING, gdp=GDP) == approx(0.297, abs=0.0005)


def test_log_moments_give_back_mean_and_deviation() -> None:
    mean, variance = SPENDING.log_moments
    level = math.exp(mean + variance / 2)
    assert level == approx(1.06)
    assert level * math.sqrt(math.expm1(variance)) == approx(0.05)


@given(st.floats(0.5, 5), st.floats(0.5, 5), st.floats(0.5, 5), st.integers(1, 30))
def test_a_higher_target_is_never_likelier(start: float, one: float, other: float, years: int) -> None:
    low, high = sorted((one, other))
    odds = [odds_of_arrival(start, target, years, spending=SPENDING, gdp=GDP) for target in (low, high)]
    assert 0 <= odds[1] <= odds[0] <= 1


def test_without_chance_it_is_certain_or_not() -> None:
    sure, still = Growth(mean_percent=6, deviation_percent=0), Growth(mean_percent=0, deviation_percent=0)
    assert odds_of_arrival(2.0, 2.1, 1, spending=sure, gdp=still) == 1.0
    assert odds_of_arrival(2.0, 2.2, 1, spending=sure, gdp=still) == 0.0


def test_what_is_no_growth_is_an_error() -> None:
    for bad in (Growth(mean_percent=-100, deviation_percent=1), Growth(mean_percent=1, deviation_percent=-1)):
        with pytest.raises(OutlookError):
            odds_of_arrival(2.0, 3.0, 5, spending=bad, gdp=GDP)
