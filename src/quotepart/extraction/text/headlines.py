"""What stands in a headline: a short paragraph that no mark of a sentence closes, in a text that goes on."""

from __future__ import annotations

from bisect import bisect_right

from quotepart.extraction.text.prepared import Prepared
from quotepart.model.span import Span

_LONGEST = 200  # characters of a headline
_CLOSING = (".", "!", "?", "…", "»", '"', "”", ":", ";", ",")
_BULLETS = ("•", "-", "–", "—", "*", "·")


def is_in_headline(prepared: Prepared, span: Span) -> bool:
    """Return whether ``span`` begins in a headline of the document."""
    at = bisect_right(prepared.paragraphs, span.start, key=lambda paragraph: paragraph.start) - 1
    if not 0 <= at < len(prepared.paragraphs) - 1:
        return False
    paragraph = prepared.paragraphs[at]
    line = paragraph.cut(prepared.text).strip()
    return len(line) <= _LONGEST and not line.endswith(_CLOSING) and not line.startswith(_BULLETS)
