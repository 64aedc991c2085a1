"""Where the subject of a verb of saying stands: before it, after it, past an apposition, or at the head of the sentence."""

from __future__ import annotations

from dataclasses import replace

from quotepart.extraction.quotes.appositions import described_by, with_apposition
from quotepart.extraction.quotes.bounds import clause_start, phrase_end, subject_end, whole_phrase
from quotepart.extraction.quotes.frames import Frame
from quotepart.extraction.quotes.nouns import (
    STOPS,
    Phrase,
    mention_tokens,
    past_object,
    person_phrase,
    read_phrase,
    read_pronoun,
    starts_phrase,
)
from quotepart.extraction.quotes.openings import past_opening
from quotepart.extraction.quotes.owners import owner_of_words, sender_of_words
from quotepart.extraction.quotes.saying import SayingGrammar, base

_FARTHEST = 18
_BODIES = frozenset(("member", "state", "institution", "group"))
_SIGNATURE = 6  # tokens of a name behind a colon at the end of a headline


def subject_before(frame: Frame, at: int, grammar: SayingGrammar, floor: int = 0) -> Phrase | None:
    """Return the phrase that ends just before token ``at``, the start of a verb's group: its subject, if nothing parts them.

    "Jim Mattis, who is in Brussels, said" and "Jim Mattis, the defence secretary, said" both give Jim Mattis. The phrase
    begins at token ``floor`` or later.
    """
    last = at - 1
    while last >= 0 and grammar.is_adverb(frame.words[last]) and last not in mention_tokens(frame, last):
        last -= 1
    if grammar.heads_last and last < at - 1 and frame.word(last) in grammar.words["prepositions"]:
        last -= 1
    word = frame.word(last)
    if base(word) in grammar.pronouns or base(word) in grammar.words["first_persons"]:
        return read_pronoun(frame, last, grammar)
    if word in grammar.words["relatives"]:
        return antecedent(frame, last - (frame.word(last - 1) == ","), grammar)
    if word in grammar.words["complementizers"] and (sender := sender_of_words(frame, last, grammar)) is not None:
        return sender
    if word in (",", ")", "–", "—"):
        return _past_apposition(frame, last, grammar, floor)
    inner = _after_conjunction(frame, last, grammar, floor)
    if inner is not None:
        return inner
    start, last = whole_phrase(frame, last, grammar, floor)
    name = _behind_object(frame, start, last, grammar)
    phrase = read_phrase(frame, name, last + 1, grammar) if start <= last else None
    return replace(phrase, start=start) if phrase is not None and name > start else phrase


def _behind_object(frame: Frame, start: int, last: int, grammar: SayingGrammar) -> int:
    """Where the subject begins of a clause that a noun without "that" takes on: ", a move | Ms Sporsz praised"."""
    is_set_off = grammar.heads_last and frame.word(start - 1) == ","
    if not is_set_off or frame.words[start] not in grammar.words["indefinite_determiners"]:
        return start
    name = next((at for at in range(start + 2, last + 1) if at in frame.capitals or at in frame.mentions), start)
    known = grammar.titles.keys() | grammar.words["speaker_nouns"] | grammar.words["prepositions"]
    return start if not known.isdisjoint(frame.words[start : last + 1]) else name


def _after_conjunction(frame: Frame, last: int, grammar: SayingGrammar, floor: int) -> Phrase | None:
    """The subject of a clause that a word opens which could be a preposition too: "after the group said"."""
    start = max(floor, clause_start(frame, last, grammar))
    opens = frame.word(start - 1) in grammar.words["prepositions"] or _is_object_clause(frame, start, last, grammar)
    if start <= floor or not opens or start > last:
        return None
    phrase = read_phrase(frame, start, last + 1, grammar)
    return phrase if phrase is not None and phrase.start == start and phrase.is_plausible else None


def _is_object_clause(frame: Frame, start: int, last: int, grammar: SayingGrammar) -> bool:
    """Whether an English clause behind a relative pronoun has a subject of its own: "the offer, which Ms Sporsz called"."""
    if not grammar.heads_last or frame.word(start - 1) not in grammar.words["relatives"]:
        return False
    found = frame.mentions.get(start)
    is_somebody = found is not None and found[0].kind in ("person", *_BODIES)
    opens = is_somebody or frame.word(start) in grammar.words["definite"] | grammar.words["possessives"]
    word = frame.words[last]
    closes = word in grammar.titles or word in grammar.words["speaker_nouns"] or bool(mention_tokens(frame, last))
    return opens and closes


def antecedent(frame: Frame, at: int, grammar: SayingGrammar) -> Phrase | None:
    """Return whom a relative pronoun right after token ``at`` takes up: the person named there, else the phrase."""
    covered = mention_tokens(frame, at - 1)
    if (of := _person_of(frame, at, grammar)) is not None:
        return of
    if covered and frame.mentions[covered.start][0].kind == "person":
        return person_phrase(frame, covered.start, at, [frame.mentions[covered.start][0]], grammar)
    start = clause_start(frame, at - 1, grammar)
    if (inner := _behind_agent(frame, start, at, grammar)) is not None:
        return inner
    if any(not is_weak and (frame.words[start],) == words for words, is_weak in grammar.sources):
        return read_phrase(frame, start + 1, at, grammar)
    if start > 1 and frame.words[start] in grammar.words["prepositions"] and frame.words[start - 1] == ",":
        return antecedent(frame, start - 1, grammar)
    phrase = subject_before(frame, at, grammar)
    if covered and phrase is not None and _is_object(frame, covered.start, phrase, grammar):
        return read_phrase(frame, covered.start, at, grammar)
    if phrase is not None and (described := described_by(frame, phrase, grammar)) is not None:
        return described
    return _last_noun(frame, phrase, grammar) if phrase is not None and grammar.heads_last else phrase


def _is_object(frame: Frame, start: int, phrase: Phrase, grammar: SayingGrammar) -> bool:
    """Whether a state or body named at token ``start`` only ends words that hold a verb: "the move angered Klow, which"."""
    between = frame.words[phrase.start : start]
    speaking = grammar.titles.keys() | grammar.words["speaker_nouns"] | grammar.words["institution_nouns"]
    is_apart = phrase.kind in ("actor", "office") and speaking.isdisjoint(between)
    is_body = frame.mentions[start][0].kind in _BODIES
    return is_body and bool(between) and (is_apart or not phrase.is_plausible)


def _person_of(frame: Frame, at: int, grammar: SayingGrammar) -> Phrase | None:
    """The person whom only prepositional phrases part from token ``at``: "Ida Sporsz of the Institute in Klow, who"."""
    floor = next((place + 1 for place in range(at - 1, -1, -1) if frame.words[place] in STOPS), 0)
    for place in range(floor, at):
        found = frame.mentions.get(place)
        if found and found[0].kind == "person" and found[1] < at - 1 and grammar.heads_last:
            follows = (
                frame.word(found[1]) in grammar.words["possessive_prepositions"] - grammar.words["infinitive_markers"]
            )
            return person_phrase(frame, place, at, [found[0]], grammar) if follows else None
    return None


def _last_noun(frame: Frame, phrase: Phrase, grammar: SayingGrammar) -> Phrase:
    """A description without the verb and the noun before its last article: "the move angered the members who"."""
    determiners = grammar.words["determiners"] - grammar.words["prepositions"]
    inner = (at for at in range(phrase.end - 1, phrase.start + 1, -1) if frame.words[at] in determiners)
    start = next((at for at in inner if frame.words[at - 1] not in grammar.words["prepositions"]), None)
    if phrase.kind != "description" or start is None or not _has_past(frame, phrase.start, start, grammar):
        return phrase
    return read_phrase(frame, start, phrase.end, grammar) or phrase


def _has_past(frame: Frame, start: int, end: int, grammar: SayingGrammar) -> bool:
    """Whether a verb in the past, told by its ending, stands between two tokens."""
    return any(frame.words[at].endswith(grammar.past_ending) for at in range(start, end))


def _behind_agent(frame: Frame, start: int, at: int, grammar: SayingGrammar) -> Phrase | None:
    """Who did what a clause before a relative pronoun tells: "mirrored by a source who"."""
    agent = next((place for place in range(at - 2, start, -1) if frame.words[place] in grammar.words["agents"]), None)
    phrase = read_phrase(frame, agent + 1, at, grammar) if agent is not None else None
    return phrase if phrase is not None and phrase.is_plausible else None


def subject_after(frame: Frame, at: int, grammar: SayingGrammar) -> Phrase | None:
    """Return the first phrase after token ``at`` that can be an inverted subject: "a déclaré mercredi à Bruxelles X"."""
    start = _skip_to_phrase(frame, _past_insertion(frame, at, grammar), grammar)
    if start is None:
        return None
    if frame.words[start] in grammar.pronouns or _points(frame, start, grammar):
        return read_pronoun(frame, start, grammar)
    end = phrase_end(frame, start, grammar)
    phrase = read_phrase(frame, start, end, grammar)
    if phrase is None or (phrase.kind == "person" and not _is_owner_first(frame, phrase, grammar)):
        return phrase
    return with_apposition(frame, phrase, end, grammar) or phrase


def _points(frame: Frame, at: int, grammar: SayingGrammar) -> bool:
    """Whether a pronoun means who came up, of whom a relative clause says more: "dit celle qui fut ministre"."""
    return frame.words[at] in grammar.words["pointing"] and frame.word(at + 1) in grammar.words["relatives"]


def _is_owner_first(frame: Frame, phrase: Phrase, grammar: SayingGrammar) -> bool:
    """Whether a person is named only behind another's title: "le porte-parole du président Novak"."""
    words = frame.words[phrase.start : phrase.end]
    return words[0] in grammar.words["determiners"] and not grammar.words["delegates"].isdisjoint(words[1:3])


def _past_insertion(frame: Frame, at: int, grammar: SayingGrammar) -> int:
    """Past short insertions between commas right after a verb: "a résumé, hier soir, à Klow, la ministre"."""
    for _ in range(3):
        if frame.word(at) != ",":
            break
        closing = next((place for place in range(at + 2, min(len(frame), at + 13)) if frame.words[place] == ","), None)
        if closing is None:
            break
        follows = frame.word(closing + 1)
        if follows not in grammar.words["prepositions"] and not grammar.is_adverb(follows):
            return closing + 1
        at = closing
    return at


def first_phrase(frame: Frame, limit: int, grammar: SayingGrammar, floor: int = 0) -> Phrase | None:
    """Return the subject of the sentence as far as it can be told: the first phrase before ``limit`` after no preposition.

    The phrase begins at token ``floor`` or later.
    """
    at = floor or past_opening(frame, limit, grammar)
    while at < min(limit, 60):
        word = frame.words[at]
        if base(word) in grammar.pronouns:
            return read_pronoun(frame, at, grammar)
        if starts_phrase(frame, at, grammar) and frame.word(at - 1) not in grammar.words["prepositions"]:
            end = min(limit, subject_end(frame, at, grammar))
            phrase = read_phrase(frame, at, max(end, at + 1), grammar)
            if phrase is not None and phrase.is_plausible:
                return with_apposition(frame, phrase, end, grammar) or phrase
            at = max(end, at + 1)
        elif word in grammar.words["prepositions"]:
            at = past_object(frame, at + 1, grammar)
        else:
            at += 1
    return None


def subject_of_marks(frame: Frame, token: int, grammar: SayingGrammar) -> Phrase | None:
    """Return who speaks before words in marks at ``token`` without a verb of saying: whose words a noun names, or a subject.

    It is that of the last part of the sentence behind a semicolon.
    """
    floor = max((at + 1 for at in range(token) if frame.words[at] == ";"), default=0)
    return owner_of_words(frame, token, grammar) or first_phrase(frame, token, grammar, floor)


def last_person_phrase(frame: Frame, grammar: SayingGrammar, gender: str | None) -> Phrase | None:
    """Return the person named or described last in a sentence, whom "ce dernier" in the next takes up."""
    known = (grammar.titles.keys() | grammar.words["speaker_nouns"]) - grammar.words["institution_nouns"]
    for at in range(len(frame) - 1, -1, -1):
        found = frame.mentions.get(at)
        is_described = (
            at + 1 < len(frame) and frame.words[at + 1] in known and frame.words[at] in grammar.words["determiners"]
        )
        if (found and found[0].kind == "person") or is_described:
            phrase = read_phrase(frame, at, phrase_end(frame, at, grammar), grammar)
            if phrase is not None and not phrase.plural and (gender is None or phrase.gender in (None, gender)):
                return phrase
    return None


def signature(frame: Frame, token: int, grammar: SayingGrammar) -> Phrase | None:
    """Return whom a headline names behind a colon at its end, after words in marks at ``token``: 'Upward path': Sporsz."""
    colon = next((at for at in range(token + 1, len(frame)) if frame.words[at] == ":"), len(frame))
    if not token + 1 < colon < len(frame) - 1 or len(frame) - colon > _SIGNATURE:
        return None
    subject = subject_after(frame, colon + 1, grammar)
    is_whole = subject is not None and subject.end == len(frame) and subject.kind != "pronoun" and subject.is_plausible
    return subject if is_whole else None


def announcing_phrase(frame: Frame, colon: int, grammar: SayingGrammar) -> Phrase | None:
    """Return whom a colon announces: whose answer it is, the subject of the last clause before it, or the sentence's."""
    owner = owner_of_words(frame, colon, grammar)
    if owner is not None:
        return owner
    start = clause_start(frame, colon - 1, grammar)
    if 0 < start < colon and starts_phrase(frame, start, grammar):
        end = min(colon, subject_end(frame, start, grammar))
        phrase = read_phrase(frame, start, end, grammar)
        if phrase is not None and phrase.is_plausible and phrase.start == start and end < colon:
            return with_apposition(frame, phrase, end, grammar) or phrase
    return first_phrase(frame, colon, grammar)


def _past_apposition(frame: Frame, comma: int, grammar: SayingGrammar, floor: int) -> Phrase | None:
    """The subject before a comma and what the comma closes: a person named in either, else the earlier phrase."""
    best: Phrase | None = None
    last = comma - 1
    for _ in range(4):
        if last < floor:
            break
        start, last = whole_phrase(frame, last, grammar, floor)
        opener = frame.word(start)
        phrase = read_phrase(frame, start, last + 1, grammar) if start <= last else None
        is_inside = frame.word(start - 1) in grammar.words["object_relatives"] and frame.word(start - 2) == ","
        is_other = is_inside or opener in grammar.words["prepositions"] or _has_agent(frame, start, grammar)
        if phrase is not None and not is_other:
            if phrase.kind == "person":
                return _named_before(frame, start, grammar, floor) or phrase
            is_bare = best is not None and _is_bare(frame, best, grammar)
            if best is None or (phrase.is_plausible and (is_bare or not _is_bare(frame, phrase, grammar))):
                best = phrase
        last = start - 1
        last = _before_bracket(frame, last)
        last -= is_inside
        while last >= 0 and (
            frame.words[last] in grammar.words["relatives"] or frame.words[last] in (",", "(", "–", "—")
        ):
            last -= 1
        if frame.word(last + 1) not in (",", "(", "–", "—") and frame.word(last + 1) not in grammar.words["relatives"]:
            break
    return best


def _before_bracket(frame: Frame, last: int) -> int:
    """The token before a bracket that closes at ``last`` or right before a comma there; ``last`` where none does."""
    closing = last - (frame.word(last) == ",")
    if frame.word(closing) != ")":
        return last
    return next((at - 1 for at in range(closing - 1, max(-1, closing - _FARTHEST), -1) if frame.words[at] == "("), last)


def _is_bare(frame: Frame, phrase: Phrase, grammar: SayingGrammar) -> bool:
    """Whether a description has no article, as appositions do: "la Ligue, première force du pays, a dit"."""
    first = frame.words[phrase.start - 1] if phrase.start else ""
    return not grammar.heads_last and phrase.kind == "description" and first.isalpha()


def _named_before(frame: Frame, start: int, grammar: SayingGrammar, floor: int) -> Phrase | None:
    """The person right before the comma of an insertion that only mentions another: "X, who hopes to succeed Y, said"."""
    inner = frame.mentions.get(start)
    if not grammar.heads_last or (inner and inner[0].kind == "person") or frame.word(start - 1) != ",":
        return None
    begin, last = whole_phrase(frame, start - 2, grammar, floor)
    phrase = read_phrase(frame, begin, last + 1, grammar) if begin <= last else None
    return phrase if phrase is not None and phrase.kind == "person" and last == start - 2 else None


def _has_agent(frame: Frame, start: int, grammar: SayingGrammar) -> bool:
    """Whether an insertion says by whom something was done to the subject: "cité par X", "flanked by his lawyer"."""
    opener = frame.word(start)
    is_phrase = start in frame.mentions or opener in grammar.words["determiners"] or opener in grammar.titles
    return not is_phrase and any(frame.word(at) in grammar.words["agents"] for at in (start + 1, start + 2))


def _skip_to_phrase(frame: Frame, at: int, grammar: SayingGrammar) -> int | None:
    stop = min(len(frame), at + _FARTHEST)
    while at < stop:
        word = frame.words[at]
        if word in grammar.words["complementizers"] or word in STOPS or _is_infinitive_next(frame, at, grammar):
            return None
        is_being = word in grammar.words["auxiliaries"] or word in grammar.words["auxiliaries_of_being"]
        if is_being and not grammar.heads_last and word.endswith(grammar.infinitive_endings):
            return None
        if word in grammar.words["prepositions"] and at not in frame.mentions:
            at = past_object(frame, at + 1, grammar)
        elif word in grammar.words["demonstratives"] and frame.word(at + 1) in grammar.words["adverbs"]:
            at += 2
        elif starts_phrase(frame, at, grammar) or word in grammar.pronouns or _points(frame, at, grammar):
            return at
        else:
            at += 1
    return None


def _is_infinitive_next(frame: Frame, at: int, grammar: SayingGrammar) -> bool:
    """Whether an infinitive clause begins, in which no subject of the verb before it can stand: "de ne pas défendre"."""
    if frame.words[at] not in grammar.words["infinitive_markers"] or grammar.heads_last:
        return False
    place = at + 1
    while frame.word(place) in grammar.words["clitics"] or frame.word(place) in grammar.words["negations"]:
        place += 1
    word = frame.word(place)
    return (
        len(word) > 3
        and word.endswith(grammar.infinitive_endings)
        and word not in grammar.words["not_infinitives"]
        and place not in frame.mentions
        and word not in grammar.titles
    )
