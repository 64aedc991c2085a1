"""An official file once it is open: named sheets of cells, whether it was a workbook or a text table."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import field
from datetime import date

from quotepart.model.frozen import dataclass

Cell = str | float | date | None
"""What one cell holds: text, a number, a day, or nothing."""

Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One table of cells; rows and columns count from 0 here and from 1 and A in what people read.

    ``colours`` holds the font colours of coloured cells, by row and column. A text file is one sheet without a name.
    """

    name: str
    rows: tuple[Row, ...]
    colours: Mapping[tuple[int, int], str] = field(default_factory=dict)

    def cell(self, row: int, column: int) -> Cell:
        """Return what a cell holds, nothing outside the sheet."""
        inside = 0 <= row < len(self.rows) and 0 <= column < len(self.rows[row])
        return self.rows[row][column] if inside else None

    def place(self, row: int | None = None, column: int | None = None) -> str:
        """Return where something stands, as a person finds it.

        >>> Sheet(name="TABLE2", rows=()).place(11, 5)
        'TABLE2, row 12, column F'
        """
        at_row = [f"row {row + 1}"] if row is not None else []
        at_column = [f"column {letters(column)}"] if column is not None else []
        return ", ".join([*([self.name] if self.name else []), *at_row, *at_column]) or "the table"


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """An open file: its name, the hash of its bytes, and its sheets, each read when it is first asked for.

    ``load`` raises ``SourceError`` for a sheet that breaks the bounds.
    """

    name: str
    sha256: str
    sheet_names: tuple[str, ...]
    load: Callable[[str], Sheet]
    _loaded: dict[str, Sheet] = field(default_factory=dict)

    @property
    def is_text(self) -> bool:
        """Whether it is a text table, which has no sheet names."""
        return self.sheet_names == ("",)

    def sheet(self, name: str) -> Sheet:
        """Return the sheet of this name, which must be one of ``sheet_names``."""
        if name not in self._loaded:
            self._loaded[name] = self.load(name)
        return self._loaded[name]


def letters(column: int) -> str:
    """Return a spreadsheet's letters for a column that counts from 0.

    >>> letters(0), letters(25), letters(26)
    ('A', 'Z', 'AA')
    """
    before, at = divmod(column, 26)
    return (letters(before - 1) if before else "") + chr(ord("A") + at)
