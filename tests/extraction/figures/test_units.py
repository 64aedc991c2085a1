from __future__ import annotations

from decimal import Decimal

import pytest

from quotepart.extraction.figures.measuring import measure
from quotepart.extraction.figures.numbers import compile_numbers, read_numbers
from quotepart.extraction.figures.units import Measured, compile_units, is_year
from quotepart.extraction.languages.find import find_languages
from quotepart.extraction.text.fold import fold
from quotepart.extraction.text.tokens import tokenise

NUMBERS = {code: compile_numbers(language) for code, language in find_languages().items()}
UNITS = {code: compile_units(language) for code, language in find_languages().items()}


def measured(text: str, lang: str) -> list[Measured]:
    tokens = tokenise(fold(text), 0, len(text))
    found = [measure(tokens, number, UNITS[lang], text) for number in read_numbers(tokens, NUMBERS[lang])]
    return [each for each in found if each is not None]


def units(text: str, lang: str) -> list[tuple[str, str]]:
    return [(format(each.value.normalize(), "f"), each.unit) for each in measured(text, lang)]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("41 milliards de dollars", "USD"),
        ("41 milliards d'euros", "EUR"),
        ("41 Md€", "EUR"),
        ("41 milliards $ US", "USD"),
        ("41 milliards de dollars canadiens", "CAD"),
        ("41 milliards de livres sterling", "GBP"),
    ],
)
def test_money_in_french(text: str, unit: str) -> None:
    assert units(text, "fr") == [("41000000000", unit)]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("$41bn", "USD"),
        ("US$41 billion", "USD"),
        ("C$41bn", "CAD"),
        ("€41bn", "EUR"),
        ("£41 billion", "GBP"),
        ("EUR 41 billion", "EUR"),
        ("41 billion Canadian dollars", "CAD"),
        ("US $41 billion", "USD"),
        ("CA $41 billion", "CAD"),
        ("41 billion additional US dollars", "USD"),
    ],
)
def test_money_in_english(text: str, unit: str) -> None:
    assert units(text, "en") == [("41000000000", unit)]


def test_a_sum_without_currency_waits_for_its_context() -> None:
    assert units("41 milliards supplémentaires", "fr") == [("41000000000", "money")]


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("2 % du PIB", "fr"),
        ("2% de leur produit intérieur brut", "fr"),
        ("2 pour cent de sa richesse nationale", "fr"),
        ("two percent of GDP", "en"),
        ("2 per cent of the country's gross domestic product", "en"),
        ("2% of their countries' GDP", "en"),
        ("2% of each member state's GDP", "en"),
        ("2% of gross national income", "en"),
        ("2% of its economic output", "en"),
    ],
)
def test_a_share_of_the_product(text: str, lang: str) -> None:
    assert units(text, lang) == [("2", "percent_of_gdp")]


def test_a_part_of_something_else_is_marked() -> None:
    (share,) = measured("70 % des dépenses", "fr")
    assert (share.unit, share.is_part) == ("percent", True)
    (goal,) = measured("2 % d'ici 2024", "fr")
    assert not goal.is_part


@pytest.mark.parametrize(
    ("text", "lang", "value"),
    [
        ("deux points de pourcentage", "fr", "2"),
        ("un demi-point de PIB", "fr", "0.5"),
        ("half a percentage point", "en", "0.5"),
    ],
)
def test_points(text: str, lang: str, value: str) -> None:
    assert units(text, lang) == [(value, "points")]


def test_an_adjective_made_of_points_measures_nothing() -> None:
    assert units("a five-point statement", "en") == []


def test_multiples_and_fractions() -> None:
    assert units("trois fois plus de chars", "fr") == [("3", "times")]
    assert units("two-thirds of the allies", "en")[0][1] == "fraction"
    assert units("un quart d'heure", "fr") == []
    assert units("a third term", "en") == []


@pytest.mark.parametrize(("text", "is_one"), [("2018", True), ("1899", False), ("2 018", False), ("201", False)])
def test_a_year_is_written_in_four_digits(text: str, is_one: bool) -> None:
    tokens = tokenise(text, 0, len(text))
    (number,) = read_numbers(tokens, NUMBERS["fr"])
    assert is_year(tokens, number) is is_one


def test_values_stay_decimal() -> None:
    (one,) = measured("1,5 %", "fr")
    assert one.value == Decimal("1.5")


def test_crowns_of_a_state_not_named_have_no_currency() -> None:
    assert units("73 milliards de couronnes", "fr") == [("73000000000", "XXX")]


@pytest.mark.parametrize(
    ("text", "lang", "value"),
    [
        ("only one in four would", "en", "0.25"),
        ("six Bordurians in ten say so", "en", "0.6"),
        ("un sur cinq", "fr", "0.2"),
        ("un cinquième pour le matériel", "fr", "0.2"),
    ],
)
def test_so_many_out_of_so_many_are_a_part(text: str, lang: str, value: str) -> None:
    assert units(text, lang)[0] == (value, "fraction")


def test_a_whole_is_read_to_its_last_word() -> None:
    assert units("dix-neuf membres sur vingt-neuf", "fr")[0] == ("19", "count")
