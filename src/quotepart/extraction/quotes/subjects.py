"""Who is the subject of each cue in a sentence: before it, after it, or shared with another verb."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from quotepart.extraction.quotes.bounds import phrase_end
from quotepart.extraction.quotes.cues import AGENT_REACH, Cue
from quotepart.extraction.quotes.frames import QUOTED, Frame
from quotepart.extraction.quotes.lookalikes import absolute_opening
from quotepart.extraction.quotes.named_sources import source_named
from quotepart.extraction.quotes.nouns import Phrase, mention_tokens, person_phrase, read_phrase, read_pronoun
from quotepart.extraction.quotes.participles import around_participle
from quotepart.extraction.quotes.phrases import (
    first_phrase,
    subject_after,
    subject_before,
)
from quotepart.extraction.quotes.saying import SayingGrammar
from quotepart.model.span import Span

_RELATIVE_REACH = 20
_PARTED = 14  # tokens between two persons whom "and" joins
_DASHES = frozenset(("–", "—", "-"))
_LEAD = 3  # tokens at the head of a sentence that are too few to name whom a pronoun later in it means
_HEAD = 2  # tokens before the subject that heads its sentence
_TRANSITIVE = frozenset(("criticise", "praise", "demand", "call", "refuse", "warn", "threaten", "reassure", "ask"))
"""Classes of verbs whose object may be a person too, so that a name after the verb is no proof of a subject."""


def find_subjects(frame: Frame, cues: Sequence[Cue], grammar: SayingGrammar) -> list[Phrase | None]:
    """Return the subject of every cue, ``None`` where the sentence does not show one."""
    subjects: list[Phrase | None] = []
    for index, cue in enumerate(cues):
        earlier = [
            subject
            for place, (subject, other) in enumerate(zip(subjects, cues, strict=False))
            if subject and other.shape == "finite" and not _is_reported(frame, cues[:place], other, cue, grammar)
        ]
        floor = max((other.end for other in cues[:index] if other.shape == "finite"), default=0)
        subject = _subject(frame, cue, earlier[-1] if earlier else None, grammar, floor)
        subject = None if subject is not None and _disagrees(frame, cue, subject, grammar) else subject
        subjects.append(_with_partner(frame, cue, subject, grammar))
        is_last = index + 1 == len(cues) and not goes_on_telling(frame, cue, grammar)
        if subjects[-1] is None and cue.shape in ("gerund", "infinitive") and is_last:
            subjects[-1] = first_phrase(frame, len(frame), grammar)
    return _with_later(frame, cues, subjects)


def _disagrees(frame: Frame, cue: Cue, subject: Phrase, grammar: SayingGrammar) -> bool:
    """Whether a plural verb of a relative clause has other subjects than one thing: "le port de villes qui disent"."""
    is_relative = frame.word(cue.start - 1) in grammar.words["relatives"]
    is_one = subject.kind == "description" and not subject.plural and not subject.is_plausible
    return is_relative and cue.plural and is_one and not grammar.heads_last


def goes_on_telling(frame: Frame, cue: Cue, grammar: SayingGrammar) -> bool:
    """Return whether a sentence goes on with an infinitive and no subject: "Et d'ajouter : …"."""
    opens = frame.word(0) in grammar.words["coordinators"] and frame.word(1) in grammar.words["infinitive_markers"]
    return cue.shape == "infinitive" and cue.verb == 2 and opens


def before_pronoun(frame: Frame, cue: Cue, subject: Phrase, grammar: SayingGrammar, *, is_first: bool) -> int:
    """Return up to which token a sentence may name whom a pronoun in it takes up; 0 where it can't.

    ``is_first`` is whether no verb of saying stands before that of the pronoun.
    """
    if subject.kind != "pronoun" or cue.start <= _LEAD:
        return 0
    if cue.pronoun:
        colon = next((at for at in range(cue.start, 0, -1) if frame.words[at] == ":"), 0)
        limit = min(frame.quotations, default=colon)
        head = first_phrase(frame, cue.start, grammar) if limit > cue.start else None
        return limit if limit < cue.start or (head is not None and head.kind == "person") else 0
    is_bare = _is_described_first(frame, subject, grammar) or is_set_behind(frame, subject, grammar)
    return subject.start if is_first and not is_bare else 0


def is_set_behind(frame: Frame, subject: Phrase, grammar: SayingGrammar) -> bool:
    """Return whether only adverbials stand before a pronoun, whose names are others': "Devant X et sa garde, il a dit"."""
    words = grammar.words
    before = frame.words[: subject.start]
    verbs = words["finite_hints"] | words["relatives"] | words["auxiliaries"] | words["auxiliaries_of_being"]
    opens = frame.word(0) in words["prepositions"] and frame.word(subject.start - 1) == ","
    is_pronoun = subject.kind == "pronoun" and bool(grammar.inverted) and subject.gender is not None
    return is_pronoun and opens and verbs.isdisjoint(before)


def _is_described_first(frame: Frame, subject: Phrase, grammar: SayingGrammar) -> bool:
    """Whether all before a pronoun only says what its person is: "Présidente de la commission, elle a dit"."""
    opens = frame.word(0) in grammar.titles or frame.word(0) in grammar.words["before_heads"]
    return opens and frame.word(subject.start - 1) == ","


def named_before(frame: Frame, cue: Cue, subject: Phrase, grammar: SayingGrammar) -> int:
    """Return the character at which a subject is looked for: for "a-t-il dit" it is named before the words that he said.

    In "Novak, qu'il a qualifié de" it is not Novak.
    """
    if subject.kind != "pronoun":
        return subject.span.start
    if cue.pronoun:
        return frame.starts[min(frame.quotations, default=0)]
    at = subject.start - 1
    if frame.word(at) in grammar.words["object_relatives"]:
        covered = mention_tokens(frame, at - 1 - (frame.word(at - 1) in (",", "–", "—")))
        at = covered.start if covered else at
        return frame.starts[at]
    return frame.starts[0] if is_set_behind(frame, subject, grammar) else frame.starts[min(cue.start, subject.start)]


def _with_partner(frame: Frame, cue: Cue, subject: Phrase | None, grammar: SayingGrammar) -> Phrase | None:
    """The subject of a plural verb with the person joined to it: "Jan Novak et son homologue, Irena Sporsz, ont dit"."""
    is_alone = subject is not None and subject.kind == "person" and not subject.others
    if subject is None or subject.mention is None or not is_alone or not cue.plural or subject.start > cue.start:
        return subject
    for at in range(subject.start - 1, max(0, subject.start - _PARTED), -1):
        covered = mention_tokens(frame, at - 1)
        partner = frame.mentions[covered.start][0] if covered else None
        if frame.words[at] in grammar.words["joiners"] and partner is not None and partner.kind == "person":
            return replace(subject, mention=partner, others=(subject.mention,), plural=True, start=covered.start)
    return subject


def _is_reported(frame: Frame, before: Sequence[Cue], inner: Cue, cue: Cue, grammar: SayingGrammar) -> bool:
    """Whether a cue stands in a clause with "that" of one before it, so that a participle after a comma is not its own."""
    if cue.shape != "gerund" or frame.word(cue.start - 1) != ",":
        return False
    finite = [other for other in before if other.shape == "finite"]
    if finite and any(_is_set_beside(frame, at, grammar) for at in range(finite[-1].end, inner.start)):
        return False
    return bool(finite) and any(
        frame.words[at] in grammar.words["complementizers"] and frame.words[at - 1] not in grammar.words["boundaries"]
        for at in range(finite[-1].end, inner.start)
    )


def _is_set_beside(frame: Frame, at: int, grammar: SayingGrammar) -> bool:
    """Whether "and" behind a comma sets an English clause beside the one before."""
    return grammar.heads_last and frame.words[at] in grammar.words["coordinators"] and frame.words[at - 1] == ","


def _with_later(frame: Frame, cues: Sequence[Cue], subjects: list[Phrase | None]) -> list[Phrase | None]:
    """Give a participle at the head of a sentence the subject of the verb after it, that of the main clause if it can be told."""
    for index, (cue, subject) in enumerate(zip(cues, subjects, strict=True)):
        if subject is None and cue.shape == "gerund":
            later = [
                (other, phrase)
                for other, phrase in zip(cues[index + 1 :], subjects[index + 1 :], strict=True)
                if phrase is not None
            ]
            main = (
                phrase for other, phrase in later if frame.word(phrase.start - 1) == "," and phrase.end == other.start
            )
            subjects[index] = next(main, later[0][1] if later else None)
    return subjects


def _subject(frame: Frame, cue: Cue, earlier: Phrase | None, grammar: SayingGrammar, floor: int) -> Phrase | None:
    if cue.shape == "source":
        return _inverted_pronoun(frame, cue, grammar) if cue.pronoun else source_named(frame, cue, grammar)
    if cue.shape == "passive":
        return _agent(frame, cue, grammar)
    if cue.pronoun is not None:
        return _place_of_voice(frame, cue, grammar) or _inverted_pronoun(frame, cue, grammar)
    if cue.shape != "finite":
        beside = _right_before(frame, cue, grammar) or _blamed(frame, cue, grammar)
        if beside is not None:
            return beside
        told = (
            _telling(frame, cue, grammar)
            if cue.shape == "infinitive"
            else around_participle(frame, cue, grammar, floor)
        )
        if told is not None:
            return told
        return earlier or first_phrase(frame, cue.start, grammar)
    before = frame.word(cue.start - 1)
    if grammar.heads_last and grammar.is_adverb(before) and frame.word(cue.start - 2) in grammar.words["coordinators"]:
        before = frame.word(cue.start - 2)
    is_then = grammar.is_adverb(before) and frame.word(cue.start - 2).isalpha()  # "the letter then urged"
    if before in grammar.words["coordinators"] and not (is_then and grammar.heads_last):
        return earlier or _joined_to(frame, cue, grammar)
    is_dash = before in _DASHES and not {QUOTED, ","}.isdisjoint(frame.words[max(0, cue.start - _LEAD) : cue.start])
    if before == QUOTED or before == "" or is_dash or _is_inverting(frame, cue, grammar):
        return subject_after(frame, cue.end, grammar)
    if before == ",":
        return _beside_comma(frame, cue, earlier, grammar, floor)
    if before in grammar.words["body_pronouns"]:
        return replace(read_pronoun(frame, cue.start - 1, grammar), kind="pronoun")
    if grammar.pronouns.get(before) == "none":
        return _place_of_voice(frame, cue, grammar) or subject_before(frame, cue.start, grammar, floor)
    return subject_before(frame, cue.start, grammar, floor)


def _place_of_voice(frame: Frame, cue: Cue, grammar: SayingGrammar) -> Phrase | None:
    """Where "one" says something: "répond-on à l'état-major", "de source militaire, on affirme"."""
    if grammar.pronouns.get(cue.pronoun or frame.word(cue.start - 1)) != "none" or grammar.has("asking", cue.lemma):
        return None
    start = cue.end
    places = grammar.words["places_of_voice"]
    while start < cue.end + _LEAD and grammar.is_adverb(frame.word(start)) and frame.word(start) not in places:
        start += 1
    behind = None
    if frame.word(start) in places and start + 1 < len(frame):
        start += frame.word(start + 1) in grammar.words["possessive_prepositions"] - grammar.words["determiners"]
        behind = _voice(frame, start, phrase_end(frame, start + 1, grammar), grammar)
    comma = next((at for at in range(1, cue.start) if frame.words[at] == ","), 0)
    return behind or _voice(frame, 0, comma, grammar)


def _voice(frame: Frame, start: int, end: int, grammar: SayingGrammar) -> Phrase | None:
    """Whose voice is heard in the place that a preposition at ``start`` opens, ``None`` where it is no place of a voice."""
    if end <= start + 1 or frame.words[start] not in grammar.words["places_of_voice"]:
        return None
    end = next((at for at in range(start + 2, end) if frame.words[at] in grammar.words["datives"]), end)
    phrase = read_phrase(frame, start + 1, end, grammar)
    is_state = phrase is not None and phrase.mention is not None and phrase.mention.kind in ("member", "state")
    if phrase is None or not phrase.is_plausible or phrase.kind not in ("description", "office") or is_state:
        return None
    return None if phrase.head in grammar.words["nominal"] else phrase


def _right_before(frame: Frame, cue: Cue, grammar: SayingGrammar) -> Phrase | None:
    """The person right before a participle whose words it gives: "a message from Rutte saying"."""
    opening = absolute_opening(frame, cue.verb, grammar) if cue.shape == "gerund" else None
    if opening is not None:
        return read_phrase(frame, opening + 1, cue.start, grammar)
    start = next((at for at, (_, end) in frame.mentions.items() if end == cue.start), None)
    if not grammar.heads_last or start is None or frame.mentions[start][0].kind != "person":
        return None
    is_source = frame.word(start - 1) in grammar.words["origins"] | grammar.words["despite"]
    return person_phrase(frame, start, cue.start, [frame.mentions[start][0]], grammar) if is_source else None


def _blamed(frame: Frame, cue: Cue, grammar: SayingGrammar) -> Phrase | None:
    """The person blamed or praised for saying what follows: "slams Kalv for calling the fleet a wreck"."""
    if cue.shape != "gerund" or frame.word(cue.start - 1) not in grammar.words["reasons"]:
        return None
    start = next((at for at, (_, end) in frame.mentions.items() if end == cue.start - 1), None)
    if start is None or frame.mentions[start][0].kind != "person":
        return None
    return person_phrase(frame, start, cue.start - 1, [frame.mentions[start][0]], grammar)


def _telling(frame: Frame, cue: Cue, grammar: SayingGrammar) -> Phrase | None:
    """The subject of an infinitive that goes on telling: "et Mme Vlasz, cheffe de file, de conclure"."""
    if grammar.heads_last or frame.word(cue.start - 1) not in grammar.words["infinitive_markers"]:
        return None
    subject = subject_before(frame, cue.start - 1, grammar)
    is_opened = subject is not None and frame.word(subject.start - 1) in grammar.words["coordinators"]
    return subject if is_opened and subject is not None and subject.kind == "person" else None


def _joined_to(frame: Frame, cue: Cue, grammar: SayingGrammar) -> Phrase | None:
    """The subject of a verb joined by "and" to one that is no cue: that of a relative clause, else the sentence's own."""
    for at in range(cue.start - 2, max(0, cue.start - _RELATIVE_REACH), -1):
        found = frame.mentions.get(at + 1)
        if frame.words[at] in grammar.words["relatives"] and found and found[0].kind == "person":
            return person_phrase(frame, at + 1, found[1], [found[0]], grammar)
    return first_phrase(frame, cue.start, grammar)


def _is_inverting(frame: Frame, cue: Cue, grammar: SayingGrammar) -> bool:
    """Whether the words before call for the subject after the verb: "comme l'a dit X"."""
    return frame.word(cue.start - 1) in grammar.words["inverting"]


def _inverted_pronoun(frame: Frame, cue: Cue, grammar: SayingGrammar) -> Phrase:
    gender = grammar.pronouns.get(cue.pronoun or "", cue.pronoun or "none")
    span = Span(frame.starts[cue.start], frame.ends[cue.end - 1])
    return Phrase(
        start=cue.start,
        end=cue.end,
        span=span,
        kind="pronoun",
        head=cue.pronoun or "",
        gender=gender if gender in ("male", "female") else None,
        plural=gender == "plural",
    )


def _beside_comma(frame: Frame, cue: Cue, earlier: Phrase | None, grammar: SayingGrammar, floor: int) -> Phrase | None:
    """After a comma the subject follows ("…, a annoncé le ministère") or came before an apposition ("X, ministre, a dit")."""
    head = _head_of_sentence(frame, cue, grammar)
    if head is not None:
        return head
    after = subject_after(frame, cue.end, grammar) if grammar.inverted or _is_next(frame, cue, grammar) else None
    is_pronoun = after is not None and after.head in grammar.pronouns and not grammar.has("latter", after.head)
    if after is None or not after.is_plausible or is_pronoun:
        follows = after if after is not None and not is_pronoun and after.start == cue.end else None
        is_clear = follows is not None and frame.word(cue.start - 2) == QUOTED and cue.cue_class not in _TRANSITIVE
        return follows if is_clear else _set_off(frame, cue, grammar, floor) or earlier
    before = _set_in_commas(frame, cue, grammar)
    if before is not None:
        return before
    if cue.cue_class in _TRANSITIVE:
        before = subject_before(frame, cue.start, grammar) or _before_insertion(frame, cue, grammar)
    is_set_off = before is not None and before.is_plausible and before.end < cue.start - 1
    return before if before is not None and (before.kind == "person" or is_set_off) else after


def _head_of_sentence(frame: Frame, cue: Cue, grammar: SayingGrammar) -> Phrase | None:
    """Who heads a sentence and is parted from an English verb by insertions alone: "Ivan Krolt, who took office, said"."""
    head = first_phrase(frame, cue.start, grammar) if grammar.heads_last else None
    if head is None or head.start > _HEAD or frame.word(head.end) != "," or head.end >= cue.start - 1:
        return None
    named = (frame.mentions[at][0] for at in range(head.end, cue.start) if at in frame.mentions)
    is_office = head.kind == "office" and all(mention.kind != "person" for mention in named)
    return head if head.kind == "person" or is_office else None


def _set_in_commas(frame: Frame, cue: Cue, grammar: SayingGrammar) -> Phrase | None:
    """The person at the head of a sentence whom one insertion parts from the verb: "Ivan Krolt, qui dirige la Ligue, a écrit"."""
    head = first_phrase(frame, cue.start, grammar)
    if head is None or head.kind not in ("person", "actor") or head.start > _HEAD or not grammar.inverted:
        return None
    if head.end == cue.start - 1:
        return head if head.kind == "person" else None
    commas = [at for at in range(head.end, cue.start) if frame.words[at] == ","]
    opens = grammar.words["relatives"] | grammar.words["object_relatives"]
    opens = opens | grammar.words["prepositions"] if head.kind == "person" else opens
    is_open = commas[:1] == [head.end] and commas[-1] == cue.start - 1 and frame.word(head.end + 1) in opens
    parts = pairwise(commas[1:])
    return head if is_open and all(_goes_on_inside(frame, start + 1, end, grammar) for start, end in parts) else None


def _goes_on_inside(frame: Frame, start: int, end: int, grammar: SayingGrammar) -> bool:
    """Whether what stands between two commas still belongs to an insertion: a name beside its title, or a place."""
    verbs = grammar.words["finite_hints"] | grammar.words["auxiliaries"] | grammar.words["auxiliaries_of_being"]
    covered = mention_tokens(frame, end - 1)
    is_name = bool(covered) and frame.mentions[covered.start][0].kind == "person" and covered.start - start < _LEAD
    is_aside = is_name or frame.word(start) in grammar.words["prepositions"]
    return is_aside and verbs.isdisjoint(frame.words[start:end])


def _set_off(frame: Frame, cue: Cue, grammar: SayingGrammar, floor: int) -> Phrase | None:
    """The subject before what a comma closes; for the last of several verbs, that of the sentence: "She did A, called B"."""
    head = _set_in_commas(frame, cue, grammar)
    if head is not None:
        return head
    before = subject_before(frame, cue.start, grammar, floor)
    if before is None or before.kind != "person":
        before = _before_insertion(frame, cue, grammar) or before
    is_object = before is not None and grammar.heads_last and not before.is_plausible
    return first_phrase(frame, cue.start, grammar) or before if is_object else before


def _before_insertion(frame: Frame, cue: Cue, grammar: SayingGrammar) -> Phrase | None:
    """The head of a sentence before a long insertion up to the verb: "A diplomat, speaking as he …, said"."""
    head = first_phrase(frame, cue.start, grammar)
    if head is None or head.start > _HEAD or frame.word(head.end) != "," or head.kind == "pronoun":
        return None
    opener = frame.word(head.end + 1)
    opens = opener in grammar.words["relatives"] or (
        opener.endswith(grammar.participle_ending) and opener not in grammar.words["participle_exceptions"]
    )
    return head if opens and head.is_plausible else None


def _is_next(frame: Frame, cue: Cue, grammar: SayingGrammar) -> bool:
    """Whether a person or a known noun stands right after the bare verb, as in "…, said Ms Sporsz"."""
    if cue.end - cue.start > 1 or cue.cue_class not in ("say", "announce") or grammar.has("addressing", cue.lemma):
        return False
    phrase = subject_after(frame, cue.end, grammar)
    if phrase is None or phrase.start > cue.end + 2 or _holds_two(frame, phrase, grammar):
        return False
    after = frame.word(phrase.end)
    return after not in grammar.words["auxiliaries"] and (
        after in ("", ".", ",", QUOTED, ";", ":")
        or after in grammar.words["prepositions"] | grammar.words["phrase_ends"]
        or grammar.is_adverb(after)
    )


def _holds_two(frame: Frame, phrase: Phrase, grammar: SayingGrammar) -> bool:
    """Whether words taken for one phrase hold a second, so that a verb must stand between: "the quake shook his house"."""
    return any(
        frame.words[at] in grammar.words["determiners"] and frame.words[at - 1] not in grammar.words["prepositions"]
        for at in range(phrase.start + 1, min(phrase.end, len(frame)))
    )


def _agent(frame: Frame, cue: Cue, grammar: SayingGrammar) -> Phrase | None:
    """By whom something was called what: "a été qualifié d'historique par X"."""
    for at in range(cue.end, min(len(frame), cue.end + AGENT_REACH)):
        if frame.words[at] in grammar.words["agents"]:
            return subject_after(frame, at + 1, grammar)
    return None
