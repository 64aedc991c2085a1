from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from extraction.quotes.test_phrases import frame_of
from quotepart.extraction.quotes.cast.antecedents import Candidate
from quotepart.extraction.quotes.cast.bodies import (
    body_beside,
    is_body,
    is_definite_body,
    is_proper_body,
    is_sentence,
    last_body,
)
from quotepart.extraction.quotes.phrases import first_phrase
from quotepart.model.entry import Speaker

Told = Callable[..., Any]


@pytest.mark.parametrize(
    ("text", "body", "definite"),
    [
        ("The central bank waited.", True, True),
        ("A central bank waited.", True, False),
        ("The admiral waited.", False, False),
    ],
)
def test_an_institution_is_no_person(told: Told, text: str, body: bool, definite: bool) -> None:
    frame, grammar = frame_of(told, text, "en")
    prepared, phrase = told(text, "en").prepared, first_phrase(frame, len(frame), grammar)
    assert phrase is not None
    assert (is_body(phrase, prepared, grammar), is_definite_body(phrase, prepared, grammar)) == (body, definite)


@pytest.mark.parametrize(
    ("name", "is_proper"), [("The daily Klow Herald", True), ("an office of the Navy", False), ("the office", False)]
)
def test_a_body_s_name_has_a_capital(told: Told, name: str, is_proper: bool) -> None:
    grammar = told("Klow waits.", "en").grammars.quotes
    candidate = Candidate(Speaker(name=name), None, False, 0, "office", False)
    assert is_proper_body(candidate, grammar) is is_proper


def test_a_clause_describes_nobody(told: Told) -> None:
    grammar = told("Klow waits.", "en").grammars.quotes
    assert is_sentence("the ministry has itself", grammar)
    assert is_sentence("the admiral's plan isn't in line with the fleet", grammar)
    assert is_sentence("sailors came to help the fleet", grammar)
    assert not is_sentence("sailors who came to help", grammar)
    assert not is_sentence("the ministry of the fleet", grammar)


def test_it_means_the_body_that_spoke_just_before() -> None:
    body = Candidate(Speaker(name="League"), None, False, 100, "league", False)
    person = Candidate(Speaker(name="Ivan Krolt"), "male", False, 200, "ivan krolt", True)
    assert body_beside([body], 300) is body
    assert body_beside([body], 3_000) is None
    assert body_beside([body, person], 300) is None


def test_the_organisation_is_the_last_known_one(told: Told) -> None:
    frame, grammar = frame_of(told, "The organisation waited.", "en")
    phrase = first_phrase(frame, len(frame), grammar)
    known = Candidate(Speaker(name="League", members=("LEAGUE",)), None, False, 0, "league", False)
    unknown = Candidate(Speaker(name="the Herald"), None, False, 0, "herald", False)
    assert phrase is not None
    assert last_body(phrase, [known], grammar) is known
    assert last_body(phrase, [], grammar) is None
    assert last_body(phrase, [known, unknown], grammar) in (known, unknown)
