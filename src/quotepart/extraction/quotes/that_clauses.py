"""The clause that "que" or "that" opens behind a verb of saying."""

from __future__ import annotations

from quotepart.extraction.quotes.clauses import Sentence, Tokens, clause_end, past_adverbials, past_aside
from quotepart.extraction.quotes.cues import Cue
from quotepart.extraction.quotes.frames import QUOTED
from quotepart.extraction.quotes.nouns import Phrase

_REACH = 16
_FEWEST_WORDS = 3
_LEAD = 2  # tokens before a verb that opens its sentence
_INSERTED = 45  # the most tokens between a verb and its "that" that commas set off


def clause_after_that(sentence: Sentence, index: int) -> Tokens | None:
    """Return the clause after "que" or "that", parted from the cue by adverbials, addressee or inverted subject at most."""
    cue, subject = sentence.cues[index], sentence.subjects[index]
    start = cue.end
    is_behind = subject is not None and subject.start >= cue.end and not opens_sentence(sentence, cue, subject)
    if subject is not None and is_behind and subject.end <= cue.end + _REACH:
        start = subject.end
    if cue.lemma in sentence.grammar.words["no_clause"] and not sentence.has(cue.end, "complementizers"):
        return None
    at = _to_that(sentence, cue, start)
    is_purpose = (
        at is not None and at <= cue.end + 2 and cue.cue_class == "demand" and sentence.has(cue.end, "prepositions")
    )
    if at is None or (at > cue.end and sentence.has(at - 1, "before_other_that") and not is_purpose):
        return None
    start = at + 1 + (sentence.word(at + 1) == ",")
    if _lacks_subject(sentence, start):
        return (at, clause_end(sentence, at, cue)) if at == cue.end else None
    return start, clause_end(sentence, start, cue)


def _lacks_subject(sentence: Sentence, at: int) -> bool:
    """Whether an English clause opens with its verb, so that "that" is its subject: "said that is so", "a letter that was"."""
    groups = ("auxiliaries", "auxiliaries_of_being", "verbs_of_being")
    return sentence.grammar.heads_last and any(sentence.has(at, group) for group in groups)


def opens_sentence(sentence: Sentence, cue: Cue, subject: Phrase) -> bool:
    """Return whether a participle opens a sentence whose subject follows behind a comma: "Saying that A, Ms Sporsz left"."""
    is_open = cue.shape == "gerund" and cue.start <= _LEAD and past_adverbials(sentence, cue.end) == cue.end
    return is_open and subject.start > cue.end + _FEWEST_WORDS and sentence.word(subject.start - 1) == ","


def _to_that(sentence: Sentence, cue: Cue, start: int) -> int | None:
    """The token of the "that" which a cue reaches from ``start``."""
    others = {other.start for other in sentence.cues if other is not cue}
    may_address = cue.lemma in sentence.grammar.words["addressing"]
    start = past_aside(sentence, start)
    is_being = sentence.has(start, "auxiliaries") or sentence.has(start, "auxiliaries_of_being")
    if is_being and sentence.word(start).endswith(sentence.grammar.infinitive_endings or ("\0",)):
        return None  # "assure être prêt à ce que"
    if sentence.has(start, "prepositions") and sentence.has(start + 1, "complementizers"):
        return start + 1
    if sentence.has(start, "datives") and sentence.has(start + 1, "demonstratives"):
        return start + 2 if sentence.has(start + 2, "complementizers") else None
    if sentence.has(start, "possessive_prepositions") and sentence.has(start, "determiners"):
        return None
    if sentence.has(start, "before_matters"):
        return None
    at = past_adverbials(sentence, start)
    while at < min(len(sentence.frame), start + _REACH):
        word = sentence.word(at)
        if sentence.has(at, "complementizers"):
            return at
        if may_address and sentence.grammar.heads_last and _has_predicate(sentence, start, at):
            return None
        if may_address and at in sentence.frame.mentions:
            at = sentence.frame.mentions[at][1]
            continue
        if sentence.stops(at) or word == QUOTED or at in others:
            return None
        if word == "," and sentence.has(at + 1, "complementizers") and sentence.grammar.inverted:
            return at + 1
        if word == ",":
            return _past_insertion(sentence, at)
        if start < at and at in sentence.frame.mentions and sentence.grammar.heads_last:
            at = past_adverbials(
                sentence, sentence.frame.mentions[at][1]
            )  # "in an interview with the paper Radio Klow"
            continue
        if not may_address:
            return None
        at = past_adverbials(sentence, at + 1)
    return None


def _has_predicate(sentence: Sentence, start: int, at: int) -> bool:
    """Whether a token is the verb of a clause without "that": "warned the move would hurt all who thought that"."""
    is_relative = any(sentence.has(place, "relatives") for place in range(start, at))
    return sentence.has(at, "finite_hints") and sentence.word(at) not in sentence.grammar.pronouns and not is_relative


def _past_insertion(sentence: Sentence, comma: int) -> int | None:
    """The "that" after what commas set off from its verb: "a fait savoir, dans une lettre à X, ministre de Y, que"."""
    for at in range(comma + 1, min(comma + _INSERTED, len(sentence.frame) - 1)):
        word = sentence.word(at)
        if word in (";", ":", "?", "!", QUOTED):
            return None
        if word == "," and sentence.has(at + 1, "complementizers"):
            return at + 1
    return None
