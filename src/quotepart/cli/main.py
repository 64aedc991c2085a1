"""The command ``quotepart``: every command of the folder in one application, and how it ends."""

from __future__ import annotations

import gc
import importlib
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from quotepart import __version__
from quotepart.cli.output import tell
from quotepart.errors import QuotepartError

BUG = 1
_YOUNG = 50_000  # objects made before the collector looks for cycles: records and grammars have hardly any


def main() -> None:
    """Run the command line and leave with 0, 1 (a bug), 2 (usage), 3 (data) or 4 (storage)."""
    gc.set_threshold(_YOUNG)
    try:
        build_app(commands_asked(sys.argv[1:]))(prog_name="quotepart")
    except QuotepartError as error:
        tell(f"quotepart: {error}")
        sys.exit(error.exit_code)
    except Exception as bug:
        tell(_bug_as_text(bug))
        sys.exit(BUG)


def build_app(names: Sequence[str]) -> typer.Typer:
    """Return the application with the commands or families of these names."""
    app = typer.Typer(
        name="quotepart",
        no_args_is_help=True,
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(_quotepart)
    for name in names:
        command = importlib.import_module(f"quotepart.cli.commands.{name}").COMMAND
        if isinstance(command, typer.Typer):
            app.add_typer(command, name=name)
        else:
            app.command(name)(command)
    return app


def commands_asked(arguments: Sequence[str]) -> list[str]:
    """Return the command that ``arguments`` begin with, so that no other is loaded, and all where they begin with none."""
    return [name for name in command_names() if arguments[:1] == [name]] or command_names()


def command_names() -> list[str]:
    """Return the names of the files in ``cli/commands``, which are the commands, in order."""
    folder = Path(__file__).parent / "commands"
    return sorted(file.stem for file in folder.glob("[!_]*.py"))


def _show_version(wanted: bool) -> None:
    if wanted:
        print(f"quotepart {__version__}")
        raise typer.Exit


def _quotepart(
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Print the version and leave.")
    ] = False,
) -> None:
    """Quotepart keeps public promises to the record: who said what, which figures hold, what was pledged."""


def _bug_as_text(bug: Exception) -> str:
    last = traceback.extract_tb(bug.__traceback__)[-1]
    place = f"{Path(last.filename).name}:{last.lineno}"
    return (
        f"quotepart: a fault of Quotepart itself, at {place}: {type(bug).__name__}: {bug}\n"
        "  → please report it with the command and the document that led to it"
    )
