"""``quotepart pledges``: each pledge, and where each member stands with it on a day."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from quotepart.cli import options

Some = Annotated[
    list[str] | None, typer.Argument(help="Members, by code or name; all where none is named.", metavar="[MEMBER…]")
]
On = Annotated[str | None, typer.Option("--on", help="By what had been published on this day.", metavar="DATE")]
Changes = Annotated[bool, typer.Option("--changes", help="Each state up to then, with its first day.")]
Terms = Annotated[bool, typer.Option("--terms", help="The registry: what each pledge says, asks and replaces.")]
Board = Annotated[bool, typer.Option("--board", help="The pledges in force by state, with the members in each.")]
Out = Annotated[
    Path | None,
    typer.Option(
        "--out", "-o", help="Write the board (.html), its chart (.svg, .png, .vl.json) or the states (.csv, .parquet).",
        metavar="FILE",
    ),
]  # fmt: skip


def pledges(
    members: Some = None,
    on: On = None,
    changes: Changes = False,
    terms: Terms = False,
    board: Board = False,
    out: Out = None,
    json: options.Json = False,
    words: options.Words = "en",
    data: options.Data = None,
    pact: options.Pact = "nato",
) -> None:
    """Show each pledge and its state, member by member."""
    from quotepart.cli.places import data_folder
    from quotepart.cli.pledge_output import print_board, print_changes, print_states, print_terms, write_board
    from quotepart.cli.reading import day_given
    from quotepart.errors import UsageError
    from quotepart.workspace import Workspace

    if changes + terms + board > 1:
        raise UsageError("only one of these can be shown", where="--changes --terms --board", hint="choose one")
    workspace, day = Workspace.open(pact, data_folder(data)), day_given(on, "--on")
    if out is not None:
        write_board(workspace, members or (), day, out, words)
        return
    show = print_board if board else print_terms if terms else print_changes if changes else print_states
    show(workspace, members or (), day, words, as_json=json)


COMMAND = pledges
