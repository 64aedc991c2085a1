from __future__ import annotations

from datetime import date

import polars as pl

from quotepart.pledges.frames import COLUMNS, states_frame
from quotepart.workspace import Workspace

DAY = date(2024, 7, 12)


def test_a_frame_has_a_row_a_pledge_and_member_with_its_unit() -> None:
    workspace = Workspace.open("nato")
    found = states_frame(workspace.pledges(["POL"], on=DAY), workspace.pledge_changes(["POL"], on=DAY))
    assert tuple(found.columns) == COLUMNS
    wales = found.filter(pl.col("pledge") == "P2014_WALES_2").to_dicts()[0]
    assert (wales["state"], wales["since"], wales["unit"]) == ("kept_estimate", "2024-06-17", "percent_of_gdp")
    assert round(wales["value"], 2) == 4.12


def test_nothing_is_an_empty_frame() -> None:
    assert states_frame([], []).shape == (0, len(COLUMNS))
