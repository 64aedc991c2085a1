from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from quotepart.extraction.quotes.unmarked.speeches import announces, find_named, find_speech, speaks

Told = Callable[..., Any]
BODY = "We met in a hard year, and I thank you.\n\nOur fleet is ready.\n\nI shall be brief tonight."


def speech(told: Told, text: str, lang: str = "en") -> list[tuple[str, str | None]]:
    ready = told(text, lang)
    paragraphs = ready.prepared.paragraphs
    found = find_speech(ready.prepared, paragraphs, frozenset(paragraphs), ready.grammars.quotes)
    return [(block.span.cut(text), block.speaker.name if block.speaker else None) for block in found]


@pytest.mark.parametrize(
    "heading",
    [
        "Remarks by Dora Welk at the Diet",
        "Dora Welk's address to the Diet",
        "Press conference\n\nby Minister Dora Welk after the session",
        "Minister Dora Welk\n\n(As delivered)\n\nGood evening.",
    ],
)
def test_a_heading_says_whose_speech_follows(told: Told, heading: str) -> None:
    found = speech(told, f"{heading}\n\n{BODY}")
    assert [speaker for _, speaker in found] == ["Dora Welk"]
    assert found[0][0].endswith(BODY)


def test_few_words_of_the_first_person_do_behind_a_heading_and_a_greeting(told: Told) -> None:
    body = "Good evening.\n\nThe fleet sails.\n\nThe harbour waits.\n\nI am glad.\n\nThe tide is high."
    assert [who for _, who in speech(told, f"Remarks by Dora Welk at the Diet\n\n{body}")] == ["Dora Welk"]
    assert speech(told, f"Remarks by Dora Welk at the Diet\n\n{body.partition('.')[2].strip()}") == []


def test_an_audience_addressed_shows_a_speech_of_nobody_named(told: Told) -> None:
    assert speech(told, f"Ladies and gentlemen,\n\n{BODY}") == [(f"Ladies and gentlemen,\n\n{BODY}", None)]


def test_a_report_about_a_speech_is_none(told: Told) -> None:
    text = "Remarks by Dora Welk upset the Diet\n\nThe fleet sails.\n\nThe harbour waits.\n\nNobody came."
    assert speech(told, text) == []


def test_a_paragraph_speaks_in_the_first_person_or_not(told: Told) -> None:
    ready = told("I thank you.\n\nThe fleet sails.", "en")
    assert [speaks(ready.prepared, each, ready.grammars.quotes) for each in ready.prepared.paragraphs] == [True, False]


def test_an_elided_pronoun_is_one(told: Told) -> None:
    ready = told("Merci de m'entendre.\n\nLe port de M. Krolt est plein.", "fr")
    assert [speaks(ready.prepared, each, ready.grammars.quotes) for each in ready.prepared.paragraphs] == [True, False]


def test_a_heading_names_who_speaks(told: Told) -> None:
    ready = told("Remarks by Dora Welk\n\nGood evening.", "en")
    paragraphs = ready.prepared.paragraphs
    assert announces(ready.prepared, paragraphs, 0, ready.grammars.quotes)
    assert not announces(ready.prepared, paragraphs, 1, ready.grammars.quotes)
    named = find_named(ready.prepared, paragraphs)
    assert named is not None and named.name == "Dora Welk"
