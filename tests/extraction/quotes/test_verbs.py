from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from extraction.quotes.test_clauses import sentence
from quotepart.extraction.quotes.verbs import has_verb, points

Told = Callable[..., Any]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the sea was calm", True),
        ("no one had been hurt", True),
        ("the sea rolled", True),
        ("the need to raise the sail", False),
        ("a call made by the crew", False),
        ("the crew's continued work at sea", False),
        ("his claim that the sea was calm", False),
        ("the boats that had left were few", True),
        ("unity when they are at sea", False),
    ],
)
def test_a_clause_has_a_finite_verb(told: Told, text: str, expected: bool) -> None:
    read = sentence(told, text, "en")
    assert has_verb(read, 1, len(read.frame)) is expected


@pytest.mark.parametrize(("text", "expected"), [("that has to end", True), ("that he has to end", False)])
def test_that_may_be_a_subject(told: Told, text: str, expected: bool) -> None:
    assert points(sentence(told, text, "en"), 0) is expected
