"""Figures of a text that were announced on a known day."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal

from quotepart.extraction.languages.language import Language
from quotepart.extraction.text.prepared import Prepared
from quotepart.model.frozen import dataclass
from quotepart.model.observation import Announcement
from quotepart.model.pact import Pact
from quotepart.model.span import Span

_BILLION = Decimal(10**9)


@dataclass(frozen=True, slots=True)
class Repeated:
    """A figure of a text with the announcements that said the same."""

    span: Span
    announcements: tuple[Announcement, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnouncementGrammar:
    """The pact's announced sums and percentages by value, and how a language writes such figures."""

    figures: Mapping[tuple[str, Decimal], tuple[Announcement, ...]]
    pattern: re.Pattern[str]


def compile_announcements(language: Language, pact: Pact) -> AnnouncementGrammar:
    """Return the grammar made from the pact's announcements and the language's table ``dates``."""
    table = language.tables.get("dates", {}).get("announced", {})
    words = {name: "|".join(map(re.escape, table.get(name, ()))) or r"(?!)" for name in ("billion", "percent")}
    figures: dict[tuple[str, Decimal], list[Announcement]] = {}
    for announcement in pact.announcements:
        if key := _key(announcement):
            figures.setdefault(key, []).append(announcement)
    number = r"(?<![\w.,])(\d{1,4}(?:[.,]\d{1,2})?)"
    return AnnouncementGrammar(
        figures={key: tuple(found) for key, found in figures.items()},
        pattern=re.compile(
            rf"{number}(?:[ -]?(?P<billion>{words['billion']})(?!\w)|[ -]?(?P<percent>{words['percent']}))"
        ),
    )


def _key(announcement: Announcement) -> tuple[str, Decimal] | None:
    """What makes an announced figure findable: sums of billions, and percentages that are not round guidelines."""
    if announcement.unit == "percent" and announcement.value % 1:
        return "percent", announcement.value.normalize()
    if announcement.value >= _BILLION and announcement.unit not in ("count", "percent"):
        return "billion", (announcement.value / _BILLION).normalize()
    return None


def find_repeated(prepared: Prepared, grammar: AnnouncementGrammar) -> tuple[Repeated, ...]:
    """Return the figures of a text that were announced before, with the announcements of each."""
    found = []
    for match in grammar.pattern.finditer(prepared.folded):
        key = ("billion" if match["billion"] else "percent", _value(match[1]))
        if announcements := grammar.figures.get(key):
            found.append(Repeated(Span(match.start(), match.end()), announcements))
    return tuple(found)


def _value(digits: str) -> Decimal:
    return Decimal(digits.replace(",", ".")).normalize()
