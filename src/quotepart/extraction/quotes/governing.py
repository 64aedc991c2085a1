"""Which cue governs each quotation of a sentence, told from where both stand."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from quotepart.extraction.quotes.cues import Cue
from quotepart.extraction.quotes.frames import QUOTED, Frame
from quotepart.extraction.quotes.nouns import Phrase
from quotepart.extraction.quotes.saying import SayingGrammar

_REACH = 60  # tokens between a cue and the quotation it governs; without a bound, a long sentence takes quadratic time
_LOOSE_REACH = 8
_CLOSE = 3  # tokens between a participle and the words it quotes
_BESIDE = 0.96  # how near a source is that stands right beside a quotation
_JOINED = 0.4  # how near a verb is that "and" joins to the one before a quotation
_OBJECT = 0.3  # how near a verb is that has an object of its own behind a quotation
_ENDS = frozenset(("", ".", ",", "!", "?", "…", QUOTED))


def govern(
    frame: Frame, cues: Sequence[Cue], subjects: Sequence[Phrase | None], grammar: SayingGrammar
) -> dict[int, tuple[int, float]]:
    """Return which cue governs each quotation of a sentence, by token, with how sure that is."""
    governed: dict[int, tuple[int, float]] = {}
    starts = [cue.start for cue in cues]
    for token in frame.quotations:
        near = range(bisect_left(starts, token - _REACH), bisect_right(starts, token + _REACH))
        ranked = [
            (
                _nearness(frame, token, cues, index, subjects[index], grammar),
                cues[index].shape != "source",
                index,
            )
            for index in near
            if (subjects[index] is not None or not (cues[index].is_weak and cues[index].shape == "source"))
            and not _is_lifeless(cues[index], subjects[index], grammar)
            and not _is_told(frame, cues, index, subjects[index], grammar)
            and not _is_deed_told(frame, cues, index, grammar)
        ]
        verbs = [entry for entry in ranked if entry[1] and entry[0] > 0]
        if any(not is_verb and nearness >= _BESIDE for nearness, is_verb, _ in ranked):
            verbs = [entry for entry in verbs if cues[entry[2]].shape != "infinitive"]
        nearness, _, index = max(verbs or ranked, default=(0.0, False, 0))
        nearness, index = _last_participle(frame, token, cues, verbs, grammar) or (nearness, index)
        if cues and cues[index].is_weak:
            nearness, index = _set_off_behind(frame, token, cues, subjects, verbs) or (nearness, index)
        if cues and (cues[index].cue_class == "think" or _is_thing(subjects[index])):
            nearness, index = _closing(frame, token, cues, subjects, verbs, grammar) or (nearness, index)
        if cues and cues[index].cue_class == "think":
            nearness, index = _said_beside(frame, token, cues, ranked, index) or (nearness, index)
        if nearness > 0:
            governed[token] = index, nearness
    return governed


def _last_participle(
    frame: Frame,
    token: int,
    cues: Sequence[Cue],
    verbs: Sequence[tuple[float, bool, int]],
    grammar: SayingGrammar,
) -> tuple[float, int] | None:
    """The participle behind a comma that alone stands between a clause and a quotation: "a noté que …, qualifiant … de"."""
    last = max((index for _, _, index in verbs if cues[index].end <= token), default=None)
    if last is None or cues[last].shape != "gerund" or frame.word(cues[last].start - 1) != ",":
        return None
    between = frame.words[cues[last].end : token]
    light = grammar.words["coordinators"] | grammar.words["complementizers"] | {QUOTED, ","}
    if ("," in between or QUOTED in between) and not light.issuperset(between):
        return None
    return next((nearness, index) for nearness, _, index in verbs if index == last)


def _set_off_behind(
    frame: Frame,
    token: int,
    cues: Sequence[Cue],
    subjects: Sequence[Phrase | None],
    verbs: Sequence[tuple[float, bool, int]],
) -> tuple[float, int] | None:
    """The verb with its subject behind it that a comma sets off from all before: "La Ligue n'observe « rien », a dit X"."""
    for nearness, _, index in verbs:
        cue, subject = cues[index], subjects[index]
        follows = cue.pronoun is not None or (subject is not None and subject.start >= cue.end)
        if token < cue.start and frame.word(cue.start - 1) == "," and follows and not cue.is_weak:
            return nearness, index
    return None


def _closing(
    frame: Frame,
    token: int,
    cues: Sequence[Cue],
    subjects: Sequence[Phrase | None],
    verbs: Sequence[tuple[float, bool, int]],
    grammar: SayingGrammar,
) -> tuple[float, int] | None:
    """The verb that closes an English sentence with its subject behind a comma: "They want “more” of it, Ms Sporsz said"."""
    for nearness, _, index in verbs:
        cue, subject = cues[index], subjects[index]
        is_last = token < cue.start and cue.cue_class != "think" and frame.word(cue.end) in ("", ".")
        is_agency = cue.lemma in grammar.words["of_agencies"]
        if subject is None or not (is_last and grammar.heads_last and subject.is_plausible) or is_agency:
            continue
        if subject.end == cue.start and (frame.word(subject.start - 1) == "," or subject.start == token + 1):
            return nearness, index
    return None


def _is_thing(subject: Phrase | None) -> bool:
    """Whether a subject is nothing that speaks."""
    return subject is not None and subject.kind == "description" and not subject.is_plausible


def _said_beside(
    frame: Frame, token: int, cues: Sequence[Cue], ranked: Sequence[tuple[float, bool, int]], index: int
) -> tuple[float, int] | None:
    """The cue that stands for a quotation sooner than a verb of thought: "Klow wants “more”, according to X".

    It is a source right beside it, or, where the thought begins behind it without a comma, the verb before it: "said it was
    “clear” he knows".
    """
    beside = [(nearness, at) for nearness, is_verb, at in ranked if not is_verb and nearness >= _BESIDE]
    goes_on = token < cues[index].start and frame.word(token - 1).isalpha() and frame.word(token + 1) != ","
    before = [(nearness, at) for nearness, is_verb, at in ranked if is_verb and nearness > 0 and cues[at].end <= token]
    return max(beside, default=None) or (max(before, default=None) if goes_on else None)


def _is_lifeless(cue: Cue, subject: Phrase | None, grammar: SayingGrammar) -> bool:
    """Whether a verb that is seldom one of saying has a thing for its subject: "expansion continued to make X “nervous”"."""
    return grammar.heads_last and _is_thing(subject) and cue.is_weak


def _is_told(frame: Frame, cues: Sequence[Cue], index: int, subject: Phrase | None, grammar: SayingGrammar) -> bool:
    """Whether a verb of thought stands in a clause that a verb of saying reports: "said that Klow wanted “more”"."""
    if cues[index].cue_class != "think" or subject is None or not index or not grammar.heads_last:
        return False
    said = cues[index - 1]
    opens = subject.start - (frame.word(subject.start - 1) in grammar.words["complementizers"])
    is_beside = opens == said.end or opens < subject.start
    return said.cue_class != "think" and said.end <= opens and is_beside


def _is_deed_told(frame: Frame, cues: Sequence[Cue], index: int, grammar: SayingGrammar) -> bool:
    """Whether a verb that is seldom one of saying only tells a deed in a French clause with "that": "dit que X soutiendra Y"."""
    cue = cues[index]
    said = cues[index - 1] if index else cue
    if not (cue.is_weak and cue.shape == "finite" and grammar.inverted) or said.cue_class == "think":
        return False
    complementizers = grammar.words["complementizers"]
    is_reported = not complementizers.isdisjoint(frame.words[said.end : cue.start])
    has_object = frame.word(cue.end) in grammar.words["determiners"] or cue.end in frame.mentions
    return is_reported and has_object and said.shape == "finite" and cue.pronoun is None


def _nearness(
    frame: Frame, token: int, cues: Sequence[Cue], index: int, subject: Phrase | None, grammar: SayingGrammar
) -> float:
    """How surely the cue at ``index`` governs the quotation at a token, from where both stand; 0 where it does not."""
    cue, is_alone = cues[index], len(cues) == 1 and bool(grammar.inverted)
    if token >= cue.end:
        end = subject.end if subject is not None and cue.pronoun is None else cue.end
        is_last = not any(other.start < token for other in cues[index + 1 : index + 2])
        return _nearness_before(frame, token, cue, max(cue.end, end), grammar, is_last=is_last)
    adds = cue.shape == "gerund" and frame.word(cue.end) not in _ENDS
    if cue.shape == "infinitive" or adds:
        return 0.0
    between = frame.words[token + 1 : cue.start]
    if subject is not None and token < subject.start < cue.start:
        between = frame.words[token + 1 : subject.start] + frame.words[subject.end : cue.start]
    is_set_off = (cue.shape != "source" or is_alone) and between[-1:] == (",",)
    if ":" in between or ";" in between or (QUOTED in between and not is_set_off):
        return 0.0
    is_joined = QUOTED in between and (
        is_alone or (between[1] == QUOTED and between[0] in grammar.words["coordinators"])
    )
    if not is_joined and not grammar.words["contrasts"].isdisjoint(between):
        return 0.0
    if between and between[-1] in grammar.words["coordinators"] and grammar.inverted and not cue.pronoun:
        return 0.0
    if not between and frame.word(token - 1) in grammar.words["determiners"] and cue.shape == "finite":
        return 0.0
    if not between and frame.word(token - 1).endswith(("'s", "s'")) and grammar.heads_last and index:
        return 0.0
    if cue.shape == "source" and not grammar.words["relatives"].isdisjoint(between):
        return 0.0
    is_relative = frame.word(cue.start - 1) in grammar.words["relatives"]
    if is_relative:
        return 0.2
    if set(between) - {","} and all(word in grammar.words["equating"] for word in between if word != ","):
        return 0.95
    if all(word in (",", "–", "—", ".", "!", "?", ")") or grammar.is_adverb(word) for word in between):
        is_agency = grammar.heads_last and cue.lemma in grammar.words["of_agencies"] and between[:1] == (",",)
        if (cue.is_weak or cue.cue_class == "praise") and _has_object(frame, cue, subject, grammar):
            return _OBJECT
        return 0.97 if not cue.is_weak else 0.5 if is_agency and frame.word(token - 1).isalpha() else 0.93
    if grammar.heads_last and between and between[0] in grammar.words["coordinators"]:
        return 0.0 if cue.is_weak else _JOINED
    parted = subject is not None and token + 1 < subject.start < cue.start and frame.word(subject.start - 1) != ","
    follows = cue.pronoun is not None or (subject is not None and subject.start == cue.end and bool(grammar.inverted))
    is_incise = between[-1:] == (",",) and follows
    return 0.0 if cue.is_weak and not is_incise else max(0.3, (0.6 if parted else 0.8) - 0.02 * len(between))


def _has_object(frame: Frame, cue: Cue, subject: Phrase | None, grammar: SayingGrammar) -> bool:
    """Whether a verb behind a quotation and its subject goes on to say something else: "“…”, many fear the fleet is lost"."""
    is_behind = subject is not None and subject.end <= cue.start
    opens = grammar.words["determiners"] | grammar.words["complementizers"] | grammar.pronouns.keys()
    opens = opens | grammar.object_pronouns.keys()
    return grammar.heads_last and is_behind and (frame.word(cue.end) in opens or cue.end in frame.mentions)


def _nearness_before(frame: Frame, token: int, cue: Cue, end: int, grammar: SayingGrammar, *, is_last: bool) -> float:
    between = frame.words[cue.end : token]
    tells = between[:1] and between[0] in grammar.words["complementizers"] and cue.cue_class != "think"
    is_loose = (cue.is_weak and cue.shape != "source" and not tells) or cue.shape == "infinitive"
    if ";" in between or (is_loose and len(between) > _LOOSE_REACH) or (cue.is_negated and cue.shape == "infinitive"):
        return 0.0
    if cue.shape == "passive" and len(between) < _CLOSE and frame.word(token + 1) in grammar.words["agents"]:
        return 0.99
    first = (
        next((word for word in between if not grammar.is_adverb(word)), "")
        if grammar.heads_last
        else "".join(between[:1])
    )
    is_over = grammar.heads_last and QUOTED in between and not grammar.words["contrasts"].isdisjoint(between)
    opens = bool(first) and first in grammar.words["complementizers"] and (is_last or ":" not in between)
    opens = opens and not (is_over and not is_last)
    if grammar.heads_last and cue.shape == "finite" and cue.cue_class == "say" and not (cue.is_weak or between):
        return 0.98
    calls = any(form.cue_class == "call" for form in grammar.forms.get(frame.words[cue.verb], ()))
    is_called = calls and between[:1] and between[0] in grammar.words["quoted_as"] and len(between) <= _CLOSE - 1
    if (cue.shape == "gerund" and not between) or is_called:
        return 0.98
    reports = cue.shape == "finite" or (cue.shape == "gerund" and is_last and bool(grammar.inverted))
    if reports and not cue.is_weak and opens:
        return 0.975
    light = grammar.words["complementizers"] | {":", ",", "–", "—"}
    if all(word in light or grammar.is_adverb(word) for word in between):
        return 0.96
    if between and between[-1] == ":":
        return 0.94
    if token >= end and all(word in light for word in frame.words[end:token]):
        return 0.92
    return max(0.35, 0.85 - 0.02 * len(between))
