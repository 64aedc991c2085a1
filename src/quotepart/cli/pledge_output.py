"""What ``quotepart pledges`` prints and writes: states, changes, terms and the board."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from quotepart.cli.output import print_json, print_parts, tell, write_file
from quotepart.cli.pledge_tables import (
    board_row_as_json,
    parts_of_board,
    state_as_json,
    table_of_changes,
    table_of_states,
    table_of_terms,
    terms_as_json,
)
from quotepart.wording.wording import find_wording

if TYPE_CHECKING:
    from pathlib import Path

    from quotepart.dossier.pledge_board.board import PledgeBoard
    from quotepart.workspace import Workspace


def print_states(workspace: Workspace, members: Sequence[str], day: date, lang: str, *, as_json: bool) -> None:
    """Print where members stand with each pledge, and since when."""
    states, changes = workspace.pledges(members, on=day), workspace.pledge_changes(members, on=day)
    if as_json:
        for state, known in zip(states, changes, strict=True):
            print_json(state_as_json(state, known))
    else:
        print_parts([table_of_states(states, changes, lang)])


def print_changes(workspace: Workspace, members: Sequence[str], day: date, lang: str, *, as_json: bool) -> None:
    """Print every state that a pledge had, with its first day."""
    changes = workspace.pledge_changes(members, on=day)
    if as_json:
        for state in (state for known in changes for state in known):
            print_json(state_as_json(state))
    else:
        print_parts([table_of_changes(changes, lang), find_wording(lang).say("pledge_board.note")])


def print_terms(workspace: Workspace, members: Sequence[str], day: date, lang: str, *, as_json: bool) -> None:
    """Print what the registry says of each pledge made by then that binds any of the members."""
    made = list({state.pledge.id: state.pledge for state in workspace.pledges(members, on=day)}.values())
    if as_json:
        for pledge in made:
            print_json(terms_as_json(pledge))
    else:
        print_parts([table_of_terms(made, lang)])


def print_board(workspace: Workspace, members: Sequence[str], day: date, lang: str, *, as_json: bool) -> None:
    """Print the pledges in force by state, with the members in each."""
    rows = workspace.board(members, on=day)
    if as_json:
        for row in rows:
            print_json(board_row_as_json(row))
    else:
        from quotepart.dossier.pledge_board.board import tell_board

        print_parts(parts_of_board(tell_board(workspace.account, rows, day, find_wording(lang))))


def write_board(workspace: Workspace, members: Sequence[str], day: date, out: Path, lang: str) -> None:
    """Write the board's page or chart, or the states as a table, as the file's ending asks."""
    from quotepart.dossier.pledge_board.board import tell_board

    def board_told() -> PledgeBoard:
        return tell_board(workspace.account, workspace.board(members, on=day), day, find_wording(lang))

    if out.suffix.lower() in (".html", ".htm"):
        from quotepart.dossier.pledge_board.page import build_board_page

        write_file(out, build_board_page(board_told()))
        tell(str(out))
        return
    from quotepart.cli.exports import export
    from quotepart.dossier.charts.pledge_board import draw_board
    from quotepart.pledges.frames import states_frame

    export(
        out,
        frame=lambda: states_frame(workspace.pledges(members, on=day), workspace.pledge_changes(members, on=day)),
        chart=lambda: draw_board(board_told()),
        lang=lang,
    )
