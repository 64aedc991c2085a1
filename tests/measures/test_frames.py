from __future__ import annotations

from datetime import date

import polars as pl

from quotepart.measures.compute import compute
from quotepart.measures.frames import COLUMNS, HEADLINE, cells_of, measures_frame


def test_every_cell_is_a_row_with_its_unit(account) -> None:
    found = compute(account, "theil", years=[2023, 2024], known_on=date(2024, 7, 1))
    frame = measures_frame(found)
    assert frame.columns == list(COLUMNS)
    assert frame.height == 2 * (1 + 3 * 2)
    heads = frame.filter(pl.col("row") == HEADLINE)
    assert heads["value"].to_list() == [each.value for each in found]
    assert heads["unit"].unique().to_list() == ["nats"]
    assert frame.filter((pl.col("row") == "between") & (pl.col("column") == "part_of_total"))["unit"][0] == "percent"
    assert frame.schema["value"] == pl.Float64
    assert frame.schema["year"] == pl.Int32


def test_what_is_missing_is_null(account) -> None:
    found = compute(account, "hhi", years=[2025], edition="nato:2025-08-28", known_on=date(2025, 9, 1))
    assert measures_frame(found)["value"][0] is None
    assert next(cells_of(found))["value"] is None
