"""Paths of a share of GDP from its last value to a target, and the growth of spending that each asks for.

Shares are in per cent of GDP, growth in per cent a year after inflation, years are calendar years.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from itertools import pairwise
from typing import Literal

from quotepart.errors import OutlookError
from quotepart.model.frozen import dataclass

Shape = Literal["straight", "front_loaded", "back_loaded", "s_curve"]
TREND_YEARS = 3
"""Over how many years the trend is taken, as for the states of pledges."""
MOST_GROWTH, MOST_YEARS, MOST_SHARE = 50.0, 60, 100.0
"""No economy has grown or shrunk faster for years; beyond that horizon, and above the whole of GDP, nothing is projected."""

_SHAPES: Mapping[Shape, Callable[[float], float]] = {
    "straight": lambda way: way,
    "front_loaded": lambda way: 1 - (1 - way) ** 2,
    "back_loaded": lambda way: way**2,
    "s_curve": lambda way: way**2 * (3 - 2 * way),
}
SHAPES: tuple[Shape, ...] = tuple(_SHAPES)


@dataclass(frozen=True, slots=True, kw_only=True)
class SharePath:
    """A share of GDP year by year: ``shares[0]`` is that of ``first_year``, from which the path starts."""

    shape: str
    first_year: int
    shares: tuple[float, ...]

    @property
    def last_year(self) -> int:
        """The year of the last share."""
        return self.first_year + len(self.shares) - 1

    @property
    def years(self) -> range:
        """The years of the shares, the first among them."""
        return range(self.first_year, self.last_year + 1)

    def growth_percent(self, gdp_growth_percent: float) -> tuple[float, ...]:
        """Return by how much real spending grows in each year after the first: (1 + g) · s_t ÷ s_{t−1} − 1."""
        check_growth(gdp_growth_percent)
        pairs = pairwise(self.shares)
        return tuple(((1 + gdp_growth_percent / 100) * after / before - 1) * 100 for before, after in pairs)


def required_growth(start: float, target: float, years: int, gdp_growth_percent: float) -> float:
    """Return the real growth of spending, in per cent a year, that brings a share from ``start`` to ``target`` in ``years``.

    d = (1 + g) · (τ ÷ s0)^(1 ÷ n) − 1. For a target already met it is what the share could lose. Raises ``OutlookError`` for a
    share that is not positive, no years and absurd growth.

    >>> round(required_growth(2.1, 3.5, 10, 1.5), 2)
    6.82
    """
    check_aim(start, target, years)
    check_growth(gdp_growth_percent)
    ratio: float = (target / start) ** (1 / years)
    return ((1 + gdp_growth_percent / 100) * ratio - 1) * 100


def share_path(start: float, target: float, *, first_year: int, deadline: int, shape: Shape = "straight") -> SharePath:
    """Return the path from ``start`` in ``first_year`` to ``target`` in ``deadline``; half the way takes half the time or not.

    With u the part of the time gone, the part of the way is u (straight), 1 − (1 − u)² (front-loaded), u² (back-loaded) or
    3u² − 2u³ (S-curve).
    """
    years = deadline - first_year
    check_aim(start, target, years)
    part = _SHAPES[shape]
    shares = tuple(start + (target - start) * part(at / years) for at in range(years + 1))
    return SharePath(shape=shape, first_year=first_year, shares=shares)


def plan_then_linear(
    start: float, plan: Mapping[int, float], target: float, *, first_year: int, deadline: int
) -> SharePath:
    """Return the path through a plan's shares by year, then straight to ``target``; straight as well between its years.

    Years of the plan that are past or after the deadline are left out.
    """
    check_aim(start, target, deadline - first_year)
    ahead = {year: share for year, share in plan.items() if first_year < year < deadline}
    points = sorted({first_year: start, **ahead, deadline: target}.items())
    shares = [start]
    for (before, low), (after, high) in pairwise(points):
        shares += [low + (high - low) * at / (after - before) for at in range(1, after - before + 1)]
    return SharePath(shape="plan_then_linear", first_year=first_year, shares=tuple(shares))


def trend_path(history: Mapping[int, float], *, deadline: int) -> SharePath | None:
    """Return where the mean step of the last three years leads, never below zero; ``None`` without a value three years back."""
    last = max(history)
    before = history.get(last - TREND_YEARS)
    if before is None:
        return None
    step = (history[last] - before) / TREND_YEARS
    shares = tuple(max(0.0, history[last] + step * at) for at in range(max(deadline - last, 0) + 1))
    return SharePath(shape="trend", first_year=last, shares=shares)


def check_aim(start: float, target: float, years: int) -> None:
    """Raise ``OutlookError`` for a share or target that is none, for a deadline that is past, and for one too far away."""
    for name, share in (("the share", start), ("the target", target)):
        if not (math.isfinite(share) and 0 < share <= MOST_SHARE):
            hint = "give a share of GDP in per cent, above 0 and up to 100"
            raise OutlookError(f"{name} can't be {share:g}", where="outlook", hint=hint)
    if years < 1:
        hint = "give a deadline after the last official year"
        raise OutlookError("the deadline is not after the last year with a figure", where="outlook", hint=hint)
    if years > MOST_YEARS:
        hint = f"give a deadline at most {MOST_YEARS} years ahead"
        raise OutlookError(f"a deadline {years} years ahead is beyond what can be said", where="outlook", hint=hint)


def check_growth(gdp_growth_percent: float) -> None:
    """Raise ``OutlookError`` for growth of GDP that no economy has seen for years."""
    if not (math.isfinite(gdp_growth_percent) and abs(gdp_growth_percent) <= MOST_GROWTH):
        hint = f"give growth in per cent a year, between −{MOST_GROWTH:g} and {MOST_GROWTH:g}"
        raise OutlookError(f"GDP does not grow by {gdp_growth_percent:g}% a year", where="outlook", hint=hint)
