"""NATO's edition of June 2024, recomputed from its member rows at the precision of the printed tables, every year."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

import pytest

from quotepart.accounts.account import Account
from quotepart.accounts.corrections import read_corrections
from quotepart.measures.gap import standing
from quotepart.measures.growth import growth
from quotepart.measures.measure import as_printed
from quotepart.measures.shares import share, share_of_gdp
from quotepart.model.observation import Basis

EDITION = "nato:2024-06-17"
YEARS = range(2014, 2025)
AGGREGATES = ("NATO", "EUROPE_CANADA")
PERCENT = Decimal("0.01")

# Shares that stand in the workbook as exactly 2, while the money and the GDP of the same edition give 1.99.
SET_TO_TWO = {("LTU", 2019), ("FRA", 2020), ("SVK", 2024)}


def members(account: Account) -> Iterable[str]:
    return (member for member in account.pact.members if member != "ISL")


@pytest.mark.parametrize("group", AGGREGATES)
@pytest.mark.parametrize(
    ("indicator", "basis"),
    [
        ("defence_expenditure", "current"),
        ("defence_expenditure", "constant"),
        ("gdp", "current"),
        ("gdp", "constant"),
        ("personnel", "current"),
        ("defence_share_gdp", "constant"),
    ],
)
def test_aggregates_come_out_of_their_members(group: str, indicator: str, basis: Basis, account: Account) -> None:
    for year in YEARS:
        total = account.total(group, indicator, year, edition=EDITION, basis=basis)
        assert total.printed is not None
        assert total.summed is not None
        assert as_printed(total.summed, total.printed.step) == as_printed(total.printed.value, total.printed.step)


def test_shares_of_gdp_come_out_of_money_and_gdp(account: Account) -> None:
    odd = set()
    for year in YEARS:
        for member in members(account):
            printed = account.observe(member, "defence_share_gdp", year, edition=EDITION)
            computed = share_of_gdp(account, member, year, edition=EDITION, basis="constant").value
            assert printed is not None
            assert computed is not None
            if as_printed(computed, PERCENT) != as_printed(printed.value, PERCENT):
                assert (printed.value, as_printed(computed, PERCENT)) == (Decimal(2), Decimal("1.99"))
                odd.add((member, year))
    assert odd == SET_TO_TWO


def test_real_change_comes_out_of_constant_prices(account: Account) -> None:
    for year in YEARS[1:]:
        for entity in (*members(account), *AGGREGATES):
            printed = account.observe(entity, "real_change", year, edition=EDITION)
            computed = growth(account, entity, year, edition=EDITION).value
            assert printed is not None
            assert computed is not None
            assert as_printed(computed, PERCENT) == as_printed(printed.value, PERCENT)


def test_categories_sum_to_the_whole(account: Account) -> None:
    for year in YEARS:
        for member in members(account):
            parts = [
                account.observe(member, f"{part}_share", year, edition=EDITION)
                for part in ("equipment", "personnel", "infrastructure", "other")
            ]
            assert abs(sum(part.value for part in parts if part) - 100) < PERCENT


@pytest.mark.parametrize(("year", "at_two", "at_twenty"), [(2014, 3, 7), (2024, 23, 29)])
def test_the_counts_of_the_first_and_the_last_year(year: int, at_two: int, at_twenty: int, account: Account) -> None:
    group = "NATO"
    assert standing(account, group, Decimal(2), year, edition=EDITION).value == at_two
    equipment = standing(account, group, Decimal(20), year, edition=EDITION, indicator="equipment_share")
    assert equipment.value == at_twenty


def test_what_does_not_come_out_stands_in_the_ledger(account: Account) -> None:
    named = {
        cell
        for each in read_corrections(account.pact)
        if each.kind == "not_reproduced" and EDITION in each.editions and "defence_share_gdp" in each.indicators
        for cell in each.cells
    }
    assert named == SET_TO_TWO


@pytest.mark.parametrize("year", YEARS)
def test_the_counts_of_every_year_come_out_of_money_and_gdp(year: int, account: Account) -> None:
    """But for the shares that were set to two: they are counted as they stand in the workbook."""
    computed = {
        member: share_of_gdp(account, member, year, edition=EDITION, basis="constant").value
        for member in account.members("NATO", year)
        if member != "ISL"
    }
    met = {member for member, value in computed.items() if value is not None and as_printed(value, PERCENT) >= 2}
    set_to_two = {member for member, of in SET_TO_TWO if of == year} & computed.keys()
    found = standing(account, "NATO", Decimal(2), year, edition=EDITION)
    assert {each.entity for each in (*found.above, *found.at)} == met | set_to_two
    assert found.value == len(met | set_to_two)


@pytest.mark.parametrize("year", YEARS)
def test_the_shares_of_the_groups_are_those_of_their_members(year: int, account: Account) -> None:
    for indicator in ("defence_expenditure", "gdp", "personnel"):
        parts = [share(account, [part], indicator, year, edition=EDITION).value for part in ("USA", "EUROPE_CANADA")]
        assert abs(sum(part for part in parts if part is not None) - 100) < PERCENT / 10
