from __future__ import annotations

from datetime import date
from pathlib import Path

import polars as pl
import pytest

from quotepart.outlook.departure_frames import COLUMNS, departure_frame
from quotepart.workspace import Workspace


@pytest.fixture(scope="module")
def frame(root: Path) -> pl.DataFrame:
    scenario = root / "examples" / "scenarios" / "invented-quick.toml"
    workspace = Workspace.open("nato")
    return departure_frame(workspace.depart(["USA"], known_on=date(2026, 11, 1), scenarios=[scenario], draws=100))


def value(frame: pl.DataFrame, **wanted: str) -> float:
    rows = frame.filter(*(pl.col(name) == each for name, each in wanted.items()))
    assert len(rows) == 1
    return float(rows["value"][0])


def test_every_number_has_its_unit_and_scope(frame: pl.DataFrame) -> None:
    assert tuple(frame.columns) == COLUMNS
    assert frame["unit"].null_count() == 0
    assert frame["scope"].null_count() == 0
    assert value(frame, table="losses", row="money", column="share") == pytest.approx(57.07, abs=0.01)
    assert value(frame, table="efforts", row="keep", column="total_percent") == pytest.approx(5.90, abs=0.01)


def test_shares_of_a_rule_sum_to_one(frame: pl.DataFrame) -> None:
    shares = (
        frame.filter(pl.col("table") == "payers:keep", pl.col("column") == "share")
        .group_by("rule")
        .agg(pl.col("value").sum())
    )
    assert len(shares) == 4
    assert shares["value"].to_list() == pytest.approx([1.0] * 4)


def test_what_is_not_known_is_null(frame: pl.DataFrame) -> None:
    rows = frame.filter(pl.col("row") == "aircraft_carriers", pl.col("column") == "gone_low")
    assert rows["value"].to_list() == [None]


def test_what_is_invented_is_marked(frame: pl.DataFrame) -> None:
    scenario = frame.filter(pl.col("table") == "scenario:invented-quick")
    assert scenario["invented"].all()
    assert not frame.filter(~pl.col("table").str.starts_with("scenario:"))["invented"].any()
    assert set(scenario.filter(pl.col("row") == "total")["column"]) == {"p10", "p50", "p90"}
