"""Claims from a table: one a row of CSV, or a line of JSON, with ``id``, ``text``, ``date`` and perhaps ``lang`` and ``by``."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import TextIO

from quotepart.errors import DocumentError
from quotepart.model.dates import Dating
from quotepart.workspace import Said

HINT = "a row has text, and perhaps id, date (2018-07-12), lang and by"
Row = Mapping[str, object]


def claims_in(file: Path) -> Iterator[Said | DocumentError]:
    """Yield the claims of a file, one row in memory at a time, and an error for each row that is none.

    A row without a date is taken as said today; one without an id has its number. Raises ``DocumentError`` when the file can't be
    read.
    """
    try:
        with file.open(encoding="utf-8-sig", newline="") as stream:
            rows = _csv_rows(stream) if file.suffix.lower() == ".csv" else _json_rows(stream)
            yield from _claims(rows, file)
    except (OSError, UnicodeDecodeError, csv.Error) as fault:
        raise DocumentError(f"the claims can't be read: {fault}", where=str(file), hint=HINT) from None


def _claims(rows: Iterable[Row | None], file: Path) -> Iterator[Said | DocumentError]:
    for number, row in enumerate(rows, start=1):
        where = f"{file.name}, row {number}"
        text = row.get("text") if row else None
        if not isinstance(text, str) or not text.strip() or row is None:
            yield DocumentError("this row has no text", where=where, hint=HINT)
            continue
        try:
            said_on = Dating(date=_text(row.get("date")) or date.today().isoformat(), how="given").date
        except ValueError:
            yield DocumentError(f"“{row.get('date')}” is not a date", where=where, hint=HINT)
            continue
        yield Said(
            id=_text(row.get("id")) or str(number),
            text=text,
            on=said_on,
            lang=_text(row.get("lang")) or None,
            by=_text(row.get("by")) or None,
        )


def _csv_rows(stream: TextIO) -> Iterator[Row | None]:
    return ({key: value for key, value in row.items() if key} for row in csv.DictReader(stream))


def _json_rows(stream: TextIO) -> Iterator[Row | None]:
    for line in stream:
        if line.strip():
            try:
                row = json.loads(line)
            except ValueError:
                row = None
            yield row if isinstance(row, dict) else None


def _text(value: object) -> str:
    return "" if value is None else str(value).strip()
