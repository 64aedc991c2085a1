from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from quotepart.extraction.quotes.frames import cut, find_stretches
from quotepart.extraction.quotes.lookalikes import can_be_verb, is_noun, is_passive
from quotepart.extraction.quotes.quotations import find_quotations

Told = Callable[..., Any]


@pytest.mark.parametrize(
    ("text", "word", "is_verb"),
    [
        ("Ida Sporsz claims that the fleet is late.", "claims", True),
        ("Ida Sporsz's claims that the fleet is late were heard.", "claims", False),
        ("An incorrect claim that the fleet is late was heard.", "claim", False),
        ("The ministers claim that the fleet is late.", "claim", True),
        ("They claim that the fleet is late.", "claim", True),
        ("The claim was heard.", "claim", False),
        ("It is a ten-page claim that the fleet is late.", "claim", False),
    ],
)
def test_a_verb_agrees_with_the_word_before_it(told: Told, text: str, word: str, is_verb: bool) -> None:
    ready = told(text, "en")
    prepared, grammar = ready.prepared, ready.grammars.quotes
    starts = [mention.span.start for mention in prepared.mentions]
    stretch = next(iter(find_stretches(prepared, find_quotations(text, prepared.paragraphs))))
    (frame,) = cut(prepared, prepared.folded, stretch, grammar, starts)
    assert can_be_verb(frame, frame.words.index(word), grammar) is is_verb


def test_an_adjective_before_a_preposition_is_no_verb(told: Told) -> None:
    text = "Une retraitée présente à Klow le croit, mais elle présente le projet."
    ready = told(text, "fr")
    prepared, grammar = ready.prepared, ready.grammars.quotes
    stretch = next(iter(find_stretches(prepared, ())))
    (frame,) = cut(prepared, prepared.folded, stretch, grammar, [])
    places = [at for at, word in enumerate(frame.words) if word == "présente"]
    assert [can_be_verb(frame, at, grammar) for at in places] == [False, True]


def test_a_participle_with_its_agent_is_passive(told: Told) -> None:
    text = "The members urged by Ida Sporsz waited, and the fleet urged them on."
    ready = told(text, "en")
    prepared, grammar = ready.prepared, ready.grammars.quotes
    starts = [mention.span.start for mention in prepared.mentions]
    stretch = next(iter(find_stretches(prepared, find_quotations(text, prepared.paragraphs))))
    (frame,) = cut(prepared, prepared.folded, stretch, grammar, starts)
    first = frame.words.index("urged")
    assert is_passive(frame, first, grammar)
    assert not is_passive(frame, frame.words.index("urged", first + 1), grammar)
    assert is_noun(frame, frame.words.index("fleet"), grammar)
