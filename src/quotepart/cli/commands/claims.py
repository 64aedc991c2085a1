"""``quotepart claims``: many sentences from a file, each judged."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from quotepart.cli import options

File = Annotated[
    Path, typer.Argument(help="CSV or JSON Lines with id, text, date and perhaps lang and by.", metavar="FILE")
]


def claims(
    file: File,
    json: options.Json = False,
    csv: options.Csv = False,
    markdown: options.Markdown = False,
    known_on: options.KnownOn = None,
    words: options.OwnWords = None,
    pact: options.Pact = "nato",
) -> None:
    """Judge many sentences from a CSV or JSON Lines file."""
    from datetime import date

    from quotepart.cli.claim_rows import claims_in
    from quotepart.cli.finding_forms import form_asked
    from quotepart.cli.finding_tables import parts_of_findings
    from quotepart.cli.output import print_json, print_parts
    from quotepart.cli.places import data_folder
    from quotepart.cli.reading import day_or_none, leave_if_any, readable, with_progress
    from quotepart.errors import QuotepartError
    from quotepart.model.wire import finding_as_json
    from quotepart.workspace import Workspace

    day = day_or_none(known_on, "--known-on")
    form = form_asked(csv=csv, markdown=markdown, json=json, today=date.today())
    faults: list[QuotepartError] = []
    workspace = Workspace.open(pact, data_folder())
    judged = with_progress(workspace.claims(claims_in(file), known_on=day, language=words), [str(file)])
    for row, findings in readable(judged, faults):
        if form:
            form.write(row.id, findings, words or workspace.language_of(row.text, row.lang))
        elif json:
            for finding in findings:
                print_json({"claim_id": row.id, **finding_as_json(finding)})
        else:
            language = words or workspace.language_of(row.text, row.lang)
            print_parts([row.id, *parts_of_findings(findings, language)])
    leave_if_any(faults)


COMMAND = claims
