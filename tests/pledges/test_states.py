from __future__ import annotations

from collections import Counter
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotepart.accounts.account import Account, open_account
from quotepart.model.pact import Pact
from quotepart.pacts.find import find_pact
from quotepart.pacts.load import load_pact
from quotepart.pledges.states import PledgeState, State, is_over, state_of, states_on

EARLY, LATE = date(2023, 6, 1), date(2024, 6, 30)
NATO = open_account(load_pact(find_pact("nato")))


@pytest.fixture(scope="module")
def account(tiny_pact: Pact) -> Account:
    return open_account(tiny_pact)


def state(account: Account, pledge_id: str, member: str, day: date) -> PledgeState:
    (pledge,) = [each for each in account.pact.pledges if each.id == pledge_id]
    return state_of(account, pledge, member, day)


# Every state of the invented league, with the year whose value shows it.
SHOWN: list[tuple[str, str, date, State, int | None]] = [
    ("K2013_ONE", "BOR", EARLY, "kept", 2020),
    ("K2013_SHIPS", "SYL", LATE, "kept_estimate", 2024),
    ("K2013_ONE", "SYL", EARLY, "missed", 2020),
    ("K2013_SHIPS", "KHE", LATE, "missed_estimate", 2024),
    ("K2013_SHIPS", "PDV", EARLY, "on_the_way", 2023),
    ("K2013_SHIPS", "KHE", EARLY, "off_track", 2023),
    ("K2019_FLOOR", "SYL", LATE, "floor_held", 2024),
    ("K2019_FLOOR", "KHE", LATE, "floor_broken", 2024),
    ("K2000_AIM", "SYL", LATE, "superseded", None),
    ("K2021_HELP", "SYL", LATE, "not_measurable", None),
    ("K2024_TWO", "SYL", LATE, "too_early", 2024),
]


@pytest.mark.parametrize(("pledge_id", "member", "day", "expected", "year"), SHOWN)
def test_every_state_is_shown_by_a_year(
    account: Account, pledge_id: str, member: str, day: date, expected: State, year: int | None
) -> None:
    found = state(account, pledge_id, member, day)
    assert found.state == expected
    assert (found.latest.year if found.latest else None) == year
    assert found.edition == (found.latest.edition if found.latest else None)


def test_the_table_of_examples_has_every_state() -> None:
    assert {expected for *_, expected, _ in SHOWN} == set(State.__args__)  # type: ignore[attr-defined]  # a Literal


@pytest.mark.parametrize(
    ("pledge_id", "member", "reason", "because"),
    [
        ("K2000_AIM", "SYL", "replaced", "K2013_ONE"),
        ("K2021_HELP", "SYL", "no_threshold", ""),
        ("K2021_HARBOURS", "SYL", "no_indicator", "harbour_share_income"),
        ("K2013_ONE", "NUR", "own_terms", "no_ships"),
        ("D2022_MORE", "NUR", "no_series", "fleet_share_income"),
        ("K2024_TWO", "SYL", "no_year", "2025"),
        ("D2022_MORE", "PDV", "no_deadline", ""),
        ("K2013_ONE", "BOR", "", ""),
    ],
)
def test_a_state_says_what_it_rests_on(
    account: Account, pledge_id: str, member: str, reason: str, because: str
) -> None:
    found = state(account, pledge_id, member, LATE)
    assert (found.reason, found.because) == (reason, because)


def test_a_floor_names_the_years_in_which_it_was_broken(account: Account) -> None:
    found = state(account, "K2019_FLOOR", "KHE", LATE)
    assert found.below_in == (2022, 2023, 2024)
    assert [each.year for each in found.inputs] == [2019, 2020, 2021, 2022, 2023, 2024]
    assert state(account, "K2019_FLOOR", "SYL", LATE).below_in == ()


def test_a_path_shows_line_and_trend_with_their_years(account: Account) -> None:
    found = state(account, "K2021_HALF", "SYL", EARLY)
    assert found.path is not None
    assert (found.path.base.year, found.path.last.year, found.path.deadline) == (2021, 2023, 2030)
    assert found.path.line == Decimal("0.92") + Decimal("0.58") * 2 / 9
    assert found.path.step == (Decimal("1.03") - Decimal("0.86")) / 3
    assert [each.year for each in found.inputs] == [2020, 2021, 2023]


def test_a_members_own_number_is_rated_beside_the_general_one(account: Account) -> None:
    found = state(account, "K2021_HALF", "KHE", LATE)
    assert found.threshold == Decimal("1.5")
    (own,) = found.beside
    assert (own.threshold, own.state, own.member) == (Decimal(1), "off_track", "KHE")


def test_without_a_deadline_only_the_trend_can_be_said(account: Account) -> None:
    assert state(account, "D2022_MORE", "PDV", LATE).state == "on_the_way"
    assert state(account, "D2022_MORE", "KHE", LATE).state == "off_track"
    assert state(account, "D2022_MORE", "SYL", date(2023, 1, 1)).reason == "no_series"


def test_a_deadline_without_a_figure_is_not_in_progress() -> None:
    old = [each for each in states_on(NATO, date(2026, 8, 1), members=["DEU"]) if each.pledge.id == "P1978_LTDP"]
    assert [(each.state, each.reason, each.because) for each in old] == [("not_measurable", "no_year", "1985")]
    assert old[0].latest is None


def test_states_come_by_pledge_and_member_and_can_be_kept_to_some(account: Account) -> None:
    every = states_on(account, LATE)
    some = states_on(account, LATE, members=["SYL", "KHE"])
    assert {each.member for each in some} == {"SYL", "KHE"}
    assert [each for each in every if each.member in ("SYL", "KHE")] == list(some)
    assert states_on(account, date(1999, 1, 1)) == ()


def count(pledge_id: str, day: date) -> Counter[str]:
    return Counter(each.state for each in states_on(NATO, day) if each.pledge.id == pledge_id)


def test_wales_is_rated_by_the_year_of_its_deadline() -> None:
    by_estimate = count("P2014_WALES_2", date(2024, 7, 1))
    assert by_estimate == {"kept_estimate": 19, "missed_estimate": 8, "not_measurable": 1}
    assert set(count("P2014_WALES_2", date(2026, 8, 1))) == {"kept", "missed", "not_measurable"}
    assert set(count("P2014_WALES_2", date(2019, 7, 1))) == {"on_the_way", "off_track", "not_measurable"}


def test_the_hague_is_rated_once_a_year_has_passed_and_its_two_parts_are_never_summed() -> None:
    assert count("P2025_HAGUE_35", date(2025, 7, 1))["too_early"] == 30
    rated = count("P2025_HAGUE_35", date(2026, 8, 1))
    assert set(rated) == {"on_the_way", "off_track", "not_measurable"}
    assert set(count("P2025_HAGUE_15", date(2026, 8, 1))) == {"not_measurable"}
    assert set(count("P2025_HAGUE_5", date(2026, 8, 1))) == {"not_measurable"}


def test_spain_is_rated_against_both_numbers() -> None:
    (found,) = [
        each for each in states_on(NATO, date(2026, 8, 1), members=["ESP"]) if each.pledge.id == "P2025_HAGUE_35"
    ]
    assert found.threshold == Decimal("3.5")
    assert [each.threshold for each in found.beside] == [Decimal("2.1")]


def test_iceland_has_no_forces_to_rate() -> None:
    states = {each.pledge.id: each for each in states_on(NATO, date(2026, 8, 1), members=["ISL"])}
    assert (states["P2014_WALES_2"].reason, states["P2014_WALES_2"].because) == ("own_terms", "no_forces")
    assert not {each.state for each in states.values()} & {"kept", "missed", "floor_broken", "off_track"}


@given(day=st.dates(date(2014, 1, 1), date(2026, 12, 31)))
def test_a_state_rests_only_on_what_was_published_by_then(day: date) -> None:
    for each in states_on(NATO, day, members=["ITA", "EST"]):
        editions = {observation.edition for observation in each.inputs}
        assert all(NATO.pact.editions[edition].published <= day for edition in editions)


@given(days=st.tuples(st.dates(date(2014, 9, 5), date(2026, 12, 31)), st.dates(date(2014, 9, 5), date(2026, 12, 31))))
def test_after_the_deadline_nothing_is_on_the_way(days: tuple[date, date]) -> None:
    for each in states_on(NATO, max(days), members=["DEU"]):
        if each.pledge.deadline is not None and max(days).year > each.pledge.deadline:
            assert each.state not in ("on_the_way", "off_track", "too_early")


def test_a_pledge_is_over_once_replaced_or_past_unrated() -> None:
    found = {
        each.pledge.id: each
        for each in states_on(NATO, date(2026, 11, 1), members=["ISL", "FRA"])
        if each.member == "FRA"
    }
    assert is_over(found["P2006_2PCT"]) and is_over(found["P1952_LISBON"]) and is_over(found["P2018_READINESS"])
    assert not is_over(found["P2014_WALES_2"]) and not is_over(found["P2025_ART5"])
