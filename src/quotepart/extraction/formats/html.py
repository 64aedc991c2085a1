"""Web pages: the text a reader sees, in order, with what the markup sets apart; the file's own offsets are kept."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import BinaryIO

from quotepart.errors import DocumentError
from quotepart.extraction.formats.format import Format, Taken, hash_of, read_within_limit
from quotepart.extraction.text.decoding import decode
from quotepart.extraction.text.visible import read_page
from quotepart.model.dates import Dating
from quotepart.model.document import Document

_DATES = (
    "article:published_time",
    "datepublished",
    "dc.date.issued",
    "dcterms.created",
    "pubdate",
    "publishdate",
    "date",
)


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
        try:
            return Dating(date=metadata.get(name, "")[:10], how="stated")
        except ValueError:
            continue
    return None


FORMAT = Format(name="web page", endings=(".html", ".htm", ".xhtml"), read=read)
