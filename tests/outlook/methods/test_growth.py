from __future__ import annotations

import numpy as np
from pytest import approx

from outlook.conftest import STATES, drawn_history
from quotepart.outlook.course import Course
from quotepart.outlook.history import History
from quotepart.outlook.methods.growth import METHOD, fitted


def test_a_pledge_pulls_and_more_credible_ones_more(history: History) -> None:
    aims = {member: {2029: 4.0} for member in STATES}
    ends = [
        np.median(METHOD.project(history, 5, 2000, 1, Course(towards="pledge", aims=aims, credibility=each))[:, :, -1], axis=0)
        for each in (0.0, 0.5, 1.0)
    ]  # fmt: skip
    assert (ends[0] < ends[1]).all()
    assert (ends[1] < ends[2]).all()
    assert ends[2] == approx(4.0, rel=0.1)


def test_who_has_no_aim_follows_the_trend(history: History) -> None:
    course = Course(towards="plan", aims={"SYL": {2029: 4.0}}, credibility=1.0)
    planned, free = (METHOD.project(history, 5, 500, 1, *given) for given in ([course], []))
    others = [at for at, member in enumerate(history.members) if member != "SYL"]
    assert np.array_equal(planned[:, others], free[:, others])
    assert not np.array_equal(planned, free)


def test_it_follows_every_course_and_fits_once(history: History) -> None:
    assert METHOD.follows == {"trend", "plan", "pledge"}
    assert fitted(history) is fitted(history)
    assert fitted(history) is not fitted(drawn_history(2))
