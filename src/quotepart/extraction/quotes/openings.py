"""What opens a sentence before its subject: a dateline, an adverbial, a participle, or a clause with "when" or "if"."""

from __future__ import annotations

from quotepart.extraction.quotes.frames import Frame, past_dateline
from quotepart.extraction.quotes.lookalikes import opens_with_participle
from quotepart.extraction.quotes.nouns import starts_phrase
from quotepart.extraction.quotes.saying import SayingGrammar

_LONGEST = 32
_DATE = 7  # tokens of a date at the head of a sentence


def past_opening(frame: Frame, limit: int, grammar: SayingGrammar) -> int:
    """Return the token past an adverbial that opens the sentence and ends with a comma: "In a long statement, …"."""
    if frame.word(0) in grammar.words["prepositions"]:
        comma = next((at for at in range(1, min(limit, 30)) if frame.words[at] == ","), None)
        return _past_more(frame, comma + 1, limit, grammar) if comma else 0
    if frame.word(0) in grammar.words["determiners"] and frame.word(1).isdigit():
        comma = next((at for at in range(2, min(limit, _DATE)) if frame.words[at] == ","), None)
        return _past_more(frame, comma + 1, limit, grammar) if comma else 0
    if grammar.heads_last and frame.word(0) in grammar.words["conditions"] and 0 not in frame.mentions:
        start = 1 + next((at for at in range(2, min(limit, 30)) if frame.words[at] == ","), -1)
        is_new = frame.word(start) in grammar.words["indefinite_determiners"]
        return start if start and not is_new and starts_phrase(frame, start, grammar) else 0
    if (behind := _behind_participle(frame, limit, grammar)) is not None:
        return behind
    if opens_with_participle(frame, grammar):
        return next((at + 1 for at in range(2, min(limit, 30)) if frame.words[at] == ","), 0)
    return past_dateline(frame)


def _behind_participle(frame: Frame, limit: int, grammar: SayingGrammar) -> int | None:
    """Where an English subject stands behind a clause with a participle: "Asked if the goal would be met, | she said"."""
    endings = (grammar.past_ending, grammar.participle_ending)
    if not grammar.heads_last or 0 in frame.mentions or not frame.word(0).endswith(endings):
        return None
    commas = (at for at in range(2, min(limit, _LONGEST)) if frame.words[at] == ",")
    return next((at + 1 for at in commas if frame.word(at + 1) in grammar.pronouns or at + 1 in frame.mentions), None)


def _past_more(frame: Frame, start: int, limit: int, grammar: SayingGrammar) -> int:
    """Past further adverbials up to their commas, none of which holds a verb: ", lors d'une réunion à Klow, …"."""
    verbs = grammar.words["auxiliaries"] | grammar.words["auxiliaries_of_being"] | grammar.words["verbs_of_being"]
    while frame.word(start) in grammar.words["prepositions"]:
        comma = next((at for at in range(start + 1, min(limit, start + 30)) if frame.words[at] == ","), None)
        if comma is None or not verbs.isdisjoint(frame.words[start:comma]):
            break
        start = comma + 1
    return start
