from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from quotepart.accounts.account import Account
from quotepart.checks.check import claims_in
from quotepart.checks.claims.thresholds import (
    is_about_target,
    is_threshold,
    open_thresholds,
    pledged_threshold,
    threshold_in,
)
from quotepart.extraction.extractor import Extractor
from quotepart.model.pact import Pact


@pytest.mark.parametrize(
    ("text", "threshold"),
    [
        ("23 Allies meet the 2% target.", "2"),
        ("18 allies spend at least 2% of GDP.", "2"),
        ("Poland spends 4.1% of GDP, and NATO has 32 members.", None),
        ("NATO has 32 members.", None),
    ],
)
def test_a_share_behind_a_count_that_is_reached_or_missed_is_its_threshold(
    text: str, threshold: str | None, extractor: Extractor, account: Account
) -> None:
    counts = [
        claim for claim in claims_in(text, extractor, account, on="2024-08-01", lang="en") if claim.kind == "count"
    ]
    found = threshold_in(counts[0])
    assert (str(found.amount.value) if found else None) == threshold


def test_a_share_of_one_member_beside_a_count_is_a_claim_of_its_own(extractor: Extractor, account: Account) -> None:
    text = "Poland spends 4.1% of GDP, and NATO has 32 members."
    shares = [
        claim for claim in claims_in(text, extractor, account, on="2024-08-01", lang="en") if claim.kind != "count"
    ]
    assert [is_threshold(claim) for claim in shares] == [False]


def test_of_two_targets_the_one_in_the_counts_own_clause_tells(extractor: Extractor, account: Account) -> None:
    text = "Tous les pays atteignent enfin les 2 % du PIB, mais trois pays seulement remplissent l'objectif de 3,5 %."
    counts = [
        claim for claim in claims_in(text, extractor, account, on="2025-08-29", lang="fr") if claim.kind == "count"
    ]
    found = threshold_in(counts[-1])
    assert found is not None and str(found.amount.value) == "3.5"


def test_by_how_much_some_members_rose_is_no_claim_of_its_own(extractor: Extractor, account: Account) -> None:
    text = "Six pays européens ont augmenté leurs dépenses de défense de plus de 10 %."
    claims = claims_in(text, extractor, account, on="2024-08-01", lang="fr")
    assert [claim.kind for claim in claims] == ["count"]


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("23 allies meet the 2% target.", True),
        ("Only five allies, including Greece, spend 2% of GDP.", True),
        ("The 2% target is met by 23 allies.", True),
        ("It told 32 allies that it will meet the 2% target.", False),
        ("Of 29 allies, only six meet the 2% target.", False),
        ("Nine allies only meet the 2% target.", True),
        ("Spain was last in the 32-nation pact, giving less than 2% of GDP.", False),
    ],
)
def test_a_count_is_bound_to_the_target_where_it_is_said_to_reach_it(
    text: str, bound: bool, extractor: Extractor, account: Account
) -> None:
    counts = [each for each in claims_in(text, extractor, account, on="2024-08-01", lang="en") if each.kind == "count"]
    assert is_about_target(counts[0]) is bound


def test_all_among_whom_somebody_stands_are_not_counted_at_a_share(extractor: Extractor, account: Account) -> None:
    text = "Poland tops the list of the 32 allies, spending 4.12 percent of GDP."
    claims = claims_in(text, extractor, account, on="2024-08-01", lang="en")
    assert [(claim.kind, claim.groups) for claim in claims if claim.unit == "percent_of_gdp"] == [("level", ("POL",))]


def test_one_of_those_who_reach_it_leaves_their_number_a_count_of_them(extractor: Extractor, account: Account) -> None:
    text = "La Bulgarie est l'un des 11 pays sur 32 à avoir consacré au moins 2 % de leur PIB à la défense."
    counts = [each for each in claims_in(text, extractor, account, on="2024-08-01", lang="fr") if each.kind == "count"]
    assert next((each.amount.value, is_about_target(each)) for each in counts) == (11, True)


def test_the_line_in_force_is_the_last_that_is_not_due_later(nato_pact: Pact) -> None:
    assert pledged_threshold(nato_pact, "defence_share_gdp", date(2016, 5, 1)) == 2
    assert pledged_threshold(nato_pact, "defence_share_gdp", date(2025, 9, 1)) == 2
    assert open_thresholds(nato_pact, "defence_share_gdp", date(2024, 9, 1)) == (2,)
    assert open_thresholds(nato_pact, "defence_share_gdp", date(2025, 9, 1)) == (2, Decimal("3.5"))
