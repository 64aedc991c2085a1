from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotepart.accounts.account import Account
from quotepart.measures.shares import cost_as_share_of_gdp, share, share_of_gdp

JUNE_2024 = "nato:2024-06-17"


@pytest.mark.parametrize(
    ("indicator", "value"), [("defence_expenditure", "65.6"), ("gdp", "53.2"), ("personnel", "38.0")]
)
def test_what_goes_without_the_usa(indicator: str, value: str, account: Account) -> None:
    found = share(account, ["USA"], indicator, 2024, edition=JUNE_2024)
    assert found.value is not None
    assert round(found.value, 1) == Decimal(value)
    assert (found.whole, found.unit) == ("NATO", "percent")


def test_keeping_the_total_would_take_more_of_the_others_gdp(account: Account) -> None:
    found = cost_as_share_of_gdp(account, "NATO", "EUROPE_CANADA", 2024, edition=JUNE_2024)
    assert found.value is not None
    assert round(found.value, 2) == Decimal("5.84")
    assert found.formula == "defence_expenditure[NATO, 2024] / gdp[EUROPE_CANADA, 2024] * 100"


@given(st.sampled_from(["defence_expenditure", "gdp", "personnel"]), st.integers(2014, 2024))
def test_members_shares_sum_to_one(account: Account, indicator: str, year: int) -> None:
    without = account.pact.indicators[indicator].without
    members = [member for member in account.members("NATO", year) if member not in without]
    found = [share(account, [member], indicator, year, edition=JUNE_2024).value for member in members]
    assert abs(sum((each for each in found if each is not None), Decimal(0)) - 100) < Decimal("0.0001")


def test_a_share_of_several(account: Account) -> None:
    both = share(account, ["FRA", "DEU"], "gdp", 2024, whole="EU", edition=JUNE_2024)
    each = [share(account, [member], "gdp", 2024, whole="EU", edition=JUNE_2024).value for member in ("FRA", "DEU")]
    assert both.value is not None
    assert abs(both.value - sum(value for value in each if value)) < Decimal("1e-9")
    assert both.formula == "(gdp[FRA, 2024] + gdp[DEU, 2024]) / gdp[EU, 2024] * 100"
    assert both.step > 0


def test_the_nominal_share_differs_from_the_printed_one(account: Account) -> None:
    nominal = share_of_gdp(account, "NLD", 2024, edition=JUNE_2024)
    real = share_of_gdp(account, "NLD", 2024, edition=JUNE_2024, basis="constant")
    printed = account.observe("NLD", "defence_share_gdp", 2024, edition=JUNE_2024)
    assert nominal.value is not None
    assert real.value is not None
    assert printed is not None
    assert abs(real.value - printed.value) < Decimal("0.0001")
    assert Decimal("0.05") < abs(nominal.value - real.value) < Decimal("0.25")


def test_no_share_without_its_whole(account: Account) -> None:
    found = share(account, ["USA"], "defence_expenditure", 2025, edition="nato:2025-08-28")
    assert found.value is None
    assert "DEU" in found.missing
    assert share_of_gdp(account, "FRA", 2024, edition="nato:2026-07-10").value is None
