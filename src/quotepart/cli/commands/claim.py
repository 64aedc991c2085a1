"""``quotepart claim``: one sentence, judged."""

from __future__ import annotations

from typing import Annotated

import typer

from quotepart.cli import options

Text = Annotated[str, typer.Argument(help="The sentence, in quotation marks.", metavar="TEXT")]
On = Annotated[
    str | None, typer.Option("--on", help="The day on which it was said; today where not given.", metavar="DATE")
]
By = Annotated[
    str | None, typer.Option("--by", help="Who said it. It never decides whether it is true.", metavar="NAME")
]
As = Annotated[
    str | None,
    typer.Option("--as", help="Force one reading of the claim.", metavar="MEASURE,GROUP,FROM..TO,BASIS"),
]


def claim(
    text: Text,
    on: On = None,
    by: By = None,
    forced: As = None,
    json: options.Json = False,
    markdown: options.Markdown = False,
    claimreview: options.ClaimReview = False,
    approved_by: options.ApprovedBy = None,
    finding: options.Only = None,
    url: options.Url = None,
    lang: options.Lang = None,
    known_on: options.KnownOn = None,
    words: options.OwnWords = None,
    pact: options.Pact = "nato",
) -> None:
    """Judge one sentence, then and now."""
    from datetime import date

    from quotepart.cli.finding_forms import form_asked
    from quotepart.cli.finding_tables import parts_of_finding
    from quotepart.cli.output import print_json, print_parts
    from quotepart.cli.places import data_folder
    from quotepart.cli.reading import dating_given, day_or_none
    from quotepart.model.wire import finding_as_json
    from quotepart.workspace import Workspace

    said = dating_given(on, "--on")
    form = form_asked(
        markdown=markdown, claimreview=claimreview, json=json, approved_by=approved_by, url=url, only=finding or (),
        today=date.today(),
    )  # fmt: skip
    workspace = Workspace.open(pact, data_folder())
    language = words or workspace.language_of(text, lang)
    findings = workspace.claim(
        text,
        on=said.date if said else date.today(),
        by=by,
        lang=lang,
        language=language,
        known_on=day_or_none(known_on, "--known-on"),
        forced=forced,
    )
    if form:
        form.write(text, findings, language)
        return
    for found in findings:
        print_json(finding_as_json(found)) if json else print_parts([*parts_of_finding(found, language), ""])


COMMAND = claim
