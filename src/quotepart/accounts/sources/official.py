"""An official file read whole: recognised, dated, checked; every fault of it in one error."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Literal

from quotepart.accounts.sources.book import Book
from quotepart.accounts.sources.description import all_sources
from quotepart.accounts.sources.labels import Labels
from quotepart.accounts.sources.layout import Found, Layout, OfficialSource, Setting
from quotepart.accounts.sources.opening import open_book
from quotepart.accounts.sources.plausible import faults_of
from quotepart.errors import SourceError
from quotepart.model.frozen import dataclass
from quotepart.model.pact import Pact
from quotepart.pacts.faults import Faults

AS_PUBLISHED = (
    "give the file as its publisher offers it; a layout that changed needs a new description (docs/accounts.md)"
)
_DAY_IN_NAME = re.compile(r"(?<!\d)(?P<year>20\d\d)[-_.]?(?P<month>\d\d)[-_.]?(?P<day>\d\d)(?!\d)")
_SHORT_DAY_AT_START = re.compile(r"^(?P<year>\d\d)(?P<month>\d\d)(?P<day>\d\d)-")

Dated = Literal["given", "stated", "in_name"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Official:
    """What an official file printed, and how it was read: by which layout of its source, published when, from which bytes.

    ``dated`` says where the day of publication comes from: the caller, the file's own words, or its name.
    """

    source: OfficialSource
    layout: str
    file: str
    sha256: str
    published: date
    dated: Dated
    found: Found


def read_official(path: Path, source: OfficialSource, pact: Pact, *, published: date | None = None) -> Official:
    """Return what the file at ``path`` printed.

    Raises ``SourceError``: for a file that is none of the source's layouts, for one whose day of publication nobody names, and
    with all faults at once for one that breaks its layout.
    """
    book = open_book(path, with_results=source.has_results)
    key = recognise(book, source, pact)
    layout = source.layouts[key]
    day, dated = _published(book, layout, published)
    faults = Faults()
    setting = Setting(pact=pact, source=source, labels=Labels(pact, source.labels), published=day, faults=faults)
    found = layout.read(book, setting)
    said = faults.found + faults_of(found, layout, source, pact, day)
    if said:
        raise SourceError.from_faults(book.name, said, AS_PUBLISHED)
    return Official(
        source=source, layout=key, file=book.name, sha256=book.sha256, published=day, dated=dated, found=found
    )


def recognise(book: Book, source: OfficialSource, pact: Pact) -> str:
    """Return the key of the first layout of ``source`` that the book looks like.

    Raises ``SourceError`` where it looks like none, and says whose it looks like instead.
    """
    for key, layout in source.layouts.items():
        if layout.recognises(book):
            return key
    others = [
        each.id for each in all_sources(pact).values() if any(one.recognises(book) for one in each.layouts.values())
    ]
    hint = (
        f"it looks like a file of {others[0]}: `quotepart accounts import {others[0]} FILE`" if others else AS_PUBLISHED
    )
    sheets = "" if book.is_text else f"; its sheets are {', '.join(book.sheet_names)}"
    layouts = ", ".join(source.layouts)
    raise SourceError(f"this is no file of {source.id} (known layouts: {layouts}){sheets}", where=book.name, hint=hint)


def _published(book: Book, layout: Layout, given: date | None) -> tuple[date, Dated]:
    if given:
        return given, "given"
    stated = layout.stated_on(book)
    if stated:
        return stated, "stated"
    in_name = day_in_name(book.name)
    if in_name:
        return in_name, "in_name"
    hint = "give the day of its release with --published YYYY-MM-DD"
    raise SourceError("neither the file nor its name says when it was published", where=book.name, hint=hint)


def day_in_name(name: str) -> date | None:
    """Return the day that a file's name holds, ``None`` where it holds none.

    >>> day_in_name("nato-def-exp-2024-06-17-tables-en.xlsx"), day_in_name("240617-def-exp-2024-TABLES-en.xlsx")
    (datetime.date(2024, 6, 17), datetime.date(2024, 6, 17))
    """
    found = _DAY_IN_NAME.search(name) or _SHORT_DAY_AT_START.match(name)
    if not found:
        return None
    year = int(found["year"])
    try:
        return date(year if year > 99 else 2000 + year, int(found["month"]), int(found["day"]))
    except ValueError:
        return None
