from __future__ import annotations

import pytest

from quotepart.accounts.account import Account
from quotepart.checks.check import check_claim, claims_in
from quotepart.extraction.extractor import Extractor
from quotepart.model.dates import Period


def test_money_does_not_name_its_holder(extractor: Extractor, account: Account) -> None:
    text = "European Allies and Canada have added 130 billion US dollars since 2016."
    (claim,) = claims_in(text, extractor, account, on="2019-12-05", lang="en")
    assert claim.groups == ("EUROPE_CANADA",)


def test_a_share_of_a_budget_is_of_the_series_it_names(extractor: Extractor, account: Account) -> None:
    text = "The United States spends about 30 percent of its defence budget on major equipment."
    (claim,) = claims_in(text, extractor, account, on="2024-08-01", lang="en")
    assert claim.metric == "equipment_share"


def test_the_moment_of_speaking_is_no_period(extractor: Extractor, account: Account) -> None:
    text = "Aujourd'hui la France dépense 60 milliards d'euros pour sa défense."
    (claim,) = claims_in(text, extractor, account, on="2024-08-01", lang="fr")
    assert claim.period is None


def test_adjectives_of_groups_name_them(extractor: Extractor, account: Account) -> None:
    text = "European defence spending has risen for nine consecutive years."
    (claim,) = claims_in(text, extractor, account, on="2024-08-01", lang="en")
    assert claim.groups == ("NATO_EUROPE",)


def test_every_claim_lies_in_its_sentence(extractor: Extractor, account: Account) -> None:
    text = "Germany spends 2.1% of GDP. Poland spends 4.1% of GDP, and NATO has 32 members."
    claims = claims_in(text, extractor, account, on="2024-08-01", lang="en")
    assert len(claims) == 3
    assert all(claim.sentence[claim.start : claim.end] == claim.text for claim in claims)
    assert all(claim.span is not None and claim.span.cut(text) == claim.text for claim in claims)


def test_a_percentage_set_against_a_change_is_one(extractor: Extractor, account: Account) -> None:
    text = "Les budgets de l'Allemagne ont augmenté de 4,3 % en 2023, contre 3,8 % en 2022."
    claims = claims_in(text, extractor, account, on="2024-08-01", lang="fr")
    assert [(claim.kind, claim.unit, claim.period) for claim in claims] == [
        ("change", "percent", Period("2023", "2023")),
        ("change", "percent", Period("2022", "2022")),
    ]


def test_what_is_said_of_one_of_several_is_said_of_it(extractor: Extractor, account: Account) -> None:
    text = "La Belgique est, avec le Luxembourg, l'un des alliés qui consacrent moins de 2 % de leur PIB à la défense."
    (claim,) = claims_in(text, extractor, account, on="2024-08-01", lang="fr")
    assert claim.groups == ("BEL",)


def test_a_group_that_somebody_leads_holds_no_figure_of_his(extractor: Extractor, account: Account) -> None:
    text = "La France compte l'armée la plus importante de l'Union européenne avec 205 000 militaires."
    (claim,) = claims_in(text, extractor, account, on="2023-06-01", lang="fr")
    assert claim.groups == ("FRA",)


def test_a_possessive_before_the_figure_is_of_the_name_before_it(extractor: Extractor, account: Account) -> None:
    text = "L'Espagne consacre 2 % de son PIB à sa défense, loin derrière la Norvège et ses 3,35 %."
    claims = claims_in(text, extractor, account, on="2025-10-06", lang="fr")
    assert [claim.groups for claim in claims] == [("ESP",), ("NOR",), ("ESP",)]
    assert [actor.id for actor in claims[-1].actors] == ["ESP", "NOR"]


def test_a_bare_percentage_behind_a_share_is_one_too(extractor: Extractor, account: Account) -> None:
    text = "The United States pays 22 percent of NATO's common budget, and Germany around 15 percent."
    claims = claims_in(text, extractor, account, on="2019-08-01", lang="en")
    assert [(claim.unit, claim.kind, claim.groups) for claim in claims] == [
        ("percent", "share", ("USA",)),
        ("percent", "share", ("DEU",)),
    ]


def test_the_lowest_of_the_pact_is_the_holder(extractor: Extractor, account: Account) -> None:
    text = "Spain is the alliance's lowest spender, setting aside just 1.28 percent of its GDP."
    claims = claims_in(text, extractor, account, on="2024-08-01", lang="en")
    assert claims[0].groups == ("ESP",)


def test_all_of_a_long_list_are_judged_each(extractor: Extractor, account: Account) -> None:
    text = "Belgium, Italy, Spain, Canada and Portugal all spend less than 1.6 percent of GDP."
    claims = claims_in(text, extractor, account, on="2024-08-01", lang="en")
    assert [claim.groups for claim in claims] == [("BEL",), ("ITA",), ("ESP",), ("CAN",), ("PRT",)]


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        (
            "Les dépenses de la France s'établissent à 52 milliards de dollars, sur celles de tous les 29 pays membres "
            "(1 013 milliards de dollars).",
            [("FRA",), ("NATO",), ("NATO",)],
        ),
        ("Le budget de l'Otan est financé pour 40 % par Washington.", [("USA",)]),
    ],
)
def test_whose_a_figure_is_by_its_place(
    text: str, groups: list[tuple[str, ...]], extractor: Extractor, account: Account
) -> None:
    claims = claims_in(text, extractor, account, on="2018-07-11", lang="fr")
    assert [claim.groups for claim in claims] == groups


def test_so_many_of_all_are_members_though_no_noun_says_so(extractor: Extractor, account: Account) -> None:
    text = (
        "Ils sont 23 sur 32 à avoir tenu cet engagement de consacrer au moins 2 % de leur PIB aux dépenses militaires."
    )
    claims = claims_in(text, extractor, account, on="2025-01-05", lang="fr")
    assert [(claim.metric, claim.amount.value) for claim in claims] == [("members", 23), ("members", 32)]


def test_a_part_of_what_all_produce_is_no_share_of_spending(extractor: Extractor, account: Account) -> None:
    text = "The US accounts for 54% of the allies' combined GDP."
    (claim,) = claims_in(text, extractor, account, on="2023-04-01", lang="en")
    assert (claim.unit, claim.kind, claim.metric) == ("percent", "share", "gdp")


def test_who_wishes_for_more_in_another_clause_has_not_spent_it(extractor: Extractor, account: Account) -> None:
    text = "Les dépenses européennes de défense ont augmenté de 10 milliards de dollars, moins que souhaité par Washington."
    (claim,) = claims_in(text, extractor, account, on="2017-02-15", lang="fr")
    assert claim.groups == ("NATO_EUROPE",)


@pytest.mark.parametrize(
    ("text", "shapes"),
    [
        ("Spain ranks third of the 32 members for defence spending.", ["figure", "rank"]),
        ("NATO has 32 members.", ["figure"]),
    ],
)
def test_a_place_among_all_is_judged_beside_their_number(text: str, shapes: list[str], claims_of) -> None:
    assert [claim.shape for claim in claims_of(text, "2024-08-01")] == shapes


def test_who_tops_the_spending_of_the_pact_holds_the_figure(claims_of) -> None:
    claims = claims_of("Greece tops NATO's defence spending relative to its GDP with 3.82% in 2021.", "2021-06-11")
    assert [(claim.groups, claim.shape) for claim in claims] == [(("GRC",), "figure"), (("GRC",), "rank")]


def test_a_record_beside_a_stated_share_is_judged_too(extractor: Extractor, account: Account) -> None:
    text = "At 3.38 percent, America is devoting more of its GDP to the military than at any time in the past decade."
    claims = claims_in(text, extractor, account, on="2024-10-22", lang="en")
    assert [claim.shape for claim in claims] == ["figure", "record"]


def test_a_share_of_the_whole_that_each_of_several_bears_is_judged_for_each(
    extractor: Extractor, account: Account
) -> None:
    text = "The US and Germany each pay about 16 percent of NATO's common-funded budget."
    found = check_claim(text, extractor, account, on="2022-01-01", lang="en")
    assert [finding.verdict for finding in found] == ["supported", "supported"]
