"""What reading an official file needs and gives: the layout that knows how, the setting, and the values printed in it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import field
from datetime import date
from decimal import Decimal
from typing import Literal

from quotepart.accounts.sources.book import Book
from quotepart.accounts.sources.labels import Labels
from quotepart.model.frozen import dataclass
from quotepart.model.observation import Basis, Held, Status
from quotepart.model.pact import Pact
from quotepart.pacts import schema
from quotepart.pacts.faults import Faults
from quotepart.pacts.sections import Section

Expects = Literal["members", "none"]
NATIONAL = "national"
"""The unit of an indicator whose values are each in a currency of their own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """What one series of a file becomes in the accounts.

    A cell times ``times``, rounded to ``decimals``, is the number in the account table; ``scale`` turns that into full units
    and ``step`` is its last printed digit, each the indicator's own where it is not given. ``place`` is the key of where in
    the publication it stands.
    """

    indicator: str
    basis: Basis
    place: str
    times: Decimal = Decimal(1)
    decimals: int = 6
    scale: Decimal | None = None
    step: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """One value as it stands in a file: ``number`` as the account table holds it, ``period`` a year or a month (``2024-05``).

    ``unit`` is given where it is not the indicator's, as for national currencies; ``where`` is its place in the file.
    """

    entity: str
    series: Series
    period: str
    number: Decimal
    status: Status
    unit: str
    where: str

    @property
    def year(self) -> int:
        """The year it is about."""
        return int(self.period[:4])


@dataclass(slots=True, kw_only=True)
class Found:
    """What was found in a file: its values, which rows there are for each series, the year of its prices.

    ``rows`` holds the entities that have a row in a series, also where the row has no number. ``strangers`` are labels that the
    pact has no name for. ``periods`` holds where each year of an entity stood first, for files with a row for each.
    ``price_bases`` should be one at most. ``doubtful`` rows (indicator, basis, entity) stand twice: checked against nothing.
    """

    printed: list[Printed] = field(default_factory=list)
    rows: dict[Series, dict[str, str]] = field(default_factory=dict)
    periods: dict[tuple[Series, str, int], str] = field(default_factory=dict)
    price_bases: dict[int, str] = field(default_factory=dict)
    strangers: dict[str, str] = field(default_factory=dict)
    doubtful: set[tuple[str, str, str]] = field(default_factory=set)


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What a layout reads by: whose labels and units, which day of publication, and where faults are noted."""

    pact: Pact
    source: OfficialSource
    labels: Labels
    published: date
    faults: Faults

    def entity(self, label: str, series: Series, where: str, found: Found) -> str | None:
        """Return whose row of ``series`` a label is, and keep it as there.

        ``None`` for a stranger, which is a fault where the source has none, and for a row that stands twice.
        """
        entity = self.labels.entity(label)
        if entity is None:
            found.strangers.setdefault(label, where)
            if not self.source.passes_strangers:
                self.faults.add(where, f"“{label}” is nobody that the pact or the source's labels know")
            return None
        rows = found.rows.setdefault(series, {})
        if entity in rows:
            found.doubtful.add((series.indicator, series.basis, entity))
            self.faults.add(where, f"“{label}” stands twice in this series; first at {rows[entity]}")
            return None
        rows[entity] = where
        return entity

    def unit(self, entity: str, label: str, series: Series, where: str) -> str | None:
        """Return the currency that a label means for an entity; ``None``, and a fault for a member, where nobody knows.

        A series whose indicator has one unit for all needs no label.
        """
        if self.pact.indicators[series.indicator].unit != NATIONAL:
            return ""
        units = self.source.units
        unit = units.get(f"{entity} {label}") or units.get(label) or units.get(entity)
        if unit is None and entity in self.pact.members:
            self.faults.add(where, f"“{label}” is no currency that the source's units know for {entity}")
        return unit


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """One way a source's files are laid out: whether a book looks like it, and what stands in it.

    ``stated_on`` is the day of publication that a book names itself. ``read`` never stops at a fault: it notes each in the
    setting's faults and goes on.
    """

    kind: str
    series: tuple[Series, ...]
    stated_on: Callable[[Book], date | None]
    recognises: Callable[[Book], bool]
    read: Callable[[Book, Setting], Found]


@dataclass(frozen=True, slots=True, kw_only=True)
class LayoutKind:
    """A kind of layout, one module of this folder: ``describe`` makes a layout of its words in a source's description."""

    name: str
    describe: Callable[[Section], Layout]


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where in a publication a series stands, under the key by which an edition's sources call it.

    ``verification`` is ``derived`` where its figures are our own sums of what stands there.
    """

    key: str
    title: str
    url: str
    place: str
    verification: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficialSource:
    """A producer's files as the pact describes them; see ``docs/accounts.md`` for every key.

    ``last_year`` is how many years from the year of publication the last year with a figure may lie. With ``is_in_parts`` one
    file holds a part of an edition. ``has_met_a_real_file`` is false while its layouts were only read about.
    """

    id: str
    producer: str
    publisher: str
    title: str
    held: Held
    note: str
    layouts: Mapping[str, Layout]
    places: Mapping[str, Place]
    labels: Mapping[str, str]
    units: Mapping[str, str]
    definitions: tuple[tuple[date, str], ...]
    last_year: tuple[int, int]
    expects: Expects
    aggregates: tuple[str, ...]
    passes_strangers: bool
    is_in_parts: bool
    has_results: bool
    has_met_a_real_file: bool

    def definition_on(self, day: date) -> str:
        """Return the producer's definition of the main measure in a file published on ``day``."""
        known = [definition for start, definition in self.definitions if start <= day]
        return known[-1] if known else "standard"


def members_expected(pact: Pact, indicator: str, day: date) -> tuple[str, ...]:
    """Return the members of a day that should have a row in a series: all but those without such figures."""
    without = pact.indicators[indicator].without
    return tuple(each.id for each in pact.members.values() if each.is_member_on(day) and each.id not in without)


def read_series(section: Section) -> Series:
    """Return what one series of a file becomes in the accounts."""
    return Series(
        indicator=section.text("indicator"),
        basis=section.choice("basis", schema.BASES, "current"),
        place=section.text("place"),
        times=section.decimal("times", "1"),
        decimals=6 if (decimals := section.integer("decimals")) is None else decimals,
        scale=section.decimal("scale") if section.has("scale") else None,
        step=section.decimal("step") if section.has("step") else None,
    )
