from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from quotepart.extraction.quotes.clauses import Sentence, clause_end, hands_back, past_adverbials, sentence_opening
from quotepart.extraction.quotes.cues import find_cues
from quotepart.extraction.quotes.frames import cut, find_stretches
from quotepart.extraction.quotes.subjects import find_subjects

Told = Callable[..., Any]


def sentence(told: Told, text: str, lang: str = "fr") -> Sentence:
    ready = told(text, lang)
    prepared, grammar = ready.prepared, ready.grammars.quotes
    starts = [mention.span.start for mention in prepared.mentions]
    frame = cut(prepared, prepared.folded, next(iter(find_stretches(prepared, ()))), grammar, starts)[0]
    cues = find_cues(frame, grammar)
    return Sentence(frame, cues, find_subjects(frame, cues, grammar), grammar)


def test_adverbials_after_a_verb_are_passed(told: Told) -> None:
    read = sentence(told, "Il a dit mardi dans un communiqué que oui.")
    assert read.word(past_adverbials(read, 3)) == "que"


def test_a_dative_is_passed_and_an_infinitive_is_not(told: Told) -> None:
    read = sentence(told, "She promised to the members to come.", "en")
    assert read.word(past_adverbials(read, 2)) == "to"
    assert past_adverbials(read, 2) == 5


def test_a_clause_opens_after_the_conjunction(told: Told) -> None:
    read = sentence(told, "Mais la mer monte, a dit Ivan Krolt.")
    assert read.word(sentence_opening(read, 4)) == "la"


@pytest.mark.parametrize(("at", "expected"), [(7, True), (5, False)])
def test_a_participle_after_a_comma_hands_back(told: Told, at: int, expected: bool) -> None:
    read = sentence(told, "Il dit que la mer monte, regardant le port.")
    assert hands_back(read, at) is expected


def test_a_time_of_day_ends_no_clause(told: Told) -> None:
    read = sentence(told, "He says that they open at 8:00 on Monday.", "en")
    assert clause_end(read, 3, read.cues[0]) == len(read.frame) - 1


def test_a_full_stop_inside_a_sentence_stops_nothing(told: Told) -> None:
    read = sentence(told, "Mr. Krolt said no.", "en")
    assert not read.stops(1)
    assert read.stops(len(read.frame) - 1)


def test_a_clause_ends_where_another_verb_of_saying_has_its_own_subject(told: Told) -> None:
    read = sentence(told, "Ivan Krolt said that the sea was calm, and he added that it would stay so.", "en")
    assert read.word(clause_end(read, 4, read.cues[0])) == ","


@pytest.mark.parametrize("dates", ["said Nov. 19 that", "said July 12 that", "said on July 12, 2024 that"])
def test_a_day_of_the_american_press_is_passed(told: Told, dates: str) -> None:
    read = sentence(told, f"Ivan Krolt {dates} the sea was calm.", "en")
    assert read.word(past_adverbials(read, 3)) == "that"


@pytest.mark.parametrize("dash", ["-", "–"])
def test_what_two_dashes_set_off_belongs_to_the_clause_that_goes_on(told: Told, dash: str) -> None:
    read = sentence(told, f"He says that the ports {dash} and the islands {dash} will open soon.", "en")
    assert clause_end(read, 3, read.cues[0]) == len(read.frame) - 1


def test_a_colon_in_brackets_ends_no_clause(told: Told) -> None:
    read = sentence(told, "Ida Sporsz a dit que la paix (ndlr: celle de mai) tiendra longtemps.")
    end = clause_end(read, 5, read.cues[0])
    assert read.word(end - 1) == "longtemps"
