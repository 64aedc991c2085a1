from __future__ import annotations

from dataclasses import replace

import pytest

from quotepart.checks.operations.level import read
from quotepart.checks.readings.readings import DEPTH
from quotepart.checks.readings.some_time import is_of_open_time, is_of_some_time, nearest_in_time
from quotepart.model.dates import Period


@pytest.mark.parametrize(
    ("words", "is_open"),
    [
        ("before I came along, Germany spent 3 percent of GDP", True),
        ("when she took office Germany spent 3 percent of GDP", True),
        ("Germany spends 3 percent of GDP", False),
        ("Germany spends 3 percent of GDP when all is counted", False),
    ],
)
def test_a_time_that_no_register_tells_is_open(words: str, is_open: bool, make) -> None:
    claim = make(words, "3", "percent_of_gdp", who="DEU")
    assert is_of_open_time(claim) is is_open
    assert is_of_some_time(claim) is is_open


def test_a_year_closes_it_and_money_is_left_alone(make) -> None:
    claim = make("before I came along, Germany spent 3 percent", "3", "percent_of_gdp", who="DEU")
    assert not is_of_some_time(replace(claim, period=Period("2016", "2016")))
    assert not is_of_some_time(replace(claim, event_year=2017))
    assert not is_of_some_time(make("before I came along, it spent 90 billion", "90e9", "USD", who="DEU"))


def test_the_nearest_of_the_years_before_the_last_can_only_rule_out(make, setting) -> None:
    claim = make("before I came along, Germany spent 3 percent", "3", "percent_of_gdp", who="DEU")
    on = setting("2024-08-01")
    (found,) = nearest_in_time(claim, on, read)
    assert found.formulas[0].startswith("nearest(3, defence_share_gdp[DEU, 2023], ")
    assert found.formulas[0].count("[DEU") == DEPTH
    assert (found.start, found.end, found.may_confirm) == (2014, 2023, False)
    assert found.revised_as == "defence_share_gdp[DEU, 2023]"
    assert not nearest_in_time(claim, replace(on, last_year=None), read)


def test_a_change_of_an_open_time_is_not_read_in_any_year(make) -> None:
    claim = make("up 40 percent since we took office", "40", "percent", who="NOR")
    changed = replace(claim, kind="change")
    assert is_of_open_time(changed) and not is_of_some_time(changed)
