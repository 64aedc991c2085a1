"""``quotepart dossier``: one page on any number of documents."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from quotepart.cli import options

Out = Annotated[Path, typer.Option("--out", "-o", help="The file to write: .html, .md or .json.", metavar="OUT")]


def dossier(
    paths: options.Paths,
    out: Out,
    lang: options.Lang = None,
    published: options.Published = None,
    known_on: options.KnownOn = None,
    words: options.OwnWords = None,
    pact: options.Pact = "nato",
) -> None:
    """Write a page on documents, checked."""
    from datetime import date

    from quotepart.cli.output import tell, write_file
    from quotepart.cli.places import data_folder
    from quotepart.cli.reading import day_given, leave_if_any, read_with_progress
    from quotepart.dossier.forms import form_of
    from quotepart.errors import QuotepartError
    from quotepart.workspace import Workspace

    form, day = form_of(out), day_given(known_on, "--known-on")
    faults: list[QuotepartError] = []
    workspace = Workspace.open(pact, data_folder())
    read = list(read_with_progress(workspace, paths, faults, lang=lang, published=published, is_silent=True))
    if read:
        text = workspace.dossier(read, form=form, made_on=date.today(), known_on=day, language=words, unread=faults)
        write_file(out, text)
        tell(f"{out}: {len(read)} documents")
    leave_if_any(faults)


COMMAND = dossier
