from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from quotepart.accounts.sources.book import Book, Cell
from quotepart.accounts.sources.description import find_source
from quotepart.accounts.sources.layout import Found, OfficialSource, Setting
from quotepart.accounts.sources.year_rows import status_after
from quotepart.model.pact import Pact

Sheets = dict[str, list[list[Cell]]]
Make = Callable[[OfficialSource], Setting]
MakeBook = Callable[..., Book]
Read = Callable[[Sheets], tuple[Found, list[str]]]


@pytest.fixture
def read(make_book: MakeBook, make_setting: Make, league_pact: Pact) -> Read:
    """What the league's workbook layout finds in sheets, and what is wrong with them."""
    source = find_source(league_pact, "fleet")

    def done(sheets: Sheets) -> tuple[Found, list[str]]:
        setting = make_setting(source)
        found = source.layouts["workbook"].read(make_book(sheets), setting)
        return found, setting.faults.found

    return done


def numbers(found: Found) -> dict[tuple[Any, ...], tuple[str, str]]:
    return {
        (each.series.indicator, each.series.basis, each.entity, each.period): (f"{each.number:f}", each.status)
        for each in found.printed
    }


def test_blocks_under_headings_and_whole_sheets_are_read(sheets: Sheets, read: Read) -> None:
    found, faults = read(sheets)
    assert faults == []
    seen = numbers(found)
    assert seen["fleet_contribution", "current", "KHE", "2013"] == ("411", "final")
    assert seen["fleet_contribution", "constant", "LEAGUE", "2024"] == ("5841", "estimate")
    assert seen["fleet_share_income", "constant", "PDV", "2024"] == ("1.52", "estimate")
    assert list(found.price_bases) == [2020]
    assert len(seen) == 12 * (6 + 6 + 6 + 6 + 5)


def test_coloured_figures_are_estimates(
    sheets: Sheets, make_book: MakeBook, make_setting: Make, league_pact: Pact
) -> None:
    source = find_source(league_pact, "fleet")
    book = make_book(sheets)
    coloured = book.sheet("Contributions")
    object.__setattr__(coloured, "colours", {(5, 2): "blue"})
    found = source.layouts["workbook"].read(book, make_setting(source))
    seen = numbers(found)
    assert [seen["fleet_contribution", "current", "SYL", year][1] for year in ("2013", "2014")] == ["estimate", "final"]


@pytest.mark.parametrize(
    ("sheet", "row", "column", "cell", "fault"),
    [
        ("Contributions", 5, 3, "596", "Contributions, row 6, column D: “596” is no number"),
        ("Contributions", 5, 3, "n.a.", "Contributions, row 6, column D: “n.a.” is no number"),
        ("Contributions", 5, 1, "Sildavia", "Contributions, row 6: “Sildavia” is nobody that the pact"),
        (
            "Contributions",
            6,
            1,
            "Syldavia",
            "Contributions, row 7: “Syldavia” stands twice in this series; first at Contributions, row 6",
        ),
        ("Contributions", 6, 1, None, "Contributions, row 7: holds numbers and no label"),
        (
            "Contributions",
            4,
            0,
            "Prices of now",
            "Contributions, row 6: the row “Syldavia” stands before any known heading",
        ),
        ("Contributions", 4, 0, "Prices of now", "Contributions: has no block “Current prices”"),
        ("Contributions", 3, 4, 2105, "Contributions, row 4, column E: “2105” stands where 2015 was expected"),
        ("Contributions", 2, 1, "Billion francs", "Contributions: does not state “Million francs” above its years"),
        ("Incomes", 11, 0, "Current prices", "Incomes, row 12: the heading “Current prices” stands twice"),
    ],
)
def test_each_fault_is_said_where_it_stands(
    sheet: str, row: int, column: int, cell: Cell, fault: str, sheets: Sheets, read: Read
) -> None:
    changed = sheets[sheet][row]
    changed += [None] * (column + 1 - len(changed))
    changed[column] = cell
    _, faults = read(sheets)
    assert any(each.startswith(fault) for each in faults), faults


def test_swapped_headings_are_said(sheets: Sheets, read: Read) -> None:
    years = sheets["Incomes"][3]
    years[4], years[5] = years[5], years[4]
    _, faults = read(sheets)
    assert [each.partition(" was")[0] for each in faults] == [
        "Incomes, row 4, column E: “2016” stands where 2015",
        "Incomes, row 4, column F: “2015” stands where 2016",
    ]


def test_rows_without_a_label_that_say_nothing_are_passed_over(sheets: Sheets, read: Read) -> None:
    sheets["Contributions"].insert(8, [None, None, 0, "#REF!", 0.0, None])
    assert read(sheets)[1] == []


def test_a_sheet_without_years_is_said(sheets: Sheets, read: Read) -> None:
    sheets["Incomes"][3] = [None, None, "years", "to", "come"]
    assert "Incomes: has no row with years" in read(sheets)[1]


def test_a_missing_figure_is_none(sheets: Sheets, read: Read) -> None:
    sheets["Contributions"][5][2] = "–"
    found, faults = read(sheets)
    assert faults == []
    assert ("fleet_contribution", "current", "SYL", "2013") not in numbers(found)


def test_years_after_the_last_final_one_are_estimates_or_projections() -> None:
    assert [status_after(2022, year, 2024) for year in (2022, 2023, 2024, 2030)] == [
        "final",
        "estimate",
        "projection",
        "projection",
    ]
