"""Web pages: the text a reader sees, in order, with what the markup sets apart; the file's own offsets are kept."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from email.utils import parsedate_to_datetime
from typing import BinaryIO

from quotepart.errors import DocumentError
from quotepart.extraction.formats.format import Format, Taken, hash_of, read_within_limit
from quotepart.extraction.text.decoding import decode
from quotepart.extraction.text.visible import read_page
from quotepart.model.dates import Dating, first_day
from quotepart.model.document import Document

# Names under which pages tell the day of publication, the surest first; the day of a change is no such day.
_DATES = (
    "article:published_time",
    "datepublished",
    "og:published_time",
    "article:published",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.created",
    "dc.date.created",
    "citation_publication_date",
    "parsely-pub-date",
    "sailthru.date",
    "cxenseparse:recs:publishtime",
    "publication_date",
    "publish-date",
    "published_time",
    "pubdate",
    "publishdate",
    "dc.date",
    "dcterms.date",
    "date",
)
_ISO = re.compile(r"((?:19|20)\d\d)[-/.]?(\d\d)(?:[-/.]?(\d\d))?(?!\d)")


def read(file: BinaryIO, name: str) -> Iterator[Taken]:
    """Yield the one document of a web page; a page without any visible text is an error."""
    try:
        raw = read_within_limit(file, name)
        decoded = decode(raw, name)
    except DocumentError as fault:
        yield fault
        return
    page = read_page(decoded.text)
    if not page.length:
        yield DocumentError("the page has no visible text", where=name, hint="save the page with its content")
        return
    yield Document(
        id=name,
        text="".join(page.parts),
        sha256=hash_of(raw),
        published=_published(page.metadata),
        title=page.metadata.get("og:title") or page.metadata.get("title") or None,
        notes=decoded.notes,
        apart=tuple(page.apart),
        places=tuple(page.places),
    )


def _published(metadata: Mapping[str, str]) -> Dating | None:
    for name in _DATES:
        if date := _date_of(metadata.get(name, "").strip()):
            return Dating(date=date, how="stated")
    return None


def _date_of(value: str) -> str | None:
    """The ISO date of "2018-07-12T10:00", "20180712", "2018/07" or "Thu, 12 Jul 2018 10:00:00 GMT"; ``None`` for other values."""
    if found := _ISO.match(value):
        date = "-".join(part for part in found.groups() if part)
    else:
        try:
            date = parsedate_to_datetime(value).date().isoformat()
        except (ValueError, IndexError):
            return None
    try:
        first_day(date)
    except ValueError:
        return None
    return date


FORMAT = Format(name="web page", endings=(".html", ".htm", ".xhtml"), read=read)
