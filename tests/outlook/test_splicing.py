from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from pytest import approx

from quotepart.outlook.splicing import ending_at, level_ratio, prolong

LEVELS = st.floats(min_value=0.1, max_value=9)
SERIES = st.lists(LEVELS, min_size=3, max_size=20).map(lambda values: dict(enumerate(values, start=2000)))


def test_the_ratio_is_that_of_the_first_shared_years() -> None:
    earlier = {2013: 1.0, 2014: 1.0, 2015: 1.0, 2016: 1.0, 2017: 50.0}
    assert level_ratio({2014: 1.0, 2015: 2.0, 2016: 4.0, 2017: 1.0}, earlier) == approx(2.0)


def test_series_that_share_no_year_are_not_joined() -> None:
    assert level_ratio({2014: 1.0}, {2012: 1.0}) is None
    assert prolong({2014: 1.0}, {2012: 1.0}) == {2014: 1.0}


@given(SERIES, st.floats(min_value=0.2, max_value=5), st.integers(min_value=2000, max_value=2002))
def test_a_series_at_another_level_is_continued_without_a_jump(
    series: dict[int, float], factor: float, cut: int
) -> None:
    later = {year: value * factor for year, value in series.items() if year >= cut}
    joined = prolong(later, series)
    assert sorted(joined) == sorted(series)
    assert np.allclose([joined[year] / series[year] for year in series], factor)


@given(SERIES, LEVELS)
def test_a_series_that_ends_elsewhere_keeps_its_growth(series: dict[int, float], last: float) -> None:
    found = ending_at(series, 2002, last)
    assert found[2002] == last
    assert found[2001] / found[2000] == approx(series[2001] / series[2000])
    assert max(found) == 2002
