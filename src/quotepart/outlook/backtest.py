"""Projections tried on the past: what each method would have said at the end of a year, and what came.

An *origin* is the last year that was known. The history of an origin is cut there (``outlook.past``): a method is given nothing
else, so it cannot see later years. What came is read from the newest edition of the same producer and definition.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

import numpy as np

from quotepart.accounts.account import Account
from quotepart.errors import OutlookError
from quotepart.model.frozen import dataclass
from quotepart.model.observation import Edition
from quotepart.model.pact import Pact
from quotepart.outlook.course import TREND, Course, Towards
from quotepart.outlook.history import Floats, History
from quotepart.outlook.method import Method
from quotepart.outlook.past import build_history
from quotepart.outlook.plans import course_of, promises_of
from quotepart.outlook.scores import crps, is_inside, known, pit

CHOSEN_BY = 2018
"""The last origin by which methods were chosen and tuned; what later ones show was looked at once, after that."""

DRAWS = 4000
SEED = 20_260_101


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Being at or over ``target`` per cent of GDP in ``year``, as printed: to the last digit, ``step``."""

    target: float = 2.0
    year: int = 2024
    step: float = 0.01

    def came(self, percent: Floats) -> Floats:
        """Return 1 where a share in per cent is printed at or over the target, 0 where it is not, NaN where it is NaN."""
        return known((percent >= self.target - self.step / 2).astype(np.float64), percent)


@dataclass(frozen=True, slots=True, kw_only=True)
class Contender:
    """A method along one of the courses that it follows."""

    method: Method
    towards: Towards = "trend"

    @property
    def name(self) -> str:
        """The method's name, and the course's where it is not the trend: ``growth_pledge``."""
        return self.method.name if self.towards == "trend" else f"{self.method.name}_{self.towards}"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Origin:
    """A year to project from: its history, and ``outcomes`` in per cent of GDP by member and year of ``years``.

    ``judged_by`` is the edition that says what came.
    """

    year: int
    history: History
    years: tuple[int, ...]
    outcomes: Floats
    judged_by: str


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Trial:
    """How one contender, by its name, did from one origin.

    Arrays run over ``members`` and ``years``, NaN where nothing came to be known. ``crps`` is in points of GDP, ``pit`` from 0 to
    1, ``inside_50`` and ``inside_90`` are 1 or 0. ``odds`` is how likely being at the event's target was said to be in each year,
    ``came`` whether it was so (1 or 0); the event itself is of the last year.
    """

    method: str
    origin: int
    members: tuple[str, ...]
    years: tuple[int, ...]
    crps: Floats
    pit: Floats
    inside_50: Floats
    inside_90: Floats
    odds: Floats
    came: Floats


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Backtest:
    """Every method, along every course, from every origin that has the past it needs; judged up to the event's year.

    ``long`` is the indicator that prolonged the past.
    """

    origins: tuple[Origin, ...]
    trials: tuple[Trial, ...]
    event: Event
    long: str | None
    draws: int
    seed: int

    @property
    def methods(self) -> tuple[str, ...]:
        """The names of the contenders, in the order in which they were tried."""
        return tuple(dict.fromkeys(trial.method for trial in self.trials))

    def between(self, first: int, last: int) -> Backtest:
        """Return the part from the origins ``first`` to ``last``, both included."""
        return Backtest(
            origins=tuple(each for each in self.origins if first <= each.year <= last),
            trials=tuple(each for each in self.trials if first <= each.origin <= last),
            event=self.event,
            long=self.long,
            draws=self.draws,
            seed=self.seed,
        )


def backtest(
    account: Account, origins: Iterable[int], methods: Sequence[Method], *, event: Event | None = None,
    long: str | None = None, draws: int = DRAWS, seed: int = SEED,
) -> Backtest:  # fmt: skip
    """Return how ``methods`` did from each of ``origins`` for the years up to that of the event.

    Raises ``OutlookError`` where an origin has no history, or no year after it is known.
    """
    asked = event or Event()
    found = tuple(origin_at(account, year, until=asked.year, long=long) for year in origins)
    return Backtest(
        origins=found,
        trials=tuple(
            trial(contender, origin, asked, draws, seed, course_at(account.pact, origin, contender.towards, asked))
            for origin in found
            for contender in contenders(methods)
            if contender.method.needs <= len(origin.history.years)
        ),
        event=asked,
        long=long,
        draws=draws,
        seed=seed,
    )


def origin_at(account: Account, year: int, *, until: int, long: str | None = None) -> Origin:
    """Return the origin ``year``: what could be known on its last day of the members of that day, and what came by ``until``."""
    day = date(year, 12, 31)
    history = build_history(account, members_on(account, day), day, year, long)
    indicator, base = next((part.indicator, part.edition) for part in history.parts if part.role == "years")
    judge = judging(account, indicator, account.edition(base))
    years = tuple(range(year + 1, until + 1))
    outcomes = np.array(
        [[_value(account, judge, indicator, member, each) for each in years] for member in history.members]
    )
    if not np.isfinite(outcomes).any():
        hint = "choose earlier origins, or a later last year"
        raise OutlookError(f"nothing is known that came after {year} and by {until}", where=judge.id, hint=hint)
    return Origin(year=year, history=history, years=years, outcomes=outcomes, judged_by=judge.id)


def members_on(account: Account, day: date) -> tuple[str, ...]:
    """Return the members of the pact on a day that have a series of its share of GDP."""
    pact = account.pact
    members = account.members(pact.conventions.whole, day.year, membership="current", on=day)
    return tuple(each for each in members if each not in pact.indicators[pact.conventions.share_indicator].without)


def judging(account: Account, indicator: str, base: Edition) -> Edition:
    """Return the newest edition held in full of the producer and definition of ``base``: it says what came."""
    editions = account.editions(indicator=indicator)
    same = (base.producer, base.definition, "full")
    return next(each for each in editions if (each.producer, each.definition, each.held) == same)


def contenders(methods: Iterable[Method]) -> tuple[Contender, ...]:
    """Return each method along each course that it follows, the trend first."""
    order: tuple[Towards, ...] = ("trend", "plan", "pledge")
    return tuple(Contender(method=each, towards=way) for each in methods for way in order if way in each.follows)


def course_at(pact: Pact, origin: Origin, towards: Towards, event: Event) -> Course:
    """Return a course as it could be known at an origin.

    Under ``pledge`` members aim at the event's target by the deadline of their promises of it, those made by the origin's day.
    """
    history = origin.history
    course = course_of(pact, history, towards, target=event.target, deadline=event.year)
    if towards != "pledge":
        return course
    aims: dict[str, dict[int, float]] = {}
    for promise in promises_of(pact, history.members, history.known_on):
        if promise.target == event.target and promise.deadline > origin.year:
            aims.setdefault(promise.member, {})[promise.deadline] = promise.target
    return replace(course, aims=aims)


def project(method: Method, origin: Origin, draws: int, seed: int, course: Course = TREND) -> Floats:
    """Return what a method says at an origin about the years after it: draws × members × years, from the history alone."""
    return method.project(origin.history, len(origin.years), draws, seed, course)


def trial(
    contender: Contender, origin: Origin, event: Event, draws: int, seed: int, course: Course = TREND
) -> Trial:  # fmt: skip
    """Return how a contender does from an origin along a course."""
    said, came = project(contender.method, origin, draws, seed, course), origin.outcomes
    return Trial(
        method=contender.name,
        origin=origin.year,
        members=origin.history.members,
        years=origin.years,
        crps=crps(said, came),
        pit=pit(said, came),
        inside_50=is_inside(said, came, 0.5),
        inside_90=is_inside(said, came, 0.9),
        odds=known(event.came(said).mean(axis=0), came),
        came=event.came(came),
    )


def _value(account: Account, edition: Edition, indicator: str, member: str, year: int) -> float:
    found = account.observe(member, indicator, year, edition=edition)
    return float(found.value) if found else np.nan
