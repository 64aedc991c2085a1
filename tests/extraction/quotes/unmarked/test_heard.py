from __future__ import annotations

from collections.abc import Callable
from typing import Any

from quotepart.extraction.quotes.cast.cast import Cast
from quotepart.extraction.quotes.unmarked.heard import hear_blocks
from quotepart.extraction.quotes.unmarked.turns import find_turns

Told = Callable[..., Any]


def heard(told: Told, text: str, lang: str) -> list[tuple[str, str | None]]:
    ready = told(text, lang)
    grammar = ready.grammars.quotes
    blocks = find_turns(ready.prepared, frozenset(ready.prepared.paragraphs), grammar)
    found = hear_blocks(blocks, Cast(ready.prepared, grammar), grammar)
    return [(each.span.cut(text), each.speaker.name if each.speaker else None) for each in found]


def test_a_title_in_capitals_without_accents_is_the_bearers(told: Told) -> None:
    text = (
        "Interview du président Ottokar Vlasz à Radio Klow.\n\n"
        "Ida Sporsz : Serez-vous au sommet ?\n\nLE PRESIDENT : J'y serai.\n\n"
        "Ida Sporsz : Avec quel budget ?\n\nLE PRESIDENT : Le nôtre.\n"
    )
    assert heard(told, text, "fr") == [
        ("Serez-vous au sommet ?", "Ida Sporsz"),
        ("J'y serai.", "Ottokar Vlasz"),
        ("Avec quel budget ?", "Ida Sporsz"),
        ("Le nôtre.", "Ottokar Vlasz"),
    ]


def test_who_is_in_the_chair_is_nobody_that_speaks_under_a_name(told: Told) -> None:
    text = (
        "M. le président. La séance est ouverte.\n\n"
        "M. Jan Novak, président de la commission de la défense, rapporteur. Je demande la réserve.\n\n"
        "M. le président. Elle est de droit.\n"
    )
    assert [speaker for _, speaker in heard(told, text, "fr")] == ["M. le président", "Jan Novak", "M. le président"]


def test_the_heading_says_who_is_in_the_chair(told: Told) -> None:
    text = (
        "Présidence de Mme Ida Sporsz\n\nMme la présidente. La parole est à M. Novak.\n\n"
        "M. Jan Novak. Je la prends.\n\nMme la présidente. Merci.\n"
    )
    assert [speaker for _, speaker in heard(told, text, "fr")] == ["Ida Sporsz", "Jan Novak", "Ida Sporsz"]
