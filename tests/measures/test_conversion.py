from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotepart.accounts.account import Account
from quotepart.errors import AccountError
from quotepart.measures.conversion import convert, exchange_rate, national_currency, price_change

TODAY, JUNE_2024 = date(2026, 11, 1), date(2024, 7, 1)


def test_the_rate_is_what_two_printed_figures_imply(account: Account) -> None:
    step = exchange_rate(account, "FRA", 2024, known_on=JUNE_2024)
    national, common = (
        account.observe("FRA", name, 2024, edition="nato:2024-06-17")
        for name in ("defence_expenditure_national", "defence_expenditure")
    )
    assert national is not None
    assert common is not None
    assert step.rate == national.value / common.value
    assert (step.start, step.end, step.edition, step.inputs) == ("USD", "EUR", "nato:2024-06-17", (national, common))


def test_without_spending_the_gdp_gives_the_rate(account: Account) -> None:
    step = exchange_rate(account, "POL", 2005, known_on=TODAY)
    assert step.formula == "gdp_national[POL, 2005] / gdp[POL, 2005]"
    assert step.edition == "imf:2026-04-14"


def test_prices_go_by_the_members_deflator(account: Account) -> None:
    step = price_change(account, "DEU", 2018, 2024, known_on=TODAY)
    before, after = (account.observe("DEU", "gdp_deflator", year, edition="imf:2026-04-14") for year in (2018, 2024))
    assert before is not None
    assert after is not None
    assert step.rate == after.value / before.value


def test_constant_amounts_in_dollars_take_the_rate_of_the_base_year(account: Account) -> None:
    found = convert(account, Decimal(10**9), "USD", member="GBR", year=2018, prices_of=2024, known_on=TODAY)
    assert (found.unit, found.prices_of) == ("USD", 2024)
    assert [(step.kind, step.start, step.end) for step in found.steps] == [
        ("currency", "USD", "GBP"),
        ("prices", "2018", "2024"),
        ("currency", "GBP", "USD"),
    ]
    assert "2024" in found.steps[2].formula
    product = found.steps[0].rate * found.steps[1].rate * found.steps[2].rate
    assert found.value == pytest.approx(product * 10**9)


def test_nothing_to_do_is_done(account: Account) -> None:
    found = convert(account, Decimal(5), "USD", member="FRA", year=2024, known_on=TODAY)
    assert (found.value, found.unit, found.prices_of, found.steps) == (5, "USD", 2024, ())


@given(st.sampled_from(["FRA", "POL", "GBR", "NOR"]), st.integers(2014, 2024), st.decimals(1, 10**12, places=2))
def test_there_and_back_is_where_it_began(account: Account, member: str, year: int, amount: Decimal) -> None:
    own = national_currency(account, member, year, known_on=TODAY)
    there = convert(account, amount, "USD", member=member, year=year, to=own, known_on=TODAY)
    back = convert(account, there.value, own, member=member, year=year, to="USD", known_on=TODAY)
    assert back.value == pytest.approx(amount)


def test_a_currency_of_neither_is_an_error(account: Account) -> None:
    with pytest.raises(AccountError, match="no rate for CHF"):
        convert(account, Decimal(1), "USD", member="FRA", year=2024, to="CHF", known_on=TODAY)


def test_what_was_not_known_gives_no_rate(account: Account) -> None:
    with pytest.raises(AccountError, match="no edition"):
        price_change(account, "FRA", 2018, 2024, known_on=JUNE_2024)
    with pytest.raises(AccountError):
        national_currency(account, "FRA", 2018, known_on=date(2015, 1, 1))
