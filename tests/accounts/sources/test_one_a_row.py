from __future__ import annotations

from collections.abc import Callable

import pytest

from quotepart.accounts.sources.book import Book
from quotepart.accounts.sources.delimited import table_of
from quotepart.accounts.sources.description import find_source
from quotepart.accounts.sources.layout import Found, OfficialSource, Setting
from quotepart.model.pact import Pact

HEAD = "FLOW,STATE,SERIES,FREQ,TIME_PERIOD,OBS_VALUE,LATEST_ACTUAL\n"
ROWS = """S,SYL,INC,A,2022,5.5,2022
S,SYL,INC,A,2024,6,2022
S,SYL,CRW,A,2022,2500,
S,SYL,INC,Q,2022-Q1,1,2022
S,RUR,INC,A,2022,1,2022
"""


def book_of(text: str) -> Book:
    return Book(name="a.csv", sha256="", sheet_names=("",), load=lambda _: table_of(text, "a.csv"))


@pytest.fixture
def read(
    league_pact: Pact, make_setting: Callable[[OfficialSource], Setting]
) -> Callable[[str], tuple[Found, list[str]]]:
    source = find_source(league_pact, "statistics")

    def done(text: str) -> tuple[Found, list[str]]:
        setting = make_setting(source)
        return source.layouts["rows"].read(book_of(text), setting), setting.faults.found

    return done


def test_one_row_is_one_observation(read: Callable[[str], tuple[Found, list[str]]]) -> None:
    found, faults = read(HEAD + ROWS)
    assert faults == []
    assert [(each.series.indicator, each.period, f"{each.number:f}", each.status) for each in found.printed] == [
        ("income", "2022", "5.5", "final"),
        ("income", "2024", "6", "projection"),
        ("crew", "2022", "2.5", "estimate"),
    ]
    assert list(found.strangers) == ["RUR"]


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ("S,SYL,INC,A,2022,7,2022\n", "row 7: “SYL” has 2022 twice in this series; first at row 2"),
        ("S,BOR,INC,A,2022-01,7,2022\n", "row 7: “2022-01” is no year"),
        ("S,BOR,INC,A,2022,seven,2022\n", "row 7, column F: “seven” is no number"),
        ("S,BOR,INC,A,2022,=1+1,2022\n", "row 7, column F: “=1+1” is no number"),
    ],
)
def test_a_faulty_row_is_said(row: str, fault: str, read: Callable[[str], tuple[Found, list[str]]]) -> None:
    _, faults = read(HEAD + ROWS + row)
    assert [each.startswith(fault) for each in faults] == [True]


def test_without_the_column_every_year_is_final(read: Callable[[str], tuple[Found, list[str]]]) -> None:
    text = "\n".join(line.rpartition(",")[0] for line in (HEAD + ROWS).splitlines())
    assert {each.status for each in read(text)[0].printed} == {"final"}


def test_a_table_is_known_by_its_headings(league_pact: Pact) -> None:
    layout = find_source(league_pact, "statistics").layouts["rows"]
    assert layout.recognises(book_of(HEAD + ROWS))
    assert not layout.recognises(book_of(HEAD.replace("OBS_VALUE", "VALUE") + ROWS))
    assert layout.stated_on(book_of(HEAD)) is None
