from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from extraction.quotes.test_phrases import frame_of
from quotepart.extraction.quotes.bounds import clause_start, phrase_end, subject_end

Told = Callable[..., Any]


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Le sénateur raille également le projet.", "Le sénateur"),
        ("La ministre de la Défense a dit oui.", "La ministre de la Défense"),
        ("Ivan Krolt et la ministre Petra Vlasz ont dit oui.", "Ivan Krolt et la ministre Petra Vlasz"),
    ],
)
def test_a_subject_ends_before_its_verb(told: Told, text: str, subject: str) -> None:
    frame, grammar = frame_of(told, text, "fr")
    assert frame.stretch(0, subject_end(frame, 0, grammar)).cut(text) == subject


def test_a_phrase_behind_its_verb_ends_before_what_hangs_on_none(told: Told) -> None:
    text = "Tout va bien, a dit la ministre de la Défense lors d'une visite."
    frame, grammar = frame_of(told, text, "fr")
    start = frame.words.index("la")
    assert frame.stretch(start, phrase_end(frame, start, grammar)).cut(text) == "la ministre de la Défense"


def test_a_clause_begins_behind_its_conjunction(told: Told) -> None:
    text = "Elle part parce que le ministre dort."
    frame, grammar = frame_of(told, text, "fr")
    assert frame.word(clause_start(frame, frame.words.index("ministre"), grammar)) == "le"


def test_a_bare_title_ends_before_its_verb(told: Told) -> None:
    text = "The “calm first” president reprised his critique of the port."
    frame, grammar = frame_of(told, text, "en")
    start = frame.words.index("president")
    assert subject_end(frame, start, grammar) == start + 1
