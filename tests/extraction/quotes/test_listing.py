from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from quotepart.extraction.quotes.cues import find_cues
from quotepart.extraction.quotes.frames import cut, find_stretches
from quotepart.extraction.quotes.listing import find_listed, is_item
from quotepart.extraction.quotes.speakers import find_quotes

Told = Callable[..., Any]


@pytest.mark.parametrize(
    ("text", "verbs"),
    [
        ("• rappelle que la mer est calme et assure que le port est sûr ;", ["rappeler", "assurer"]),
        ("2. rappelle que la mer est calme.", ["rappeler"]),
        ("Ivan Krolt rappelle que la mer est calme.", []),
    ],
)
def test_the_verbs_at_the_head_of_an_item_are_listed(told: Told, text: str, verbs: list[str]) -> None:
    ready = told(text, "fr")
    prepared, grammar = ready.prepared, ready.grammars.quotes
    (frame,) = cut(prepared, prepared.folded, next(iter(find_stretches(prepared, ()))), grammar, [])
    cues = find_cues(frame, grammar)
    assert [cues[at].lemma for at in find_listed(frame, cues, grammar)] == verbs
    assert is_item(frame) == bool(verbs)


def test_who_stands_above_a_list_says_each_item(told: Told) -> None:
    text = "Les ministres :\n\n1. rappellent que la mer est calme ;\n\n2. exigent que le port reste ouvert."
    ready = told(text, "fr")
    quotes = find_quotes(ready.prepared, ready.grammars.quotes)
    assert [quote.speaker and quote.speaker.name for quote in quotes] == ["Les ministres"] * 2


def test_an_item_with_its_own_subject_is_not_the_list_s(told: Told) -> None:
    text = "Irena Sporsz on the yard:\n- Krolt added that the sea was calm.\nIvan Krolt left."
    ready = told(text, "en")
    names = [quote.speaker and quote.speaker.name for quote in find_quotes(ready.prepared, ready.grammars.quotes)]
    assert names == ["Ivan Krolt"]
