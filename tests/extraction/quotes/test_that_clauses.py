from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from extraction.quotes.test_clauses import sentence
from quotepart.extraction.quotes.that_clauses import clause_after_that, opens_sentence

Told = Callable[..., Any]


@pytest.mark.parametrize(
    "text",
    [
        "Ivan Krolt told the League on July 11, 2024 that the sea was calm.",
        "Ivan Krolt said in an interview with captain-turned-host Petra Vlasz that, the sea was calm.",
        "Ivan Krolt said last week that the sea was calm.",
        "By saying that the sea was calm, Ivan Krolt surprised the port.",
    ],
)
def test_the_clause_behind_that(told: Told, text: str) -> None:
    read = sentence(told, text, "en")
    clause = clause_after_that(read, 0)
    assert clause is not None
    assert read.frame.words[clause[0] : clause[0] + 4] == ("the", "sea", "was", "calm")


def test_a_participle_may_open_a_sentence_before_its_subject(told: Told) -> None:
    read = sentence(told, "Saying that the sea was calm, Ivan Krolt left.", "en")
    subject = read.subjects[0]
    assert subject is not None and opens_sentence(read, read.cues[0], subject)
    read = sentence(told, "Ivan Krolt left, saying that the sea was calm.", "en")
    subject = read.subjects[0]
    assert subject is not None and not opens_sentence(read, read.cues[0], subject)


@pytest.mark.parametrize(
    "text",
    [
        "Ivan Krolt warned of storms that sink ships.",
        "Ivan Krolt warned in a letter that was sent on Monday.",
        "Ivan Krolt spoke about the ships that had sunk.",
    ],
)
def test_a_relative_that_opens_no_clause(told: Told, text: str) -> None:
    read = sentence(told, text, "en")
    assert all(clause_after_that(read, index) is None for index in range(len(read.cues)))


@pytest.mark.parametrize(
    ("text", "opening"),
    [
        ("Ivan Krolt insists that is not enough.", "that"),
        ("Ivan Krolt fired back that the sea was calm.", "the"),
        ("Ivan Krolt insists that the sea was calm.", "the"),
    ],
)
def test_that_may_be_the_subject_itself(told: Told, text: str, opening: str) -> None:
    read = sentence(told, text, "en")
    clause = clause_after_that(read, 0)
    assert clause is not None
    assert read.word(clause[0]) == opening
