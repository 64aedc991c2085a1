from __future__ import annotations

import pytest
from pytest import approx

from outlook.conftest import DAY
from quotepart.outlook.aims import USUAL_CREDIBILITY
from quotepart.outlook.credibility import Promise, credibility_of
from quotepart.outlook.history import History, history_of

PROMISE = Promise(member="SYL", made=2014, target=2.0, deadline=2024)


def kept(part: float) -> History:
    """Both states start at 1 per cent; Syldavia takes this part of the step needed in every year, Borduria none."""
    share, shares = 1.0, {2014: 1.0}
    for year in range(2015, 2025):
        share *= (2.0 / share) ** (part / (2025 - year))
        shares[year] = share
    return history_of({"SYL": shares, "BOR": dict.fromkeys(shares, 1.0)}, known_on=DAY)


def test_without_promises_it_is_the_usual_one() -> None:
    found = credibility_of(kept(1.0), [])
    assert (found.of_members, found.of_all) == ({"SYL": USUAL_CREDIBILITY, "BOR": USUAL_CREDIBILITY}, USUAL_CREDIBILITY)
    assert (found.years, found.members) == (0, 0)


@pytest.mark.parametrize("part", [0.0, 0.3, 0.6, 1.0])
def test_it_is_drawn_from_the_usual_to_what_was_done(part: float) -> None:
    found = credibility_of(kept(part), [PROMISE])
    own = found.of_members["SYL"]
    assert min(part, USUAL_CREDIBILITY) <= own <= max(part, USUAL_CREDIBILITY)
    assert abs(own - part) < abs(found.of_members["BOR"] - part)
    assert (found.years, found.members) == (10, 1)


def test_a_promise_met_says_no_more_and_one_not_made_yet_nothing() -> None:
    assert credibility_of(kept(1.0), [Promise(member="SYL", made=2010, target=0.5, deadline=2020)]).years == 0
    assert credibility_of(kept(1.0), [Promise(member="SYL", made=2024, target=5.0, deadline=2030)]).years == 0


def test_strangers_and_repetitions_are_passed_over() -> None:
    stranger = Promise(member="ZZZ", made=2014, target=2.0, deadline=2024)
    assert credibility_of(kept(0.5), [PROMISE, PROMISE, stranger]) == credibility_of(kept(0.5), [PROMISE])


def test_it_stays_within_bounds() -> None:
    beyond = history_of({"SYL": {year: 0.1 * 1.3 ** (year - 2014) for year in range(2014, 2025)}}, known_on=DAY)
    eager = Promise(member="SYL", made=2014, target=2.0, deadline=2060)
    assert credibility_of(beyond, [eager]).of_members["SYL"] == 1.0
    fallen = history_of({"SYL": {year: 1.0 * 0.7 ** (year - 2014) for year in range(2014, 2025)}}, known_on=DAY)
    assert credibility_of(fallen, [PROMISE]).of_members["SYL"] == approx(0.0)
