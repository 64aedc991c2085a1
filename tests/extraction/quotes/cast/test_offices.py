from __future__ import annotations

from collections.abc import Callable
from typing import Any

from quotepart.extraction.quotes.cast.offices import Offices
from quotepart.extraction.text.prepared import Mention

MakeReady = Callable[..., Any]


def offices_of(ready: Any) -> tuple[Offices, dict[str, Mention]]:
    persons = {each.name: each for each in ready.prepared.mentions if each.kind == "person"}
    return Offices(persons, ready.prepared, ready.grammars.quotes), persons


def test_a_person_known_to_hold_an_office_is_its_holder_on_the_day(ready: MakeReady) -> None:
    made = ready("Jens Stoltenberg laughed.", "en")
    offices, persons = offices_of(made)
    assert offices.is_held_by("Jens Stoltenberg")
    assert [each.name for each in offices.leaders("NATO")] == ["Jens Stoltenberg"]
    assert any("secretary" in each.words for each in offices.titles())
    (person,) = persons.values()
    assert offices.holder(person) == person


def test_the_office_that_the_document_gives_comes_first(told: MakeReady) -> None:
    offices, persons = offices_of(told("Ivan Krolt laughed.", "en"))
    assert offices.office_of("Ivan Krolt") is None
    offices.introduce("SYL.hog", persons["Ivan Krolt"])
    assert offices.office_of("Ivan Krolt") == "SYL.hog"
    assert not offices.is_held_by("Ivan Krolt")
