"""Of whom a sentence speaks in which nobody's words stand, whom it asks, and by whom it says that words were said."""

from __future__ import annotations

from quotepart.extraction.quotes.bounds import phrase_end
from quotepart.extraction.quotes.cues import Cue
from quotepart.extraction.quotes.frames import Frame
from quotepart.extraction.quotes.nouns import Phrase, read_phrase
from quotepart.extraction.quotes.phrases import first_phrase, subject_after
from quotepart.extraction.quotes.saying import SayingGrammar

_TOLD = frozenset(("say", "announce"))
_REACH = 8  # tokens between "this was stated" and "by"
_ASIDE = 3  # tokens between "asked" and who is asked: "a-t-on demandé ce jeudi | au président"


def spoken_of(frame: Frame, grammar: SayingGrammar, *, is_silent: bool) -> Phrase | None:
    """Return by whom a sentence says that the words before it were said, else its subject where nobody speaks in it.

    A heading that holds nothing but a name has no subject.
    """
    teller = _told_by(frame, grammar)
    first = first_phrase(frame, len(frame), grammar) if is_silent and teller is None else None
    return teller if first is None or first.end == len(frame) else first


def asked_person(frame: Frame, cue: Cue, subject: Phrase | None, grammar: SayingGrammar) -> Phrase | None:
    """Return to whom somebody unnamed puts a question, so that the next answer is his: "a reporter asked the minister"."""
    if subject is None or cue.shape != "finite" or not grammar.has("asking", cue.lemma):
        return None
    is_unnamed = grammar.pronouns.get(subject.head) == "none" or subject.head in grammar.words["questioners"]
    if not is_unnamed or subject.start > cue.end:
        return None
    start = cue.end
    if not grammar.heads_last:
        behind = range(cue.end, min(len(frame), cue.end + _ASIDE + 1))
        start = next((at + 1 for at in behind if frame.words[at] in grammar.words["datives"]), start)
    end = phrase_end(frame, start, grammar) if start < len(frame) else start
    end = next((at for at in range(start, end) if frame.words[at] in grammar.words["asked_about"]), end)
    return read_phrase(frame, start, end, grammar) if start < end else None


def _told_by(frame: Frame, grammar: SayingGrammar) -> Phrase | None:
    """Who is said to have said what the sentences before tell: "This was stated by X", "It was reported by X"."""
    if not takes_up_report(frame, 0, grammar):
        return None
    agents = (at for at in range(3, min(len(frame), _REACH)) if frame.words[at] in grammar.words["agents"])
    agent = next(agents, None)
    phrase = subject_after(frame, agent + 1, grammar) if agent is not None else None
    return phrase if phrase is not None and phrase.is_plausible else None


def takes_up_report(frame: Frame, at: int, grammar: SayingGrammar) -> bool:
    """Return whether a clause from token ``at`` on only says that what stands before it was said: "this was stated by X"."""
    words = grammar.words
    points = frame.word(at) in words["demonstratives"] or frame.word(at) in words["body_pronouns"]
    verb = at + 2
    while frame.word(verb) in words["passive"] or grammar.is_adverb(frame.word(verb)):
        verb += 1
    is_passive = frame.word(at + 1) in words["passive"] or frame.word(at + 1) in words["auxiliaries"]
    return points and is_passive and any(form.cue_class in _TOLD for form in grammar.forms.get(frame.word(verb), ()))
