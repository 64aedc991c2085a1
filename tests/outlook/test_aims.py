from __future__ import annotations

import numpy as np
from pytest import approx

from quotepart.outlook.aims import USUAL_CREDIBILITY, aims_of
from quotepart.outlook.course import TREND, Course


def test_the_next_aim_counts_and_the_last_one_stays() -> None:
    course = Course(towards="plan", aims={"SYL": {2027: 2.5, 2029: 3.0}})
    aims = aims_of(course, ("BOR", "SYL"), 2025, 5)
    assert np.exp(aims.log_aim[1]) == approx([2.5, 2.5, 3.0, 3.0, 3.0])
    assert aims.left[1].tolist() == [2, 1, 2, 1, 1]
    assert np.isneginf(aims.log_aim[0]).all()


def test_credibility_is_given_for_all_by_member_or_usual() -> None:
    def credibility(given: object) -> list[float]:
        course = Course(towards="pledge", credibility=given)  # type: ignore[arg-type]
        return aims_of(course, ("BOR", "SYL"), 2025, 1).credibility.tolist()

    assert credibility(0.7) == [0.7, 0.7]
    assert credibility({"SYL": 0.9}) == [USUAL_CREDIBILITY, 0.9]
    assert credibility(None) == [USUAL_CREDIBILITY] * 2


def test_a_trend_has_no_aims() -> None:
    assert np.isneginf(aims_of(TREND, ("SYL",), 2025, 3).log_aim).all()
