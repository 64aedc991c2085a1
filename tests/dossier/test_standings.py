from datetime import date
from decimal import Decimal

import pytest

from quotepart.dossier.standings import MOST, boards_for, thresholds_in
from quotepart.model.entry import PledgeMention, Record
from quotepart.model.span import Span
from quotepart.wording.wording import find_wording
from quotepart.workspace import Workspace

ENGLISH = find_wording("en")


@pytest.fixture(scope="module")
def account():
    return Workspace.open("nato").account


def record_of(*targets):
    pledges = tuple(
        PledgeMention(span=Span(0, 1), who=(), metric="m", status="agreed", target=Decimal(each), unit="percent_of_gdp")
        for each in targets
    )
    return Record(document_id="a", sha256="", lang="en", pledges=pledges)


def boards(account, day, *targets):
    return boards_for(account, day, [record_of(*targets)], names=str, wording=ENGLISH)


def test_thresholds_come_from_pledges_and_figures(sample):
    found = thresholds_in([sample.english_checked().record, sample.french_checked().record])
    assert {
        (Decimal("3.5"), "percent_of_gdp"),
        (Decimal(4), "percent_of_gdp"),
        (Decimal("1.4"), "percent_of_gdp"),
    } <= found


def test_only_pledges_that_documents_name_have_a_board(account):
    assert boards(account, date(2026, 7, 20)) == ()
    assert boards(account, date(2026, 7, 20), "2.2") == ()
    (board,) = boards(account, date(2026, 7, 20), "3.5")
    assert (board.deadline, board.threshold, len(board.standings)) == (2035, Decimal("3.5"), 32)
    assert board.title == "Defence_share_gdp: at least 3.5% by 2035"
    assert board.edition == "nato:2026-07-10"


def test_the_same_promise_made_again_is_one_board_with_its_first_words(account):
    found = boards(account, date(2026, 7, 20), "2")
    assert len(found) <= MOST
    wales = next(board for board in found if board.deadline == 2024)
    assert wales.made_on == "2014-09-05" and wales.strength == "aim" and "aim to move towards" in wales.wording
    assert len({board.title for board in found}) == len(found)


def test_states_are_those_of_the_day(account):
    states = {each.member: each.state for each in boards(account, date(2019, 12, 1), "2")[-1].standings}
    assert states["USA"] != states["ESP"]


def test_wording_of_another_language_is_marked_as_such(account):
    (board,) = boards_for(account, date(2026, 7, 20), [record_of("3.5")], names=str, wording=find_wording("fr"))
    assert board.title.startswith("Defence_share_gdp\u00a0: au moins 3,5") and board.lang in ("en", "fr")
