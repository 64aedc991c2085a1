"""Official figures as tables for people, and as rows for programs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from quotepart.cli.exports import export
from quotepart.cli.output import Table, print_csv, print_json, print_parts
from quotepart.model.wire import fields_as_json, number
from quotepart.wording.wording import Wording, find_wording

if TYPE_CHECKING:
    from datetime import date
    from decimal import Decimal
    from pathlib import Path

    from quotepart.accounts.editions import EditionChoice
    from quotepart.accounts.series import Known
    from quotepart.measures.added import Added
    from quotepart.model.observation import Edition
    from quotepart.workspace import Workspace

SHARE_DIGITS = 2
MARKS = {"final": "", "estimate": "e", "projection": "p"}


def print_series(
    workspace: Workspace, rows: Sequence[Known], lang: str, *, as_json: bool, as_csv: bool, out: Path | None,
    kind: str | None = None, target: Decimal | None = None,
) -> None:  # fmt: skip
    """Print a series as a table, JSON Lines or CSV, or write it, or a chart of it, to a file."""
    from quotepart.accounts.frames import series_frame

    if out is not None:
        pictures = workspace.pictures
        chart = partial(pictures.series, rows, kind=kind, target=target, language=lang)
        export(out, frame=lambda: series_frame(rows), chart=chart, lang=lang)
    elif as_json:
        for row in rows:
            print_json(fields_as_json(row))
    elif as_csv:
        print_csv([fields_as_json(row) for row in rows])
    else:
        print_parts(parts_of_series(rows, lang))


def parts_of_series(rows: Sequence[Known], lang: str) -> Iterator[Table | str]:
    """Yield one table of years by members, and below it where each member's figures were printed."""
    wording = find_wording(lang)
    members = list(dict.fromkeys(row.member for row in rows))
    cells = {(row.member, row.year): _cell(row, wording) for row in rows}
    years = sorted({row.year for row in rows})
    yield Table(
        title=f"{rows[0].indicator}, {rows[0].unit}" if rows else "",
        columns=("year", *members),
        rows=[(str(year), *(cells.get((member, year), "") for member in members)) for year in years],
        right=frozenset(members),
    )
    for edition, source in dict.fromkeys((row.edition, row.source) for row in rows):
        named = ", ".join(dict.fromkeys(row.member for row in rows if (row.edition, row.source) == (edition, source)))
        yield f"{named}: {source} ({edition})"


def table_of_editions(editions: Sequence[Edition]) -> Table:
    """Return one row an edition, newest first: what it is and how much of it is held."""
    rows = [
        (each.id, _held(each), str(each.price_base or ""), "–".join(map(str, each.years or ())), each.title)
        for each in editions
    ]
    return Table(columns=("edition", "held", "prices of", "years", "title"), rows=rows)


def _held(edition: Edition) -> str:
    return f"{edition.held}, imported" if edition.is_imported else edition.held


def edition_as_json(edition: Edition) -> dict[str, Any]:
    """Return an edition as one JSON object."""
    return {
        "id": edition.id,
        "kind": "table",
        "producer": edition.producer,
        "published": edition.published.isoformat(),
        "title": edition.title,
        "held": edition.held,
        "price_base": edition.price_base,
        "definition": edition.definition,
        "years": list(edition.years) if edition.years else None,
        "is_imported": edition.is_imported,
    }


def table_of_added(found: Sequence[Added], lang: str) -> Table:
    """Return one row a reading of added spending."""
    wording = find_wording(lang)
    rows = [
        (
            each.reading,
            wording.amount(each.value, each.unit) if each.value is not None else "–",
            str(each.price_base or ""),
            each.edition,
            MARKS[each.status],
            each.formula,
        )
        for each in found
    ]
    title = f"{found[0].group}, {found[0].years[0]}–{found[0].years[-1]} over {found[0].base_year}"
    columns = ("reading", "value", "prices of", "edition", "", "formula")
    return Table(title=title, columns=columns, rows=rows, right=frozenset({"value"}))


def why_substitute(choice: EditionChoice, day: date) -> str:
    """Return why the day's own edition does not answer: none had appeared, or the newest is not held, or not for this."""
    newest = choice.newest_known
    if newest is None:
        return f"no edition published by {day} covers these years"
    lack = "is not held" if newest.held == "none" else "is not held for these years"
    return f"{newest.id}, the newest on {day}, {lack}"


def added_as_json(added: Added, choice: EditionChoice) -> dict[str, Any]:
    """Return one reading of added spending as a JSON object, with what it was computed from."""
    return {
        "reading": added.reading,
        "value": number(added.value),
        "unit": added.unit,
        "group": added.group,
        "over": added.base_year,
        "until": added.years[-1],
        "basis": added.basis,
        "price_base": added.price_base,
        "status": added.status,
        "membership": added.membership,
        "newcomers": list(added.newcomers),
        "missing": list(added.missing),
        "edition": added.edition,
        "edition_is": choice.edition_is,
        "per_year": {str(year): number(value) for year, value in added.per_year.items()},
        "formula": added.formula,
        "inputs": [
            {
                "member": each.entity,
                "year": each.year,
                "indicator": each.indicator,
                "value": number(each.value),
                "unit": each.unit,
                "edition": each.edition,
                "source": each.source,
            }
            for each in added.inputs
        ],
    }


def _cell(row: Known, wording: Wording) -> str:
    is_share = row.unit.startswith("percent")
    value = wording.number(row.value, SHARE_DIGITS) if is_share else wording.amount(row.value, row.unit)
    return value + MARKS[row.status]
