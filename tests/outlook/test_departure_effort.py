from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from quotepart.accounts.account import open_account
from quotepart.measures.question import ask
from quotepart.outlook.departure_effort import Payable, efforts_of, payable, shared
from quotepart.outlook.sharing.find import find_rule

TARGETS = (Decimal(2), Decimal("3.5"), Decimal(5))


@pytest.fixture(scope="module")
def without_usa(nato_pact) -> Payable:
    found = payable(ask(open_account(nato_pact), known_on=date(2024, 7, 1)), ["USA"])
    assert found is not None
    return found


def test_keeping_the_total_would_take_more_than_twice_as_much(without_usa: Payable) -> None:
    """5.84 % of the others' GDP: hand-worked on NATO's tables of 17 June 2024."""
    keep = efforts_of(without_usa, TARGETS)[0]
    assert round(keep.total_percent, 2) == Decimal("5.84")
    assert keep.bill == without_usa.gone
    assert round(keep.times, 2) == Decimal("2.91")


def test_a_target_that_is_met_together_costs_nothing(without_usa: Payable) -> None:
    by_goal = {each.goal: each for each in efforts_of(without_usa, TARGETS)}
    assert by_goal["2"].bill == 0
    assert by_goal["2"].lack > 40_000_000_000
    assert by_goal["3.5"].bill < by_goal["5"].bill
    assert all(payer.then_percent == payer.now_percent for payer in by_goal["2"].payers["pro_rata"])


def test_each_rule_raises_the_whole_bill(without_usa: Payable) -> None:
    for effort in efforts_of(without_usa, TARGETS):
        assert set(effort.payers) == {"ability_to_pay", "capped", "income_key", "pro_rata"}
        for payers in effort.payers.values():
            assert len(payers) == 30
            assert float(sum(payer.extra for payer in payers)) == pytest.approx(float(effort.bill))


def test_nobody_leaving_changes_nothing(nato_pact) -> None:
    found = payable(ask(open_account(nato_pact), known_on=date(2024, 7, 1)), [])
    assert found is not None
    (keep,) = efforts_of(found, ())
    assert (keep.bill, keep.times) == (0, 1)
    assert {payer.extra for payers in keep.payers.values() for payer in payers} == {0}


def test_a_rule_without_its_figures_is_left_out(without_usa: Payable) -> None:
    bare = Payable(
        gone=Decimal(1), size=Decimal(10), spent={"SYL": Decimal(1)}, sizes={"SYL": Decimal(10)}, people={}, year=2024,
        unit="CHF",
    )  # fmt: skip
    assert "ability_to_pay" not in bare.rules()
    (payer,) = shared(bare, Decimal(1), find_rule("pro_rata"))
    assert (payer.now_percent, payer.then_percent) == (10, 20)


def test_where_nobody_who_stays_pays_there_is_nothing_to_share(nato_pact) -> None:
    account = open_account(nato_pact)
    question = ask(account, known_on=date(2024, 7, 1))
    everybody_else = [member for member in question.members if member != "ISL"]
    assert payable(question, everybody_else) is None
