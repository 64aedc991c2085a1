from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from quotepart.accounts.sources.book import Cell
from quotepart.accounts.sources.description import find_source
from quotepart.accounts.sources.official import day_in_name, read_official
from quotepart.errors import SourceError
from quotepart.model.pact import Pact

Sheets = dict[str, list[list[Cell]]]
Write = Callable[..., Path]


def test_a_file_is_read_whole(sheets: Sheets, workbook: Write, league_pact: Pact) -> None:
    official = read_official(workbook(sheets), find_source(league_pact, "fleet"), league_pact)
    assert (official.layout, official.published, official.dated) == ("workbook", date(2024, 5, 8), "in_name")
    assert len(official.found.printed) == 348


def test_same_bytes_give_the_same_figures(sheets: Sheets, workbook: Write, league_pact: Pact) -> None:
    path, source = workbook(sheets), find_source(league_pact, "fleet")
    one, other = (read_official(path, source, league_pact) for _ in range(2))
    assert (one.found.printed, one.sha256) == (other.found.printed, other.sha256)


def test_the_day_may_be_given_stated_or_nowhere(
    tmp_path: Path, sheets: Sheets, workbook: Write, league_pact: Pact
) -> None:
    fleet, office = (find_source(league_pact, name) for name in ("fleet", "statistics"))
    path = workbook(sheets, name="fleet.xlsx")
    with pytest.raises(SourceError, match=r"neither the file nor its name(.|\n)*--published"):
        read_official(path, fleet, league_pact)
    assert read_official(path, fleet, league_pact, published=date(2024, 5, 9)).dated == "given"
    rows = "".join(f"Crew,{member},CRW,1,2,2024\n" for member in league_pact.members)
    text = tmp_path / "crews-2020-01-01.csv"
    text.write_text(
        "Last updated,2024-03-01\nName,Code,Series,2023,2024,Estimates start after\n" + rows, encoding="utf-8"
    )
    stated = read_official(text, office, league_pact)
    assert (stated.published, stated.dated, stated.layout) == (date(2024, 3, 1), "stated", "across")


def test_a_file_of_another_source_is_told_whose_it_is(sheets: Sheets, workbook: Write, league_pact: Pact) -> None:
    with pytest.raises(SourceError, match=r"no file of statistics(.|\n)*looks like a file of fleet"):
        read_official(workbook(sheets), find_source(league_pact, "statistics"), league_pact)
    with pytest.raises(SourceError, match=r"its sheets are Sheet1(.|\n)*as its publisher offers it"):
        read_official(workbook({"Sheet1": [["x"]]}), find_source(league_pact, "fleet"), league_pact)


def test_all_faults_stand_in_one_message(sheets: Sheets, workbook: Write, league_pact: Pact) -> None:
    sheets["Contributions"][5][2] = "many"
    sheets["Incomes"][5][1] = "Sildavia"
    del sheets["Shares (2020)"][2]
    with pytest.raises(SourceError) as caught:
        read_official(workbook(sheets), find_source(league_pact, "fleet"), league_pact)
    said = str(caught.value)
    assert "fleet-2024-05-08.xlsx: " in said
    for fault in (
        "row 6, column C: “many”",
        "row 6: “Sildavia”",
        "fleet_share_income, constant prices has no row for SYL",
    ):
        assert fault in said


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("nato-def-exp-2024-06-17-tables-en.xlsx", date(2024, 6, 17)),
        ("240617-def-exp-2024-TABLES-en.xlsx", date(2024, 6, 17)),
        ("API_X_20240301.csv", date(2024, 3, 1)),
        ("milex-1949-2024.xlsx", None),
        ("991399-odd.xlsx", None),
        ("2024-13-40.xlsx", None),
    ],
)
def test_days_in_names(name: str, day: date | None) -> None:
    assert day_in_name(name) == day
