from __future__ import annotations

from decimal import Decimal

import pytest

from quotepart.accounts.account import Account
from quotepart.checks.working.formula import evaluate
from quotepart.checks.working.ledger import Frame, Ledger, as_text
from quotepart.checks.working.measured import Measured

CONSTANT = Frame(basis="constant")


@pytest.fixture(scope="module")
def ledger(account: Account) -> Ledger:
    return Ledger(account)


def value(ledger: Ledger, formula: str, edition: str, frame: Frame = CONSTANT, shift: int = 0) -> Measured | None:
    return ledger.value(formula, ledger.account.edition(edition), frame, shift)


def test_a_group_is_the_printed_total_or_the_sum_of_its_members(ledger: Ledger) -> None:
    for edition in ("nato:2019-06-25", "nato:2024-06-17"):
        found = value(ledger, "defence_expenditure[EUROPE_CANADA, 2018]", edition)
        total = ledger.account.total("EUROPE_CANADA", "defence_expenditure", 2018, edition=edition, basis="constant")
        assert found is not None and found.value == total.value


def test_a_missing_figure_makes_no_value(ledger: Ledger) -> None:
    assert value(ledger, "defence_expenditure[USA, 1985]", "nato:2024-06-17") is None
    assert value(ledger, "gdp[EUROPE_CANADA, 2018]", "nato:2026-07-10") is None
    assert value(ledger, "nothing[USA, 2018]", "nato:2024-06-17") is None
    assert value(ledger, "count(defence_share_gdp[NATO, 2022] >= 2)", "nato:2022-06-27") is None


def test_years_can_be_moved(ledger: Ledger) -> None:
    moved = value(ledger, "defence_expenditure[USA, 2016]", "nato:2024-06-17", shift=2)
    assert moved == value(ledger, "defence_expenditure[USA, 2018]", "nato:2024-06-17")


def test_inputs_name_source_edition_and_place_and_give_the_value_again(ledger: Ledger) -> None:
    formula = "100 * defence_expenditure[NATO_EUROPE, 2016] / gdp[NATO_EUROPE, 2016]"
    edition = ledger.account.edition("nato:2024-06-17")
    inputs = ledger.inputs(formula, edition, CONSTANT)
    assert len(inputs) > 50
    assert all(each.source.startswith("NATO: ") and each.edition == edition.id for each in inputs)
    assert {each.group for each in inputs} == {"NATO_EUROPE"}
    spent = sum(each.value for each in inputs if each.indicator == "defence_expenditure")
    income = sum(each.value for each in inputs if each.indicator == "gdp")
    found = ledger.value(formula, edition, CONSTANT)
    assert found is not None and abs(found.value - 100 * spent / income) < Decimal("1e-12")


def test_members_come_from_the_register(ledger: Ledger) -> None:
    found = value(ledger, "members[NATO, 2024] - count(defence_share_gdp[NATO, 2024] >= 2)", "nato:2024-06-17", Frame())
    assert found is not None and found.value == 9


def test_a_formula_is_looked_up_once(ledger: Ledger) -> None:
    first = value(ledger, "defence_expenditure[USA, 2018]", "nato:2024-06-17")
    assert first is value(ledger, "defence_expenditure[USA, 2018]", "nato:2024-06-17")
    with pytest.raises(LookupError):
        evaluate("defence_expenditure[USA, 2018]", lambda reference: {}[reference])


def test_decimals_are_written_without_exponent() -> None:
    assert as_text(Decimal("2E+1")) == "20"
