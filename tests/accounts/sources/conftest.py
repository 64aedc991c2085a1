"""Official files of the invented league, as its readers describe them, for each test to break in its own way."""

from __future__ import annotations

import csv
import shutil
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest

from quotepart.accounts.sources.book import Book, Cell, Sheet
from quotepart.accounts.sources.labels import Labels
from quotepart.accounts.sources.layout import OfficialSource, Setting
from quotepart.model.pact import Pact
from quotepart.pacts.faults import Faults
from quotepart.pacts.load import load_pact

TINY = Path(__file__).parents[2] / "pact"
EDITION = "league-2024-05-08"
PUBLISHED = date(2024, 5, 8)

Rows = list[list[Cell]]
Sheets = dict[str, Rows]


def table() -> list[list[str]]:
    """The league's table of 2024: its years first, then one row a series and entity."""
    with (TINY / "accounts" / f"{EDITION}.csv").open(encoding="utf-8") as lines:
        return list(csv.reader(lines))


def rows_of(indicator: str, basis: str, names: Mapping[str, str]) -> Rows:
    """The rows of one series as a workbook holds them: a label in the second column, then its numbers."""
    found = [row for row in table() if row[:2] == [indicator, basis]]
    return [[None, names.get(row[2], row[2]), *(float(cell) for cell in row[7:])] for row in found]


def fleet_sheets() -> Sheets:
    """The league's workbook, sheet by sheet."""
    years: list[Cell] = [int(year) if year.isdecimal() else year for year in table()[0][7:]]
    names = {"LEAGUE": "The League", "KHE": "Kingdom of Khemed *", "SYL": "Syldavia", "BOR": "Borduria"}
    sheets: Sheets = {}
    for name, indicator in (("Contributions", "fleet_contribution"), ("Incomes", "income")):
        head: Rows = [["Tables of the common fleet"], [], [None, "Million francs"], [None, None, *years]]
        current, constant = (rows_of(indicator, basis, names) for basis in ("current", "constant"))
        sheets[name] = [
            *head,
            ["Current prices"],
            *current,
            ["Constant 2020 prices"],
            *constant,
            [None, "Note: e is an estimate."],
        ]
    sheets["Shares (2020)"] = [
        ["Tables of the common fleet"],
        [None, None, *years],
        *rows_of("fleet_share_income", "constant", names),
    ]
    return sheets


def write_workbook(path: Path, sheets: Sheets, colours: Mapping[tuple[str, int, int], str] | None = None) -> Path:
    """Write a workbook; ``colours`` gives the font colour of cells by sheet, row and column, counted from 0."""
    from openpyxl import Workbook
    from openpyxl.styles import Font

    book = Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    for (name, row, column), colour in (colours or {}).items():
        book[name].cell(row + 1, column + 1).font = Font(color=colour)
    book.save(path)
    return path


@pytest.fixture
def sheets() -> Sheets:
    """The sheets of the league's workbook, for a test to change."""
    return fleet_sheets()


@pytest.fixture
def workbook(tmp_path: Path) -> Callable[..., Path]:
    """Write sheets as a workbook whose name holds its day."""

    def written(sheets: Sheets, colours: Mapping[tuple[str, int, int], str] | None = None, name: str = "") -> Path:
        return write_workbook(tmp_path / (name or "fleet-2024-05-08.xlsx"), sheets, colours)

    return written


@pytest.fixture
def league_pact(tmp_path: Path) -> Pact:
    """A copy of the invented pact, to whose readers a test may add."""
    return load_pact(Path(shutil.copytree(TINY, tmp_path / "pact")))


@pytest.fixture
def make_book() -> Callable[..., Book]:
    """A book of these sheets that never was a file; text tables have one sheet without a name."""

    def made(sheets: Mapping[str, Rows], name: str = "file.xlsx") -> Book:
        found = {key: Sheet(name=key, rows=tuple(tuple(row) for row in rows)) for key, rows in sheets.items()}
        return Book(name=name, sha256="0" * 64, sheet_names=tuple(found), load=found.__getitem__)

    return made


@pytest.fixture
def make_setting(league_pact: Pact) -> Callable[[OfficialSource], Setting]:
    """What a layout reads by, on the day of the league's edition of 2024."""

    def made(source: OfficialSource, published: date = PUBLISHED) -> Setting:
        labels = Labels(league_pact, source.labels)
        return Setting(pact=league_pact, source=source, labels=labels, published=published, faults=Faults())

    return made
