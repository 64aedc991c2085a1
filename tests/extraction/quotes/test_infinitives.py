from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from extraction.quotes.test_reported import clauses

Told = Callable[..., Any]


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("Ivan Krolt a promis de rendre la mer calme.", "rendre la mer calme"),
        ("Ivan Krolt s'est vanté, jeudi, d'avoir calmé la mer.", "avoir calmé la mer"),
        ("Ivan Krolt s'est vanté d'avoir calmé la mer.", "avoir calmé la mer"),
        ("Ivan Krolt reproche aux marins de ne pas suffisamment aimer la mer.", "ne pas suffisamment aimer la mer"),
        ("Ivan Krolt a menacé jeudi, en cas de tempête sur la côte, de quitter la mer.", "quitter la mer"),
        ("Ivan Krolt a menacé à plusieurs reprises de quitter la mer.", "quitter la mer"),
        ("Ivan Krolt a promis dimanche à Klow, au palais, de quitter la mer.", "quitter la mer"),
        ("Ivan Krolt a promis à Irena Sporsz de quitter la mer.", "quitter la mer"),
        ("Ivan Krolt a appelé la Ligue, dont les navires sont à quai, à reprendre la mer.", "reprendre la mer"),
        ("Ivan Krolt reproche aux marins de la Ligue du Nord (LN) de fuir la mer.", "fuir la mer"),
        ("Ivan Krolt dit ne pas craindre la mer.", "ne pas craindre la mer"),
        ("Ivan Krolt a déclaré à la presse être porteur d'un message.", "être porteur d'un message"),
        ("Ivan Krolt a accusé les marins d'avoir fui la mer.", "avoir fui la mer"),
    ],
)
def test_an_infinitive_is_reported(told: Told, text: str, clause: str) -> None:
    assert clauses(told, text) == [clause]


@pytest.mark.parametrize(
    "text",
    [
        "Ivan Krolt a félicité les marins, jeudi, d'avoir calmé la mer.",
        "Les débats promettent d'être longs.",
        "Ivan Krolt s'est agacé du temps passé à parler de la mer.",
        "Ivan Krolt a refusé de commenter la tempête.",
        "Ivan Krolt a fustigé jeudi la décision du port de fermer la digue.",
    ],
)
def test_what_nobody_says_with_an_infinitive(told: Told, text: str) -> None:
    assert clauses(told, text) == []


def test_a_gerund_is_reported_after_a_verb_that_takes_one(told: Told) -> None:
    assert clauses(told, "Ivan Krolt denied hiding the storm from the crew.", "en") == [
        "hiding the storm from the crew"
    ]


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("Ivan Krolt vowed to press for a calmer sea.", "press for a calmer sea"),
        ("Ivan Krolt urged Mr. Welk to soften his words.", "soften his words"),
        ("Ivan Krolt often spoke of the sea and repeatedly threatened to cross it.", "cross it"),
        ("All members promise to look at the sea.", "look at the sea"),
        ("Ivan Krolt told his crew to look at the sea.", "look at the sea"),
        ("Ivan Krolt urged Petra Berg, R-Klow, to look at the sea.", "look at the sea"),
        ("Ivan Krolt pledged in 2014 to look at the sea.", "look at the sea"),
    ],
)
def test_an_english_infinitive_is_reported(told: Told, text: str, clause: str) -> None:
    assert clauses(told, text, "en") == [clause]


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("Ivan Krolt accused the crew of not looking at the sea.", "not looking at the sea"),
        ("Ivan Krolt has accused the port of hiding a storm, and has sent boats.", "hiding a storm"),
    ],
)
def test_what_somebody_is_accused_of_is_reported(told: Told, text: str, clause: str) -> None:
    assert clauses(told, text, "en") == [clause]


def test_a_charge_without_a_verb_is_no_clause(told: Told) -> None:
    assert clauses(told, "Ivan Krolt accused the port of a fraud against the crew.", "en") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ivan Krolt warned of losing the sea for good.", ["losing the sea for good"]),
        ("Ivan Krolt warned Klow against leaving the port.", ["leaving the port"]),
        ("Ivan Krolt warned of rising costs for sailors.", []),
    ],
)
def test_what_is_warned_against_is_reported(told: Told, text: str, found: list[str]) -> None:
    assert clauses(told, text, "en") == found
