"""A random walk: every share stays where it is, but for shocks as large as those of its own past."""

from __future__ import annotations

import numpy as np

from quotepart.outlook.course import TREND, Course
from quotepart.outlook.history import Floats, History
from quotepart.outlook.method import Method, stream

REMEMBERED = 25
"""How many of the last yearly changes make a member's volatility: chosen on origins up to 2018, as the model's window was."""

FEW = 3
"""With fewer changes of its own, a member has the volatility of all members."""


def project(history: History, years: int, draws: int, seed: int, course: Course = TREND) -> Floats:
    """Return draws of ln s_t = ln s_{t−1} + σ·ε with ε standard normal, without drift.

    σ is the root mean square of a member's own yearly changes of the logarithm.
    """
    sigma = volatility(history)
    walked: Floats = np.empty((draws, len(history.members), years))
    for at, member in enumerate(history.members):
        shocks = stream(seed, member).normal(scale=sigma[at], size=(draws, years))
        walked[:, at] = history.last_percent[at] * np.exp(np.cumsum(shocks, axis=1))
    return walked


def volatility(history: History) -> Floats:
    """Return the root mean square of each member's last yearly changes of ln share, of all members' where it has few."""
    squares = history.share_growth[:, -REMEMBERED:] ** 2
    counts = np.isfinite(squares).sum(axis=1)
    pooled = np.sort(squares[np.isfinite(squares)])  # sorted, so that the order of members can't change the last bit
    everyone = pooled.mean() if pooled.size else 0.0
    own = np.nansum(squares, axis=1) / np.maximum(counts, 1)
    found: Floats = np.sqrt(np.where(counts >= FEW, own, everyone))
    return found


METHOD = Method(name="random_walk", needs=2, project=project)
