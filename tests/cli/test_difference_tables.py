from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

import pytest

from quotepart.accounts.account import Account, open_account
from quotepart.accounts.difference import difference
from quotepart.accounts.imports import prepare_import
from quotepart.accounts.tables import COLUMNS, parse_table
from quotepart.cli.difference_tables import difference_as_json, import_as_json, parts_of_difference, parts_of_import
from quotepart.cli.output import Table
from quotepart.model.pact import Pact

CREWS = "Last updated,2024-03-01\nName,Code,Series,2022,2023,Estimates start after\n"


@pytest.fixture
def account(tiny_pact: Pact) -> Account:
    return open_account(tiny_pact)


@pytest.fixture
def file(tiny_pact: Pact, tmp_path: Path) -> Path:
    rows = "".join(f"x,{member},CRW,10,20,2022\n" for member in (*tiny_pact.members, "RUR"))
    (tmp_path / "crews.csv").write_text(CREWS + rows, encoding="utf-8")
    return tmp_path / "crews.csv"


def test_people_read_one_row_a_series(account: Account) -> None:
    found = account.difference("league:2023-05-10", "league:2024-05-08")
    summary, prices, table, *rest = parts_of_difference(found, account.pact, "en")
    assert isinstance(summary, str)
    assert summary.startswith("league:2024-05-08 against league:2023-05-10: ")
    assert prices == "Figures in prices of 2012 were put into prices of 2020 before they were compared."
    assert isinstance(table, Table)
    assert table.rows[0][:2] == ("fleet_contribution", "current")
    assert all(isinstance(each, str | Table) for each in rest)


def test_the_furthest_revisions_are_named_and_the_others_counted(account: Account) -> None:
    edition = account.edition("league:2024-05-08")
    years = [str(year) for year in range(2001, 2031)]
    head = ",".join([*COLUMNS, *years])
    texts = [
        "\n".join([head, *(f"income,current,{member},,,,tables" + f",{value}" * 30 for member, value in rows)])
        for rows in ((("SYL", 100), ("BOR", 100), ("KHE", 100)), (("SYL", 900), ("BOR", 101), ("KHE", 101)))
    ]
    found = difference(account.pact, *(parse_table(account.pact, edition, text, Path("a.csv")) for text in texts))
    parts = list(parts_of_difference(found, account.pact, "fr"))
    assert len(found.outliers) == 30
    table = parts[-2]
    assert isinstance(table, Table)
    assert ({row[0] for row in table.rows}, len(table.rows)) == ({"SYL"}, 12)
    assert parts[-1] == "… et 18 de plus\u202f; --json les donne toutes"


def test_programs_read_one_line_a_change(account: Account) -> None:
    head, *changes = difference_as_json(account.difference("league:2023-05-10", "league:2024-05-08"))
    assert (head["before"], head["after"]) == ("league:2023-05-10", "league:2024-05-08")
    assert len(changes) == head["new"] + head["gone"] + head["revised"]
    assert {
        "entity",
        "indicator",
        "basis",
        "period",
        "change",
        "before",
        "after",
        "unit",
        "revision",
        "is_outlier",
    } <= set(changes[0])
    json.dumps([head, *changes], allow_nan=False)


def test_an_import_says_what_it_read_and_what_it_is_worth(account: Account, file: Path, tmp_path: Path) -> None:
    prepared = prepare_import(account.pact, "statistics", file)
    lines = [part for part in parts_of_import(prepared, account.pact, tmp_path, "en") if isinstance(part, str)]
    assert lines[0].startswith("office:2024-03-01: 12 figures read from crews.csv (layout “across”, SHA-256 ")
    assert lines[1:] == [
        "published on 1 March 2024, as the file says",
        "This reader was written to the published layout and has met no real file yet: look closely at what changed.",
        "1 row of nobody that the pact names was passed over: RUR",
        "There is no earlier edition to compare with.",
        f"saved in {tmp_path}",
    ]
    assert list(parts_of_import(prepared, account.pact, None, "en"))[-1] == "nothing was saved"
    (said,) = import_as_json(prepared, None)
    assert (said["edition"], said["values"], said["saved_in"], said["passed_over"]) == (
        "office:2024-03-01",
        12,
        None,
        ["RUR"],
    )


def test_sizes_of_nothing_are_a_dash(account: Account) -> None:
    found = account.difference("league:2024-05-08", "league:2024-05-08")
    assert {each.median for each in found.by_series(account.pact)} == {None}
    table = next(part for part in parts_of_difference(found, account.pact, "en") if isinstance(part, Table))
    assert {row[6] for row in table.rows} == {"–"}
    assert found.count("same") > Decimal(100)
