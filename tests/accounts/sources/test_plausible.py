from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from quotepart.accounts.sources.book import Book, Cell
from quotepart.accounts.sources.description import find_source
from quotepart.accounts.sources.layout import OfficialSource, Series, Setting
from quotepart.accounts.sources.plausible import faults_of, named
from quotepart.model.pact import Pact

Sheets = dict[str, list[list[Cell]]]
PUBLISHED = date(2024, 5, 8)
Check = Callable[..., list[str]]


@pytest.fixture
def check(
    make_book: Callable[..., Book], make_setting: Callable[[OfficialSource], Setting], league_pact: Pact
) -> Check:
    """What is wrong with the league's workbook as a whole."""
    source = find_source(league_pact, "fleet")

    def done(sheets: Sheets, published: date = PUBLISHED) -> list[str]:
        layout, setting = source.layouts["workbook"], make_setting(source)
        return faults_of(layout.read(make_book(sheets), setting), layout, source, league_pact, published)

    return done


def test_a_sound_workbook_hangs_together(sheets: Sheets, check: Check) -> None:
    assert check(sheets) == []


def test_missing_rows_and_series_are_named(sheets: Sheets, check: Check) -> None:
    del sheets["Contributions"][6]
    del sheets["Contributions"][8]
    sheets["Shares (2020)"] = sheets["Shares (2020)"][:2]
    assert check(sheets) == [
        "the file: holds no row of fleet_share_income, constant prices",
        "Contributions: fleet_contribution, current prices has no row for BOR, SAT",
    ]


def test_a_table_that_breaks_off_is_noticed(sheets: Sheets, check: Check) -> None:
    sheets["Incomes"] = sheets["Incomes"][:14]
    assert check(sheets) == ["Incomes: income, constant prices has no row for KHE, NUR, PDV, SAT"]


def test_an_aggregate_that_is_missing_beside_another_is_named(sheets: Sheets, check: Check) -> None:
    sheets["Contributions"] = [row for row in sheets["Contributions"] if row[1:2] != ["The League"]]
    assert check(sheets) == [], "a source may print no aggregates at all"


@pytest.mark.parametrize(("day", "ends"), [(date(2022, 5, 8), "2021 to 2022"), (date(2026, 5, 8), "2025 to 2026")])
def test_a_wrong_year_of_publication_is_noticed(day: date, ends: str, sheets: Sheets, check: Check) -> None:
    assert check(sheets, day) == [
        f"Shares (2020), row 7, column N: the last year is 2024; a file published on {day} ends in {ends}"
    ]


def test_years_that_are_all_off_by_one_are_noticed(sheets: Sheets, check: Check) -> None:
    for name, row in (("Contributions", 3), ("Incomes", 3), ("Shares (2020)", 1)):
        sheets[name][row] = [None, None, *range(2012, 2024)]
    said = check(sheets)
    assert said
    assert all("they should be equal" in each or "its members add up" in each for each in said)


def test_prices_of_two_years_are_noticed(sheets: Sheets, check: Check) -> None:
    sheets["Incomes"][11][0] = "Constant 2012 prices"
    assert any("gives constant prices of more than one year: 2020 at Contributions" in each for each in check(sheets))


def test_swapped_columns_are_noticed(sheets: Sheets, check: Check) -> None:
    for row in sheets["Contributions"][5:]:
        if len(row) > 8:
            row[3], row[9] = row[9], row[3]
    said = check(sheets)
    assert any(each.startswith("Shares (2020)") and "the other tables make it" in each for each in said)
    assert any("they should be equal" in each for each in said)


def test_a_sum_that_does_not_add_up_is_noticed(sheets: Sheets, check: Check) -> None:
    sheets["Contributions"][10][2] = 3867.0
    assert check(sheets) == ["Contributions, row 11, column C: LEAGUE 2013 is 3867; its members add up to 2867"]


def test_a_row_that_stands_twice_is_checked_against_nothing(sheets: Sheets, check: Check) -> None:
    wrong = [cell * 3 if isinstance(cell, int | float) else cell for cell in sheets["Contributions"][5]]
    sheets["Contributions"].insert(5, wrong)
    assert check(sheets) == []


def test_a_part_needs_one_series_only(
    make_book: Callable[..., Book], make_setting: Callable[[OfficialSource], Setting], league_pact: Pact
) -> None:
    source = find_source(league_pact, "statistics")
    head: list[Cell] = ["Name", "Code", "Series", "2023", "2024", "Estimates start after"]
    rows: list[list[Cell]] = [[None, member, "CRW", "1", "2", "2024"] for member in league_pact.members]
    for lines, faults in ((rows, 0), ([], 1), (rows[1:], 1)):
        layout, setting = source.layouts["across"], make_setting(source)
        found = layout.read(make_book({"": [head, *lines]}), setting)
        assert len(faults_of(found, layout, source, league_pact, PUBLISHED)) == faults


def test_a_series_is_named_with_its_prices() -> None:
    assert named(Series(indicator="income", basis="constant", place="")) == "income, constant prices"
