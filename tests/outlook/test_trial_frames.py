from __future__ import annotations

import polars as pl
import pytest

from outlook.conftest import STATES
from outlook.sample_run import SPREADS, sample_run
from quotepart.outlook.calibration import mean_score
from quotepart.outlook.trial_frames import COLUMNS, trials_frame


def test_every_case_is_a_row_and_the_rows_come_to_the_scores() -> None:
    run = sample_run(range(2021, 2024))
    frame = trials_frame(run)
    assert tuple(frame.columns) == COLUMNS
    assert frame.height == len(SPREADS) * len(STATES) * (3 + 2 + 1)
    means = dict(frame.group_by("method").agg(pl.col("crps").mean()).iter_rows())
    for method in run.methods:
        assert means[method] == pytest.approx(mean_score(run, method, "crps").value)
