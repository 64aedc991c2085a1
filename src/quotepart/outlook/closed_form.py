"""The odds of arrival in one formula, for growth that is independent from year to year: what simulations are held against."""

from __future__ import annotations

import math
from statistics import NormalDist

from quotepart.errors import OutlookError
from quotepart.model.frozen import dataclass
from quotepart.outlook.paths import check_aim


@dataclass(frozen=True, slots=True, kw_only=True)
class Growth:
    """Growth in per cent a year, independent from year to year: its mean and standard deviation."""

    mean_percent: float
    deviation_percent: float

    @property
    def log_moments(self) -> tuple[float, float]:
        """Mean and variance of ln(1 + growth): v = ln(1 + (sd ÷ (1 + μ))²), m = ln(1 + μ) − v ÷ 2."""
        level = 1 + self.mean_percent / 100
        if not (level > 0 and self.deviation_percent >= 0 and math.isfinite(level + self.deviation_percent)):
            hint = "give a mean above −100 and a deviation of 0 or more"
            raise OutlookError("this is no growth", where=repr(self), hint=hint)
        variance = math.log1p((self.deviation_percent / 100 / level) ** 2)
        return math.log(level) - variance / 2, variance


def odds_of_arrival(start: float, target: float, years: int, *, spending: Growth, gdp: Growth) -> float:
    """Return the probability that a share stands at or above ``target`` after ``years``: Φ([n(m_d − m_g) − ln(τ ÷ s0)] ÷ (σ√n)).

    Spending and GDP grow log-normally and independently of each other. Raises ``OutlookError`` as ``required_growth`` does.

    >>> odds = odds_of_arrival(2.1, 3.5, 10, spending=Growth(mean_percent=6, deviation_percent=5),
    ...                        gdp=Growth(mean_percent=1.5, deviation_percent=2))
    >>> round(odds, 3)
    0.297
    """
    check_aim(start, target, years)
    (spending_mean, spending_variance), (gdp_mean, gdp_variance) = spending.log_moments, gdp.log_moments
    ahead = years * (spending_mean - gdp_mean) - math.log(target / start)
    spread = math.sqrt((spending_variance + gdp_variance) * years)
    return NormalDist().cdf(ahead / spread) if spread else float(ahead >= 0)
