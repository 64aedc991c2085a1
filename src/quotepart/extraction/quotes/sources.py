"""The clause that "selon X" or "according to X" qualifies: beside it, around it, or behind "selon qui"."""

from __future__ import annotations

from quotepart.extraction.quotes.clauses import (
    Sentence,
    Tokens,
    is_set_off,
    opens_participle,
    past_adverbials,
    sentence_opening,
)
from quotepart.extraction.quotes.cues import Cue
from quotepart.extraction.quotes.frames import QUOTED, opens_lightly
from quotepart.extraction.quotes.that_clauses import clause_after_that
from quotepart.extraction.quotes.verbs import has_verb

_FEWEST_WORDS = 3
_ORIGIN = 10  # tokens up to the comma behind where a source is from
_FEWEST_JOINED = 4


def clause_beside_source(sentence: Sentence, index: int) -> Tokens | None:
    """Return the clause that "selon X" qualifies: after its comma at the head of a sentence, before it elsewhere."""
    cue, subject, frame = sentence.cues[index], sentence.subjects[index], sentence.frame
    if subject is None:
        return None
    if sentence.has(cue.end, "relatives"):
        return _relative_to(sentence, cue) if subject.kind != "description" or subject.is_plausible else None
    if is_set_off(sentence, cue) and any(_holds(sentence, place, cue) for place in range(index)):
        return None
    end = cue.end if cue.pronoun else max(subject.end, cue.end + 1)
    before = sentence.word(cue.start - 1)
    grammar = sentence.grammar
    if cue.pronoun and cue.start and grammar.inverted and before not in (",", ";", ":", "–", "—"):
        return None
    if opens_lightly(frame, cue.start, grammar) or before in (";", ":"):
        while end < len(frame) and frame.words[end] != ",":
            end += 1
        end = _past_origin(sentence, end)
        return (end + 1, plain_end(sentence, end + 1)) if end + 1 < len(frame) else None
    is_inside = any(sentence.has(cue.start - 2, group) for group in ("coordinators", "relatives", "boundaries"))
    if before == "," and is_inside and sentence.word(end) == ",":
        return end + 1, plain_end(sentence, end + 1)
    if before == ",":
        start = sentence_opening(sentence, cue.start - 1)
        stop = plain_end(sentence, end + 1)
        if sentence.word(end) == "," and QUOTED in frame.words[end:stop]:
            return None
        if sentence.word(end) == "," and has_verb(sentence, cue.start - 2, cue.start - 1):
            return start, stop
        if start < cue.start - _FEWEST_JOINED:
            return start, cue.start - 1
        if sentence.word(end) != "," or stop <= end + 1:
            return None
        return (end + 1, stop) if stop - end > 2 * (cue.start - 1 - start) else (start, stop)
    start = cue.start - 1
    while start > 0 and frame.words[start - 1] not in (",", ";", ":", "(", "–", "—"):
        start -= 1
    return start, plain_end(sentence, end) if _stands_in_clause(sentence, end) else cue.start


def _stands_in_clause(sentence: Sentence, end: int) -> bool:
    """Whether a French verb goes on behind a source without a comma: "pourrait selon X conduire à", "joue selon X un rôle"."""
    if sentence.grammar.heads_last:
        return False
    is_infinitive = sentence.word(end).endswith(sentence.grammar.infinitive_endings)
    return sentence.has(end, "determiners") or (is_infinitive and not sentence.has(end, "not_infinitives"))


def _holds(sentence: Sentence, index: int, source: Cue) -> bool:
    """Whether a source stands in the clause that an earlier verb reports: "a rappelé que la flotte, selon lui, rouille"."""
    clause = clause_after_that(sentence, index) if sentence.cues[index].shape == "finite" else None
    return clause is not None and clause[0] <= source.start < clause[1]


def clause_behind_as(sentence: Sentence, index: int) -> Tokens | None:
    """Return the clause behind a verb of saying that "as" puts at the head of a sentence: "As Ms Sporsz said on Monday, …"."""
    cue, subject = sentence.cues[index], sentence.subjects[index]
    is_head = sentence.has(0, "inverting") and subject is not None and subject.start == 1 and subject.end <= cue.start
    comma = past_adverbials(sentence, cue.end)
    says = cue.cue_class in ("say", "announce") and cue.lemma not in sentence.grammar.words["of_agencies"]
    is_whole = is_head and says and sentence.word(comma) == ","
    start = comma + 1
    return (start, plain_end(sentence, start)) if is_whole and sentence.grammar.heads_last else None


def _past_origin(sentence: Sentence, comma: int) -> int:
    """The comma behind what says where a source is from: "Pour Jan Novak, du Collectif des ports, la mer monte"."""
    if not sentence.has(comma + 1, "possessive_prepositions") or sentence.grammar.heads_last:
        return comma
    closing = (at for at in range(comma + 2, comma + _ORIGIN) if sentence.word(at) == ",")
    return next(closing, comma)


def _relative_to(sentence: Sentence, cue: Cue) -> Tokens | None:
    """The clause after "selon qui", up to its comma where the sentence's own verb is still to come."""
    start, end = cue.end + 1, plain_end(sentence, cue.end + 1)
    if not has_verb(sentence, 1, cue.start):
        end = next((at for at in range(start + _FEWEST_WORDS, end) if sentence.word(at) == ","), end)
    return start, end


def plain_end(sentence: Sentence, start: int) -> int:
    """Return where a clause without a verb of saying ends: at a sign, before words in marks, or where a participle tells on."""
    words = sentence.frame.words
    for at in range(start, len(words)):
        if words[at] in (";", "!", "?", "…") or (words[at] == "." and at + 1 == len(words)):
            return at
        if words[at] == ":" and sentence.word(at + 1) == QUOTED and sentence.grammar.inverted:
            return at
        if at > start + 1 and words[at - 1] == "," and opens_participle(sentence, at) and sentence.grammar.inverted:
            return at - 1
    return len(words)
