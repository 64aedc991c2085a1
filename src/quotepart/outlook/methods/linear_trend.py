"""A straight line: every share goes on as it did in its last years, with the errors of the line and of its slope."""

from __future__ import annotations

import numpy as np

from quotepart.outlook.course import TREND, Course
from quotepart.outlook.history import Floats, History
from quotepart.outlook.method import Method, stream

FITTED = 5
"""Over how many of the last years the line is fitted."""
LEAST = 0.01
"""No share falls below this, in per cent."""
FEW = 3
"""A line through fewer values is none: the share then stays, with the errors of all other lines."""


def project(history: History, years: int, draws: int, seed: int, course: Course = TREND) -> Floats:
    """Return draws of s_{T+h} = s_T + b · h + e: ordinary least squares, b and e drawn from their normal errors.

    The line is moved to the last official value, from which every projection starts.
    """
    lines = [_line(row) for row in history.share_percent[:, -FITTED:]]
    usual = float(np.median(sorted(spread for _, _, spread in lines if np.isfinite(spread)) or [0.0]))
    ahead = np.arange(1, years + 1)
    drawn: Floats = np.empty((draws, len(history.members), years))
    for at, member in enumerate(history.members):
        slope, error, spread = lines[at] if np.isfinite(lines[at][2]) else (0.0, 0.0, usual)
        chance = stream(seed, member)
        slopes = slope + error * chance.standard_normal((draws, 1))
        drawn[:, at] = history.last_percent[at] + slopes * ahead + spread * chance.standard_normal((draws, years))
    return np.maximum(drawn, LEAST)


def _line(shares: Floats) -> tuple[float, float, float]:
    """Return slope, its standard error and the residual deviation; NaN where there are too few values."""
    known = np.isfinite(shares)
    if known.sum() < FEW:
        return (np.nan, np.nan, np.nan)
    time, values = np.flatnonzero(known).astype(np.float64), shares[known]
    time -= time.mean()
    size = float(time @ time)
    slope = float(time @ values) / size
    rest = values - values.mean() - slope * time
    spread = float(np.sqrt(rest @ rest / (len(values) - 2)))
    return slope, spread / float(np.sqrt(size)), spread


METHOD = Method(name="linear_trend", needs=3, project=project)
