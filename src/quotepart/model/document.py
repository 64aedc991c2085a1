"""A document: the text as given, which nothing edits afterwards."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from quotepart.model.dates import Dating
from quotepart.model.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A report, transcript or release at intake.

    ``id`` is the file's name, ``text`` its characters as decoded, ``sha256`` the hash of its bytes. ``lang`` and
    ``published`` are set only when the caller or the file's own metadata gave them. ``notes`` say what was odd about the
    bytes. Where the text was taken out of marked-up text, ``apart`` holds what the markup itself sets apart from the report
    (menus, footers, captions), and ``places`` pairs of offsets (in the text, in the file) from which both run in step.
    """

    id: str
    text: str
    sha256: str
    lang: str | None = None
    published: Dating | None = None
    title: str | None = None
    notes: tuple[str, ...] = ()
    apart: tuple[Span, ...] = ()
    places: tuple[tuple[int, int], ...] = ()

    def in_file(self, span: Span) -> Span:
        """Return the place in the decoded file that ``span`` was taken from; plain text is its own file."""
        if not self.places:
            return span
        return Span(self._offset_in_file(span.start), self._offset_in_file(span.end - 1) + 1)

    def _offset_in_file(self, offset: int) -> int:
        at = bisect_right(self.places, (offset, 1 << 62)) - 1
        text_start, file_start = self.places[max(at, 0)]
        return file_start + offset - text_start
