"""A place in a text: half-open, in code points."""

from __future__ import annotations

from dataclasses import dataclass

from quotepart.errors import SpanError


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """The characters ``text[start:end]`` of a document, counted in code points.

    Raises ``SpanError`` when ``start`` is negative or ``end`` is not after ``start``.

    >>> Span(0, 4).cut("OTAN et UE")
    'OTAN'
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise SpanError(f"a span must go forward from 0, not from {self.start} to {self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def cut(self, text: str) -> str:
        """Return the characters of ``text`` that the span holds."""
        return text[self.start : self.end]

    def holds(self, other: Span) -> bool:
        """Whether ``other`` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two spans share a character."""
        return self.start < other.end and other.start < self.end
