"""The stretch of text in which pledges are looked for at a time."""

from __future__ import annotations

from collections.abc import Sequence

from quotepart.extraction.pledges.undertakings import Cast, Party, subject_of
from quotepart.extraction.pledges.words import PledgesGrammar
from quotepart.extraction.text.tokens import Tokens
from quotepart.extraction.times.times import Time
from quotepart.model.entry import Figure
from quotepart.model.frozen import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A sentence, or a piece of a very long one, with what stands in it; ``year`` is that of publication, if known."""

    tokens: Tokens
    figures: Sequence[Figure]
    times: Sequence[Time]
    cast: Cast
    text: str
    year: int | None

    def party(self, first: int, grammar: PledgesGrammar) -> Party:
        """Return what the subject of the word at token ``first`` is."""
        return subject_of(self.tokens, first, self.cast, self.text, grammar)
