"""Exponential smoothing (ETS) of ln share with additive errors and a damped trend, as statsmodels estimates it."""

from __future__ import annotations

import warnings
from functools import lru_cache
from typing import Any

import numpy as np

from quotepart.outlook.course import TREND, Course
from quotepart.outlook.history import Floats, History
from quotepart.outlook.method import Method, stream

REMEMBERED = 30
"""How many of the last years are smoothed."""
FEW = 10
"""Fewer unbroken years carry no trend to smooth: the share then walks at random, with the usual error of the others."""


def project(history: History, years: int, draws: int, seed: int, course: Course = TREND) -> Floats:
    """Return draws of paths simulated from each member's own fit, moved to start at the last official value."""
    fits = _fits(history)
    usual = float(np.median(sorted(np.sqrt(fit.mse) for fit in fits if fit is not None) or [0.0]))
    drawn: Floats = np.empty((draws, len(history.members), years))
    for at, (member, fit) in enumerate(zip(history.members, fits, strict=True)):
        chance = stream(seed, member)
        if fit is None:
            paths = np.cumsum(chance.normal(scale=usual, size=(years, draws)), axis=0)
        else:
            errors = chance.normal(scale=float(np.sqrt(fit.mse)), size=(years, draws))
            paths = _simulated(fit, errors)
        drawn[:, at] = history.last_percent[at] * np.exp(paths.T)
    return drawn


def _simulated(fit: Any, errors: Floats) -> Floats:
    """Return paths less the level they start from: l_t = l_{t−1} + φ b_{t−1} + α e_t, b_t = φ b_{t−1} + β e_t."""
    known = dict(zip(fit.model.param_names, fit.params, strict=True))
    alpha, beta = known["smoothing_level"], known["smoothing_trend"]
    damping = known["damping_trend"]
    level = np.zeros(errors.shape[1])
    slope = np.full(errors.shape[1], float(fit.slope[-1]))
    paths = np.empty_like(errors)
    for at, error in enumerate(errors):
        paths[at] = level + damping * slope + error
        level = level + damping * slope + alpha * error
        slope = damping * slope + beta * error
    return paths


@lru_cache(maxsize=16)
def _fits(history: History) -> tuple[Any, ...]:
    """Return each member's fit of its last unbroken years, ``None`` where these are too few."""
    return tuple(_fit(_unbroken(np.log(row[-REMEMBERED:]))) for row in history.share_percent)


def _unbroken(values: Floats) -> Floats:
    gaps = np.flatnonzero(np.isnan(values))
    return values[gaps[-1] + 1 :] if gaps.size else values


def _fit(values: Floats) -> Any:
    from statsmodels.tsa.exponential_smoothing.ets import ETSModel  # slow to load, and only this method needs it

    if len(values) < FEW:
        return None
    model = ETSModel(values, error="add", trend="add", damped_trend=True, initialization_method="heuristic")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # a fit that stops early is still the best that was found
        return model.fit(disp=False, maxiter=200)


METHOD = Method(name="ets", needs=FEW, project=project)
