from __future__ import annotations

from decimal import Decimal

import pytest

from quotepart.accounts.account import Account
from quotepart.checks.check import check_claim, claims_in
from quotepart.extraction.extractor import Extractor


@pytest.mark.parametrize(
    ("lang", "text", "shape", "value", "qualifier"),
    [
        ("en", "All allies spend 2% of GDP on defence.", "all", 0, "exact"),
        ("en", "Not all allies spend 2% of GDP on defence.", "all", 1, "at_least"),
        ("en", "All allies fail to spend 2% of GDP on defence.", "only", 0, "exact"),
        ("fr", "Tous les alliés sont sous les 2 % du PIB.", "only", 0, "exact"),
        ("fr", "Tous les alliés sauf un atteignent les 2 %.", "all", 1, "exact"),
        ("en", "All allies except Spain and Italy meet the 2% target.", "all", 2, "exact"),
        ("en", "Only Poland and Greece spend 2% of GDP on defence.", "only", 2, "exact"),
        ("en", "Not only Poland spends 2% of GDP on defence.", "only", 1, "more_than"),
        ("fr", "La Pologne n'est pas la seule à consacrer 2 % de son PIB à la défense.", "only", 1, "more_than"),
        ("en", "The Baltic states all spend more than 2% of GDP.", "all", 0, "exact"),
    ],
)
def test_who_reaches_a_line(
    lang: str, text: str, shape: str, value: int, qualifier: str, extractor: Extractor, account: Account
) -> None:
    claim = claims_in(text, extractor, account, on="2024-08-01", lang=lang)[0]
    assert (claim.shape, claim.amount.value, claim.amount.qualifier) == (shape, value, qualifier)
    assert claim.metric == "members" and claim.threshold == 2


def test_of_almost_all_in_a_clause_of_its_own_nothing_can_be_counted(extractor: Extractor, account: Account) -> None:
    words = "Tous les alliés, ou presque, consacrent 20 % de leur budget de défense à l'équipement."
    (finding,) = check_claim(words, extractor, account, on="2024-08-21", lang="fr")
    assert (finding.verdict, finding.reason) == ("not_checkable", "definition")


def test_only_of_a_number_is_no_only_of_a_member(extractor: Extractor, account: Account) -> None:
    (claim,) = claims_in("Spain spends only 1.3% of GDP.", extractor, account, on="2024-08-01", lang="en")
    assert claim.shape == "figure" and claim.groups == ("ESP",)


def test_all_of_a_sum_is_no_all_of_the_members(extractor: Extractor, account: Account) -> None:
    text = "The United States accounts for 66 percent of all allied defence spending."
    (claim,) = claims_in(text, extractor, account, on="2024-08-01", lang="en")
    assert claim.shape == "figure" and claim.groups == ("USA",)


def test_of_most_of_the_members_the_number_is_that_of_all(extractor: Extractor, account: Account) -> None:
    text = "La majorité des 32 membres de l'OTAN ont atteint l'objectif de 2 % du PIB."
    (claim,) = claims_in(text, extractor, account, on="2024-08-01", lang="fr")
    assert (claim.unit, claim.amount.value, claim.threshold) == ("percent", 50, 2)
    text = "Les dépenses de l'ensemble des 32 pays membres sont en hausse depuis 2015."
    (claim,) = claims_in(text, extractor, account, on="2024-08-01", lang="fr")
    assert (claim.shape, claim.groups) == ("direction", ("NATO",))


def test_the_only_one_that_does_worse_is_compared_and_not_alone(extractor: Extractor, account: Account) -> None:
    text = "Seul le Luxembourg fait pire que la Belgique, avec 0,7 % du PIB."
    claims = claims_in(text, extractor, account, on="2024-01-04", lang="fr")
    assert all(claim.metric != "members" for claim in claims)


def test_the_most_of_all_members_is_no_count_of_them(claims_of) -> None:
    (claim,) = claims_of("Poland spends the most of all members of the alliance on defence, 3.9% of GDP.", "2024-02-16")
    assert (claim.unit, claim.groups) == ("percent_of_gdp", ("POL",))


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("Italy spends just over 1 percent of its GDP on defence.", "1", "1.25"),
        ("France spends slightly more than 2 percent of its GDP on defence.", "2", "2.5"),
        ("L'Italie consacre un peu plus de 1 % de son PIB à la défense.", "1", "1.25"),
    ],
)
def test_just_over_is_no_open_end(text: str, low: str, high: str, claims_of) -> None:
    (claim,) = claims_of(text, "2024-08-01", "fr" if text.startswith("L'") else "en")
    assert (claim.amount.value, claim.amount.high) == (Decimal(low), Decimal(high))


def test_more_than_alone_stays_open(claims_of) -> None:
    (claim,) = claims_of("Italy spends more than 1 percent of its GDP on defence.", "2024-08-01")
    assert claim.amount.qualifier == "more_than"


@pytest.mark.parametrize(
    "text",
    [
        "L'Allemagne, l'Italie et la Grèce sont toutes les trois sous les 1,5 % du PIB.",
        "La Pologne, l'Estonie et l'Espagne dépensent toutes plus de 2 % du PIB.",
    ],
)
def test_all_of_those_named_are_judged_each_for_itself(text: str, extractor: Extractor, account: Account) -> None:
    claims = claims_in(text, extractor, account, on="2019-07-20", lang="fr")
    assert [claim.kind for claim in claims] == ["level"] * 3
    assert len({claim.groups for claim in claims}) == 3


def test_a_target_that_matters_to_all_is_not_said_to_be_reached(claims_of) -> None:
    text = "L'objectif de deux pour cent du PIB est vital pour la sécurité de tous les membres de l'OTAN."
    assert all(claim.kind != "count" for claim in claims_of(text, "2016-05-20", "fr"))


def test_a_part_of_their_own_spending_is_counted_by_its_own_series(extractor: Extractor, account: Account) -> None:
    text = "All allies spend at least 20 percent of their defence budgets on equipment."
    (claim,) = claims_in(text, extractor, account, on="2024-08-01", lang="en")
    assert (claim.shape, claim.threshold, claim.threshold_of) == ("all", 20, "equipment_share")


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Almost all allies spend at least 2 percent of GDP on defence."),
        ("fr", "Presque tous les alliés consacrent au moins 2 % de leur PIB à la défense."),
    ],
)
def test_nearly_all_is_no_number(lang: str, text: str, extractor: Extractor, account: Account) -> None:
    (claim,) = claims_in(text, extractor, account, on="2024-08-01", lang=lang)
    assert claim.reason == "too_vague"


@pytest.mark.parametrize(
    ("text", "on", "lang", "verdicts"),
    [
        ("No ally but Poland spends more than 4 percent of GDP on defence.", "2024-08-01", "en", ["supported"] * 2),
        (
            "Aucun pays de l'OTAN, hormis la Grèce, ne dépasse 4 % du PIB.",
            "2024-08-01",
            "fr",
            ["supported", "contradicted"],
        ),
        ("Every ally except Slovenia now meets the 2 percent target.", "2026-08-01", "en", ["supported"] * 2),
        ("Every ally except Germany now meets the 2 percent target.", "2026-08-01", "en", ["supported", "out_of_date"]),
    ],
)
def test_who_is_left_out_by_name_is_judged_too(
    text: str, on: str, lang: str, verdicts: list[str], extractor: Extractor, account: Account
) -> None:
    findings = check_claim(text, extractor, account, on=on, lang=lang)
    assert [finding.verdict for finding in findings] == verdicts


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Only Canada and Belgium are below 20 percent on equipment.", "supported"),
        ("Only Hungary spends more than 40 percent on equipment.", "contradicted"),
        ("Only Poland accounts for more than 4 percent of allied spending.", "not_checkable"),
    ],
)
def test_only_is_counted_on_the_line_of_its_own_series(
    text: str, verdict: str, extractor: Extractor, account: Account
) -> None:
    assert check_claim(text, extractor, account, on="2024-08-01", lang="en")[0].verdict == verdict
