from __future__ import annotations

from quotepart.extraction.quotes.cast.antecedents import Candidate
from quotepart.extraction.quotes.cast.focus import Focus
from quotepart.model.entry import Speaker


def somebody(name: str, at: int, *, plural: bool = False) -> Candidate:
    return Candidate(Speaker(name=name), None, plural, at, name.lower(), True, True)


def focus_on(*people: Candidate) -> Focus:
    focus = Focus()
    for each in people:
        focus.remember(each)
    return focus


def test_nobody_was_spoken_of_at_first() -> None:
    focus = Focus()
    focus.ask(0)
    focus.refocus("Ivan")
    assert (focus.last, focus.asked, focus.last_person(), focus.is_last_named) == (None, None, None, False)


def test_who_is_taken_up_counts_as_the_last() -> None:
    focus = focus_on(somebody("Ivan", 1), somebody("Petra", 2))
    focus.refocus("Ivan")
    assert [each.speaker.name for each in focus.all] == ["Petra", "Ivan"]


def test_only_a_few_are_remembered() -> None:
    focus = focus_on(*(somebody(f"Ivan {at}", at) for at in range(100)))
    assert len(focus.all) < 20 and focus.last is not None and focus.last.at == 99


def test_several_are_no_last_person() -> None:
    focus = focus_on(somebody("Ivan", 1), somebody("Petra and Olga", 5, plural=True))
    last = focus.last_person()
    assert last is not None and last.speaker.name == "Ivan"
    assert focus.last_person(since=2) is None


def test_who_is_asked_answers_until_somebody_else_comes_up() -> None:
    focus = focus_on(somebody("Ivan", 1), somebody("Petra", 9))
    focus.ask(3)
    assert focus.asked is None
    focus.ask(9)
    assert focus.asked is not None and focus.asked.speaker.name == "Petra"
    focus.remember(somebody("Olga", 12))
    assert focus.asked is None
