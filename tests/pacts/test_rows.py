from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from quotepart.pacts.faults import Faults
from quotepart.pacts.rows import Row, read_rows

COLUMNS = ("id", "value", "day", "note")


def rows_of(folder: Path, text: str | bytes) -> tuple[tuple[Row, ...], list[str]]:
    (folder / "ships.csv").write_bytes(text if isinstance(text, bytes) else text.encode())
    faults = Faults()
    return read_rows(folder, "ships.csv", COLUMNS, faults), faults.found


def test_a_row_gives_its_cells_as_what_they_are(tmp_path: Path) -> None:
    (row,), faults = rows_of(tmp_path, "day,id,value,note\n2018-07-12,a;b,2.5,yes\n")
    assert row.line == 2
    assert row.items("id") == ("a", "b")
    assert row.decimal("value") == Decimal("2.5")
    assert row.day("day") == date(2018, 7, 12)
    assert row.flag("note") is True
    assert faults == []


def test_an_empty_cell_is_nothing_and_no_fault(tmp_path: Path) -> None:
    (row,), faults = rows_of(tmp_path, "id,value,day,note\n,,,\n")
    assert (row.text("id"), row.items("id"), row.pairs("id"), row.partial("day")) == ("", (), {}, "")
    assert (row.decimal("value"), row.integer("value"), row.day("day"), row.flag("note")) == (None, None, None, False)
    assert faults == []


def test_each_bad_cell_is_named_by_line_and_column(tmp_path: Path) -> None:
    (row,), faults = rows_of(tmp_path, "id,value,day,note\n,one,2018-02-30,perhaps\n")
    row.needed("id")
    row.integer("value")
    row.decimal("value")
    row.day("day")
    row.partial("day")
    row.flag("note")
    row.choice("note", ("yes", "no"))
    row.pairs("note")
    assert faults == [
        "ships.csv, line 2, id: is empty; expected a value",
        "ships.csv, line 2, value: “one” is no whole number",
        "ships.csv, line 2, value: “one” is no number; expected digits with a full stop, as in 2.5",
        "ships.csv, line 2, day: “2018-02-30” is no day; expected YYYY-MM-DD",
        "ships.csv, line 2, day: “2018-02-30” is no date; expected YYYY, YYYY-MM or YYYY-MM-DD",
        "ships.csv, line 2, note: “perhaps” is neither yes nor no",
        "ships.csv, line 2, note: “perhaps” is unknown; expected one of yes, no",
        "ships.csv, line 2, note: “perhaps” is no pair; expected KEY:value",
    ]


def test_pairs_may_be_values_or_words(tmp_path: Path) -> None:
    (row,), _ = rows_of(tmp_path, "id,value,day,note\nKHE:1.1;NUR:no_ships,,,\n")
    assert row.pairs("id") == {"KHE": "1.1", "NUR": "no_ships"}


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("id,value,day\n", "ships.csv, line 1: missing columns: note"),
        ("id,value,day,note,crew\n", "ships.csv, line 1: unknown columns: crew; known: id, value, day, note"),
        ("id,value,day,note,note\n", "ships.csv, line 1: a column stands twice"),
        ("id,value,day,note\na,1\n", "ships.csv, line 2: has 2 cells; expected 4"),
        ("", "ships.csv, line 1: missing columns: id, value, day, note"),
        (b"id,value,day,note\n\xff,,,\n", "ships.csv: is not UTF-8 (byte 18)"),
    ],
)
def test_a_table_of_another_shape_is_one_fault(tmp_path: Path, text: str | bytes, fault: str) -> None:
    rows, faults = rows_of(tmp_path, text)
    assert rows == ()
    assert faults == [fault]


def test_a_missing_table_is_a_fault_that_says_what_it_would_hold(tmp_path: Path) -> None:
    faults = Faults()
    assert read_rows(tmp_path, "ships.csv", COLUMNS, faults) == ()
    assert faults.found == ["ships.csv: is missing; expected a table with the columns id, value, day, note"]


def test_blank_lines_are_passed_over_and_counted(tmp_path: Path) -> None:
    rows, faults = rows_of(tmp_path, "id,value,day,note\n\na,,,\n")
    assert [row.line for row in rows] == [3]
    assert faults == []
