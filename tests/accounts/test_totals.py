from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

import pytest

from quotepart.accounts.account import Account
from quotepart.accounts.totals import members_of, weakest
from quotepart.model.observation import Edition

Make = Callable[..., Any]
Open = Callable[[Mapping[Edition, str]], Account]
DAY = "league:2020-06-01"


@pytest.fixture
def account(league: Open, make_table: Make, make_edition: Make) -> Account:
    rows = (
        "spending,current,SYL,,,,tables,10,20,30",
        "spending,current,BOR,,,,tables,30,30,",
        "spending,current,SAT,,,,tables,5,6,7",
        "spending,current,LEAGUE,,,,tables,,57,",
        "spending,constant,SYL,,,,tables,10,20,",
        "spending,constant,BOR,,,,tables,30,30,",
        "output,constant,SYL,,,,tables,1000,1000,",
        "output,constant,BOR,,,,tables,1000,1500,",
        "output,constant,NUR,,,,tables,500,,",
        "gear,current,SYL,,,,tables,20,,",
        "gear,current,BOR,,,,tables,40,,",
    )
    return league({make_edition(DAY): make_table("2017,2018,2019e", *rows)})


def test_a_group_is_the_sum_of_its_members_of_the_year(account: Account) -> None:
    total = account.total("LEAGUE", "spending", 2017, edition=DAY)
    assert (total.value, total.summed, total.printed) == (Decimal(40000), Decimal(40000), None)
    assert [each.entity for each in total.inputs] == ["SYL", "BOR"]
    assert total.step == 2000


def test_the_printed_aggregate_stands_beside_our_sum(account: Account) -> None:
    total = account.total("LEAGUE", "spending", 2018, edition=DAY)
    assert (total.value, total.summed) == (Decimal(57000), Decimal(56000))
    assert [each.entity for each in total.inputs] == ["LEAGUE"]
    assert total.step == 1000


@pytest.mark.parametrize(
    ("membership", "base_year", "value"), [("base", 2017, 50000), ("base", 2018, 56000), ("current", None, 56000)]
)
def test_another_membership_rule_is_our_own_sum(
    membership: Any, base_year: int | None, value: int, account: Account
) -> None:
    total = account.total("LEAGUE", "spending", 2018, edition=DAY, membership=membership, base_year=base_year)
    assert total.value == value


def test_newcomers_do_not_count_before_they_join(account: Account) -> None:
    in_both = account.total("LEAGUE", "spending", 2017, edition=DAY, membership="base", base_year=2018)
    assert in_both.value == 45000
    assert account.members("LEAGUE", 2017) == ("SYL", "BOR", "NUR")
    assert account.members("LEAGUE", 2018) == ("SYL", "BOR", "SAT", "NUR")


def test_a_missing_member_leaves_no_value(account: Account) -> None:
    total = account.total("LEAGUE", "spending", 2019, edition=DAY)
    assert (total.value, total.summed, total.missing) == (None, Decimal(37000), ("BOR",))
    assert total.status == "estimate"


def test_a_ratio_is_that_of_the_sums(account: Account) -> None:
    total = account.total("OLD", "effort", 2017, edition=DAY, basis="constant")
    assert total.value == Decimal(40) / Decimal(2500) * 100
    assert (total.basis, total.step, total.unit) == ("constant", Decimal("0.01"), "percent")


def test_a_ratio_lacks_what_its_denominator_lacks(account: Account) -> None:
    total = account.total("OLD", "effort", 2018, edition=DAY)
    assert (total.value, total.missing) == (None, ("NUR",))


def test_a_weighted_mean_leans_to_the_large(account: Account) -> None:
    assert account.total("OLD", "gear", 2017, edition=DAY).value == Decimal(35)


def test_where_no_denominator_is_printed_the_ratios_imply_it(
    league: Open, make_table: Make, make_edition: Make
) -> None:
    rows = (
        "spending,constant,SYL,,,,tables,10",
        "spending,constant,BOR,,,,tables,30",
        "effort,constant,SYL,,,,tables,1",
        "effort,constant,BOR,,,,tables,2",
    )
    account = league({make_edition(DAY): make_table("2017", *rows)})
    total = account.total("OLD", "effort", 2017, edition=DAY)
    assert total.value == Decimal(40) / (Decimal(10) / 1 + Decimal(30) / 2)
    assert len(total.inputs) == 4


def test_a_member_stands_for_itself(account: Account) -> None:
    total = account.total("SAT", "spending", 2017, edition=DAY)
    assert (total.value, total.printed, len(total.inputs)) == (Decimal(5000), None, 1)


def test_what_does_not_add_up_has_no_group_value(account: Account) -> None:
    assert account.total("LEAGUE", "change", 2017, edition=DAY).value is None


def test_members_are_those_of_the_last_day_of_the_year(account: Account) -> None:
    day = account.edition(DAY).published
    assert "SAT" in members_of(account.pact, "LEAGUE", 2018, "as_published", today=day)
    assert "SAT" not in members_of(account.pact, "LEAGUE", 2019, "base", today=day, base_year=2017)


def test_the_weakest_status_wins() -> None:
    assert weakest(["final", "projection", "estimate"]) == "projection"
    assert weakest([]) == "final"
