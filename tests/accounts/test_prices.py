from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

import pytest

from quotepart.accounts.account import Account
from quotepart.accounts.prices import has_all, sum_of
from quotepart.model.observation import Edition

Make = Callable[..., Any]
Open = Callable[[Mapping[Edition, str]], Account]
OLD, NEW, NEWER = "league:2018-06-01", "league:2020-06-01", "league:2022-06-01"


@pytest.fixture
def account(league: Open, make_table: Make, make_edition: Make) -> Account:
    def members(scale: int) -> str:
        rows = [f"spending,constant,{each},,,,tables,{10 * scale},{20 * scale}" for each in ("SYL", "BOR", "SAT")]
        return str(make_table("2016,2017", *rows))

    printed = make_table("2016,2017", "spending,constant,LEAGUE,,,,tables,60,120")
    return league(
        {
            make_edition(OLD, price_base=2010): members(1),
            make_edition(NEW, price_base=2015): members(2),
            make_edition(NEWER, price_base=2015): printed,
        }
    )


def test_a_value_is_rebased_by_the_ratio_of_the_totals(account: Account) -> None:
    rebased = account.rebase(Decimal(7), edition=OLD, to_base=2015, group="OLD", years=[2016, 2017])
    assert rebased is not None
    assert (rebased.factor, rebased.value, rebased.to_edition) == (Decimal(2), Decimal(14), NEW)
    assert (rebased.from_base, rebased.to_base, len(rebased.inputs)) == (2010, 2015, 4)


def test_an_edition_that_prints_the_groups_own_total_is_the_better_bridge(account: Account) -> None:
    rebased = account.rebase(Decimal(7), edition=OLD, to_base=2015, group="LEAGUE", years=[2016, 2017])
    assert rebased is not None
    assert (rebased.to_edition, rebased.factor) == (NEWER, Decimal(3))


def test_the_bridge_can_be_named(account: Account) -> None:
    rebased = account.rebase(Decimal(7), edition=OLD, to_base=2015, group="LEAGUE", years=[2016], via=NEW)
    assert rebased is not None
    assert rebased.to_edition == NEW


def test_there_and_back_is_where_one_started(account: Account) -> None:
    there = account.rebase(Decimal(7), edition=OLD, to_base=2015, group="OLD", years=[2016])
    assert there is not None
    back = account.rebase(there.value, edition=NEW, to_base=2010, group="OLD", years=[2016])
    assert back is not None
    assert back.value == 7


def test_the_same_base_changes_nothing(account: Account) -> None:
    rebased = account.rebase(Decimal(7), edition=OLD, to_base=2010, group="OLD", years=[1999])
    assert rebased is not None
    assert (rebased.value, rebased.factor) == (Decimal(7), Decimal(1))


@pytest.mark.parametrize(("base", "years"), [(1990, [2016]), (2015, [2016, 2018]), (2015, [])])
def test_a_base_out_of_reach_is_an_answer(base: int, years: list[int], account: Account) -> None:
    assert account.rebase(Decimal(7), edition=OLD, to_base=base, group="OLD", years=years) is None


def test_totals_add_up_only_when_none_is_missing(account: Account) -> None:
    totals = [account.total("OLD", "spending", year, edition=OLD, basis="constant") for year in (2016, 2017, 2018)]
    assert not has_all(totals)
    assert has_all(totals[:2])
    assert not has_all([])
    assert sum_of(totals[:2]) == 60000
