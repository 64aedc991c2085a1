from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from quotepart.accounts.sources.book import Book, Cell
from quotepart.accounts.sources.delimited import table_of
from quotepart.accounts.sources.description import find_source
from quotepart.accounts.sources.layout import OfficialSource, Setting
from quotepart.model.pact import Pact

Sheets = dict[str, list[list[Cell]]]
MakeBook = Callable[..., Book]
TEXT = """"Last updated","2024-03-01",

"Name","Code","Series","2021","2022","2023","2024","Estimates start after",
"Income (constant 2020 francs)","SYL","INK","1,000","2,000","n/a","4,000","2022",
"Income","BOR","INC","10","20","30","40","",
"Rain","BOR","RAIN","wet","wet","dry","wet","2022",
"Income","RUR","INC","1","2","3","4","2022",
"The office",,,,,,,,
"""


@pytest.fixture
def across(league_pact: Pact) -> OfficialSource:
    return find_source(league_pact, "statistics")


def text_book(text: str) -> Book:
    return Book(name="a.csv", sha256="", sheet_names=("",), load=lambda _: table_of(text, "a.csv"))


def test_a_column_may_name_the_series_of_each_row(
    across: OfficialSource, make_setting: Callable[[OfficialSource], Setting]
) -> None:
    layout, setting = across.layouts["across"], make_setting(across)
    assert layout.recognises(text_book(TEXT))
    assert layout.stated_on(text_book(TEXT)) == date(2024, 3, 1)
    found = layout.read(text_book(TEXT), setting)
    assert setting.faults.found == []
    assert [(each.entity, each.series.basis, each.period, int(each.number), each.status) for each in found.printed] == [
        ("SYL", "constant", "2021", 1000, "final"),
        ("SYL", "constant", "2022", 2000, "final"),
        ("SYL", "constant", "2024", 4000, "projection"),
        ("BOR", "current", "2021", 10, "estimate"),
        ("BOR", "current", "2022", 20, "estimate"),
        ("BOR", "current", "2023", 30, "estimate"),
        ("BOR", "current", "2024", 40, "projection"),
    ]
    assert (list(found.price_bases), list(found.strangers)) == ([2020], ["RUR"])


@pytest.mark.parametrize(
    ("change", "is_it"),
    [
        (lambda sheets: sheets, True),
        (lambda sheets: {"Front": [["hello"]], **sheets}, True),
        (lambda sheets: {name: sheets[name] for name in ("Contributions", "Incomes")}, True),
        (lambda sheets: {"Contributions": sheets["Contributions"]}, False),
        (lambda sheets: {name: [["Figures of another house"], *rows[1:]] for name, rows in sheets.items()}, False),
        (lambda sheets: {"": sheets["Contributions"]}, False),
    ],
)
def test_a_workbook_is_known_by_its_sheets_and_what_it_says(
    change: Callable[[Sheets], Sheets], is_it: bool, sheets: Sheets, make_book: MakeBook, league_pact: Pact
) -> None:
    layout = find_source(league_pact, "fleet").layouts["workbook"]
    assert layout.recognises(make_book(change(sheets))) is is_it


def test_renamed_sheets_are_said_with_those_there_are(
    sheets: Sheets, make_book: MakeBook, make_setting: Callable[[OfficialSource], Setting], league_pact: Pact
) -> None:
    source = find_source(league_pact, "fleet")
    sheets["Receipts"] = sheets.pop("Incomes")
    setting = make_setting(source)
    source.layouts["workbook"].read(make_book(sheets), setting)
    assert setting.faults.found == [
        "the workbook: has no sheet “Incomes”; its sheets are “Contributions”, “Shares (2020)”, “Receipts”"
    ]


def test_a_text_table_is_known_by_its_headings(across: OfficialSource) -> None:
    layout = across.layouts["across"]
    assert not layout.recognises(text_book(TEXT.replace('"Series"', '"Serial"')))
    assert layout.stated_on(text_book("a,b\n")) is None
