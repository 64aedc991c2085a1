"""Whom the sentences since the last words speak of."""

from __future__ import annotations

from quotepart.extraction.quotes.cast.cast import Cast
from quotepart.extraction.quotes.saying import SayingGrammar
from quotepart.extraction.text.prepared import Prepared
from quotepart.model.entry import Speaker

_BEFORE = 24  # characters before a name in which its preposition stands


def find_newest(cast: Cast, prepared: Prepared, grammar: SayingGrammar, since: int, until: int) -> Speaker | None:
    """Return the subject of the sentences from ``since`` to ``until``, else the one person named there in no complement."""
    newer = cast.last_person(since)
    if newer is not None:
        return newer
    named = cast.named_between(since, until)
    before = [prepared.folded[max(0, each.span.start - _BEFORE) : each.span.start].split() for each in named]
    small = grammar.words["prepositions"]
    free = [each for each, words in zip(named, before, strict=True) if not small.intersection(words[-2:])]
    return cast.speaker_named(free[0]) if len(named) == len(free) == 1 else None
