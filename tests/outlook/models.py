"""Models of growth with given moments, for made-up states."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from quotepart.outlook.aims import aims_of
from quotepart.outlook.course import TREND, Course
from quotepart.outlook.growth_model import GrowthModel
from quotepart.outlook.growth_walk import GrowthWalk


def steady_model(*members: str, share: float = 2.1, **changed: object) -> GrowthModel:
    """Nothing moves, but for what is changed."""
    none = np.zeros(len(members))
    still = GrowthModel(
        members=members, last_year=2025, start=np.full(len(members), np.log(share)), start_spread=none, gdp_growth=none,
        gdp_loading=none, gdp_common=0.0, gdp_own=none, passed=1.0, drift=none, momentum=none, persistence=0.0,
        common=0.0, own=none,
    )  # fmt: skip
    return replace(still, **changed)  # type: ignore[arg-type]


def walk_of(model: GrowthModel, years: int, course: Course = TREND, **more: object) -> GrowthWalk:
    aims = aims_of(course, model.members, model.last_year, years)
    return GrowthWalk(model=model, aims=aims, **more)  # type: ignore[arg-type]
