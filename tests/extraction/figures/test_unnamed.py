from __future__ import annotations

import pytest

from quotepart.extraction.extractor import Extractor
from quotepart.model.document import Document


def holders(extractor: Extractor, text: str, lang: str) -> list[tuple[str, ...]]:
    return [figure.who for figure in extractor.extract(Document(id="a", text=text, sha256="", lang=lang)).figures]


@pytest.mark.parametrize(
    ("text", "lang", "who"),
    [
        ("L'objectif est fixé à 2 % du PIB.", "fr", ("NATO",)),
        (
            "Ida Sporsz, la ministre syldave, a parlé. Elle souhaite 4 milliards d'euros de plus pour l'armée.",
            "fr",
            ("SYL",),
        ),
        (
            "The Bordurian minister Ida Sporsz spoke after allies met. She announced 3 billion dollars for defence.",
            "en",
            ("BOR",),
        ),
        (
            "Syldavia is late. Syldavia has cut. Syldavia pays. “We already raised defence spending by 40%,” said Jan Novak.",
            "en",
            ("SYL",),
        ),
        ("World military spending rose by 4%.", "en", ()),
        ("We are at 4.2% of GDP and Syldavia is far behind.", "en", ()),
        ("Nous dépensons 4,2 % du PIB et la Syldavie bien moins.", "fr", ()),
    ],
)  # fmt: skip
def test_whose_a_figure_is_where_its_sentence_names_nobody(
    figure_extractor: Extractor, text: str, lang: str, who: tuple[str, ...]
) -> None:
    assert holders(figure_extractor, text, lang) == [who]


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Syldavia is at 1.2% of GDP and we are at 4.2% of GDP.", "en"),
        ("La Syldavie est à 1,2 % du PIB et nous sommes à 4,2 % du PIB.", "fr"),
    ],
)
def test_those_who_speak_are_not_who_they_set_themselves_against(
    figure_extractor: Extractor, text: str, lang: str
) -> None:
    assert holders(figure_extractor, text, lang) == [("SYL",), ()]


@pytest.mark.parametrize(
    ("text", "lang", "who"),
    [
        ("La Syldavie est à 1,2 % du PIB. Le parti paysan plaide pour atteindre les 2 %.", "fr", ("SYL",)),
        ("Syldavia is at 1.2% of GDP. The goal is 2%.", "en", ("NATO",)),
        ("Syldavia is at 1.2% of GDP. Members agreed to reach 2% by 2024.", "en", ("NATO",)),
        ("Syldavia pays. The equipment guideline is 20% of the defence budget.", "en", ("NATO",)),
        (
            "Le ministre bordure Jan Novak a parlé. Le Syldave Ivo Krann refuse de porter le budget du pays à 5 % du PIB.",
            "fr",
            ("SYL",),
        ),
        (
            "Le ministre syldave Jan Novak a parlé. « Je leur ai demandé de payer 2 % du PIB », a dit Jan Novak.",
            "fr",
            ("NATO",),
        ),
        (
            "Le ministre syldave Jan Novak a vu l'OTAN. Sa coalition veut porter la défense à 2 % du PIB.",
            "fr",
            ("SYL",),
        ),
        (
            "The Syldavian paper is out. The Syldavian harbour is full. The party wants 2.3% of GDP for defence.",
            "en",
            ("SYL",),
        ),
    ],
)  # fmt: skip
def test_what_a_text_is_about_goes_without_saying(
    figure_extractor: Extractor, text: str, lang: str, who: tuple[str, ...]
) -> None:
    assert holders(figure_extractor, text, lang)[-1] == who


@pytest.mark.parametrize(
    ("text", "lang", "who"),
    [
        ("NATO leaders met in Klow. The party is at 1.5% of GDP for defence.", "en", ()),
        ("L'Otan a parlé. Au ministère, on en est à 1,2 % du PIB pour la défense.", "fr", ()),
        ("Leaders agreed to hold thirty battalions ready by 2020.", "en", ("NATO",)),
        ("Le plan prévoit trente bataillons, trente escadrons et trente navires.", "fr", ("NATO",)),
        ("La Syldavie se réforme. Elle compte deux escadrons.", "fr", ("SYL",)),
        (
            "La Syldavie se réforme. La firme Vulk, qui a vu ses ventes atteindre 9 milliards d'euros, embauche.",
            "fr",
            (),
        ),
        ("A coalition of some 13,500 soldiers will remain.", "en", ("NATO",)),
    ],
)
def test_no_level_is_carried_over_from_the_whole_pact_and_common_forces_are_its_own(
    figure_extractor: Extractor, text: str, lang: str, who: tuple[str, ...]
) -> None:
    assert set(holders(figure_extractor, text, lang)) == {who}


def test_a_ministry_is_that_of_the_state_named_last(figure_extractor: Extractor) -> None:
    text = "Syldavia stands by NATO. The Ministry of Finance has set $52 billion for defence."
    assert holders(figure_extractor, text, "en") == [("SYL",)]
