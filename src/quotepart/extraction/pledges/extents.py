"""How far a clause that binds reaches: from the word that binds to what closes it, over a quoted fragment in its midst."""

from __future__ import annotations

from collections.abc import Sequence

from quotepart.extraction.pledges.clauses import Clause
from quotepart.extraction.pledges.words import Cue, PledgesGrammar
from quotepart.extraction.text.tokens import Hit, Tokens
from quotepart.model.entry import Figure

_LONGEST = 34  # tokens that a clause which binds may have
_FAR = 14  # tokens from a word that binds to the figure, beyond which a nearer one opens the clause
_TAIL = 14  # tokens after the figure that still belong to the clause
_AFTER = 4  # tokens after what a clause is about that belong to it whatever marks stand there
_LONGEST_FRAGMENT = 20  # tokens of a quoted fragment in the midst of a clause
_SHORT_FRAGMENT = 6  # tokens of a quoted fragment over which a clause goes on to what it is about
_CLOSING = {"«": "»", "“": "”", '"': '"', "(": ")"}


def end_of(tokens: Tokens, last: int, grammar: PledgesGrammar) -> int:
    """Return the end of the clause whose word that binds ends at token ``last``: the first mark or conjunction that closes it."""
    at, limit = last, min(len(tokens), last + _LONGEST)
    while at < limit:
        past = _past(tokens.words, at, at + _SHORT_FRAGMENT)
        if past > at:
            at = past
        elif at > last + 1 and tokens.words[at] in grammar.stops:
            return at
        else:
            at += 1
    return limit


def _past(words: Sequence[str], at: int, limit: int) -> int:
    """The token after the quoted fragment that opens at token ``at`` in the midst of a clause; ``at`` if none does."""
    closing = _CLOSING.get(words[at])
    if closing is None or not words[at - 1].isalnum() or (closing == words[at] and words[:at].count(closing) % 2):
        return at
    return next((each + 1 for each in range(at + 1, min(limit, len(words))) if words[each] == closing), at)


def closed(tokens: Tokens, held: int, end: int) -> int:
    """Return the end of a clause without a share: the first comma a few words after what it is about."""
    return next((at for at in range(held + _AFTER, end) if tokens.words[at] == ","), end)


def around(tokens: Tokens, cue: Hit[Cue], aimed: Figure, grammar: PledgesGrammar) -> tuple[int, int]:
    """Return the clause about the figure aimed at: from the word that binds, or one nearer to it, to what closes it."""
    at = tokens.at(aimed.span.start)
    first = min(cue.first, at)
    if at - first > _FAR:
        nearer = [hit.first for hit in grammar.cues.find(tokens.words, first, at) if at - hit.first <= _FAR]
        first = nearer[0] if nearer else first
    last = tokens.at(aimed.span.end - 1) + 1
    closing = (each for each in range(last, len(tokens)) if tokens.words[each] in grammar.stops)
    return first, max(min(next(closing, len(tokens)), last + _TAIL), cue.last)


def past_fragment(tokens: Tokens, clause: Clause, grammar: PledgesGrammar) -> int:
    """Return the end of a clause, with the quoted fragment in its midst at whose marks it would stop: "submit “a plan”"."""
    words, end = tokens.words, clause.end
    for at in range(clause.cue.last, min(end + 1, len(words))):
        past = _past(words, at, at + _LONGEST_FRAGMENT)
        if past > at:
            rest = range(past, min(len(words), at + _LONGEST_FRAGMENT))
            return max(
                end, next((each for each in rest if words[each] in grammar.stops or words[each] in ",.!?"), past)
            )
    return end
