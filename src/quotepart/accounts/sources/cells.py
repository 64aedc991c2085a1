"""Cells read as numbers, years and days; what a cell should not hold is said where it stands."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from datetime import date
from decimal import Decimal, InvalidOperation
from itertools import pairwise

from quotepart.accounts.sources.book import Cell, Sheet
from quotepart.model.frozen import dataclass
from quotepart.model.observation import Status

Report = Callable[[str], None]
_STATUS: dict[str, Status] = {"": "final", "e": "estimate", "p": "projection", "f": "projection"}
_YEAR = re.compile(r"^(?P<year>(?:19|20|21)\d\d)(?P<mark>[epf]?)(?: ?\[YR\d{4}\])?$")
LARGEST = 20
"""The largest power of ten that a figure may have: beyond it stands no official figure, and digits would have no end."""
_FIRST_YEAR, _LAST_YEAR = 1900, 2199


@dataclass(frozen=True, slots=True)
class YearColumn:
    """A column of values: where it is, which year it is about, and what its heading says of its status."""

    column: int
    year: int
    status: Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbers:
    """How a file writes numbers: what stands where there is none, and whether thousands are grouped by commas.

    A workbook's numbers are numbers: text among them is a fault even where it looks like one.
    """

    missing: frozenset[str] = frozenset()
    has_thousands: bool = False
    is_text: bool = False

    def read(self, cell: Cell, report: Report) -> Decimal | None:
        """Return the number in a cell, nothing where it is empty or marked as missing; report anything else."""
        if cell is None or (isinstance(cell, str) and (not cell.strip() or cell.strip() in self.missing)):
            return None
        if isinstance(cell, int | float):
            value = Decimal(cell)  # the double as it is: its shortest print can lie on the other side of a half
        elif isinstance(cell, str) and self.is_text:
            value = self._decimal(cell)
        else:
            value = Decimal("nan")
        if value.is_finite() and value.adjusted() <= LARGEST:
            return value
        report(f"“{cell}” is no number; expected digits, or one of: {self._marks}")
        return None

    def is_blank(self, cell: Cell) -> bool:
        """Whether a cell says nothing at all: it is empty, zero, or an error that the publisher's workbook left behind."""
        return cell in (None, 0, "", "0") or (isinstance(cell, str) and cell.startswith("#"))

    @property
    def _marks(self) -> str:
        return ", ".join(["an empty cell", *(f"“{mark}”" for mark in sorted(self.missing))])

    def _decimal(self, text: str) -> Decimal:
        try:
            return Decimal(text.replace(",", "") if self.has_thousands else text)
        except InvalidOperation:
            return Decimal("nan")


def year_of(cell: Cell) -> tuple[int, Status] | None:
    """Return the year that a heading names and its status, ``None`` where it names none.

    >>> year_of(2014.0), year_of("2024e"), year_of("Notes")
    ((2014, 'final'), (2024, 'estimate'), None)
    """
    if isinstance(cell, int | float):
        is_year = cell == int(cell) and _FIRST_YEAR <= cell <= _LAST_YEAR
        return (int(cell), "final") if is_year else None
    found = _YEAR.match(cell.strip()) if isinstance(cell, str) else None
    return (int(found["year"]), _STATUS[found["mark"]]) if found else None


def day_of(cell: Cell) -> date | None:
    """Return the day in a cell, also where it is written as ISO text."""
    if isinstance(cell, str):
        try:
            return date.fromisoformat(cell.strip()[:10])
        except ValueError:
            return None
    return cell if isinstance(cell, date) else None


def text_of(cell: Cell) -> str:
    """Return what a cell holds as text, nothing where it is empty; a whole number has no decimals."""
    if isinstance(cell, float) and cell == int(cell):
        return str(int(cell))
    return "" if cell is None else str(cell).strip()


def header_row(sheet: Sheet, headings: Collection[str], *, within: int = 60) -> int | None:
    """Return the first row that holds all ``headings`` and, where there are none, at least two years side by side."""
    for at, row in enumerate(sheet.rows[:within]):
        texts = {text_of(cell) for cell in row}
        if headings and not texts.issuperset(headings):
            continue
        years = [year_of(cell) for cell in row]
        if headings or any(one and other for one, other in pairwise(years)):
            return at
    return None


def year_columns(sheet: Sheet, row: int, report: Callable[[int, str], None]) -> tuple[YearColumn, ...]:
    """Return the columns between the first and the last year of a heading row; report each that breaks their order by one."""
    found = {at: year for at, cell in enumerate(sheet.rows[row]) if (year := year_of(cell))}
    columns: list[YearColumn] = []
    for at in range(min(found, default=0), max(found, default=-1) + 1):
        expected = columns[-1].year + 1 if columns else None
        year = found.get(at)
        if year is None or (expected is not None and year[0] != expected):
            said = text_of(sheet.rows[row][at]) or "nothing"
            report(at, f"“{said}” stands where {expected} was expected; years rise by one from column to column")
            year = year or (0, "final")
        columns.append(YearColumn(at, year[0] if expected is None else expected, year[1]))
    return tuple(columns)


def rounded(value: Decimal, decimals: int) -> Decimal:
    """Return ``value`` with at most ``decimals`` decimals and no trailing zeros: beyond them a workbook's doubles are noise.

    >>> rounded(Decimal("25847.997999999996"), 6), rounded(Decimal("7900.0"), 6)
    (Decimal('25847.998'), Decimal('7900'))
    """
    exponent = value.as_tuple().exponent
    is_long = isinstance(exponent, int) and exponent < -decimals
    kept = value.quantize(Decimal(1).scaleb(-decimals)) if is_long else value
    return Decimal(f"{kept.normalize():f}")
