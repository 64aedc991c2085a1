"""Workbooks (.xlsx) as sheets of cells: streamed row by row within bounds, with font colours; formulas are refused."""

from __future__ import annotations

import io
import warnings
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from itertools import islice
from typing import TYPE_CHECKING, Any

from quotepart.accounts.sources.archive import DAMAGED
from quotepart.accounts.sources.book import Cell, Row, Sheet
from quotepart.errors import SourceError

if TYPE_CHECKING:
    from openpyxl.cell.read_only import ReadOnlyCell
    from openpyxl.worksheet._read_only import ReadOnlyWorksheet

ROWS_LIMIT = 50_000
COLUMNS_LIMIT = 1_000
CELLS_LIMIT = 4_000_000

_FORMULA = "f"
# The parser is written for good files: on bad ones it raises what its internals happen to raise.
_PARSER_FAULTS = (
    ArithmeticError, AssertionError, AttributeError, LookupError, OSError, RuntimeError, SyntaxError, TypeError,
    ValueError, zipfile.BadZipFile,
)  # fmt: skip
_INDEXED = {10: "red", 12: "blue"}
_RGB = {"FF0000": "red", "0000FF": "blue"}


class Workbook:
    """An open workbook: the names of its sheets, and each sheet when it is asked for.

    Cells may be formulas only with ``with_results``: then what the workbook last computed for them is read, else they are
    refused, since a formula is not what was published.
    """

    def __init__(self, raw: bytes, where: str, *, with_results: bool = False) -> None:
        self.where, self.with_results = where, with_results
        with _reading(where):
            from openpyxl import load_workbook

            self._book: Any = load_workbook(io.BytesIO(raw), read_only=True, data_only=with_results, keep_links=False)
        self.names = tuple(sheet.title for sheet in self._book.worksheets)

    def sheet(self, name: str) -> Sheet:
        """Return the sheet of this name; raises ``SourceError`` for too many cells and for formulas."""
        source: ReadOnlyWorksheet = self._book[name]
        source.reset_dimensions()  # what a sheet says of its own size can be a lie
        sheet, formulas = _Gathered(name, self.where), []
        with _reading(self.where):
            for at, cells in enumerate(source.iter_rows()):
                formulas += sheet.add(at, cells)
        if formulas:
            faults = [f"{sheet.place(*at)}: holds a formula; expected the published value" for at in formulas]
            raise SourceError.from_faults(self.where, faults, "give the workbook as its publisher offers it")
        return sheet.as_sheet()


class _Gathered:
    """The rows of a sheet as they come in, within the limits."""

    def __init__(self, name: str, where: str) -> None:
        self.name, self.where, self.count = name, where, 0
        self.rows: list[Row] = []
        self.colours: dict[tuple[int, int], str] = {}

    def add(self, at: int, cells: Iterable[ReadOnlyCell]) -> list[tuple[int, int]]:
        """Add a row, and return where in it formulas stand."""
        row = tuple(islice(cells, COLUMNS_LIMIT + 1))
        self.count += len(row)
        if at >= ROWS_LIMIT or len(row) > COLUMNS_LIMIT or self.count > CELLS_LIMIT:
            limits = f"{ROWS_LIMIT} rows, {COLUMNS_LIMIT} columns and {CELLS_LIMIT} cells"
            raise SourceError(f"its sheet {self.name} has more than {limits}", where=self.where, hint=DAMAGED)
        self.rows.append(tuple(_value(cell) for cell in row))
        self.colours |= {(at, column): colour for column, cell in enumerate(row) if (colour := _colour(cell))}
        return [(at, column) for column, cell in enumerate(row) if cell.data_type == _FORMULA]

    def place(self, row: int, column: int) -> str:
        """Return where a cell stands."""
        return Sheet(name=self.name, rows=()).place(row, column)

    def as_sheet(self) -> Sheet:
        """Return what was gathered."""
        return Sheet(name=self.name, rows=tuple(self.rows), colours=self.colours)


@contextmanager
def _reading(where: str) -> Iterator[None]:
    """Turn whatever a damaged workbook makes the parser raise into one ``SourceError``; its warnings are about styles only."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    except _PARSER_FAULTS as fault:
        said = f"the workbook can't be read ({type(fault).__name__}: {fault})"
        raise SourceError(said, where=where, hint=DAMAGED) from fault


def _value(cell: ReadOnlyCell) -> Cell:
    value = cell.value
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, bool) or not isinstance(value, int | float | str | date | None):
        return str(value)
    return value


def _colour(cell: ReadOnlyCell) -> str | None:
    if not isinstance(cell.value, int | float):
        return None
    colour = cell.font.color
    if colour is None:
        return None
    return _INDEXED.get(colour.value) if colour.type == "indexed" else _RGB.get(str(colour.value)[-6:])
