from __future__ import annotations

import pytest

from quotepart.checks.claims.claim import RecordWords
from quotepart.checks.operations.membership import fits, read


@pytest.mark.parametrize(
    ("who", "words", "verdict"),
    [
        ("FIN", RecordWords(), "supported"),
        ("UKR", RecordWords(), "contradicted"),
        ("UKR", RecordWords(is_denied=True), "supported"),
        ("SWE", RecordWords(is_first=True), "supported"),
        ("FIN", RecordWords(is_first=True), "contradicted"),
        ("FRA", RecordWords(begins=True), "supported"),
        ("ESP", RecordWords(begins=True), "contradicted"),
    ],
)
def test_members_founders_and_newcomers(who: str, words: RecordWords, verdict: str, make, checker) -> None:
    claim = make("is a member", "1", "record", who=who, shape="membership", fact=words)
    assert checker.check(claim).verdict == verdict


def test_the_members_of_the_day_are_its_inputs(make, setting) -> None:
    claim = make("is a member", "1", "record", who="SWE", on="2023-08-01", shape="membership", fact=RecordWords())
    assert fits(claim, setting("2023-08-01"))
    (query,) = read(claim, setting("2023-08-01"))
    assert query.fact is not None and len(query.fact.inputs) == 31 and query.fact.value.value == 0
