from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from extraction.quotes.cast.test_cast import speakers
from extraction.quotes.test_phrases import frame_of
from quotepart.extraction.quotes.cast.newcomers import is_newcomer
from quotepart.extraction.quotes.nouns import read_phrase

Told = Callable[..., Any]


@pytest.mark.parametrize(
    ("text", "new"),
    [
        ("The admiral came by with a politician in a vest.", True),
        ("Ida Sporsz, a politician, came by in a vest.", False),
        ("Ida Sporsz was a politician in a vest.", False),
        ("Ida Sporsz came by in a vest.", False),
    ],
)
def test_who_is_brought_up_without_a_name_is_taken_up_by_a_description(told: Told, text: str, new: bool) -> None:
    whole = f"{text} The politician left."
    frame, grammar = frame_of(told, "The politician left.", "en")
    phrase = read_phrase(frame, 0, 2, grammar)
    assert phrase is not None
    assert is_newcomer(phrase, len(text) + 1, [], told(whole, "en").prepared, grammar) == new


def test_a_newcomer_is_not_the_person_named_before(told: Told) -> None:
    text = "Ivan Krolt said no. He came by with a politician in a vest. “What do you need?” the politician asked."
    assert speakers(told, text, "en")[-1] == "the politician"
