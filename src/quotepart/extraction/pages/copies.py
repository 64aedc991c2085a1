"""What a page shows twice: paragraphs that come again, and beginnings of paragraphs that were cut off for a list."""

from __future__ import annotations

from collections.abc import Sequence

from quotepart.extraction.pages.words import PageLine

_LEAST_REPEATED = 25  # characters: shorter lines may come twice by right
_LEAST_CUT = 60  # characters that a paragraph and its cut copy share


def mark_copies(lines: Sequence[PageLine]) -> None:
    """Mark a paragraph that came before the second time, and one that breaks off within a word of another."""
    longest: dict[str, str] = {}
    for line in lines:
        head = line.folded[:_LEAST_CUT]
        if len(line.folded) > len(longest.get(head, "")):
            longest[head] = line.folded
    seen: set[str] = set()
    for line in lines:
        if len(line.folded) >= _LEAST_REPEATED:
            line.is_furniture |= line.folded in seen or _is_cut(line.folded, longest[line.folded[:_LEAST_CUT]])
            seen.add(line.folded)


def _is_cut(line: str, whole: str) -> bool:
    """Whether a line is the beginning of another and ends within a word of it, or where dots stand for the rest."""
    kept = line.rstrip(" .…")
    if len(kept) < _LEAST_CUT or len(whole) <= len(line) or not whole.startswith(kept):
        return False
    return line.endswith(("…", "...")) or (kept[-1].isalnum() and whole[len(kept)].isalnum())
