"""A backtest made by hand, over made-up states: five methods, two of them with names that everybody knows."""

from __future__ import annotations

from datetime import date

import numpy as np

from outlook.conftest import STATES
from quotepart.outlook.backtest import Backtest, Contender, Event, Origin, Trial, trial
from quotepart.outlook.course import TREND, Course
from quotepart.outlook.history import Floats, History, Part, history_of
from quotepart.outlook.method import Method, stream

SPREADS = {"random_walk": 0.05, "linear_trend": 0.1, "ets": 0.8, "knows": 0.2}
"""How much shares are said to wander a year; they do by 0.2 points."""


def walk(name: str, scale: float) -> Method:
    def project(history: History, years: int, draws: int, seed: int, course: Course = TREND) -> Floats:
        shape = (draws, len(history.members), years)
        steps: Floats = stream(seed, f"{name}{history.last_year}").normal(scale=scale, size=shape)
        return history.last_percent[None, :, None] + np.cumsum(steps, axis=2)

    return Method(name=name, needs=1, project=project)


def origin(year: int, until: int) -> Origin:
    years = tuple(range(year + 1, until + 1))
    steps = np.random.default_rng(year).normal(scale=0.2, size=(len(STATES), len(years)))
    parts = tuple(
        Part(role=role, indicator="share", edition=f"league:{year}", edition_is="own", members=STATES)
        for role in ("last", "years")
    )
    history = history_of({state: {year: 2.0} for state in STATES}, known_on=date(year, 12, 31), parts=parts)
    return Origin(
        year=year, history=history, years=years, outcomes=2.0 + np.cumsum(steps, axis=1), judged_by="league:2025"
    )


def sample_run(origins: range = range(2014, 2024), until: int = 2024, long: str | None = None) -> Backtest:
    event = Event(year=until)
    found = tuple(origin(year, until) for year in origins)
    methods = [Contender(method=walk(name, scale)) for name, scale in SPREADS.items()]
    trials: tuple[Trial, ...] = tuple(trial(method, each, event, 300, 1) for each in found for method in methods)
    return Backtest(origins=found, trials=trials, event=event, long=long, draws=300, seed=1)
