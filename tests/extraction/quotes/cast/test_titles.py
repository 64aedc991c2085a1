from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from extraction.quotes.test_phrases import frame_of
from quotepart.extraction.quotes.cast.introductions import find_introductions
from quotepart.extraction.quotes.cast.offices import Offices
from quotepart.extraction.quotes.cast.titles import Titles
from quotepart.extraction.quotes.phrases import first_phrase
from quotepart.extraction.quotes.speakers import find_quotes

Told = Callable[..., Any]

REPORT = "Le ministre Ivan Krolt et le général Jan Novak sont là. Petra Berg aussi."


@pytest.mark.parametrize(
    ("phrase", "name", "is_none", "is_rival"),
    [
        ("Le ministre", "Ivan Krolt", False, False),
        ("Le ministre", "Jan Novak", True, False),
        ("Le président", "Ivan Krolt", True, True),
        ("Le président", "Jan Novak", False, False),
        ("Le dirigeant", "Ivan Krolt", False, False),
    ],
)
def test_whose_a_title_can_be(told: Told, phrase: str, name: str, is_none: bool, is_rival: bool) -> None:
    ready = told(REPORT, "fr")
    grammar = ready.grammars.quotes
    titles = Titles(find_introductions(ready.prepared, grammar), Offices({}, ready.prepared, grammar), grammar)
    frame, _ = frame_of(told, f"{phrase} attend.", "fr")
    read = first_phrase(frame, len(frame), grammar)
    assert read is not None
    assert titles.is_none_of(read, name) is is_none
    assert titles.is_rival(read, name) is is_rival
    assert not titles.is_no_calling_of(read, name)


def test_titles_are_filed_by_their_words(told: Told) -> None:
    ready = told(REPORT, "fr")
    grammar = ready.grammars.quotes
    titles = Titles(find_introductions(ready.prepared, grammar), Offices({}, ready.prepared, grammar), grammar)
    assert [each.person.name for each in titles.filed("général")] == ["Jan Novak"]
    assert titles.has_any("Ivan Krolt")
    assert not titles.has_any("Petra Berg")


@pytest.mark.parametrize(
    ("report", "speaker"),
    [
        ("Le président bordure Jan Krolt reçoit Ida Sporsz. « Rien ne va », a dit le Bordure.", "Jan Krolt"),
        ("Le président bordure Jan Krolt est venu. « Rien ne va », a dit le Syldave.", "Syldave"),
        ("Ida Sporsz est venue. « Rien ne va », a dit le Bordure.", "Bordure"),
        ("Ida Sporsz a reçu Jan Krolt. « Rien ne va », a répondu la Valaisanne.", "Ida Sporsz"),
    ],
)
def test_a_people_in_the_singular_is_its_person_in_view(told: Told, report: str, speaker: str) -> None:
    ready = told(report, "fr")
    quotes = find_quotes(ready.prepared, ready.grammars.quotes)
    assert [quote.speaker and quote.speaker.name for quote in quotes] == [speaker]
