from __future__ import annotations

from collections.abc import Callable

import pytest

from quotepart.accounts.sources.book import Book, Cell
from quotepart.accounts.sources.description import find_source
from quotepart.accounts.sources.layout import Found, OfficialSource, Setting
from quotepart.model.pact import Pact

Sheets = dict[str, list[list[Cell]]]
AID = """
producer = "aid"
publisher = "Aid"
title = "Aid to Syldavia"
url = "https://aid.example"
held = "full"
last_year = [-3, 0]
passes_strangers = true
[places]
here = { place = "Activities" }
[layouts.workbook]
kind = "aid_activities"
[layouts.workbook.activities]
sheet = "Activities"
donor = "donor"
type = "type"
month = "month"
first_month = "2022-01"
value = "value"
only = { measure = "Allocation" }
missing = ["."]
total = { indicator = "income", place = "here", times = 0.001 }
[layouts.workbook.activities.series]
"Ships" = { indicator = "fleet_contribution", place = "here", times = 0.001 }
"Crews" = { indicator = "crew", place = "here", times = 0.001 }
[layouts.workbook.summary]
sheet = "Summary"
donor = "Country"
totals = ["Total"]
[layouts.workbook.summary.series]
"All" = { indicator = "ship_share", place = "here" }
"""
ACTIVITIES: list[list[Cell]] = [
    ["donor", "type", "measure", "month", "value"],
    ["Borduria", "Ships", "Allocation", 1, 1000],
    ["Borduria ", "ships ", "Allocation", 1, 500.5],
    ["Borduria", "Crews", "Allocation", 13, 250],
    ["Borduria", "Ships", "Commitment", 2, 9000],
    ["Khemed", "Ships", "Allocation", 0, 700],
    ["Khemed", "Ships", "Allocation", 36, "."],
    ["Ruritania", "Ships", "Allocation", 3, 1],
]
SUMMARY: list[list[Cell]] = [
    ["Aid by donor"],
    ["Country", "All"],
    ["Borduria", 1.75],
    ["Total", 1.75],
    ["Source: Aid", None],
]
Read = Callable[..., tuple[Found, list[str]]]


@pytest.fixture
def source(league_pact: Pact) -> OfficialSource:
    (league_pact.folder / "readers" / "aid.toml").write_text(AID, encoding="utf-8")
    return find_source(league_pact, "aid")


@pytest.fixture
def read(
    source: OfficialSource, make_book: Callable[..., Book], make_setting: Callable[[OfficialSource], Setting]
) -> Read:
    def done(activities: list[list[Cell]], summary: list[list[Cell]] = SUMMARY) -> tuple[Found, list[str]]:
        setting = make_setting(source)
        found = source.layouts["workbook"].read(make_book({"Activities": activities, "Summary": summary}), setting)
        return found, setting.faults.found

    return done


def sums(found: Found) -> dict[tuple[str, str, str], str]:
    return {(each.series.indicator, each.entity, each.period): f"{each.number:f}" for each in found.printed}


def test_rows_add_up_by_type_month_and_year(read: Read) -> None:
    found, faults = read(ACTIVITIES)
    assert faults == []
    assert sums(found) == {
        ("fleet_contribution", "BOR", "2022-01"): "1.5005",
        ("fleet_contribution", "BOR", "2022"): "1.5005",
        ("crew", "BOR", "2023-01"): "0.25",
        ("crew", "BOR", "2023"): "0.25",
        ("income", "BOR", "2022-01"): "1.5005",
        ("income", "BOR", "2022"): "1.5005",
        ("income", "BOR", "2023-01"): "0.25",
        ("income", "BOR", "2023"): "0.25",
        ("ship_share", "BOR", "2024"): "1.75",
    }
    assert list(found.strangers) == ["Ruritania"]


def test_the_order_of_rows_does_not_matter(read: Read) -> None:
    head, *rows = ACTIVITIES
    assert sums(read([head, *reversed(rows)])[0]) == sums(read(ACTIVITIES)[0])


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        (["Borduria", "Swords", "Allocation", 1, 5], "Activities, row 9, column B: “Swords” is no known type of aid"),
        (["Borduria", "Ships", "Allocation", "May", 5], "Activities, row 9, column D: “May” is no month"),
        (["Borduria", "Ships", "Allocation", 1, "five"], "Activities, row 9, column E: “five” is no number"),
    ],
)
def test_a_faulty_row_is_said(row: list[Cell], fault: str, read: Read) -> None:
    _, faults = read([*ACTIVITIES, row])
    assert [each.startswith(fault) for each in faults] == [True]


def test_a_sheet_without_its_headings_is_said(read: Read) -> None:
    _, *rows = ACTIVITIES
    _, faults = read([["donor", "type", "measure", "month", "worth"], *rows])
    assert faults == ["Activities: has no row with the headings donor, type, month, value, measure"]


def test_it_is_known_by_its_main_sheet(source: OfficialSource, make_book: Callable[..., Book]) -> None:
    layout = source.layouts["workbook"]
    assert layout.recognises(make_book({"Activities": ACTIVITIES}))
    assert not layout.recognises(make_book({"Activities": SUMMARY}))
    assert not layout.recognises(make_book({"Summary": ACTIVITIES}))
    assert layout.stated_on(make_book({})) is None


def test_a_missing_sheet_is_said(
    source: OfficialSource, make_book: Callable[..., Book], make_setting: Callable[[OfficialSource], Setting]
) -> None:
    setting = make_setting(source)
    source.layouts["workbook"].read(make_book({"Activities": ACTIVITIES}), setting)
    assert setting.faults.found == ["the workbook: has no sheet “Summary”; its sheets are Activities"]
