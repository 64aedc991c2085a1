"""Revisions as a table for people, and as rows for programs."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from quotepart.accounts.frames import revision_cells, revisions_frame
from quotepart.cli.exports import export
from quotepart.cli.output import Table, print_csv, print_json, print_parts
from quotepart.dossier.charts.revisions import age_words, lag_words, who_words
from quotepart.wording.wording import Wording, find_wording

if TYPE_CHECKING:
    from pathlib import Path

    from quotepart.accounts.revision_table import RevisionRow
    from quotepart.dossier.labels import Names
    from quotepart.workspace import Workspace

SIZES = ("median", "p50", "p90", "p99")


def print_revisions(
    workspace: Workspace, rows: Sequence[RevisionRow], lang: str, *, as_json: bool, as_csv: bool, out: Path | None
) -> None:
    """Print revisions as a table, JSON Lines or CSV, or write the table or its chart to a file."""
    pictures = workspace.pictures
    if out is not None:
        export(
            out, frame=lambda: revisions_frame(rows), chart=lambda: pictures.revisions(rows, language=lang), lang=lang
        )
    elif as_json:
        for row in rows:
            print_json(revision_as_json(row))
    elif as_csv:
        print_csv([revision_cells(row) for row in rows])
    else:
        print_parts(parts_of_revisions(rows, pictures.names(lang), lang))


def parts_of_revisions(rows: Sequence[RevisionRow], names: Names, lang: str) -> Iterator[Table | str]:
    """Yield one table a measure: a row for each entity, age of the figure and lag between editions, with its count."""
    wording = find_wording(lang)
    for indicator in dict.fromkeys(row.indicator for row in rows):
        heads = [wording.say(f"revisions.{name}") for name in ("who", "age", "lag", "count", *SIZES)]
        yield Table(
            title=wording.say("revisions.title", name=names(indicator)),
            columns=tuple(heads),
            rows=[_row(row, names, wording) for row in rows if row.indicator == indicator],
            right=frozenset(heads[3:]),
        )
    yield wording.say("revisions.note")


def revision_as_json(row: RevisionRow) -> dict[str, Any]:
    """Return one row as a JSON object; ``to_lag`` is null where the class is open."""
    cells: dict[str, Any] = revision_cells(row)
    return {
        **cells,
        "to_lag": None if math.isinf(cells["to_lag"]) else cells["to_lag"],
        "editions": [list(pair) for pair in row.band.pairs],
    }


def _row(row: RevisionRow, names: Names, wording: Wording) -> tuple[str, ...]:
    band = row.band
    sizes = (_size(getattr(band, name), band.in_points, wording) for name in SIZES)
    words = (who_words(row, names, wording), age_words(row, wording), lag_words(row.band, wording))
    return (*words, wording.count(band.count), *sizes)


def _size(value: Decimal, in_points: bool, wording: Wording) -> str:
    return wording.amount(value, "points", 2) if in_points else wording.percent(value * 100, 2)
