"""Titles with their state inside them, as in "ministre allemand de la Défense": head, adjective, rest."""

from __future__ import annotations

from collections.abc import Mapping

from quotepart.extraction.text.fold import fold
from quotepart.model.frozen import dataclass
from quotepart.model.pact import Names
from quotepart.model.span import Span

LONGEST_HEAD = 40
ANY = "any"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rest:
    """How a title goes on after the adjective, folded: the role it is then the title of, and the only actor it fits or any."""

    words: str
    role: str
    actor: str


TitleGrammar = Mapping[str, tuple[Rest, ...]]
"""Folded heads, each with a space after it, to how their titles go on, the longest first."""


def compile_titles(names: Names, links: tuple[str, ...]) -> TitleGrammar:
    """Return the grammar of the titles in ``names`` that an adjective may part before one of ``links``."""
    rests: dict[str, set[Rest]] = {}
    for role, owners in names.roles.items():
        for actor, titles in owners.items():
            for title in map(fold, titles):
                link = next((link for link in links if link in title), None)
                if link:
                    head, _, rest = title.partition(link)
                    rests.setdefault(f"{head} ", set()).add(Rest(words=link + rest, role=role, actor=actor))
    return {head: tuple(sorted(found, key=lambda rest: -len(rest.words))) for head, found in rests.items()}


def find_title(folded: str, adjective: Span, actor: str, grammar: TitleGrammar) -> tuple[Span, str] | None:
    """Return the title that the adjective of ``actor`` at this place parts, with the office it names."""
    before = folded[max(0, adjective.start - LONGEST_HEAD) : adjective.start]
    heads = [head for head in grammar if before.endswith(head)]
    for head in sorted(heads, key=len, reverse=True):
        start = adjective.start - len(head)
        if start and folded[start - 1].isalnum():
            continue
        for rest in grammar[head]:
            end = adjective.end + len(rest.words)
            is_whole = end >= len(folded) or not folded[end].isalnum()
            if rest.actor in (ANY, actor) and folded.startswith(rest.words, adjective.end) and is_whole:
                return Span(start, end), f"{actor}.{rest.role}"
    return None
