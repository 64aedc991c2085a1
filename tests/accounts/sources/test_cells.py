from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotepart.accounts.sources.book import Cell, Sheet
from quotepart.accounts.sources.cells import Numbers, day_of, header_row, rounded, text_of, year_columns, year_of

BOOK = Numbers(missing=frozenset({"–", "xxx"}))
TEXT = Numbers(missing=frozenset({"n/a"}), has_thousands=True, is_text=True)


@pytest.mark.parametrize(
    ("numbers", "cell", "value"),
    [
        (BOOK, 12, "12"),
        (BOOK, 0.1, "0.1"),
        (BOOK, 0.0, "0.0"),
        (BOOK, None, None),
        (BOOK, "  ", None),
        (BOOK, "xxx", None),
        (TEXT, "1,234.5", "1234.5"),
        (TEXT, "-3", "-3"),
        (TEXT, "n/a", None),
    ],
)
def test_numbers_and_what_stands_for_none(numbers: Numbers, cell: Cell, value: str | None) -> None:
    said: list[str] = []
    read = numbers.read(cell, said.append)
    assert (None if read is None else rounded(read, 9)) == (None if value is None else Decimal(value))
    assert said == []


def test_a_half_is_rounded_by_the_double_and_not_by_its_print() -> None:
    def six(cell: float) -> str:
        return f"{rounded(BOOK.read(cell, print) or Decimal(0), 6):f}"

    assert (six(21776285.1603465), six(30.4536125)) == ("21776285.160347", "30.453612")


@pytest.mark.parametrize(
    ("numbers", "cell"),
    [
        (BOOK, "12"),
        (BOOK, "twelve"),
        (BOOK, "#REF!"),
        (BOOK, float("nan")),
        (BOOK, float("inf")),
        (BOOK, date(2024, 5, 8)),
        (TEXT, "=1+1"),
        (TEXT, "1.2.3"),
        (TEXT, "NaN"),
        (TEXT, "1e"),
        (TEXT, "1e999999999"),
        (BOOK, 1e300),
    ],
)
def test_anything_else_is_reported(numbers: Numbers, cell: Cell) -> None:
    said: list[str] = []
    assert numbers.read(cell, said.append) is None
    assert len(said) == 1
    assert "is no number; expected digits, or one of: an empty cell, “" in said[0]


def test_blank_cells_say_nothing_at_all() -> None:
    assert all(BOOK.is_blank(cell) for cell in (None, 0, 0.0, "", "#REF!"))
    assert not any(BOOK.is_blank(cell) for cell in (1, -0.5, "x"))


@pytest.mark.parametrize(
    ("cell", "year"),
    [
        (2014, (2014, "final")),
        (2014.0, (2014, "final")),
        ("2019", (2019, "final")),
        (" 2024e ", (2024, "estimate")),
        ("2031p", (2031, "projection")),
        ("2023 [YR2023]", (2023, "final")),
        (2014.5, None),
        (3000, None),
        ("2024x", None),
        ("Notes", None),
        (None, None),
    ],
)
def test_years_in_headings(cell: Cell, year: tuple[int, str] | None) -> None:
    assert year_of(cell) == year


def test_days_and_texts() -> None:
    assert (day_of("2024-05-08T10:00"), day_of(date(2024, 5, 8)), day_of("May"), day_of(3.0)) == (
        date(2024, 5, 8),
        date(2024, 5, 8),
        None,
        None,
    )
    assert [text_of(cell) for cell in (2014.0, 2.5, None, " a ")] == ["2014", "2.5", "", "a"]


def test_the_row_of_years_is_found_by_its_years_or_its_headings() -> None:
    rows = (("2024", "a note"), ("Country", "Notes", 2013, 2014), ("A", 1, 2, 3))
    sheet = Sheet(name="A", rows=rows)
    assert (header_row(sheet, ()), header_row(sheet, ("Country", "Notes")), header_row(sheet, ("Code",))) == (
        1,
        1,
        None,
    )


@pytest.mark.parametrize(
    ("years", "faults"),
    [
        ((2013, 2014, "2015e"), []),
        ((2013, 2015, 2014, 2016), ["B: “2015” stands where 2014", "C: “2014” stands where 2015"]),
        ((2013, 2104, 2015), ["B: “2104” stands where 2014"]),
        ((2013, "20l4", 2015), ["B: “20l4” stands where 2014"]),
        ((2013, None, 2015), ["B: “nothing” stands where 2014"]),
        ((2013, 2013, 2014), ["B: “2013” stands where 2014", "C: “2014” stands where 2015"]),
    ],
)
def test_years_rise_by_one(years: tuple[Cell, ...], faults: list[str]) -> None:
    said: list[str] = []
    columns = year_columns(Sheet(name="", rows=(years,)), 0, lambda at, text: said.append(f"{'ABCD'[at]}: {text}"))
    assert [each.partition(" was")[0] for each in said] == faults
    assert [column.year for column in columns] == list(range(2013, 2013 + len(years)))


@given(st.floats(-1e12, 1e12, allow_nan=False))
def test_rounding_keeps_six_decimals_and_no_zeros(value: float) -> None:
    kept = rounded(Decimal(repr(value)), 6)
    assert abs(kept - Decimal(repr(value))) <= Decimal("0.0000005")
    assert "e" not in f"{kept:f}".lower()
    assert rounded(kept, 6) == kept
