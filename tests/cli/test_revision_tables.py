from __future__ import annotations

import json
from decimal import Decimal

from quotepart.accounts.revision_table import MEMBERS, RevisionRow
from quotepart.accounts.revisions import RevisionBand
from quotepart.cli.output import Table
from quotepart.cli.revision_tables import parts_of_revisions, revision_as_json


def row(*, in_points: bool = False) -> RevisionRow:
    band = RevisionBand(
        lag_years=Decimal(4), from_lag=Decimal(4), to_lag=Decimal("Infinity"), median=Decimal("-0.01"), p50=Decimal("0.02"),
        p90=Decimal("0.1"), p99=Decimal("0.25"), count=1234, pairs=(("league:2014", "league:2019"),), in_points=in_points,
    )  # fmt: skip
    return RevisionRow(indicator="ships", basis="current", entity=MEMBERS, age=1, band=band)


def test_a_row_a_class_with_its_count() -> None:
    table, note = parts_of_revisions([row()], lambda id: "Ships", "en")
    assert isinstance(table, Table)
    assert table.title == "Revisions: Ships"
    assert table.rows == [
        ("members, each by itself", "figures of the last year", "compared 4 years later or more", "1,234",
         "−1.00%", "2.00%", "10.00%", "25.00%"),
    ]  # fmt: skip
    assert "another definition" in str(note)


def test_changes_move_in_points() -> None:
    table, _ = parts_of_revisions([row(in_points=True)], lambda id: id, "en")
    assert isinstance(table, Table)
    assert table.rows[0][-1] == "0.25 percentage points"


def test_an_open_class_is_null_in_json() -> None:
    shown = json.loads(json.dumps(revision_as_json(row()), allow_nan=False))
    assert (shown["to_lag"], shown["count"], shown["unit"]) == (None, 1234, "share")
    assert shown["editions"] == [["league:2014", "league:2019"]]
