from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from dossier.briefs import NOW, brief, judged
from dossier.departures import nato
from quotepart.dossier.brief.brief import gather_brief
from quotepart.errors import AccountError, OutlookError, UsageError
from quotepart.outlook.ahead import Wish


def test_a_brief_has_share_gap_odds_pledges_and_departure() -> None:
    found = brief()
    assert (found.member, found.leavers) == ("FRA", ("USA",))
    assert found.last is not None and (found.last.year, found.last.value) == (2026, Decimal("2.22"))
    assert list(found.gaps) == [Decimal(2), Decimal("3.5"), Decimal(5)]
    gap = found.gaps[Decimal("3.5")]
    assert gap.own_currency == "EUR" and gap.gap and gap.own_gap and gap.gap > gap.own_gap
    assert found.outlook is not None and found.outlook.asked == ("FRA",)
    assert found.departure is not None and found.departure.effort("keep") is not None


def test_each_promise_has_its_state_and_since_when() -> None:
    promises = {each.state.pledge.id: each for each in brief().promises}
    wales = promises["P2014_WALES_2"]
    assert (wales.state.state, wales.since) == ("kept", date(2026, 7, 10))
    assert "P2006_2PCT" not in {each.state.pledge.id for each in brief().in_force}, "it was replaced"
    assert "P1952_LISBON" not in {each.state.pledge.id for each in brief().in_force}, "it ended unrated"


def test_a_member_without_figures_has_its_pledges_and_nothing_else() -> None:
    found = brief("ISL")
    assert (found.shares, found.gaps, found.outlook, found.last) == ({}, {}, None, None)
    assert found.in_force and {each.state.state for each in found.in_force} == {"not_measurable"}


def test_the_largest_spender_has_its_own_departure() -> None:
    assert brief("USA").leaves_itself and not brief().leaves_itself
    assert brief(leavers=("CAN",)).leavers == ("CAN",)


def test_findings_and_quotes_name_the_member_with_their_place() -> None:
    found = brief(documents=("erreurs-2024.txt",))
    (wrong,) = found.findings
    assert (wrong.finding.verdict, wrong.place.document, wrong.place.line) == ("contradicted", "erreurs-2024.txt", 7)
    ((document, _, _),) = judged("erreurs-2024.txt")
    assert document.text[wrong.place.span.start : wrong.place.span.end] == wrong.finding.claim
    assert document.text.splitlines()[6].find(wrong.finding.claim) >= 0


@pytest.mark.parametrize("member", ["DEU", "USA", "CAN"])
def test_a_quote_is_about_whom_it_names_or_addresses(member: str) -> None:
    names = ("panel-2025.txt", "london-2019.txt")
    documents = {document.id: document for document, _, _ in judged(*names)}
    for each in brief(member, documents=names).quotes:
        document, span = documents[each.place.document], each.place.span
        assert document.text[span.start : span.end] == each.text
        named = [found.span for found in nato().extractor.mentions(document) if member in found.actors]
        assert member in each.quote.towards or any(span.start <= one.start and one.end <= span.end for one in named)


@pytest.mark.parametrize(
    ("name", "day", "error", "words"),
    [
        ("Syldavie", NOW, AccountError, "no member or group"),
        ("NATO", NOW, UsageError, "is a group"),
        ("FIN", date(2021, 1, 1), UsageError, "was no member on 2021-01-01"),
        ("POL", date(2005, 1, 1), AccountError, "no edition held from before"),
    ],
)
def test_what_cannot_be_told_is_an_error(name: str, day: date, error: type[Exception], words: str) -> None:
    with pytest.raises(error, match=words):
        gather_brief(nato().account, name, known_on=day)


@pytest.mark.parametrize("wish", [Wish(target=Decimal(900)), Wish(by=2020)])
def test_nonsense_asked_is_an_error(wish: Wish) -> None:
    with pytest.raises(OutlookError):
        gather_brief(nato().account, "FRA", known_on=NOW, wish=wish)


def test_before_the_money_of_all_is_known_the_share_still_is() -> None:
    found = brief("POL", day=date(2017, 7, 1))
    assert found.last is not None and found.last.value == Decimal("2.01")
    assert (found.departure, found.leavers) == (None, ())
