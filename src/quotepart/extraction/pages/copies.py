"""What a page shows twice: paragraphs that come again, and beginnings of paragraphs that were cut off for a list."""

from __future__ import annotations

from collections.abc import Sequence

from quotepart.extraction.pages.lines import WORD
from quotepart.extraction.pages.words import PageLine

_LEAST_REPEATED = 25  # characters: shorter lines may come twice by right
_TITLE = 160  # characters: of a shorter line the words are compared, not the marks between them
_LEAST_CUT = 60  # characters that a paragraph and its cut copy share


def mark_copies(lines: Sequence[PageLine]) -> None:
    """Mark a paragraph that came before, one that breaks off within a word of another, and one with which furniture begins."""
    longest: dict[str, PageLine] = {}
    for line in lines:
        head = line.folded[:_LEAST_CUT]
        if head not in longest or len(line.folded) > len(longest[head].folded):
            longest[head] = line
    seen: set[str] = set()
    for line in lines:
        if len(line.folded) >= _LEAST_REPEATED:
            whole = longest[line.folded[:_LEAST_CUT]]
            words = line.folded if len(line.folded) > _TITLE else " ".join(WORD.findall(line.folded))
            line.is_furniture |= words in seen or _is_cut(line.folded, whole.folded) or _begins(line, whole)
            if not line.is_furniture:
                seen.add(words)


def _begins(line: PageLine, whole: PageLine) -> bool:
    """Whether a line of the page, such as a caption with its credit, begins with all of this one."""
    return whole.is_furniture and len(line.folded) >= _LEAST_CUT and whole.folded.startswith(line.folded)


def _is_cut(line: str, whole: str) -> bool:
    """Whether a line is the beginning of another and ends within a word of it, or where dots stand for the rest."""
    kept = line.rstrip(" .…")
    if len(kept) < _LEAST_CUT or len(whole) <= len(line) or not whole.startswith(kept):
        return False
    return line.endswith(("…", "...")) or (kept[-1].isalnum() and whole[len(kept)].isalnum())
