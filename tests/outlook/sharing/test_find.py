from __future__ import annotations

import pytest
from hypothesis import given, settings

from outlook.sharing.means import MEANS, any_means
from quotepart.errors import UsageError
from quotepart.outlook.sharing.find import find_rule, find_rules
from quotepart.outlook.sharing.rule import Means, Rule

RULES = list(find_rules().values())


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
@settings(max_examples=60)
@given(means=any_means())
def test_shares_sum_to_one_and_none_is_negative(rule: Rule, means: Means) -> None:
    shares = rule.share(means)
    assert set(shares) == set(means.spending)
    assert sum(shares.values()) == pytest.approx(1)
    assert all(share >= 0 for share in shares.values())


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
@settings(max_examples=30)
@given(means=any_means())
def test_the_order_of_members_does_not_matter(rule: Rule, means: Means) -> None:
    turned = Means(
        spending=dict(reversed(means.spending.items())),
        sizes=dict(reversed(means.sizes.items())),
        people=dict(reversed(means.people.items())),
    )
    assert rule.share(turned) == pytest.approx(rule.share(means))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_says_what_it_is_and_changes_nothing(rule: Rule) -> None:
    assert rule.name and rule.formula and rule.source
    assert rule.share(MEANS) == rule.share(MEANS)
    assert MEANS.spending == {"SYL": 4.0, "BOR": 1.0, "KHE": 1.0}


def test_a_rule_is_found_by_its_name() -> None:
    assert find_rule("Income-Key").name == "income_key"
    with pytest.raises(UsageError, match="did you mean pro_rata"):
        find_rule("prorata")
    with pytest.raises(UsageError, match="known: ability_to_pay"):
        find_rule("zzz")
