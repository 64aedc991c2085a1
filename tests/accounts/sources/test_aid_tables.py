from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest

from quotepart.accounts.sources.aid_tables import MonthWords, SummaryWords, read_months, read_summary
from quotepart.accounts.sources.book import Book, Cell, Sheet
from quotepart.accounts.sources.cells import Numbers
from quotepart.accounts.sources.description import find_source
from quotepart.accounts.sources.layout import Found, OfficialSource, Series, Setting
from quotepart.model.pact import Pact

SERIES = Series(indicator="income", basis="current", place="incomes")
SUMMARY = SummaryWords(
    sheet="Summary", donor="Country", totals=frozenset({"total"}), numbers=Numbers(), series={"All": SERIES}
)
MONTHS = MonthWords(
    sheet="Months",
    donor="Country",
    names=("January", "February"),
    first_year=2022,
    totals=frozenset({"total per month"}),
    numbers=Numbers(missing=frozenset({"none"})),
    series=SERIES,
)
HEAD: list[list[Cell]] = [
    [None, None, None, "January", "February", "January (2023)", "February"],
    [None, "Country", "Member", "1", "2", "3", "4"],
]


@pytest.fixture
def setting(make_setting: Callable[[OfficialSource], Setting], league_pact: Pact) -> Setting:
    return make_setting(find_source(league_pact, "statistics"))


def test_a_summary_counts_until_the_year_of_publication(setting: Setting, make_book: Callable[..., Book]) -> None:
    rows: list[list[Cell]] = [
        [],
        ["Country", "Note", "All"],
        ["Borduria", "x", 2.5],
        ["Ruritania", None, 1],
        ["Total", None, 3],
    ]
    found = Found()
    read_summary(SUMMARY, make_book({"Summary": rows}), setting, found)
    assert [(each.entity, each.period, each.number) for each in found.printed] == [("BOR", "2024", Decimal("2.5"))]
    assert (list(found.strangers), setting.faults.found) == (["Ruritania"], [])


def test_months_carry_their_year_until_the_next_one(setting: Setting, make_book: Callable[..., Book]) -> None:
    rows = [*HEAD, [None, "Borduria", 1, 0.5, 0, "none", 4], [None, "Total per month", None, 0.5, 0, 0, 4]]
    found = Found()
    read_months(MONTHS, make_book({"Months": rows}), setting, found)
    assert [(each.period, f"{each.number:f}") for each in found.printed] == [("2022-01", "0.5"), ("2023-02", "4")]
    sheet = Sheet(name="Months", rows=tuple(map(tuple, rows)))
    assert MONTHS.periods(sheet) == {3: "2022-01", 4: "2022-02", 5: "2023-01", 6: "2023-02"}


def test_what_is_missing_is_said(setting: Setting, make_book: Callable[..., Book]) -> None:
    read_summary(SUMMARY, make_book({"Summary": [["Country", "Some"]]}), setting, Found())
    read_months(MONTHS, make_book({"Months": [["Country", "March"]]}), setting, Found())
    read_months(MONTHS, make_book({"Weeks": []}), setting, Found())
    assert setting.faults.found == [
        "Summary: has no row with the headings Country, All",
        "Months: has no row of months and no heading “Country”",
        "the workbook: has no sheet “Months”; its sheets are Weeks",
    ]


def test_a_layout_may_have_neither(setting: Setting, make_book: Callable[..., Book]) -> None:
    found = Found()
    read_summary(None, make_book({}), setting, found)
    read_months(None, make_book({}), setting, found)
    assert (found.printed, setting.faults.found) == ([], [])
