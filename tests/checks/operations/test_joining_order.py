from __future__ import annotations

import pytest

from quotepart.checks.working.recompute import recompute_finding
from quotepart.model.wire import finding_as_json


@pytest.mark.parametrize(
    ("words", "day", "verdict"),
    [
        ("Finland joined NATO before Sweden.", "2024-10-30", "supported"),
        ("Sweden joined NATO before Finland.", "2024-10-30", "contradicted"),
        ("Sweden joined NATO after Finland.", "2024-10-30", "supported"),
        ("Finland is the first country to join NATO since North Macedonia.", "2023-06-14", "supported"),
        ("Finland is the first country to join NATO since Croatia.", "2023-06-14", "contradicted"),
    ],
)
def test_the_order_of_two_accessions(words: str, day: str, verdict: str, judge) -> None:  # type: ignore[no-untyped-def]
    finding = judge(words, day)
    assert finding.verdict == verdict
    assert {each.member for each in finding.readings[0].inputs} <= {"FIN", "SWE", "MKD", "HRV"}
    assert all(shown == again for _, shown, again in recompute_finding(finding_as_json(finding)))
