"""An edition as its two files: the table of its figures, and what it says of itself and of where each was printed.

Both are made of the same bytes for the same figures. The table's name carries a hash of its text: an edition's source file names
the table it belongs to, so that putting the source file in place is the one step that makes an edition appear or change.
"""

from __future__ import annotations

import csv
import hashlib
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field

from quotepart.accounts.tables import COLUMNS
from quotepart.model.frozen import dataclass
from quotepart.model.observation import Edition, Source, Status

MARKS: Mapping[Status, str] = {"final": "", "estimate": "e", "projection": "p"}
_HASH_DIGITS = 12


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row of a table: the cells before its years, in the order of ``COLUMNS``, and its numbers by column."""

    head: tuple[str, ...]
    cells: dict[str, str] = field(default_factory=dict, compare=False)

    @property
    def series(self) -> tuple[str, str]:
        """The indicator and price basis that the row belongs to."""
        return (self.head[0], self.head[1])

    @property
    def entity(self) -> str:
        """Whose figures these are."""
        return self.head[COLUMNS.index("entity")]

    @property
    def source(self) -> str:
        """The key of where they were printed."""
        return self.head[COLUMNS.index("source")]

    def with_source(self, key: str) -> TableRow:
        """Return the row under another key of where it was printed."""
        return TableRow((*self.head[: COLUMNS.index("source")], key), self.cells)


def rows_of(table: str) -> tuple[TableRow, ...]:
    """Return the rows of a table's text."""
    lines = csv.reader(table.splitlines())
    columns = next(lines, [])[len(COLUMNS) :]
    width = len(COLUMNS)
    return tuple(
        TableRow(tuple(line[:width]), {name: cell for name, cell in zip(columns, line[width:], strict=True) if cell})
        for line in lines
    )


def table_text(rows: Sequence[TableRow]) -> str:
    """Return the text of a table: years in order, final before estimate before projection, months after all years."""
    columns = sorted({column for row in rows for column in row.cells}, key=_column_order)
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow([*COLUMNS, *columns])
    writer.writerows([*row.head, *(row.cells.get(column, "") for column in columns)] for row in rows)
    return text.getvalue()


def _column_order(column: str) -> tuple[bool, str, int]:
    is_month, mark = "-" in column, column[-1] if column[-1].isalpha() else ""
    return (is_month, column.rstrip("ep"), list(MARKS.values()).index(mark))


def years_of(rows: Iterable[TableRow]) -> tuple[int, int] | None:
    """Return the first and the last year with a figure, ``None`` where there are only months."""
    years = {int(column[:4]) for row in rows for column in row.cells if "-" not in column}
    return (min(years), max(years)) if years else None


def name_of(edition: Edition) -> str:
    """Return the stem of an edition's files: its id with a hyphen for the colon."""
    return edition.id.replace(":", "-")


def table_name(edition: Edition, text: str) -> str:
    """Return the name of an imported edition's table, which changes with its text."""
    digest = hashlib.sha256(text.encode("utf-8")).hexdigest()[:_HASH_DIGITS]
    return f"{name_of(edition)}.{digest}.csv"


def source_text(edition: Edition) -> str:
    """Return the source file of an imported edition, as ``pacts.editions`` reads it."""
    lines = [
        _line("producer", edition.producer),
        f"published = {edition.published.isoformat()}",
        _line("title", edition.title),
        _line("held", edition.held),
        *([f"price_base = {edition.price_base}"] if edition.price_base else []),
        _line("definition", edition.definition),
        *([f"years = [{edition.years[0]}, {edition.years[1]}]"] if edition.years else []),
        *([_line("note", edition.note)] if edition.note else []),
        *([_line("table", edition.table.name)] if edition.table else []),
        *([f"others = {_value(list(edition.others))}"] if edition.others else []),
    ]
    return "\n".join([*lines, *(line for source in edition.sources for line in _source_lines(source))]) + "\n"


def _source_lines(source: Source) -> list[str]:
    key = source.id.rpartition("/")[2]
    needed = {"title": source.title, "publisher": source.publisher, "url": source.url}
    others = {"place": source.place, "via": source.via}
    return [
        "",
        f"[sources.{key}]",
        *(_line(name, text) for name, text in needed.items()),
        *(_line(name, text) for name, text in others.items() if text),
        f"citable = {_value(source.citable)}",
        _line("verification", source.verification),
    ]


def _line(key: str, text: str) -> str:
    return f"{key} = {_value(text)}"


def _value(value: object) -> str:
    """Return a value as TOML writes it: its basic strings, lists and flags are those of JSON, save for one character."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
