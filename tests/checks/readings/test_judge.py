from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from quotepart.checks.checker import Checker
from quotepart.checks.operations.added import read as read_added
from quotepart.checks.operations.level import read as read_level
from quotepart.model.dates import Period


def test_the_edition_of_the_day_answers_where_it_is_held(checker: Checker, make, setting) -> None:
    claim = make("spends", "2.1", "percent_of_gdp", step="0.1", who="DEU", on="2024-08-01")
    judged = checker.judge.then(read_level(claim, setting("2024-08-01"))[0], date(2024, 8, 1), announced=False)
    assert judged.edition is not None and judged.measured is not None
    assert (judged.edition.id, judged.edition_is, judged.result) == ("nato:2024-06-17", "own", "match")
    assert judged.measured == judged.judged


def test_a_substitute_is_widened_by_what_revisions_move(checker: Checker, make, setting) -> None:
    claim = make("spends", "3.3", "percent_of_gdp", step="0.1", who="USA", on="2018-07-12")
    judged = checker.judge.then(read_level(claim, setting("2018-07-12"))[0], date(2018, 7, 12), announced=False)
    assert judged.edition_is == "substitute" and judged.measured is not None and judged.judged is not None
    assert judged.judged.low < judged.measured.low and judged.measured.high < judged.judged.high


def test_a_substitute_does_not_miss_what_was_announced(checker: Checker, make, setting) -> None:
    claim = make("spends", "5", "percent_of_gdp", who="USA", on="2018-07-12")
    query = read_level(claim, setting("2018-07-12"))[0]
    results = [checker.judge.then(query, date(2018, 7, 12), announced=each) for each in (False, True)]
    assert [(each.result, each.compared) for each in results] == [("miss", "miss"), ("no_data", "miss")]


def test_rebasing_is_part_of_the_formula(checker: Checker, make, setting) -> None:
    period = Period("2016", None)
    claim = make("since 2016", "700e9", "USD", kind="cumulative", who="EUROPE_CANADA", on="2025-04-03", period=period)
    query = read_added(claim, setting("2025-04-03"))[0]
    judged = checker.judge.then(query, date(2025, 4, 3), announced=False)
    assert judged.rebased and judged.price_base == 2021
    assert "@nato:2024-06-17" in judged.formula
    assert judged.measured is not None and round(judged.measured.value / 10**9) == 595
    assert {each.edition for each in checker.judge.inputs(judged)} == {"nato:2024-06-17", "nato:2026-07-10"}


def test_today_is_not_widened(checker: Checker, make, setting) -> None:
    claim = make("spends", "3.3", "percent_of_gdp", step="0.1", who="USA", on="2018-07-12")
    judged = checker.judge.now(read_level(claim, setting("2018-07-12"))[0], date(2018, 7, 12))
    assert judged.edition is not None and judged.edition.id == "nato:2026-07-10"
    assert judged.measured == judged.judged


def test_years_outside_all_tables_have_no_period(checker: Checker, make, setting) -> None:
    claim = make("in 1985", "4", "percent_of_gdp", who="FRA", on="2024-08-01", period=Period("1985", "1985"))
    judged = checker.judge.then(read_level(claim, setting("2024-08-01"))[0], date(2024, 8, 1), announced=False)
    assert (judged.result, judged.reason) == ("no_data", "no_period")


def test_the_last_year_is_that_of_the_newest_edition_known(checker: Checker) -> None:
    assert checker.judge.last_year("defence_expenditure", date(2018, 7, 12)) == 2018
    assert checker.judge.last_year("defence_expenditure", date(2018, 4, 1)) == 2017
    assert checker.judge.currencies["DEU"] == "EUR"
    assert Decimal(checker.judge.last_year("defence_expenditure", date(2026, 8, 1)) or 0) == 2026


def test_more_than_a_small_part_of_it_shows_nothing(judge) -> None:
    assert (
        judge("The United States spends more than 100 billion dollars on defence.", "2024-08-01").verdict
        == "not_checkable"
    )
    assert (
        judge("The United States spends more than 900 billion dollars on defence.", "2024-08-01").verdict == "supported"
    )


def test_money_of_another_size_is_something_else(judge) -> None:
    assert judge("Germany spends 5 billion dollars on defence.", "2024-08-01").verdict == "not_checkable"
    assert judge("Germany spends 40 billion dollars on defence.", "2024-08-01").verdict == "contradicted"


@pytest.mark.parametrize(
    ("lang", "text", "verdict"),
    [
        ("en", "Belgium is below 2 percent of GDP.", "out_of_date"),
        ("en", "Spain does not meet the 2 percent target.", "out_of_date"),
        ("fr", "L'Espagne n'atteint toujours pas les 2 %.", "out_of_date"),
        ("en", "Belgium meets 2 percent.", "supported"),
        ("fr", "L'Espagne atteint les 2 %.", "supported"),
    ],
)
def test_who_is_at_the_line_as_printed_is_not_below_it(lang: str, text: str, verdict: str, judge) -> None:
    assert judge(text, "2026-08-01", lang).verdict == verdict
