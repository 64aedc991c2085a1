from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

from quotepart.extraction.dates.news import compile_news, days_of_news, find_told
from quotepart.extraction.languages.language import Language
from quotepart.model.pact import Event, Pact

MakeReady = Callable[..., Any]


def events_of(ready: MakeReady, text: str, lang: str = "en") -> list[tuple[str, list[str]]]:
    made = ready(text, lang)
    found = find_told(made.prepared, made.prepared.sentences, made.grammars.dates.evidence.news)
    return [(each.span.cut(text), [event.id for event in each.events]) for each in found]


def test_the_words_of_an_event_stand_in_their_order_in_one_sentence(told: MakeReady) -> None:
    text = "The old bridge of Klow burned. Klow has a new bridge."
    assert events_of(told, text) == [
        ("bridge of Klow", ["LE_2018-03-02"]),
        ("Klow has a new bridge", ["LE_2018-03-02"]),
    ]
    assert events_of(told, "A bridge burned. Nobody in the town saw it.") == []


@pytest.mark.parametrize("text", ["The footbridge near Klow burned.", "The bridge of Oldklow burned."])
def test_words_begin_where_a_word_of_the_text_does(told: MakeReady, text: str) -> None:
    assert events_of(told, text) == []


def test_what_meets_again_and_again_is_several_events(told: MakeReady) -> None:
    assert events_of(told, "Le conseil du sel s'est réuni.", "fr") == [
        ("conseil du sel", ["LE_2019-10-09-salt", "LE_2022-10-13-salt"])
    ]


def test_a_pact_without_events_tells_none(tiny_pact: Pact, ready: MakeReady) -> None:
    grammar = compile_news(Language(code="de", common=frozenset(), forms=lambda verb: {}), tiny_pact)
    made = ready("The bridge of Klow burned.", "en")
    assert list(find_told(made.prepared, made.prepared.sentences, grammar)) == []


def test_an_event_is_news_for_days() -> None:
    days = days_of_news(Event(id="E", day=dt.date(2018, 3, 2), words={}))
    assert days[0] == dt.date(2018, 3, 2)
    assert days[-1] == dt.date(2018, 3, 3)


def test_the_end_of_a_number_is_not_that_number(nato_pact: Pact, ready: MakeReady) -> None:
    assert events_of(ready, "Mr Sporsz and Trump spoke of 2.4% of all.") == []


@pytest.mark.parametrize("text", ["Klow is not to have a new bridge.", "Klow must have a new bridge."])
def test_what_is_denied_or_still_due_has_not_happened(told: MakeReady, text: str) -> None:
    assert events_of(told, text) == []
    assert events_of(told, "Klow is glad to have a new bridge.") != []


def test_what_may_happen_is_not_told(ready: MakeReady) -> None:
    assert events_of(ready, "Turkey may soon ratify the bid of Finland.") == []
    assert events_of(ready, "Turkey has ratified the bid of Finland.") != []
