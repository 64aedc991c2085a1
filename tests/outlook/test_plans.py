from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from quotepart.model.pact import Pact, Pledge
from quotepart.outlook.course import TREND
from quotepart.outlook.credibility import Promise
from quotepart.outlook.history import History, history_of
from quotepart.outlook.plans import course_of, past_credibility, plans_of, promises_of

DAY = date(2024, 6, 30)


@pytest.fixture
def past() -> History:
    shares = {
        "SYL": {year: 0.6 + 0.05 * (year - 2013) for year in range(2013, 2025)},
        "KHE": dict.fromkeys(range(2013, 2025), 0.8),
        "BOR": dict.fromkeys(range(2013, 2025), 1.2),
    }
    return history_of(shares, known_on=DAY)


def with_plan(pact: Pact, **changed: object) -> Pact:
    """The pact with one more national plan of Syldavia: 1.4 by 2028, but for what is changed."""
    plan = next(pledge for pledge in pact.pledges if pledge.id == "N2021_KHE_1")
    made = {
        "id": "N2023_SYL", "made_by": "SYL.hog", "made_on": "2023-01-05", "bound": ("SYL",), "threshold": Decimal("1.4"),
        "deadline": 2028, "contested_with": (), **changed,
    }  # fmt: skip
    added: Pledge = replace(plan, **made)  # type: ignore[arg-type]
    return replace(pact, pledges=(*pact.pledges, added))


def test_the_trend_needs_no_registry(tiny_pact: Pact, past: History) -> None:
    assert course_of(tiny_pact, past, "trend", target=2.0, deadline=2035) is TREND


def test_the_pledge_is_the_target_for_all(tiny_pact: Pact, past: History) -> None:
    course = course_of(tiny_pact, past, "pledge", target=2.0, deadline=2035)
    assert course.aims == {member: {2035: 2.0} for member in past.members}
    assert course.credibility == past_credibility(tiny_pact, past).of_members
    given = course_of(tiny_pact, past, "pledge", target=2.0, deadline=2035, credibility=0.8)
    assert given.credibility == 0.8


def test_a_plan_is_what_a_member_itself_declared(tiny_pact: Pact, past: History) -> None:
    assert plans_of(tiny_pact, past) == {"KHE": {2030: 1.0}}
    assert course_of(tiny_pact, past, "plan", target=2.0, deadline=2035).aims == {"KHE": {2030: 1.0}}
    assert plans_of(with_plan(tiny_pact), past)["SYL"] == {2028: 1.4}


def test_plans_made_later_or_over_or_demanded_are_none(tiny_pact: Pact, past: History) -> None:
    for changed in (
        {"made_on": "2024-07-01"},
        {"deadline": 2024},
        {"made_by": "BOR.hos", "strength": "demand"},
        {"made_by": "BOR.hos"},
        {"measure": "ship_share"},
        {"threshold": None},
    ):
        assert "SYL" not in plans_of(with_plan(tiny_pact, **changed), past), changed


def test_a_plan_that_stays_in_force_is_an_aim_from_then_on(tiny_pact: Pact, past: History) -> None:
    floor = with_plan(tiny_pact, deadline=None, from_year=2022, is_floor=True)
    assert plans_of(floor, past)["SYL"] == {2025: 1.4}
    assert plans_of(with_plan(tiny_pact, deadline=2030, is_floor=True), past)["SYL"] == {2030: 1.4}


def test_a_plan_after_the_horizon_is_an_aim_all_the_same(tiny_pact: Pact, past: History) -> None:
    assert plans_of(with_plan(tiny_pact, deadline=2040), past)["SYL"] == {2040: 1.4}


def test_promises_are_those_made_by_then_once_each(tiny_pact: Pact) -> None:
    promises = promises_of(tiny_pact, ("SYL", "KHE"), DAY)
    assert Promise(member="SYL", made=2013, target=1.0, deadline=2020) in promises
    assert Promise(member="KHE", made=2021, target=1.0, deadline=2030) in promises
    assert {each.member for each in promises} == {"SYL", "KHE"}
    assert max(each.made for each in promises) == 2024
    assert len(set(promises)) == len(promises)
    assert promises_of(tiny_pact, ("SYL",), date(2013, 1, 1)) == ()


def test_who_goes_by_other_terms_promised_nothing(tiny_pact: Pact) -> None:
    assert promises_of(tiny_pact, ("NUR",), DAY) == ()


def test_who_did_more_is_more_credible(tiny_pact: Pact, past: History) -> None:
    found = past_credibility(tiny_pact, past)
    assert found.of_members["SYL"] > found.of_members["KHE"]
    assert (found.years, found.members) == (23, 3)
