from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from pytest import approx

from quotepart.accounts.account import open_account
from quotepart.model.pact import Pact
from quotepart.outlook.money import sizes_of, standings
from quotepart.outlook.past import build_history


@pytest.fixture(scope="module")
def found(nato_pact: Pact):
    account = open_account(nato_pact)
    history = build_history(account, ["FRA", "POL"], date(2024, 7, 1))
    return standings(account, history, Decimal("3.5"))


def test_the_gap_is_told_in_both_currencies(found) -> None:
    france = found["FRA"]
    assert (france.share.value, france.own_currency) == (approx(Decimal("2.06"), abs=Decimal("0.005")), "EUR")
    assert float(france.own_gap / france.gap) == approx(59629 / 64271, rel=0.02)
    assert france.own_gap == approx((Decimal("3.5") / france.share.value - 1) * 59_629_000_000, rel=Decimal("0.001"))


def test_no_gap_is_zero(found) -> None:
    assert (found["POL"].gap, found["POL"].own_gap) == (0, 0)


def test_sizes_follow_from_spending_and_share(found) -> None:
    sizes = sizes_of(found, ["FRA", "ZZZ"])
    assert sizes[0] == approx(64_271e6 / 2.06 * 100, rel=0.01)
    assert sizes[1] == 0.0
