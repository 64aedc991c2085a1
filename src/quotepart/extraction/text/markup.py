"""Marked-up text read in one pass: tags and the text between them, each with its place; no input makes it slow."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from quotepart.model.frozen import dataclass

_NAME = re.compile(r"/?[a-zA-Z][a-zA-Z0-9:-]{0,40}")
_ATTRIBUTE = re.compile(r"(?<![\w:-])([a-zA-Z][\w:-]*)\s*=\s*(\"[^\"]*\"|'[^']*'|[^\s\"'>]+)")
_RAW = {name: re.compile(rf"</{name}", re.IGNORECASE) for name in ("script", "style", "textarea", "title", "noscript")}
_SHORT_RAW = ("title", "noscript")
_STRAY = re.compile(r"<+(?=<)|<(?![a-zA-Z/!?])")  # what opens no tag
_QUOTED_ENDS = 12  # how many ">" inside quotation marks one tag may have
_TAG_LIMIT = 8_000  # attributes beyond this many characters are not read


@dataclass(frozen=True, slots=True)
class Tag:
    """A start tag (``name``) or end tag (``/name``), in lower case, at ``start`` to ``end`` of the source."""

    name: str
    start: int
    end: int
    inside: str = ""

    def attributes(self) -> Mapping[str, str]:
        """Return the attributes by name in lower case; values as written, without their quotation marks."""
        found = _ATTRIBUTE.findall(self.inside[:_TAG_LIMIT])
        return {name.lower(): value.strip("\"'") for name, value in found}


@dataclass(frozen=True, slots=True)
class Text:
    """Characters between two tags, entities not yet resolved; ``raw_of`` names the element whose content is no prose."""

    start: int
    end: int
    raw_of: str = ""


class _Scan:
    """A cursor that remembers which ends are not to come any more, so that nothing is searched for in vain twice."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.missing: set[str] = set()

    def find(self, what: str, start: int) -> int:
        if what in self.missing:
            return -1
        at = self.source.find(what, start)
        if at < 0:
            self.missing.add(what)
        return at

    def find_end_of(self, name: str, start: int) -> int:
        """Where raw content ends; a title that is never closed ends at the next tag, or it would hide the page."""
        found = None if name in self.missing else _RAW[name].search(self.source, start)
        if found is not None:
            return found.start()
        self.missing.add(name)
        following = self.find("<", start) if name in _SHORT_RAW else -1
        return len(self.source) if following < 0 else following


def pieces_of(source: str) -> Iterator[Tag | Text]:
    """Yield the tags and texts of ``source`` in order; comments and declarations are left out, a stray ``<`` is text."""
    scan = _Scan(source)
    at = 0
    while at < len(source):
        less = scan.find("<", at)
        if less != at:
            at, start = (len(source) if less < 0 else less), at
            yield Text(start, at)
            continue
        stray = _STRAY.match(source, at)
        if stray:
            yield Text(at, stray.end())
            at = stray.end()
            continue
        stop = _end_of_aside(scan, at)
        if stop is not None:
            at = stop
            continue
        tag = _tag_at(scan, at)
        yield tag
        at = tag.end
        if isinstance(tag, Tag) and tag.name in _RAW:
            stop = scan.find_end_of(tag.name, at)
            if stop > at:
                yield Text(at, stop, tag.name)
            at = stop


def _end_of_aside(scan: _Scan, at: int) -> int | None:
    """Where a comment or declaration at ``at`` ends; one that never ends is its opening alone."""
    for opening, closing in (("<!--", "-->"), ("<!", ">"), ("<?", ">")):
        if scan.source.startswith(opening, at):
            end = scan.find(closing, at + len(opening))
            return at + len(opening) if end < 0 else end + len(closing)
    return None


def _tag_at(scan: _Scan, at: int) -> Tag | Text:
    name = _NAME.match(scan.source, at + 1)
    end = scan.find(">", name.end()) if name else -1
    if name is None or end < 0:
        return Text(at, at + 1)
    for _ in range(_QUOTED_ENDS):
        inside = scan.source[name.end() : end]
        if len(inside) > _TAG_LIMIT or (inside.count('"') % 2 == 0 and inside.count("'") % 2 == 0):
            break
        further = scan.find(">", end + 1)
        if further < 0:
            break
        end = further
    return Tag(name[0].lower(), at, end + 1, scan.source[name.end() : min(end, name.end() + _TAG_LIMIT)])
