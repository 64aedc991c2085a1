from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotepart.accounts.account import open_account
from quotepart.pacts.find import find_pact
from quotepart.pacts.load import load_pact
from quotepart.pledges.changes import changes_by, changes_of
from quotepart.pledges.states import state_of, states_on

NATO = open_account(load_pact(find_pact("nato")))
PLEDGES = {pledge.id: pledge for pledge in NATO.pact.pledges}
DAYS = st.dates(date(2014, 1, 1), date(2026, 12, 31))


def told(pledge: str, member: str, day: date) -> list[tuple[str, str]]:
    return [(each.day.isoformat(), each.state) for each in changes_of(NATO, PLEDGES[pledge], member, day)]


def test_a_state_changes_on_the_day_of_an_edition() -> None:
    assert told("P2014_WALES_2", "POL", date(2026, 11, 1)) == [
        ("2014-09-05", "not_measurable"),
        ("2016-07-04", "on_the_way"),
        ("2024-06-17", "kept_estimate"),
        ("2026-07-10", "kept"),
    ]


def test_a_pledge_is_replaced_on_the_day_of_the_next() -> None:
    assert told("P2006_2PCT", "POL", date(2026, 11, 1))[-1] == ("2014-09-05", "superseded")


def test_a_deadline_past_without_an_edition_is_a_change_of_its_own() -> None:
    found = changes_of(NATO, PLEDGES["D2018_TRUMP_2NOW"], "POL", date(2019, 3, 1))
    assert (found[-1].day, found[-1].state, found[-1].reason) == (date(2019, 1, 1), "not_measurable", "no_year")


def test_before_a_pledge_there_is_nothing() -> None:
    assert changes_of(NATO, PLEDGES["P2025_HAGUE_35"], "POL", date(2025, 6, 24)) == ()


@given(DAYS, st.sampled_from(["POL", "ESP", "ISL", "USA"]))
def test_the_last_change_is_the_state_of_the_day(day: date, member: str) -> None:
    states, changes = states_on(NATO, day, members=[member]), changes_by(NATO, day, members=[member])
    assert [each.state for each in states] == [known[-1].state for known in changes]
    for known in changes:
        days = [each.day for each in known]
        assert days == sorted(set(days)) and days[-1] <= day
        assert all(a.state != b.state for a, b in pairwise(known))


@pytest.mark.parametrize("day", [date(2020, 5, 1), date(2025, 12, 1)])
def test_what_came_later_never_changes_what_was(day: date) -> None:
    later = [each for each in changes_of(NATO, PLEDGES["P2014_WALES_2"], "DEU", date(2026, 11, 1)) if each.day <= day]
    assert tuple(later) == changes_of(NATO, PLEDGES["P2014_WALES_2"], "DEU", day)
    assert state_of(NATO, PLEDGES["P2014_WALES_2"], "DEU", day).state == later[-1].state
