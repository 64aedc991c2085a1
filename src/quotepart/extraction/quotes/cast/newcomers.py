"""Whether a description takes up somebody without a name who came up just before: "a politician came by … the politician"."""

from __future__ import annotations

from collections.abc import Sequence

from quotepart.extraction.quotes.cast.antecedents import Candidate
from quotepart.extraction.quotes.nouns import Phrase
from quotepart.extraction.quotes.saying import SayingGrammar
from quotepart.extraction.text.prepared import Prepared

_NEAR = 600  # characters between somebody and the description that takes him up
_BEFORE = 4  # words before a noun among which its article and what stands before that are looked for


def is_newcomer(
    phrase: Phrase, at: int, focus: Sequence[Candidate], prepared: Prepared, grammar: SayingGrammar
) -> bool:
    """Return whether the text since the last speaker brings up "a politician" whom "the politician" at ``at`` means.

    "Ida Sporsz, a politician," and "was a politician" bring up nobody new.
    """
    since = max([at - _NEAR, 0, *(each.at for each in focus[-1:])])
    words = prepared.folded[since:at].replace(",", " , ").split()
    articles, copulas = grammar.words["indefinite_determiners"], grammar.words["auxiliaries_of_being"]
    for place, word in enumerate(words):
        if word != phrase.head:
            continue
        article = next((spot for spot in range(place - 1, max(-1, place - _BEFORE), -1) if words[spot] in articles), 0)
        if article and words[article - 1] not in copulas | grammar.words["quoted_as"] | {","}:
            return True
    return False
