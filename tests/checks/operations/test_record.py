from __future__ import annotations

from quotepart.checks.operations.record import fits, read
from quotepart.model.dates import Period


def test_the_last_year_is_placed_among_all_since(make, setting) -> None:
    claim = make("highest since 2014", "1", "count", who="DEU", shape="record", period=Period("2014", None))
    assert fits(claim, setting("2024-08-01"))
    formulas = {each.formulas[0] for each in read(claim, setting("2024-08-01"))}
    assert formulas == {
        "place(defence_expenditure[DEU, 2014:2024], 2024)",
        "place(defence_share_gdp[DEU, 2014:2024], 2024)",
    }


def test_the_lowest_is_placed_from_the_bottom(make, setting) -> None:
    claim = make("lowest share of GDP since 2014", "1", "count", who="DEU", shape="record", period=Period("2014", None))
    assert read(claim, setting("2024-08-01"))[0].formulas[0].startswith("bottom(")


def test_without_a_first_year_a_record_can_be_contradicted_and_not_borne_out(make, setting) -> None:
    claim = make("highest ever", "1", "count", who="DEU", shape="record")
    assert fits(claim, setting("2024-08-01"))
    assert not any(query.may_confirm for query in read(claim, setting("2024-08-01")))
    ahead = make("since 2030", "1", "count", who="DEU", shape="record", period=Period("2030", None))
    assert read(ahead, setting("2024-08-01")) == ()


def test_the_record_of_a_rise_is_among_the_steps_from_year_to_year(make, setting, checker) -> None:
    since = Period("2014", None)
    claim = make(
        "biggest increase since 2014", "1", "count", kind="change", who="EUROPE_CANADA", shape="record", period=since
    )
    assert read(claim, setting("2024-08-01"))[0].formulas[0].startswith("leap(defence_expenditure[")
    assert checker.check(claim).verdict == "supported"


def test_a_year_that_is_stated_ends_the_series(make, setting) -> None:
    claim = make("lowest since 2014", "1", "count", who="USA", shape="record", period=Period("2014", "2018"))
    assert read(claim, setting("2019-11-25"))[0].end == 2018
