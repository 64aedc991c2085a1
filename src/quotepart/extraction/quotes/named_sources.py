"""Whom "selon", "pour" or "according to" names: a person, an institution, a source that can be described."""

from __future__ import annotations

from dataclasses import replace

from quotepart.extraction.quotes.bounds import phrase_end
from quotepart.extraction.quotes.cues import Cue
from quotepart.extraction.quotes.frames import QUOTED, Frame
from quotepart.extraction.quotes.nouns import STOPS, Phrase, read_phrase, read_pronoun
from quotepart.extraction.quotes.phrases import antecedent, subject_after
from quotepart.extraction.quotes.saying import SayingGrammar

_FIGURES = 4  # tokens up to the noun for figures: "les toutes dernières données"


def source_named(frame: Frame, cue: Cue, grammar: SayingGrammar) -> Phrase | None:
    """Return whom the preposition of a cue names: a person, an actor or a describable source, never "les circonstances"."""
    if frame.word(cue.end) in grammar.words["relatives"]:
        noun = cue.start - (frame.word(cue.start - 1) == ",")
        return None if _is_nobodys(frame, noun - 1, grammar) else antecedent(frame, noun, grammar)
    closers = (",", ".", "", QUOTED, ";")
    is_over = frame.word(cue.end + 1) in closers or (
        grammar.inverted and frame.word(cue.end + 1) in grammar.words["determiners"]
    )
    if frame.word(cue.end) in grammar.object_pronouns and is_over:
        return read_pronoun(frame, cue.end, grammar)
    end = cue.end + (frame.word(cue.end) in grammar.words["possessive_prepositions"] - grammar.words["determiners"])
    phrase = subject_after(frame, end, grammar)
    if phrase is None or phrase.start > end + 1 or (cue.is_weak and _is_purpose(frame, end, phrase, grammar)):
        return None
    named = frame.mentions.get(end)
    if named is not None and phrase.kind == "actor" and grammar.inverted:
        phrase = read_phrase(frame, end, named[1], grammar) or phrase
    if end > cue.end and phrase.kind != "person":
        phrase = replace(phrase, start=cue.end, span=frame.stretch(cue.end, phrase.end), plural=True)
    is_sure = (
        cue.lemma in grammar.words["sure_prepositions_of_source"] and phrase.head not in grammar.words["standards"]
    )
    author = _author(frame, phrase, grammar)
    if author is not None:
        return author
    if not phrase.is_plausible:
        return _owner_of_source(frame, phrase, grammar) or (phrase if is_sure else None)
    if cue.is_weak and _is_topic(frame, phrase, grammar):
        return None
    if cue.is_weak and phrase.kind != "person" and frame.word(phrase.end) not in (",", QUOTED, ".", ""):
        return None
    return phrase


def _is_topic(frame: Frame, phrase: Phrase, grammar: SayingGrammar) -> bool:
    """Whether a phrase is a state by its own name with an article, of which "pour" only says whom something concerns."""
    is_state = phrase.mention is not None and phrase.mention.kind in ("member", "state")
    return is_state and frame.word(phrase.start) in grammar.words["determiners"]


def _is_nobodys(frame: Frame, at: int, grammar: SayingGrammar) -> bool:
    """Whether a noun of what was said stands without whose it is: "de nouvelles critiques selon lesquelles"."""
    is_owned = frame.word(at - 1) in grammar.words["possessives"]
    return frame.word(at) in grammar.words["nominal"] and not is_owned and not grammar.heads_last


def _is_purpose(frame: Frame, at: int, phrase: Phrase, grammar: SayingGrammar) -> bool:
    """Whether "pour" opens an infinitive, and what it names is only its object: "pour comprendre le rapport"."""
    return phrase.start == at + 1 and frame.word(at).endswith(grammar.infinitive_endings)


def _owner_of_source(frame: Frame, phrase: Phrase, grammar: SayingGrammar) -> Phrase | None:
    """The person or institution whose papers or figures a source is: "Klow's estimates", "les chiffres de la Ligue"."""
    if not grammar.heads_last:
        is_figure = not grammar.words["standards"].isdisjoint(frame.words[phrase.start : phrase.start + _FIGURES])
        return _owner_behind(frame, phrase, grammar) if is_figure else None
    found = frame.mentions.get(phrase.start)
    is_owner = found is not None and found[1] < phrase.end and frame.words[found[1] - 1].endswith(("'s", "s'"))
    owner = read_phrase(frame, phrase.start, found[1], grammar) if found and is_owner else None
    return replace(owner, end=phrase.end, span=found[0].span) if owner and found else None


def _author(frame: Frame, phrase: Phrase, grammar: SayingGrammar) -> Phrase | None:
    """Whose study an English source is, where "by" stands right behind its noun, and not behind "seen"."""
    if not grammar.heads_last or frame.word(phrase.end) not in grammar.words["agents"]:
        return None
    author = subject_after(frame, phrase.end + 1, grammar)
    if frame.word(phrase.end - 1) != phrase.head or author is None or author.start > phrase.end + 2:
        return None
    closers = (grammar.words["prepositions"] | grammar.words["agents"]) - grammar.words["possessive_prepositions"]
    after = (at for at in range(author.start + 1, author.end) if frame.words[at] != author.head)
    end = next((at for at in after if frame.word(at + 1) in closers and at not in frame.capitals), author.end)
    named = read_phrase(frame, author.start, end, grammar)
    return named if named is not None and (named.is_plausible or named.start in frame.capitals) else None


def _owner_behind(frame: Frame, phrase: Phrase, grammar: SayingGrammar) -> Phrase | None:
    """The actor, person or known noun behind a noun for figures: "les dernières données publiées de la Ligue"."""
    of = phrase.start + 1
    owning = STOPS | grammar.words["possessive_prepositions"] | grammar.words["agents"]
    while of < len(frame) and frame.words[of] not in owning:
        of += 1
    end = phrase_end(frame, of + 1, grammar) if of + 1 < len(frame) else 0
    owner = read_phrase(frame, of + 1, end, grammar) if of + 1 < end and frame.words[of] not in STOPS else None
    is_sure = owner is not None and owner.is_plausible and owner.kind not in ("pronoun", "first_person")
    return owner if is_sure else None
