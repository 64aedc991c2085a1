"""Which words a cue reports without marks: where the reported clause begins and where it ends."""

from __future__ import annotations

from collections.abc import Sequence

from quotepart.extraction.cues import Cue
from quotepart.extraction.frames import QUOTED, Frame
from quotepart.extraction.phrases import Phrase
from quotepart.extraction.saying import SayingGrammar

Tokens = tuple[int, int]
"""A clause: its first token and the token after its last."""

_HARD_STOPS = frozenset((".", ";", "!", "?", "…", "–", "—", ")", ":"))
_REACH = 16
_FEWEST_WORDS = 3
_CLAUSE_CLASSES = frozenset(
    ("say", "announce", "warn", "threaten", "promise", "demand", "criticise", "reassure", "praise")
)
_INFINITIVE_CLASSES = frozenset(("promise", "threaten", "say", "reassure", "demand", "announce"))


def reported_clause(
    frame: Frame, cue: Cue, cues: Sequence[Cue], subject: Phrase | None, grammar: SayingGrammar
) -> Tokens | None:
    """Return the clause that ``cue`` reports in the sentence, ``None`` when it reports none.

    A clause that holds a quotation in marks is none of its own: the quotation is what is reported.
    """
    if cue.shape == "source":
        clause = _beside_source(frame, cue, subject, grammar)
    elif cue.cue_class not in _CLAUSE_CLASSES or (cue.cue_class == "demand" and cue.shape != "finite"):
        return None
    else:
        clause = (
            _after_that(frame, cue, cues, subject, grammar)
            or _before_incise(frame, cue, cues, subject, grammar)
            or _without_that(frame, cue, cues, subject, grammar)
            or _infinitive(frame, cue, cues, subject, grammar)
        )
    if clause is None or QUOTED in frame.words[clause[0] : clause[1]]:
        return None
    return clause if clause[1] - clause[0] >= _FEWEST_WORDS else None


def _after_that(
    frame: Frame, cue: Cue, cues: Sequence[Cue], subject: Phrase | None, grammar: SayingGrammar
) -> Tokens | None:
    """The clause after "que" or "that", from which only adverbials and an inverted subject may part the cue."""
    others = {other.start for other in cues if other is not cue}
    for at in range(cue.end, min(len(frame), cue.end + _REACH)):
        word = frame.words[at]
        if word in _HARD_STOPS or word == QUOTED or at in others:
            return None
        if word in grammar.words["complementizers"]:
            if frame.words[at - 1] in grammar.words["before_other_that"] and at > cue.end:
                return None
            return at + 1, _clause_end(frame, at + 1, cue, cues, grammar)
    return None


def _before_incise(
    frame: Frame, cue: Cue, cues: Sequence[Cue], subject: Phrase | None, grammar: SayingGrammar
) -> Tokens | None:
    """The clause before ", a déclaré X" or ", X said": the sentence up to that comma."""
    if cue.shape != "finite" or cue.is_weak:
        return None
    if subject is not None and subject.start < cue.start:
        comma = subject.start - 1
        while comma > 0 and frame.words[comma] in grammar.words["determiners"]:
            comma -= 1
        closes = frame.word(cue.end)
        if grammar.inverted or not (closes in ("", ".", ",") or closes in grammar.words["phrase_ends"]):
            return None
    elif subject is None and cue.pronoun is None:
        return None
    else:
        comma = cue.start - 1
    if frame.word(comma) != ",":
        return None
    start = _sentence_opening(frame, comma, cues, grammar)
    return (start, comma) if comma - start >= _FEWEST_WORDS else None


def _sentence_opening(frame: Frame, upto: int, cues: Sequence[Cue], grammar: SayingGrammar) -> int:
    """Where the clause that ends at a token begins: the sentence's first word that is no conjunction."""
    start = 0
    for at in range(upto - 1, -1, -1):
        if frame.words[at] in (";", ":", ".") and at + 2 < upto:
            start = at + 1
            break
    while start < upto and frame.words[start] in grammar.words["coordinators"]:
        start += 1
    return start


def _beside_source(frame: Frame, cue: Cue, subject: Phrase | None, grammar: SayingGrammar) -> Tokens | None:
    """The clause that "selon X" qualifies: after its comma at the head of a sentence, before it elsewhere."""
    if subject is None:
        return None
    end = max(subject.end, cue.end + 1)
    opens = all(word in grammar.words["coordinators"] or word in (",", "–") for word in frame.words[: cue.start])
    if opens or frame.word(cue.start - 1) in (";", ":"):
        if frame.word(end) != ",":
            end = next((at for at in range(end, min(len(frame), end + 14)) if frame.words[at] == ","), len(frame))
        start = end + 1
        return (start, _plain_end(frame, start)) if start < len(frame) else None
    if frame.word(cue.start - 1) == ",":
        start = _sentence_opening(frame, cue.start - 1, (), grammar)
        if frame.word(end) == "," and end + 2 < len(frame):
            return None if start >= cue.start - 3 else (start, cue.start - 1)
        return start, cue.start - 1
    start = cue.start - 1
    while start > 0 and frame.words[start - 1] not in (",", ";", ":", "(", "–", "—"):
        start -= 1
    return start, cue.start


def _plain_end(frame: Frame, start: int) -> int:
    for at in range(start, len(frame)):
        if frame.words[at] in (";", "!", "?", "…") or (frame.words[at] == "." and at + 1 == len(frame)):
            return at
    return len(frame)


def _without_that(
    frame: Frame, cue: Cue, cues: Sequence[Cue], subject: Phrase | None, grammar: SayingGrammar
) -> Tokens | None:
    """The clause right after a verb that needs no "that": "said the alliance would hold"."""
    if cue.lemma not in grammar.words["without_that"] or (subject is not None and subject.start >= cue.end):
        return None
    start = cue.end
    while start < len(frame) and (grammar.is_adverb(frame.words[start]) or _is_adverbial(frame, start, grammar)):
        start = _past_adverbial(frame, start, grammar)
    if frame.word(start) in _HARD_STOPS or frame.word(start) in (",", "", QUOTED) or start >= len(frame):
        return None
    end = _clause_end(frame, start, cue, cues, grammar)
    has_verb = any(
        word in grammar.words["finite_hints"] or (word.endswith("ed") and len(word) > 4)
        for word in frame.words[start + 1 : end]
    )
    return (start, end) if has_verb and frame.word(start) not in grammar.words["infinitive_markers"] else None


def _is_adverbial(frame: Frame, at: int, grammar: SayingGrammar) -> bool:
    return (
        frame.words[at] in grammar.words["prepositions"] and frame.words[at] not in grammar.words["infinitive_markers"]
    )


def _past_adverbial(frame: Frame, at: int, grammar: SayingGrammar) -> int:
    if grammar.is_adverb(frame.words[at]):
        return at + 1
    at += 1
    while at < len(frame) and frame.words[at] in grammar.words["determiners"]:
        at += 1
    found = frame.mentions.get(at)
    at = found[1] if found else at + 1
    opens = grammar.words["determiners"] | grammar.pronouns.keys() | grammar.words["complementizers"]
    while (
        at < len(frame)
        and frame.words[at] not in opens
        and at not in frame.mentions
        and not _is_adverbial(frame, at, grammar)
        and frame.words[at] not in _HARD_STOPS
        and frame.words[at] not in (",", QUOTED)
        and frame.words[at] not in grammar.words["finite_hints"]
    ):
        at += 1
    return at


def _infinitive(
    frame: Frame, cue: Cue, cues: Sequence[Cue], subject: Phrase | None, grammar: SayingGrammar
) -> Tokens | None:
    """The infinitive clause after a promise, threat or demand: "a promis de", "urged allies to"."""
    if cue.cue_class not in _INFINITIVE_CLASSES or cue.shape == "infinitive":
        return None
    if cue.cue_class in ("say", "reassure", "announce"):
        return _bare_infinitive(frame, cue, cues, grammar)
    if cue.is_weak:
        return None
    reach = 9 if cue.cue_class == "demand" else 2
    for at in range(cue.end, min(len(frame) - 1, cue.end + reach)):
        word = frame.words[at]
        if word in _HARD_STOPS or word in (",", QUOTED):
            return None
        if word in grammar.words["infinitive_markers"] and _is_infinitive(frame, at + 1, grammar):
            return at + 1, _clause_end(frame, at + 1, cue, cues, grammar)
    return None


def _bare_infinitive(frame: Frame, cue: Cue, cues: Sequence[Cue], grammar: SayingGrammar) -> Tokens | None:
    """ "dit vouloir", "affirme avoir": an infinitive right after the verb, without a marker."""
    at = cue.end
    while frame.word(at) in grammar.words["clitics"] or frame.word(at) in grammar.words["negations"]:
        at += 1
    is_marked = frame.word(cue.end) in grammar.words["infinitive_markers"]
    if is_marked or not grammar.inverted or not _is_infinitive(frame, at, grammar):
        return None
    return cue.end, _clause_end(frame, at, cue, cues, grammar)


def _is_infinitive(frame: Frame, at: int, grammar: SayingGrammar) -> bool:
    while frame.word(at) in grammar.words["clitics"] or frame.word(at) in grammar.words["negations"]:
        at += 1
    word = frame.word(at)
    if not word.isalpha() or at in frame.mentions or word in grammar.words["not_infinitives"] or len(word) < 2:
        return False
    return (
        word.endswith(grammar.infinitive_endings) and not word.endswith(("ing", "s"))
        if grammar.infinitive_endings
        else False
    )


def _clause_end(frame: Frame, start: int, cue: Cue, cues: Sequence[Cue], grammar: SayingGrammar) -> int:
    """Where a clause that begins at ``start`` is over: at the next cue beside it, or where the reporter takes over."""
    nexts = {other.start: other for other in cues if other.start > start}
    for at in range(start, len(frame)):
        word = frame.words[at]
        if word in (";", "!", "?", "…") or (word == "." and at + 1 >= len(frame) - 1):
            return at
        if word in ("–", "—", ":"):
            return at
        if at in nexts and (end := _before_cue(frame, at, nexts[at], start, grammar)) is not None:
            return end
        if at > start + 1 and _hands_back(frame, at, grammar):
            return at - 1 if frame.words[at - 1] == "," else at
    return len(frame)


def _before_cue(frame: Frame, at: int, other: Cue, start: int, grammar: SayingGrammar) -> int | None:
    """Where a clause ends before another cue beside it; ``None`` when that cue is a part of the clause."""
    if other.shape == "source":
        return at - 1 if frame.words[at - 1] == "," else at
    light = grammar.words["coordinators"] | grammar.words["participle_leads"] | {","}
    place = at
    while place > start and (frame.words[place - 1] in light or grammar.is_adverb(frame.words[place - 1])):
        place -= 1
    return place if place < at and place > start else None


def _hands_back(frame: Frame, at: int, grammar: SayingGrammar) -> bool:
    """Whether the reporter's own words begin at a token: after a comma, a participle or one of the clause's known ends."""
    if frame.words[at - 1] != "," and all(
        frame.words[at] != words[0] for words, is_weak in grammar.sources if not is_weak
    ):
        return False
    word = frame.words[at]
    if (
        word.endswith(grammar.participle_ending)
        and len(word) > 5
        and word not in grammar.words["participle_exceptions"]
    ):
        return True
    ahead = " ".join(frame.words[at : at + 4]).replace("' ", "'") + " "
    return ahead.startswith(grammar.clause_ends)
