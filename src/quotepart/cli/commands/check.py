"""``quotepart check``: documents read, and each figure in them held against the accounts."""

from __future__ import annotations

from quotepart.cli import options


def check(
    paths: options.Paths,
    json: options.Json = False,
    csv: options.Csv = False,
    markdown: options.Markdown = False,
    claimreview: options.ClaimReview = False,
    approved_by: options.ApprovedBy = None,
    finding: options.Only = None,
    url: options.Url = None,
    lang: options.Lang = None,
    published: options.Published = None,
    known_on: options.KnownOn = None,
    words: options.OwnWords = None,
    pact: options.Pact = "nato",
) -> None:
    """Judge each figure in documents, then and now."""
    from datetime import date

    from quotepart.checks.findings.links import Linker
    from quotepart.cli.finding_forms import form_asked
    from quotepart.cli.finding_tables import parts_of_findings
    from quotepart.cli.output import print_json, print_parts
    from quotepart.cli.places import data_folder
    from quotepart.cli.reading import day_or_none, leave_if_any, read_with_progress
    from quotepart.cli.record_tables import headline
    from quotepart.errors import QuotepartError
    from quotepart.model.wire import check_as_json, placed_in_file
    from quotepart.workspace import Workspace

    day = day_or_none(known_on, "--known-on")
    form = form_asked(
        csv=csv, markdown=markdown, claimreview=claimreview, json=json, approved_by=approved_by, url=url, only=finding or (),
        today=date.today(),
    )  # fmt: skip
    faults: list[QuotepartError] = []
    workspace, linker = Workspace.open(pact, data_folder()), Linker()
    for document, record in read_with_progress(workspace, paths, faults, lang=lang, published=published):
        judged = workspace.check(document, record, known_on=day, language=words)
        findings = linker.link(judged, record.document_id)
        if form:
            form.write(record.document_id, findings, words or record.lang, document)
        elif json:
            print_json(placed_in_file(check_as_json(record, document.text, findings), document))
        else:
            print_parts([headline(record), *parts_of_findings(findings, words or record.lang), ""])
    leave_if_any(faults)


COMMAND = check
