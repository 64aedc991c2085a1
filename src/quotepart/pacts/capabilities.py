"""Rows of ``capabilities.csv`` that are shares of a whole by member, as they stood in a year."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache
from pathlib import Path

from quotepart.errors import PactError
from quotepart.pacts import schema
from quotepart.pacts.faults import Faults
from quotepart.pacts.rows import Row, read_rows

_YEARS = re.compile(r"(?P<first>\d{4})(-(?P<last>\d{4}))?")


def shares_in(folder: Path, metric: str, year: int, *, with_uncitable: bool = False) -> Mapping[str, Decimal]:
    """Return the shares of ``metric``, in per cent by entity, that held in ``year``; the latest key where two did.

    Rows that may not be cited are passed over unless ``with_uncitable`` is set. Raises ``PactError`` for a file with faults.
    """
    spans = {(span, row.text("entity")): row for row in _rows(folder) if (span := _span(row, metric))}
    found = sorted((span, entity) for span, entity in spans if span[0] <= year <= span[1])
    rows = {entity: spans[span, entity] for span, entity in found}
    return {
        entity: value
        for entity, row in rows.items()
        if (with_uncitable or row.flag("citable")) and (value := row.decimal("value")) is not None
    }


def _span(row: Row, metric: str) -> tuple[int, int] | None:
    years = _YEARS.match(row.text("year"))
    if row.text("metric") != metric or not years:
        return None
    return int(years["first"]), int(years["last"] or years["first"])


@lru_cache(maxsize=4)
def _rows(folder: Path) -> tuple[Row, ...]:
    faults = Faults()
    rows = read_rows(folder, "capabilities.csv", schema.CAPABILITIES, faults)
    if faults.found:
        raise PactError.from_faults(str(folder), faults.found)
    return rows
