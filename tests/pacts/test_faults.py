from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from quotepart.pacts.faults import Faults, day_of, decimal_of, partial_of


def test_faults_keep_their_order() -> None:
    faults = Faults()
    faults.add("b.csv, line 2", "is empty")
    faults.add("a.csv, line 1", "is wrong")
    assert faults.found == ["b.csv, line 2: is empty", "a.csv, line 1: is wrong"]


def test_nothing_is_known_of_a_file_that_was_given_up() -> None:
    faults = Faults()
    assert faults.known(["a"], "ships.csv") == {"a"}
    faults.give_up("ships.csv", "is missing")
    assert faults.found == ["ships.csv: is missing"]
    assert faults.known(["a"], "crew.csv", "ships.csv") is None


def test_what_can_be_read_is_read_without_a_word() -> None:
    said: list[str] = []
    assert day_of("2018-07-12", said.append) == date(2018, 7, 12)
    assert partial_of("2018-07", said.append) == "2018-07"
    assert decimal_of("41000000000", said.append) == Decimal(41_000_000_000)
    assert said == []


@pytest.mark.parametrize("text", ["2018-07", "12/07/2018", "2018-02-30", "20180712", ""])
def test_what_is_no_day_is_reported_and_comes_as_the_last_day(text: str) -> None:
    said: list[str] = []
    assert day_of(text, said.append) == date.max
    assert said == [f"“{text}” is no day; expected YYYY-MM-DD"]


@pytest.mark.parametrize("text", ["07-2018", "2018-13", "2018-7", "soon"])
def test_what_is_no_date_is_reported(text: str) -> None:
    said: list[str] = []
    assert partial_of(text, said.append) == ""
    assert "expected YYYY, YYYY-MM or YYYY-MM-DD" in said[0]


@pytest.mark.parametrize("text", ["1,5", "41 bn", "NaN", "Infinity", ""])
def test_what_is_no_number_is_reported(text: str) -> None:
    said: list[str] = []
    assert decimal_of(text, said.append) is None
    assert "is no number" in said[0]
