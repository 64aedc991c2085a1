"""A document made ready once for all layers: folded text, sentences, furniture, and who is mentioned where."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import field
from typing import Literal

from quotepart.extraction.languages.language import Language
from quotepart.extraction.text.tokens import Tokens, tokenise
from quotepart.model.dates import Dating
from quotepart.model.document import Document
from quotepart.model.frozen import dataclass
from quotepart.model.pact import Pact
from quotepart.model.span import Span

_MOST_KEPT = 2000  # stretches whose tokens are kept, more than any report has
MentionKind = Literal["person", "office", "member", "state", "group", "institution", "adjective", "demonym"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """Words that name an actor: which kind, and whom they stand for.

    ``name`` is the name in full as the document gives it for a person. ``actors`` are ids of members, other states and groups
    (``("USA",)``, ``("EUROPE_CANADA",)``); ``office`` is an office id where words or holder point to one. ``gender`` is known
    only where an honorific, a title or a given name tells it.
    """

    span: Span
    kind: MentionKind
    name: str
    actors: tuple[str, ...] = ()
    office: str | None = None
    person_id: str | None = None
    gender: Literal["male", "female"] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """The document with what every layer needs; all sequences are in text order.

    ``folded`` has the length of ``document.text``. ``sentences`` cover the text between paragraph breaks; ``furniture`` is what
    does not belong to the report. ``published`` is set as soon as it is known.
    """

    document: Document
    language: Language
    pact: Pact
    folded: str
    sentences: tuple[Span, ...]
    paragraphs: tuple[Span, ...]
    furniture: tuple[Span, ...] = ()
    mentions: tuple[Mention, ...] = ()
    published: Dating | None = None
    _tokens: dict[tuple[int, int], Tokens] = field(default_factory=dict, init=False, repr=False, compare=False)

    @property
    def text(self) -> str:
        """The document's own characters."""
        return self.document.text

    def tokens(self, start: int, end: int) -> Tokens:
        """The tokens of ``folded[start:end]``, made when first asked for."""
        found = self._tokens.get((start, end))
        if found is None:
            if len(self._tokens) >= _MOST_KEPT:
                self._tokens.clear()
            found = self._tokens[start, end] = tokenise(self.folded, start, end)
        return found

    def is_furniture(self, span: Span) -> bool:
        """Whether ``span`` begins in what does not belong to the report."""
        at = bisect_right(self.furniture, span.start, key=lambda apart: apart.start) - 1
        return at >= 0 and span.start < self.furniture[at].end
