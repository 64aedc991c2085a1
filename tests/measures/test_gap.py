from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest

from quotepart.accounts.account import Account
from quotepart.measures.gap import at_target, gap_to_target, standing
from quotepart.measures.question import Question

JUNE_2024, AUGUST_2025 = "nato:2024-06-17", "nato:2025-08-28"
TWO = Decimal(2)


@pytest.mark.parametrize(
    ("edition", "year", "count"), [(JUNE_2024, 2024, 23), (AUGUST_2025, 2024, 18), (JUNE_2024, 2014, 3)]
)
def test_how_many_spend_two_per_cent(edition: str, year: int, count: int, account: Account) -> None:
    assert standing(account, "NATO", TWO, year, edition=edition).value == count


def test_a_threshold_is_met_at_printed_precision(account: Account) -> None:
    found = standing(account, "NATO", TWO, 2024, edition=AUGUST_2025)
    assert {each.entity: round(each.value, 2) for each in found.at} == {"DEU": TWO, "NLD": TWO}
    assert all(each.value > TWO for each in found.at)
    assert found.above[0].entity == "POL"
    assert found.formula == "count(defence_share_gdp[NATO, 2024] >= 2)"


def test_iceland_is_not_among_the_missing(account: Account) -> None:
    found = standing(account, "NATO", TWO, 2024, edition=JUNE_2024)
    assert found.missing == ()
    assert len(found.above + found.at + found.below) == 31


def test_a_count_with_a_member_missing_is_no_count(account: Account) -> None:
    found = standing(account, "NATO", TWO, 2017, edition="nato:2018-03-15")
    assert found.value is None
    assert len(found.missing) == 27
    assert [each.entity for each in found.above] == ["USA"]


def test_any_indicator_has_its_target(account: Account) -> None:
    found = standing(account, "BALTIC_STATES", Decimal(20), 2014, indicator="equipment_share", edition=JUNE_2024)
    shares = {each.entity: each.value for each in found.inputs}
    assert found.value == sum(value >= 20 for value in shares.values())


def test_the_gap_is_what_those_below_lack(account: Account) -> None:
    found = gap_to_target(account, "BALTIC_STATES", TWO, 2014, edition=JUNE_2024)
    by_hand = Decimal(0)
    for member in ("EST", "LVA", "LTU"):
        spent, size = (
            account.observe(member, each, 2014, edition=JUNE_2024, basis="constant")
            for each in ("defence_expenditure", "gdp")
        )
        assert spent is not None
        assert size is not None
        by_hand += max(Decimal(0), size.value / 50 - spent.value)
    assert found.value == by_hand > 0
    assert dict(found.per_member)["EST"] > 0


def test_netting_lets_the_generous_make_up_for_the_others(account: Account) -> None:
    gross, net = (
        gap_to_target(account, "NATO", TWO, 2024, edition=JUNE_2024, is_net=is_net).value for is_net in (False, True)
    )
    assert gross is not None
    assert net is not None
    assert net < 0 < gross


def test_the_gap_where_shares_imply_gdp(account: Account) -> None:
    printed, implied = (
        gap_to_target(account, "DEU", TWO, 2018, edition=edition, basis="current").value
        for edition in (JUNE_2024, "nato:2026-07-10")
    )
    assert printed is not None
    assert implied is not None
    assert abs(printed / implied - 1) < Decimal("0.05")


def test_a_missing_member_leaves_no_gap(account: Account) -> None:
    found = gap_to_target(account, "BENELUX", TWO, 2025, edition=AUGUST_2025)
    assert (found.value, found.missing) == (None, ("BEL", "LUX", "NLD"))


def test_a_share_in_current_prices_has_no_price_base(asked: Callable[..., Question]) -> None:
    found = at_target(asked(indicator="equipment_share", target=Decimal(20), basis="constant"))
    assert (found.basis, found.price_base) == ("current", None)
