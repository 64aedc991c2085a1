from __future__ import annotations

from decimal import Decimal

import pytest

from quotepart.accounts.revision_table import MEMBERS, revision_rows
from quotepart.errors import AccountError

FIRST, SECOND = "league:2018-06-01", "league:2019-06-01"


@pytest.fixture
def twice_printed(league, make_edition, make_table):
    """Two editions a year apart: Syldavia's figure of 2018 moved by 10 %, that of 2017 by 2 %, Borduria's by nothing."""
    first = make_table(
        "2016,2017,2018e", "spending,current,SYL,,,,tables,100,100,100", "spending,current,BOR,,,,tables,50,50,50"
    )
    second = make_table(
        "2016,2017,2018", "spending,current,SYL,,,,tables,100,102,110", "spending,current,BOR,,,,tables,50,50,50"
    )
    return league({make_edition(FIRST): first, make_edition(SECOND): second})


def rows_of(account, **asked):
    return {(row.entity, row.age): row.band for row in revision_rows(account, "spending", **asked)}


def test_revisions_by_age_and_member(twice_printed) -> None:
    found = rows_of(twice_printed, entities=["SYL"])
    assert found["SYL", 0].p50 == Decimal("0.1")
    assert found["SYL", 1].p50 == Decimal("0.02")
    assert found["SYL", 2].p99 == 0
    assert found["SYL", None].count == 3
    assert (found["SYL", 0].from_lag, found["SYL", 0].to_lag) == (Decimal("0.75"), 2)
    assert found["SYL", 0].pairs == ((FIRST, SECOND),)


def test_members_together_count_every_figure(twice_printed) -> None:
    found = rows_of(twice_printed)
    assert found[MEMBERS, None].count == 6
    assert found[MEMBERS, 0].count == 2
    assert (found[MEMBERS, 0].p50, found[MEMBERS, 0].p90) == (0, Decimal("0.1"))


def test_groups_are_the_printed_ones_and_members_come_when_asked_for(nato) -> None:
    assert {row.entity for row in revision_rows(nato, "defence_share_gdp")} == {MEMBERS, "NATO", "EUROPE_CANADA"}
    every = {row.entity for row in revision_rows(nato, "defence_share_gdp", each=True)}
    assert {"FRA", "USA"} < every
    assert "ISL" not in every


def test_a_restated_definition_is_not_compared(nato) -> None:
    rows = revision_rows(nato, "defence_expenditure", basis="constant")
    assert not [pair for row in rows for pair in row.band.pairs if "nato:2026-07-10" in pair]


def test_no_two_editions_are_no_rows(league, make_edition, make_table) -> None:
    account = league({make_edition(FIRST): make_table("2018", "spending,current,SYL,,,,tables,1")})
    assert revision_rows(account, "spending") == ()


def test_unknown_names_are_errors(nato) -> None:
    with pytest.raises(AccountError):
        revision_rows(nato, "weather")
    with pytest.raises(AccountError):
        revision_rows(nato, "gdp", entities=["Syldavia"])
