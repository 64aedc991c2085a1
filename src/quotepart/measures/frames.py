"""Measures as a Polars frame: one cell of a table a row, with its unit and all that it depends on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from quotepart.measures.found import Cell, Found

if TYPE_CHECKING:
    import polars as pl

HEADLINE = "headline"
"""The row and column of a measure's own value."""

COLUMNS = (
    "measure", "group", "year", "row", "column", "value", "unit", "edition", "basis", "price_base", "definition",
    "membership", "status",
)  # fmt: skip


def cells_of(found: Iterable[Found]) -> Iterator[dict[str, str | int | float | None]]:
    """Yield every cell of the measures' tables as plain values by column, the headline of each first."""
    for each in found:
        yield _cell(each, HEADLINE, HEADLINE, each.value, each.unit)
        for row in each.rows:
            for column, value in zip(each.columns, row.cells, strict=True):
                yield _cell(each, row.name, column.name, value, column.unit)


def measures_frame(found: Sequence[Found]) -> pl.DataFrame:
    """Return measures as a frame of ``COLUMNS``; ``value`` is float64 in the row's ``unit``, null where a figure is missing."""
    import polars as pl

    whole = {"year": pl.Int32, "price_base": pl.Int32, "value": pl.Float64}
    return pl.DataFrame(list(cells_of(found)), schema={name: whole.get(name, pl.String) for name in COLUMNS})


def _cell(found: Found, row: str, column: str, value: Cell, unit: str) -> dict[str, str | int | float | None]:
    return {
        "measure": found.measure,
        "group": found.group,
        "year": found.year,
        "row": row,
        "column": column,
        "value": None if value is None else float(value),
        "unit": unit,
        "edition": found.edition,
        "basis": found.basis,
        "price_base": found.price_base,
        "definition": found.definition,
        "membership": found.membership,
        "status": found.status,
    }
