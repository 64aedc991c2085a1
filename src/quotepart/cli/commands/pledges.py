"""``quotepart pledges``: each pledge, and where each member stands with it on a day."""

from __future__ import annotations

from typing import Annotated

import typer

from quotepart.cli import options

Some = Annotated[
    list[str] | None, typer.Argument(help="Members, by code or name; all where none is named.", metavar="[MEMBER…]")
]
On = Annotated[str | None, typer.Option("--on", help="By what had been published on this day.", metavar="DATE")]


def pledges(
    members: Some = None,
    on: On = None,
    json: options.Json = False,
    words: options.Words = "en",
    pact: options.Pact = "nato",
) -> None:
    """Show each pledge and its state, member by member."""
    from quotepart.cli.output import print_json, print_parts
    from quotepart.cli.places import data_folder
    from quotepart.cli.pledge_tables import state_as_json, table_of_states
    from quotepart.cli.reading import day_given
    from quotepart.workspace import Workspace

    states = Workspace.open(pact, data_folder()).pledges(members or (), on=day_given(on, "--on"))
    if json:
        for state in states:
            print_json(state_as_json(state))
    else:
        print_parts([table_of_states(states, words)])


COMMAND = pledges
