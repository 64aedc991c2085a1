from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Told = Callable[..., Any]


def persons(told: Told, text: str, lang: str = "fr") -> list[tuple[str, str]]:
    mentions = told(text, lang).prepared.mentions
    return [(m.span.cut(text), m.name) for m in mentions if m.kind == "person"]


def test_any_capitalised_name_is_a_person(told: Told) -> None:
    text = "Solveig Dahlmann-Berg a vu Omar Ben Salid et Théodule Grandvoinet."
    assert [name for _, name in persons(told, text)] == [
        "Solveig Dahlmann-Berg",
        "Omar Ben Salid",
        "Théodule Grandvoinet",
    ]


@pytest.mark.parametrize("short", ["M. Krolt", "Krolt"])
def test_a_surname_means_the_full_name_given_anywhere(told: Told, short: str) -> None:
    text = f"Hier, {short} est venu. Ivan Krolt repart demain."
    assert persons(told, text)[0] == (short, "Ivan Krolt")


def test_the_last_two_words_of_a_name_mean_the_whole(told: Told) -> None:
    text = "Anders Fogh Krolt is here. Mr Fogh Krolt said no. Fogh Krolt left."
    assert {name for _, name in persons(told, text, "en")} == {"Anders Fogh Krolt"}


def test_a_particle_may_open_a_sentence(told: Told) -> None:
    text = "Minister Petra von der Vlasz is here. Von der Vlasz said no."
    assert {name for _, name in persons(told, text, "en")} == {"Petra von der Vlasz"}


def test_an_honorific_tells_two_of_one_name_apart(told: Told) -> None:
    text = "Petra Vlasz et Mirko Vlasz sont là. Mme Vlasz parle. M. Vlasz se tait."
    assert [name for _, name in persons(told, text)][2:] == ["Petra Vlasz", "Mirko Vlasz"]


def test_titles_and_sentence_openings_are_no_part_of_a_name(told: Told) -> None:
    text = "Yesterday Prime Minister Sven Aalto met New York Mayor Rob Stern."
    assert [name for _, name in persons(told, text, "en")] == ["Sven Aalto", "Rob Stern"]


@pytest.mark.parametrize("text", ["La Banque Centrale attend.", "Le Conseil de Sécurité vote.", "La Mer Blanche gèle."])
def test_what_is_named_otherwise_is_no_person(told: Told, text: str) -> None:
    assert persons(told, text) == []


def test_a_party_in_brackets_is_no_person_and_a_place_no_name(told: Told) -> None:
    text = "Jan Novak (Open Moor) a vu Ida Sporsz du Littoral, puis le ministre (Ivan Krolt)."
    assert [name for _, name in persons(told, text)] == ["Jan Novak", "Ida Sporsz", "Ivan Krolt"]


def test_a_title_alone_is_no_name(told: Told) -> None:
    text = "The Parliamentary Budget Officer spoke, and Ivan Marshal and Budget Officer Ida Sporsz left."
    assert [name for _, name in persons(told, text, "en")] == ["Ivan Marshal", "Ida Sporsz"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Zhor Mirv est venu. M. Zhor a parlé.", ["Zhor Mirv"] * 2),
        ("Petra Vlasz est venue. Mme Petra a parlé.", ["Petra Vlasz", "Petra"]),
        ("Le retour du Lorka Brano est sûr. Lorka Brano dort.", []),
        ("L'avenir de Vlask est sûr. Vlask dort.", []),
        ("Le ministre N-VA dort.", []),
        ("Petra Berg de TVK dort.", ["Petra Berg"]),
        ("L'adjudant Berg dort.", ["Berg"]),
        ("La Commission Commerciale du TVK dort.", []),
        ("Le chef de la Défense Petra Berg dort.", ["Petra Berg"]),
    ],
)
def test_what_a_name_is_known_by(told: Told, text: str, names: list[str]) -> None:
    assert [name for _, name in persons(told, text)] == names


def test_a_part_of_a_word_is_no_name(told: Told) -> None:
    assert [name for _, name in persons(told, "Retired Vice-President Garth Pelley left.", "en")] == ["Garth Pelley"]


def test_a_surname_may_have_two_letters(told: Told) -> None:
    assert persons(told, "Klaas Bo came. Then Bo left.", "en")[-1] == ("Bo", "Klaas Bo")


def test_a_given_name_behind_an_honorific_means_its_one_bearer(told: Told) -> None:
    assert persons(told, "Dr Magnus Aldous came. Then Sir Magnus left.", "en")[-1] == ("Sir Magnus", "Magnus Aldous")


def test_a_word_behind_an_article_with_a_capital_is_a_place(told: Told) -> None:
    assert [name for _, name in persons(told, "Ida Sporsz spoke in The Klobrin. Ivan Klobrin left.", "en")] == [
        "Ida Sporsz",
        "Ivan Klobrin",
    ]


def test_the_region_behind_the_place_of_a_dateline_is_nobody(told: Told) -> None:
    assert persons(told, "KLOW, Outer Sporsz--The fleet has left.", "en") == []
    assert persons(told, "KLOW, Outer Sporsz has left the port.", "en") != []


def test_a_name_may_lose_its_accents(told: Told) -> None:
    text = "Petro Sánkez is here. Mr Sankez said no. Petro Sankez left."
    assert {name for _, name in persons(told, text, "en")} == {"Petro Sánkez"}


def test_the_end_of_a_title_with_of_is_no_part_of_a_name(told: Told) -> None:
    assert persons(told, "Army Chief of Staff Rajmund Krolt said no.", "en") == [("Rajmund Krolt", "Rajmund Krolt")]
    assert persons(told, "His envoy, Commander-in-Chief Rajmund Krolt, left.", "en")[0][1] == "Rajmund Krolt"


def test_a_lone_apostrophe_on_the_line_before_a_name_is_no_title(told: Told) -> None:
    assert persons(told, "’\nZlata Sporsz a dit non.") == [("Zlata Sporsz", "Zlata Sporsz")]
