"""Tables with one row a series and entity, and one column a year: workbooks of several sheets as well as single text files.

A sheet holds one series (``series."*"``), or blocks under headings (``series."Current prices"``), or a column that names the
series of each row (``by``).
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import partial
from itertools import pairwise

from quotepart.accounts.sources.book import Book, Sheet
from quotepart.accounts.sources.cells import Numbers, day_of, text_of
from quotepart.accounts.sources.layout import Found, Layout, LayoutKind, Setting, read_series
from quotepart.accounts.sources.patterns import Pattern
from quotepart.accounts.sources.year_rows import TableWords, YearRows
from quotepart.model.frozen import dataclass
from quotepart.model.observation import Status
from quotepart.pacts.sections import Section

_STATUSES: Mapping[str, Status] = {"final": "final", "estimate": "estimate", "projection": "projection"}
_HEAD = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class _Words:
    """A description: ``says`` must stand in the head of the first table, ``published`` beside the day of publication."""

    tables: tuple[TableWords, ...]
    numbers: Numbers
    says: tuple[str, ...]
    published: str


def describe(section: Section) -> Layout:
    """Return the layout that a source's description gives; ``docs/accounts.md`` explains every key."""
    tables = tuple(_table(each) for each in section.sections("tables"))
    words = _Words(
        tables=tables,
        numbers=Numbers(
            missing=frozenset(section.texts("missing")),
            has_thousands=section.flag("has_thousands"),
            is_text=not any(table.sheet for table in tables),
        ),
        says=section.texts("says"),
        published=section.text("published", ""),
    )
    return Layout(
        kind="years_across",
        series=tuple(series for table in tables for series in table.series.values()),
        stated_on=partial(_stated_on, words),
        recognises=partial(_recognises, words),
        read=partial(_read, words),
    )


SOURCE = LayoutKind(name="years_across", describe=describe)


def _table(section: Section) -> TableWords:
    sheet, states = section.text("sheet", ""), section.text("states", "")
    return TableWords(
        sheet=Pattern(sheet) if sheet else None,
        states=Pattern(states) if states else None,
        label=section.text("label", ""),
        by=section.text("by", ""),
        unit=section.text("unit", ""),
        has_unit_in_label=section.flag("has_unit_in_label"),
        final_until=section.text("final_until", ""),
        price_base_in=section.text("price_base_in", ""),
        colours={
            colour: _status(section, colour, word) for colour, word in section.section("colours").as_texts().items()
        },
        series={key: read_series(each) for key, each in section.section("series").named().items()},
    )


def _status(section: Section, colour: str, word: str) -> Status:
    if word not in _STATUSES:
        section.fault(f"colours.{colour}", f"“{word}” is unknown; expected one of {', '.join(_STATUSES)}")
    return _STATUSES.get(word, "final")


def _recognises(words: _Words, book: Book) -> bool:
    """Whether at least half of the sheets are there, and the first of them says in its head what it should."""
    sheets = [sheet for table in words.tables if (sheet := table.find(book))]
    if not sheets or 2 * len(sheets) < len(words.tables):
        return False
    texts = [text_of(cell).casefold() for row in sheets[0].rows[:_HEAD] for cell in row]
    has_headings = all(heading.casefold() in texts for heading in words.tables[0].headings)
    return has_headings and all(any(said.casefold() in text for text in texts) for said in words.says)


def _stated_on(words: _Words, book: Book) -> date | None:
    sheet = words.tables[0].find(book)
    return _beside(sheet, words.published) if sheet and words.published else None


def _beside(sheet: Sheet, label: str) -> date | None:
    """Return the day in the cell to the right of the one that holds ``label``."""
    for row in sheet.rows[:_HEAD]:
        for cell, right in pairwise(row):
            if text_of(cell) == label:
                return day_of(right)
    return None


def _read(words: _Words, book: Book, setting: Setting) -> Found:
    found = Found()
    for table in words.tables:
        sheet = table.find(book)
        if sheet is None:
            there = ", ".join(f"“{name}”" for name in book.sheet_names)
            setting.faults.add("the workbook", f"has no sheet “{table.sheet_name}”; its sheets are {there}")
        else:
            YearRows(table, sheet, words.numbers, setting, found).read()
    return found
