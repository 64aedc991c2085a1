"""What each member is worth to what the alliance can only do together: Shapley values of threshold capabilities.

A coalition S can do a thing when Σ_{i∈S} has_i ≥ need; v(S) is the worth of all that it can do. φ_i is what i adds, averaged over
all orders of joining (Shapley 1953; Shapley & Shubik 1954). Values add up over thresholds, and who brings nothing is worth
nothing, so each threshold is computed over its holders: exactly for few, by sampled orders for many.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Literal
from zlib import crc32

import numpy as np

from quotepart.model.frozen import dataclass
from quotepart.outlook.scenario import Threshold

FEW = 14
"""Up to so many holders all 2ⁿ coalitions are counted."""

_BLOCK = 5_000


@dataclass(frozen=True, slots=True, kw_only=True)
class ThresholdOutcome:
    """One threshold before and after the departure: who is worth what to it, and how much stays of what it needs.

    ``values`` sum to the worth where all together reach the threshold, and to nothing where they do not. ``way`` says whether
    they were counted or sampled, ``error`` is the largest standard error of a sampled value.
    """

    threshold: Threshold
    values: Mapping[str, float]
    before: float
    after: float
    way: Literal["exact", "sampled"] = "exact"
    error: float = 0.0

    @property
    def was_met(self) -> bool:
        """Whether all together reach it."""
        return self.before >= self.threshold.need

    @property
    def is_met(self) -> bool:
        """Whether those who stay reach it."""
        return self.after >= self.threshold.need


@dataclass(frozen=True, slots=True, kw_only=True)
class Coalition:
    """What the alliance can do with and without the leavers; ``values`` are Shapley values over all thresholds, by member."""

    outcomes: tuple[ThresholdOutcome, ...]
    values: Mapping[str, float]
    leavers: tuple[str, ...]

    @property
    def lost(self) -> tuple[ThresholdOutcome, ...]:
        """The thresholds that those who stay no longer reach."""
        return tuple(each for each in self.outcomes if each.was_met and not each.is_met)

    @property
    def leavers_share(self) -> float:
        """The leavers' part of all that the alliance can do, from 0 to 1."""
        total = sum(self.values.values())
        return sum(self.values.get(each, 0.0) for each in self.leavers) / total if total else 0.0


def coalition_of(
    thresholds: Sequence[Threshold],
    leavers: Sequence[str],
    *,
    seed: int,
    draws: int,
    members: Sequence[str] | None = None,
) -> Coalition:
    """Return what each member is worth; ``members``, where given, are those that count at all."""
    kept = [_among(each, members) for each in thresholds]
    outcomes = tuple(_outcome(each, leavers, seed, draws) for each in kept)
    values: dict[str, float] = {}
    for outcome in outcomes:
        for member, value in outcome.values.items():
            values[member] = values.get(member, 0.0) + value
    ranked = dict(sorted(values.items(), key=lambda pair: (-pair[1], pair[0])))
    return Coalition(outcomes=outcomes, values=ranked, leavers=tuple(leavers))


def exact_values(has: Mapping[str, float], need: float) -> dict[str, float]:
    """Return the Shapley values of one threshold of worth 1 by counting every coalition.

    >>> exact_values({"SYL": 2.0, "BOR": 1.0, "KHE": 1.0}, 3.0)["SYL"]
    0.6666666666666666
    """
    holders, size = list(has), len(has)
    sums, counts = np.zeros(1), np.zeros(1, dtype=int)
    for member in holders:
        sums, counts = np.concatenate([sums, sums + has[member]]), np.concatenate([counts, counts + 1])
    weights = np.array([math.factorial(k) * math.factorial(size - k - 1) for k in range(size)]) / math.factorial(size)
    reached, masks = sums >= need, np.arange(2**size)
    values = {}
    for at, member in enumerate(holders):
        without = masks[masks & (1 << at) == 0]
        turns = without[~reached[without] & reached[without | (1 << at)]]
        values[member] = float(weights[counts[turns]].sum())
    return values


def sampled_values(has: Mapping[str, float], need: float, *, seed: int, draws: int) -> dict[str, float]:
    """Return the Shapley values of one threshold of worth 1 by the share of sampled orders in which each one turns it."""
    rng, holders, brings = np.random.default_rng(seed), list(has), np.array(list(has.values()))
    turned = np.zeros(len(holders))
    for start in range(0, draws, _BLOCK):
        orders = np.argsort(rng.random((min(_BLOCK, draws - start), len(holders))), axis=1)
        reached = np.cumsum(brings[orders], axis=1) >= need
        pivot = orders[np.arange(len(orders)), reached.argmax(axis=1)][reached.any(axis=1)]
        turned += np.bincount(pivot, minlength=len(holders))
    return dict(zip(holders, (turned / draws).tolist(), strict=True))


def _outcome(threshold: Threshold, leavers: Sequence[str], seed: int, draws: int) -> ThresholdOutcome:
    has = {member: amount for member, amount in sorted(threshold.has.items()) if amount}
    is_few = len(has) <= FEW
    own = seed ^ crc32(threshold.id.encode())
    shares = exact_values(has, threshold.need) if is_few else sampled_values(has, threshold.need, seed=own, draws=draws)
    worst = max((share * (1 - share) for share in shares.values()), default=0.0)
    return ThresholdOutcome(
        threshold=threshold,
        values={member: share * threshold.worth for member, share in shares.items()},
        before=math.fsum(has.values()),
        after=math.fsum(amount for member, amount in has.items() if member not in leavers),
        way="exact" if is_few else "sampled",
        error=0.0 if is_few else math.sqrt(worst / draws) * threshold.worth,
    )


def _among(threshold: Threshold, members: Sequence[str] | None) -> Threshold:
    has = {member: amount for member, amount in threshold.has.items() if members is None or member in members}
    return Threshold(id=threshold.id, names=threshold.names, need=threshold.need, has=has, worth=threshold.worth)
