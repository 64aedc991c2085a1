from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from quotepart.accounts.account import Account, open_account
from quotepart.model.pact import Pact
from quotepart.pledges.history import printed, read_history

SHARE = "fleet_share_income"


@pytest.fixture(scope="module")
def account(tiny_pact: Pact) -> Account:
    return open_account(tiny_pact)


def test_nothing_is_known_before_the_first_edition(account: Account) -> None:
    assert read_history(account, "SYL", SHARE, date(2023, 5, 9)) == {}


def test_each_year_comes_from_the_newest_edition_of_the_day(account: Account) -> None:
    then = read_history(account, "SYL", SHARE, date(2023, 5, 10))
    now = read_history(account, "SYL", SHARE, date(2024, 5, 8))
    assert (min(then), max(then), max(now)) == (2013, 2023, 2024)
    assert (then[2023].value, then[2023].status) == (Decimal("1.03"), "estimate")
    assert (now[2023].value, now[2023].status) == (Decimal("1.06"), "final")
    assert {each.edition for each in now.values()} == {"league:2024-05-08"}


def test_a_member_without_a_series_has_no_history(account: Account) -> None:
    assert read_history(account, "NUR", SHARE, date(2025, 1, 1)) == {}


def test_a_value_counts_as_printed(account: Account) -> None:
    observation = read_history(account, "SYL", SHARE, date(2024, 5, 8))[2024]
    assert (printed(observation).year, printed(observation).value) == (2024, Decimal("1.14"))


def test_single_values_of_newer_editions_come_before_the_full_table(nato_pact: Pact) -> None:
    history = read_history(open_account(nato_pact), "EST", "defence_share_gdp", date(2022, 7, 1))
    assert history[2022].edition == "nato:2022-06-27"
    assert history[2014].edition == "nato:2019-06-25"
    assert list(history) == sorted(history)
