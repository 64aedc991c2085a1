from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from quotepart.extraction.names.person_grammar import PERSON_WORD

Told = Callable[..., Any]


@pytest.mark.parametrize(("word", "is_one"), [("Krolt", True), ("O'Hara", True), ("J.", True), ("krolt", False)])
def test_a_word_of_a_name_has_a_capital(word: str, is_one: bool) -> None:
    assert bool(PERSON_WORD.fullmatch(word)) == is_one


def test_words_of_three_capitals_are_acronyms(told: Told) -> None:
    text = "The EU and the USA met in KLOW."
    grammar = told(text, "en").grammars.names.persons
    assert [text[start:end] for start, end in grammar.find_acronyms(text)] == ["EU", "USA"]
