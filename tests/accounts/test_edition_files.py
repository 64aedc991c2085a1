from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from quotepart.accounts.account import Account
from quotepart.accounts.edition_files import TableRow, name_of, rows_of, source_text, table_name, table_text, years_of
from quotepart.accounts.tables import table_file
from quotepart.model.observation import Edition, Source
from quotepart.pacts.editions import read_editions
from quotepart.pacts.faults import Faults

HEAD = ("spending", "current", "SYL", "", "", "", "tables")


def test_columns_come_in_order_and_only_where_used() -> None:
    rows = [
        TableRow(HEAD, {"2020p": "4", "2019e": "3", "2018": "1"}),
        TableRow((*HEAD[:2], "BOR", *HEAD[3:]), {"2019": "2", "2018-11": "9"}),
    ]
    assert table_text(rows).splitlines() == [
        "indicator,basis,entity,unit,scale,step,source,2018,2019,2019e,2020p,2018-11",
        "spending,current,SYL,,,,tables,1,,3,4,",
        "spending,current,BOR,,,,tables,,2,,,9",
    ]
    assert years_of(rows) == (2018, 2020)
    assert years_of(rows[:0]) is None


def test_rows_read_again_as_themselves(nato: Account) -> None:
    for edition in nato.editions():
        if edition.held != "none":
            text = (nato.pact.accounts / table_file(edition)).read_text(encoding="utf-8")
            assert [row.cells for row in rows_of(table_text(rows_of(text)))] == [row.cells for row in rows_of(text)]
            assert years_of(rows_of(text)) == edition.years or edition.held == "partial"


def test_a_row_knows_its_series_and_source() -> None:
    row = TableRow(HEAD)
    assert (row.series, row.entity, row.source) == (("spending", "current"), "SYL", "tables")


def test_a_tables_name_changes_with_its_text(make_edition: Callable[..., Any]) -> None:
    edition = make_edition("league:2024-05-08")
    names = {table_name(edition, text) for text in ("a", "b", "a")}
    assert len(names) == 2
    assert all(name.startswith("league-2024-05-08.") and name.endswith(".csv") for name in names)
    assert name_of(edition) == "league-2024-05-08"


TEXT = st.text(st.characters(blacklist_categories=["Cs"]), min_size=1, max_size=40)


@given(title=TEXT, note=TEXT, via=TEXT)
def test_a_source_file_reads_again_as_its_edition(title: str, note: str, via: str, tmp_path_factory: Any) -> None:
    folder = tmp_path_factory.mktemp("editions")
    source = Source(
        id="league:2024-05-08/a", title=title, publisher="League", url="https://a.example", place="Table 1", via=via
    )
    edition = Edition(
        id="league:2024-05-08",
        producer="league",
        published=date(2024, 5, 8),
        title=title,
        held="full",
        price_base=2015,
        definition="wide",
        sources=(
            source,
            replace(source, id="league:2024-05-08/b", citable=False, verification="derived", place="", via=""),
        ),
        years=(2014, 2024),
        note=note,
        table=folder / "accounts" / "league-2024-05-08.abc.csv",
        others=("RUR",),
    )
    (folder / "sources").mkdir()
    (folder / "sources" / "league-2024-05-08.toml").write_text(source_text(edition), encoding="utf-8", newline="")
    faults = Faults()
    assert read_editions(Path(folder), faults) == {edition.id: edition}
    assert faults.found == []
