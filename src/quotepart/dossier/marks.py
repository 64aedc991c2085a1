"""A text cut where marks begin and end, so that nested and crossing marks can be written as well-formed markup."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from quotepart.errors import SpanError
from quotepart.model.frozen import dataclass
from quotepart.model.span import Span

DEEPEST = 12


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of text to be shown as something; marks of a lower ``rank`` stand outside those of a higher one.

    ``key`` says which entry it is, in words of whoever made the mark.
    """

    span: Span
    rank: int
    key: str


@dataclass(frozen=True, slots=True)
class Open:
    """A mark begins here, or goes on after being cut by another (then it is not ``is_first``)."""

    mark: Mark
    is_first: bool


@dataclass(frozen=True, slots=True)
class Close:
    """A mark ends here, or is cut by another and goes on later (then it is not ``is_last``)."""

    mark: Mark
    is_last: bool


@dataclass(frozen=True, slots=True)
class Words:
    """Characters of the text; all ``Words`` in a row are the text itself."""

    text: str


Token = Open | Close | Words


def split_marks(text: str, marks: Iterable[Mark]) -> Iterator[Token]:
    """Yield ``text`` with its marks opened and closed in well-formed order; a crossing mark is cut and opened again.

    Where more than ``DEEPEST`` marks lie over one another, those that begin last are left out, so that the work stays
    linear in the text and the number of marks. Raises ``SpanError`` for a mark beyond the end of the text.

    >>> [type(token).__name__ for token in split_marks("2 %", [Mark(Span(0, 1), 0, "number")])]
    ['Open', 'Words', 'Close', 'Words']
    """
    starting = _by_start(text, marks)
    edges = sorted({edge for at in starting.values() for mark in at for edge in (mark.span.start, mark.span.end)})
    stack: list[Mark] = []
    place = 0
    for edge in [*edges, len(text)]:
        if edge > place:
            yield Words(text[place:edge])
            place = edge
        going_on = [mark for mark in stack if mark.span.end > edge]
        wanted = sorted(going_on + starting.pop(edge, [])[: DEEPEST - len(going_on)], key=_nesting)
        kept = _common(stack, wanted)
        yield from (Close(mark, mark.span.end == edge) for mark in reversed(stack[kept:]))
        yield from (Open(mark, mark.span.start == edge) for mark in wanted[kept:])
        stack = wanted


def _by_start(text: str, marks: Iterable[Mark]) -> dict[int, list[Mark]]:
    starting: defaultdict[int, list[Mark]] = defaultdict(list)
    for mark in dict.fromkeys(marks):
        if mark.span.end > len(text):
            raise SpanError(f"a mark ends at {mark.span.end}, after the text's {len(text)} characters", where=mark.key)
        starting[mark.span.start].append(mark)
    return {start: sorted(at, key=_nesting) for start, at in starting.items()}


def _nesting(mark: Mark) -> tuple[int, int, int, str]:
    """Outer marks first: lower rank, then earlier, then longer."""
    return (mark.rank, mark.span.start, -mark.span.end, mark.key)


def _common(stack: list[Mark], wanted: list[Mark]) -> int:
    """Return how many marks both begin with."""
    count = 0
    for ours, theirs in zip(stack, wanted, strict=False):
        if ours != theirs:
            break
        count += 1
    return count
