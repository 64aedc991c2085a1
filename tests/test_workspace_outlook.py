from __future__ import annotations

from datetime import date
from pathlib import Path

from quotepart.outlook.ahead import Wish
from quotepart.workspace import Workspace

EXAMPLES = Path(__file__).parents[1] / "examples"
DAY = date(2024, 7, 12)


def test_states_and_their_changes_go_together() -> None:
    workspace = Workspace.open("nato")
    states, changes = workspace.pledges(["Poland", "ESP"], on=DAY), workspace.pledge_changes(["Poland", "ESP"], on=DAY)
    assert [(each.pledge.id, each.member) for each in states] == [(k[-1].pledge.id, k[-1].member) for k in changes]


def test_a_group_is_its_members() -> None:
    workspace = Workspace.open("nato")
    assert {each.member for each in workspace.pledges(["NATO"], on=DAY)} == set(workspace.pact.members_on("NATO", DAY))


def test_the_board_is_of_those_asked_for() -> None:
    rows = Workspace.open("nato").board(["POL"], on=DAY)
    assert {state.member for row in rows for found in row.by_state.values() for state in found} == {"POL"}


def test_a_brief_is_judged_in_the_readers_language() -> None:
    workspace = Workspace.open("nato")
    read = [each for each in workspace.records([EXAMPLES / "erreurs-2024.txt"]) if isinstance(each, tuple)]
    found = workspace.brief("FRA", known_on=DAY, read=read, language="fr", wish=Wish(draws=100))
    assert found.member == "FRA" and found.documents == 1
    assert found.findings and found.findings[0].finding.basis.startswith("France, dépenses de défense")
