from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from quotepart.dossier.dossier import Unread
from quotepart.dossier.gather import MOST_CHARTS, gather_dossier, names_in
from quotepart.model.amount import Amount, Interval
from quotepart.model.document import Document
from quotepart.model.entry import Figure, Record
from quotepart.model.finding import Finding, Reading
from quotepart.model.span import Span
from quotepart.wording.wording import find_wording
from quotepart.workspace import Workspace


@pytest.fixture(scope="module")
def account():
    return Workspace.open("nato").account


def judged():
    text = "The aim stays 2% of GDP."
    span = Span(14, 23)
    amount = Amount(value=Decimal(2), unit="percent_of_gdp")
    figure = Figure(
        span=span, amount=amount, reach=Interval(Decimal(2), Decimal(2)), kind="target", metric="defence_share_gdp"
    )
    reading = Reading(
        label="share", weight=1.0, measure="defence_share_gdp", group="USA", start="2018", end="2018", basis="constant",
        known_on="2019-07-01", edition="nato:2019-06-25", edition_is="own", unit="percent_of_gdp", result="miss",
        value=Decimal("3.3"), formula="defence_share_gdp[USA, 2018]",
    )  # fmt: skip
    finding = Finding(id="a", claim="2%", verdict="contradicted", basis="b", span=span, readings=(reading,))
    document = Document(id="a.txt", text=text, sha256="")
    return document, Record(document_id="a.txt", sha256="", lang="en", figures=(figure,)), [finding]


def test_a_dossier_is_gathered_with_names_series_and_boards(account):
    unread = Unread(id="b.bin", message="binary")
    dossier = gather_dossier([judged()], account, language="fr", made_on=date(2026, 7, 20), unread=[unread])
    (checked,) = dossier.checked
    assert checked.series["a"].claim == Interval(Decimal(2), Decimal(2))
    assert dossier.known_on == date(2026, 7, 20) and dossier.unread == (unread,)
    assert dossier.boards and dossier.boards[0].threshold == 2
    assert dossier.name("USA") == "États-Unis" and "Atlantique" in dossier.pact


def test_today_can_be_another_day_than_that_of_the_making(account):
    dossier = gather_dossier([judged()], account, language="en", made_on=date(2026, 7, 20), known_on=date(2020, 1, 1))
    assert all(board.edition == "nato:2019-06-25" for board in dossier.boards)


def test_a_document_full_of_figures_has_a_bounded_number_of_charts(account):
    document, record, (finding,) = judged()
    many = [replace(finding, id=f"f{number}") for number in range(MOST_CHARTS + 5)]
    (checked,) = gather_dossier([(document, record, many)], account, language="en", made_on=date(2026, 7, 20)).checked
    assert len(checked.series) == MOST_CHARTS and len(checked.findings) == MOST_CHARTS + 5


def test_names_in_the_reader_s_language(account):
    names = names_in(account.pact, find_wording("fr"))
    assert names["EUROPE_CANADA"] and names["defence_expenditure"] == "dépenses de défense"
    assert names["nato:2019-06-25"].endswith("25 juin 2019")
    meeting = next(each for each in account.pact.meetings if each.id == "S_2018-07-11")
    assert names[meeting.id] == "Sommet, Bruxelles, 11–12 juillet 2018"
    assert all(each.id in names for each in account.pact.announcements)


def test_without_names_in_a_language_editions_still_have_theirs(account):
    names = names_in(replace(account.pact, names={}), find_wording("en"))
    assert names["nato:2019-06-25"].endswith("25 June 2019") and "USA" not in names
