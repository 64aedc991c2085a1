from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from quotepart.extraction.quotes.cast.spelling import Spellings
from quotepart.extraction.quotes.speakers import find_quotes
from quotepart.extraction.text.prepared import Mention
from quotepart.model.span import Span

Told = Callable[..., Any]


def known(*names: str) -> Spellings:
    return Spellings([Mention(span=Span(0, 1), kind="person", name=name) for name in names])


@pytest.mark.parametrize("word", ["Kalyn", "Kalinn", "Klain", "Kalim"])
def test_one_letter_does_not_hide_a_surname(word: str) -> None:
    found = known("Ivan Kalin", "Petra Berg").meant(word)
    assert found is not None
    assert found.name == "Ivan Kalin"


@pytest.mark.parametrize("word", ["Kalin", "Malin", "Kabyn", "Berk", "kalyn", "Ivan Kalyn"])
def test_what_is_no_second_spelling(word: str) -> None:
    assert known("Ivan Kalin", "Petra Berg").meant(word) is None


def test_a_word_near_two_surnames_means_nobody() -> None:
    assert known("Ivan Kalin", "Petra Kalyn").meant("Kalen") is None


def test_who_writes_may_be_spelled_otherwise(told: Told) -> None:
    text = "Ivan Kalin is here. “We wait,” Kalyn wrote. “We go,” said Klain at the port. Mr Kalyn said “no more”."
    ready = told(text, "en")
    quotes = find_quotes(ready.prepared, ready.grammars.quotes)
    assert [each.speaker.name for each in quotes if each.speaker] == ["Ivan Kalin"] * 3
