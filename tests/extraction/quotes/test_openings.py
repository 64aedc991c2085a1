from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from extraction.quotes.test_phrases import frame_of
from quotepart.extraction.quotes.openings import past_opening

Told = Callable[..., Any]


@pytest.mark.parametrize(
    ("text", "lang", "rest"),
    [
        ("When asked whether Klow could wait, Ivan Krolt opened the door to it.", "en", "ivan krolt"),
        ("If the council agrees, the minister will go.", "en", "the minister"),
        ("When Ivan Krolt sat down, a woman stood up.", "en", "when ivan"),
        ("In a long speech, in Klow, Ivan Krolt said no.", "en", "ivan krolt"),
        ("Asked if the goal would be met, Ivan Krolt said no.", "en", "ivan krolt"),
        ("Dans un discours, à Klow, Ivan Krolt a dit non.", "fr", "ivan krolt"),
    ],
)
def test_the_subject_stands_behind_what_opens_a_sentence(told: Told, text: str, lang: str, rest: str) -> None:
    frame, grammar = frame_of(told, text, lang)
    assert " ".join(frame.words[past_opening(frame, len(frame), grammar) :]).startswith(rest)
