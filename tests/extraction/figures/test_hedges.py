from __future__ import annotations

from decimal import Decimal

import pytest

from quotepart.extraction.extractor import Extractor
from quotepart.model.amount import Qualifier
from quotepart.model.document import Document
from quotepart.model.entry import Figure


def figures(extractor: Extractor, text: str, lang: str) -> tuple[Figure, ...]:
    return extractor.extract(Document(id="a", text=text, sha256="", lang=lang)).figures


@pytest.mark.parametrize(
    ("words", "lang", "qualifier"),
    [
        ("plus de 2 %", "fr", "more_than"),
        ("près de 2 %", "fr", "nearly"),
        ("jusqu'à 2 %", "fr", "up_to"),
        ("au moins 2 %", "fr", "at_least"),
        ("pas moins de 2 %", "fr", "at_least"),
        ("2 % ou plus", "fr", "at_least"),
        ("environ 2 %", "fr", "about"),
        ("quelque 2 %", "fr", "about"),
        ("moins de 2 %", "fr", "less_than"),
        ("au maximum 2 %", "fr", "at_most"),
        ("2 %", "fr", "exact"),
        ("more than 2%", "en", "more_than"),
        ("nearly 2%", "en", "nearly"),
        ("just under 2%", "en", "nearly"),
        ("up to 2%", "en", "up_to"),
        ("a minimum of 2%", "en", "at_least"),
        ("2% or more", "en", "at_least"),
        ("roughly 2%", "en", "about"),
        ("less than 2%", "en", "less_than"),
        ("no more than 2%", "en", "at_most"),
    ],
)
def test_hedges(nato_extractor: Extractor, words: str, lang: str, qualifier: Qualifier) -> None:
    text = f"Leur effort représente {words} du PIB." if lang == "fr" else f"Their effort stands at {words} of GDP."
    (figure,) = figures(nato_extractor, text, lang)
    assert figure.amount.qualifier == qualifier


@pytest.mark.parametrize(
    ("text", "lang", "low", "high"),
    [
        ("Entre 34.000 et 35.000 soldats sont là.", "fr", "34000", "35000"),
        ("Il en coûtera 2 à 3 milliards d'euros.", "fr", "2000000000", "3000000000"),
        ("Between $500 and $600 billion was spent.", "en", "500000000000", "600000000000"),
        ("It sent 30-40 tanks.", "en", "30", "40"),
    ],
)
def test_two_ends_of_a_range_are_one_figure(
    nato_extractor: Extractor, text: str, lang: str, low: str, high: str
) -> None:
    (figure,) = figures(nato_extractor, text, lang)
    assert (figure.amount.value, figure.amount.high) == (Decimal(low), Decimal(high))
    assert figure.amount.qualifier == "between"


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Le budget de la défense doit passer de 1,2 à 2 % du PIB.", "fr"),
        ("Defence spending rose from 1.2 to 2 percent of GDP.", "en"),
    ],
)
def test_a_movement_has_two_figures(nato_extractor: Extractor, text: str, lang: str) -> None:
    found = figures(nato_extractor, text, lang)
    assert [(figure.amount.value, figure.amount.unit) for figure in found] == [
        (Decimal("1.2"), "percent_of_gdp"),
        (Decimal(2), "percent_of_gdp"),
    ]


@pytest.mark.parametrize(
    ("text", "lang", "values"),
    [
        ("Defence spending will rise by $3 billion to $9 billion.", "en", [3, 9]),
        ("Defence spending rose from $3 billion in 2014 to $9 billion in 2019.", "en", [3, 9]),
        ("Une hausse de 5 milliards de francs aujourd'hui à 9 milliards.", "fr", [5, 9]),
    ],
)
def test_where_it_came_to_is_no_end_of_a_range(
    nato_extractor: Extractor, text: str, lang: str, values: list[int]
) -> None:
    assert [figure.amount.value / 10**9 for figure in figures(nato_extractor, text, lang)] == values


def test_the_soonest_and_the_latest_of_a_time_hedge_no_number(nato_extractor: Extractor) -> None:
    (figure,) = figures(nato_extractor, "Ils dépenseront 2 % du PIB au plus tôt en 2032.", "fr")
    assert figure.amount.qualifier == "exact"


def test_a_list_shares_its_unit(nato_extractor: Extractor) -> None:
    found = figures(nato_extractor, "Ils ont dépensé 2 et 3 milliards d'euros pour la défense.", "fr")
    assert [figure.amount.value for figure in found] == [Decimal(2 * 10**9), Decimal(3 * 10**9)]


def test_a_number_in_words_is_no_end_of_a_range_in_digits(nato_extractor: Extractor) -> None:
    found = figures(nato_extractor, "Ils ne sont que cinq à atteindre les 2 %.", "fr")
    assert [(figure.amount.value, figure.amount.is_range) for figure in found] == [(Decimal(2), False)]


def test_two_things_counted_are_no_range(nato_extractor: Extractor) -> None:
    found = figures(nato_extractor, "L'aide comprend entre autres 400 véhicules et 1 600 missiles.", "fr")
    assert [figure.amount.value for figure in found] == [400, 1600]


def test_words_between_two_numbers_make_no_range_of_them(nato_extractor: Extractor) -> None:
    text = "La Roumanie est l'un des 23 alliés sur 32 à consacrer au moins 2 % de leur PIB à la défense."
    assert [figure.amount.value for figure in figures(nato_extractor, text, "fr")] == [23, 32, 2]
    assert not any(figure.amount.unit != "count" for figure in figures(nato_extractor, text, "fr")[:2])
