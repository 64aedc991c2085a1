"""Where somebody is said to say something: verbs of saying with all that belongs to their group."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from quotepart.extraction.quotes.bounds import before_insertion
from quotepart.extraction.quotes.frames import QUOTED, Frame, opens_lightly
from quotepart.extraction.quotes.lookalikes import (
    absolute_opening,
    calls_by_agent,
    can_be_verb,
    is_impersonal,
    is_noun,
    is_owned,
    is_passive,
    is_quoted_by,
    is_small,
    shares_auxiliary,
    split_inverted,
)
from quotepart.extraction.quotes.phrases import subject_after
from quotepart.extraction.quotes.saying import CueClass, Form, SayingGrammar
from quotepart.model.frozen import dataclass

CueShape = Literal["finite", "gerund", "infinitive", "source", "passive"]
AGENT_REACH = 14
"""How many tokens after a passive verb its agent may stand."""
_REACH = 7
_CALLING = ("call", "praise", "criticise")
_NOT = ("n't", "not")
_MOST = 24  # No sentence that anybody wrote has more; what a hostile text has beyond them is left.


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """A verb of saying in a sentence: tokens ``start`` to ``end`` are its group, auxiliary and clitics included.

    ``verb`` is the token of the verb itself, ``pronoun`` the inverted one ("a-t-il dit"). ``source`` is the shape of
    "selon" and "according to", which have no verb.
    """

    start: int
    end: int
    verb: int
    lemma: str
    cue_class: CueClass
    shape: CueShape
    plural: bool = False
    pronoun: str | None = None
    is_weak: bool = False
    is_negated: bool = False
    is_hearsay: bool = False


def find_cues(frame: Frame, grammar: SayingGrammar) -> list[Cue]:
    """Return the cues of a sentence in order, none overlapping another."""
    cues: list[Cue] = []
    taken = 0
    for at in _triggers(frame, grammar):
        if at < taken:
            continue
        cue = (
            _source_at(frame, at, grammar)
            or _stance_at(frame, at, grammar)
            or _verb_at(frame, at, grammar)
            or _unknown_at(frame, at, grammar)
        )
        if cue is not None and cues and cue.start <= cues[-1].start:
            cues.pop()
        elif cue is not None and cue.start < taken:
            cue = None
        if cue is not None:
            cues.append(cue)
            taken = cue.end
            if len(cues) == _MOST:
                break
    return cues


def _triggers(frame: Frame, grammar: SayingGrammar) -> Iterator[int]:
    """The tokens at which a cue can begin: forms of verbs of saying, inverted ones, and what follows a quotation."""
    triggers, turned = grammar.triggers, bool(grammar.inverted)
    after = {token + shift for token in frame.quotations for shift in (1, 2)}
    for at, word in enumerate(frame.words):
        if word in triggers or at in after or (turned and "-" in word):
            yield at


def _source_at(frame: Frame, at: int, grammar: SayingGrammar) -> Cue | None:
    for words, gender in grammar.views:
        if frame.words[at] == words[0] and frame.words[at : at + len(words)] == words:
            end = at + len(words)
            return Cue(
                start=at, end=end, verb=at, lemma=" ".join(words), cue_class="say", shape="source", pronoun=gender
            )
    for words, weak in grammar.sources:
        if frame.words[at] == words[0] and frame.words[at : at + len(words)] == words:
            end = at + len(words)
            is_first = frame.word(at - 1) == ":" or opens_lightly(frame, at, grammar)
            if weak and not (frame.word(end) in grammar.words["relatives"] or is_first):
                return None
            lemma = " ".join(words).replace("' ", "'")
            return Cue(start=at, end=end, verb=at, lemma=lemma, cue_class="say", shape="source", is_weak=weak)
    return None


def _stance_at(frame: Frame, at: int, grammar: SayingGrammar) -> Cue | None:
    """Words that say how firmly somebody speaks, before a colon: "est formel :", "was blunt:"."""
    if frame.words[at] not in grammar.words["stances"] or frame.word(at + 1) != ":":
        return None
    start = at - 1
    while start > 0 and grammar.is_adverb(frame.words[start]):
        start -= 1
    if frame.word(start) not in grammar.words["auxiliaries_of_being"]:
        return None
    return Cue(start=start, end=at + 1, verb=at, lemma=frame.words[at], cue_class="say", shape="finite")


def _verb_at(frame: Frame, at: int, grammar: SayingGrammar) -> Cue | None:
    word, pronoun = split_inverted(frame.words[at], grammar)
    forms = grammar.forms.get(word)
    if not forms or at in frame.mentions or is_impersonal(frame, at, grammar):
        return None
    fitting = [form for form in forms if frame.words[at + 1 : at + 1 + len(form.tail)] == form.tail]
    for form in _preferred(fitting):
        cue = _as_cue(frame, at, form, pronoun, grammar)
        if cue is not None:
            return cue
    return None


def _unknown_at(frame: Frame, at: int, grammar: SayingGrammar) -> Cue | None:
    """A verb in no list that stands, with its subject after it, where only a verb of saying can: « … », tranche-t-elle."""
    if frame.word(at - 1 - (frame.word(at - 1) == ",")) != QUOTED:
        return None
    if not grammar.inverted:
        return _unknown_after_subject(frame, at, grammar)
    if frame.word(at) in grammar.words["prepositions"]:
        return None
    verb = at
    while frame.word(verb) in grammar.words["clitics"] or frame.word(verb) in grammar.words["auxiliaries"]:
        verb += 1
    word, pronoun = split_inverted(frame.word(verb), grammar)
    if not word.isalpha() or verb in frame.mentions or is_small(word, grammar) or word in grammar.forms:
        return None
    subject = subject_after(frame, verb + 1, grammar) if pronoun is None else None
    if pronoun is None and (subject is None or subject.start > verb + 3 or not subject.is_plausible):
        return None
    if subject is not None and subject.kind == "pronoun":  # "y compris ceux qui"
        return None
    return Cue(start=at, end=verb + 1, verb=verb, lemma=word, cue_class="say", shape="finite", pronoun=pronoun)


def _unknown_after_subject(frame: Frame, at: int, grammar: SayingGrammar) -> Cue | None:
    """The same where the subject comes first: "…", Ms Sporsz snaps."""
    if _is_past_of_saying(frame, at, grammar):
        return Cue(start=at, end=at + 1, verb=at, lemma=frame.words[at], cue_class="say", shape="finite")
    subject = subject_after(frame, at, grammar)
    if subject is None or subject.start != at or subject.kind not in ("person", "pronoun"):
        return None
    word = frame.word(subject.end)
    closes = frame.word(subject.end + 1) in ("", ".", ",", ";", ":", QUOTED) or grammar.is_adverb(
        frame.word(subject.end + 1)
    )
    if not word.isalpha() or is_small(word, grammar) or not closes or not word.endswith(("s", "ed")):
        return None
    verb = subject.end
    known = next((form for form in grammar.forms.get(word, ()) if not form.tail), None)
    lemma, cue_class = (known.lemma, known.cue_class) if known else (word, "say")
    return Cue(start=verb, end=verb + 1, verb=verb, lemma=lemma, cue_class=cue_class, shape="finite")


def _is_past_of_saying(frame: Frame, at: int, grammar: SayingGrammar) -> bool:
    """Whether a verb in the past stands between a quotation and a person's name: "…", spluttered Ms Sporsz."""
    word, following = frame.word(at), frame.mentions.get(at + 1)
    is_past = word.isalpha() and word.endswith(grammar.past_ending) and at not in frame.mentions
    if not is_past or word in grammar.forms:
        return False
    is_one = frame.word(at - 1) in (",", QUOTED) and frame.word(at + 1) in grammar.words["indefinite_determiners"]
    subject = subject_after(frame, at + 1, grammar) if is_one else None
    is_described = subject is not None and subject.start == at + 1 and subject.is_plausible
    return is_described or (following is not None and following[0].kind == "person")


def _preferred(forms: list[Form]) -> Iterator[Form]:
    """Longer verbs first ("faire savoir" before "faire"), participles before the finite forms that look like them."""
    yield from sorted(forms, key=lambda form: (-len(form.tail), form.shape != "participle"))


@dataclass(slots=True)
class _Group:
    """What stands before a verb and belongs to it."""

    start: int
    pronoun: str | None
    shape: CueShape
    has_auxiliary: bool = False
    has_being: bool = False
    is_reflexive: bool = False
    is_passive: bool = False
    is_negated: bool = False
    is_hearsay: bool = False


def _as_cue(frame: Frame, at: int, form: Form, pronoun: str | None, grammar: SayingGrammar) -> Cue | None:
    group = _group_before(frame, at, form, pronoun, grammar)
    if group is None:
        return None
    end = at + 1 + len(form.tail)
    if group.pronoun is None and frame.word(end) in grammar.pronouns and frame.word(end - 1) == "t":
        group.pronoun = frame.word(end)
    elif group.pronoun is None and frame.word(end)[:2] == "t-" and frame.word(end)[2:] in grammar.pronouns:
        group.pronoun, end = frame.word(end)[2:], end + 1
    is_urged = frame.word(group.start - (group.start == at)) in grammar.words["modals"]
    if form.cue_class == "think" and (group.shape != "finite" or is_urged):
        return None
    if grammar.has("of_nobody", form.lemma) and grammar.pronouns.get(group.pronoun or "") != "none":
        return None
    is_weak = grammar.has("weak", form.lemma)
    if grammar.has("reflexive", form.lemma) and not group.is_reflexive:
        return None
    if group.is_reflexive and not (grammar.has("reflexive", form.lemma) or grammar.has("also_reflexive", form.lemma)):
        return None
    return Cue(
        start=group.start,
        end=end,
        verb=at,
        lemma=form.lemma,
        cue_class=form.cue_class,
        shape=group.shape,
        plural=form.plural or group.pronoun in ("ils", "elles"),
        pronoun=group.pronoun,
        is_weak=is_weak,
        is_negated=group.is_negated,
        is_hearsay=group.is_hearsay,
    )


def _group_before(frame: Frame, at: int, form: Form, pronoun: str | None, grammar: SayingGrammar) -> _Group | None:
    """What belongs to the verb on its left; ``None`` when the word is no active verb of saying there."""
    shape: CueShape = "finite" if form.shape == "participle" else form.shape
    group = _Group(start=at, pronoun=pronoun, shape=shape)
    if form.shape == "participle":
        return _after_auxiliary(frame, at, group, grammar)
    if form.shape == "infinitive":
        if is_noun(frame, at, grammar):
            return None
        is_ambiguous = any(other.shape == "finite" for other in grammar.forms.get(frame.words[at], ()))
        return _after_carrier(frame, at, group, grammar, needs_marker=is_ambiguous)
    if form.shape == "gerund":
        return _gerund(frame, at, group, grammar)
    word = frame.words[at]
    is_cut = frame.word(at - 1) == QUOTED and frame.word(at - 2) in grammar.words["infinitive_markers"]
    if (frame.word(at - 1) in grammar.words["before_nouns"] or is_cut) and grammar.heads_last:
        return None
    if frame.word(at + 1) in grammar.words["agents"] and form.cue_class in _CALLING and grammar.heads_last:
        return _passive(frame, at, group, grammar)
    if is_passive(frame, at, grammar) or is_owned(frame, at, grammar):
        return None
    if word in grammar.words["noun_like"] and not can_be_verb(frame, at, grammar):
        return None
    _take_clitics(frame, group, grammar, noun_like=word in grammar.words["noun_like"])
    return group


def _take_clitics(frame: Frame, group: _Group, grammar: SayingGrammar, *, noun_like: bool) -> None:
    """Widen the group to the pronouns and negations before its verb."""
    while group.start > 0:
        word = frame.words[group.start - 1]
        is_inverted = frame.word(group.start - 2) in grammar.words["inverting"]
        if noun_like and word in grammar.words["determiners"] and not is_inverted:
            return
        if word in grammar.words["reflexives"]:
            group.is_reflexive = True
        elif word in grammar.words["negations"]:
            group.is_negated = True
        elif word not in grammar.words["clitics"]:
            return
        group.start -= 1


def _gerund(frame: Frame, at: int, group: _Group, grammar: SayingGrammar) -> _Group | None:
    """A participle says something after a comma, at the head of a sentence, or with its clause or quotation beside it."""
    before, after = frame.word(at - 1), frame.word(at + 1)
    if before in grammar.words["auxiliaries_of_being"] and grammar.heads_last:
        group.shape, group.start = "finite", at - 1
        return group
    if absolute_opening(frame, at, grammar) is not None:
        return group
    if before in grammar.words["determiners"] or before.endswith(("'s", "s'")):
        return None
    if before in grammar.words["quoted_as"] and frame.word(at - 2) in grammar.words["quoted"]:
        group.shape, group.start = "finite", max(0, at - 3)
        return group
    quoting = range(max(0, at - _REACH), at - 1)
    if before in grammar.words["quoted_as"] and any(frame.words[place] in grammar.words["quoted"] for place in quoting):
        group.shape, group.start = "finite", at - 1
        return group
    if after in grammar.words["determiners"] and frame.word(at + 2) == QUOTED:
        return group
    if frame.words[at] in grammar.words["bare_gerunds"] and before.isalpha():
        return group
    leads = grammar.words["participle_leads"] | grammar.words["coordinators"] | {",", "", QUOTED, "(", "–", "—"}
    opens = grammar.words["complementizers"] | {QUOTED, ":"}
    opens = opens | grammar.pronouns.keys() | grammar.words["body_pronouns"] if grammar.heads_last else opens
    return group if before in leads or after in opens else None


def _after_auxiliary(frame: Frame, at: int, group: _Group, grammar: SayingGrammar) -> _Group | None:
    """The group of a participle: it needs an auxiliary near; "was" and "a été" make it passive, unless reflexive."""
    place = before_insertion(frame, at - 1, grammar)
    farthest = max(0, place + 1 - _REACH)
    while place >= farthest:
        inserted = before_insertion(frame, place, grammar)
        if inserted < place:
            place = inserted
            farthest = max(0, place - _REACH)
            continue
        word, pronoun = split_inverted(frame.words[place], grammar)
        if word == "t" or (frame.words[place] in grammar.pronouns and frame.word(place - 1) == "t"):
            group.pronoun = frame.words[place] if word != "t" else group.pronoun
        elif word in grammar.words["passive"]:
            return _passive(frame, at, group, grammar)
        elif word in grammar.words["auxiliaries"]:
            group.has_auxiliary = True
        elif word in grammar.words["auxiliaries_of_being"]:
            group.has_being = True
        elif word in grammar.words["negations"]:
            group.is_negated = True
        elif not grammar.is_adverb(word):
            return _without_auxiliary(frame, at, group, grammar)
        group.start = place
        if group.has_auxiliary or group.has_being:
            group.pronoun = pronoun or group.pronoun
            group.is_hearsay = word in grammar.words["hearsay"]
            if not grammar.heads_last and word.endswith(grammar.infinitive_endings):
                group.shape = "infinitive"
            break
        place -= 1
    if not (group.has_auxiliary or group.has_being):
        return _without_auxiliary(frame, at, group, grammar)
    _take_clitics(frame, group, grammar, noun_like=False)
    if group.has_being and not group.is_reflexive:
        return _passive(frame, at, group, grammar)
    return group


def _without_auxiliary(frame: Frame, at: int, group: _Group, grammar: SayingGrammar) -> _Group | None:
    """The group of a participle that goes on from another, or that qualifies a noun: "jugé « fou » par X"."""
    if shares_auxiliary(frame, at, grammar):
        return group
    group.shape, group.start = "passive", at
    return group if is_quoted_by(frame, at, grammar) else None


def _passive(frame: Frame, at: int, group: _Group, grammar: SayingGrammar) -> _Group | None:
    """A passive group counts where its agent stands near, or the words by which it calls something: "est décrit comme « … »"."""
    if not calls_by_agent(frame, at, AGENT_REACH, grammar):
        return None
    group.shape, group.start = "passive", at
    return group


def _after_carrier(
    frame: Frame, at: int, group: _Group, grammar: SayingGrammar, *, needs_marker: bool
) -> _Group | None:
    """The group of an infinitive: with a verb that carries it ("a tenu à", "went on to") it is as good as finite."""
    place = at - 1
    while place >= 0 and (
        frame.words[place] in grammar.words["clitics"] or frame.words[place] in grammar.words["negations"]
    ):
        group.is_negated = group.is_negated or frame.words[place] in grammar.words["negations"]
        place -= 1
    group.start = place + 1
    if frame.word(place) in grammar.words["infinitive_markers"]:
        place -= 1
        if frame.word(place) in grammar.words["foreseen"]:
            return None
    elif frame.word(place) in grammar.words["impersonal"]:
        return None
    elif frame.word(place) in grammar.words["modals"]:
        group.start, group.shape = place, "finite"
        group.is_negated = group.is_negated or frame.words[place].endswith(_NOT)
        return group
    elif needs_marker:
        return None
    passed = grammar.words["negations"] | grammar.words["carrier_particles"]
    while place > 0 and (grammar.is_adverb(frame.words[place]) or frame.words[place] in passed):
        place -= 1
    word, pronoun = split_inverted(frame.word(place), grammar)
    for form in grammar.carriers.get(word, ()):
        inner = Form(form.lemma, form.cue_class, form.shape, form.plural)
        carried = _group_before(frame, place, inner, pronoun, grammar)
        if carried is not None and form.shape in ("finite", "participle"):
            carried.shape, carried.is_reflexive = "finite", False
            return carried
    return group
