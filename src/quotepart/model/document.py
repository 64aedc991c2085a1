"""A document: the text as given, which nothing edits afterwards."""

from __future__ import annotations

from dataclasses import dataclass

from quotepart.model.dates import Dating


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A report, transcript or release at intake.

    ``id`` is the file's name, ``text`` its characters as decoded, ``sha256`` the hash of its bytes. ``lang`` and
    ``published`` are set only when the caller gave them. ``notes`` say what was odd about the bytes.
    """

    id: str
    text: str
    sha256: str
    lang: str | None = None
    published: Dating | None = None
    title: str | None = None
    notes: tuple[str, ...] = ()
