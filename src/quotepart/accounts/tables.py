"""The tables of a pact's editions: one CSV file an edition, read when a look-up first needs it."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from typing import get_args

from quotepart.errors import PactError
from quotepart.model.observation import Basis, Edition, Observation, Source, Status
from quotepart.model.pact import Indicator, Pact

COLUMNS = ("indicator", "basis", "entity", "unit", "scale", "step", "source")
"""The columns of a table before its years; an empty unit, scale or step is the indicator's own."""

_STATUS: Mapping[str, Status] = {"": "final", "e": "estimate", "p": "projection"}
Key = tuple[str, Basis, str]
Cell = tuple["Series", str, Status]


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """What the cells of one row have in common: ``scale`` and ``step`` are in full units."""

    indicator: str
    basis: Basis
    entity: str
    unit: str
    scale: Decimal
    step: Decimal
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One edition's table: for each indicator, basis and entity its cells by year; for each series the years it covers."""

    edition: Edition
    cells: Mapping[Key, Mapping[int, tuple[Cell, ...]]]
    covered: Mapping[tuple[str, Basis], tuple[int, ...]]

    def observe(self, key: Key, year: int, *, with_uncitable: bool) -> Observation | None:
        """Return what the edition printed for ``key`` and ``year``, from a citable source unless told otherwise."""
        for series, text, status in self.cells.get(key, {}).get(year, ()):
            if series.source.citable or with_uncitable:
                return self._observation(series, year, text, status)
        return None

    def has(self, indicator: str) -> bool:
        """Whether there is any figure of ``indicator``."""
        return any(name == indicator for name, _ in self.covered)

    def years(self, indicator: str, basis: Basis) -> tuple[int, ...]:
        """Return the years for which there is any figure of ``indicator`` in ``basis``, in order."""
        return self.covered.get((indicator, basis), ())

    def _observation(self, series: Series, year: int, text: str, status: Status) -> Observation:
        return Observation(
            entity=series.entity,
            indicator=series.indicator,
            year=year,
            value=Decimal(text) * series.scale,
            unit=series.unit,
            basis=series.basis,
            status=status,
            edition=self.edition.id,
            source=series.source.id,
            step=series.step,
            price_base=self.edition.price_base if series.basis == "constant" else None,
        )


def table_file(edition: Edition) -> str:
    """Return the name of an edition's table: its id with a hyphen for the colon.

    >>> from datetime import date
    >>> edition = Edition(id="nato:2024-06-17", producer="nato", published=date(2024, 6, 17), title="", held="full")
    >>> table_file(edition)
    'nato-2024-06-17.csv'
    """
    return f"{edition.id.replace(':', '-')}.csv"


def read_table(pact: Pact, edition: Edition) -> Table:
    """Return the table of ``edition``; an edition that is not held has an empty one.

    Raises ``PactError`` with all the faults of the file in one message.
    """
    if edition.held == "none":
        return Table(edition=edition, cells={}, covered={})
    file = pact.accounts / table_file(edition)
    try:
        text = file.read_text(encoding="utf-8")
    except (FileNotFoundError, UnicodeDecodeError) as error:
        fault = "is missing" if isinstance(error, FileNotFoundError) else "is not UTF-8"
        raise PactError.from_faults(str(pact.accounts), [f"{file.name}: {fault}"]) from error
    reader = _Reader(pact, edition)
    cells = reader.read(text)
    if reader.faults:
        raise PactError.from_faults(str(pact.accounts), [f"{file.name}, {fault}" for fault in reader.faults])
    return Table(edition=edition, cells=cells, covered=_covered(cells))


def _covered(cells: Mapping[Key, Mapping[int, object]]) -> dict[tuple[str, Basis], tuple[int, ...]]:
    years: dict[tuple[str, Basis], set[int]] = {}
    for (indicator, basis, _), by_year in cells.items():
        years.setdefault((indicator, basis), set()).update(by_year)
    return {series: tuple(sorted(found)) for series, found in years.items()}


@dataclass(slots=True)
class _Reader:
    pact: Pact
    edition: Edition
    faults: list[str] = field(default_factory=list)

    def read(self, text: str) -> Mapping[Key, Mapping[int, tuple[Cell, ...]]]:
        lines = csv.reader(text.splitlines())
        years = self._years(next(lines, []))
        sources = {source.id.rpartition("/")[2]: source for source in self.edition.sources}
        entities = {*self.pact.members, *self.pact.groups, *(g.entity for g in self.pact.groups.values() if g.entity)}
        cells: dict[Key, dict[int, tuple[Cell, ...]]] = {}
        for row in lines if years else ():
            where = f"line {lines.line_num}"
            series = self._series(where, row, len(years), sources, entities)
            if series:
                by_year = cells.setdefault((series.indicator, series.basis, series.entity), {})
                for year, status, number in self._numbers(where, row[len(COLUMNS) :], years):
                    self._add(where, by_year, year, (series, number, status))
        return cells

    def _years(self, header: Sequence[str]) -> list[tuple[int, Status]]:
        if tuple(header[: len(COLUMNS)]) != COLUMNS:
            self.faults.append(f"line 1: expected the columns {', '.join(COLUMNS)}, then years such as 2023 or 2024e")
            return []
        years = [(name[:4], name[4:]) for name in header[len(COLUMNS) :]]
        wrong = [year + mark for year, mark in years if not year.isdecimal() or mark not in _STATUS]
        if wrong:
            self.faults.append(f"line 1: {', '.join(wrong)}: expected years such as 2023, 2024e or 2025p")
            return []
        if len({year for year, _ in years}) < len(years):
            self.faults.append("line 1: a year stands twice")
        return [(int(year), _STATUS[mark]) for year, mark in years]

    def _series(
        self, where: str, row: Sequence[str], years: int, sources: Mapping[str, Source], entities: set[str]
    ) -> Series | None:
        if len(row) != len(COLUMNS) + years:
            self.faults.append(f"{where}: has {len(row)} cells; expected {len(COLUMNS) + years}")
            return None
        name, basis, entity, unit, scale, step, source = row[: len(COLUMNS)]
        indicator = self.pact.indicators.get(name)
        if indicator is None or basis not in get_args(Basis) or entity not in entities or source not in sources:
            known = {"indicator": indicator, "basis": basis in get_args(Basis), "entity": entity in entities}
            wrong = [column for column, found in {**known, "source": source in sources}.items() if not found]
            said = ", ".join(f"{column} “{row[COLUMNS.index(column)]}”" for column in wrong)
            self.faults.append(f"{where}: unknown {said}")
            return None
        worth = self._number(where, scale) if scale else indicator.scale
        last = self._number(where, step) if step else Decimal(1).scaleb(-indicator.digits)
        return Series(
            indicator=name,
            basis="constant" if basis == "constant" else "current",
            entity=entity,
            unit=unit or indicator.unit,
            scale=worth,
            step=last * worth,
            source=sources[source],
        )

    def _numbers(
        self, where: str, cells: Sequence[str], years: Sequence[tuple[int, Status]]
    ) -> Iterator[tuple[int, Status, str]]:
        for (year, status), text in zip(years, cells, strict=True):
            if text:
                self._number(f"{where}, {year}", text)
                yield year, status, text

    def _number(self, where: str, text: str) -> Decimal:
        try:
            value = Decimal(text)
        except InvalidOperation:
            value = Decimal("nan")
        if not value.is_finite():
            self.faults.append(f"{where}: “{text}” is no number; expected digits with a full stop, as in 2.5")
            return Decimal(0)
        return value

    def _add(self, where: str, by_year: dict[int, tuple[Cell, ...]], year: int, cell: Cell) -> None:
        others = by_year.get(year, ())
        if any(other[0].source == cell[0].source for other in others):
            self.faults.append(f"{where}: {cell[0].entity} {cell[0].indicator} {year} stands twice from one source")
        by_year[year] = (*others, cell)


def basis_of(indicator: Indicator, basis: Basis) -> Basis:
    """Return ``basis`` where the indicator is published in it, else the only one that it is published in."""
    return basis if basis in indicator.bases else indicator.bases[0]
