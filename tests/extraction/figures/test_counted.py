from __future__ import annotations

import pytest

from quotepart.extraction.figures.counted import as_count
from quotepart.extraction.figures.numbers import compile_numbers, read_numbers
from quotepart.extraction.figures.units import compile_units
from quotepart.extraction.languages.find import find_languages
from quotepart.extraction.text.fold import fold
from quotepart.extraction.text.tokens import tokenise

NUMBERS = {code: compile_numbers(language) for code, language in find_languages().items()}
UNITS = {code: compile_units(language) for code, language in find_languages().items()}


def counts(text: str, lang: str) -> list[tuple[int, str]]:
    tokens = tokenise(fold(text), 0, len(text))
    found = [as_count(tokens, number, UNITS[lang], text) for number in read_numbers(tokens, NUMBERS[lang])]
    return [(int(each.value), each.counted) for each in found if each is not None]


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        ("29 Etats membres", "fr", [(29, "members")]),
        ("quatre soldats", "fr", [(4, "troops")]),
        ("une trentaine de civils", "fr", [(30, "other")]),
        ("34.000 hommes", "fr", [(34000, "troops")]),
        ("2000 soldats", "fr", [(2000, "troops")]),
        ("14 obusiers", "fr", [(14, "thing")]),
        ("Eighteen NATO members", "en", [(18, "members of nato")]),
        ("32 allies", "en", [(32, "members")]),
        ("10,000 American troops", "en", [(10000, "troops")]),
        ("2,442 U.S. soldiers", "en", [(2442, "troops")]),
        ("14 MiG-29 jets", "en", [(14, "other")]),
        ("six F-16s", "en", [(6, "other")]),
        ("24 American F-35 fighter jets", "en", [(24, "other")]),
        ("32 F-35 ont volé", "fr", [(32, "other")]),
        ("un demi-millier de soldats", "fr", [(500, "troops")]),
        ("deux millions et demi de personnes", "fr", [(2_500_000, "other")]),
        ("six additional Caesar artillery systems", "en", [(6, "other")]),
        ("533 infantry fighting vehicles", "en", [(533, "other")]),
    ],
)
def test_things_counted(text: str, lang: str, expected: list[tuple[int, str]]) -> None:
    assert counts(text, lang) == expected


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("les deux rives", "fr"),
        ("trois priorités", "fr"),
        ("dix ans", "fr"),
        ("l'article 5 prévoit", "fr"),
        ("un char Leopard 2 livré", "fr"),
        ("point 12 du communiqué", "fr"),
        ("the two sides", "en"),
        ("a two-day meeting", "en"),
        ("Resolution 1325 was", "en"),
        ("10 Klow Street", "en"),
        ("the 2014 pledge", "en"),
        ("four diplomats said", "en"),
        ("75 million buys the paint", "en"),
        ("45 billion in weapons", "en"),
    ],
)
def test_what_counts_nothing(text: str, lang: str) -> None:
    assert counts(text, lang) == []


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        ("5.600 autres", "fr", [(5600, "ellipsis")]),
        ("contre seulement trois", "fr", [(3, "ellipsis")]),
        ("Les Vingt-Huit se sont engagés.", "fr", [(28, "ellipsis")]),
        ("Les 29 ont promis.", "fr", [(29, "ellipsis")]),
        ("The 28 agreed.", "en", [(28, "ellipsis")]),
        ("22 sur 32", "fr", [(22, "ellipsis"), (32, "ellipsis")]),
        ("Only seven of 29 members", "en", [(7, "ellipsis"), (29, "members")]),
        ("compared with just three", "en", [(3, "ellipsis")]),
        ("well over 300,000.", "en", [(300000, "ellipsis")]),
    ],
)
def test_a_noun_left_out_is_left_to_the_context(text: str, lang: str, expected: list[tuple[int, str]]) -> None:
    assert counts(text, lang) == expected


@pytest.mark.parametrize(
    ("text", "lang", "whole"),
    [
        ("24 American F-35 fighter jets flew", "en", "24 American F-35 fighter jets"),
        ("32 F-35A jets flew", "en", "32 F-35A jets"),
        ("12 F-16s flew", "en", "12 F-16s"),
    ],
)
def test_a_type_belongs_to_what_is_counted(text: str, lang: str, whole: str) -> None:
    tokens = tokenise(fold(text), 0, len(text))
    (number, *_) = read_numbers(tokens, NUMBERS[lang])
    counted = as_count(tokens, number, UNITS[lang], text)
    assert counted is not None
    assert tokens.span(counted.first, counted.last).cut(text) == whole
