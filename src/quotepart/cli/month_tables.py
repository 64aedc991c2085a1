"""Figures month by month as a table for people, and as rows for programs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from quotepart.cli.output import Table
from quotepart.model.wire import number
from quotepart.wording.wording import find_wording

if TYPE_CHECKING:
    from quotepart.model.observation import Observation


def table_of_months(found: Sequence[Observation], lang: str) -> Table:
    """Return one row a month and one column an entity."""
    wording = find_wording(lang)
    entities = list(dict.fromkeys(each.entity for each in found))
    cells = {(each.entity, _month(each)): wording.amount(each.value, each.unit) for each in found}
    months = sorted({_month(each) for each in found})
    return Table(
        title=f"{found[0].indicator}, {found[0].unit} ({found[0].edition})",
        columns=("month", *entities),
        rows=[(month, *(cells.get((entity, month), "") for entity in entities)) for month in months],
        right=frozenset(entities),
    )


def month_rows(found: Sequence[Observation]) -> list[dict[str, Any]]:
    """Return one object a figure: ``month`` is written ``2024-05``."""
    return [
        {
            "member": each.entity,
            "indicator": each.indicator,
            "month": _month(each),
            "value": number(each.value),
            "unit": each.unit,
            "status": each.status,
            "edition": each.edition,
            "source": each.source,
        }
        for each in found
    ]


def _month(each: Observation) -> str:
    return f"{each.year}-{each.month:02}"
