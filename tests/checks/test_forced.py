from __future__ import annotations

import pytest

from quotepart.accounts.account import Account
from quotepart.checks.checker import Checker
from quotepart.checks.forced import forced_query, parse_forced
from quotepart.errors import AccountError, UsageError


@pytest.mark.parametrize(
    "text", ["", "defence_expenditure", "defence_expenditure,USA,long ago", "defence_expenditure,USA,2018..2016", "a,b,2016,c,d",
             "defence_expenditure,USA,2016,golden"]
)  # fmt: skip
def test_another_form_is_refused_with_an_example(text: str, account: Account) -> None:
    with pytest.raises(UsageError) as refused:
        parse_forced(text, account)
    assert "MEASURE,GROUP,FROM..TO,BASIS" in refused.value.hint


def test_unknown_names_are_refused(account: Account) -> None:
    with pytest.raises(AccountError):
        parse_forced("defence_expenditure,Syldavia,2016,current", account)


@pytest.mark.parametrize(
    ("asked", "formula", "unit"),
    [
        ("defence_share_gdp,USA,2018", "defence_share_gdp[USA, 2018]", "percent_of_gdp"),
        ("added_spending,EUROPE_CANADA,2017..2018,constant",
         "defence_expenditure[EUROPE_CANADA, 2017:2018] - 2 * defence_expenditure[EUROPE_CANADA, 2016]", "USD"),
        ("real_change,DEU,2023..2024", "100 * defence_expenditure[DEU, 2024] / defence_expenditure[DEU, 2023] - 100", "percent"),
        ("nominal_change,DEU,2024", "100 * defence_expenditure[DEU, 2024] / defence_expenditure[DEU, 2023] - 100", "percent"),
    ],
)  # fmt: skip
def test_what_is_asked_becomes_one_reading(
    asked: str, formula: str, unit: str, account: Account, checker: Checker, make, setting
) -> None:
    claim = make("x", "3", "percent_of_gdp")
    query = forced_query(parse_forced(asked, account), claim, setting("2024-08-01"))
    assert (query.formulas[0], query.unit, query.weight) == (formula, unit, 1)
    finding = checker.check(claim, queries=(query,))
    assert len([each for each in finding.readings if each.weight]) == 1


def test_years_that_no_table_covered_that_day_are_refused(account: Account, make, setting) -> None:
    asked = parse_forced("defence_share_gdp,DEU,2024", account)
    with pytest.raises(UsageError, match="2024"):
        forced_query(asked, make("x", "2", "percent_of_gdp"), setting("2018-07-12"))


def test_an_amount_added_says_over_what(account: Account, make, setting) -> None:
    asked = parse_forced("added_spending,EUROPE_CANADA,2017..2018,constant", account)
    assert "over 2016" in forced_query(asked, make("x", "41", "USD"), setting("2024-08-01")).label
