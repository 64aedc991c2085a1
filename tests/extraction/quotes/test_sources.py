from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from extraction.quotes.test_reported import clauses

Told = Callable[..., Any]


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("Selon Ivan Krolt, la mer était calme.", "la mer était calme"),
        ("Selon une lettre dont la Ligue a eu copie, la mer était calme.", "la mer était calme"),
        ("Selon un troisième, la mer était calme.", "la mer était calme"),
        ("Pour Ivan Krolt, du Collectif des ports, la mer était calme.", "la mer était calme"),
        ("Le port en fête : pour Ivan Krolt, la mer était calme.", "la mer était calme"),
        ("La mer était calme hier, selon Ivan Krolt.", "La mer était calme hier"),
        ("Selon Ivan Krolt, la mer était calme, suscitant la surprise.", "la mer était calme"),
        ("Il manquerait, selon Ivan Krolt, des marins.", "Il manquerait, selon Ivan Krolt, des marins"),
        ("Mais pour Ivan Krolt, la mer était calme.", "la mer était calme"),
        ("En effet, pour Ivan Krolt, la mer était calme.", "la mer était calme"),
        ("Ce port a été fermé par Ivan Krolt, selon qui la mer monte.", "la mer monte"),
        ("Malgré l'avis de Ivan Krolt, selon qui la mer monte, le port est ouvert.", "la mer monte"),
        ("Le port, qui, selon Ivan Krolt, reste calme en hiver, est vide.", "reste calme en hiver, est vide"),
        ("Quelque 130.000 marins sont en mer, selon Ivan Krolt.", "Quelque 130.000 marins sont en mer"),
        ("La mer demeure, selon Ivan Krolt, un péril.", "La mer demeure, selon Ivan Krolt, un péril"),
        ("Ivan Krolt a rappelé que la mer reste, selon lui, un péril.", "la mer reste, selon lui, un péril"),
        ("A en croire un marin, la mer était calme.", "la mer était calme"),
        ("Autant partir car, selon Ivan Krolt, la mer était calme.", "la mer était calme"),
        ("Une crue qui, hier, pourrait selon Klow ruiner le port.", "pourrait selon Klow ruiner le port"),
        ("Ivan Krolt paie une flotte, qui a selon lui un prix.", "qui a selon lui un prix"),
    ],
)
def test_the_clause_that_a_source_qualifies(told: Told, text: str, clause: str) -> None:
    assert clauses(told, text) == [clause]


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("As Ivan Krolt noted on Monday, the sea was calm.", ["the sea was calm"]),
        ("As Klow Radio reported earlier, the sea was calm.", []),
    ],
)
def test_the_clause_behind_as_somebody_said(told: Told, text: str, clause: list[str]) -> None:
    assert clauses(told, text, "en") == clause


@pytest.mark.parametrize(
    ("source", "clause"),
    [("the harbour guard", ["the sea was calm"]), ("Poldavia's tables", ["the sea was calm"]), ("plan", [])],
)
def test_whatever_stands_behind_according_to_is_a_source_unless_it_is_a_standard(
    told: Told, source: str, clause: list[str]
) -> None:
    assert clauses(told, f"According to {source}, the sea was calm.", "en") == clause
