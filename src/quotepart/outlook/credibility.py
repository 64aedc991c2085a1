"""How much of what they promised members did: the part they took, year by year, of the step that would have kept the promise.

For a promise of τ by T, the step needed in year t is (ln τ − ln s_{t−1}) ÷ (T − t + 1). Over all its years and promises a
member's credibility is the least-squares slope of the steps taken on the steps needed, from 0 to 1; drawn towards that of all
members, and that of all towards what is usual: each slope weighs by what it rests on (normal prior and likelihood).
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator

from quotepart.model.frozen import dataclass
from quotepart.outlook.aims import USUAL_CREDIBILITY
from quotepart.outlook.history import History

NOISE = 0.08
"""Yearly deviation of ln share around any plan: what one step taken says little about."""
BETWEEN_PACTS = 0.2
"""How far the credibility of a whole pact may lie from what is usual, as a standard deviation."""
BETWEEN_MEMBERS = 0.15
"""How far a member's may lie from that of the pact."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """A member's promise to spend ``target`` per cent of GDP by the end of ``deadline``, made in the year ``made``."""

    member: str
    made: int
    target: float
    deadline: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """Credibility by member and of all together, and over how many years of how many members it was seen."""

    of_members: dict[str, float]
    of_all: float
    years: int
    members: int


def credibility_of(history: History, promises: Iterable[Promise]) -> Kept:
    """Return how credible members are by the years of the history in which they had a promise still to keep."""
    steps: dict[str, list[tuple[float, float]]] = {member: [] for member in history.members}
    for promise in sorted(set(promises), key=lambda each: (each.member, each.deadline, each.target, each.made)):
        if promise.member in steps:
            steps[promise.member] += _steps(history, promise)
    everything = [step for member in sorted(steps) for step in steps[member]]
    of_all = _slope(everything, USUAL_CREDIBILITY, BETWEEN_PACTS)
    return Kept(
        of_members={member: _slope(found, of_all, BETWEEN_MEMBERS) for member, found in steps.items()},
        of_all=of_all,
        years=len(everything),
        members=sum(bool(found) for found in steps.values()),
    )


def _steps(history: History, promise: Promise) -> Iterator[tuple[float, float]]:
    """Yield needed and taken steps of ln share, for every year in which the promise was still to be kept."""
    row = history.members.index(promise.member)
    known = {
        year: float(share) for year, share in zip(history.years, history.share_percent[row], strict=True) if share > 0
    }
    for year in range(promise.made + 1, min(promise.deadline, history.last_year) + 1):
        before, after = known.get(year - 1), known.get(year)
        if before is not None and after is not None and before < promise.target:
            needed = math.log(promise.target / before) / (promise.deadline - year + 1)
            yield needed, math.log(after / before)


def _slope(steps: list[tuple[float, float]], expected: float, deviation: float) -> float:
    """Return the slope of the second on the first of each pair, drawn towards what is expected."""
    if not steps:
        return expected
    weight, prior = math.fsum(needed**2 for needed, _ in steps) / NOISE**2, 1 / deviation**2
    seen = math.fsum(needed * taken for needed, taken in steps) / NOISE**2
    return min(max((seen + prior * expected) / (weight + prior), 0.0), 1.0)
