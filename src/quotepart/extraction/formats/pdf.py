"""PDF: the text of every page, its paragraphs told by the space between lines; nothing in it is run or shown."""

from __future__ import annotations

import statistics
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, BinaryIO

from quotepart.errors import DocumentError
from quotepart.extraction.formats.format import LIMIT, Format, Taken, hash_of
from quotepart.model.document import Document

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfTextPage

# Pictures make a file large, not its words: a yearly report of 200 pages comes to 30 MB.
FILE_LIMIT = 64 * 1024 * 1024
PAGE_LIMIT = 3_000
NOTE = "offsets count in the text taken out of the PDF"
_JOINED = "\ufffe"  # PDFium's mark for the hyphen of a word broken at a line's end
_WIDE = 1.4  # a gap this many times the usual one parts paragraphs


def read(file: BinaryIO, name: str) -> Iterator[Taken]:
    """Yield the one document of a PDF; one that is locked, broken, without words or too long is an error."""
    try:
        raw = _read_bytes(file, name)
        text = _text_of(raw, name)
    except DocumentError as fault:
        yield fault
        return
    yield Document(id=name, text=text, sha256=hash_of(raw), notes=(NOTE,))


def _read_bytes(file: BinaryIO, name: str) -> bytes:
    raw = file.read(FILE_LIMIT + 1)
    if len(raw) > FILE_LIMIT:
        raise DocumentError(f"the PDF is larger than {FILE_LIMIT // 1024 // 1024} MB", where=name, hint="split it")
    return raw


def _text_of(raw: bytes, name: str) -> str:
    import pypdfium2

    try:
        opened = pypdfium2.PdfDocument(raw)
    except pypdfium2.PdfiumError as fault:
        hint = "if it asks for a password, save it without one; else fetch it again"
        raise DocumentError(f"the PDF can't be opened: {fault}", where=name, hint=hint) from None
    try:
        return _words_of(opened, name)
    finally:
        opened.close()


def _words_of(opened: PdfDocument, name: str) -> str:
    if len(opened) > PAGE_LIMIT:
        raise DocumentError(f"the PDF has more than {PAGE_LIMIT} pages", where=name, hint="split it")
    pages: list[str] = []
    length = 0
    for number in range(len(opened)):
        pages.append(_page_text(opened, number))
        length += len(pages[-1])
        if length > LIMIT:
            raise DocumentError("the PDF holds more text than a document may have", where=name, hint="split it")
    text = "\n\n".join(page for page in pages if page.strip())
    if not text:
        hint = "it may be a scan: run a text recognition over it first (ocrmypdf does that)"
        raise DocumentError("the PDF holds no text", where=name, hint=hint)
    return text


def _page_text(opened: PdfDocument, number: int) -> str:
    import pypdfium2

    try:
        page = opened[number]
    except pypdfium2.PdfiumError:  # one broken page loses its own words only
        return ""
    words = page.get_textpage()
    try:
        return _in_paragraphs(words)
    finally:
        words.close()
        page.close()


def _in_paragraphs(words: PdfTextPage) -> str:
    """The lines of a page, a blank line where the space above one is wider than usual."""
    lines = words.get_text_range().split("\r\n")
    gaps = _gaps_above(words, lines)
    known = [gap for gap in gaps if gap is not None and gap > 0]
    usual = statistics.median(known) if known else 0.0
    parts: list[str] = []
    for line, gap in zip(lines, gaps, strict=True):
        joins = bool(parts) and parts[-1].endswith(_JOINED)
        is_apart = gap is None or gap <= 0 or gap > _WIDE * usual  # a line that is not below the last begins a column
        parts += ["" if joins or not parts else "\n\n" if is_apart else "\n", line]
    return "".join(parts).replace(_JOINED, "").strip()


def _gaps_above(words: PdfTextPage, lines: Sequence[str]) -> list[float | None]:
    """How far below the line before it each line stands, in points; ``None`` where no place is known."""
    gaps: list[float | None] = []
    count, start, above = words.count_chars(), 0, None
    for line in lines:
        here = words.get_charbox(start, loose=True)[1] if line.strip() and start < count else None
        gaps.append(above - here if above is not None and here is not None else None)
        above = here if here is not None else above
        start += len(line) + len("\r\n")
    return gaps


FORMAT = Format(name="PDF", endings=(".pdf",), read=read)
