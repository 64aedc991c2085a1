"""The tables of a pact's editions: one CSV file an edition, read when a look-up first needs it."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import get_args

from quotepart.errors import PactError
from quotepart.model.frozen import dataclass
from quotepart.model.observation import Basis, Edition, Observation, Source, Status
from quotepart.model.pact import Indicator, Pact

COLUMNS = ("indicator", "basis", "entity", "unit", "scale", "step", "source")
"""The columns of a table before its years; an empty unit, scale or step is the indicator's own."""

_STATUS: Mapping[str, Status] = {"": "final", "e": "estimate", "p": "projection"}
_COLUMN = re.compile(r"(?P<period>\d{4}(-(0[1-9]|1[0-2]))?)(?P<mark>[a-z]?)")
Key = tuple[str, Basis, str]
Cell = tuple["Series", str, Status]
Period = int | str
"""A year, or a month such as ``2024-05``."""


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
    """One edition's table: cells by year or month for each indicator, basis and entity; for each series the years it covers."""

    edition: Edition
    cells: Mapping[Key, Mapping[Period, tuple[Cell, ...]]]
    covered: Mapping[tuple[str, Basis], tuple[int, ...]]

    def observe(self, key: Key, period: Period, *, with_uncitable: bool = False) -> Observation | None:
        """Return what the edition printed for ``key`` and ``period``, from a citable source unless told otherwise."""
        for series, text, status in self.cells.get(key, {}).get(period, ()):
            if series.source.citable or with_uncitable:
                return self._observation(series, period, text, status)
        return None

    def months(self, key: Key) -> tuple[str, ...]:
        """Return the months for which the edition printed anything for ``key``, in order."""
        return tuple(sorted(period for period in self.cells.get(key, {}) if isinstance(period, str)))

    def has(self, indicator: str) -> bool:
        """Whether there is any figure of ``indicator``."""
        return any(name == indicator for name, _ in self.covered)

    def years(self, indicator: str, basis: Basis) -> tuple[int, ...]:
        """Return the years for which there is any figure of ``indicator`` in ``basis``, in order."""
        return self.covered.get((indicator, basis), ())

    def _observation(self, series: Series, period: Period, text: str, status: Status) -> Observation:
        year, _, month = str(period).partition("-")
        return Observation(
            entity=series.entity,
            indicator=series.indicator,
            year=int(year),
            month=int(month) if month else None,
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
    file = _file_of(pact, edition)
    return parse_table(pact, edition, _text_of(file), file)


def indicators_named(pact: Pact, edition: Edition) -> frozenset[str]:
    """Return what stands in the first column of an edition's table; of no other indicator can it have figures.

    No value is read, which is thirty times as quick as to read the table. Raises ``PactError`` as ``read_table`` does.
    """
    if edition.held == "none":
        return frozenset()
    lines = _text_of(_file_of(pact, edition)).splitlines()
    return frozenset(line.partition(",")[0].strip('"') for line in lines)


def _file_of(pact: Pact, edition: Edition) -> Path:
    return edition.table or pact.accounts / table_file(edition)


def _text_of(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except (FileNotFoundError, UnicodeDecodeError) as error:
        fault = "is missing" if isinstance(error, FileNotFoundError) else "is not UTF-8"
        raise PactError.from_faults(str(file.parent), [f"{file.name}: {fault}"]) from error


def parse_table(pact: Pact, edition: Edition, text: str, file: Path) -> Table:
    """Return the table that ``text`` holds; raises ``PactError`` with all its faults, said to be those of ``file``."""
    reader = _Reader(pact, edition)
    cells = reader.read(text)
    if reader.faults:
        raise PactError.from_faults(str(file.parent), [f"{file.name}, {fault}" for fault in reader.faults])
    return Table(edition=edition, cells=cells, covered=_covered(cells))


def _covered(cells: Mapping[Key, Mapping[Period, object]]) -> dict[tuple[str, Basis], tuple[int, ...]]:
    years: dict[tuple[str, Basis], set[int]] = {}
    for (indicator, basis, _), by_period in cells.items():
        years.setdefault((indicator, basis), set()).update(each for each in by_period if isinstance(each, int))
    return {series: tuple(sorted(found)) for series, found in years.items()}


@dataclass(slots=True)
class _Reader:
    pact: Pact
    edition: Edition
    faults: list[str] = field(default_factory=list)

    def read(self, text: str) -> Mapping[Key, Mapping[Period, tuple[Cell, ...]]]:
        lines = csv.reader(text.splitlines())
        periods = self._periods(next(lines, []))
        sources = {source.id.rpartition("/")[2]: source for source in self.edition.sources}
        printed = (group.entity for group in self.pact.groups.values() if group.entity)
        entities = {*self.pact.members, *self.pact.groups, *printed, *self.edition.others}
        cells: dict[Key, dict[Period, tuple[Cell, ...]]] = {}
        for row in lines if periods else ():
            where = f"line {lines.line_num}"
            series = self._series(where, row, len(periods), sources, entities)
            if series:
                by_period = cells.setdefault((series.indicator, series.basis, series.entity), {})
                self._fill(where, by_period, series, zip(periods, row[len(COLUMNS) :], strict=True))
        return cells

    def _periods(self, header: Sequence[str]) -> list[tuple[Period, Status]]:
        if tuple(header[: len(COLUMNS)]) != COLUMNS:
            self.faults.append(f"line 1: expected the columns {', '.join(COLUMNS)}, then years such as 2023 or 2024e")
            return []
        found = {name: _COLUMN.fullmatch(name) for name in header[len(COLUMNS) :]}
        wrong = [name for name, parts in found.items() if not parts or parts["mark"] not in _STATUS]
        if wrong:
            self.faults.append(
                f"line 1: {', '.join(wrong)}: expected years such as 2023, 2024e or 2025p, or months as 2024-05"
            )
            return []
        if len(found) < len(header) - len(COLUMNS):
            self.faults.append("line 1: a year stands twice")
            return []
        parts = [part for part in found.values() if part]
        return [(_as_period(part["period"]), _STATUS[part["mark"]]) for part in parts]

    def _series(
        self, where: str, row: Sequence[str], periods: int, sources: Mapping[str, Source], entities: set[str]
    ) -> Series | None:
        if len(row) != len(COLUMNS) + periods:
            self.faults.append(f"{where}: has {len(row)} cells; expected {len(COLUMNS) + periods}")
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

    def _fill(
        self,
        where: str,
        by_period: dict[Period, tuple[Cell, ...]],
        series: Series,
        printed: Iterable[tuple[tuple[Period, Status], str]],
    ) -> None:
        for (period, status), text in printed:
            if not text:
                continue
            if not text.replace(".", "", 1).isdecimal():  # by far the most are plain digits
                self._number(f"{where}, {period}", text)
            cell = (series, text, status)
            others = by_period.get(period, ())
            by_period[period] = (*others, cell) if others else (cell,)
            if others and any(other[0].source == series.source for other in others):
                self.faults.append(f"{where}: {series.entity} {series.indicator} {period} stands twice from one source")

    def _number(self, where: str, text: str) -> Decimal:
        try:
            value = Decimal(text)
        except InvalidOperation:
            value = Decimal("nan")
        if not value.is_finite():
            self.faults.append(f"{where}: “{text}” is no number; expected digits with a full stop, as in 2.5")
            return Decimal(0)
        return value


def _as_period(text: str) -> Period:
    return int(text) if text.isdecimal() else text


def basis_of(indicator: Indicator, basis: Basis) -> Basis:
    """Return ``basis`` where the indicator is published in it, else the only one that it is published in."""
    return basis if basis in indicator.bases else indicator.bases[0]
