from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("NATO has 31 members.", "Sweden, since 7 March 2024"),
        ("22 allies meet the 2 percent target.", "Slovakia"),
        ("24 allies meet the 2 percent target.", "Croatia"),
    ],
)
def test_a_count_off_by_one_names_the_member_that_makes_it(text: str, said: str, judge) -> None:
    finding = judge(text, "2024-09-01")
    assert finding.verdict == "close" and said in finding.basis


@pytest.mark.parametrize("text", ["NATO has 32 members.", "23 allies meet the 2 percent target."])
def test_a_count_that_is_right_names_nobody(text: str, judge) -> None:
    finding = judge(text, "2024-09-01")
    assert finding.verdict == "supported" and "nearest" not in finding.basis and "newest" not in finding.basis
