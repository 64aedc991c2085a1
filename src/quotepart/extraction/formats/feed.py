"""RSS and Atom: one document an entry of the feed, with its title, its day and the feed's language."""

from __future__ import annotations

from calendar import timegm
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from io import BytesIO
from typing import Any, BinaryIO

from quotepart.errors import DocumentError
from quotepart.extraction.formats.format import Format, Taken, hash_of, read_within_limit
from quotepart.extraction.languages.find import code_of
from quotepart.extraction.text.visible import visible_text
from quotepart.model.dates import Dating
from quotepart.model.document import Document

NOTE = "offsets count in the text taken out of the feed"
_HINT = "give a saved RSS or Atom file"
_Entry = Mapping[str, Any]


def read(file: BinaryIO, name: str) -> Iterator[Taken]:
    """Yield a document for each entry of a feed; what is no feed, and an entry without words, is an error."""
    import feedparser

    try:
        raw = read_within_limit(file, name)
    except DocumentError as fault:
        yield fault
        return
    # A file object, never the text: feedparser would fetch what looks like an address.
    found = feedparser.parse(BytesIO(raw), sanitize_html=False, resolve_relative_uris=False)
    if not found.entries:
        yield DocumentError("the file is no feed, or a feed without entries", where=name, hint=_HINT)
    for number, entry in enumerate(found.entries, 1):
        yield _document(dict(entry), f"{name}:{number}", code_of(found.feed.get("language")))


def _document(entry: _Entry, place: str, lang: str | None) -> Taken:
    contents = entry.get("content") or [entry.get("summary_detail") or {}]
    bodies = [visible_text(str(content.get("value", "")))[0] for content in contents]
    title = visible_text(str(entry.get("title", "")))[0]
    text = "\n\n".join(part for part in (title, *bodies) if part.strip())
    if not text:
        return DocumentError("the entry has no text", where=place, hint=_HINT)
    return Document(
        id=str(entry.get("id") or entry.get("link") or place),
        text=text,
        sha256=hash_of(text.encode("utf-8", "replace")),
        lang=lang,
        published=_dating(entry),
        title=title or None,
        notes=(NOTE,),
    )


def _dating(entry: _Entry) -> Dating | None:
    at = entry.get("published_parsed") or entry.get("updated_parsed")
    try:
        return Dating(date=datetime.fromtimestamp(timegm(at), UTC).date().isoformat(), how="stated") if at else None
    except (ValueError, OverflowError, OSError):
        return None


FORMAT = Format(name="feed", endings=(".rss", ".atom", ".xml"), read=read)
