"""What a reader sees of marked-up text, in order, with what the markup sets apart; the places in the source are kept."""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from quotepart.extraction.text.markup import Tag, Text, pieces_of
from quotepart.model.span import Span

_UNSEEN_NAMES = "template svg iframe object select option math canvas"  # beside those whose content is raw
_UNSEEN = frozenset(_UNSEEN_NAMES.split())
_BLOCK_NAMES = (
    "p h1 h2 h3 h4 h5 h6 div section article main ul ol li dl dt dd table tr td th blockquote figure figcaption "
    "header footer nav aside form button hr pre fieldset body details summary address caption label video audio"
)
_BLOCKS = frozenset(_BLOCK_NAMES.split())
_HOLDERS = _BLOCKS - {"p", "hr"} | {"span", "a"}
_APART_NAMES = "nav aside footer form button figcaption label caption"
_APART = frozenset(_APART_NAMES.split())
_APART_WORDS = re.compile(
    r"(?:^|[\s_-])(?:nav|menu|breadcrumbs?|sidebar|footer|cookies?|consent|newsletter|subscribe|share|sharing|social|"
    r"related|recommended|comments?|promo|advert\w*|ads?|sponsored|caption|tags?|byline|author|popular|trending|"
    r"pagination|toolbar|banner|copyright|signup|login|search|widget)(?:$|[\s_-])"
)
_ENTRY_WORDS = re.compile(r"(?:^|[\s_-])(?:published|pubdate|posted|entry-date|publish)(?:$|[\s_-])")
_BLANKS = " \t\n\r\f"  # what a browser collapses; a no-break blank stays
_RUNS = re.compile(r"[ \t\n\r\f]+|&[#\w]{1,32};?|&|[^ \t\n\r\f&]+")
_LINKED_DATE = re.compile(r'"datePublished"\s{0,9}:\s{0,9}"(\d{4}-\d\d(?:-\d\d)?)')
_DEEP = 200
_LONGEST_LINK = 300  # characters of a block that is a link
_LINK_BLOCKS = 5  # through which one link goes, such as a picture, a title and a teaser
_LINKED = 0.95  # of the characters of a block stand in links: the block is one
_MOST = 0.7  # of a page's characters, which no class sets apart


@dataclass(slots=True)
class Block:
    """What stands between two borders of blocks: where it starts, how many characters it has, and how many in links."""

    start: int = 0
    solid: int = 0
    linked: int = 0

    def add(self, characters: str, at: int, *, is_linked: bool) -> None:
        """Count characters that stand at ``at``."""
        if not self.solid:
            self.start = at
        self.solid += len(characters)
        self.linked += len(characters) if is_linked else 0


class SeenPage:
    """What a reader sees of a page: characters, their places in the source, what is set apart, metadata by name."""

    def __init__(self, source: str, *, by_class: bool = True) -> None:
        self.source = source
        self.by_class = by_class
        self.parts: list[str] = []
        self.length = 0
        self.places: list[tuple[int, int]] = []
        self.apart: list[Span] = []
        self.gap = ""
        self.open: list[tuple[str, bool]] = []
        self.open_names: Counter[str] = Counter()
        self.depth_apart = 0
        self.block = Block()
        self.link_blocks = 0  # that the open link may still go through: one that is never closed ends there
        self.linked = 0
        self.depth_unseen = 0
        self.metadata: dict[str, str] = {}
        self.heading: str | None = None

    def add(self, characters: str, at: int) -> None:
        """Add characters that stand at ``at`` of the source, after the gap that is due."""
        if self.gap and self.length:
            self._put(self.gap, at)
        self.gap = ""
        self.block.add(characters, self.length, is_linked=self.link_blocks > 0)
        self._put(characters, at)

    def end_block(self) -> None:
        """Set a block apart that is nothing but links."""
        block, self.block = self.block, Block()
        self.link_blocks -= self.link_blocks > 0 and block.solid > 0
        is_free = not self.apart or self.apart[-1].end <= block.start
        is_links = 0 < block.solid <= _LONGEST_LINK and block.linked >= _LINKED * block.solid
        if is_free and is_links:
            self.apart.append(Span(block.start, self.length))
            self.linked += self.length - block.start

    def _put(self, characters: str, at: int) -> None:
        if not self.places or self.places[-1][1] - self.places[-1][0] != at - self.length:
            self.places.append((self.length, at))
        if self.depth_apart:
            self._extend_apart(characters)
        self.parts.append(characters)
        self.length += len(characters)

    def _extend_apart(self, characters: str) -> None:
        last = self.apart[-1] if self.apart else None
        if last and last.end == self.length:
            self.apart[-1] = Span(last.start, self.length + len(characters))
        elif characters.strip(_BLANKS):
            self.apart.append(Span(self.length, self.length + len(characters)))


def _take_tag(page: SeenPage, tag: Tag) -> None:
    name = tag.name.lstrip("/")
    if name == "meta":
        _take_metadata(page, tag.attributes())
    elif name == "time" or "itemprop" in tag.inside:
        _take_date(page, tag.attributes(), is_time=name == "time")
    if name == "br":
        page.gap = "\n" if "\n" not in page.gap else page.gap
    elif name in _BLOCKS:
        page.end_block()
        page.gap = "\n\n"
    if name == "a":
        is_title = page.open_names["h1"] > 0 or page.open_names["h2"] > 0
        page.link_blocks = 0 if is_title or "href" not in tag.inside else _LINK_BLOCKS
    if name in _UNSEEN:
        page.depth_unseen = max(0, page.depth_unseen + (-1 if tag.name.startswith("/") else 1))
    elif name in _HOLDERS:
        _close(page, name) if tag.name.startswith("/") else _open(page, tag)


def _open(page: SeenPage, tag: Tag) -> None:
    if len(page.open) >= _DEEP or tag.inside.endswith("/"):
        return
    may_be = page.by_class and tag.name not in ("body", "main", "article")
    apart = tag.name in _APART or (may_be and _is_apart(tag.attributes()))
    page.open.append((tag.name, apart))
    page.open_names[tag.name] += 1
    page.depth_apart += apart


def _close(page: SeenPage, name: str) -> None:
    """Close the nearest open element of that name, with those left open inside it."""
    if not page.open_names[name]:
        return
    while page.open:
        opened, apart = page.open.pop()
        page.open_names[opened] -= 1
        page.depth_apart -= apart
        if opened == name:
            return


def _is_apart(attributes: Mapping[str, str]) -> bool:
    said = f"{attributes.get('class', '')} {attributes.get('id', '')} {attributes.get('role', '')}".lower()
    return bool(_APART_WORDS.search(said))


def _take_metadata(page: SeenPage, attributes: Mapping[str, str]) -> None:
    name = attributes.get("property") or attributes.get("name") or attributes.get("itemprop") or ""
    if name and attributes.get("content"):
        page.metadata.setdefault(name.lower(), html.unescape(attributes["content"]))


def _take_date(page: SeenPage, attributes: Mapping[str, str], *, is_time: bool) -> None:
    """The day of publication that an element tells: as its property, or as the time of an entry."""
    value = attributes.get("datetime") or attributes.get("content") or ""
    is_property = attributes.get("itemprop", "").lower() == "datepublished"
    is_entry = is_time and bool(_ENTRY_WORDS.search(attributes.get("class", "").lower()))
    if value and (is_property or is_entry):
        page.metadata.setdefault("datepublished", value)


def _take_text(page: SeenPage, piece: Text) -> None:
    if piece.raw_of == "script" and "date" not in page.metadata:
        found = _LINKED_DATE.search(page.source, piece.start, piece.end)
        if found:
            page.metadata["datepublished"] = found[1]
    elif piece.raw_of == "title":
        page.metadata.setdefault("title", html.unescape(page.source[piece.start : piece.end]).strip())
    elif not piece.raw_of and not page.depth_unseen:
        _take_runs(page, piece)


def _take_runs(page: SeenPage, piece: Text) -> None:
    for run in _RUNS.finditer(page.source, piece.start, piece.end):
        characters = run[0]
        if characters.startswith("&"):
            characters = html.unescape(characters)
        if not characters.strip(_BLANKS):
            page.gap = page.gap or " "
        else:
            page.add(characters, run.start())


def visible_text(source: str) -> tuple[str, tuple[Span, ...]]:
    """Return the text that a reader sees of some markup, and what the markup sets apart in it."""
    page = read_page(source)
    return "".join(page.parts), tuple(page.apart)


def read_page(source: str) -> SeenPage:
    """Return what a reader sees of marked-up text, with its places in the source and its metadata.

    Where the classes of elements would set most of the page apart ("with-sidebar" around everything), they say nothing.
    """
    page = _read(source, by_class=True)
    if sum(len(span) for span in page.apart) - page.linked > _MOST * page.length:
        page = _read(source, by_class=False)
    return page


def _read(source: str, *, by_class: bool) -> SeenPage:
    page = SeenPage(source, by_class=by_class)
    for piece in pieces_of(source):
        _take_tag(page, piece) if isinstance(piece, Tag) else _take_text(page, piece)
    page.end_block()
    return page
