from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest

from quotepart.accounts.account import Account
from quotepart.measures.growth import RULES, GrowthRule, growth, real_growth
from quotepart.measures.question import Question
from quotepart.model.observation import Membership

GROUP, JUNE_2024 = "EUROPE_CANADA", "nato:2024-06-17"


@pytest.mark.parametrize(
    ("rule", "value"), [("as_published", "17.9"), ("with_newcomers", "14.9"), ("without_newcomers", "14.5")]
)
def test_growth_in_2024_as_published_and_like_for_like(rule: GrowthRule, value: str, account: Account) -> None:
    found = growth(account, GROUP, 2024, edition=JUNE_2024, rule=rule)
    assert found.value is not None
    assert round(found.value, 1) == Decimal(value)
    assert (found.newcomers, found.rule, found.unit) == (("SWE",), rule, "percent")


def test_sweden_stands_in_both_years_or_in_neither(account: Account) -> None:
    entities = {
        rule: [each.entity for each in growth(account, GROUP, 2024, edition=JUNE_2024, rule=rule).inputs]
        for rule in RULES
    }
    assert entities["with_newcomers"].count("SWE") == 2
    assert "SWE" not in entities["without_newcomers"]
    assert entities["as_published"] == [GROUP, GROUP]


def test_without_newcomers_all_rules_agree(account: Account) -> None:
    values = [growth(account, GROUP, 2019, edition=JUNE_2024, rule=rule).value for rule in RULES]
    assert all(value is not None and abs(value - values[0]) < Decimal("0.00001") for value in values if values[0])


def test_growth_over_several_years_and_in_current_prices(account: Account) -> None:
    found = growth(account, "FRA", 2018, since=2016, edition=JUNE_2024, basis="current")
    before, after = (account.observe("FRA", "defence_expenditure", y, edition=JUNE_2024) for y in (2016, 2018))
    assert before is not None
    assert after is not None
    assert found.value == (after.value / before.value - 1) * 100
    assert found.formula == "(defence_expenditure[FRA, 2018] / defence_expenditure[FRA, 2016] - 1) * 100"
    assert (found.basis, found.price_base) == ("current", None)


def test_no_growth_without_both_years(account: Account) -> None:
    found = growth(account, "FRA", 2025, edition="nato:2025-08-28")
    assert (found.value, found.missing) == (None, ("FRA",))


@pytest.mark.parametrize(
    ("membership", "rule", "value"),
    [
        ("as_published", "as_published", "10.88"),
        ("current", "current", "9.88"),
        ("base", "without_newcomers", "9.70"),
    ],
)
def test_the_headline_follows_the_membership_asked_for(
    membership: Membership, rule: str, value: str, asked: Callable[..., Question]
) -> None:
    found = real_growth(asked(membership=membership, base_year=2023, basis="constant"))
    assert round(Decimal(str(found.value)), 2) == Decimal(value)
    assert (found.cell(rule, "growth"), found.membership) == (found.value, membership)
    assert round(Decimal(str(found.cell("as_published", "growth"))), 2) == Decimal("10.88")
