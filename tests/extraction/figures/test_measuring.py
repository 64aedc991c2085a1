from __future__ import annotations

import pytest

from quotepart.extraction.extractor import Extractor
from quotepart.extraction.figures.measuring import measure
from quotepart.extraction.figures.numbers import compile_numbers, read_numbers
from quotepart.extraction.figures.units import compile_units
from quotepart.extraction.languages.find import find_languages
from quotepart.extraction.text.fold import fold
from quotepart.extraction.text.tokens import tokenise
from quotepart.model.document import Document

NUMBERS = {code: compile_numbers(language) for code, language in find_languages().items()}
UNITS = {code: compile_units(language) for code, language in find_languages().items()}


def pieces(text: str, lang: str) -> list[str]:
    tokens = tokenise(fold(text), 0, len(text))
    found = [measure(tokens, number, UNITS[lang], text) for number in read_numbers(tokens, NUMBERS[lang])]
    return [tokens.span(each.first, each.last).cut(text) for each in found if each is not None]


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Un F-16 et le G7 à 20h30", "fr"),
        ("Tél. : +32 2 707 41 11", "fr"),
        ("Le match s'est terminé 3-1.", "fr"),
        ("le Covid-19 et la 5G", "fr"),
        ("le 26ème sommet, la 75e session", "fr"),
        ("24/7 and 9/11 at 10:30", "en"),
        ("the A400M and the F-35", "en"),
        ("No. 10 and Article 5", "en"),
        ("the 70th time", "en"),
        ("Mr Halvik, 62, left", "en"),
    ],
)
def test_names_times_ages_and_scores_are_no_figures(text: str, lang: str) -> None:
    assert pieces(text, lang) == []


def test_a_figure_holds_its_number_and_its_unit() -> None:
    text = "US$41bn, 41 milliards de dollars et 2 % de leur PIB"
    assert pieces(text, "fr") == ["US$41bn", "41 milliards de dollars", "2 % de leur PIB"]


def test_metres_are_no_millions() -> None:
    assert pieces("a 100m pipeline", "en") == []
    assert pieces("a $100m pipeline", "en") == ["$100m"]


@pytest.mark.parametrize(
    ("text", "lang", "values"),
    [
        ("Dépenses en % du PIB : Syldavie 4,12 ; Bordurie 3,43.", "fr", ["4.12", "3.43"]),
        ("La Syldavie passera de 1,3 à 1,5 puis à 2 % du PIB.", "fr", ["1.3", "1.5", "2"]),
        ("La Syldavie dépense 2 p.c. de son PIB.", "fr", ["2"]),
        ("They are at one percent of GDP, 1.1, 1.2 percent.", "en", ["1", "1.1", "1.2"]),
        ("Syldavia spent one percent of GDP. It now spends 2.2.", "en", ["1", "2.2"]),
    ],
)
def test_shares_whose_unit_is_said_once(figure_extractor: Extractor, text: str, lang: str, values: list[str]) -> None:
    found = figure_extractor.extract(Document(id="a", text=text, sha256="", lang=lang)).figures
    assert [(str(each.amount.value), each.amount.unit) for each in found] == [
        (each, "percent_of_gdp") for each in values
    ]


@pytest.mark.parametrize(
    ("text", "lang", "units"),
    [
        ("Syldavia has put HUF 778 billion aside, or 900 million forints a day.", "en", ["HUF", "HUF"]),
        (
            "La Syldavie dépense 6,9 milliards de zlotys contre 6,7 milliards, et visera 19,2 milliards (2,6 milliards d'euros).",
            "fr",
            ["PLN", "PLN", "PLN", "EUR"],
        ),
    ],
)
def test_a_sum_in_brackets_gives_its_currency_to_nobody(
    figure_extractor: Extractor, text: str, lang: str, units: list[str]
) -> None:
    figures = figure_extractor.extract(Document(id="a", text=text, sha256="", lang=lang)).figures
    assert [figure.amount.unit for figure in figures] == units


def test_numbers_in_brackets_go_on_with_the_percentage_before(figure_extractor: Extractor) -> None:
    text = "Dix alliés dépassent 2 % : Syldavie (3,82 %), Bordurie (3,52), Poldavie (2,79)."
    figures = figure_extractor.extract(Document(id="a", text=text, sha256="", lang="fr")).figures
    assert [figure.amount.unit for figure in figures[1:]] == ["percent_of_gdp"] * 4
