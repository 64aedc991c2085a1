from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from quotepart.accounts.sources import workbook as workbooks
from quotepart.accounts.sources.workbook import Workbook
from quotepart.errors import SourceError

Write = Callable[..., Path]


def opened(path: Path, **changes: Any) -> Workbook:
    return Workbook(path.read_bytes(), path.name, **changes)


def test_cells_keep_their_kind(workbook: Write) -> None:
    book = opened(workbook({"A": [["x", 1, 2.5, date(2024, 5, 8), True, None, "y"]], "B": []}))
    assert book.names == ("A", "B")
    assert book.sheet("A").rows == (("x", 1, 2.5, date(2024, 5, 8), "True", None, "y"),)


def test_font_colours_of_numbers_are_told(workbook: Write) -> None:
    colours = {("A", 0, 0): "0000FF", ("A", 0, 1): "FF0000", ("A", 0, 2): "123456", ("A", 0, 3): "0000FF"}
    sheet = opened(workbook({"A": [[1, 2, 3, "text"]]}, colours)).sheet("A")
    assert dict(sheet.colours) == {(0, 0): "blue", (0, 1): "red"}


def test_a_formula_is_refused_with_its_place(workbook: Write) -> None:
    book = opened(workbook({"A": [[1, 2], [None, "=A1+B1"]]}))
    with pytest.raises(SourceError, match=r"A, row 2, column B: holds a formula"):
        book.sheet("A")


def test_results_of_formulas_can_be_asked_for(workbook: Write) -> None:
    sheet = opened(workbook({"A": [[1, "=A1"]]}), with_results=True).sheet("A")
    assert sheet.rows == ((1, None),), "nobody ever computed it"


def test_a_cell_far_out_takes_no_memory(workbook: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    path = workbook({"A": [[1]]})
    far = path.read_bytes()
    raw = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(far)) as before, zipfile.ZipFile(raw, "w") as after:
        for part in before.infolist():
            text = before.read(part)
            if part.filename.startswith("xl/worksheets/"):
                text = text.replace(b'r="1"', b'r="1048576"').replace(b'r="A1"', b'r="XFD1048576"')
            after.writestr(part.filename, text)
    with pytest.raises(SourceError, match="has more than 50000 rows"):
        Workbook(raw.getvalue(), "far.xlsx").sheet("A")


@pytest.mark.parametrize("limit", ["ROWS_LIMIT", "COLUMNS_LIMIT", "CELLS_LIMIT"])
def test_a_sheet_has_limits(limit: str, workbook: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbooks, limit, 2)
    with pytest.raises(SourceError, match="its sheet A has more than"):
        opened(workbook({"A": [[1, 2, 3]] * 3})).sheet("A")


@pytest.mark.parametrize("damage", [b"</row>", b"<sheetData>", b'<c r="A1"'])
def test_a_damaged_sheet_is_one_clear_error(damage: bytes, workbook: Write) -> None:
    raw = io.BytesIO()
    with zipfile.ZipFile(workbook({"A": [[1]]})) as before, zipfile.ZipFile(raw, "w") as after:
        for part in before.infolist():
            after.writestr(part.filename, before.read(part).replace(damage, b"<"))
    with pytest.raises(SourceError, match="can't be read"):
        Workbook(raw.getvalue(), "damaged.xlsx").sheet("A")


def test_what_is_no_workbook_is_said() -> None:
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w") as made:
        made.writestr("xl/workbook.xml", "<workbook/>")
    with pytest.raises(SourceError, match="the workbook can't be read"):
        Workbook(raw.getvalue(), "odd.xlsx")
