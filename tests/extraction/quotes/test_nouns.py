from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from quotepart.extraction.quotes.frames import cut, find_stretches
from quotepart.extraction.quotes.nouns import Phrase, read_phrase

Told = Callable[..., Any]


def phrase_of(told: Told, text: str, lang: str = "fr") -> Phrase | None:
    """What all words of a text but its full stop mean together."""
    ready = told(text, lang)
    prepared, grammar = ready.prepared, ready.grammars.quotes
    starts = [mention.span.start for mention in prepared.mentions]
    frame = cut(prepared, prepared.folded, next(iter(find_stretches(prepared, ()))), grammar, starts)[0]
    return read_phrase(frame, 0, len(frame) - 1, grammar)


@pytest.mark.parametrize(
    ("text", "kind", "head"),
    [
        ("Le ministre zilandais Ivan Krolt.", "person", "Ivan Krolt"),
        ("Le porte-parole du ministère Ivan Krolt.", "person", "Ivan Krolt"),
        ("Le conseiller de Ivan Krolt.", "description", "conseiller"),
        ("Un haut responsable poldève.", "description", "responsable"),
        ("La Ligue.", "actor", "ligue"),
        ("Le président bordure.", "office", "président"),
        ("La chose militaire.", "description", "chose"),
        ("Un haut militaire.", "description", "militaire"),
    ],
)
def test_french_phrases(told: Told, text: str, kind: str, head: str) -> None:
    phrase = phrase_of(told, text)
    assert phrase is not None
    assert (phrase.kind, phrase.head) == (kind, head)


@pytest.mark.parametrize(
    ("text", "kind", "head"),
    [
        ("Zilandian Fleet Minister Ivan Krolt.", "person", "Ivan Krolt"),
        ("A senior League official.", "description", "official"),
        ("Ivan Krolt's spokeswoman.", "description", "spokeswoman"),
        ("Ivan Krolt loyalists.", "description", "loyalists"),
    ],
)
def test_english_phrases(told: Told, text: str, kind: str, head: str) -> None:
    phrase = phrase_of(told, text, "en")
    assert phrase is not None
    assert (phrase.kind, phrase.head) == (kind, head)


def test_two_joined_persons_are_both_kept(told: Told) -> None:
    phrase = phrase_of(told, "Ivan Krolt et Petra Berg.")
    assert phrase is not None
    assert phrase.plural
    assert [other.name for other in phrase.others] == ["Petra Berg"]


def test_an_unknown_noun_is_less_plausible(told: Told) -> None:
    phrase = phrase_of(told, "La position du jour.")
    assert phrase is not None
    assert not phrase.is_plausible


def test_two_titles_joined_are_two_persons(told: Told) -> None:
    phrase = phrase_of(told, "The president and minister of Klow.", "en")
    assert phrase is not None
    assert phrase.plural
