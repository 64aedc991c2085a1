"""What is told when a member leaves, as ``departure.toml`` and ``capabilities.csv`` hold it: targets and lines of capability."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import field
from decimal import Decimal
from functools import lru_cache
from pathlib import Path

from quotepart.errors import PactError
from quotepart.model.frozen import dataclass
from quotepart.pacts import schema
from quotepart.pacts.faults import Faults, decimal_of
from quotepart.pacts.rows import Row, read_rows
from quotepart.pacts.sections import Section, read_section

TERMS, ROWS = "departure.toml", "capabilities.csv"

_TIME = re.compile(r"(?P<year>\d{4})(?:-(?P<month>0[1-9]|1[0-2])(?!\d))?")


@dataclass(frozen=True, slots=True, kw_only=True)
class CapabilityRow:
    """One figure of one line: how many ``entity`` has, at what time (``2024e``, ``2019-12``), by which source (its id)."""

    entity: str
    value: Decimal
    unit: str
    time: str
    hedge: str = ""
    source: str = ""
    citable: bool = False
    note: str = ""

    @property
    def moment(self) -> str:
        """When it was so, as a partial ISO date; empty where the row does not say."""
        found = _TIME.match(self.time)
        return "-".join(part for part in found.group("year", "month") if part) if found else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CapabilityLine:
    """One kind of force and its rows.

    ``name`` is by language. ``holders`` are the only members that have any, empty where that is not known; ``shared`` are
    fleets that members own together, by entity. A line ``of`` a member in the ``theatre`` counts what it keeps in the area of
    the pact.
    """

    id: str
    name: Mapping[str, str]
    rows: tuple[CapabilityRow, ...] = ()
    holders: tuple[str, ...] = ()
    shared: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    is_theatre: bool = False
    of: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DepartureTerms:
    """The shares of GDP, in per cent, that are priced when a member leaves, and the lines of capability, by id in their order."""

    targets: tuple[Decimal, ...]
    lines: Mapping[str, CapabilityLine]


@lru_cache(maxsize=4)
def departure_terms(folder: Path) -> DepartureTerms:
    """Return the terms of the pact in ``folder``; raises ``PactError`` with all their faults."""
    faults = Faults()
    terms = read_departure_terms(folder, faults)
    if faults.found:
        raise PactError.from_faults(str(folder), faults.found)
    return terms


def read_departure_terms(folder: Path, faults: Faults, members: Collection[str] | None = None) -> DepartureTerms:
    """Return the terms of the pact in ``folder``, noting what is wrong; members are checked where they are given."""
    head = read_section(folder, TERMS, faults)
    rows = read_rows(folder, ROWS, schema.CAPABILITIES, faults)
    targets = [decimal_of(each, head.report("targets")) for each in head.texts("targets")]
    lines = {id: _line(id, section, rows, faults, members) for id, section in head.section("lines").named().items()}
    head.close()
    return DepartureTerms(targets=tuple(each for each in targets if each is not None), lines=lines)


def _line(
    id: str, section: Section, rows: Collection[Row], faults: Faults, members: Collection[str] | None
) -> CapabilityLine:
    metric, units = section.text("metric", id), section.texts("units", needed=True)
    of, at = section.text("of", ""), section.text("at", "")
    shared = section.section("shared")
    line = CapabilityLine(
        id=id,
        name=section.section("name").as_texts(),
        rows=tuple(_row(row, at, of) for row in rows if row.text("metric") == metric and row.text("unit") in units),
        holders=section.texts("holders"),
        shared=shared.by_key(shared.texts),
        is_theatre=section.flag("theatre"),
        of=of,
    )
    named = {*line.holders, *(owner for owners in line.shared.values() for owner in owners), *([of] if of else [])}
    for member in sorted(named - set(members if members is not None else named)):
        section.fault("holders", f"“{member}” is no member of this pact")
    if "capabilities.csv" not in faults.unread and not line.rows:
        section.fault("units", f"no row of {ROWS} counts “{metric}” in {' or '.join(units)}")
    return line


def _row(row: Row, at: str, of: str) -> CapabilityRow:
    entity = row.text("entity")
    return CapabilityRow(
        entity=of if at and entity == at else entity,
        value=row.decimal("value") or Decimal(0),
        unit=row.text("unit"),
        time=row.text("year"),
        hedge=row.text("hedge"),
        source=row.text("source"),
        citable=row.flag("citable"),
        note=row.text("note"),
    )
