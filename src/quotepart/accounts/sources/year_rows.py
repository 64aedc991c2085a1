"""The walk down one sheet that has a column for each year: headings, rows, and every fault where it stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property

from quotepart.accounts.sources.book import Book, Row, Sheet
from quotepart.accounts.sources.cells import Numbers, YearColumn, header_row, text_of, year_columns
from quotepart.accounts.sources.labels import split_unit
from quotepart.accounts.sources.layout import Found, Series, Setting
from quotepart.accounts.sources.patterns import Pattern
from quotepart.accounts.sources.taking import Taker
from quotepart.model.frozen import dataclass
from quotepart.model.observation import Status

WHOLE = "*"
"""The key of a series that fills its sheet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TableWords:
    """How one sheet is laid out: which headings name its columns, and which series stand in it."""

    sheet: Pattern | None
    states: Pattern | None
    label: str
    by: str
    unit: str
    has_unit_in_label: bool
    final_until: str
    price_base_in: str
    colours: Mapping[str, Status]
    series: Mapping[str, Series]

    @property
    def headings(self) -> tuple[str, ...]:
        """The headings that the row of years must hold beside its years."""
        named = (self.label, self.by, self.unit, self.final_until, self.price_base_in)
        return tuple(heading for heading in named if heading)

    @property
    def sheet_name(self) -> str:
        """What the sheet is called; nothing for the only one of a text file."""
        return self.sheet.text if self.sheet else ""

    def find(self, book: Book) -> Sheet | None:
        """Return the sheet of a book that this table is on."""
        names = [name for name in book.sheet_names if (self.sheet.fits(name) if self.sheet else not name)]
        return book.sheet(names[0]) if names else None


class YearRows:
    """One sheet read into what was found; every fault goes to the setting."""

    def __init__(self, words: TableWords, sheet: Sheet, numbers: Numbers, setting: Setting, found: Found) -> None:
        self.words, self.sheet, self.numbers, self.setting, self.found = words, sheet, numbers, setting, found
        self._taker = Taker(sheet, numbers, setting, found)
        self._patterns = {Pattern(key): series for key, series in words.series.items()}
        self._missing = set() if words.by else set(words.series.values())

    def read(self) -> None:
        """Read the sheet: its row of years, then each row under it."""
        at = header_row(self.sheet, self.words.headings)
        if at is None:
            needed = " and ".join([*(f"“{heading}”" for heading in self.words.headings), "years"])
            self._fault(self.sheet.place(), f"has no row with {needed}")
            return
        self._read_head(at)
        columns = year_columns(self.sheet, at, lambda column, said: self._fault(self.sheet.place(at, column), said))
        if columns:
            self._read_rows(at, columns)
        for series in self._missing:
            key = next(key for key, each in self.words.series.items() if each is series)
            self._fault(self.sheet.place(), f"has no block “{key}”")

    @cached_property
    def _columns(self) -> Mapping[str, int]:
        row = header_row(self.sheet, self.words.headings)
        return {text_of(cell): at for at, cell in enumerate(self.sheet.rows[row or 0])}

    def _read_head(self, at: int) -> None:
        self._note_price_base(Pattern(self.words.sheet_name), self.sheet.name)
        if not self.words.states:
            return
        texts = [text_of(cell) for row in self.sheet.rows[:at] for cell in row]
        stated = [text for text in texts if self.words.states.fits(text)]
        for text in stated:
            self._note_price_base(self.words.states, text)
        if not stated:
            self._fault(self.sheet.place(), f"does not state “{self.words.states.text}” above its years")

    def _read_rows(self, head: int, columns: tuple[YearColumn, ...]) -> None:
        series = self.words.series.get(WHOLE)
        self._missing -= {series}
        for at, row in self._rows(head):
            label = self._label(row, columns)
            if not self._has_values(row, columns):
                series = self._heading(label, at) or series
            elif not label:
                self._check_unlabelled(at, row, columns)
            elif self.words.by:
                self._read_row(self.words.series.get(self._text(row, self.words.by)), at, row, label, columns)
            elif series is None:
                self._fault(self.sheet.place(at), f"the row “{label}” stands before any known heading")
            else:
                self._read_row(series, at, row, label, columns)

    def _rows(self, head: int) -> Iterator[tuple[int, Row]]:
        return (
            (at, row) for at, row in enumerate(self.sheet.rows) if at > head and any(cell is not None for cell in row)
        )

    def _has_values(self, row: Row, columns: tuple[YearColumn, ...]) -> bool:
        return any(row[each.column] is not None for each in columns if each.column < len(row))

    def _label(self, row: Row, columns: tuple[YearColumn, ...]) -> str:
        if self.words.label:
            return self._text(row, self.words.label)
        return next((cell.strip() for cell in row[: columns[0].column] if isinstance(cell, str) and cell.strip()), "")

    def _text(self, row: Row, heading: str) -> str:
        column = self._columns[heading]
        return text_of(row[column]) if column < len(row) else ""

    def _heading(self, label: str, at: int) -> Series | None:
        """Return the series whose block a row without values opens; ``None`` where it is a note or a blank."""
        for pattern, series in self._patterns.items():
            if label and pattern.text != WHOLE and pattern.fits(label):
                if series not in self._missing:
                    self._fault(self.sheet.place(at), f"the heading “{label}” stands twice")
                self._missing -= {series}
                self._note_price_base(pattern, label)
                return series
        return None

    def _check_unlabelled(self, at: int, row: Row, columns: tuple[YearColumn, ...]) -> None:
        cells = [row[each.column] for each in columns if each.column < len(row)]
        if not all(self.numbers.is_blank(cell) for cell in cells):
            self._fault(self.sheet.place(at), "holds numbers and no label")

    def _read_row(self, series: Series | None, at: int, row: Row, label: str, columns: tuple[YearColumn, ...]) -> None:
        if series is None:
            return
        name, unit_label = split_unit(label) if self.words.has_unit_in_label else (label, "")
        entity = self._taker.entity(name, series, at)
        if entity is None:
            return
        if self.words.unit:
            unit_label = self._text(row, self.words.unit)
        unit = self.setting.unit(entity, unit_label, series, self.sheet.place(at))
        if self.words.price_base_in and series.basis == "constant":
            self._note_year_in(self._text(row, self.words.price_base_in), at)
        if unit is not None:
            self._read_values(series, entity, unit, at, row, columns)

    def _read_values(
        self, series: Series, entity: str, unit: str, at: int, row: Row, columns: tuple[YearColumn, ...]
    ) -> None:
        last_final = self._last_final(row)
        for each in columns:
            status = self._status(each, at, last_final)
            self._taker.take(series, entity, str(each.year), at, each.column, status=status, unit=unit)

    def _last_final(self, row: Row) -> int | None:
        """Return the last year that a row calls final; 0 where it should and does not, ``None`` where no row does."""
        if not self.words.final_until:
            return None
        digits = self._text(row, self.words.final_until).removeprefix("FY")[:4]
        return int(digits) if digits.isdecimal() else 0

    def _status(self, column: YearColumn, at: int, last_final: int | None) -> Status:
        coloured = self.words.colours.get(self.sheet.colours.get((at, column.column), ""))
        if coloured:
            return coloured
        if last_final is None:
            return column.status
        return status_after(last_final, column.year, self.setting.published.year)

    def _note_price_base(self, pattern: Pattern, text: str) -> None:
        year = pattern.price_base(text)
        if year is not None:
            self.found.price_bases.setdefault(year, f"{self.sheet.place()}, “{text}”")

    def _note_year_in(self, text: str, at: int) -> None:
        years = [
            word for word in text.replace("(", " ").replace(")", " ").split() if word.isdecimal() and len(word) == 4
        ]
        for year in years[:1]:
            self.found.price_bases.setdefault(int(year), f"{self.sheet.place(at)}, “{text}”")

    def _fault(self, where: str, said: str) -> None:
        self.setting.faults.add(where, said)


def status_after(last_final: int, year: int, published: int) -> Status:
    """Return what a figure of ``year`` is where years up to ``last_final`` are final: an estimate of the past, a projection else.

    >>> status_after(2024, 2024, 2026), status_after(2024, 2025, 2026), status_after(2024, 2026, 2026)
    ('final', 'estimate', 'projection')
    """
    if year <= last_final:
        return "final"
    return "estimate" if year < published else "projection"
