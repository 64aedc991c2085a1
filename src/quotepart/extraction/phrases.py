"""Who is meant by the words beside a verb of saying: the noun phrase before it or after it, and what heads it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from quotepart.extraction.frames import QUOTED, Frame
from quotepart.extraction.prepared import Mention
from quotepart.extraction.saying import SayingGrammar
from quotepart.model.span import Span

PhraseKind = Literal["person", "actor", "office", "description", "pronoun", "first_person"]
_STOPS = frozenset((",", ";", ":", "(", ")", "–", "—", ".", "!", "?", "…", "[", "]", "-", QUOTED, "/", "|", "•"))
_LONGEST = 32
_FARTHEST = 18
_ACTORS = frozenset(("institution", "group", "member", "state", "demonym"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A noun phrase that can be a speaker.

    ``head`` is its folded head noun (or the pronoun itself), ``mention`` the mention that decides whom it means, ``others``
    further persons joined to it by "and". ``gender`` is ``male``, ``female`` or ``None``.
    """

    start: int
    end: int
    span: Span
    kind: PhraseKind
    head: str
    mention: Mention | None = None
    gender: str | None = None
    plural: bool = False
    is_indefinite: bool = False
    is_demonstrative: bool = False
    is_plausible: bool = True
    others: tuple[Mention, ...] = ()


def subject_before(frame: Frame, at: int, grammar: SayingGrammar, floor: int = 0) -> Phrase | None:
    """Return the phrase that ends just before token ``at``, the start of a verb's group: its subject, if nothing parts them.

    "Jim Mattis, who is in Brussels, said" and "Jim Mattis, the defence secretary, said" both give Jim Mattis. The phrase
    begins at token ``floor`` or later.
    """
    last = at - 1
    while last >= 0 and grammar.is_adverb(frame.words[last]) and last not in _mention_tokens(frame, last):
        last -= 1
    word = frame.word(last)
    if word in grammar.pronouns or word in grammar.words["first_persons"]:
        return _pronoun(frame, last, grammar)
    if word in grammar.words["relatives"]:
        return subject_before(frame, last - (frame.word(last - 1) == ","), grammar)
    if word in (",", ")", "–", "—"):
        return _past_apposition(frame, last, grammar)
    start, last = _whole(frame, last, grammar, floor)
    return read_phrase(frame, start, last + 1, grammar) if start <= last else None


def subject_after(frame: Frame, at: int, grammar: SayingGrammar) -> Phrase | None:
    """Return the first phrase after token ``at`` that can be an inverted subject: "a déclaré mercredi à Bruxelles X"."""
    start = _skip_to_phrase(frame, _past_insertion(frame, at), grammar)
    if start is None:
        return None
    if frame.words[start] in grammar.pronouns:
        return _pronoun(frame, start, grammar)
    end = _phrase_end(frame, start, grammar)
    phrase = read_phrase(frame, start, end, grammar)
    if phrase is None or phrase.kind == "person":
        return phrase
    return _with_apposition(frame, phrase, end, grammar) or phrase


def _past_insertion(frame: Frame, at: int) -> int:
    """Past a short insertion between commas right after a verb: "a résumé, un brin lasse, la ministre"."""
    if frame.word(at) == ",":
        for place in range(at + 2, min(len(frame), at + 8)):
            if frame.words[place] == ",":
                return place + 1
    return at


def first_phrase(frame: Frame, limit: int, grammar: SayingGrammar) -> Phrase | None:
    """Return the subject of the sentence as far as it can be told: the first phrase before ``limit`` after no preposition."""
    at = _past_opening(frame, limit, grammar)
    while at < min(limit, 60):
        word = frame.words[at]
        if word in grammar.pronouns:
            return _pronoun(frame, at, grammar)
        if _starts_phrase(frame, at, grammar) and frame.word(at - 1) not in grammar.words["prepositions"]:
            end = min(limit, _subject_end(frame, at, grammar))
            phrase = read_phrase(frame, at, max(end, at + 1), grammar)
            if phrase is not None and phrase.is_plausible:
                return _with_apposition(frame, phrase, end, grammar) or phrase
            at = max(end, at + 1)
        elif word in grammar.words["prepositions"]:
            at = _past_object(frame, at + 1, grammar)
        else:
            at += 1
    return None


def _past_opening(frame: Frame, limit: int, grammar: SayingGrammar) -> int:
    """Past an adverbial that opens the sentence and ends with a comma: "In a long statement, …"."""
    if frame.word(0) in grammar.words["prepositions"]:
        comma = next((at for at in range(1, min(limit, 30)) if frame.words[at] == ","), None)
        return comma + 1 if comma else 0
    return 0


def read_phrase(frame: Frame, start: int, end: int, grammar: SayingGrammar) -> Phrase | None:
    """Return what tokens ``start`` to ``end`` mean as a speaker; leading adverbials are left out."""
    begin = _phrase_start(frame, start, end, grammar)
    if begin is None:
        return None
    persons = list(_persons(frame, begin, end, grammar))
    if persons:
        return _person_phrase(frame, begin, end, persons, grammar)
    return _described(frame, begin, end, grammar)


def _pronoun(frame: Frame, at: int, grammar: SayingGrammar) -> Phrase:
    word = frame.words[at]
    gender = {**grammar.anaphors, **grammar.object_pronouns, **grammar.pronouns}.get(word, "first")
    return Phrase(
        start=at,
        end=at + 1,
        span=frame.stretch(at, at + 1),
        kind="pronoun" if gender != "first" else "first_person",
        head=word,
        gender=_sex(gender),
        plural=gender == "plural",
    )


def _sex(gender: str) -> str | None:
    return gender if gender in ("male", "female") else None


def _mention_tokens(frame: Frame, at: int) -> range:
    """The tokens of the mention that covers token ``at``, none if there is no such mention."""
    for start in range(at, max(-1, at - 8), -1):
        found = frame.mentions.get(start)
        if found:
            return range(start, found[1]) if found[1] > at else range(0)
    return range(0)


def _clause_start(frame: Frame, last: int, grammar: SayingGrammar) -> int:
    """Where the clause that ends at token ``last`` begins, as far as a subject can reach."""
    place = last
    while place >= 0 and last - place < _LONGEST:
        covered = _mention_tokens(frame, place)
        if covered:
            place = covered.start - 1
            continue
        word = frame.words[place]
        if (word in _STOPS and not _is_abbreviation_stop(frame, place)) or word in grammar.words["boundaries"]:
            break
        place -= 1
    return place + 1


def _whole(frame: Frame, last: int, grammar: SayingGrammar, floor: int) -> tuple[int, int]:
    """The first and last token of the phrase that ends at ``last``, what hangs on its relative pronoun left out."""
    start = max(floor, _clause_start(frame, last, grammar))
    for _ in range(4):
        before = frame.word(start - 1) if start > floor else ""
        if before in grammar.words["relatives"]:
            last = start - 2 - (frame.word(start - 2) == ",")
            start = max(floor, _clause_start(frame, last, grammar))
        elif before in grammar.words["prepositions"]:
            start = max(floor, _clause_start(frame, start - 2, grammar))
        else:
            break
    return start, last


def _is_abbreviation_stop(frame: Frame, place: int) -> bool:
    """Whether a full stop touches letters on both sides or stands inside the sentence after a short word."""
    return frame.words[place] == "." and place + 1 < len(frame) and place > 0 and len(frame.words[place - 1]) <= 3


def _past_apposition(frame: Frame, comma: int, grammar: SayingGrammar) -> Phrase | None:
    """The subject before a comma and what the comma closes: a person named in either, else the earlier phrase."""
    best: Phrase | None = None
    last = comma - 1
    for _ in range(4):
        if last < 0:
            break
        start, last = _whole(frame, last, grammar, 0)
        opener = frame.word(start)
        phrase = read_phrase(frame, start, last + 1, grammar) if start <= last else None
        if phrase is not None and opener not in grammar.words["prepositions"]:
            if phrase.kind == "person":
                return phrase
            if best is None or phrase.is_plausible:
                best = phrase
        last = start - 1
        while last >= 0 and (
            frame.words[last] in grammar.words["relatives"] or frame.words[last] in (",", "(", "–", "—")
        ):
            last -= 1
        if frame.word(last + 1) not in (",", "(", "–", "—") and frame.word(last + 1) not in grammar.words["relatives"]:
            break
    return best


def _phrase_start(frame: Frame, start: int, end: int, grammar: SayingGrammar) -> int | None:
    at = start
    while at < end:
        word = frame.words[at]
        if _starts_phrase(frame, at, grammar) or _is_bare_start(frame, at, end, grammar):
            return at
        at = _past_object(frame, at + 1, grammar) if word in grammar.words["prepositions"] else at + 1
    return None


def _is_bare_start(frame: Frame, at: int, end: int, grammar: SayingGrammar) -> bool:
    """Whether a word before a known noun belongs to its phrase, without an article: "local residents"."""
    if not grammar.heads_last or grammar.is_adverb(frame.words[at]):
        return False
    small = grammar.words["prepositions"] | grammar.words["determiners"] | grammar.words["coordinators"]
    for place in range(at, min(end, at + 4)):
        word = frame.words[place]
        if not word[0].isalpha() or word in small or word in grammar.words["boundaries"]:
            return False
        if word in grammar.words["speaker_nouns"]:
            return True
    return False


def _starts_phrase(frame: Frame, at: int, grammar: SayingGrammar) -> bool:
    word = frame.words[at]
    found = frame.mentions.get(at)
    if found:
        return found[0].kind != "adjective" or grammar.heads_last
    if word in grammar.words["determiners"]:
        return not frame.word(at + 1).isdigit()
    if word in grammar.honorifics and frame.word(at + 1) not in _STOPS - {"."}:
        return True
    return word in grammar.titles or word in grammar.words["speaker_nouns"] or is_proper(frame, at, grammar)


def is_proper(frame: Frame, at: int, grammar: SayingGrammar) -> bool:
    """Whether a token is a name by its capital, known or not; a sentence's first word only if it is no common one."""
    word = frame.words[at]
    return at in frame.capitals and len(word) > 1 and word not in grammar.plain and not grammar.is_adverb(word)


def _past_object(frame: Frame, at: int, grammar: SayingGrammar) -> int:
    """The token after the object of a preposition: its determiner and first noun, or the mention that stands there."""
    while at < len(frame) and frame.words[at] in grammar.words["determiners"] and at not in frame.mentions:
        at += 1
    found = frame.mentions.get(at)
    if found:
        return max(found[1], at + 1)
    at += 1
    while at < len(frame) and not (
        _starts_phrase(frame, at, grammar)
        or frame.words[at] in grammar.words["prepositions"]
        or frame.words[at] in _STOPS
    ):
        at += 1
    return at


def _skip_to_phrase(frame: Frame, at: int, grammar: SayingGrammar) -> int | None:
    stop = min(len(frame), at + _FARTHEST)
    while at < stop:
        word = frame.words[at]
        if word in grammar.words["complementizers"] or word in _STOPS:
            return None
        if word in grammar.words["prepositions"] and at not in frame.mentions:
            at = _past_object(frame, at + 1, grammar)
        elif _starts_phrase(frame, at, grammar) or word in grammar.pronouns:
            return at
        else:
            at += 1
    return None


def _phrase_end(frame: Frame, start: int, grammar: SayingGrammar) -> int:
    """The token at which a phrase that begins at ``start`` is over."""
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
        if word in _STOPS and not (word == "." and frame.word(at - 1) in grammar.honorifics):
            break
        if at > start and word in grammar.words["phrase_ends"] and not _is_glue(frame, at, grammar):
            break
        if at > start + 1 and _is_verb(word, grammar):
            break
        at += 1
    return max(at, start + 1)


def _subject_end(frame: Frame, start: int, grammar: SayingGrammar) -> int:
    """Where the subject of a sentence is over: before its verb as far as that can be told, or at a sign."""
    found = frame.mentions.get(start)
    at = _past_joined(frame, found[1], grammar) if found and found[0].kind == "person" else start
    if at > start:
        return at
    stops = (
        grammar.words["relatives"] | grammar.words["boundaries"] | grammar.words["reflexives"] | grammar.pronouns.keys()
    )
    while at < min(len(frame), start + _LONGEST):
        found = frame.mentions.get(at)
        if found and found[0].kind == "person" and not _is_complement(frame, start, at, grammar):
            return _past_joined(frame, found[1], grammar)
        word = frame.words[at]
        if found:
            at = max(found[1], at + 1)
            continue
        if word in _STOPS or (
            at > start and (_is_verb(word, grammar) or word in stops or word in grammar.words["finite_hints"])
        ):
            break
        if at > start + 1 and word in grammar.forms and word not in grammar.words["noun_like"]:
            break
        at += 1
    return max(at, start + 1)


def _is_verb(word: str, grammar: SayingGrammar) -> bool:
    words = grammar.words
    return word in words["auxiliaries"] or word in words["auxiliaries_of_being"] or word in words["verbs_of_being"]


def _past_joined(frame: Frame, at: int, grammar: SayingGrammar) -> int:
    """After a person, also past "and" with another person."""
    found = frame.mentions.get(at + 1)
    if frame.word(at) in grammar.words["joiners"] and found and found[0].kind == "person":
        return found[1]
    return at


def _is_glue(frame: Frame, at: int, grammar: SayingGrammar) -> bool:
    """Whether words that usually end a phrase belong to it: "en poste à", "in charge of"."""
    return any(
        glue == frame.words[at - shift : at - shift + len(glue)]
        for glue in grammar.glue
        for shift in range(len(glue))
        if at - shift >= 0
    )


def _with_apposition(frame: Frame, phrase: Phrase, end: int, grammar: SayingGrammar) -> Phrase | None:
    """The person named right after a phrase between commas or brackets: ", le ministre de la Défense, Jan Novak,"."""
    if frame.word(end) not in (",", "(", "–", "—"):
        return None
    start = end + 1
    while frame.word(start) in grammar.honorifics or (frame.word(start) == "." and start > end + 1):
        start += 1
    found = frame.mentions.get(start) or frame.mentions.get(end + 1)
    if not found or found[0].kind != "person":
        return None
    closes = frame.word(found[1])
    if closes and closes not in _STOPS:
        return None
    return _person_phrase(frame, phrase.start, found[1], [found[0]], grammar)


def _persons(frame: Frame, start: int, end: int, grammar: SayingGrammar) -> Iterator[Mention]:
    """The persons named in a phrase who are its head or stand beside it, not those inside a complement."""
    for at in range(start, end):
        found = frame.mentions.get(at)
        if not found or found[0].kind != "person":
            continue
        if not _is_complement(frame, start, at, grammar) and not _is_modifier(frame, found[1], end, grammar):
            yield found[0]


def _is_modifier(frame: Frame, after: int, end: int, grammar: SayingGrammar) -> bool:
    """Whether a name only qualifies the noun after it: "Trump's spokesman", "Bin Laden loyalists"."""
    if not grammar.heads_last:
        return False
    if frame.words[after - 1].endswith(("'s", "s'")):
        return True
    word, following = frame.word(after), frame.mentions.get(after)
    if following is not None:
        return following[0].kind == "office" and after < end
    if after >= end or not word[0].isalpha() or after in frame.capitals:
        return False
    small = grammar.words["prepositions"] | grammar.words["joiners"] | grammar.words["relatives"]
    return word not in small and not grammar.is_adverb(word)


def _is_complement(frame: Frame, start: int, at: int, grammar: SayingGrammar) -> bool:
    """Whether a name hangs on a preposition with nothing but titles between: "de Donald Trump", "of President Trump"."""
    place = at - 1
    while place >= start:
        word = frame.words[place]
        covered = _mention_tokens(frame, place)
        if covered and frame.mentions[covered.start][0].kind in ("office", "adjective"):
            place = covered.start - 1
        elif (
            word in grammar.titles or word in grammar.honorifics or word == "." or word in grammar.words["determiners"]
        ):
            if word in grammar.words["possessive_prepositions"] or word in grammar.words["prepositions"]:
                return True
            place -= 1
        else:
            return word in grammar.words["prepositions"]
    return False


def _person_phrase(frame: Frame, start: int, end: int, persons: list[Mention], grammar: SayingGrammar) -> Phrase:
    first, *others = persons
    joined = [other for other in others if other.name != first.name and _is_joined(frame, other, grammar)]
    return Phrase(
        start=start,
        end=end,
        span=first.span,
        kind="person",
        head=first.name,
        mention=first,
        gender=first.gender or _gender_of_words(frame, start, end, grammar),
        plural=bool(joined),
        others=tuple(joined),
    )


def _is_joined(frame: Frame, other: Mention, grammar: SayingGrammar) -> bool:
    at = next(token for token, (mention, _) in frame.mentions.items() if mention is other)
    return frame.word(at - 1) in grammar.words["joiners"]


def _gender_of_words(frame: Frame, start: int, end: int, grammar: SayingGrammar) -> str | None:
    if frame.word(start) in grammar.words["female_determiners"]:
        return "female"
    genders = {grammar.titles.get(word) for word in frame.words[start:end]} - {None}
    return genders.pop() if len(genders) == 1 else None


def _described(frame: Frame, start: int, end: int, grammar: SayingGrammar) -> Phrase:
    first = frame.words[start]
    has_determiner = first in grammar.words["determiners"] and start not in frame.mentions
    inside = start + 1 if has_determiner and end > start + 1 else start
    head = _head(frame, inside, end, grammar)
    mention, covers = _mention_at_head(frame, inside, head, end)
    word = frame.words[head]
    if word in grammar.anaphors and head - start <= 1:
        return replace(_pronoun(frame, head, grammar), gender=_sex(grammar.anaphors[word]))
    kind: PhraseKind = "description"
    if mention is not None and covers:
        kind = "office" if mention.kind == "office" else "actor"
    known = word in grammar.titles or word in grammar.words["speaker_nouns"] or is_proper(frame, head, grammar)
    return Phrase(
        start=start,
        end=end,
        span=frame.stretch(start, end),
        kind=kind,
        head=word,
        mention=mention if covers else None,
        gender=_gender_of(first, word, grammar),
        plural=first in grammar.words["plural_determiners"] or (word.endswith("s") and word not in grammar.titles),
        is_indefinite=has_determiner and first in grammar.words["indefinite_determiners"],
        is_demonstrative=first in grammar.words["demonstratives"],
        is_plausible=known or kind != "description",
    )


def _gender_of(determiner: str, head: str, grammar: SayingGrammar) -> str | None:
    if determiner in grammar.words["female_determiners"]:
        return "female"
    if determiner in grammar.words["male_determiners"]:
        return "male"
    return grammar.titles.get(head)


def _head(frame: Frame, start: int, end: int, grammar: SayingGrammar) -> int:
    """The head noun: the last known noun of the run before any preposition where nouns pile up, else the first known."""
    known = [
        at
        for at in range(start, min(end, start + 8))
        if frame.words[at] in grammar.titles or frame.words[at] in grammar.words["speaker_nouns"]
    ]
    stop = next((at for at in range(start, end) if frame.words[at] in grammar.words["prepositions"]), end)
    before = [at for at in known if at < stop]
    if before:
        return before[-1] if grammar.heads_last else before[0]
    return start


def _mention_at_head(frame: Frame, start: int, head: int, end: int) -> tuple[Mention | None, bool]:
    """The office, institution or state that the head of the phrase is."""
    for at in range(start, min(head + 1, end)):
        found = frame.mentions.get(at)
        if found and at <= head < found[1] and found[0].kind != "adjective":
            return found[0], found[0].kind == "office" or found[0].kind in _ACTORS
    return None, False
