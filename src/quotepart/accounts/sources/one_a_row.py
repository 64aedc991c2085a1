"""Text tables with one observation a row (SDMX-CSV and the like): columns for entity, series, period and value."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import partial

from quotepart.accounts.sources.book import Book, Row, Sheet
from quotepart.accounts.sources.cells import Numbers, header_row, text_of, year_of
from quotepart.accounts.sources.layout import Found, Layout, LayoutKind, Series, Setting, read_series
from quotepart.accounts.sources.taking import Taker
from quotepart.accounts.sources.year_rows import status_after
from quotepart.model.frozen import dataclass
from quotepart.model.observation import Status
from quotepart.pacts.sections import Section


@dataclass(frozen=True, slots=True, kw_only=True)
class _Words:
    """The headings of the columns; ``only`` keeps to the rows that have these values; unit and last final year may be absent."""

    label: str
    by: str
    period: str
    value: str
    unit: str
    final_until: str
    only: Mapping[str, str]
    numbers: Numbers
    series: Mapping[str, Series]

    @property
    def needed(self) -> tuple[str, ...]:
        """The headings without which a table is none of these."""
        return (self.label, self.by, self.period, self.value, *self.only)


def describe(section: Section) -> Layout:
    """Return the layout that a source's description gives; ``docs/accounts.md`` explains every key."""
    words = _Words(
        label=section.text("label"),
        by=section.text("by"),
        period=section.text("period"),
        value=section.text("value"),
        unit=section.text("unit", ""),
        final_until=section.text("final_until", ""),
        only=section.section("only").as_texts(),
        numbers=Numbers(missing=frozenset(section.texts("missing")), is_text=True),
        series={key: read_series(each) for key, each in section.section("series").named().items()},
    )
    return Layout(
        kind="one_a_row",
        series=tuple(words.series.values()),
        stated_on=_stated_on,
        recognises=partial(_recognises, words),
        read=partial(_read, words),
    )


SOURCE = LayoutKind(name="one_a_row", describe=describe)


def _stated_on(_: Book) -> date | None:
    return None


def _recognises(words: _Words, book: Book) -> bool:
    return book.is_text and header_row(book.sheet(""), words.needed) is not None


def _read(words: _Words, book: Book, setting: Setting) -> Found:
    sheet = book.sheet("")
    head = header_row(sheet, words.needed) or 0
    columns = {text_of(cell): at for at, cell in enumerate(sheet.rows[head])}
    found = Found()
    for at in range(head + 1, len(sheet.rows)):
        _Line(words, sheet, columns, setting, found).read(at, sheet.rows[at])
    return found


@dataclass(frozen=True, slots=True)
class _Line:
    """One row read into what was found."""

    words: _Words
    sheet: Sheet
    columns: Mapping[str, int]
    setting: Setting
    found: Found

    def read(self, at: int, row: Row) -> None:
        words, where = self.words, self.sheet.place(at)
        series = words.series.get(self._text(row, words.by))
        if series is None or any(self._text(row, heading) != only for heading, only in words.only.items()):
            return
        year = year_of(self._text(row, words.period))
        if year is None:
            self.setting.faults.add(where, f"“{self._text(row, words.period)}” is no year")
            return
        entity = self._entity(row, series, year[0], where)
        unit = self.setting.unit(entity, self._text(row, words.unit), series, where) if entity else None
        if entity and unit is not None:
            taker = Taker(self.sheet, words.numbers, self.setting, self.found)
            status = self._status(row, year[0])
            taker.take(series, entity, str(year[0]), at, self.columns[words.value], status=status, unit=unit)

    def _entity(self, row: Row, series: Series, year: int, where: str) -> str | None:
        """Return whose row it is; each entity has one row a series and year."""
        label = self._text(row, self.words.label)
        entity = self.setting.labels.entity(label)
        if entity is None:
            return self.setting.entity(label, series, where, self.found)
        rows = self.found.rows.setdefault(series, {})
        rows.setdefault(entity, where)
        first = self.found.periods.setdefault((series, entity, year), where)
        if first != where:
            self.found.doubtful.add((series.indicator, series.basis, entity))
            self.setting.faults.add(where, f"“{label}” has {year} twice in this series; first at {first}")
        return entity if first == where else None

    def _status(self, row: Row, year: int) -> Status:
        if self.words.final_until not in self.columns:
            return "final"
        digits = self._text(row, self.words.final_until)[:4]
        return status_after(int(digits) if digits.isdecimal() else 0, year, self.setting.published.year)

    def _text(self, row: Row, heading: str) -> str:
        column = self.columns.get(heading, -1)
        return text_of(row[column]) if 0 <= column < len(row) else ""
