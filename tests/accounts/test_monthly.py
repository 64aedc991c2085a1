from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

import pytest

from quotepart.accounts.account import Account
from quotepart.accounts.monthly import known_months
from quotepart.errors import AccountError
from quotepart.model.observation import Edition

Make = Callable[..., Any]
Open = Callable[[Mapping[Edition, str]], Account]


@pytest.fixture
def account(league: Open, make_table: Make, make_edition: Make) -> Account:
    rows = ("spending,current,SYL,,,,tables,10,2,1", "spending,current,BOR,,,,tables,,,3")
    return league(
        {
            make_edition("league:2018-06-01"): make_table("2017,2017-02,2017-01", *rows),
            make_edition("league:2019-06-01"): make_table("2017,2017-02", "spending,current,SYL,,,,tables,10,4"),
            make_edition("league:2020-06-01"): make_table("2017", "spending,current,SYL,,,,tables,10"),
        }
    )


def test_the_newest_edition_with_months_answers(account: Account) -> None:
    asked = (account, ["SYL", "BOR"], "spending")
    found = known_months(*asked, known_on=date(2019, 1, 1))
    assert [(each.entity, each.month, int(each.value)) for each in found] == [
        ("SYL", 1, 1000),
        ("SYL", 2, 2000),
        ("BOR", 1, 3000),
    ]
    assert {each.edition for each in known_months(*asked, known_on=date(2021, 1, 1))} == {"league:2019-06-01"}


def test_where_no_edition_has_months_that_is_said(account: Account) -> None:
    with pytest.raises(AccountError, match="no edition held from before 2018-01-01 has spending by month"):
        known_months(account, ["SYL"], "spending", known_on=date(2018, 1, 1))
