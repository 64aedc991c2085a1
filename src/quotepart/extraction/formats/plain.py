"""Plain text and Markdown: the file's characters, unchanged."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from quotepart.errors import DocumentError
from quotepart.extraction.formats.format import Format, Taken, hash_of, read_within_limit
from quotepart.extraction.text.decoding import decode
from quotepart.model.document import Document


def read(file: BinaryIO, name: str) -> Iterator[Taken]:
    """Yield the one document of a text file: its text is the decoded bytes, byte order mark and line ends kept."""
    yield _taken(file, name)


def _taken(file: BinaryIO, name: str) -> Taken:
    """The document, or why there is none; the file's bytes are let go before anybody reads the document."""
    try:
        raw = read_within_limit(file, name)
        decoded = decode(raw, name)
    except DocumentError as fault:
        return fault
    return Document(id=name, text=decoded.text, sha256=hash_of(raw), notes=decoded.notes)


FORMAT = Format(name="plain text", endings=(".txt", ".md", ".text"), read=read)
