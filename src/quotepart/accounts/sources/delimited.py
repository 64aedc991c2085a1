"""Text tables (comma, tab or semicolon between cells) as one sheet, whichever encoding the publisher used."""

from __future__ import annotations

import codecs
import csv
import io
from itertools import islice

from quotepart.accounts.sources.archive import DAMAGED
from quotepart.accounts.sources.book import Sheet
from quotepart.accounts.sources.workbook import CELLS_LIMIT, COLUMNS_LIMIT
from quotepart.errors import SourceError

ROWS_LIMIT = 500_000
_DELIMITERS = (",", "\t", ";")
_SAMPLE = 8
_BYTE_ORDER_MARKS = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}


def text_of(raw: bytes, where: str) -> str:
    """Return the characters of a text file: by its byte order mark, else UTF-8, else Windows-1252.

    Raises ``SourceError`` where it is no text at all.
    """
    encoding = next((name for mark, name in _BYTE_ORDER_MARKS.items() if raw.startswith(mark)), None)
    # Some publishers' UTF-16 comes without its mark: then every other byte of plain text is zero.
    encoding = encoding or ("utf-16-le" if raw[1:20:2].count(0) > 5 else None)
    for candidate in [encoding] if encoding else ["utf-8", "cp1252"]:
        try:
            text = raw.decode(candidate)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise SourceError("the file is neither a workbook nor text", where=where, hint="give an .xlsx, .csv or .tsv file")


def table_of(text: str, where: str) -> Sheet:
    """Return a text table as one sheet without a name; raises ``SourceError`` where it is too large or can't be split."""
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter_of(text))
    rows: list[tuple[str, ...]] = []
    cells = 0
    try:
        for row in lines:
            cells += len(row)
            if len(rows) >= ROWS_LIMIT or len(row) > COLUMNS_LIMIT or cells > CELLS_LIMIT:
                limits = f"{ROWS_LIMIT} rows, {COLUMNS_LIMIT} columns and {CELLS_LIMIT} cells"
                raise SourceError(f"the table has more than {limits}", where=where, hint=DAMAGED)
            rows.append(tuple(cell.strip() for cell in row))
    except csv.Error as fault:
        raise SourceError(f"the table can't be split into cells ({fault})", where=where, hint=DAMAGED) from fault
    return Sheet(name="", rows=tuple(tuple(cell or None for cell in row) for row in rows))


def _delimiter_of(text: str) -> str:
    lines = [line for line in islice(io.StringIO(text), 40) if line.strip()]
    widest = sorted(lines, key=len)[-_SAMPLE:]
    return max(_DELIMITERS, key=lambda mark: max((line.count(mark) for line in widest), default=0))
