from __future__ import annotations

import pytest

from quotepart.checks.claims.claim import RecordWords
from quotepart.checks.operations.meeting import fits, read
from quotepart.model.dates import Period

YEAR = Period("2023", "2023")


@pytest.mark.parametrize(
    ("words", "verdict"),
    [
        (RecordWords(kind="summit", city="Vilnius", when=YEAR), "supported"),
        (RecordWords(kind="summit", city="Warsaw", when=YEAR), "contradicted"),
        (RecordWords(kind="summit", city="Warsaw", when=YEAR, is_denied=True), "supported"),
        (RecordWords(kind="summit", country="LTU", when=YEAR), "supported"),
        (RecordWords(kind="summit", city="Vilnius", when=Period("2023-07-11", "2023-07-12")), "supported"),
        (RecordWords(kind="summit", city="Vilnius", when=Period("2023-07-01", "2023-07-01")), "contradicted"),
        (RecordWords(kind="summit", country="LTU", is_first=True), "supported"),
    ],
)
def test_where_a_meeting_was_and_when(words: RecordWords, verdict: str, make, checker) -> None:
    claim = make("the summit was held", "1", "record", shape="meeting", fact=words)
    finding = checker.check(claim)
    assert finding.verdict == verdict and "2023" in finding.basis


def test_the_calendar_of_ministers_does_not_go_back_for_ever(make, setting) -> None:
    words = RecordWords(kind="defence_ministers", city="Oslo", when=Period("1999", "1999"))
    claim = make("met", "1", "record", shape="meeting", fact=words)
    assert fits(claim, setting("2024-08-01")) and read(claim, setting("2024-08-01")) == ()


def test_a_day_beside_a_meeting_is_left_open(make, setting) -> None:
    words = RecordWords(kind="summit", city="Vilnius", when=Period("2023-07-13", "2023-07-13"))
    assert read(make("met", "1", "record", shape="meeting", fact=words), setting("2024-08-01")) == ()


def test_a_city_is_called_as_the_reader_calls_it(make, setting) -> None:
    words = RecordWords(kind="summit", city="The Hague", when=Period("2025", "2025"))
    claim = make("met", "1", "record", on="2025-08-01", shape="meeting", fact=words)
    assert "La Haye" in read(claim, setting("2025-08-01", "fr"))[0].label
