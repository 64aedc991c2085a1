"""June 2019 from its member rows, and July 2026, whose aggregates are printed without decimals."""

from __future__ import annotations

from decimal import Decimal

from quotepart.accounts.account import Account
from quotepart.measures.growth import growth
from quotepart.measures.measure import as_printed
from quotepart.measures.shares import share_of_gdp

JUNE_2019, AUGUST_2025, JULY_2026 = "nato:2019-06-25", "nato:2025-08-28", "nato:2026-07-10"
PERCENT = Decimal("0.01")


def test_real_change_of_june_2019_comes_out_of_constant_prices(account: Account) -> None:
    for year in range(2013, 2020):
        for member in account.members("NATO", 2018):
            printed = account.observe(member, "real_change", year, edition=JUNE_2019)
            computed = growth(account, member, year, edition=JUNE_2019).value
            assert (printed is None) == (computed is None)
            if printed is not None and computed is not None:
                assert as_printed(computed, PERCENT) == as_printed(printed.value, PERCENT)


def test_shares_of_june_2019_come_out_of_money_and_gdp(account: Account) -> None:
    for year in range(2012, 2020):
        for member in account.members("NATO", 2018):
            printed = account.observe(member, "defence_share_gdp", year, edition=JUNE_2019)
            computed = share_of_gdp(account, member, year, edition=JUNE_2019, basis="constant").value
            if printed is not None and computed is not None:
                assert as_printed(computed, PERCENT) == as_printed(printed.value, PERCENT)


def test_the_totals_of_july_2026_come_out_within_rounding(account: Account) -> None:
    for basis in ("current", "constant"):
        for group in ("NATO", "EUROPE_CANADA"):
            for year in range(2014, 2027):
                total = account.total(group, "defence_expenditure", year, edition=JULY_2026, basis=basis)
                assert total.printed is not None
                assert total.summed is not None
                assert abs(total.summed - total.printed.value) <= Decimal(3_000_000)


def test_members_shares_of_july_2026_imply_the_printed_aggregate(account: Account) -> None:
    for year in range(2014, 2027):
        total = account.total("EUROPE_CANADA", "defence_share_gdp", year, edition=JULY_2026)
        assert total.printed is not None
        assert total.summed is not None
        assert abs(total.summed - total.printed.value) <= PERCENT


def test_eighteen_members_were_at_two_per_cent_in_2024(account: Account) -> None:
    found = [account.observe(member, "defence_share_gdp", 2024, edition=AUGUST_2025) for member in account.pact.members]
    printed = [as_printed(each.value, each.step) for each in found if each]
    assert sum(value >= 2 for value in printed) == 18
