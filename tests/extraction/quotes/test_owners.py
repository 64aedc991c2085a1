from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from extraction.quotes.test_phrases import frame_of
from quotepart.extraction.quotes.owners import (
    body_of_words,
    only_person,
    owner_beside,
    owner_of_claim,
    owner_of_line,
    owner_of_words,
)
from quotepart.extraction.quotes.speakers import find_quotes

Told = Callable[..., Any]


@pytest.mark.parametrize(
    ("text", "lang", "name"),
    [
        ("Même son de cloche chez Ivan Krolt : « On attend. »", "fr", "Ivan Krolt"),
        ("Même son de cloche chez Ivan Krolt et chez Petra Berg : « On attend. »", "fr", None),
        ("Même son de cloche : « On attend. »", "fr", None),
    ],
)
def test_one_person_named_before_a_colon_is_who_speaks(told: Told, text: str, lang: str, name: str | None) -> None:
    frame, grammar = frame_of(told, text, lang)
    phrase = only_person(frame, 0, frame.words.index(":"), grammar)
    assert (phrase and phrase.span.cut(text)) == name


@pytest.mark.parametrize(
    ("text", "lang", "name"),
    [
        ("La réaction de la Bordurie a fusé : « Une provocation. »", "fr", "Bordurie"),
        ("Les usines de la Bordurie tournent : « On attend. »", "fr", None),
        ("Borduria's reaction was swift: “A provocation.”", "en", "Borduria's"),
        ("Borduria's factories run on: “We wait.”", "en", None),
    ],
)
def test_a_reaction_is_its_state_s(told: Told, text: str, lang: str, name: str | None) -> None:
    frame, grammar = frame_of(told, text, lang)
    phrase = body_of_words(frame, frame.words.index(":"), grammar)
    assert (phrase.span.cut(text).removesuffix("'s") if phrase else None) == (name and name.removesuffix("'s"))


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("Les propos du ministre Jan Novak sur une flotte « ruinée » ont surpris.", "Jan Novak"),
        ("Les propos de Jan Novak, hier, sur « la ruine » ont surpris.", None),
        ("La flotte de Jan Novak est « ruinée ».", None),
    ],
)
def test_whose_a_french_noun_for_words_is(told: Told, text: str, owner: str | None) -> None:
    ready = told(text, "fr")
    quotes = find_quotes(ready.prepared, ready.grammars.quotes)
    assert (quotes[0].speaker.name if quotes and quotes[0].speaker else None) == owner


def test_words_are_taken_up_with_their_owner(told: Told) -> None:
    text = "« Les caisses sont vides. » Cet avertissement d'Ivan Krolt a surpris."
    ready = told(text, "fr")
    (quote,) = find_quotes(ready.prepared, ready.grammars.quotes)
    assert quote.speaker is not None
    assert quote.speaker.name == "Ivan Krolt"


def test_an_answer_is_its_owner_s(told: Told) -> None:
    frame, grammar = frame_of(told, "Ivan Krolt's answer was short: “No.”", "en")
    phrase = owner_of_words(frame, frame.words.index(":"), grammar)
    assert phrase is not None
    assert phrase.head == "Ivan Krolt"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The crew mocked Ivan Krolt's “calm sea” remarks.", "Ivan Krolt"),
        ("The crew praised Ivan Krolt's “calm sea” of a plan.", None),
        ("The crew mocked the “calm sea” remarks.", None),
    ],
)
def test_words_between_an_owner_and_a_noun_of_saying_are_the_owner_s(told: Told, text: str, name: str | None) -> None:
    frame, grammar = frame_of(told, text, "en")
    phrase = owner_beside(frame, min(frame.quotations), grammar)
    assert (phrase and phrase.span.cut(text)) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Irena Sporsz rejected Ivan Krolt's claim that the fleet was a “total wreck”.", "Ivan Krolt"),
        (
            "Irena Sporsz came to discuss comments by Minister Ivan Krolt that the fleet was a “total wreck”.",
            "Ivan Krolt",
        ),
        ("Irena Sporsz rejected the accusation of Ivan Krolt on Friday that the fleet was “a wreck”.", "Ivan Krolt"),
        ("Irena Sporsz told Ivan Krolt that the fleet was a “total wreck”.", "Irena Sporsz"),
    ],
)
def test_words_in_a_claim_belong_to_whose_claim_it_is(told: Told, text: str, name: str) -> None:
    ready = told(text, "en")
    (quote,) = find_quotes(ready.prepared, ready.grammars.quotes)
    assert quote.speaker is not None and quote.speaker.name == name


def test_a_claim_of_somebody_has_an_owner_only_behind_its_noun(told: Told) -> None:
    frame, grammar = frame_of(told, "She read a letter from Ivan Krolt that was “long and sad”.", "en")
    token = next(iter(frame.quotations))
    assert owner_of_claim(frame, token, (), grammar) is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Krolt: League performs “masterly” work\n\nIvan Krolt left.", "Krolt"),
        ("The yard: it does “masterly” work\n\nIvan Krolt left.", None),
        ("Krolt: the League performs “masterly” work.\n\nIvan Krolt left.", None),
    ],
)
def test_a_headline_with_a_colon_is_its_owner_s(told: Told, text: str, name: str | None) -> None:
    frame, grammar = frame_of(told, text, "en")
    phrase = owner_of_line(frame, next(iter(frame.quotations)), grammar)
    assert (phrase and phrase.span.cut(text)) == name


@pytest.mark.parametrize(
    "text",
    [
        "In her answer, Ida Sporsz quoted the old poet Konrad Berg: “The sea is mad.”",
        "Ida Sporsz criticised Klow, citing Konrad Berg: “The sea is mad.”",
    ],
)
def test_who_is_quoted_before_a_colon_speaks(told: Told, text: str) -> None:
    ready = told(text, "en")
    quotes = find_quotes(ready.prepared, ready.grammars.quotes)
    assert [(each.kind, each.speaker.name) for each in quotes if each.speaker] == [("direct", "Konrad Berg")]
