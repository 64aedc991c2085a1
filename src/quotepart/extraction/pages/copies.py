"""What a page shows twice: paragraphs that come again, and beginnings of paragraphs that were cut off for a list."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set

from quotepart.extraction.pages.lines import WORD
from quotepart.extraction.pages.words import PageLine

_LEAST_REPEATED = 25  # characters: shorter lines may come twice by right
_TITLE = 160  # characters: of a shorter line the words are compared, not the marks between them
_LEAST_TITLE = 5  # words
_NAME = 4  # words of a name before or behind a title
_PARTS = re.compile(r"\s+[|–—•·/-]\s+|: |(?<=\.[a-z]{2}) |(?<=\.[a-z]{3}) ")  # "klow.com The league rearms"
_LEAST_CUT = 60  # characters that a paragraph and its cut copy share


def mark_copies(lines: Sequence[PageLine]) -> None:
    """Mark a paragraph that came before, one that breaks off within a word of another, and one with which furniture begins.

    A title with a name behind or before it is a copy of the bare one.
    """
    longest: dict[str, PageLine] = {}
    for line in lines:
        head = line.folded[:_LEAST_CUT]
        if head not in longest or len(line.folded) > len(longest[head].folded):
            longest[head] = line
    titles = {tuple(WORD.findall(line.folded)) for line in lines if line.words >= _LEAST_TITLE and _is_short(line)}
    seen: set[str | tuple[str, ...]] = set()
    for line in lines:
        if len(line.folded) >= _LEAST_REPEATED:
            whole = longest[line.folded[:_LEAST_CUT]]
            words = tuple(WORD.findall(line.folded)) if _is_short(line) else line.folded
            line.is_furniture |= words in seen or _is_cut(line.folded, whole.folded) or _begins(line, whole)
            line.is_furniture |= _is_short(line) and _is_named(line.folded, titles)
            if not line.is_furniture:
                seen.add(words)


def _is_short(line: PageLine) -> bool:
    return len(line.folded) <= _TITLE


def _is_named(folded: str, titles: Set[tuple[str, ...]]) -> bool:
    """Whether a line is a title that comes without the name of the paper too: "The league rearms | Klow Courier"."""
    parts = [tuple(WORD.findall(part)) for part in _PARTS.split(folded)]
    return len(parts) > 1 and any(part in titles and sum(map(len, parts)) <= len(part) + _NAME for part in parts)


def _begins(line: PageLine, whole: PageLine) -> bool:
    """Whether a line of the page, such as a caption with its credit, begins with all of this one."""
    return whole.is_furniture and len(line.folded) >= _LEAST_CUT and whole.folded.startswith(line.folded)


def _is_cut(line: str, whole: str) -> bool:
    """Whether a line is the beginning of another and ends within a word of it, or where dots stand for the rest."""
    kept = line.rstrip(" .…")
    if len(kept) < _LEAST_CUT or len(whole) <= len(line) or not whole.startswith(kept):
        return False
    return line.endswith(("…", "...")) or (kept[-1].isalnum() and whole[len(kept)].isalnum())
