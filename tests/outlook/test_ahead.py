from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import numpy as np
import pytest
from pytest import approx

from quotepart.accounts.account import Account, open_account
from quotepart.errors import OutlookError, UsageError
from quotepart.model.pact import Pact
from quotepart.outlook.ahead import SCENARIOS, Wish, look_ahead
from quotepart.outlook.prospects import Outlook

DAY = date(2024, 12, 31)
WISH = Wish(target=Decimal(2), by=2030, draws=500, seed=1)


@pytest.fixture(scope="module")
def league(tiny_pact: Pact) -> Account:
    return open_account(tiny_pact)


@pytest.fixture(scope="module")
def outlook(league: Account) -> Outlook:
    return look_ahead(league, [], DAY, WISH)


def test_all_members_with_a_series_are_asked_where_none_is_named(outlook: Outlook) -> None:
    assert outlook.asked == ("SYL", "BOR", "KHE", "PDV", "SAT")
    assert outlook.years == tuple(range(2025, 2031))
    assert tuple(outlook.odds) == SCENARIOS
    assert outlook.scenario == "pledge"
    assert outlook.editions[0] == "league:2024-05-08"


def test_where_a_member_stands_and_what_it_takes(outlook: Outlook) -> None:
    khemed = outlook.prospects["KHE"]
    assert khemed.standing.share.value == Decimal("0.79")
    assert khemed.standing.gap == approx(Decimal("0.02") * 70594_000_000 - 558_000_000)
    assert khemed.delay is not None
    needed = (1 + khemed.gdp_growth / 100) * (2 / 0.79) ** (1 / 6) - 1
    assert khemed.delay.growth_now == approx(needed * 100)
    assert {path.shape for path in khemed.paths} >= {"straight", "s_curve", "plan_then_linear", "trend"}
    assert khemed.plan == {2030: 1.0}
    assert khemed.cost is not None
    assert khemed.cost.total.low < khemed.cost.total.median < khemed.cost.total.high


def test_pledges_pull_upwards(outlook: Outlook) -> None:
    pledge, trend = outlook.odds["pledge"], outlook.odds["trend"]
    assert (pledge.fans[:, -1, 2] > trend.fans[:, -1, 2]).all()


def test_who_is_asked_for_and_in_which_order_changes_no_odds(league: Account, outlook: Outlook) -> None:
    some = look_ahead(league, ["SAT", "SYL"], DAY, WISH)
    assert some.asked == ("SAT", "SYL")
    assert np.array_equal(some.main.at, outlook.main.at)


def test_a_group_is_its_members_and_has_odds_of_its_own(league: Account) -> None:
    found = look_ahead(league, ["WITHOUT_BORDURIA"], DAY, WISH)
    assert found.asked == ("SYL", "KHE", "PDV", "SAT")
    assert "WITHOUT_BORDURIA" in found.groups


def test_a_target_that_is_met_takes_nothing(league: Account) -> None:
    met = look_ahead(league, ["PDV"], DAY, replace(WISH, target=Decimal("1.52"))).prospects["PDV"]
    assert met.is_met
    assert (met.cost, met.delay, met.standing.gap) == (None, None, 0)
    assert {path.shape for path in met.paths} == {"trend"}


@pytest.mark.parametrize("method", ["random_walk", "linear_trend"])
def test_any_method_will_do_for_the_trend(league: Account, method: str) -> None:
    found = look_ahead(league, [], DAY, replace(WISH, method=method))
    assert (found.method, found.scenario, tuple(found.odds)) == (method, "trend", ("trend",))
    again = look_ahead(league, ["SAT", "PDV"], DAY, replace(WISH, method=method, threads=3))
    assert np.array_equal(found.main.at, again.main.at)
    assert found.main.fans[found.main.entities.index("LEAGUE"), 0, 2] == approx(1.1, abs=0.2)


def test_growth_and_credibility_can_be_given(league: Account, outlook: Outlook) -> None:
    given = look_ahead(league, [], DAY, replace(WISH, gdp_growth=3.0, credibility=1.0))
    assert {each.gdp_growth for each in given.prospects.values()} == {3.0}
    assert {each.credibility for each in given.prospects.values()} == {1.0}
    assert (given.main.at[:5, -1] > outlook.main.at[:5, -1]).all()


@pytest.mark.parametrize(
    ("members", "changed", "what"),
    [
        (["NUR"], {}, "NUR has no such series"),
        ([], {"by": 2024}, "deadline 2024 is past"),
        ([], {"by": 1000}, "past"),
        ([], {"by": 3000}, "beyond"),
        ([], {"target": Decimal(0)}, "target"),
        ([], {"target": Decimal(200)}, "target"),
        ([], {"draws": 0}, "0 draws"),
        ([], {"seed": -3}, "seed"),
        ([], {"gdp_growth": 80.0}, "GDP does not grow"),
        ([], {"gdp_growth": float("nan")}, "GDP does not grow"),
        ([], {"credibility": 1.5}, "credibility"),
        ([], {"method": "random_walk", "scenario": "pledge"}, "can't follow"),
    ],
)
def test_what_makes_no_sense_is_a_clear_error(
    league: Account, members: list[str], changed: dict[str, object], what: str
) -> None:
    with pytest.raises(OutlookError, match=what) as caught:
        look_ahead(league, members, DAY, replace(WISH, **changed))  # type: ignore[arg-type]
    assert caught.value.hint


def test_an_unknown_method_is_an_error(league: Account) -> None:
    with pytest.raises(UsageError, match="no method"):
        look_ahead(league, [], DAY, replace(WISH, method="oracle"))


def test_nothing_starts_from_what_had_not_been_published(nato_pact: Pact) -> None:
    account = open_account(nato_pact)
    then = look_ahead(account, ["FRA"], date(2019, 7, 1), replace(WISH, by=2024))
    assert (then.last_year, then.editions[0]) == (2019, "nato:2019-06-25")
    with pytest.raises(OutlookError, match="too little had been published"):
        look_ahead(account, ["FRA"], date(1990, 1, 1), WISH)
