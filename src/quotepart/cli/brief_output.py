"""A brief as text for people, as one JSON object for programs, and as a page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from quotepart.cli.departure_output import departure_as_json
from quotepart.cli.outlook_output import lines_of
from quotepart.cli.output import Table, print_json, print_parts, tell, write_file
from quotepart.cli.pledge_tables import state_as_json
from quotepart.dossier.brief.brief import Brief, Place
from quotepart.dossier.brief.page import finding_view, nothing_said, promise_view, quote_view
from quotepart.dossier.brief.words import (
    Telling,
    answer_of,
    bears_table,
    gaps_table,
    notes_of,
    odds_table,
    payers_of,
    title_of,
)
from quotepart.errors import UsageError
from quotepart.model.wire import number
from quotepart.wording.wording import find_wording

if TYPE_CHECKING:
    from pathlib import Path

    from quotepart.dossier import tables
    from quotepart.workspace import Workspace

PAGES = (".html", ".htm")


def print_brief(workspace: Workspace, brief: Brief, lang: str, *, as_json: bool, out: Path | None) -> None:
    """Print a brief as sentences and tables or as one line of JSON, or write its page; raises ``UsageError`` for other files."""
    telling = Telling(brief, workspace.account, find_wording(lang))
    if out is not None:
        if out.suffix.lower() not in PAGES:
            raise UsageError("a brief can't be written under this name", where=str(out), hint="end it in .html")
        from quotepart.dossier.brief.page import build_brief_page

        write_file(out, build_brief_page(telling))
        tell(str(out))
    elif as_json:
        print_json(brief_as_json(brief))
    else:
        print_parts(parts_of_brief(telling))


def parts_of_brief(telling: Telling) -> Iterator[Table | str]:
    """Yield the answer in sentences, the tables, what is said of the member, and how sure all is."""
    brief = telling.brief
    yield title_of(telling)
    yield from answer_of(telling)
    shown = [gaps_table(telling)] if brief.gaps else []
    shown += [odds_table(telling)] if brief.outlook else []
    shown += [bears_table(telling)] if payers_of(telling) and not brief.leaves_itself else []
    for table in shown:
        yield ""
        yield _as_printed(table)
    yield ""
    yield _promises(telling) if brief.in_force else telling.say("no_pledge")
    yield ""
    yield telling.say("heading.said")
    if nothing_said(telling):
        yield nothing_said(telling)
    for view in (quote_view(each, telling) for each in brief.quotes):
        yield f"- {view.words} ({view.by}; {view.place})"
    for finding in (finding_view(each, telling) for each in brief.findings):
        yield f"- {telling.wording.say(f'verdicts.{finding.verdict}')}: {finding.words} ({finding.place}). {finding.by}"
    yield ""
    yield from notes_of(telling)


def brief_as_json(brief: Brief) -> dict[str, Any]:
    """Return a brief as one JSON object: every number with its unit, year and edition."""
    outlook = next(lines_of(brief.outlook)) if brief.outlook else None
    return {
        "member": brief.member,
        "known_on": brief.known_on.isoformat(),
        "shares": [
            {"year": each.year, "value": number(each.value), "unit": each.unit, "status": each.status, "edition": each.edition}
            for each in brief.shares.values()
        ],
        "pledges": [state_as_json(each.state, each.changes) for each in brief.promises],
        "gaps": [
            {
                "target": number(target), "year": each.share.year, "gap": number(each.gap), "own_gap": number(each.own_gap),
                "own_currency": each.own_currency,
            }
            for target, each in brief.gaps.items()
        ],
        "outlook": outlook,
        "leavers": list(brief.leavers),
        "departure": departure_as_json(brief.departure) if brief.departure else None,
        "bears": _bears(brief),
        "documents": brief.documents,
        "quotes": [
            {"text": each.text, "speaker": each.quote.speaker.name if each.quote.speaker else None, "act": each.quote.act,
             **_place(each.place)}
            for each in brief.quotes
        ],
        "findings": [
            {"id": each.finding.id, "claim": each.finding.claim, "verdict": each.finding.verdict,
             "basis": each.finding.basis, **_place(each.place)}
            for each in brief.findings
        ],
    }  # fmt: skip


def _bears(brief: Brief) -> list[dict[str, Any]]:
    return [
        {
            "goal": effort.goal, "rule": rule, "share": payer.share, "extra": number(payer.extra), "unit": effort.unit,
            "year": effort.year, "now_percent": number(payer.now_percent), "then_percent": number(payer.then_percent),
        }
        for effort in (brief.departure.efforts if brief.departure else ())
        for rule, payers in effort.payers.items()
        for payer in payers
        if payer.member == brief.member
    ]  # fmt: skip


def _place(place: Place) -> dict[str, Any]:
    return {
        "document": place.document,
        "published": place.published or None,
        "line": place.line,
        "start": place.span.start,
        "end": place.span.end,
    }


def _as_printed(table: tables.Table) -> Table:
    heads = tuple(head.words for head in table.heads)
    numbers = frozenset(head.words for head in table.heads if head.is_number)
    return Table(title=table.caption, columns=heads, rows=table.rows, right=numbers)


def _promises(telling: Telling) -> Table:
    say = telling.say
    heads = tuple(say(f"head.{each}") for each in ("pledge", "state", "since", "value"))
    views = [promise_view(each, telling) for each in telling.brief.in_force]
    rows = [(f"{each.title} ({each.terms})", each.state_words, each.since, each.value) for each in views]
    return Table(title=say("heading.pledges"), columns=heads, rows=rows)
