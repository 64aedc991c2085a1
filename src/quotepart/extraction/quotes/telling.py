"""Of whom a sentence speaks in which nobody's words stand, and by whom it says that the words before it were said."""

from __future__ import annotations

from quotepart.extraction.quotes.frames import Frame
from quotepart.extraction.quotes.nouns import Phrase
from quotepart.extraction.quotes.phrases import first_phrase, subject_after
from quotepart.extraction.quotes.saying import SayingGrammar

_TOLD = frozenset(("say", "announce"))
_REACH = 8  # tokens between "this was stated" and "by"


def spoken_of(frame: Frame, grammar: SayingGrammar, *, is_silent: bool) -> Phrase | None:
    """Return by whom a sentence says that the words before it were said, else its subject where nobody speaks in it.

    A heading that holds nothing but a name has no subject.
    """
    teller = _told_by(frame, grammar)
    first = first_phrase(frame, len(frame), grammar) if is_silent and teller is None else None
    return teller if first is None or first.end == len(frame) else first


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
