from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from quotepart.extraction.quotes.speakers import find_quotes

Told = Callable[..., Any]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("« Oui, nous partons », a dit le ministre de la Défense, Ivan Krolt.", "Ivan Krolt"),
        ("« Oui, nous partons », a dit le chef de file au Parlement, Ivan Krolt.", "Ivan Krolt"),
        ("« Oui, nous partons », a dit le plus haut responsable du port, l'amiral syldave Ivan Krolt.", "Ivan Krolt"),
        ("« Oui, nous partons », a dit un expert en droit de la mer, Ivan Krolt.", "Ivan Krolt"),
        ("« Oui, nous partons », a dit le porte-parole du président Jan Novak, Ivan Krolt.", "Ivan Krolt"),
        ("« Oui, nous partons », a dit la semaine passée le colonel (en retraite) Ivan Krolt.", "Ivan Krolt"),
    ],
)
def test_who_is_named_behind_a_comma_is_the_one_described(told: Told, text: str, speaker: str) -> None:
    ready = told(text, "fr")
    (quote,) = find_quotes(ready.prepared, ready.grammars.quotes)
    assert quote.speaker is not None
    assert quote.speaker.name == speaker
