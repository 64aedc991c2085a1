from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from quotepart.accounts.account import open_account
from quotepart.measures.question import ask
from quotepart.outlook.departure_losses import complete_figures, losses_of


@pytest.fixture(scope="module")
def account(nato_pact):
    return open_account(nato_pact)


def losses(account, day: date, *leavers: str):
    return {each.kind: each for each in losses_of(ask(account, known_on=day), leavers)}


def test_without_the_united_states_in_june_2024(account) -> None:
    """65.6 % of the money, 53.2 % of GDP, 38.0 % of the people: hand-worked on NATO's tables of 17 June 2024."""
    found = losses(account, date(2024, 7, 1), "USA")
    shares = {kind: round(each.share_percent, 1) for kind, each in found.items()}
    assert shares["money"] == Decimal("65.6")
    assert shares["size"] == Decimal("53.2")
    assert shares["forces"] == Decimal("38.0")
    assert {each.year for each in found.values()} == {2024}
    assert found["money"].editions == ("nato:2024-06-17",)
    assert found["equipment"].status == "estimate"


def test_a_year_without_everybody_gives_way_to_the_one_before(account) -> None:
    found = losses(account, date(2026, 11, 1), "USA")
    assert (found["money"].year, found["equipment"].year, found["forces"].year) == (2026, 2025, 2024)
    assert found["forces"].editions == ("nato:2024-06-17",)


def test_where_no_prices_of_the_year_are_printed_constant_ones_stand_in(account) -> None:
    found = losses(account, date(2019, 7, 1), "USA")
    assert (found["size"].basis, found["size"].price_base, found["size"].how) == ("constant", 2015, "printed")


def test_who_has_nothing_to_report_loses_nothing(account) -> None:
    found = losses(account, date(2024, 7, 1), "ISL")
    assert (found["money"].gone, found["money"].share_percent, found["money"].nothing) == (0, 0, ("ISL",))
    assert found["size"].gone and not found["size"].nothing


def test_nobody_leaving_loses_nothing(account) -> None:
    assert {each.gone for each in losses(account, date(2024, 7, 1)).values()} == {0}


def test_what_no_year_has_is_said(tiny_pact) -> None:
    league = open_account(tiny_pact)
    question = ask(league, known_on=date(2024, 6, 1))
    found = {each.kind: each for each in losses_of(question, ["BOR"])}
    assert found["money"].share_percent is not None
    lacking = [each for each in found.values() if each.gone is None]
    assert all(each.missing and each.share_percent is None and each.left is None for each in lacking)
    assert complete_figures(question, "money", question.main) is not None
