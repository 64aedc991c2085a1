from __future__ import annotations

import pytest

from quotepart.extraction.extractor import Extractor
from quotepart.extraction.figures.changes import compile_change
from quotepart.extraction.languages.find import find_languages
from quotepart.model.document import Document


def kinds(extractor: Extractor, text: str, lang: str) -> list[str]:
    return [figure.kind for figure in extractor.extract(Document(id="a", text=text, sha256="", lang=lang)).figures]


def test_every_language_tells_by_from_to() -> None:
    for language in find_languages().values():
        grammar = compile_change(language)
        assert grammar.by
        assert grammar.to
        assert grammar.by.isdisjoint(grammar.to)


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Les budgets de défense ont augmenté de 4,3 %.", "fr"),
        ("Les budgets de défense sont en hausse de près de 4 %.", "fr"),
        ("Le budget de la défense recule de 2 %.", "fr"),
        ("Defence budgets grew nearly 4%.", "en"),
        ("A 4% increase in defence spending is planned.", "en"),
        ("Defence spending is 20 percent higher.", "en"),
        ("Defence spending rose, up 11 percent.", "en"),
        ("Total defence spending declined, by one estimate, by nearly 15 percent.", "en"),
    ],
)
def test_a_word_of_change_governs_the_number(nato_extractor: Extractor, text: str, lang: str) -> None:
    assert kinds(nato_extractor, text, lang) == ["change"]


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Le budget de la défense augmente pour atteindre 1,9 % du PIB.", "fr"),
        ("Le budget de la défense est passé à 1,9 % du PIB.", "fr"),
        ("Defence spending rose to 1.9% of GDP.", "en"),
        ("Defence spending fell below 1.9% of GDP.", "en"),
        ("Defence spending fell just short of 1.9% of GDP.", "en"),
        ("Defence spending increased to a record $3 billion.", "en"),
        ("L'augmentation du budget de la défense à hauteur de 3 milliards d'euros est votée.", "fr"),
    ],
)
def test_what_was_reached_is_a_level(nato_extractor: Extractor, text: str, lang: str) -> None:
    assert kinds(nato_extractor, text, lang) == ["level"]


def test_what_is_added_to_something_is_a_change(nato_extractor: Extractor) -> None:
    assert kinds(nato_extractor, "Paris va ajouter à son budget militaire 9 milliards d'euros.", "fr") == ["change"]


def test_a_change_said_otherwise_is_a_change(nato_extractor: Extractor) -> None:
    text = "Les budgets militaires augmenteront de 4,3 %, soit 12 milliards de dollars, contre 3,8 % en 2016."
    assert kinds(nato_extractor, text, "fr") == ["change"] * 3


def test_what_is_gathered_has_not_risen(nato_extractor: Extractor) -> None:
    assert kinds(nato_extractor, "Partners raised $5 billion for Ukraine.", "en") == ["level"]
    assert kinds(nato_extractor, "Partners raised defence budgets by $5 billion.", "en") == ["change"]


def test_a_loss_over_years_adds_nothing_up(nato_extractor: Extractor) -> None:
    text = "European defence budgets were cut by $45 billion between 2008 and 2012."
    assert kinds(nato_extractor, text, "en") == ["change"]


@pytest.mark.parametrize(
    ("text", "lang", "count"),
    [
        ("Les hausses les plus fortes des dépenses militaires : Pologne (36 %), Suède (12 %).", "fr", 2),
        ("En Europe, les dépenses militaires : +13 % en un an.", "fr", 1),
    ],
)
def test_signs_and_lists_of_rises_are_changes(nato_extractor: Extractor, text: str, lang: str, count: int) -> None:
    assert kinds(nato_extractor, text, lang) == ["change"] * count


def test_a_number_between_takes_the_word_of_change(nato_extractor: Extractor) -> None:
    text = (
        "En augmentant le budget militaire de 33 millions d'euros, Berlin portera la part commune à hauteur de 16,35 %."
    )
    assert kinds(nato_extractor, text, "fr")[1] != "change"


def test_a_sum_in_another_currency_is_of_the_same_kind(nato_extractor: Extractor) -> None:
    text = "Berlin added an additional €65 billion ($74 billion) to its defence budget."
    assert kinds(nato_extractor, text, "en") == ["change", "change"]
