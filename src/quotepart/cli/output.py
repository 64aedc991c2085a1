"""What goes to stdout and what to stderr: tables for people, JSON Lines for programs, notes beside them."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from quotepart.errors import UsageError
from quotepart.model.frozen import dataclass

if TYPE_CHECKING:
    from rich.table import Table as RichTable

GAP = "  "


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table as a command fills it: headed columns of text, some of them numbers that align to the right."""

    columns: tuple[str, ...]
    rows: Sequence[Sequence[str]]
    right: frozenset[str] = frozenset()
    title: str = ""
    styles: Mapping[str, str] | None = None


def print_json(each: Mapping[str, object]) -> None:
    """Write one JSON object as a line to stdout."""
    sys.stdout.write(json.dumps(each, ensure_ascii=False, allow_nan=False) + "\n")


def print_csv(rows: Sequence[Mapping[str, object]]) -> None:
    """Write rows that have the same keys to stdout as CSV, the keys as its head."""
    writer = csv.DictWriter(sys.stdout, fieldnames=list(rows[0]) if rows else [], lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)


def print_parts(parts: Iterable[Table | str]) -> None:
    """Write lines and tables to stdout: drawn and wrapped on a terminal, in plain columns and unwrapped elsewhere."""
    if sys.stdout.isatty():
        _draw(parts)
    else:
        for part in parts:
            lines = [part] if isinstance(part, str) else plain_lines(part)
            sys.stdout.write("".join(f"{line}\n" for line in lines))


def plain_lines(table: Table) -> list[str]:
    """Return a table as lines of text: its title, its heads, and one line a row, however long.

    >>> plain_lines(Table(columns=("year", "value"), rows=[("2024", "2.1"), ("2025", "13")], right=frozenset({"value"})))
    ['year  value', '2024    2.1', '2025     13']
    """
    cells = [table.columns, *table.rows]
    widths = [max(len(row[at]) for row in cells) for at in range(len(table.columns))]
    flow = [">" if column in table.right else "<" for column in table.columns]
    lines = [
        GAP.join(f"{cell:{side}{width}}" for cell, side, width in zip(row, flow, widths, strict=True)) for row in cells
    ]
    return [*([table.title] if table.title else []), *(line.rstrip() for line in lines)]


def write_file(file: Path, text: str) -> None:
    """Write ``text`` to ``file``, making its folder; raises ``UsageError`` where that can't be done."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    except OSError as fault:
        hint = "choose another place with -o"
        raise UsageError(f"the file can't be written: {fault.strerror}", where=str(file), hint=hint) from None


def tell(text: str) -> None:
    """Write a note for the person at the keyboard to stderr, never to stdout."""
    print(text, file=sys.stderr)


def _draw(parts: Iterable[Table | str]) -> None:
    from rich.console import Console
    from rich.text import Text

    console = Console(highlight=False)
    for part in parts:
        console.print(Text(part) if isinstance(part, str) else _as_rich(part))


def _as_rich(table: Table) -> RichTable:
    from rich.box import SIMPLE_HEAD
    from rich.table import Table as RichTable
    from rich.text import Text

    drawn = RichTable(
        title=table.title or None,
        title_justify="left",
        title_style="bold",
        header_style="dim",
        box=SIMPLE_HEAD,
        pad_edge=False,
    )
    for column in table.columns:
        drawn.add_column(column, justify="right" if column in table.right else "left", overflow="fold")
    styles = table.styles or {}
    for row in table.rows:
        drawn.add_row(*(Text(cell, style=styles.get(cell, "")) for cell in row))
    return drawn
