"""Whose words a sentence announces without a verb of saying: "Kalv's answer", "même son de cloche chez X"."""

from __future__ import annotations

from collections.abc import Sequence

from quotepart.extraction.quotes.bounds import phrase_end
from quotepart.extraction.quotes.frames import QUOTED, Frame
from quotepart.extraction.quotes.nouns import STOPS, Phrase, mention_tokens, person_phrase, read_phrase, read_pronoun
from quotepart.extraction.quotes.saying import SayingGrammar

_OWNED_BEHIND = 18  # tokens between a noun with its owner and the words
_OWNED, _ADJECTIVES = 8, 4  # tokens between a noun and its words, and between a noun and its owner
_CLAIMED = 30  # the most tokens of a clause with "that" before words in marks
_TITLED = 8  # tokens between a noun and the name behind it of whose it is
_NAMED = 6  # tokens of a name before the colon of a headline
_NOUN, _AGENT = 3, 12  # tokens in which a sentence names the words before it, and who said them
_OPENING = 6  # tokens in which a sentence shows that it takes up the words before it
_BODIES = frozenset(("member", "state", "institution", "group"))
_PERSONS = frozenset(("person",))
_SPEAKERS = _BODIES | _PERSONS


def owner_of_words(frame: Frame, upto: int, grammar: SayingGrammar) -> Phrase | None:
    """Return whose words a noun before token ``upto`` names: "Kalv's answer was short", "his claim that"."""
    if not grammar.heads_last:
        return None
    for at in range(upto - 1, max(0, upto - _OWNED), -1):
        if frame.words[at] in STOPS:
            return None
        if frame.words[at] not in grammar.words["nominal"]:
            continue
        for place in range(at - 1, max(-1, at - _ADJECTIVES), -1):
            covered = mention_tokens(frame, place)
            owner = frame.mentions[covered.start][0] if covered else None
            if owner is not None and owner.kind == "person" and frame.words[place].endswith(("'s", "s'")):
                return person_phrase(frame, covered.start, place + 1, [owner], grammar)
            if frame.words[place] in grammar.words["possessives"]:
                return read_pronoun(frame, place, grammar)
    return None


def _quoted_person(frame: Frame, colon: int, grammar: SayingGrammar) -> Phrase | None:
    """Whom somebody quotes right before a colon: "She quoted the poet Ida Sporsz: …"."""
    covered = mention_tokens(frame, colon - 1)
    person = frame.mentions[covered.start][0] if covered else None
    if person is None or person.kind != "person" or not grammar.heads_last:
        return None
    between = frame.words[max(0, covered.start - _TITLED) : covered.start]
    quotes = any(word in grammar.words["quoting"] for word in between)
    return person_phrase(frame, covered.start, colon, [person], grammar) if quotes else None


def sender_of_words(frame: Frame, that: int, grammar: SayingGrammar) -> Phrase | None:
    """Return from whom words come that a clause with "that" gives: "a message from Ms Sporsz that read"."""
    covered = mention_tokens(frame, that - 1) or range(that - 1, that)
    is_from = frame.word(covered.start - 1) in grammar.words["origins"]
    noun = frame.word(covered.start - 2)
    if not (grammar.heads_last and is_from and noun in grammar.words["nominal"] | grammar.words["carriers_of_words"]):
        return None
    if frame.words[that - 1] in grammar.object_pronouns:
        return read_pronoun(frame, that - 1, grammar)
    found = frame.mentions.get(covered.start)
    is_person = found is not None and found[0].kind == "person"
    return read_phrase(frame, covered.start, that, grammar) if is_person else None


def owner_beside(frame: Frame, token: int, grammar: SayingGrammar) -> Phrase | None:
    """Return whose words a quotation at a token holds, between an owner and a noun: "Kalv's "wreck" remarks".

    Behind a colon it is who is quoted: "citing the poet Ida Sporsz: …".

    In French it is who did what a participle right behind tells: la « ruine » dénoncée par Kalv.
    """
    if grammar.inverted:
        return _agent_beside(frame, token + 1, grammar)
    if frame.word(token - 1) == ":":
        return _quoted_person(frame, token - 1, grammar)
    if not grammar.heads_last or frame.word(token + 1) not in grammar.words["nominal"]:
        return None
    covered = mention_tokens(frame, token - 1)
    owner = frame.mentions[covered.start][0] if covered else None
    if owner is None or owner.kind != "person" or not frame.words[token - 1].endswith(("'s", "s'")):
        return None
    return person_phrase(frame, covered.start, token, [owner], grammar)


def _agent_beside(frame: Frame, at: int, grammar: SayingGrammar) -> Phrase | None:
    """By whom a participle of saying at a token is done."""
    forms = grammar.forms.get(frame.word(at), ())
    is_said = any(form.shape == "participle" and not grammar.has("weak", form.lemma) for form in forms)
    if not is_said or frame.word(at + 1) not in grammar.words["agents"]:
        return None
    agent = read_phrase(frame, at + 2, phrase_end(frame, at + 2, grammar), grammar) if at + 2 < len(frame) else None
    return agent if agent is not None and agent.is_plausible and agent.start <= at + 3 else None


def owner_of_claim(frame: Frame, token: int, ends: Sequence[int], grammar: SayingGrammar) -> Phrase | None:
    """Return whose claim a clause with "that" before a quotation gives: "rejected Kalv's view that", "comments by Kalv that".

    ``ends`` are where verbs of saying end, behind the last of which before the quotation the noun stands.
    """
    floor = max((end for end in ends if end <= token), default=0)
    if not grammar.heads_last:
        return _owner_behind_noun(frame, token, floor, grammar)
    that = next((at for at in range(token - 1, max(floor, token - _CLAIMED), -1) if _ends_claim(frame, at, grammar)), 0)
    if that <= floor or frame.words[that] not in grammar.words["complementizers"]:
        return None
    last = that - 1
    while last > floor and (
        grammar.is_adverb(frame.words[last]) or (last < that - 1 and _is_small(frame, last, grammar))
    ):
        last -= 1
    covered = mention_tokens(frame, last)
    if not covered:
        owner = owner_of_words(frame, that, grammar) if frame.words[last] in grammar.words["nominal"] else None
        return owner if owner is not None and owner.kind == "person" else None
    person = frame.mentions[covered.start][0]
    nouns = range(max(floor, covered.start - _TITLED), covered.start - 1)
    sources = grammar.words["possessive_prepositions"] | grammar.words["origins"]
    is_owned = any(frame.words[at] in grammar.words["nominal"] and frame.words[at + 1] in sources for at in nouns)
    return (
        person_phrase(frame, covered.start, that, [person], grammar) if is_owned and person.kind == "person" else None
    )


def _owner_behind_noun(frame: Frame, token: int, floor: int, grammar: SayingGrammar) -> Phrase | None:
    """The person behind a noun for words: "les propos du ministre Jan Novak sur une flotte"."""
    for at in range(token - 2, max(floor, token - _OWNED_BEHIND) - 1, -1):
        if frame.words[at] in STOPS - {QUOTED} or frame.words[at] in grammar.words["complementizers"]:
            return None
        if (
            frame.words[at] in grammar.words["nominal"]
            and frame.words[at + 1] in grammar.words["possessive_prepositions"]
        ):
            places = range(at + 2, min(token, at + 2 + _TITLED))
            start = next((place for place in places if _is_person(frame, place) or frame.words[place] in STOPS), at)
            found = frame.mentions.get(start)
            return person_phrase(frame, start, found[1], [found[0]], grammar) if found and start > at else None
    return None


def _is_person(frame: Frame, at: int) -> bool:
    return at in frame.mentions and frame.mentions[at][0].kind == "person"


def _is_small(frame: Frame, at: int, grammar: SayingGrammar) -> bool:
    return frame.words[at] in grammar.words["prepositions"] and at not in frame.mentions


def _ends_claim(frame: Frame, at: int, grammar: SayingGrammar) -> bool:
    """Whether a token opens a clause with "that", or parts it from what stands before."""
    return frame.words[at] in STOPS or frame.words[at] in grammar.words["complementizers"]


def owner_of_line(frame: Frame, token: int, grammar: SayingGrammar) -> Phrase | None:
    """Return whose words a headline gives behind a name and a colon: "Krolt: the yard does “masterly” work"."""
    colon = next((at for at in range(1, min(token, _NAMED)) if frame.words[at] == ":"), 0)
    found = frame.mentions.get(0)
    is_name = (
        found is not None and found[1] == colon and found[0].kind in (_SPEAKERS if grammar.heads_last else _PERSONS)
    )
    return read_phrase(frame, 0, colon, grammar) if is_name and frame.words[-1] not in STOPS - {QUOTED} else None


def only_person(frame: Frame, start: int, end: int, grammar: SayingGrammar) -> Phrase | None:
    """Return the one person whom a sentence without a subject names between two tokens: "Même son de cloche chez X :"."""
    named = [
        (at, upto, mention)
        for at, (mention, upto) in frame.mentions.items()
        if mention.kind == "person" and start <= at and upto <= end
    ]
    return person_phrase(frame, named[0][0], named[0][1], [named[0][2]], grammar) if len(named) == 1 else None


def body_of_words(frame: Frame, upto: int, grammar: SayingGrammar) -> Phrase | None:
    """Return the institution whose words a noun before a token names: "la réaction de Klow", "Klow's reaction"."""
    for at, (mention, end) in frame.mentions.items():
        noun = end if grammar.heads_last else at - 1 - (frame.word(at - 1) in grammar.words["determiners"])
        is_owner = frame.words[end - 1].endswith(("'s", "s'")) if grammar.heads_last else True
        if not grammar.heads_last:
            noun -= frame.word(noun) in grammar.words["possessive_prepositions"]
        if mention.kind in _BODIES and end <= upto and is_owner and frame.word(noun) in grammar.words["nominal"]:
            return read_phrase(frame, at, end, grammar)
    return None


def owner_behind(frame: Frame, grammar: SayingGrammar) -> int | None:
    """Return the token before whose words a sentence takes up: "Cet avertissement de X"."""
    words = grammar.words
    for at in range(1, 3):
        if frame.word(at) in words["nominal"] and frame.word(at + 1) in words["possessive_prepositions"]:
            return at + 1 if frame.word(0) in words["demonstratives"] else None
    return None


def agent_of_words(frame: Frame, grammar: SayingGrammar) -> int | None:
    """Return the token before whoever said the words that a sentence goes on about: "Cette formule, lâchée par X"."""
    if grammar.words["nominal"].isdisjoint(frame.words[:_NOUN]):
        return None
    agent = next((at for at, word in enumerate(frame.words[:_AGENT]) if word in grammar.words["agents"]), None)
    return owner_behind(frame, grammar) or agent


def takes_up(frame: Frame, grammar: SayingGrammar) -> bool:
    """Return whether a sentence takes up the words before it: "C'est ce qu'a déclaré X"."""
    opening = " ".join(frame.words[:_OPENING]).replace("' ", "'")
    return opening.startswith(tuple(grammar.words["taking_up"]))
