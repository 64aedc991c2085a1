from __future__ import annotations

from datetime import date

import pytest

from quotepart.accounts.account import Account
from quotepart.checks.check import check_claim
from quotepart.checks.readings.announcements import (
    BELOW_LINE,
    announced_bases,
    by_producer,
    is_pledge,
    known_by,
    stating,
)
from quotepart.extraction.extractor import Extractor
from quotepart.model.dates import Period
from quotepart.model.pact import Pact

EUROPEANS = {"NATO_EUROPE", "EUROPE_CANADA"}


def test_only_the_pacts_own_citable_announcements_of_before_count(nato_pact: Pact) -> None:
    found = known_by(by_producer(nato_pact), date(2018, 7, 12))
    assert found[0].announced_on == date(2018, 7, 12)
    assert all(each.source.citable and each.office.startswith("NATO.") for each in found)
    assert not known_by(by_producer(nato_pact), date(2015, 1, 1))


def test_the_base_year_of_the_latest_announcement_leads(nato_pact: Pact) -> None:
    assert announced_bases(known_by(by_producer(nato_pact), date(2018, 7, 12)), "added_spending")[:2] == (2016, 2014)
    assert announced_bases(known_by(by_producer(nato_pact), date(2025, 4, 3)), "added_spending")[0] == 2014
    assert announced_bases(known_by(by_producer(nato_pact), date(2016, 1, 1)), "added_spending") == ()


def test_an_announcement_states_the_same_number_of_the_same_group_and_period(make, nato_pact: Pact) -> None:
    known = known_by(by_producer(nato_pact), date(2017, 2, 15))
    ten = make("x", "10e9", "USD", step="1e9", kind="change", on="2017-02-15", period=Period("2016", "2016"))
    assert [each.id for each in stating(ten, known, EUROPEANS, {"added_spending"}, nato_pact)] == ["A007"]
    assert not stating(ten, known, {"DEU"}, {"added_spending"}, nato_pact)
    assert not stating(ten, known, EUROPEANS, {"real_change"}, nato_pact)
    eleven = make("x", "11e9", "USD", step="1e9", kind="change", on="2017-02-15", period=Period("2016", "2016"))
    assert not stating(eleven, known, EUROPEANS, {"added_spending"}, nato_pact)
    before = make("x", "10e9", "USD", step="1e9", kind="change", on="2017-02-13", period=Period("2016", "2016"))
    assert not stating(before, known_by(known, before.said_on), EUROPEANS, {"added_spending"}, nato_pact)


def test_what_is_pledged_or_provided_of_a_metric_is_of_it_and_may_be_in_another_currency(make, nato_pact: Pact) -> None:
    known = known_by(by_producer(nato_pact), date(2025, 4, 3))
    aid = make(
        "x", "20e9", "USD", step="1e9", metric="ukraine_aid", on="2025-04-03", period=Period("2025-01", "2025-03")
    )
    found = stating(aid, known, {"NATO"}, (), nato_pact)
    assert {(each.unit, is_pledge(each)) for each in found} == {("USD", False), ("EUR", True)}


def test_who_announced_how_many_reach_the_line_announced_how_many_do_not(make, nato_pact: Pact) -> None:
    known = known_by(by_producer(nato_pact), date(2025, 4, 25))
    below = {BELOW_LINE}
    for others, is_announced in (("10", True), ("9", True), ("12", False)):
        claim = make(
            "x", others, "count", kind="count", metric="members", on="2025-04-25", period=Period("2024", "2024")
        )
        assert any(each.id == "A089" for each in stating(claim, known, {"NATO"}, below, nato_pact)) == is_announced


@pytest.mark.parametrize(
    "text",
    [
        "Trois alliés sur quatre atteignent 2 % du PIB.",
        "Un seul pays de l'OTAN n'a pas porté ses dépenses à 5 % de son PIB.",
    ],
)
def test_a_part_of_a_few_or_another_line_is_nobody_s_announcement(
    text: str, extractor: Extractor, account: Account
) -> None:
    findings = check_claim(text, extractor, account, on="2025-10-01", lang="fr")
    assert all(finding.verdict != "as_announced" for finding in findings)
