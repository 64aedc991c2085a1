from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotepart.model.pact import Pact, Pledge
from quotepart.pacts.find import find_pact
from quotepart.pacts.load import load_pact
from quotepart.pledges.registry import (
    bound_members,
    contested_with,
    made_on,
    pledges_in_force,
    pledges_made_by,
    superseded_by,
)

NATO = load_pact(find_pact("nato"))


def pledge_of(pact: Pact, pledge_id: str) -> Pledge:
    (pledge,) = [each for each in pact.pledges if each.id == pledge_id]
    return pledge


def ids(pledges: tuple[Pledge, ...]) -> list[str]:
    return [pledge.id for pledge in pledges]


def test_a_pledge_binds_the_members_of_the_day_it_was_made(tiny_pact: Pact) -> None:
    assert bound_members(tiny_pact, pledge_of(tiny_pact, "K2013_ONE")) == ("SYL", "BOR", "KHE", "NUR", "PDV")
    assert bound_members(tiny_pact, pledge_of(tiny_pact, "K2019_FLOOR"))[-1] == "SAT"
    assert bound_members(tiny_pact, pledge_of(tiny_pact, "N2021_KHE_1")) == ("KHE",)


def test_a_pledge_of_a_year_counts_from_its_first_day(tiny_pact: Pact) -> None:
    assert made_on(pledge_of(tiny_pact, "K2000_AIM")) == date(2000, 1, 1)
    assert ids(pledges_made_by(tiny_pact, date(2000, 1, 1))) == ["K2000_AIM"]
    assert pledges_made_by(tiny_pact, date(1999, 12, 31)) == ()


def test_a_new_pledge_replaces_the_one_it_names_from_its_day_on(tiny_pact: Pact) -> None:
    assert ids(pledges_in_force(tiny_pact, date(2013, 9, 4))) == ["K2000_AIM"]
    assert ids(pledges_in_force(tiny_pact, date(2013, 9, 5))) == ["K2013_ONE", "K2013_SHIPS"]


def test_what_was_replaced_for_one_member_only_stays_for_the_others(tiny_pact: Pact) -> None:
    aim, day = pledge_of(tiny_pact, "K2000_AIM"), date(2014, 1, 1)
    replacing = superseded_by(tiny_pact, aim, "SYL", day)
    assert replacing is not None
    assert replacing.id == "K2013_ONE"
    assert superseded_by(tiny_pact, aim, "SAT", day) is None
    assert "K2000_AIM" not in ids(pledges_in_force(tiny_pact, day, member="SYL"))


def test_pledges_in_force_for_a_member_are_those_that_bind_it(tiny_pact: Pact) -> None:
    assert ids(pledges_in_force(tiny_pact, date(2022, 1, 1), member="SAT")) == [
        "K2019_FLOOR",
        "K2021_HALF",
        "K2021_HELP",
        "K2021_HARBOURS",
    ]


def test_contested_pledges_name_each_other_or_one_the_other(tiny_pact: Pact) -> None:
    day = date(2022, 1, 1)
    assert ids(contested_with(tiny_pact, pledge_of(tiny_pact, "K2021_HALF"), day)) == ["N2021_KHE_1"]
    assert ids(contested_with(tiny_pact, pledge_of(tiny_pact, "N2021_KHE_1"), day)) == ["K2021_HALF"]
    assert contested_with(tiny_pact, pledge_of(tiny_pact, "K2021_HALF"), date(2021, 6, 11)) == ()


def test_the_floor_of_vilnius_does_not_replace_the_date_of_wales() -> None:
    force = ids(pledges_in_force(NATO, date(2023, 12, 31), member="ITA"))
    assert {"P2014_WALES_2", "P2023_VILNIUS"} <= set(force)
    assert "P2006_2PCT" not in force


@pytest.mark.parametrize("member", ["ESP", "DEU", "USA"])
@given(day=st.dates(date(2000, 1, 1), date(2030, 1, 1)))
def test_what_is_in_force_was_made_and_not_replaced(member: str, day: date) -> None:
    for pledge in pledges_in_force(NATO, day, member=member):
        assert made_on(pledge) <= day
        assert member in bound_members(NATO, pledge)
        assert superseded_by(NATO, pledge, member, day) is None


@given(days=st.tuples(st.dates(date(2000, 1, 1), date(2030, 1, 1)), st.dates(date(2000, 1, 1), date(2030, 1, 1))))
def test_what_was_made_stays_made(days: tuple[date, date]) -> None:
    earlier, later = sorted(days)
    assert set(ids(pledges_made_by(NATO, earlier))) <= set(ids(pledges_made_by(NATO, later)))
