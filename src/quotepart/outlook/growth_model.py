"""The model behind the odds: a share grows by the growth of spending less the growth of GDP, member beside member.

For member i and year t, with s the share of GDP, γ the growth of real GDP, δ that of real spending (differences of logarithms):

    ln s_t = ln s_{t−1} + δ_t − γ_t
    γ_t = g_i + λ_i · f_t + u_t              one factor f common to all members, u a member's own
    δ_t = g_i + drift_t + pull_t + a_t + (1 − β) · (γ_t − g_i)
    a_t = φ · a_{t−1} + h_t + ε_t            h common to all members; f, h and ε have fat tails (Student t)

Spending follows a surprise in GDP by the part 1 − β within the year, so the part β of it moves the share. The drift is a member's
own trend of the share, drawn towards that of all and fading by the year. The pull is what a course adds (``aims``).

What is estimated is pooled in part: a member's own moments count as much as its years, those of all members as much as ``PRIOR``
years (empirical Bayes). The constants below are the choices made by the backtest of origins up to 2018.
"""

from __future__ import annotations

import numpy as np

from quotepart.model.frozen import dataclass
from quotepart.outlook.history import Floats, History

WINDOW = 25
"""Over how many of the last years moments are taken."""
TREND = 3
"""Over how many of the last years the drift is taken."""
PRIOR = 10.0
"""How many years of a member's own weigh as much as all members together."""
FADING = 0.5
"""What is left of the drift after a year."""
MOST_PERSISTENT = 0.6
"""No more of a shock than this is left after a year, however the past looks."""
WITHOUT_PAST = 0.06
"""Yearly volatility of ln share where no member has two years of past."""
_P90 = 1.507  # nine tenths of a unit-variance Student t with four degrees lie within


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class GrowthModel:
    """The fitted model; arrays run over ``members``, which stand in the order of their names.

    ``start`` is ln of the last official share in per cent, ``start_spread`` the deviation of what revisions may still do to it;
    ``gdp_growth`` is g, ``gdp_loading`` λ, ``gdp_common`` and ``gdp_own`` the deviations of f and u; ``passed`` is β; ``drift``
    that of the last year; ``momentum`` a of the last year; ``persistence`` φ; ``common`` and ``own`` the deviations of h and ε.
    """

    members: tuple[str, ...]
    last_year: int
    start: Floats
    start_spread: Floats
    gdp_growth: Floats
    gdp_loading: Floats
    gdp_common: float
    gdp_own: Floats
    passed: float
    drift: Floats
    momentum: Floats
    persistence: float
    common: float
    own: Floats


def fit_growth(history: History) -> GrowthModel:
    """Return the model of a history; the order of its members makes no difference, and every gap is filled from all members."""
    ordered = history.of(*sorted(history.members))
    moved = _last(ordered.share_growth, WINDOW)
    growth, loading, factor, surprise = _gdp(_last(ordered.real_gdp_growth, WINDOW))
    passed = _passed(moved, surprise)
    gone = moved + passed * surprise  # what decisions and inflation moved, with the surprise in GDP taken out
    drift = _drift(_last(moved, TREND))
    persistence, common, own = _shocks(gone)
    band = np.nan_to_num(ordered.revision_p90, nan=0.0) / _P90
    own_gdp = _pooled_deviation(surprise - loading[:, None] * factor)
    return GrowthModel(
        members=ordered.members, last_year=ordered.last_year, start=np.log(ordered.last_percent), start_spread=band,
        gdp_growth=growth, gdp_loading=loading, gdp_common=float(np.sqrt(_mean(factor**2))), gdp_own=own_gdp, passed=passed,
        drift=drift, momentum=np.nan_to_num(gone[:, -1] - drift), persistence=persistence, common=common, own=own,
    )  # fmt: skip


def _last(values: Floats, years: int) -> Floats:
    return values[:, -years:]


def _gdp(grown: Floats) -> tuple[Floats, Floats, Floats, Floats]:
    """Return mean growth and loading of each member, the factor of each year, and the surprises, 0 where growth is unknown.

    The factor is the mean surprise of the members; a loading is a regression on it, drawn towards 1.
    """
    growth = _towards(_member_means(grown), _counts(grown), _mean(grown))
    surprise = np.nan_to_num(grown - growth[:, None])
    known = np.isfinite(grown)
    factor = surprise.sum(axis=0) / np.maximum(known.sum(axis=0), 1)
    size = float(factor @ factor)
    prior = size * PRIOR / max(len(factor), 1)
    loading = (surprise @ factor + prior) / (known @ factor**2 + prior) if size else np.ones(len(grown))
    return growth, loading, factor, surprise


def _passed(moved: Floats, surprise: Floats) -> float:
    """Return β: how much of a surprise in GDP moves the share, by least squares over all members and years, from 0 to 1."""
    centred = np.nan_to_num(moved - _member_means(moved)[:, None])
    size = float((surprise**2).sum())
    return float(np.clip(-(centred * surprise).sum() / size, 0.0, 1.0)) if size else 1.0


def _drift(moved: Floats) -> Floats:
    """Return each member's mean growth of the share, drawn towards half of that of all."""
    return _towards(_member_means(moved), _counts(moved), _mean(moved) / 2)


def _shocks(gone: Floats) -> tuple[float, float, Floats]:
    """Return persistence φ, and the deviations of the common shock and of each member's own."""
    residual = gone - _member_means(gone)[:, None]
    before, after = np.nan_to_num(residual[:, :-1]), np.nan_to_num(residual[:, 1:])
    size = float((before**2).sum())
    persistence = float(np.clip((before * after).sum() / size, 0.0, MOST_PERSISTENT)) if size else 0.0
    new = residual[:, 1:] - persistence * residual[:, :-1]
    total = _pooled_deviation(new) ** 2
    members = max(float(np.isfinite(new).sum(axis=0).max(initial=0)), 1.0)
    together = np.nan_to_num(new).sum(axis=0) / np.maximum(np.isfinite(new).sum(axis=0), 1)
    common = max(0.0, _mean(together**2) - float(total.mean()) / members)
    own: Floats = np.sqrt(np.maximum(total - common, total / 4))
    return persistence, float(np.sqrt(common)), own


def _pooled_deviation(values: Floats) -> Floats:
    """Return each member's deviation around 0, its mean square drawn towards the median of all."""
    squares, counts = _member_means(values**2), _counts(values)
    having = squares[counts > 0]
    deviation: Floats = np.sqrt(_towards(squares, counts, float(np.median(having)) if having.size else WITHOUT_PAST**2))
    return deviation


def _towards(own: Floats, counts: Floats, everyone: float) -> Floats:
    """Return each member's own moment drawn towards that of all, by how many years it rests on."""
    drawn: Floats = (counts * np.where(counts > 0, own, 0.0) + PRIOR * everyone) / (counts + PRIOR)
    return drawn


def _counts(values: Floats) -> Floats:
    counts: Floats = np.isfinite(values).sum(axis=1).astype(np.float64)
    return counts


def _member_means(values: Floats) -> Floats:
    """Mean over the known years of each member, 0 where it has none."""
    means: Floats = np.nan_to_num(values).sum(axis=1) / np.maximum(_counts(values), 1.0)
    return means


def _mean(values: Floats) -> float:
    known = values[np.isfinite(values)]
    return float(known.mean()) if known.size else 0.0
