from __future__ import annotations

from datetime import date
from typing import get_args

from quotepart.accounts.account import open_account
from quotepart.pacts.find import find_pact
from quotepart.pacts.load import load_pact
from quotepart.pledges.board import ORDER, BoardRow, board_of
from quotepart.pledges.registry import bound_members
from quotepart.pledges.states import State

NATO = open_account(load_pact(find_pact("nato")))
DAY = date(2024, 7, 12)


def row(pledge: str, day: date = DAY) -> BoardRow:
    return next(each for each in board_of(NATO, day) if each.pledge.id == pledge)


def test_the_order_has_every_state() -> None:
    assert set(ORDER) == set(get_args(State)) and len(ORDER) == len(set(ORDER))


def test_twenty_three_members_were_at_two_per_cent_in_june_2024() -> None:
    """The count that the Secretary General gave with the edition of June 2024, of those that Wales bound and later joiners."""
    floor = row("P2023_VILNIUS").by_state
    members = {each.member for each in floor["floor_held"]}
    assert len(members | {"SWE"}) == 23
    assert "SWE" not in {each.member for found in floor.values() for each in found}, "it joined after Vilnius"


def test_every_bound_member_stands_in_one_state() -> None:
    for each in board_of(NATO, DAY):
        members = [state.member for found in each.by_state.values() for state in found]
        assert sorted(members) == sorted(bound_members(NATO.pact, each.pledge))


def test_what_was_replaced_is_not_on_the_board() -> None:
    assert "P2006_2PCT" not in {each.pledge.id for each in board_of(NATO, DAY)}
    assert "P2006_2PCT" in {each.pledge.id for each in board_of(NATO, date(2010, 1, 1))}


def test_a_board_of_some_members_has_only_them() -> None:
    found = board_of(NATO, DAY, members=["POL"])
    assert {state.member for each in found for states in each.by_state.values() for state in states} == {"POL"}
    assert any(each.pledge.id == "N2022_POL_3" for each in found)


def test_a_pledge_without_a_series_is_not_rated() -> None:
    assert not row("P2018_READINESS", date(2019, 1, 1)).is_rated
    assert "P2018_READINESS" not in {each.pledge.id for each in board_of(NATO, DAY)}, "its deadline passed"
    assert row("P2014_WALES_2").is_rated
