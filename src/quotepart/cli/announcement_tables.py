"""Figures announced without a table, each an edition of its own, as a table for people and as objects for programs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from quotepart.cli.output import Table
from quotepart.model.wire import number
from quotepart.wording.wording import find_wording

if TYPE_CHECKING:
    from quotepart.model.observation import Announcement


def table_of_announcements(said: Sequence[Announcement], lang: str) -> Table:
    """Return one row an announcement, newest first: what was said of whom, over which base and in which prices."""
    wording = find_wording(lang)
    rows = [
        (
            each.id,
            each.announced_on.isoformat(),
            each.person or each.office,
            f"{each.hedge} {wording.amount(each.value, each.unit)}".strip(),
            each.measure,
            each.group,
            "–".join(str(year) for year in dict.fromkeys((each.start_year, each.end_year)) if year),
            str(each.base_year or ""),
            each.price_basis,
            "" if each.source.citable else "no",
        )
        for each in sorted(said, key=lambda each: (each.announced_on, each.id), reverse=True)
    ]
    heads = ("edition", "announced", "by", "figure", "measure", "of", "years", "over", "prices", "citable")
    return Table(columns=heads, rows=rows, right=frozenset({"figure"}))


def announcement_as_json(said: Announcement) -> dict[str, Any]:
    """Return an announcement as one JSON object, with its source."""
    return {
        "id": said.id,
        "published": said.announced_on.isoformat(),
        "kind": "announcement",
        "held": "announcement",
        "office": said.office,
        "person": said.person,
        "value": number(said.value),
        "unit": said.unit,
        "hedge": said.hedge,
        "measure": said.measure,
        "group": said.group,
        "from": said.start_year,
        "to": said.end_year,
        "base_year": said.base_year,
        "price_basis": said.price_basis or None,
        "meeting": said.meeting,
        "citable": said.source.citable,
        "source": said.source.title,
        "url": said.source.url,
        "note": said.note,
    }
