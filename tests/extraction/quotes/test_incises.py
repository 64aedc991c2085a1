from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from extraction.quotes.test_clauses import sentence
from extraction.quotes.test_reported import clauses
from quotepart.extraction.quotes.incises import clause_after_as, clause_before_incise, repeats

Told = Callable[..., Any]


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("Comme l'a dit Ivan Krolt, la mer monte encore.", ["la mer monte encore"]),
        ("Comme le dit un proverbe, la mer monte encore.", []),
    ],
)
def test_the_clause_behind_as_somebody_said(told: Told, text: str, clause: list[str]) -> None:
    assert clauses(told, text) == clause
    assert clause_after_as.__doc__


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        (
            "La mer – la plus froide de la région – montera encore en mai, a annoncé Ivan Krolt.",
            "La mer – la plus froide de la région – montera encore en mai",
        ),
        (
            "La mer monte – et avec elle, dit-on, le prix du sel -, mais sans hâte, a indiqué Ivan Krolt.",
            "La mer monte – et avec elle, dit-on, le prix du sel -, mais sans hâte",
        ),
        ("La mer monte – elle montera encore en mai, a annoncé Ivan Krolt.", "elle montera encore en mai"),
        ("Le pays paiera sa part, s'est engagé Ivan Krolt.", "Le pays paiera sa part"),
        ("Mais le pays paiera sa part, a annoncé Ivan Krolt.", "le pays paiera sa part"),
    ],
)
def test_dashes_around_an_insertion_do_not_cut_the_clause_before_an_incise(told: Told, text: str, clause: str) -> None:
    assert clause in clauses(told, text, "fr")


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("The sea was calm on that day, Ivan Krolt had said the day before.", "The sea was calm on that day"),
        ("The sea was calm on that day, Ivan Krolt said; the port was not.", "The sea was calm on that day"),
        ("But the sea will be calm again, Ivan Krolt said.", "the sea will be calm again"),
        ("Boats built today, Ivan Krolt observed, would be lost by winter.", "would be lost by winter"),
        ("That is more than the port had asked for, Ivan Krolt said.", "That is more than the port had asked for"),
        ("It was, Ivan Krolt added, the only time the sea was calm.", "the only time the sea was calm"),
        ("The sea was calm on that day, Ivan Krolt observed.", "The sea was calm on that day"),
        ("The sea will be calm again, Ivan Krolt told a press conference on Tuesday.", "The sea will be calm again"),
        ("The sea was calm on that day, Ivan Krolt told a Poldavia audience Tuesday.", "The sea was calm on that day"),
        (
            "Klow spent 3 crowns on boats — totaling 80 billion, Ivan Krolt said.",
            "Klow spent 3 crowns on boats — totaling 80 billion",
        ),
        (
            "KLOW, June 7, 2018 (Klow Radio) -- Boats will go to sea again, Ivan Krolt said.",
            "Boats will go to sea again",
        ),
    ],
)
def test_the_clause_beside_an_incise(told: Told, text: str, clause: str) -> None:
    assert clauses(told, text, "en") == [clause]


@pytest.mark.parametrize(
    "text",
    [
        "Ivan Krolt said the sea was calm, Klow Radio wrote on Sunday.",
        "According to the Klow Radio agency, Ivan Krolt added that the sea was calm.",
    ],
)
def test_who_passes_words_on_is_not_their_speaker(told: Told, text: str) -> None:
    assert clauses(told, text, "en") == ["the sea was calm"]


def test_what_somebody_comments_on_is_not_his_words(told: Told) -> None:
    assert clauses(told, "The port was closed at noon, a move Ivan Krolt praised.", "en") == []


def test_an_adverbial_before_a_verb_is_no_clause(told: Told) -> None:
    assert clauses(told, "Earlier in the day, Ivan Krolt said in an interview with the paper.", "en") == []
    assert clauses(told, "Shortly after the show, Ivan Krolt posted about it online.", "en") == []


def test_the_incise_of_a_second_speaker_leaves_the_words_with_the_first(told: Told) -> None:
    text = "Ivan Krolt argued that the sea was calm, an official who was there said."
    read = sentence(told, text, "en")
    assert repeats(read, 1)
    assert clause_before_incise(read, 1) is None
    assert clauses(told, text, "en") == ["the sea was calm"]


def test_a_condition_with_what_follows_from_it_is_a_clause(told: Told) -> None:
    whole = "If pay is raised with prices it would cost 28 billion crowns"
    assert clauses(told, f"{whole}, Ivan Krolt said.", "en") == [whole]
    assert clauses(told, "If Klow will not pay for boats, Ivan Krolt said.", "en") == []


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("The fleet grew by a tenth last year, the institute reported.", ["The fleet grew by a tenth last year"]),
        ("Ivan Krolt called it a “wreck” of a fleet, the institute reported.", []),
    ],
)
def test_an_agency_reports_what_nobody_else_said(told: Told, text: str, clause: list[str]) -> None:
    assert clauses(told, text, "en") == clause
