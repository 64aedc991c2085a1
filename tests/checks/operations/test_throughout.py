from __future__ import annotations

from quotepart.checks.operations.throughout import fits, read


def test_a_floor_is_asked_of_the_lowest_year_and_a_ceiling_of_the_highest(make, setting) -> None:
    on = setting("2024-08-01")
    never = make("has never spent", "2", "percent_of_gdp", who="CAN", hedge="less_than")
    assert fits(never, on)
    (query,) = read(never, on)
    assert query.formulas == ("most(defence_share_gdp[CAN, 2014:2024])",) and not query.may_confirm
    always = make("has always spent", "2", "percent_of_gdp", who="GRC", hedge="at_least")
    assert read(always, on)[0].formulas[0].startswith("least(")
    assert not fits(make("spends", "2", "percent_of_gdp", who="GRC", hedge="at_least"), on)


def test_one_year_on_the_wrong_side_contradicts_and_none_bears_out_what_no_table_begins_with(judge) -> None:
    assert judge("Germany has never spent 2% of GDP on defence.", "2024-07-10").verdict == "contradicted"
    open_ended = judge("Canada has never spent 2% of GDP on defence.", "2024-07-10")
    assert (open_ended.verdict, open_ended.reason) == ("not_checkable", "no_period")
    assert judge("Canada has never spent 2% of GDP on defence since 2014.", "2024-07-10").verdict == "supported"
