from __future__ import annotations

import pytest

from quotepart.checks.claims.claim import RecordWords
from quotepart.checks.operations.office import fits, read
from quotepart.model.dates import Period


@pytest.mark.parametrize(
    ("words", "verdict"),
    [
        (RecordWords(when=Period("2020", "2020")), "supported"),
        (RecordWords(when=Period("2013", "2013")), "contradicted"),
        (RecordWords(when=Period("2014", "2014"), begins=True), "supported"),
        (RecordWords(when=Period("2016", "2016"), begins=True), "contradicted"),
        (RecordWords(is_past=True), "supported"),
        (RecordWords(), "contradicted"),
        (RecordWords(is_denied=True), "supported"),
        (RecordWords(when=Period("2014", "2024"), is_term=True), "supported"),
        (RecordWords(when=Period("2009", "2024"), is_term=True), "contradicted"),
        (RecordWords(when=Period("2016", "2020"), is_term=True), "not_checkable"),
    ],
)
def test_who_held_an_office_and_when(words: RecordWords, verdict: str, make, checker) -> None:
    held = RecordWords(
        person="Jens Stoltenberg", office="NATO.sg", when=words.when, begins=words.begins,
        is_past=words.is_past, is_denied=words.is_denied, is_term=words.is_term,
    )  # fmt: skip
    claim = make("was Secretary General", "1", "record", on="2025-07-01", shape="office", fact=held)
    assert checker.check(claim).verdict == verdict


def test_a_row_that_can_not_be_cited_shows_nothing(make, checker) -> None:
    words = RecordWords(person="Angela Merkel", office="DEU.hog", when=Period("2015", "2015"))
    finding = checker.check(make("was Chancellor", "1", "record", shape="office", fact=words))
    assert (finding.verdict, finding.reason) == ("not_checkable", "no_series")
    assert finding.readings[0].inputs == ()


def test_an_office_that_the_register_does_not_know_has_no_reading(make, setting) -> None:
    claim = make("was", "1", "record", shape="office", fact=RecordWords(person="Ms Sporsz", office="SYL.hog"))
    assert fits(claim, setting("2024-08-01")) and read(claim, setting("2024-08-01")) == ()
