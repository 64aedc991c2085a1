"""A backtest as a Polars frame: one case a row, a member in a year from an origin, with all its scores."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from quotepart.outlook.backtest import Backtest, Trial

if TYPE_CHECKING:
    import polars as pl

SCORES = ("crps", "pit", "inside_50", "inside_90", "odds", "came")
COLUMNS = ("method", "origin", "member", "year", *SCORES)


def trials_frame(run: Backtest) -> pl.DataFrame:
    """Return every case of which something came to be known, in the order of ``COLUMNS``.

    ``method``, ``member`` (str), ``origin``, ``year`` (i32), ``crps`` (f64, points of GDP), ``pit`` (f64, 0 to 1), ``inside_50``,
    ``inside_90`` (f64, 1 or 0), ``odds`` of being at the target in that year (f64, 0 to 1) and whether it ``came`` (f64, 1 or 0).
    """
    import polars as pl

    whole = {"method": pl.String, "member": pl.String, "origin": pl.Int32, "year": pl.Int32}
    schema = {name: whole.get(name, pl.Float64) for name in COLUMNS}
    rows = [row for trial in run.trials for row in _rows(trial)]
    return pl.DataFrame(rows, schema=schema, orient="row")


def _rows(trial: Trial) -> list[tuple[str | int | float, ...]]:
    return [
        (trial.method, trial.origin, member, year, *(float(getattr(trial, score)[row, column]) for score in SCORES))
        for row, member in enumerate(trial.members)
        for column, year in enumerate(trial.years)
        if np.isfinite(trial.crps[row, column])
    ]
