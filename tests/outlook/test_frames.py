from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from pytest import approx

from quotepart.accounts.account import open_account
from quotepart.model.pact import Pact
from quotepart.outlook.ahead import Wish, look_ahead
from quotepart.outlook.frames import COLUMNS, outlook_frame
from quotepart.outlook.prospects import Outlook


@pytest.fixture(scope="module")
def outlook(tiny_pact: Pact) -> Outlook:
    wish = Wish(target=Decimal("1.5"), by=2028, draws=400, seed=1)
    return look_ahead(open_account(tiny_pact), ["SYL", "PDV"], date(2024, 12, 31), wish)


def test_every_value_has_its_unit(outlook: Outlook) -> None:
    frame = outlook_frame(outlook)
    assert tuple(frame.columns) == COLUMNS
    assert frame["unit"].null_count() == 0
    assert set(frame["unit"]) == {"percent_of_gni", "CHF", "percent", "probability", "count"}
    assert set(frame["entity"]) == {"SYL", "PDV", "LEAGUE", ""}


def test_values_are_those_of_the_outlook(outlook: Outlook) -> None:
    rows = outlook_frame(outlook).rows(named=True)

    def value(**wanted: object) -> float:
        (row,) = (row for row in rows if all(row[name] == each for name, each in wanted.items()))
        return float(row["value"])

    odds = outlook.odds["plan"]
    assert (
        value(scenario="plan", entity="SYL", quantity="odds_at", year=2028) == odds.at[odds.entities.index("SYL"), -1]
    )
    assert value(scenario="plan", entity="", quantity="members_at", year=2028) == odds.expected_members(2028)
    assert value(scenario=None, entity="SYL", quantity="share", year=2024) == approx(1.14)
    assert value(scenario=None, entity="SYL", quantity="path_straight", year=2028) == approx(1.5)


def test_who_has_met_the_target_has_no_cost(outlook: Outlook) -> None:
    quantities = set(outlook_frame(outlook).filter(entity="PDV")["quantity"])
    assert "cost_total_p50" not in quantities
    assert {"share", "gap", "path_trend", "odds_by", "arrival"} <= quantities
