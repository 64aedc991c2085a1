from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotepart.accounts.account import Account, open_account
from quotepart.errors import AccountError, UsageError
from quotepart.measures.compute import compute

TODAY = date(2026, 11, 1)


def test_a_series_is_of_one_edition(account) -> None:
    found = compute(account, "theil", years=range(2014, 2025), known_on=date(2024, 7, 1))
    assert [each.year for each in found] == list(range(2014, 2025))
    assert {each.edition for each in found} == {"nato:2024-06-17"}
    assert found[0].value > found[-1].value


def test_the_measures_own_price_basis_is_used(account) -> None:
    (growth,) = compute(account, "growth", years=[2024], known_on=date(2024, 7, 1), group="EUROPE_CANADA")
    assert (growth.basis, growth.price_base) == ("constant", 2015)
    assert [round(growth.cell(rule, "growth"), 1) for rule in ("as_published", "with_newcomers", "without_newcomers")] == [
        Decimal("17.9"), Decimal("14.9"), Decimal("14.5"),
    ]  # fmt: skip
    assert growth.notes == ("newcomer:SWE",)


def test_what_goes_without_the_united_states(account) -> None:
    """June 2024 edition, 2024e: 65.6 % of the money, 53.2 % of the GDP, 38.0 % of the people under arms."""
    (shares,) = compute(account, "shares", years=[2024], known_on=date(2024, 7, 1))
    found = [round(shares.cell("USA", column), 1) for column in ("spending", "size", "forces")]
    assert found == [Decimal("65.6"), Decimal("53.2"), Decimal("38.0")]


@pytest.mark.parametrize(("year", "count"), [(2014, 3), (2024, 23)])
def test_counts_at_target(year: int, count: int, account) -> None:
    (found,) = compute(account, "at_target", years=[year], known_on=date(2024, 7, 1))
    assert found.value == count == sum(row.cells[2] for row in found.rows)


def test_counts_at_another_target(account) -> None:
    (found,) = compute(
        account, "at_target", years=[2024], known_on=date(2024, 7, 1), target=Decimal(20), indicator="equipment_share"
    )
    assert (found.value, found.column_names[0]) == (29, "equipment_share")


def test_the_gap_gross_and_net(account) -> None:
    (found,) = compute(account, "gap", years=[2024], known_on=date(2024, 7, 1))
    assert found.value == found.cell("gross", "lack") > 0 > found.cell("net", "lack")
    lacks = [row.cells[0] for row in found.rows[2:]]
    assert sum(lack for lack in lacks if lack > 0) == found.value
    assert sum(lacks) == found.cell("net", "lack")


def test_added_spending_over_a_base(account) -> None:
    (found,) = compute(account, "added", years=[2020], base_year=2016, known_on=date(2024, 7, 1), group="EUROPE_CANADA")
    assert round(found.value / 10**9, 1) == Decimal("132.1")
    assert found.notes == ("base_year:2016", "newcomer:MNE", "newcomer:MKD")


def test_unknown_things_are_errors(account) -> None:
    with pytest.raises(UsageError, match="no measure"):
        compute(account, "weather", known_on=TODAY)
    with pytest.raises(AccountError, match="no member or group"):
        compute(account, "hhi", known_on=TODAY, group="Syldavia")
    with pytest.raises(AccountError, match="no edition"):
        compute(account, "hhi", known_on=date(2015, 1, 1))


@pytest.fixture(scope="module")
def account_of_june_2024(account) -> Account:
    """The accounts as they stood then: no later edition is there."""
    held = {id: each for id, each in account.pact.editions.items() if each.published <= date(2024, 7, 1)}
    return open_account(replace(account.pact, editions=held))


@settings(max_examples=25)
@given(st.integers(2014, 2024), st.sampled_from(["hhi", "theil", "gini"]), st.sampled_from(["as_published", "current"]))
def test_an_edition_added_later_changes_nothing_known_before(
    account, account_of_june_2024, year, name, membership
) -> None:
    then, now = (
        compute(each, name, years=[year], known_on=date(2024, 7, 1), membership=membership)
        for each in (account_of_june_2024, account)
    )
    assert then == now
