"""The odds of arrival: many draws of what may come, counted for each member, for groups as a whole, and jointly.

Draws are made in chunks. Each has its own stream of random numbers, which the seed and the chunk's number alone decide; threads
share the chunks among them and only add up whole numbers. So a seed fixes every result whatever the number of threads.
"""

from __future__ import annotations

import math
import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from quotepart.errors import OutlookError
from quotepart.model.frozen import dataclass
from quotepart.outlook.shocks import Floats
from quotepart.outlook.tally import Tally, count_into, empty_tally, quantiles_of

Walk: TypeAlias = Callable[[int, np.random.SeedSequence], Iterator[Floats]]
"""How many draws, and the seed, to the years: each yields ln share in per cent, ``[entities, draws]``, members before groups."""
LEVELS = (0.05, 0.25, 0.5, 0.75, 0.95)
"""The quantiles of a fan."""
CHUNK = 8192
"""Draws at a time: few enough for the arrays of a year to stay in the processor's cache."""
MOST_DRAWS = 100_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Odds:
    """Probabilities and quantiles by entity and year; ``entities`` are the members, then the groups as a whole.

    ``at[entity, year]`` is the probability of standing at or above ``target``, in per cent of GDP, in that year, ``by[entity,
    year]`` of having reached it in that year or before; ``fans[entity, year, level]`` are quantiles of the share at ``LEVELS``.
    ``members_at[year, n]`` is the probability that just ``n`` members stand there, ``members_by[year, n]`` that just ``n`` had
    reached it.
    """

    members: tuple[str, ...]
    groups: tuple[str, ...]
    years: tuple[int, ...]
    target: float
    draws: int
    seed: int
    at: NDArray[np.float64]
    by: NDArray[np.float64]
    fans: NDArray[np.float64]
    members_at: NDArray[np.float64]
    members_by: NDArray[np.float64]

    @property
    def entities(self) -> tuple[str, ...]:
        """The members, then the groups."""
        return (*self.members, *self.groups)

    def arrivals(self, entity: str) -> NDArray[np.float64]:
        """Return the probability of each year to be the first at the target, and as the last one that of none of them."""
        reached = self.by[self.entities.index(entity)]
        return np.diff(reached, prepend=0.0, append=1.0)

    def arrival_year(self, entity: str, probability: float = 0.5) -> int | None:
        """Return the first year by which the target has been reached with this probability, ``None`` where none is."""
        reached = self.by[self.entities.index(entity)] >= probability
        return self.years[int(np.argmax(reached))] if reached.any() else None

    def at_least(self, count: int, year: int) -> float:
        """Return the probability that ``count`` members or more stand at the target in ``year``."""
        return float(self.members_at[self.years.index(year), max(count, 0) :].sum())

    def expected_members(self, year: int) -> float:
        """Return how many members can be expected at the target in ``year``."""
        counts = self.members_at[self.years.index(year)]
        return float(counts @ np.arange(len(counts)))


def find_odds(
    walk: Walk, *, members: Sequence[str], groups: Sequence[str] = (), years: Sequence[int], target: float, draws: int,
    seed: int, threads: int | None = None,
) -> Odds:  # fmt: skip
    """Return the odds over ``draws`` of a walk; the number of threads (the processor's) changes the time and nothing else.

    Raises ``OutlookError`` for no draws or too many, a negative seed, no years, nobody, and a target that is no share.
    """
    check_draws(draws, seed)
    if not members or not years:
        raise OutlookError("there is nobody, or no year, to give odds for", hint="name members, and a later deadline")
    if not (math.isfinite(target) and 0 < target <= 100):
        raise OutlookError(f"the target can't be {target:g}", where="target", hint="give per cent of GDP, above 0")
    sizes = [min(CHUNK, draws - start) for start in range(0, draws, CHUNK)]
    chunks = list(zip(sizes, np.random.SeedSequence(seed).spawn(len(sizes)), strict=True))
    workers = min(threads or os.cpu_count() or 1, len(chunks))

    def count(worker: int) -> Tally:
        tally = empty_tally(len(years), len(members), len(groups))
        for size, chunk_seed in chunks[worker::workers]:
            count_into(tally, walk(size, chunk_seed), math.log(target), len(members))
        return tally

    with ThreadPoolExecutor(workers) as pool:
        tallies = pool.map(count, range(workers))
        total = next(tallies)
        for tally in tallies:
            total.add(tally)
    return Odds(
        members=tuple(members), groups=tuple(groups), years=tuple(years), target=target, draws=draws, seed=seed,
        at=total.at.T / draws, by=total.by.T / draws,
        fans=quantiles_of(total.shares, LEVELS).swapaxes(0, 1),
        members_at=total.members_at / draws, members_by=total.members_by / draws,
    )  # fmt: skip


def check_draws(draws: int, seed: int) -> None:
    """Raise ``OutlookError`` for no draws or too many, and for a negative seed."""
    if not 1 <= draws <= MOST_DRAWS:
        hint = f"give a number of draws between 1 and {MOST_DRAWS:,}"
        raise OutlookError(f"{draws} draws give no odds", where="draws", hint=hint)
    if seed < 0:
        raise OutlookError(f"the seed can't be {seed}", where="seed", hint="give a whole number from 0 up")
