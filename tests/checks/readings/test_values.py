from __future__ import annotations

from decimal import Decimal

from quotepart.checks.readings.values import (
    formulas_of,
    in_percent,
    indicator_of,
    is_converted,
    is_same_unit,
    measures_of,
    money_formulas,
)
from quotepart.model.amount import Amount
from quotepart.model.pact import Pact


def test_the_unit_chooses_between_the_money_and_its_share(make, setting) -> None:
    here = setting("2024-08-01")
    assert indicator_of(make("x", "2", "percent_of_gdp"), here).id == "defence_share_gdp"
    assert indicator_of(make("x", "2e9", "USD"), here).id == "defence_expenditure"
    assert indicator_of(make("x", "2000", "USD"), here).id == "defence_per_head"
    assert indicator_of(make("per head", "2", "USD"), here).id == "defence_per_head"
    assert indicator_of(make("x", "2", "count", metric="tanks"), here) is None


def test_units_that_can_be_compared(make, nato_pact: Pact) -> None:
    money, people = nato_pact.indicators["defence_expenditure"], nato_pact.indicators["personnel"]
    assert is_same_unit(make("x", "2", "EUR"), money)
    assert not is_same_unit(make("x", "2", "percent"), money)
    assert is_same_unit(make("x", "2", "count"), people)


def test_a_groups_share_can_be_made_in_three_ways(nato_pact: Pact) -> None:
    share = nato_pact.indicators["defence_share_gdp"]
    assert formulas_of(nato_pact, share, "USA", 2016) == ("defence_share_gdp[USA, 2016]",)
    assert formulas_of(nato_pact, share, "NATO_EUROPE", 2016) == (
        "defence_share_gdp[NATO_EUROPE, 2016]",
        "100 * defence_expenditure[NATO_EUROPE, 2016] / gdp[NATO_EUROPE, 2016]",
        "implied(defence_expenditure[NATO_EUROPE, 2016], defence_share_gdp[NATO_EUROPE, 2016])",
    )


def test_money_is_said_in_the_currency_of_the_claim(setting, nato_pact: Pact) -> None:
    here, money = setting("2024-08-01"), nato_pact.indicators["defence_expenditure"]
    assert money_formulas(here, money, "DEU", 2024, "EUR") == ("defence_expenditure_national[DEU, 2024]",)
    assert "_national[" in money_formulas(here, money, "NATO_EUROPE", 2024, "EUR")[0]
    assert money_formulas(here, money, "DEU", 2024, "JPY") == ()
    assert is_converted(here, money, "NATO_EUROPE", "EUR") and not is_converted(here, money, "DEU", "EUR")


def test_words_name_the_measure_or_leave_it_to_the_priors(make, setting) -> None:
    here = setting("2024-08-01")
    assert [each.id for each in measures_of(make("share of GDP", "1", "count"), here, "rank")] == ["defence_share_gdp"]
    assert len(measures_of(make("spends most", "1", "count"), here, "rank")) == 2


def test_both_ends_of_a_range_become_per_cent() -> None:
    made = in_percent(Amount(value=Decimal("0.25"), high=Decimal("0.5"), unit="fraction", qualifier="between"))
    assert (made.value, made.high, made.unit) == (25, 50, "percent")
