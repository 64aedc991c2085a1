from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from quotepart.accounts.account import Account, open_account
from quotepart.accounts.series import edition_for, known_series
from quotepart.errors import AccountError
from quotepart.pacts.find import find_pact
from quotepart.pacts.load import load_pact

SHARE = "defence_share_gdp"


@pytest.fixture(scope="module")
def account() -> Account:
    return open_account(load_pact(find_pact("nato")))


def test_a_series_comes_from_one_edition(account: Account) -> None:
    rows = known_series(account, "POL", SHARE, known_on=date(2026, 8, 1))
    assert {row.edition for row in rows} == {"nato:2026-07-10"}
    assert [row.year for row in rows] == list(range(2014, 2027))
    assert rows[-1].value == Decimal("4.68")
    assert rows[-1].status == "estimate"


def test_a_day_knows_nothing_that_was_published_later(account: Account) -> None:
    for row in known_series(account, "POL", SHARE, known_on=date(2024, 12, 31)):
        assert account.edition(row.edition).published <= date(2024, 12, 31)


def test_an_edition_held_in_full_comes_before_single_values(account: Account) -> None:
    assert edition_for(account, "DEU", SHARE, known_on=date(2026, 6, 30)).id == "nato:2025-08-28"


def test_an_edition_that_has_all_years_asked_comes_first(account: Account) -> None:
    found = edition_for(account, "POL", SHARE, known_on=date(2026, 6, 30), years=range(2020, 2025))
    assert found.id == "nato:2025-08-28"


def test_single_values_serve_where_nothing_fuller_was_known(account: Account) -> None:
    (row,) = known_series(account, "USA", SHARE, known_on=date(2018, 7, 12))
    assert (row.year, row.value, row.edition) == (2017, Decimal("3.57"), "nato:2018-03-15")


def test_a_group_is_what_its_members_come_to(account: Account) -> None:
    (row,) = known_series(
        account, "EUROPE_CANADA", "defence_expenditure", known_on=date(2019, 7, 1), basis="constant", years=[2016]
    )
    assert row.source.startswith("computed over 26 members from NATO, ")
    assert row.price_base == 2015


def test_years_without_a_value_are_left_out(account: Account) -> None:
    rows = known_series(account, "POL", SHARE, known_on=date(2026, 8, 1), years=[1999, 2024])
    assert [row.year for row in rows] == [2024]


def test_a_member_without_the_series_is_said(account: Account) -> None:
    with pytest.raises(AccountError, match="no edition held from before 2026-08-01"):
        known_series(account, "ISL", SHARE, known_on=date(2026, 8, 1))
