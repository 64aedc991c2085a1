from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from quotepart.extraction.quotes.speakers import find_quotes

Told = Callable[..., Any]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("« La mer monte, a dit Ivan Krolt. Elle montera encore. »", ["La mer monte", "Elle montera encore."]),
        ("« La mer monte, a dit Ivan Krolt, dimanche, lors d'un débat. Et vite. »", ["La mer monte", "Et vite."]),
        ("« La mer, a dit Ivan Krolt, monte toujours. »", ["La mer, a dit Ivan Krolt, monte toujours."]),
        ("« La mer monte encore, a dit Ivan Krolt, et vite. »", ["La mer monte encore", "et vite."]),
        ("« La mer monte,- a dit Ivan Krolt. - Et vite. »", ["La mer monte", "Et vite."]),
    ],
)
def test_a_cue_inside_the_marks_parts_the_words(told: Told, text: str, pieces: list[str]) -> None:
    ready = told(text, "fr")
    quotes = find_quotes(ready.prepared, ready.grammars.quotes)
    assert [quote.span.cut(text) for quote in quotes] == pieces
    assert {quote.speaker.name for quote in quotes if quote.speaker} == {"Ivan Krolt"}


def test_a_pronoun_inside_whole_marks_is_the_speaker_s_own_word(told: Told) -> None:
    ready = told("“Oh, well, he announced...” an amused Ivan Krolt declares.", "en")
    (quote,) = find_quotes(ready.prepared, ready.grammars.quotes)
    assert quote.span.cut(ready.prepared.text) == "Oh, well, he announced..."


def test_what_a_continuous_form_tells_is_no_cue_inside_the_marks(told: Told) -> None:
    text = '"The fleet is growing, the yard is busy, Borduria is responding," said Ivan Krolt.'
    ready = told(text, "en")
    (quote,) = find_quotes(ready.prepared, ready.grammars.quotes)
    assert quote.speaker is not None and quote.speaker.name == "Ivan Krolt"
