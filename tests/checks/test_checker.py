from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotepart.accounts.account import Account, open_account
from quotepart.checks.checker import Checker, id_of
from quotepart.checks.findings.shown import SHOWN
from quotepart.checks.operations.level import read
from quotepart.model.dates import Period
from quotepart.model.pact import Pact

DAYS = st.dates(date(2016, 1, 1), date(2026, 7, 1))


@settings(max_examples=40, deadline=None)
@given(day=DAYS, value=st.decimals("0.5", "6", places=1), who=st.sampled_from(["USA", "DEU", "NATO_EUROPE", "NATO"]))
def test_weights_and_their_order_do_not_depend_on_values(
    day: date, value: Decimal, who: str, checker: Checker, make
) -> None:
    claims = [make("spends", str(each), "percent_of_gdp", who=who, on=day.isoformat()) for each in (value, value + 5)]
    first, second = (checker.check(claim).readings for claim in claims)
    weights = [[(each.label, each.weight) for each in readings[:SHOWN] if each.weight] for readings in (first, second)]
    assert weights[0] == weights[1]


@pytest.mark.parametrize("day", ["2017-02-15", "2018-07-12", "2019-07-10", "2024-03-20", "2024-08-01"])
@pytest.mark.parametrize("who", ["USA", "DEU", "NATO_EUROPE"])
def test_an_edition_added_later_never_changes_then(day: str, who: str, nato_pact: Pact, make) -> None:
    """Editions after the one that answers then, the last of them taken away, leave its reading as it was."""
    claim = make("spends", "2", "percent_of_gdp", who=who, on=day)
    full = Checker(open_account(nato_pact)).check(claim)
    used = {each.edition for each in full.readings}
    newest = max(nato_pact.editions.values(), key=lambda each: each.published)
    assert newest.id not in used
    fewer = {key: each for key, each in nato_pact.editions.items() if key != newest.id}
    before = Checker(open_account(replace(nato_pact, editions=fewer))).check(claim)
    assert [(e.edition, e.value) for e in before.readings] == [(e.edition, e.value) for e in full.readings]


def test_constant_money_is_said_in_the_price_base_of_the_day(checker: Checker, make) -> None:
    claim = make(
        "added since 2016",
        "700e9",
        "USD",
        kind="cumulative",
        who="EUROPE_CANADA",
        on="2025-04-03",
        period=Period("2016", None),
    )
    finding = checker.check(claim)
    assert "constant 2021 prices" in finding.basis
    earlier = checker.check(replace(claim, said_on=date(2024, 8, 1)))
    assert "constant 2015 prices" in earlier.basis


def test_the_day_known_can_be_another_than_the_day_said(checker: Checker, make) -> None:
    claim = make("spends", "3.38", "percent_of_gdp", step="0.01", who="USA", on="2024-06-01")
    editions = [checker.check(claim, known_on=day).readings[0].edition for day in (None, date(2024, 8, 1))]
    assert editions == ["nato:2024-03-14", "nato:2024-06-17"]


def test_a_substitute_too_near_to_contradict_declines_with_todays_value(checker: Checker, make) -> None:
    claim = make(
        "spends", "1.5", "percent_of_gdp", step="0.01", who="DEU", on="2020-12-01", period=Period("2019", "2019")
    )
    finding = checker.check(claim)
    if finding.verdict == "not_checkable":
        assert finding.reason == "no_edition_then"
        assert finding.now is not None and finding.now.value is not None
    else:
        assert finding.verdict in ("close", "supported", "depends")


def test_the_same_claim_has_the_same_finding_and_id(checker: Checker, make) -> None:
    claim = make("spends", "2", "percent_of_gdp", who="DEU")
    assert checker.check(claim) == checker.check(claim)
    assert id_of(claim) == id_of(replace(claim)) != id_of(replace(claim, said_on=date(2020, 1, 1)))


def test_an_invented_pact_needs_no_code_of_its_own(league: Account, make) -> None:
    claim = make(
        "adds", "3.2e9", "CHF", step="1e8", kind="level", metric="fleet_contribution", who="BOR", on="2024-09-01"
    )
    finding = Checker(league).check(claim, language="en")
    assert finding.verdict in ("supported", "close", "depends", "contradicted", "out_of_date")
    assert finding.readings[0].edition == "league:2024-05-08"


def test_what_the_words_leave_open_is_not_decided_by_a_later_edition(checker: Checker, make) -> None:
    claim = make("spends 1.5 % in research, at last", "1.5", "percent_of_gdp", step="0.1", who="ESP", on="2025-02-07")
    (query, *_) = [replace(each, may_contradict=False) for each in read(claim, checker.setting(date(2025, 2, 7), "en"))]
    finding = checker.check(claim, queries=[query])
    assert (finding.verdict, finding.reason) == ("not_checkable", "definition")
