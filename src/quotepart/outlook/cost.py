"""What a path costs over its years, with the spread that uncertain growth of GDP gives it, and what a year of delay changes."""

from __future__ import annotations

import numpy as np

from quotepart.model.frozen import dataclass
from quotepart.outlook.history import Floats
from quotepart.outlook.paths import SharePath, required_growth, share_path

SPREAD = (0.05, 0.5, 0.95)


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """The 5th, 50th and 95th percentiles of an amount over draws."""

    low: float
    median: float
    high: float


@dataclass(frozen=True, slots=True, kw_only=True)
class PathCost:
    """What a path costs in all the years after its first: in ``total``, and ``extra`` over what the first share would cost."""

    path: SharePath
    total: Spread
    extra: Spread


@dataclass(frozen=True, slots=True, kw_only=True)
class Delay:
    """What waiting a year with the straight path changes: growth needed, in per cent a year, and the money not spent.

    ``growth_later`` and ``unspent`` are ``None`` where the deadline leaves no year to wait.
    """

    growth_now: float
    growth_later: float | None
    unspent: Spread | None


def path_cost(path: SharePath, sizes: Floats) -> PathCost:
    """Return the cost of a path; ``sizes`` is GDP ``[years, draws]`` in the years after the path's first, in any currency."""
    shares = np.array(path.shares[1:])[:, None] / 100
    held = path.shares[0] / 100
    return PathCost(
        path=path, total=_spread((shares * sizes).sum(axis=0)), extra=_spread(((shares - held) * sizes).sum(axis=0))
    )


def delay_cost(start: float, target: float, *, first_year: int, deadline: int, growth: float, sizes: Floats) -> Delay:
    """Return what it changes to hold ``start`` for a year and then go straight to ``target`` by the same ``deadline``."""
    years = deadline - first_year
    now = required_growth(start, target, years, growth)
    if years < 2:
        return Delay(growth_now=now, growth_later=None, unspent=None)
    prompt = share_path(start, target, first_year=first_year, deadline=deadline).shares[1:]
    later = (start, *share_path(start, target, first_year=first_year + 1, deadline=deadline).shares[1:])
    saved = (np.array(prompt) - np.array(later))[:, None] / 100 * sizes
    return Delay(
        growth_now=now,
        growth_later=required_growth(start, target, years - 1, growth),
        unspent=_spread(saved.sum(axis=0)),
    )


def _spread(amounts: Floats) -> Spread:
    low, median, high = np.quantile(amounts, SPREAD)
    return Spread(low=float(low), median=float(median), high=float(high))
