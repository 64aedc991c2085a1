"""What a course asks of each member in each year, and how much of it members are taken to do.

In every year a member takes the part ``credibility`` of the step that would still bring it to its aim in time:

    pull_t = c · max(0, (ln aim − ln s_{t−1}) ÷ (years left, t among them) − drift_t), at most c · (ln aim − ln s_{t−1})

With c = 1 the middle of the draws arrives in time, with c = 0 a pledge changes nothing. A member at or over its aim is not
pulled; after the last aim it is held there in the same way.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from quotepart.model.frozen import dataclass
from quotepart.outlook.course import Course
from quotepart.outlook.history import Floats

USUAL_CREDIBILITY = 0.4
"""The part of the step still needed that members take where nothing is known of how they keep pledges."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Aims:
    """Arrays over members, then years: ``log_aim`` is ln of the next aim in per cent, −inf where there is none.

    ``left`` is how many years are left to reach it, the year itself among them; ``credibility`` is by member.
    """

    log_aim: Floats
    left: Floats
    credibility: Floats


def aims_of(course: Course, members: tuple[str, ...], last_year: int, years: int) -> Aims:
    """Return what a course asks of members in the ``years`` after ``last_year``."""
    log_aim, left = np.full((len(members), years), -np.inf), np.ones((len(members), years))
    for row, member in enumerate(members):
        for at in range(years):
            found = _next_aim(course.aims.get(member, {}), last_year + 1 + at)
            if found is not None:
                log_aim[row, at], left[row, at] = np.log(found[0]), found[1]
    credibility = np.array([_credibility(course, member) for member in members])
    return Aims(log_aim=log_aim, left=left, credibility=credibility)


def _next_aim(aims: Mapping[int, float], year: int) -> tuple[float, int] | None:
    """Return the first aim that is not before ``year`` with the years left; after the last aim that one, with one year."""
    ahead = min((each for each in aims if each >= year), default=None)
    if ahead is not None:
        return aims[ahead], ahead - year + 1
    return (aims[max(aims)], 1) if aims else None


def _credibility(course: Course, member: str) -> float:
    if isinstance(course.credibility, Mapping):
        return course.credibility.get(member, USUAL_CREDIBILITY)
    return USUAL_CREDIBILITY if course.credibility is None else course.credibility
