from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np
import pytest

from outlook.poison import LONG, poisoned, with_long_series
from quotepart.accounts.account import Account, open_account
from quotepart.errors import OutlookError
from quotepart.model.pact import Pact
from quotepart.outlook.backtest import (
    Backtest,
    Contender,
    Event,
    Origin,
    backtest,
    contenders,
    course_at,
    members_on,
    origin_at,
    project,
)
from quotepart.outlook.history import Floats
from quotepart.outlook.methods.find import find_method, find_methods

WALK = Contender(method=find_method("random_walk"))
ORIGIN = 2018
LATER = range(ORIGIN + 1, 2040)
FEW = ("DEU", "FRA", "LVA", "USA")


@pytest.fixture(scope="module")
def account(nato_pact: Pact) -> Account:
    return open_account(nato_pact)


@pytest.fixture(scope="module")
def run(account: Account) -> Backtest:
    return backtest(account, [2017, 2022], [WALK.method], draws=500)


def said(pact: Pact, contender: Contender, origin: Origin) -> Floats:
    """What a contender says at an origin about a few members."""
    few = replace(origin, history=origin.history.of(*FEW), outcomes=origin.outcomes[: len(FEW)])
    return project(contender.method, few, 50, 1, course_at(pact, few, contender.towards, Event()))


@pytest.fixture(scope="module")
def clean_and_spoilt(nato_pact: Pact, tmp_path_factory: pytest.TempPathFactory) -> tuple[Origin, Origin]:
    """An origin as it was, and as it is where every figure about a later year is nonsense, in every edition."""
    members, folder = tuple(nato_pact.members), tmp_path_factory.mktemp("accounts")
    clean = with_long_series(nato_pact, folder, members, range(1995, 2025), spoilt=range(0))
    before = origin_at(open_account(clean), ORIGIN, until=2024, long=LONG)
    spoilt = poisoned(
        with_long_series(nato_pact, folder, members, range(1995, 2025), spoilt=LATER), folder / "poisoned", LATER
    )
    return before, origin_at(open_account(spoilt), ORIGIN, until=2024, long=LONG)


def test_a_history_does_not_see_later_years(clean_and_spoilt: tuple[Origin, Origin]) -> None:
    """All that a method is given is the same to the last bit, and what came after is not."""
    clean, spoilt = clean_and_spoilt
    for name in ("share_percent", "real_gdp_growth", "real_spending_growth", "revision_p50", "revision_p90"):
        assert np.array_equal(getattr(clean.history, name), getattr(spoilt.history, name), equal_nan=True), name
    assert (clean.history.members, clean.history.years) == (spoilt.history.members, spoilt.history.years)
    assert clean.history.parts == spoilt.history.parts
    assert not np.array_equal(clean.outcomes, spoilt.outcomes), "else nothing would be judged"


@pytest.mark.parametrize("contender", contenders(find_methods().values()), ids=lambda contender: contender.name)
def test_an_origin_cannot_see_later_years(
    contender: Contender, clean_and_spoilt: tuple[Origin, Origin], nato_pact: Pact
) -> None:
    """Neither can a projection along any course: it is the same to the last bit."""
    clean, spoilt = clean_and_spoilt
    assert np.array_equal(said(nato_pact, contender, clean), said(nato_pact, contender, spoilt))


def test_a_pledge_pulls_only_who_had_made_it(nato_pact: Pact, account: Account) -> None:
    before, after = (origin_at(account, year, until=2024, long=None) for year in (2013, 2014))
    assert not course_at(nato_pact, before, "pledge", Event()).aims, "it was made in September 2014"
    aims = course_at(nato_pact, after, "pledge", Event()).aims
    assert set(aims) == set(after.history.members)
    assert set(map(repr, aims.values())) == {"{2024: 2.0}"}


def test_a_later_promise_is_not_foreseen(nato_pact: Pact, tmp_path: Path) -> None:
    """Pledges made after the origin are not in the pact at all: every course is the same."""
    origin = origin_at(open_account(nato_pact), ORIGIN, until=2024)
    day = f"{ORIGIN}-12-31"
    earlier = replace(nato_pact, pledges=tuple(each for each in nato_pact.pledges if str(each.made_on) <= day))
    assert len(earlier.pledges) < len(nato_pact.pledges)
    for towards in ("plan", "pledge"):
        assert course_at(earlier, origin, towards, Event()) == course_at(nato_pact, origin, towards, Event())


def test_a_method_is_tried_only_on_the_past_it_needs(account: Account) -> None:
    demanding = replace(WALK.method, name="demanding", needs=10)
    found = backtest(account, [2017, 2023], [WALK.method, demanding], draws=50)
    assert [(each.origin, each.method) for each in found.trials if each.method == "demanding"] == [(2023, "demanding")]


def test_it_does_see_the_years_before(account: Account, nato_pact: Pact, tmp_path: Path) -> None:
    seen = origin_at(account, ORIGIN, until=2024)
    spoilt = poisoned(nato_pact, tmp_path / "poisoned", range(ORIGIN, ORIGIN + 1))
    other = origin_at(open_account(spoilt), ORIGIN, until=2024)
    assert not np.array_equal(said(nato_pact, WALK, seen), said(nato_pact, WALK, other))


def test_members_are_those_of_the_day(account: Account) -> None:
    assert not {"FIN", "SWE", "MNE", "MKD", "ISL"} & set(members_on(account, date(2016, 12, 31)))
    assert "FIN" in members_on(account, date(2023, 12, 31))
    assert "SWE" not in members_on(account, date(2023, 12, 31))


def test_the_newest_edition_of_the_same_definition_judges(run: Backtest) -> None:
    assert {origin.judged_by for origin in run.origins} == {"nato:2025-08-28"}, "the edition of 2026 counts otherwise"


def test_arrays_run_over_members_and_years(run: Backtest) -> None:
    first, last = run.trials
    assert first.years == tuple(range(2018, 2025))
    assert last.years == (2023, 2024)
    for trial in run.trials:
        shape = (len(trial.members), len(trial.years))
        arrays = (trial.crps, trial.pit, trial.inside_50, trial.inside_90, trial.odds, trial.came)
        assert {array.shape for array in arrays} == {shape}


def test_a_member_at_the_target_is_one_printed_there(run: Backtest) -> None:
    assert Event(target=2.0).came(np.array([1.994, 1.995, 2.3, np.nan])).tolist()[:3] == [0, 1, 1]
    last = run.trials[-1]
    assert last.came[last.members.index("POL"), -1] == 1
    assert last.came[last.members.index("ESP"), -1] == 0


def test_odds_are_higher_for_who_is_higher(run: Backtest) -> None:
    last = run.trials[-1]
    odds = dict(zip(last.members, last.odds[:, 0], strict=True))
    assert odds["USA"] > 0.9 > 0.1 > odds["LUX"]


def test_parts_of_a_run_can_be_looked_at_alone(run: Backtest) -> None:
    part = run.between(2019, 2023)
    assert [origin.year for origin in part.origins] == [2022]
    assert {trial.origin for trial in part.trials} == {2022}
    assert part.methods == run.methods


def test_the_seed_fixes_all(account: Account, run: Backtest) -> None:
    again = backtest(account, [2017, 2022], [WALK.method], draws=500)
    assert np.array_equal(again.trials[0].crps, run.trials[0].crps)


def test_an_origin_with_nothing_after_it_is_an_error(account: Account) -> None:
    with pytest.raises(OutlookError, match="nothing is known"):
        backtest(account, [2024], [WALK.method])
