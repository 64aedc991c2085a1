from __future__ import annotations

import pytest

from quotepart.accounts.account import Account
from quotepart.checks.check import claims_in
from quotepart.extraction.extractor import Extractor


@pytest.mark.parametrize(
    ("lang", "text", "shape", "value"),
    [
        ("en", "Estonia ranks second in NATO.", "rank", 2),
        ("fr", "La Pologne est le premier contributeur de l'Alliance.", "rank", 1),
        ("en", "Poland spends more than any other ally.", "rank", 1),
        ("en", "Norway spends more than Belgium.", "comparison", 1),
        ("fr", "La Norvège dépense plus que la Belgique.", "comparison", 1),
        ("en", "The United States spends more than all other allies combined.", "others", 1),
        ("en", "German spending has fallen for four consecutive years.", "run", 4),
        ("en", "German spending is at its highest since 2014.", "record", 1),
        ("en", "All allies meet the target.", "all", 0),
        ("en", "All NATO allies meet the target.", "all", 0),
        ("en", "Sweden became the 32nd member.", "joining", 32),
        ("en", "Spending in Hungary has doubled since 2016.", "figure", 2),
        ("en", "Most allies meet the target.", "figure", 50),
        ("en", "German defence spending rose.", "direction", 0),
        ("fr", "La Bulgarie compte moins de soldats que la Roumanie.", "comparison", 1),
        ("fr", "La Bulgarie est le pays dont les dépenses de défense sont les plus importantes de l'Otan.", "rank", 1),
    ],
)
def test_words_make_an_amount(
    lang: str, text: str, shape: str, value: int, extractor: Extractor, account: Account
) -> None:
    (claim,) = claims_in(text, extractor, account, on="2024-08-01", lang=lang)
    assert (claim.shape, claim.amount.value) == (shape, value), claim.reason


@pytest.mark.parametrize(
    ("lang", "text", "reason"),
    [
        ("en", "Syldavia will double its spending.", "forecast"),
        ("en", "Without us they would have lost.", "counterfactual"),
        ("en", "The deal is unfair.", "opinion"),
        ("en", "Many countries owe us a lot.", "too_vague"),
        ("fr", "Les alliés doivent payer davantage.", "opinion"),
        ("fr", "La réunion s'est tenue mardi.", "too_vague"),
        ("en", "The number of allies has almost doubled.", "too_vague"),
        ("en", "Russia spends more than Germany.", "no_series"),
        ("en", "They pay more because of us.", "cause"),
        ("fr", "La hausse des dépenses de la Bulgarie s'explique par la crise.", "cause"),
        ("fr", "C'est le niveau de financement de la défense le plus élevé de l'histoire de la Bulgarie.", "no_period"),
        ("fr", "Il est difficile de voir qui profite de la hausse des dépenses de la Bulgarie.", "opinion"),
    ],
)
def test_what_can_not_be_judged_says_why(
    lang: str, text: str, reason: str, extractor: Extractor, account: Account
) -> None:
    (claim,) = claims_in(text, extractor, account, on="2024-08-01", lang=lang)
    assert claim.reason == reason


def test_shares_without_a_unit_are_read_where_two_are_set_side_by_side(extractor: Extractor, account: Account) -> None:
    claims = claims_in("Italy is at 1.5 and Poland is at 4.1.", extractor, account, on="2024-08-01", lang="en")
    assert [(claim.groups[0], str(claim.amount.value), claim.unit) for claim in claims] == [
        ("ITA", "1.5", "percent_of_gdp"),
        ("POL", "4.1", "percent_of_gdp"),
    ]


def test_a_year_ahead_makes_a_forecast(claims_of) -> None:
    (claim,) = claims_of("A minimum of 3.5% of GDP is to go to core defence by 2035.", "2025-06-25")
    assert claim.reason == "forecast"


def test_an_ordinal_behind_a_verb_is_a_place(claims_of) -> None:
    (claim,) = claims_of("Canada is 6th in total defence spending behind Italy.", "2025-01-15")
    assert (claim.shape, int(claim.amount.value), claim.groups) == ("rank", 6, ("CAN",))


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("All allies spend more.", "not_checkable"),
        ("None of the allies spends enough.", "not_checkable"),
        ("Nobody pays their fair share.", "not_checkable"),
        ("No ally spends as little of its GDP as Spain.", "supported"),
        ("Nobody spends as little as Spain.", "depends"),
        ("La France a réintégré le commandement intégré en 2009.", "not_checkable"),
        ("All allies meet the target.", "contradicted"),
    ],
)
def test_merely_to_spend_reaches_nothing(judge, text: str, verdict: str) -> None:
    assert judge(text, "2024-07-20", "fr" if "réintégré" in text else "en").verdict == verdict


@pytest.mark.parametrize(
    ("text", "lang", "verdict"),
    [
        ("L'armée de l'air italienne aligne plus d'avions ravitailleurs que l'Espagne.", "fr", "not_checkable"),
        ("Poland's armed forces are now bigger than those of Italy.", "en", "supported"),
    ],
)
def test_more_of_things_is_no_size_of_armies(text: str, lang: str, verdict: str, judge) -> None:
    assert judge(text, "2024-09-12", lang).verdict == verdict


def test_who_joined_as_which_member_is_read_whatever_else_is_told(judge) -> None:
    text = "La Finlande est devenue mardi le 31e pays membre de l'Otan, ce qui a déclenché la colère de la Russie."
    assert judge(text, "2023-04-04", "fr").verdict == "supported"


@pytest.mark.parametrize(
    ("lang", "text", "verdict"),
    [
        ("en", "The Turkish army is bigger than the French and German armies put together.", "supported"),
        ("en", "The German army is bigger than the French and Turkish armies put together.", "contradicted"),
        ("en", "The German army is smaller than the Turkish army.", "supported"),
        ("en", "The Polish army is more modern than the German army.", "not_checkable"),
        ("fr", "L'armée turque est plus grande que les armées française et allemande réunies.", "supported"),
        ("fr", "L'armée polonaise est plus nombreuse que l'armée turque.", "contradicted"),
        ("fr", "L'armée polonaise est plus moderne que l'armée turque.", "not_checkable"),
    ],
)
def test_the_size_of_armies_is_counted_in_people(lang: str, text: str, verdict: str, judge) -> None:
    assert judge(text, "2024-07-01", lang).verdict == verdict


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("The United States has raised its share of GDP spent on defence since 2014.", "contradicted"),
        ("The share of GDP that the United States spends on defence has fallen since 2014.", "supported"),
    ],
)
def test_a_share_is_said_to_rise_or_fall_without_a_number(text: str, verdict: str, judge) -> None:
    assert judge(text, "2026-08-01").verdict == verdict
