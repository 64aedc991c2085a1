"""The words of a language's pages, compiled, and a line of a page as they show it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from ahocorasick_rs import AhoCorasick, MatchKind

from quotepart.extraction.languages.language import Language
from quotepart.extraction.pages.lines import LineGrammar, compile_lines
from quotepart.model.frozen import dataclass
from quotepart.model.pact import Pact
from quotepart.model.span import Span

ORNAMENTS = " \n\r\t\ufeff»>›→▶►•·|*#=_~[]()–—-+✓▼▲☰…"


class Beginnings:
    """Phrases looked up at the start of a line; a phrase must end where a word ends."""

    def __init__(self, phrases: Iterable[str]) -> None:
        by_head: dict[str, list[str]] = {}
        for phrase in sorted(phrases, key=len, reverse=True):
            by_head.setdefault(phrase[0], []).append(phrase)
        self._by_head = {head: tuple(group) for head, group in by_head.items()}

    def match(self, line: str) -> int:
        """Return how many characters of the line the longest phrase takes, 0 where none begins it."""
        group = self._by_head.get(line[:1], ())
        if not line.startswith(group):
            return 0
        for phrase in group:
            size = len(phrase)
            if line.startswith(phrase) and not (phrase[-1].isalnum() and line[size : size + 1].isalnum()):
                return size
        return 0


@dataclass(frozen=True, slots=True, kw_only=True)
class FurnitureGrammar:
    """The words of a language's pages, compiled; see ``<code>.pages.toml`` for what each list is.

    ``pictured`` finds the words of captions; the first ``positions`` of them say where people stand.
    """

    whole: frozenset[str]
    sections: frozenset[str]
    homes: frozenset[str]
    openers: Beginnings
    endings: Beginnings
    begins: Beginnings
    begins_short: Beginnings
    inserted: Beginnings
    bylines: tuple[str, ...]
    kinds: Beginnings
    greetings: Beginnings
    foot: AhoCorasick
    lines: LineGrammar
    holds: AhoCorasick
    front: re.Pattern[str]
    caption: re.Pattern[str]
    signed: re.Pattern[str]
    providers: AhoCorasick
    agencies: frozenset[str]
    places: tuple[str, ...]
    pictured: AhoCorasick
    positions: int
    biographies: AhoCorasick
    ages: re.Pattern[str]
    joiners: frozenset[str]
    stays: frozenset[str]
    roles: Beginnings


@dataclass(slots=True)
class PageLine:
    """One paragraph as the layer sees it: ``is_body`` is prose, ``is_furniture`` is decided, the rest is short and open."""

    span: Span
    folded: str
    words: int
    is_body: bool
    is_furniture: bool
    opens: bool
    is_bare: bool
    ends_report: bool


def compile_furniture(language: Language, pact: Pact) -> FurnitureGrammar:
    """Return the grammar made from the language's table ``pages``; the pact's words play no part in it."""
    table = language.tables.get("pages", {})
    return FurnitureGrammar(
        whole=frozenset(table.get("whole", ())),
        sections=frozenset(table.get("sections", ())),
        homes=frozenset(table.get("homes", ())),
        openers=Beginnings(table.get("openers", ())),
        endings=Beginnings(table.get("endings", ())),
        begins=Beginnings(table.get("begins", ())),
        begins_short=Beginnings(table.get("begins_short", ())),
        inserted=Beginnings(table.get("inserted", ())),
        bylines=tuple(table.get("bylines", ())),
        kinds=Beginnings(table.get("kinds", ())),
        greetings=Beginnings(table.get("greetings", ())),
        foot=AhoCorasick(list(table.get("foot", ())) or ["\0"], matchkind=MatchKind.LeftmostLongest),
        lines=compile_lines(language),
        holds=AhoCorasick(list(table.get("holds", ())) or ["\0"], matchkind=MatchKind.LeftmostLongest),
        front=_front_pattern(table.get("front", ())),
        caption=_caption_pattern(table),
        signed=_signed_pattern(table.get("signs", ())),
        biographies=AhoCorasick(list(table.get("biographies", ())) or ["\0"]),
        ages=_age_pattern(table.get("ages", ())),
        pictured=AhoCorasick([*table.get("positions", ()), *table.get("pictured", ())] or ["\0"]),
        positions=len(table.get("positions", ())),
        roles=Beginnings(table.get("roles", ())),
        joiners=frozenset(table.get("joiners", ())),
        stays=frozenset(table.get("stays", ())),
        agencies=frozenset(table.get("agencies", ())),
        places=tuple(f"{word} " for word in table.get("places", ())),
        providers=AhoCorasick([*table.get("agencies", ()), *table.get("providers", ())] or ["\0"]),
    )


def _front_pattern(keys: Sequence[str]) -> re.Pattern[str]:
    """A key of front matter with a dated or marked value, at the very start."""
    named = "|".join(re.escape(key) for key in keys) or r"(?!)"
    return re.compile(
        rf"[\s\ufeff]*+(?:{named})\s?:?\s?(?:\d{{4}}-\d\d(?:-\d\d)?(?!\d)|https?://\S+)"
        r"(?:\s*©\s?[\w .]{1,30}/\s?[\w.'-]+ [\w.'-]+)?"
    )


def _age_pattern(phrases: Sequence[str]) -> re.Pattern[str]:
    """How long ago a page was published, with a number for each ``#``."""
    named = "|".join(re.escape(phrase).replace(r"\#", r"\d{1,2}") for phrase in phrases) or r"(?!)"
    return re.compile(rf"(?<!\d)(?:{named})(?!\w)")


def _caption_pattern(table: object) -> re.Pattern[str]:
    assert isinstance(table, dict)
    agency, provider, credit = (
        "|".join(sorted(map(re.escape, table.get(name, ())), key=len, reverse=True)) or r"(?!)"
        for name in ("agencies", "providers", "credits")
    )
    signs = rf"(?:(?:{credit})\W{{1,4}}(?:{agency}|{provider})|(?:{agency}|{provider})\W(?:{credit}))"
    named = rf"(?:{agency})\s?[–—-]\s[^\W\d_][^.\n]{{1,30}}$"
    ends = rf"[^\W\d](?:\s?/\s(?:{agency}|{provider})|\s?[–—]\s?(?:{agency})|\s/(?:{agency})|/(?:{agency})\))$"
    bars = rf"(?:[/|©]\s?(?:{agency})|(?<!\w)(?:{agency})\s?[/|]\s?\w|(?<!\w){named}|{ends})"
    joined = rf"[.!?»”\"](?:{agency})$"
    return re.compile(rf"(?<!\w)(?:{signs})(?!\w)|{joined}|{bars}(?:\b|\w)")


def _signed_pattern(signs: Sequence[str]) -> re.Pattern[str]:
    """A picture's maker, named after a sign at the end of a line: "Photo : Jana Sporsz", "© Klow Images"."""
    named = "|".join(map(re.escape, signs)) or r"(?!)"
    return re.compile(rf"(?:©\s?|(?<!\w)(?:{named})\s?[:/]\s?)[^\W\d][^.:!?«»\n]{{1,40}}\.?$")
