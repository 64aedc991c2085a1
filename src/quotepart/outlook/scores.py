"""How good a probabilistic forecast was, from its draws and what came: proper scores and calibration, one value a case.

Draws run over the first axis of an array; outcomes have the shape of the others and are NaN where nothing is known. Source of the
scores: Gneiting & Raftery (2007), "Strictly proper scoring rules, prediction, and estimation".
"""

from __future__ import annotations

import numpy as np

from quotepart.outlook.history import Floats


def crps(draws: Floats, outcomes: Floats) -> Floats:
    """Return the continuous ranked probability score E|X − y| − ½·E|X − X′|, in the unit of the draws; 0 is perfect.

    The second term is taken without bias over all pairs of draws, by their order: Σ (2k − n − 1)·x₍ₖ₎ ÷ (n(n − 1)).
    """
    count = len(draws)
    weights = (2 * np.arange(1, count + 1) - count - 1) / (count * max(count - 1, 1))
    spread = np.tensordot(weights, np.sort(draws, axis=0), axes=1)
    found: Floats = np.abs(draws - outcomes).mean(axis=0) - spread
    return found


def pit(draws: Floats, outcomes: Floats) -> Floats:
    """Return where each outcome lies in its forecast: the share of draws below it, ties by half.

    Over many cases it is uniform from 0 to 1 where forecasts are calibrated.
    """
    below = (draws < outcomes).mean(axis=0) + (draws == outcomes).mean(axis=0) / 2
    return known(below, outcomes)


def is_inside(draws: Floats, outcomes: Floats, level: float) -> Floats:
    """Return 1 where an outcome lies in the central interval that should hold a share ``level`` of them, else 0."""
    low, high = np.quantile(draws, [(1 - level) / 2, (1 + level) / 2], axis=0)
    return known(((low <= outcomes) & (outcomes <= high)).astype(np.float64), outcomes)


def brier(odds: Floats, happened: Floats) -> Floats:
    """Return (p − o)², o being 1 where an event happened and 0 where it did not; 0 is perfect, 0.25 what p = ½ always gets."""
    found: Floats = (odds - happened) ** 2
    return found


def known(values: Floats, outcomes: Floats) -> Floats:
    """Return ``values`` with NaN where no outcome is known."""
    found: Floats = np.where(np.isnan(outcomes), np.nan, values)
    return found
