"""The tables beside a list of aid activities: a summary with one row a donor, and a table with one column a month."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from quotepart.accounts.sources.book import Book, Row, Sheet
from quotepart.accounts.sources.cells import Numbers, header_row, text_of
from quotepart.accounts.sources.labels import plain
from quotepart.accounts.sources.layout import Found, Series, Setting, read_series
from quotepart.accounts.sources.taking import Taker
from quotepart.model.frozen import dataclass
from quotepart.pacts.sections import Section


@dataclass(frozen=True, slots=True, kw_only=True)
class SummaryWords:
    """A sheet with one row a donor and one column a series: everything up to the day of publication."""

    sheet: str
    donor: str
    totals: frozenset[str]
    numbers: Numbers
    series: Mapping[str, Series]

    @classmethod
    def read(cls, section: Section) -> SummaryWords:
        """Return the summary that a description gives; ``totals`` are rows that are no donor's."""
        return cls(
            sheet=section.text("sheet"),
            donor=section.text("donor"),
            totals=frozenset(map(plain, section.texts("totals"))),
            numbers=Numbers(missing=frozenset(section.texts("missing"))),
            series={key: read_series(each) for key, each in section.section("series").named().items()},
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthWords:
    """A sheet with one row a donor and one column a month, headed ``May`` and from the second year on ``January (2023)``."""

    sheet: str
    donor: str
    names: tuple[str, ...]
    first_year: int
    totals: frozenset[str]
    numbers: Numbers
    series: Series

    @classmethod
    def read(cls, section: Section) -> MonthWords:
        """Return the table of months that a description gives; a year in brackets holds until the next one."""
        return cls(
            sheet=section.text("sheet"),
            donor=section.text("donor"),
            names=section.texts("names", needed=True),
            first_year=section.integer("first_year") or 0,
            totals=frozenset(map(plain, section.texts("totals"))),
            numbers=Numbers(missing=frozenset(section.texts("missing"))),
            series=read_series(section.section("series")),
        )

    def periods(self, sheet: Sheet) -> dict[int, str]:
        """Return the month of each column, from the row that names the most of them."""
        rows = [dict(self._periods(sheet, at)) for at in range(min(40, len(sheet.rows)))]
        return max(rows, key=len, default={})

    def _periods(self, sheet: Sheet, row: int) -> Iterator[tuple[int, str]]:
        year = self.first_year
        for column, cell in enumerate(sheet.rows[row]):
            name, _, stated = text_of(cell).partition("(")
            if name.strip() not in self.names:
                continue
            if stated.rstrip(") ").isdecimal():
                year = int(stated.rstrip(") "))
            yield column, f"{year}-{self.names.index(name.strip()) + 1:02}"


def read_summary(words: SummaryWords | None, book: Book, setting: Setting, found: Found) -> None:
    """Read the summary, if there is one, into what was found: under the year of publication, until which it counts."""
    sheet = _sheet(words.sheet, book, setting) if words else None
    if words is None or sheet is None:
        return
    headings = (words.donor, *words.series)
    head = header_row(sheet, headings)
    if head is None:
        setting.faults.add(sheet.place(), f"has no row with the headings {', '.join(headings)}")
        return
    columns = {text_of(cell): at for at, cell in enumerate(sheet.rows[head])}
    taker, period = Taker(sheet, words.numbers, setting, found), str(setting.published.year)
    for at, label in _donors(sheet, head, columns[words.donor], words.totals):
        for heading, series in words.series.items():
            if entity := taker.entity(label, series, at):
                taker.take(series, entity, period, at, columns[heading])


def read_months(words: MonthWords | None, book: Book, setting: Setting, found: Found) -> None:
    """Read the table of months, if there is one, into what was found; a month with nothing in it is left out."""
    sheet = _sheet(words.sheet, book, setting) if words else None
    if words is None or sheet is None:
        return
    periods, head = words.periods(sheet), header_row(sheet, (words.donor,))
    if not periods or head is None:
        setting.faults.add(sheet.place(), f"has no row of months and no heading “{words.donor}”")
        return
    taker = Taker(sheet, words.numbers, setting, found)
    column = [text_of(cell) for cell in sheet.rows[head]].index(words.donor)
    for at, label in _donors(sheet, head, column, words.totals):
        entity = taker.entity(label, words.series, at)
        for each, period in periods.items() if entity else ():
            if entity and sheet.cell(at, each) != 0:
                taker.take(words.series, entity, period, at, each)


def _sheet(name: str, book: Book, setting: Setting) -> Sheet | None:
    if name in book.sheet_names:
        return book.sheet(name)
    setting.faults.add("the workbook", f"has no sheet “{name}”; its sheets are {', '.join(book.sheet_names)}")
    return None


def _donors(sheet: Sheet, head: int, column: int, totals: frozenset[str]) -> Iterator[tuple[int, str]]:
    for at in range(head + 1, len(sheet.rows)):
        label = text_of(sheet.cell(at, column))
        if label and plain(label) not in totals and _has_numbers(sheet.rows[at]):
            yield at, label


def _has_numbers(row: Row) -> bool:
    return any(isinstance(cell, int | float) for cell in row)
