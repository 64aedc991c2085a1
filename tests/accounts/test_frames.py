from __future__ import annotations

import subprocess
import sys
from datetime import date

import polars as pl

from quotepart.accounts.frames import edition_frame, revision_cells, revisions_frame, series_frame
from quotepart.accounts.revision_table import revision_rows
from quotepart.accounts.series import known_series

JUNE_2024 = "nato:2024-06-17"


def test_a_series_keeps_its_unit_basis_and_dates(nato) -> None:
    rows = known_series(nato, "NATO", "defence_expenditure", known_on=date(2024, 7, 1), basis="constant")
    frame = series_frame(rows)
    assert frame["value"].to_list() == [float(row.value) for row in rows]
    assert frame["year"].to_list() == list(range(2014, 2025))
    for column, value in {
        "unit": "USD", "basis": "constant", "price_base": 2015, "edition": JUNE_2024, "definition": "standard",
        "membership": "as_published",
    }.items():  # fmt: skip
        assert frame[column].unique().to_list() == [value]


def test_no_rows_are_a_frame_with_all_columns() -> None:
    assert series_frame([]).schema == series_frame([]).schema
    assert series_frame([]).height == 0
    assert "unit" in series_frame([]).columns


def test_an_edition_comes_whole_or_by_indicator(nato) -> None:
    whole = edition_frame(nato, JUNE_2024)
    some = edition_frame(nato, JUNE_2024, indicators=["personnel"])
    assert whole.height > 4000
    assert some.height == 33 * 11
    assert whole.filter(pl.col("indicator") == "personnel").equals(some)
    france = some.filter((pl.col("member") == "FRA") & (pl.col("year") == 2024))
    seen = nato.observe("FRA", "personnel", 2024, edition=JUNE_2024)
    assert france["value"].to_list() == [float(seen.value)]
    assert france["step"].to_list() == [100.0]


def test_values_that_may_not_be_cited_are_left_out_unless_asked_for(nato) -> None:
    edition = "nato:2025-08-28"
    assert edition_frame(nato, edition).height < edition_frame(nato, edition, with_uncitable=True).height


def test_revisions_keep_their_counts(nato) -> None:
    rows = revision_rows(nato, "defence_share_gdp")
    frame = revisions_frame(rows)
    assert frame["count"].to_list() == [row.band.count for row in rows]
    assert frame["to_lag"].is_infinite().any()
    assert revision_cells(rows[0])["unit"] == "share"


def test_polars_is_loaded_only_for_a_frame() -> None:
    code = "import sys, quotepart.accounts.frames, quotepart.measures.frames; sys.exit('polars' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
