"""``quotepart pact``: look after the folder of a pact."""

from __future__ import annotations

from typing import Annotated

import typer

COMMAND = typer.Typer(no_args_is_help=True, help="Look after the folder of a pact.")

Folder = Annotated[str, typer.Argument(help="The folder, or the name of a pact that comes with Quotepart.")]


@COMMAND.callback()
def pact() -> None:
    """Look after the folder of a pact."""


@COMMAND.command()
def audit(folder: Folder) -> None:
    """Read every file of a pact, and list all faults with file, line or key."""
    from quotepart.workspace import Workspace

    workspace = Workspace.open(folder)
    workspace.audit()
    held = workspace.pact
    parts = {
        "members": held.members,
        "groups": held.groups,
        "indicators": held.indicators,
        "editions": held.editions,
        "offices": held.offices,
        "meetings": held.meetings,
        "pledges": held.pledges,
        "announcements": held.announcements,
    }
    print(f"{held.id}: no faults; " + ", ".join(f"{len(part)} {name}" for name, part in parts.items()))
