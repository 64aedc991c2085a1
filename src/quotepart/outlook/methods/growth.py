"""Growth of spending less growth of GDP: correlated between members, with fat tails, and pulled towards a plan or pledge."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from quotepart.outlook.aims import aims_of
from quotepart.outlook.course import TREND, Course
from quotepart.outlook.growth_model import GrowthModel, fit_growth
from quotepart.outlook.growth_walk import GrowthWalk
from quotepart.outlook.history import Floats, History
from quotepart.outlook.method import Method


def project(history: History, years: int, draws: int, seed: int, course: Course = TREND) -> Floats:
    """Return draws of the model in ``growth_model``, along a course as ``aims`` says."""
    model = fitted(history)
    walk = GrowthWalk(model=model, aims=aims_of(course, model.members, history.last_year, years))
    order = [model.members.index(member) for member in history.members]
    shares: Floats = np.empty((draws, len(order), years))
    for at, year in enumerate(walk(draws, np.random.SeedSequence(seed))):
        shares[:, :, at] = np.exp(year[order]).T
    return shares


@lru_cache(maxsize=16)
def fitted(history: History) -> GrowthModel:
    """Return the model of a history, fitted once."""
    return fit_growth(history)


METHOD = Method(name="growth", needs=2, project=project, follows=frozenset({"trend", "plan", "pledge"}))
