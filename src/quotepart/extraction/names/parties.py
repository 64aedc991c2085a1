"""Whom figures and pledges can be given to: a document's mentions with those of strangers, made ready once for both."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from quotepart.extraction.names.spoken_of import origins
from quotepart.extraction.names.strangers import StrangersGrammar, with_strangers
from quotepart.extraction.text.prepared import Mention, Prepared
from quotepart.model.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Parties:
    """The mentions in text order, where each begins, and the state each person is said to be from, by name."""

    mentions: Sequence[Mention]
    starts: Sequence[int]
    origins: Mapping[str, tuple[str, ...]]

    def between(self, start: int, end: int) -> Sequence[Mention]:
        """Return the mentions that begin at or after ``start`` and before ``end``."""
        return self.mentions[bisect_left(self.starts, start) : bisect_left(self.starts, end)]


def find_parties(prepared: Prepared, grammar: StrangersGrammar) -> Parties:
    """Return the mentions of a document and of states unknown to the pact."""
    mentions = with_strangers(prepared, grammar)
    starts = [mention.span.start for mention in mentions]
    return Parties(mentions=mentions, starts=starts, origins=origins(prepared.folded, mentions))
