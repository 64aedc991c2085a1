from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from quotepart.accounts.account import Account
from quotepart.accounts.explanation import Explanation, akin_to, explain
from quotepart.errors import AccountError

TODAY = date(2026, 12, 31)


@pytest.fixture(scope="module")
def france(nato: Account) -> Explanation:
    return explain(nato, "France", "defence_expenditure", 2019, known_on=TODAY)


def test_editions_stand_side_by_side(france: Explanation) -> None:
    assert (france.entity, france.indicator) == ("FRA", "defence_expenditure")
    current = [(each.edition, each.status) for each in france.figures if each.basis == "current"]
    assert current == [("nato:2019-06-25", "estimate"), ("nato:2024-06-17", "final"), ("nato:2026-07-10", "final")]
    assert france.figures[0].source.startswith("NATO, Defence Expenditure of NATO Countries (2012-2019)")


def test_neighbours_are_compared_and_their_parts_add_up(france: Explanation) -> None:
    compared = {(each.first.edition, each.second.edition, each.second.basis): each for each in france.comparisons}
    rebased = compared["nato:2024-06-17", "nato:2025-08-28", "constant"]
    assert [part.cause for part in rebased.parts] == ["price_base", "revision"]
    assert round(rebased.parts[0].factor or 0, 3) == Decimal("1.150")
    assert [part.cause for part in compared["nato:2024-06-17", "nato:2026-07-10", "current"].parts] == ["rounding"]
    for each in france.comparisons:
        assert abs(sum(part.amount for part in each.parts) - each.gap) < Decimal("0.001")


def test_both_price_bases_of_one_edition_are_compared(france: Explanation) -> None:
    assert [
        (each.first.basis, each.second.basis, each.parts[0].cause)
        for each in france.comparisons
        if each.first.edition == each.second.edition
    ] == [("current", "constant", "price_base")]


def test_a_group_tells_which_members_moved_and_who_is_counted(nato: Account) -> None:
    found = explain(nato, "EUROPE_CANADA", "defence_expenditure", 2019, known_on=TODAY)
    moved = next(each for each in found.comparisons if each.second.edition == "nato:2024-06-17")
    assert [member for member, _ in moved.parts[-1].members][:3] == ["DEU", "FRA", "BGR"]
    membership = next(each for each in found.comparisons if each.second.membership == "current")
    assert [part.cause for part in membership.parts] == ["membership"]
    assert {member for member, _ in membership.parts[0].members} == {"FIN", "MKD", "SWE"}
    counted = sum(amount for _, amount in membership.parts[0].members)
    assert abs(counted - membership.gap) < Decimal(5_000_000), "the aggregate is printed in millions"


def test_what_the_ledger_says_comes_with_it(nato: Account) -> None:
    found = explain(nato, "FRA", "defence_share_gdp", 2020, known_on=TODAY)
    assert [note.id for note in found.notes] == ["exact_two", "core_defence", "share_of_real_gdp"]
    assert "exact_two" not in [
        note.id for note in explain(nato, "FRA", "defence_share_gdp", 2019, known_on=TODAY).notes
    ]


def test_later_editions_do_not_count(nato: Account) -> None:
    found = explain(nato, "FRA", "defence_expenditure", 2019, known_on=date(2024, 12, 31))
    assert {each.edition for each in found.figures} == {"nato:2019-06-25", "nato:2024-06-17"}


def test_producers_are_compared_by_the_same_series(nato: Account) -> None:
    found = explain(nato, "FRA", "gdp", 2020, known_on=TODAY)
    pairs = {(each.first.producer, each.second.producer) for each in found.comparisons}
    assert {("nato", "worldbank"), ("nato", "imf")} <= pairs


def test_where_no_edition_has_it_that_is_said(nato: Account) -> None:
    with pytest.raises(AccountError, match=r"no edition held has defence_expenditure of FRA in 1951"):
        explain(nato, "FRA", "defence_expenditure", 1951, known_on=TODAY)


def test_akin_series_stand_together(nato: Account) -> None:
    assert [each.id for each in akin_to(nato, "defence_expenditure")] == ["defence_expenditure", "military_expenditure"]
    assert [each.id for each in akin_to(nato, "military_expenditure")] == [
        "military_expenditure",
        "defence_expenditure",
    ]
    assert [each.id for each in akin_to(nato, "personnel")] == ["personnel"]
