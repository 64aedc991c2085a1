"""Where a noun phrase or the clause around it begins and ends."""

from __future__ import annotations

from quotepart.extraction.quotes.frames import Frame
from quotepart.extraction.quotes.nouns import STOPS, is_complement, mention_tokens, past_titles
from quotepart.extraction.quotes.saying import SayingGrammar

_LONGEST = 32
_INSERTED = 9  # tokens of an insertion between an auxiliary and its participle
_BODIES = frozenset(("member", "state", "institution", "group"))


def clause_start(frame: Frame, last: int, grammar: SayingGrammar) -> int:
    """Return where the clause that ends at token ``last`` begins, as far as a subject can reach."""
    place = last
    while place >= 0 and last - place < _LONGEST:
        covered = mention_tokens(frame, place)
        if covered:
            place = covered.start - 1
            continue
        word = frame.words[place]
        if (word in STOPS and not _is_abbreviation_stop(frame, place)) or word in grammar.words["boundaries"]:
            break
        if word in grammar.words["interrogatives"]:
            break
        place -= 1
    return place + 1


def whole_phrase(frame: Frame, last: int, grammar: SayingGrammar, floor: int) -> tuple[int, int]:
    """Return the first and last token of the phrase that ends at ``last``, what hangs on its relative pronoun left out."""
    start = max(floor, clause_start(frame, last, grammar))
    for _ in range(4):
        before = frame.word(start - 1) if start > floor else ""
        if before in grammar.words["relatives"]:
            last = start - 2 - (frame.word(start - 2) == ",")
            start = max(floor, clause_start(frame, last, grammar))
        elif before in grammar.words["prepositions"] and not _opens_clause(frame, start, grammar):
            start = max(floor, clause_start(frame, start - 2, grammar))
        else:
            break
    return start, last


def _opens_clause(frame: Frame, start: int, grammar: SayingGrammar) -> bool:
    """Whether a word that could be a preposition opens a clause whose subject is a person: "since Ida Sporsz, …, said"."""
    found = frame.mentions.get(start)
    is_person = found is not None and found[0].kind == "person"
    return is_person and grammar.heads_last and frame.words[start - 1] in grammar.words["boundaries"]


def _is_abbreviation_stop(frame: Frame, place: int) -> bool:
    """Whether a full stop touches letters on both sides or stands inside the sentence after a short word."""
    return frame.words[place] == "." and place + 1 < len(frame) and place > 0 and len(frame.words[place - 1]) <= 3


def phrase_end(frame: Frame, start: int, grammar: SayingGrammar) -> int:
    """Return the token at which a phrase that begins at ``start`` is over."""
    at = start
    found = frame.mentions.get(at)
    if found and found[0].kind == "person":
        return _past_joined(frame, found[1], grammar)
    stop = min(len(frame), start + _LONGEST)
    while at < stop:
        found = frame.mentions.get(at)
        if found:
            at = max(found[1], at + 1)
            if found[0].kind == "person" and at > start:
                return _past_joined(frame, at, grammar)
            continue
        word = frame.words[at]
        if word in STOPS and not (word == "." and frame.word(at - 1) in grammar.honorifics):
            break
        joins = word in grammar.words["joiners"] and frame.word(at + 1) in grammar.words["prepositions"]
        if at > start and word in grammar.words["phrase_ends"] and not _is_glue(frame, at, grammar) and not joins:
            break
        if at > start + 1 and _is_verb(word, grammar):
            break
        at += 1
    return max(at, start + 1)


def subject_end(frame: Frame, start: int, grammar: SayingGrammar) -> int:
    """Return where the subject of a sentence is over: before its verb as far as that can be told, or at a sign."""
    found = frame.mentions.get(start)
    if found and found[0].kind == "person" and not _owns(frame, found[1]):
        return _past_joined(frame, found[1], grammar)
    at = start
    stops = (
        grammar.words["relatives"] | grammar.words["boundaries"] | grammar.words["reflexives"] | grammar.pronouns.keys()
    )
    while at < min(len(frame), start + _LONGEST):
        found = frame.mentions.get(at)
        is_person = found is not None and found[0].kind == "person" and not _owns(frame, found[1])
        if found and is_person and not is_complement(frame, start, at, grammar):
            return _past_joined(frame, found[1], grammar)
        word = frame.words[at]
        if found:
            at = max(found[1], at + 1)
            if found[0].kind in _BODIES and _is_whole_body(frame, at, grammar):
                break
            continue
        if word in STOPS or (
            at > start and (_is_verb(word, grammar) or word in stops or word in grammar.words["finite_hints"])
        ):
            break
        is_bare = grammar.heads_last and frame.words[start] in grammar.titles
        if at > start + (not is_bare) and (_is_past(frame, at, grammar) or _says(word, grammar)):
            break
        if at > start and _follows_person(frame, at, grammar):
            break
        if at > start + 1 and _is_object(frame, at, grammar):
            return _past_head(frame, start, at, grammar)
        at += 1
    return max(at, start + 1)


def _follows_person(frame: Frame, at: int, grammar: SayingGrammar) -> bool:
    """Whether an object right behind a word shows it to be the verb of the noun before it: "one fisherman | shook his head"."""
    before = frame.word(at - 1)
    persons = grammar.words["speaker_nouns"] - grammar.words["institution_nouns"]
    opens = frame.word(at + 1) in grammar.words["before_nouns"]
    return grammar.heads_last and before in persons and opens and frame.words[at] not in grammar.words["prepositions"]


def _owns(frame: Frame, end: int) -> bool:
    """Whether a name that ends before a token only says whose the noun behind it is: "Krolt's remarks"."""
    return frame.words[end - 1].endswith(("'s", "s'"))


def _is_object(frame: Frame, at: int, grammar: SayingGrammar) -> bool:
    """Whether a second noun phrase begins at a token, so that a verb must stand before it: "le sénateur raille | le projet"."""
    before = frame.word(at - 1)
    small = grammar.words["prepositions"] | grammar.words["joiners"] | grammar.words["coordinators"]
    determiners = grammar.words["determiners"] - grammar.words["prepositions"]
    return not grammar.heads_last and frame.words[at] in determiners and before.isalpha() and before not in small


def _past_head(frame: Frame, start: int, end: int, grammar: SayingGrammar) -> int:
    """After the noun that heads a phrase, or the name of the office that it is."""
    for at in range(start, end):
        found = frame.mentions.get(at)
        if found or frame.words[at] in grammar.titles or frame.words[at] in grammar.words["speaker_nouns"]:
            return max(found[1], at + 1) if found else at + 1
    return end


def _says(word: str, grammar: SayingGrammar) -> bool:
    return word in grammar.forms and word not in grammar.words["noun_like"]


def _is_past(frame: Frame, at: int, grammar: SayingGrammar) -> bool:
    """Whether a word is a verb by its ending and by what follows: "raised its rate", "distanced itself"."""
    word, following = frame.words[at], frame.word(at + 1)
    groups = ("determiners", "prepositions", "self_words", "complementizers")
    return (
        grammar.heads_last
        and word.endswith(grammar.past_ending)
        and any(following in grammar.words[group] for group in groups)
    )


def _is_whole_body(frame: Frame, at: int, grammar: SayingGrammar) -> bool:
    """Whether nothing behind the name of a state or institution can belong to it: "la Ligue | bloque le vote"."""
    small = grammar.words["prepositions"] | grammar.words["joiners"] | grammar.words["relatives"]
    return (
        not grammar.heads_last and at not in frame.mentions and at not in frame.capitals and frame.word(at) not in small
    )


def _is_verb(word: str, grammar: SayingGrammar) -> bool:
    words = grammar.words
    return word in words["auxiliaries"] or word in words["auxiliaries_of_being"] or word in words["verbs_of_being"]


def _past_joined(frame: Frame, at: int, grammar: SayingGrammar) -> int:
    """After a person, also past "and" with another person."""
    if frame.word(at) not in grammar.words["joiners"]:
        return at
    joined = past_titles(frame, at + 1, grammar)
    found = frame.mentions.get(joined)
    return found[1] if found and found[0].kind == "person" else at


def _is_glue(frame: Frame, at: int, grammar: SayingGrammar) -> bool:
    """Whether words that usually end a phrase belong to it: "en poste à", "in charge of"."""
    return any(
        glue == frame.words[at - shift : at - shift + len(glue)]
        for glue in grammar.glue
        for shift in range(len(glue))
        if at - shift >= 0
    )


def before_insertion(frame: Frame, place: int, grammar: SayingGrammar) -> int:
    """Return the token before a short insertion that ends at a token: in commas ("a, lui, dénoncé"), or a phrase known there."""
    if frame.word(place) == ",":
        for back in range(place - 1, max(-1, place - _INSERTED), -1):
            if frame.words[back] == ",":
                return back - 1
    for words in grammar.insertions.get(frame.word(place), ()):
        if frame.words[max(0, place - len(words) + 1) : place + 1] == words:
            return place - len(words)
    return place
