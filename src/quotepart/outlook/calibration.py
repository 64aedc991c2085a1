"""What the trials of a backtest come to: mean scores with intervals, differences from other methods, and calibration."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal

import numpy as np

from quotepart.model.frozen import dataclass
from quotepart.outlook.backtest import Backtest, Trial
from quotepart.outlook.bootstrap import Blocks, Mean, block_mean
from quotepart.outlook.history import Floats
from quotepart.outlook.scores import brier

BINS = 5
"""Equal classes of stated odds in a reliability diagram."""

PIT_BINS = 10

Take = Callable[[Trial], Floats]
"""What is averaged, from a trial: an array over members, or over members and years."""

SCORES: dict[str, Take] = {
    "crps": lambda trial: trial.crps,
    "brier": lambda trial: brier(trial.odds[:, -1:], trial.came[:, -1:]),
    "inside_50": lambda trial: trial.inside_50,
    "inside_90": lambda trial: trial.inside_90,
}
"""Each score by its name: the first two are better the lower, the others where they are 0.5 and 0.9."""

COMPARED = ("crps", "brier")
"""The scores by which one method is held against another."""


BASELINES = ("random_walk", "linear_trend", "ets")
"""The methods that any other has to beat."""

Verdict = Literal["better", "worse", "undecided"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bin:
    """A class of stated odds: how likely events in it were said to be on the mean, and how often they ``came``."""

    low: float
    high: float
    said: float
    came: Mean


def mean_score(run: Backtest, method: str, score: str, blocks: Blocks = "members", horizon: int | None = None) -> Mean:
    """Return a method's mean score over all cases, or those ``horizon`` years ahead.

    A case is a member in a year from an origin.
    """
    return _mean([_ahead(trial, SCORES[score](trial), horizon) for trial in _trials(run, method)], run, blocks)


def difference(run: Backtest, method: str, other: str, score: str, blocks: Blocks = "members") -> Mean:
    """Return the mean of a method's score less that of another, case by case; below zero the method is better.

    Over the origins from which both were tried.
    """
    theirs = {trial.origin: trial for trial in _trials(run, other)}
    take = SCORES[score]
    shared = [trial for trial in _trials(run, method) if trial.origin in theirs]
    return _mean([(trial, take(trial) - take(theirs[trial.origin])) for trial in shared], run, blocks)


def verdict(run: Backtest, method: str, other: str, score: str) -> Verdict:
    """Return whether a method is better than another: only where the interval excludes zero by members and by origins."""
    found = [difference(run, method, other, score, blocks) for blocks in ("members", "origins")]
    if all(each.high < 0 for each in found):
        return "better"
    return "worse" if all(each.low > 0 for each in found) else "undecided"


def challengers(run: Backtest) -> tuple[str, ...]:
    """Return the methods that are no baseline."""
    return tuple(method for method in run.methods if method not in BASELINES)


def horizons(run: Backtest) -> range:
    """Return how many years ahead there are cases."""
    return range(1, max(len(origin.years) for origin in run.origins) + 1)


def reliability(run: Backtest, method: str) -> tuple[Bin, ...]:
    """Return how often members were at the target by how likely that was said to be, over all years ahead.

    In ``BINS`` classes, of which those without a case are left out; intervals draw members anew.
    """
    trials = _trials(run, method)
    odds = np.concatenate([trial.odds.ravel() for trial in trials])
    came = np.concatenate([trial.came.ravel() for trial in trials])
    keys = np.concatenate([np.repeat(trial.members, len(trial.years)) for trial in trials])
    found = []
    for at in range(BINS):
        low, high = at / BINS, (at + 1) / BINS
        inside = (odds >= low) & ((odds < high) | (at == BINS - 1))
        if inside.any():
            mean = block_mean(came[inside], keys[inside], "members", run.seed)
            found.append(Bin(low=low, high=high, said=float(odds[inside].mean()), came=mean))
    return tuple(found)


def pit_histogram(run: Backtest, method: str) -> Floats:
    """Return the share of cases in each of ``PIT_BINS`` equal classes of the PIT; all alike where forecasts are calibrated."""
    values = np.concatenate([trial.pit.ravel() for trial in _trials(run, method)])
    counts, _ = np.histogram(values[np.isfinite(values)], bins=PIT_BINS, range=(0, 1))
    found: Floats = counts / max(counts.sum(), 1)
    return found


def _trials(run: Backtest, method: str) -> list[Trial]:
    return [trial for trial in run.trials if trial.method == method]


def _ahead(trial: Trial, values: Floats, horizon: int | None) -> tuple[Trial, Floats]:
    return trial, values if horizon is None else values[:, horizon - 1 : horizon]


def _mean(scored: Sequence[tuple[Trial, Floats]], run: Backtest, blocks: Blocks) -> Mean:
    """Return the mean over trials of arrays that run over members first, the trial's members or its origin being the blocks."""
    values = np.concatenate([np.empty(0), *(each.ravel() for _, each in scored)])
    keys = [
        member if blocks == "members" else str(trial.origin)
        for trial, each in scored
        for member in trial.members
        for _ in range(each.shape[1])
    ]
    return block_mean(values, keys, blocks, run.seed)
