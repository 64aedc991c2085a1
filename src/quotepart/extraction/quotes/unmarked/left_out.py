"""What of a text is not read sentence by sentence: its furniture and the speech found without marks."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from quotepart.extraction.quotes.unmarked.speeches import Block
from quotepart.model.span import Span


class LeftOut:
    """Stretches of a text that are not read sentence by sentence."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self._starts = [span.start for span in spans]
        self._ends = [span.end for span in spans]

    def covers(self, span: Span) -> bool:
        """Whether the middle of ``span`` lies in one of the stretches."""
        middle = (span.start + span.end) // 2
        at = bisect_right(self._starts, middle) - 1
        return at >= 0 and middle < self._ends[at]


def find_left_out(furniture: Sequence[Span], blocks: Sequence[Block]) -> LeftOut:
    """Return furniture, and the blocks of unmarked speech with the lines that name their speakers, as one."""
    spans = [*furniture, *(block.span for block in blocks), *(block.line for block in blocks if block.line)]
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return LeftOut(merged)
