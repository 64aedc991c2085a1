from __future__ import annotations

from quotepart.outlook.course import TREND, Course


def test_without_aims_members_follow_their_trend() -> None:
    assert Course() == TREND
    assert TREND.towards == "trend"
    assert not TREND.aims
    assert TREND.credibility is None
