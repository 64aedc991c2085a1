"""Rows of a pact's CSV tables, each cell read with its file, line and column."""

from __future__ import annotations

import csv
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import TypeVar

from quotepart.pacts.faults import Faults, Report, day_of, decimal_of, partial_of

Choice = TypeVar("Choice", bound=str)
_FLAGS = {"yes": True, "no": False}


class Row:
    """One row of a table; each getter returns the cell's value, or notes a fault and returns a neutral one."""

    __slots__ = ("_cells", "_faults", "file", "line")

    def __init__(self, file: str, line: int, cells: Mapping[str, str], faults: Faults) -> None:
        self.file, self.line, self._cells, self._faults = file, line, cells, faults

    def fault(self, column: str, message: str) -> None:
        """Note a fault in the cell of ``column``."""
        self._faults.add(f"{self.file}, line {self.line}, {column}", message)

    def report(self, column: str) -> Report:
        """Return the function that notes faults in the cell of ``column``."""
        return partial(self.fault, column)

    def text(self, column: str) -> str:
        """Return the cell, which may be empty."""
        return self._cells[column]

    def needed(self, column: str) -> str:
        """Return the cell, which may not be empty."""
        cell = self._cells[column]
        if not cell:
            self.fault(column, "is empty; expected a value")
        return cell

    def items(self, column: str) -> tuple[str, ...]:
        """Return the parts of a cell that are set apart by semicolons."""
        cell = self._cells[column]
        return tuple(part.strip() for part in cell.split(";")) if cell else ()

    def pairs(self, column: str) -> dict[str, str]:
        """Return the cell ``KEY:value;KEY:value`` as a mapping."""
        pairs = [item.partition(":") for item in self.items(column)]
        for key, mark, _ in pairs:
            if not mark:
                self.fault(column, f"“{key}” is no pair; expected KEY:value")
        return {key: value for key, _, value in pairs}

    def known(self, column: str, names: Iterable[str | None], known: Collection[str] | None, kind: str) -> None:
        """Note each of ``names`` that is not among ``known``; where that is ``None``, nothing can be said."""
        for name in names:
            if name and known is not None and name not in known:
                self.fault(column, f"“{name}” is no {kind} of this pact")

    def choice(self, column: str, choices: Collection[Choice]) -> Choice:
        """Return the cell, which must be one of ``choices``."""
        cell = self._cells[column]
        for choice in choices:
            if cell == choice:
                return choice
        self.fault(column, f"“{cell}” is unknown; expected one of {', '.join(choices)}")
        return next(iter(choices))

    def partial(self, column: str) -> str:
        """Return a date of any precision (``2018``, ``2018-07``, ``2018-07-12``), or nothing."""
        cell = self._cells[column]
        return partial_of(cell, self.report(column)) if cell else ""

    def day(self, column: str) -> date | None:
        """Return an exact day, or nothing."""
        cell = self._cells[column]
        return day_of(cell, self.report(column)) if cell else None

    def integer(self, column: str) -> int | None:
        """Return a whole number, or nothing."""
        cell = self._cells[column]
        if cell and not cell.lstrip("-").isdecimal():
            self.fault(column, f"“{cell}” is no whole number")
            return None
        return int(cell) if cell else None

    def decimal(self, column: str) -> Decimal | None:
        """Return a number, or nothing."""
        cell = self._cells[column]
        return decimal_of(cell, self.report(column)) if cell else None

    def flag(self, column: str) -> bool:
        """Return whether the cell says ``yes``; an empty one says no."""
        cell = self._cells[column]
        if cell and cell not in _FLAGS:
            self.fault(column, f"“{cell}” is neither yes nor no")
        return _FLAGS.get(cell, False)


def read_rows(folder: Path, file: str, columns: Collection[str], faults: Faults) -> tuple[Row, ...]:
    """Return the rows of ``file``, whose header must hold exactly ``columns``, in any order."""
    try:
        text = (folder / file).read_text(encoding="utf-8")
    except FileNotFoundError:
        faults.give_up(file, f"is missing; expected a table with the columns {', '.join(columns)}")
        return ()
    except UnicodeDecodeError as error:
        faults.give_up(file, f"is not UTF-8 (byte {error.start})")
        return ()
    lines = csv.reader(text.splitlines())
    header = next(lines, [])
    if not _has_columns(file, header, columns, faults):
        return ()
    return tuple(
        Row(file, lines.line_num, dict(zip(header, cells, strict=True)), faults)
        for cells in lines
        if _fits(file, lines.line_num, cells, header, faults)
    )


def _has_columns(file: str, header: list[str], columns: Collection[str], faults: Faults) -> bool:
    unknown = [name for name in header if name not in columns]
    missing = [name for name in columns if name not in header]
    is_twice = len(set(header)) < len(header)
    wrong = {
        f"unknown columns: {', '.join(unknown)}; known: {', '.join(columns)}": unknown,
        f"missing columns: {', '.join(missing)}": missing,
        "a column stands twice": is_twice,
    }
    for message, is_wrong in wrong.items():
        if is_wrong:
            faults.give_up(file, message, where=f"{file}, line 1")
    return not unknown and not missing and not is_twice


def _fits(file: str, line: int, cells: list[str], header: list[str], faults: Faults) -> bool:
    if len(cells) == len(header):
        return True
    if cells:
        faults.add(f"{file}, line {line}", f"has {len(cells)} cells; expected {len(header)}")
    return False
