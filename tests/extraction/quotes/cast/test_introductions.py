from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from quotepart.extraction.quotes.cast.introductions import content_of, find_introductions

Told = Callable[..., Any]


@pytest.mark.parametrize(
    ("text", "head", "others"),
    [
        ("La conseillère du ministre, Petra Vlasz, est partie.", "conseillère", {"ministre"}),
        ("Petra Vlasz, ministre de la Défense, est partie.", "ministre", set()),
        ("Petra Vlasz, ministre de la Flotte a parlé.", "ministre", set()),
        ("Le porte-parole du président Ivan Krolt dort.", "président", {"porte-parole"}),
        ("Un conseiller du président syldave Ivan Krolt dort.", "président", {"conseiller"}),
        ("Le ministre s'est entretenu avec le président syldave, Ivan Krolt.", "président", {"ministre"}),
        ("Le président Ivan Krolt, et la ministre de la Flotte.", "président", {"ministre"}),
        ("La ministre rencontrera son collègue, le général Ivan Krolt.", "général", {"ministre"}),
    ],
)
def test_a_title_is_headed_by_what_hangs_on_nothing(told: Told, text: str, head: str, others: set[str]) -> None:
    ready = told(text, "fr")
    (found,) = find_introductions(ready.prepared, ready.grammars.quotes)
    assert head in found.heads
    assert not found.heads & others


def test_who_held_an_office_has_one_title(told: Told) -> None:
    grammar = told("Rien.", "fr").grammars.quotes
    assert content_of("l'ex-ministre", grammar) == content_of("l'ancienne ministre", grammar) == {"ex", "ministre"}


def test_the_subject_behind_a_comma_is_nobody_s_title(told: Told) -> None:
    for text in (
        "Après avoir vu Petra Vlasz, le ministre a quitté Klow.",
        "À propos de Petra Vlasz, le ministre déclare tout fini.",
    ):
        ready = told(text, "fr")
        assert list(find_introductions(ready.prepared, ready.grammars.quotes)) == []


def test_a_state_and_its_adjectives_are_one_word(told: Told) -> None:
    grammar = told("Rien.", "fr").grammars.quotes
    (adjective, actor), *_ = grammar.nations.items()
    assert content_of(f"la ministre {adjective}", grammar) == {"ministre", actor}


def test_a_title_before_a_verb_of_saying_is_another_s(told: Told) -> None:
    ready = told("A general told Minister Ivan Krolt that all was lost.", "en")
    (found,) = find_introductions(ready.prepared, ready.grammars.quotes)
    assert found.heads == {"minister"}


def test_the_party_in_brackets_belongs_to_the_title(told: Told) -> None:
    ready = told("Opposition leader Petra Berg (KDU) wept.", "en")
    (found,) = find_introductions(ready.prepared, ready.grammars.quotes)
    assert {"leader", "kdu"} <= found.words
