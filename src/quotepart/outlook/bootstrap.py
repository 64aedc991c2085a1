"""How sure a mean over cases is that are not independent: blocks of cases are drawn anew, all cases of a block together.

A member's cases hang together over origins and years, as windows overlap; cases of one origin hang together over members, as all
live through the same years. Neither sort of block catches both, so both are offered and each interval says which it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from quotepart.model.frozen import dataclass
from quotepart.outlook.history import Floats

Blocks = Literal["members", "origins"]

RESAMPLES = 2000
LEVEL = 0.95


@dataclass(frozen=True, slots=True, kw_only=True)
class Mean:
    """A mean over ``count`` cases with its bootstrap interval at the level ``LEVEL``; NaN where there is no case.

    One block alone tells nothing of its spread: its mean has no interval. ``blocks`` is what was drawn anew, ``block_count`` how
    many of them there are.
    """

    value: float
    low: float
    high: float
    count: int
    blocks: Blocks
    block_count: int


def block_mean(values: Floats, keys: Sequence[str] | NDArray[np.str_], blocks: Blocks, seed: int) -> Mean:
    """Return the mean of ``values``, NaN left out, with the percentile interval of resampled blocks.

    ``keys`` names the block of each value. Blocks are taken in the order of their names, so the order of values does not matter;
    the same seed and blocks draw the same resamples, whatever the values.
    """
    names, block = np.unique(np.asarray(keys, dtype=str), return_inverse=True)
    there = np.isfinite(values)
    sums = np.bincount(block[there], weights=values[there], minlength=len(names))
    counts = np.bincount(block[there], minlength=len(names)).astype(np.float64)
    total = counts.sum()
    if not total:
        return Mean(value=np.nan, low=np.nan, high=np.nan, count=0, blocks=blocks, block_count=len(names))
    if (counts > 0).sum() < 2:
        return Mean(
            value=float(sums.sum() / total),
            low=np.nan,
            high=np.nan,
            count=int(total),
            blocks=blocks,
            block_count=len(names),
        )
    times = _times(len(names), seed)
    with np.errstate(invalid="ignore"):
        means = (times @ sums) / (times @ counts)
    low, high = np.nanquantile(means, [(1 - LEVEL) / 2, (1 + LEVEL) / 2])
    return Mean(
        value=float(sums.sum() / total), low=float(low), high=float(high), count=int(total), blocks=blocks,
        block_count=len(names),
    )  # fmt: skip


def _times(count: int, seed: int) -> NDArray[np.float64]:
    """Return how often each of ``count`` blocks stands in each resample."""
    times: NDArray[np.float64] = (
        np.random.default_rng(seed).multinomial(count, np.full(count, 1 / count), size=RESAMPLES).astype(np.float64)
    )
    return times
