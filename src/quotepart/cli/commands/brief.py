"""``quotepart brief``: two pages on one member: share, pledges, gap, odds, what it would bear, what is said of it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from quotepart.cli import options

Member = Annotated[str, typer.Argument(help="A member, by code or name.", metavar="MEMBER")]
Docs = Annotated[
    list[str] | None,
    typer.Option("--docs", help="A file or folder that speaks of it; may be repeated.", metavar="PATH"),
]
Left = Annotated[
    list[str] | None,
    typer.Option("--if-left", help="Who leaves; else who spends the most; may be repeated.", metavar="MEMBER"),
]
Out = Annotated[Path | None, typer.Option("--out", "-o", help="Write the page (.html).", metavar="FILE")]


def brief(
    member: Member,
    docs: Docs = None,
    if_left: Left = None,
    target: Annotated[str, typer.Option("--target", help="The target in per cent of GDP.", metavar="NUMBER")] = "3.5",
    by: Annotated[int, typer.Option("--by", help="The deadline.", metavar="YEAR")] = 2035,
    known_on: options.KnownOn = None,
    lang: options.Lang = None,
    published: options.Published = None,
    out: Out = None,
    json: options.Json = False,
    words: options.Words = "en",
    data: options.Data = None,
    pact: options.Pact = "nato",
) -> None:
    """Show one member in brief."""
    from quotepart.cli.brief_output import print_brief
    from quotepart.cli.places import data_folder
    from quotepart.cli.reading import day_given, leave_if_any, number_given, read_with_progress
    from quotepart.errors import QuotepartError
    from quotepart.outlook.ahead import Wish
    from quotepart.workspace import Workspace

    workspace, faults = Workspace.open(pact, data_folder(data)), list[QuotepartError]()
    paths = docs or []
    read = (
        list(read_with_progress(workspace, paths, faults, lang=lang, published=published, is_silent=True))
        if paths
        else []
    )
    told = workspace.brief(
        member, known_on=day_given(known_on, "--known-on"), read=read, leavers=if_left or (), language=words,
        wish=Wish(target=number_given(target, "--target"), by=by),
    )  # fmt: skip
    print_brief(workspace, told, words, as_json=json, out=out)
    leave_if_any(faults)


COMMAND = brief
