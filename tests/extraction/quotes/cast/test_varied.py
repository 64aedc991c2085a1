from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from extraction.quotes.test_phrases import frame_of
from quotepart.extraction.quotes.cast.varied import has_epithet, varies_name
from quotepart.extraction.quotes.phrases import first_phrase

Told = Callable[..., Any]


@pytest.mark.parametrize(
    ("text", "lang", "varies"),
    [
        ("La ministre attend.", "fr", True),
        ("Le colosse attend.", "fr", True),
        ("Cet homme de 47 ans attend.", "fr", True),
        ("Le membre du gouvernement attend.", "fr", True),
        ("Le Klovois attend.", "fr", True),
        ("Le chef de la flotte attend.", "fr", False),
        ("Un général attend.", "fr", False),
        ("La source attend.", "fr", False),
        ("Le ministère attend.", "fr", False),
        ("Le porte-parole attend.", "fr", False),
        ("The farmer waited.", "en", True),
        ("The Budget Officer waited.", "en", False),
    ],
)
def test_a_definite_noun_for_one_person_varies_a_name(told: Told, text: str, lang: str, varies: bool) -> None:
    frame, grammar = frame_of(told, text, lang)
    phrase = first_phrase(frame, len(frame), grammar)
    assert phrase is not None
    assert varies_name(phrase, told(text, lang).prepared, grammar) is varies


@pytest.mark.parametrize(("head", "is_one"), [("expert", True), ("61-year-old", True), ("table", False)])
def test_some_nouns_only_vary_a_name(told: Told, head: str, is_one: bool) -> None:
    assert has_epithet(head, told("Dora Welk.", "en").grammars.quotes) == is_one
