"""Draws of the model of growth, year by year: only the present year of the draws is kept."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field

import numpy as np

from quotepart.model.frozen import dataclass
from quotepart.outlook.aims import Aims
from quotepart.outlook.growth_model import FADING, GrowthModel
from quotepart.outlook.history import Floats as Doubles
from quotepart.outlook.shocks import Floats, Shocks, normal_table, student_table


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class GrowthWalk:
    """The fitted model sent along a course; ``groups`` are the members of each group by their places.

    ``log_size`` is ln of each member's GDP in the last year, in any one unit; only groups need it.
    """

    model: GrowthModel
    aims: Aims
    log_size: Doubles | None = None
    groups: Mapping[str, Sequence[int]] = field(default_factory=dict)

    def __call__(self, draws: int, seed: np.random.SeedSequence) -> Iterator[Floats]:
        """Yield ln share in per cent of each year as ``[members and groups, draws]``: always the same array, filled anew."""
        for shares, _ in self.with_sizes(draws, seed):
            yield shares

    def with_sizes(self, draws: int, seed: np.random.SeedSequence) -> Iterator[tuple[Floats, Floats]]:
        """Yield ln share as above, and beside it ln GDP ``[members, draws]``; both arrays are filled anew each year."""
        model, aims, shocks = self.model, self.aims, Shocks(seed)
        normal, student = normal_table(), student_table()
        count, horizon = aims.log_aim.shape
        all_shares = np.empty((count + len(self.groups), draws), np.float32)
        shares, work, drawn, common = (
            all_shares[:count], np.empty((count, draws), np.float32), np.empty((count, draws), np.float32),
            np.empty((1, draws), np.float32),
        )  # fmt: skip
        np.multiply(shocks.draw(student, drawn), _column(model.start_spread), out=shares)
        shares += _column(model.start)
        sizes = np.repeat(_column(np.zeros(count) if self.log_size is None else self.log_size), draws, axis=1)
        momentum = np.repeat(_column(model.momentum), draws, axis=1)
        belongs = np.zeros((len(self.groups), count), np.float32)
        for row, places in enumerate(self.groups.values()):
            belongs[row, list(places)] = 1
        for at in range(horizon):
            drift = model.drift * FADING ** (at + 1)
            _persist(momentum, model, shocks.draw(student, common), shocks.draw(student, drawn))
            shares += _pull(shares, drift, aims, at, work)
            shares += momentum
            surprise = _surprise(model, shocks.draw(student, common), shocks.draw(normal, drawn))
            sizes += surprise
            sizes += _column(model.gdp_growth)
            surprise *= np.float32(-model.passed)
            shares += surprise
            if self.groups:
                _together(shares, sizes, belongs, out=all_shares[count:])
            yield all_shares, sizes


def _column(values: Doubles) -> Floats:
    return values.astype(np.float32)[:, None]


def _persist(momentum: Floats, model: GrowthModel, common: Floats, own: Floats) -> None:
    """a_t = φ · a_{t−1} + h_t + ε_t, in place."""
    momentum *= np.float32(model.persistence)
    common *= np.float32(model.common)
    own *= _column(model.own)
    own += common
    momentum += own


def _pull(shares: Floats, drift: Doubles, aims: Aims, at: int, work: Floats) -> Floats:
    """Return drift and pull of a year, in ``work``."""
    np.subtract(_column(aims.log_aim[:, at]), shares, out=work)
    np.maximum(work, 0, out=work)
    needed = work / _column(aims.left[:, at])
    needed -= _column(drift)
    np.maximum(needed, 0, out=needed)
    np.minimum(work, needed, out=work)
    work *= _column(aims.credibility)
    work += _column(drift)
    return work


def _surprise(model: GrowthModel, factor: Floats, own: Floats) -> Floats:
    """λ · f + u, in the array of the own shocks."""
    own *= _column(model.gdp_own)
    own += _column(model.gdp_loading * model.gdp_common) * factor
    return own


def _together(shares: Floats, sizes: Floats, belongs: Floats, out: Floats) -> None:
    """Fill ``out`` with ln share of each group as a whole: all that its members spend over all their GDP.

    ``belongs[group, member]`` is 1 or 0. Sums go by einsum, which is no slower here and starts no threads of its own.
    """
    worth = np.exp(sizes)
    total = np.einsum("gm,md->gd", belongs, worth)
    worth *= np.exp(shares)
    np.log(np.einsum("gm,md->gd", belongs, worth) / total, out=out)
