from __future__ import annotations

from datetime import date
from decimal import Decimal

from quotepart.accounts.series import Known
from quotepart.cli.account_tables import edition_as_json, parts_of_series, table_of_editions
from quotepart.cli.output import Table
from quotepart.model.observation import Edition, Status


def known(member: str, year: int, value: str, status: Status = "final") -> Known:
    return Known(
        member=member,
        indicator="share",
        year=year,
        value=Decimal(value),
        unit="percent_of_gdp",
        basis="current",
        price_base=None,
        status=status,
        edition="league:2030-01-01",
        source=f"League, tables of {member}",
    )


ROWS = (known("SYL", 2029, "2"), known("SYL", 2030, "2.1", "estimate"), known("BRD", 2030, "1"))
EDITION = Edition(
    id="league:2030-01-01",
    producer="league",
    published=date(2030, 1, 1),
    title="Tables",
    held="full",
    years=(2020, 2030),
)


def test_a_series_is_years_by_members_with_gaps() -> None:
    table, *_ = parts_of_series(ROWS, "en")
    assert isinstance(table, Table)
    assert table.columns == ("year", "SYL", "BRD")
    assert list(table.rows) == [("2029", "2.00", ""), ("2030", "2.10e", "1.00")]


def test_numbers_are_written_the_readers_way() -> None:
    table, *_ = parts_of_series(ROWS, "fr")
    assert isinstance(table, Table)
    assert table.rows[1][1] == "2,10e"


def test_every_source_is_named_below() -> None:
    _, *lines = parts_of_series(ROWS, "en")
    assert lines == [
        "SYL: League, tables of SYL (league:2030-01-01)",
        "BRD: League, tables of BRD (league:2030-01-01)",
    ]


def test_an_edition_is_a_row_and_an_object() -> None:
    assert list(table_of_editions([EDITION]).rows) == [("league:2030-01-01", "full", "", "2020–2030", "Tables")]
    assert edition_as_json(EDITION)["published"] == "2030-01-01"
