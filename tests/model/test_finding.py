from __future__ import annotations

from typing import get_args

from quotepart.model.finding import Finding, Verdict


def test_there_are_seven_verdicts() -> None:
    assert len(get_args(Verdict)) == 7


def test_a_finding_can_be_compared_and_kept_in_a_set() -> None:
    one = Finding(id="1", claim="2 %", verdict="supported", basis="")
    assert {one, Finding(id="1", claim="2 %", verdict="supported", basis="")} == {one}
