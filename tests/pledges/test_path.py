from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotepart.model.observation import Observation
from quotepart.pledges.path import Path, path_of


def observation(year: int, value: str) -> Observation:
    return Observation(
        entity="SYL", indicator="share", year=year, value=Decimal(value), unit="percent_of_gni", basis="constant",
        status="final", edition="league:2024-05-08", source="league:2024-05-08/tables", step=Decimal("0.01"),
    )  # fmt: skip


def path(values: dict[int, str], *, base_year: int = 2014, target: str = "2", deadline: int = 2024) -> Path:
    history = {year: observation(year, value) for year, value in values.items()}
    return path_of(history, base_year=base_year, target=Decimal(target), deadline=deadline)


def test_the_line_runs_straight_from_the_base_year_to_the_target() -> None:
    found = path({2014: "1.00", 2019: "1.40"})
    assert found.line == Decimal("1.5")
    assert found.step_needed == Decimal("0.12")
    assert not found.is_on_line


def test_the_trend_is_that_of_the_last_three_years() -> None:
    found = path({2014: "1.00", 2016: "1.00", 2019: "1.30"})
    assert found.step == Decimal("0.1")
    assert found.arrival == Decimal("1.8")
    assert found.arrives is False


def test_line_and_trend_can_disagree() -> None:
    rising_late = path({2014: "1.00", 2016: "0.80", 2019: "1.40"})
    assert (rising_late.is_on_line, rising_late.arrives, rising_late.is_contested) == (False, True, True)
    falling_back = path({2014: "1.00", 2016: "1.60", 2019: "1.55"})
    assert (falling_back.is_on_line, falling_back.arrives, falling_back.is_contested) == (True, False, True)


def test_without_a_value_three_years_earlier_there_is_no_trend() -> None:
    found = path({2014: "1.00", 2018: "1.10", 2019: "1.40"})
    assert (found.step, found.arrival, found.arrives, found.is_contested) == (None, None, None, False)


def test_what_has_arrived_stays_arrived_though_it_falls() -> None:
    found = path({2014: "2.60", 2016: "2.50", 2019: "2.05"})
    assert found.is_on_line
    assert found.arrives
    assert found.step_needed == 0


def test_values_count_as_printed() -> None:
    assert path({2014: "1.00", 2019: "1.496"}).last.value == Decimal("1.50")
    assert path({2014: "1.00", 2019: "1.496"}).is_on_line
    assert not path({2014: "1.00", 2019: "1.494"}).is_on_line


def test_the_base_is_the_first_year_with_a_value_from_the_base_year_on() -> None:
    assert path({2012: "0.90", 2015: "1.00", 2019: "1.40"}).base.year == 2015
    assert path({2010: "0.90", 2012: "1.00"}).base.year == 2012


@pytest.mark.parametrize("deadline", [2014, 2019])
def test_a_deadline_that_is_no_later_than_the_last_year_needs_it_all_at_once(deadline: int) -> None:
    assert path({2014: "1.00", 2019: "1.40"}, deadline=deadline).step_needed == Decimal("0.6")


@given(
    base=st.decimals("0.1", "5", places=2),
    target=st.decimals("0.1", "5", places=2),
    years=st.integers(1, 30),
    gone=st.integers(0, 30),
)
def test_the_line_starts_at_the_base_and_ends_at_the_target(
    base: Decimal, target: Decimal, years: int, gone: int
) -> None:
    deadline = 2014 + years
    gone = min(gone, years)
    found = path(
        {2014: str(base), 2014 + gone: str(base)} if gone else {2014: str(base)}, target=str(target), deadline=deadline
    )
    low, high = sorted((base, target))
    assert low <= found.line <= high
    if gone == years:
        assert found.line == target


@given(st.decimals("0.1", "5", places=2), st.decimals("0.1", "5", places=2))
def test_needing_no_step_is_having_arrived(last: Decimal, target: Decimal) -> None:
    found = path({2014: "0.10", 2019: str(last)}, target=str(target))
    assert (found.step_needed == 0) == (last >= target)
