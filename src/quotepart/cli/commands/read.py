"""``quotepart read``: documents in, their records out."""

from __future__ import annotations

from typing import Annotated

import typer

from quotepart.cli import options

Stats = Annotated[bool, typer.Option("--stats", help="Say on stderr how many words a second were read.")]


def read(
    paths: options.Paths,
    json: options.Json = False,
    lang: options.Lang = None,
    published: options.Published = None,
    stats: Stats = False,
    pact: options.Pact = "nato",
) -> None:
    """Take quotes, figures and pledges out of documents."""
    from quotepart.cli.output import print_json, print_parts
    from quotepart.cli.reading import leave_if_any, read_with_progress
    from quotepart.cli.record_tables import parts_of
    from quotepart.cli.speed import Speed
    from quotepart.errors import QuotepartError
    from quotepart.model.wire import placed_in_file, record_as_json
    from quotepart.workspace import Workspace

    faults: list[QuotepartError] = []
    workspace, speed = Workspace.open(pact), Speed()
    found = read_with_progress(workspace, paths, faults, lang=lang, published=published)
    for document, record in speed.timed(found):
        speed.count(document.text)
        if json:
            print_json(placed_in_file(record_as_json(record, document.text), document))
        else:
            print_parts(parts_of(record, document.text))
    if stats:
        speed.report()
    leave_if_any(faults)


COMMAND = read
