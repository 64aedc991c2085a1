"""Aid by donor, kind and month, summed from one row an activity, beside a summary by donor and a table of months.

The layout of the Kiel Institute's Ukraine Support Tracker, which no table description can say: its months and years are our own
sums of its rows. Rows without a month count in no month and no year.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import partial

from quotepart.accounts.sources.aid_tables import MonthWords, SummaryWords, read_months, read_summary
from quotepart.accounts.sources.book import Book, Sheet
from quotepart.accounts.sources.cells import Numbers, header_row, rounded, text_of
from quotepart.accounts.sources.layout import Found, Layout, LayoutKind, Printed, Series, Setting, read_series
from quotepart.model.frozen import dataclass
from quotepart.pacts.sections import Section

MONTHS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class _Words:
    """The sheet of activities: the headings of its columns, and the series of each type of aid and of all together.

    Months count from ``first_month`` (1) on; 0 is undated. ``only`` keeps to the rows that have these values.
    """

    sheet: str
    donor: str
    type: str
    month: str
    value: str
    first_month: str
    only: Mapping[str, str]
    numbers: Numbers
    series: Mapping[str, Series]
    total: Series

    @property
    def headings(self) -> tuple[str, ...]:
        """The headings that the sheet must have."""
        return (self.donor, self.type, self.month, self.value, *self.only)

    def period(self, index: int) -> str:
        """Return the month that an index means, as ``2024-05``."""
        year, month = map(int, self.first_month.split("-"))
        years, at = divmod(month + index - 2, MONTHS)
        return f"{year + years}-{at + 1:02}"


def describe(section: Section) -> Layout:
    """Return the layout that a source's description gives; ``docs/accounts.md`` explains every key."""
    words = _activities(section.section("activities"))
    summary = SummaryWords.read(section.section("summary")) if section.has("summary") else None
    months = MonthWords.read(section.section("months")) if section.has("months") else None
    series = [*words.series.values(), words.total]
    series += [*summary.series.values()] if summary else []
    series += [months.series] if months else []
    return Layout(
        kind="aid_activities",
        series=tuple(series),
        stated_on=_stated_on,
        recognises=partial(_recognises, words),
        read=partial(_read, words, summary, months),
    )


SOURCE = LayoutKind(name="aid_activities", describe=describe)


def _activities(section: Section) -> _Words:
    sheet = section.text("sheet", "")
    return _Words(
        sheet=sheet,
        donor=section.text("donor"),
        type=section.text("type"),
        month=section.text("month"),
        value=section.text("value"),
        first_month=section.text("first_month"),
        only=section.section("only").as_texts(),
        numbers=Numbers(missing=frozenset(section.texts("missing")), is_text=not sheet),
        series={key: read_series(each) for key, each in section.section("series").named().items()},
        total=read_series(section.section("total")),
    )


def _stated_on(_: Book) -> date | None:
    return None


def _recognises(words: _Words, book: Book) -> bool:
    return (
        words.sheet in book.sheet_names and header_row(book.sheet(words.sheet), (words.donor, words.type)) is not None
    )


def _read(
    words: _Words, summary: SummaryWords | None, months: MonthWords | None, book: Book, setting: Setting
) -> Found:
    found = Found()
    for read in (
        partial(_read_activities, words, book.sheet(words.sheet)),
        partial(read_summary, summary, book),
        partial(read_months, months, book),
    ):
        read(setting, found)
    return found


def _read_activities(words: _Words, sheet: Sheet, setting: Setting, found: Found) -> None:
    head = header_row(sheet, words.headings)
    if head is None:
        setting.faults.add(sheet.place(), f"has no row with the headings {', '.join(words.headings)}")
        return
    columns = {text_of(cell): at for at, cell in enumerate(sheet.rows[head])}
    lines = _Lines(words, sheet, columns, setting, found)
    activities = [each for at in range(head + 1, len(sheet.rows)) if (each := lines.activity(at))]
    for (entity, series, period), counted in sorted(_sums(words, activities).items(), key=_order):
        found.rows.setdefault(series, {}).setdefault(entity, counted.where)
        number = rounded(counted.value * series.times, series.decimals)
        found.printed.append(
            Printed(
                entity=entity, series=series, period=period, number=number, status="final", unit="", where=counted.where
            )
        )


@dataclass(frozen=True, slots=True)
class _Activity:
    """What one row gave, in which month, and where it stands."""

    entity: str
    series: Series
    period: str
    value: Decimal
    where: str


_Key = tuple[str, Series, str]


def _sums(words: _Words, activities: list[_Activity]) -> dict[_Key, _Activity]:
    """Return the sums of each donor, by type and all together, by month and by year; each stands where its first row does."""
    sums: dict[_Key, _Activity] = {}
    for each in activities:
        for series in (each.series, words.total):
            for period in (each.period, each.period[:4]):
                before = sums.get((each.entity, series, period))
                value = each.value + (before.value if before else 0)
                sums[each.entity, series, period] = replace(before or each, value=value)
    return sums


def _order(counted: tuple[_Key, _Activity]) -> tuple[str, str, str]:
    (entity, series, period), _ = counted
    return (series.indicator, entity, period)


@dataclass(frozen=True, slots=True)
class _Lines:
    """The rows of the sheet of activities."""

    words: _Words
    sheet: Sheet
    columns: Mapping[str, int]
    setting: Setting
    found: Found

    def activity(self, at: int) -> _Activity | None:
        """Return what a row gave; nothing for rows that do not count: other measures, strangers, no month, no value."""
        words = self.words
        if any(self._text(at, heading) != only for heading, only in words.only.items()):
            return None
        series, entity = self._series(at), self._entity(at)
        month, value = self._month(at), self._value(at)
        if series is None or entity is None or not month or value is None:
            return None
        return _Activity(entity, series, words.period(month), value, self.sheet.place(at))

    def _series(self, at: int) -> Series | None:
        kind = self._text(at, self.words.type)
        series = self.words.series.get(kind.capitalize())
        if series is None:
            self._fault(at, self.words.type, f"“{kind}” is no known type of aid")
        return series

    def _entity(self, at: int) -> str | None:
        donor = self._text(at, self.words.donor)
        entity = self.setting.labels.entity(donor)
        if entity is None:
            self.found.strangers.setdefault(donor, self.sheet.place(at))
        return entity

    def _month(self, at: int) -> int:
        month = self._text(at, self.words.month)
        if not month.isdecimal():
            self._fault(at, self.words.month, f"“{month}” is no month; expected a number, 0 for undated")
        return int(month) if month.isdecimal() else 0

    def _value(self, at: int) -> Decimal | None:
        column = self.columns[self.words.value]
        return self.words.numbers.read(self.sheet.cell(at, column), partial(self._fault, at, self.words.value))

    def _text(self, at: int, heading: str) -> str:
        return text_of(self.sheet.cell(at, self.columns[heading]))

    def _fault(self, at: int, heading: str, said: str) -> None:
        self.setting.faults.add(self.sheet.place(at, self.columns[heading]), said)
