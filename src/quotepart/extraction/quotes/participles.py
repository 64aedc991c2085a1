"""Whose a participle of saying is: of whom the clause around it speaks."""

from __future__ import annotations

from quotepart.extraction.quotes.bounds import subject_end
from quotepart.extraction.quotes.cues import Cue
from quotepart.extraction.quotes.frames import Frame
from quotepart.extraction.quotes.nouns import Phrase, read_phrase, starts_phrase
from quotepart.extraction.quotes.phrases import first_phrase, subject_after
from quotepart.extraction.quotes.saying import SayingGrammar

_HEAD = 2  # tokens before a participle that heads its sentence
_LONGEST = 32
_AUTHOR = 14  # tokens from a participle back to "par"


def around_participle(frame: Frame, cue: Cue, grammar: SayingGrammar, floor: int) -> Phrase | None:
    """Return the subject of the clause in which a participle stands: after one that heads the sentence, before one elsewhere."""
    if grammar.heads_last:
        return None
    if cue.start <= _HEAD and frame.word(cue.start - 1) in grammar.words["participle_leads"] | {""}:
        return main_subject(frame, cue.end, grammar)
    if (author := _author_before(frame, cue.start, grammar)) is not None:
        return author
    is_led = frame.word(cue.start - 1) in grammar.words["participle_leads"]
    return _inner_subject(frame, floor, cue.start, grammar) if floor and is_led else None


def _author_before(frame: Frame, at: int, grammar: SayingGrammar) -> Phrase | None:
    """Whose text or call a participle behind a comma goes on with: "la proposition avancée par X, invitant"."""
    if frame.word(at - 1) != ",":
        return None
    texts = grammar.words["nominal"] | grammar.words["papers"]
    agents = (
        place for place in range(at - 2, max(0, at - _AUTHOR), -1) if frame.words[place] in grammar.words["agents"]
    )
    agent = next(agents, None)
    if agent is None or texts.isdisjoint(frame.words[max(0, agent - _HEAD) : agent]):
        return None
    author = subject_after(frame, agent + 1, grammar)
    return author if author is not None and author.is_plausible and author.end < at else None


def main_subject(frame: Frame, at: int, grammar: SayingGrammar) -> Phrase | None:
    """Return the subject that stands right behind a comma from token ``at`` on, with its verb after it: "…, X a dit"."""
    verbs = grammar.words["auxiliaries"] | grammar.words["auxiliaries_of_being"] | grammar.words["reflexives"]
    verbs = verbs | grammar.words["finite_hints"] | grammar.words["negations"]
    for comma in range(at, min(len(frame) - 2, at + _LONGEST)):
        if frame.words[comma] != "," or not starts_phrase(frame, comma + 1, grammar):
            continue
        end = subject_end(frame, comma + 1, grammar)
        phrase = read_phrase(frame, comma + 1, end, grammar)
        if phrase is not None and phrase.is_plausible and frame.word(end) in verbs:
            return phrase
    return None


def _inner_subject(frame: Frame, low: int, high: int, grammar: SayingGrammar) -> Phrase | None:
    """Who is the subject of the last clause that a conjunction opens between two tokens: "même si X a …"."""
    for at in range(high - 1, low, -1):
        word, before = frame.words[at], frame.words[at - 1]
        is_that = word in grammar.words["complementizers"]
        if is_that and before not in grammar.words["contrasts"] | grammar.words["boundaries"]:
            return None
        if word in grammar.words["boundaries"] and starts_phrase(frame, at + 1, grammar):
            phrase = read_phrase(frame, at + 1, min(high, subject_end(frame, at + 1, grammar)), grammar)
            return phrase if phrase is not None and phrase.kind != "description" else None
    return None


def subject_behind(frame: Frame, grammar: SayingGrammar) -> Phrase | None:
    """Return the subject of a sentence behind somebody's words: at its head, or behind the clause that opens it."""
    first = first_phrase(frame, len(frame), grammar)
    if first is not None and first.start == 0:
        return first
    opens = grammar.words["boundaries"] | grammar.words["prepositions"]
    return main_subject(frame, 1, grammar) if frame.word(0) in opens else None
