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
