from __future__ import annotations

import pytest

from quotepart.checks.claims.claim import RecordWords
from quotepart.checks.operations.accession import fits, read
from quotepart.model.dates import Period


@pytest.mark.parametrize(
    ("year", "verdict"), [("2023", "supported"), ("2022", "contradicted"), ("1999", "contradicted")]
)
def test_the_year_of_accession_is_right_or_wrong(year: str, verdict: str, make, checker) -> None:
    claim = make("joined", year, "year", who="FIN", shape="accession", fact=RecordWords())
    finding = checker.check(claim)
    assert finding.verdict == verdict
    assert finding.readings[0].inputs[0].source


def test_a_denied_year_says_no_other(make, setting) -> None:
    claim = make("did not join", "2022", "year", who="FIN", shape="accession", fact=RecordWords(is_denied=True))
    assert fits(claim, setting("2024-08-01")) and read(claim, setting("2024-08-01")) == ()


@pytest.mark.parametrize(
    ("told", "verdict"),
    [
        ("2023-04-04", "supported"),
        ("2023-04", "supported"),
        ("2023-05-04", "contradicted"),
        ("2023-04-06", "not_checkable"),
    ],
)
def test_the_day_is_held_against_the_register_too(told: str, verdict: str, make, checker) -> None:
    claim = make("joined", "1", "record", who="FIN", shape="accession", fact=RecordWords(when=Period(told, told)))
    assert checker.check(claim).verdict == verdict
