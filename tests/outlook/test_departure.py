from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from outlook.scenarios import line, scenario
from quotepart.accounts.account import Account, open_account
from quotepart.errors import AccountError, OutlookError, UsageError
from quotepart.outlook.departure import MOST_SCENARIOS, depart

JUNE = date(2024, 7, 1)
SOME = ("USA", "FRA", "DEU", "ISL", "TUR", "EST")


@pytest.fixture(scope="module")
def account(nato_pact) -> Account:
    return open_account(nato_pact)


def test_without_the_united_states(account: Account) -> None:
    found = depart(account, ["United States"], known_on=JUNE)
    assert found.leavers == ("USA",)
    assert (found.year, found.edition, found.scope) == (2024, "nato:2024-06-17", "whole_budget")
    assert round(found.loss("money").share_percent, 1) == Decimal("65.6")
    assert round(found.effort("keep").total_percent, 2) == Decimal("5.84")
    assert [each.goal for each in found.efforts] == ["keep", "2", "3.5", "5"]
    assert (len(found.members), len(found.stayers), len(found.payers)) == (32, 31, 30)
    assert found.loss("none") is None
    assert found.effort("none") is None


@settings(max_examples=15, deadline=None)
@given(order=st.permutations(SOME), count=st.integers(1, 6))
def test_the_order_of_members_does_not_matter(account: Account, order: list[str], count: int) -> None:
    chosen = order[:count]
    assert depart(account, chosen, known_on=JUNE) == depart(account, sorted(chosen), known_on=JUNE)


def test_a_group_stands_for_its_members(account: Account) -> None:
    assert depart(account, ["NORTH_AMERICA"], known_on=JUNE) == depart(account, ["CAN", "USA"], known_on=JUNE)


def test_an_estimate_is_told_only_of_the_departure_it_is_about(account: Account) -> None:
    day = date(2026, 11, 1)
    ids = {each.id for each in depart(account, ["USA"], known_on=day).estimates}
    assert {"IISS2025_TOTAL", "BRUEGEL2025_SPEND"} <= ids
    assert "IISS2019" not in ids
    assert depart(account, ["USA"], known_on=JUNE).estimates == ()
    assert depart(account, ["USA", "CAN"], known_on=day).estimates == ()


def test_the_theatre_has_forces_and_no_official_money(account: Account) -> None:
    found = depart(account, ["USA"], known_on=date(2026, 11, 1), part="theatre")
    assert [each.line.id for each in found.lines] == ["troops_in_europe"]
    assert (found.losses, found.efforts, found.scope) == ((), (), "theatre")
    assert found.estimates
    assert depart(account, ["FRA"], known_on=JUNE, part="theatre").lines == ()


def test_one_capability_is_found_by_id_or_name(account: Account) -> None:
    by_id = depart(account, ["USA"], known_on=JUNE, part="tanker_aircraft")
    assert depart(account, ["USA"], known_on=JUNE, part="avions ravitailleurs") == by_id
    assert (by_id.part, by_id.scope, len(by_id.lines)) == ("tanker_aircraft", "capability", 1)


@pytest.mark.parametrize(
    ("members", "parts", "kind", "message"),
    [
        ([], {}, UsageError, "nobody leaves"),
        (["USA", "États-Unis"], {}, UsageError, "USA can't leave twice"),
        (["USA", "NORTH_AMERICA"], {}, UsageError, "USA can't leave twice"),
        (["NATO"], {}, OutlookError, "nobody stays"),
        (["Syldavia"], {}, AccountError, "no member or group “Syldavia”"),
        (["USA"], {"part": "tankers_aircraft"}, UsageError, "did you mean tanker_aircraft"),
        (["USA"], {"part": "zzz"}, UsageError, "known: all, theatre"),
        (["USA"], {"rule": "fair"}, UsageError, "no rule of sharing"),
        (["SWE"], {"known_on": date(2020, 1, 1)}, UsageError, "SWE was no member in 2019"),
        (["USA"], {"known_on": date(2001, 1, 1)}, AccountError, "no edition held from before 2001"),
        (["USA"], {"draws": 0}, UsageError, "0 draws"),
        (["USA"], {"scenarios": [scenario(line())] * 1000}, OutlookError, "1,000 scenarios are too many"),
        (
            ["FRA"],
            {"scenarios": [scenario(line(), of=("USA",))]},
            OutlookError,
            "about the departure of USA, not of FRA",
        ),
    ],
)
def test_what_makes_no_sense_is_a_clear_error(account: Account, members, parts, kind, message) -> None:
    with pytest.raises(kind, match=message) as caught:
        depart(account, members, **{"known_on": JUNE, **parts})
    assert caught.value.hint or caught.value.where


def test_a_member_without_forces_takes_nothing_but_its_gdp(account: Account) -> None:
    found = depart(account, ["ISL"], known_on=JUNE)
    assert found.loss("money").nothing == ("ISL",)
    assert found.effort("keep").bill == 0


def test_scenarios_are_split_by_the_rule(account: Account, root: Path) -> None:
    files = [root / "examples" / "scenarios" / f"invented-{name}.toml" for name in ("quick", "slow")]
    found = depart(account, ["USA"], known_on=JUNE, rule="income_key", scenarios=files[:1], draws=300)
    (made_up,) = found.replacements
    assert sum(made_up.shares.values()) == pytest.approx(1)
    assert set(made_up.shares) == set(found.payers)
    assert made_up.scenario.is_invented
    assert len(depart(account, ["USA"], known_on=JUNE, scenarios=files, draws=50).replacements) == 2
    assert MOST_SCENARIOS >= 2


def test_of_a_scenario_only_what_replaces_the_capability_counts(account: Account) -> None:
    tankers, radars = line("tankers", replaces="tanker_aircraft"), line("radars")
    found = depart(
        account, ["USA"], known_on=JUNE, part="tanker_aircraft", scenarios=[scenario(tankers, radars)], draws=10
    )
    assert [each.line.id for each in found.replacements[0].lines] == ["tankers"]
    with pytest.raises(OutlookError, match="no line of this scenario replaces tanker_aircraft"):
        depart(account, ["USA"], known_on=JUNE, part="tanker_aircraft", scenarios=[scenario(radars)])


def test_a_rule_that_lacks_its_figures_is_said_where_a_bill_is_to_be_split(tiny_pact) -> None:
    league = open_account(tiny_pact)
    plain = depart(league, ["BOR"], known_on=date(2024, 6, 1), rule="ability_to_pay")
    assert [each.goal for each in plain.efforts] == ["keep", "1", "1.5"]
    assert "ability_to_pay" not in plain.efforts[0].payers
    with pytest.raises(OutlookError, match="ability_to_pay needs are not known"):
        depart(league, ["BOR"], known_on=date(2024, 6, 1), rule="ability_to_pay", scenarios=[scenario(line())])
