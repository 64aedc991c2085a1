from __future__ import annotations

import pytest

from quotepart.accounts.account import Account
from quotepart.checks.check import check_claim, claims_in
from quotepart.checks.claims.metrics import MetricFinder, is_of_own_spending
from quotepart.extraction.extractor import Extractor
from quotepart.model.pact import Pact


@pytest.mark.parametrize(
    ("lang", "text", "metric"),
    [
        ("en", "The United States accounts for two thirds of the alliance's military spending.", "defence_expenditure"),
        ("en", "Two-thirds of allies meet the spending target.", "members"),
        ("en", "The United States spends 30 percent of its defence budget on major equipment.", "equipment_share"),
        ("fr", "Les alliés ont ajouté 41 milliards de dollars à leurs investissements.", "defence_expenditure"),
        ("en", "Turkey has the second-largest army in NATO.", "personnel"),
        ("en", "Russia spends more than Germany.", "other"),
    ],
)
def test_the_words_tell_what_is_measured(
    lang: str, text: str, metric: str, extractor: Extractor, account: Account
) -> None:
    assert claims_in(text, extractor, account, on="2024-08-01", lang=lang)[0].metric == metric


def test_per_cent_said_right_before_a_product_is_of_it(make, nato_pact: Pact) -> None:
    words = "4.2 percent of a much larger GDP"
    claim = make(words, "4.2", "percent", start=0, end=11)
    assert MetricFinder(nato_pact, "en").is_share_of_product(claim)
    assert not MetricFinder(nato_pact, "en").is_share_of_product(
        make("4.2 percent of it", "4.2", "percent", start=0, end=11)
    )


def test_a_word_of_a_metric_is_a_whole_word(extractor: Extractor, account: Account) -> None:
    text = "La Belgique n'a toujours pas atteint l'objectif."
    (claim,) = claims_in(text, extractor, account, on="2024-08-01", lang="fr")
    assert claim.metric == "defence_expenditure"


def test_a_share_of_the_product_in_a_list_is_spent_on_what_the_first_is(extractor: Extractor, account: Account) -> None:
    text = "La Norvège a fourni à Kiev une aide de 0,3 % du PIB, le Danemark de 0,6 % et la Belgique de 0,2 %."
    claims = claims_in(text, extractor, account, on="2024-08-01", lang="fr")
    assert "defence_expenditure" not in {claim.metric for claim in claims}


def test_a_part_of_what_the_pact_costs_is_one_of_the_main_measure(extractor: Extractor, account: Account) -> None:
    text = "L'Amérique finance près de 70 % du budget de l'Otan."
    (claim,) = claims_in(text, extractor, account, on="2018-07-11", lang="fr")
    assert (claim.metric, claim.kind, claim.groups) == ("defence_expenditure", "share", ("USA",))


@pytest.mark.parametrize(
    ("text", "metric"),
    [
        ("Germany has spent 17 billion euros on Ukraine.", "other"),
        ("Germany has spent 17 billion euros on defence since the attack on Ukraine.", "defence_expenditure"),
        ("Only nine allies were spending 2% of GDP. This year, 23 will spend at least 2%.", "members"),
    ],
)
def test_money_for_others_and_counts_without_a_noun(
    text: str, metric: str, extractor: Extractor, account: Account
) -> None:
    assert claims_in(text, extractor, account, on="2024-08-01", lang="en")[-1].metric == metric


@pytest.mark.parametrize(
    ("text", "is_own"),
    [
        ("Two thirds of the spending of European allies goes to arms firms.", True),
        ("70 percent of the spending of NATO comes from the United States.", False),
        ("The United States bears 70 percent of the spending of the allies.", False),
    ],
)
def test_a_part_of_what_a_part_spends_is_its_own(
    text: str, is_own: bool, extractor: Extractor, account: Account, nato_pact: Pact
) -> None:
    claim = claims_in(text, extractor, account, on="2024-08-01", lang="en")[0]
    assert is_of_own_spending(claim, nato_pact) is is_own
    assert (claim.reason == "definition") is is_own


def test_soldiers_that_a_member_has_are_its_forces_where_the_sentence_goes_on(
    extractor: Extractor, account: Account
) -> None:
    text = "In 2014, Poland had 99,000 soldiers and was ranked ninth in NATO."
    claims = claims_in(text, extractor, account, on="2024-08-01", lang="en")
    assert claims[0].metric == "personnel"


def test_shares_of_products_given_to_others_are_no_spending(extractor: Extractor, account: Account) -> None:
    text = "Denmark has given 3.1% of its GDP to Ukraine, Germany 1.1%."
    claims = claims_in(text, extractor, account, on="2024-03-01", lang="en")
    assert {claim.metric for claim in claims} == {"other"}


def test_money_spent_on_a_state_outside_the_pact_is_no_defence_spending(claims_of) -> None:
    (claim,) = claims_of("The European countries are spending $100 billion together on Ukraine.", "2024-08-30")
    assert claim.metric == "other"


def test_half_of_the_spending_of_all_members_is_no_half_of_the_members(extractor: Extractor, account: Account) -> None:
    text = "Les États-Unis représentent la moitié des dépenses militaires des pays de l'OTAN."
    finding = check_claim(text, extractor, account, on="2019-09-09", lang="fr")[0]
    assert (finding.readings[0].measure, finding.verdict) == ("share_of_allied_spending", "contradicted")


def test_a_part_of_its_soldiers_that_somebody_lost_is_a_change(extractor: Extractor, account: Account) -> None:
    (claim,) = claims_in(
        "L'Italie a perdu un tiers de ses soldats depuis 2014.", extractor, account, on="2024-10-24", lang="fr"
    )
    assert (claim.kind, claim.metric, claim.groups) == ("change", "personnel", ("ITA",))
