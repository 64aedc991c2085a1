"""What many draws come to, counted chunk by chunk: who stands at the target when, who had reached it, and all quantiles.

Every count is a whole number, so the order in which chunks are added makes no difference.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from quotepart.model.frozen import dataclass
from quotepart.outlook.shocks import Floats

Counts = NDArray[np.int64]
LOWEST, HIGHEST = math.log(0.01), math.log(100.0)
"""The logarithms of the shares, in per cent of GDP, between which draws are told apart."""
BINS = 4096
"""Each 0.22 per cent of the share wide; inside one, draws count as evenly spread."""
_SCALE = BINS / (HIGHEST - LOWEST)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """Counts over draws; entities are the members, then the groups.

    ``at[year, entity]`` counts draws with the share at or above the target in that year, ``by[year, entity]`` those that had
    reached it by then; ``members_at[year, n]`` and ``members_by[year, n]`` draws in which just ``n`` members do, or had;
    ``shares[year, entity, bin]`` is the histogram of the logarithm of the share.
    """

    at: Counts
    by: Counts
    members_at: Counts
    members_by: Counts
    shares: Counts

    def add(self, other: Tally) -> None:
        """Add the counts of other draws to these."""
        for name in ("at", "by", "members_at", "members_by", "shares"):
            mine: Counts = getattr(self, name)
            mine += getattr(other, name)


def empty_tally(horizon: int, members: int, groups: int) -> Tally:
    """Return a tally without any draws."""
    entities = members + groups
    return Tally(
        at=np.zeros((horizon, entities), np.int64),
        by=np.zeros((horizon, entities), np.int64),
        members_at=np.zeros((horizon, members + 1), np.int64),
        members_by=np.zeros((horizon, members + 1), np.int64),
        shares=np.zeros((horizon, entities, BINS), np.int64),
    )


def count_into(tally: Tally, steps: Iterable[Floats], log_target: float, members: int) -> None:
    """Add draws to a tally: ``steps`` yields, year by year, ln share in per cent as ``[entities, draws]``."""
    reached: NDArray[np.bool_] | None = None
    for year, shares in enumerate(steps):
        at = shares >= np.float32(log_target)
        reached = at if reached is None else reached | at
        for counts, flags, joint in ((tally.at, at, tally.members_at), (tally.by, reached, tally.members_by)):
            counts[year] += np.count_nonzero(flags, axis=1)
            how_many = flags[:members].view(np.uint8).sum(axis=0, dtype=np.uint16)
            joint[year] += np.bincount(how_many, minlength=members + 1)
        _add_histogram(tally.shares[year], shares)


def _add_histogram(histogram: Counts, shares: Floats) -> None:
    places = (shares - np.float32(LOWEST)) * np.float32(_SCALE)
    bins = np.clip(places, 0, BINS - 1, out=places).astype(np.intp)
    for entity, row in enumerate(bins):
        histogram[entity] += np.bincount(row, minlength=BINS)


def quantiles_of(histogram: Counts, levels: Sequence[float]) -> NDArray[np.float64]:
    """Return the shares, in per cent of GDP, below which parts of the draws lie; shape ``[..., levels]`` for ``[..., bins]``."""
    below = np.cumsum(histogram, axis=-1)
    found = np.empty((*histogram.shape[:-1], len(levels)))
    for row in np.ndindex(*histogram.shape[:-1]):
        wanted = np.multiply(levels, below[row][-1])
        bins = np.minimum(np.searchsorted(below[row], wanted), BINS - 1)
        counts = histogram[row][bins]
        found[row] = bins + (wanted - below[row][bins] + counts) / np.maximum(counts, 1)
    shares: NDArray[np.float64] = np.exp(found / _SCALE + LOWEST)
    return shares
