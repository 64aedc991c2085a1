from __future__ import annotations

import datetime as dt

import pytest

from quotepart.extraction.times.clues import Clue, narrow, says
from quotepart.extraction.times.windows import ALWAYS, Window


def years(first: int, until: int) -> tuple[Window, ...]:
    return (Window(dt.date(first, 1, 1), dt.date(until, 1, 1)),)


def test_clues_narrow_one_after_another() -> None:
    clues = [Clue("a", "", years(2014, 2020)), Clue("b", "", years(2018, 2024))]
    left, used = narrow(clues, (ALWAYS,))
    assert left == years(2018, 2020)
    assert used == tuple(clues)


def test_a_clue_that_would_leave_nothing_is_passed_over() -> None:
    left, used = narrow([Clue("a", "", years(2014, 2020)), Clue("b", "", years(1999, 2001))], (ALWAYS,))
    assert left == years(2014, 2020)
    assert [clue.words for clue in used] == ["a"]


def test_a_clue_that_narrows_nothing_is_no_evidence() -> None:
    _, used = narrow([Clue("a", "", years(2014, 2020)), Clue("b", "", years(2010, 2030))], (ALWAYS,))
    assert [clue.words for clue in used] == ["a"]


@pytest.mark.parametrize(
    ("part", "words", "expected"),
    [
        ("le nouveau ministre", ["nouveau"], True),
        ("le renouveau", ["nouveau"], False),
        ("renouveau et nouveau", ["nouveau"], True),
        ("l'ex-ministre", ["ex-"], True),
        ("president-elect", ["-elect"], True),
        ("rien", [], False),
    ],
)
def test_whole_words_only(part: str, words: list[str], expected: bool) -> None:
    assert says(part, words) is expected
