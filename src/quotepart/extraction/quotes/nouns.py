"""What a noun phrase means as a speaker: its head, the person named in it, or a description."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Literal

from quotepart.extraction.quotes.frames import QUOTED, Frame
from quotepart.extraction.quotes.saying import SayingGrammar, base
from quotepart.extraction.text.fold import fold
from quotepart.extraction.text.prepared import Mention
from quotepart.model.frozen import dataclass
from quotepart.model.span import Span

PhraseKind = Literal["person", "actor", "office", "description", "pronoun", "first_person"]
STOPS = frozenset((",", ";", ":", "(", ")", "–", "—", ".", "!", "?", "…", "[", "]", "-", QUOTED, "/", "|", "•"))
"""Signs that no noun phrase reaches across."""
_TITLED = 9  # the most tokens of titles before a name
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


def read_phrase(frame: Frame, start: int, end: int, grammar: SayingGrammar) -> Phrase | None:
    """Return what tokens ``start`` to ``end`` mean as a speaker; leading adverbials are left out."""
    begin = _phrase_start(frame, start, end, grammar)
    if begin is None:
        return None
    persons = list(_persons(frame, begin, end, grammar, start if grammar.heads_last else begin))
    if persons:
        return person_phrase(frame, begin, end, persons, grammar)
    owner = _owner(frame, begin, end) if frame.words[end - 1] in grammar.words["nominal"] else None
    return person_phrase(frame, begin, end, [owner], grammar) if owner else _described(frame, begin, end, grammar)


def _owner(frame: Frame, start: int, end: int) -> Mention | None:
    """The person whose words a phrase names: "Rutte's message"."""
    for at in range(start, end):
        found = frame.mentions.get(at)
        if found and found[0].kind == "person" and frame.words[found[1] - 1].endswith(("'s", "s'")):
            return found[0]
    return None


def read_pronoun(frame: Frame, at: int, grammar: SayingGrammar) -> Phrase:
    """Return the phrase that a pronoun is by itself."""
    word = base(frame.words[at])
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


def mention_tokens(frame: Frame, at: int) -> range:
    """The tokens of the mention that covers token ``at``, none if there is no such mention."""
    for start in range(at, max(-1, at - 8), -1):
        found = frame.mentions.get(start)
        if found:
            return range(start, found[1]) if found[1] > at else range(0)
    return range(0)


def _phrase_start(frame: Frame, start: int, end: int, grammar: SayingGrammar) -> int | None:
    at = start
    while at < end:
        word = frame.words[at]
        if starts_phrase(frame, at, grammar) or _is_bare_start(frame, at, end, grammar):
            return at
        at = past_object(frame, at + 1, grammar) if word in grammar.words["prepositions"] else at + 1
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


def starts_phrase(frame: Frame, at: int, grammar: SayingGrammar) -> bool:
    """Whether a noun phrase that can mean somebody begins at a token; none does past the end."""
    if at >= len(frame):
        return False
    word = frame.words[at]
    found = frame.mentions.get(at)
    if found:
        return found[0].kind != "adjective" or grammar.heads_last
    if word in grammar.words["determiners"]:
        return not frame.word(at + 1).isdigit()
    if word in grammar.honorifics and frame.word(at + 1) not in STOPS - {"."}:
        return True
    return word in grammar.titles or word in grammar.words["speaker_nouns"] or is_proper(frame, at, grammar)


def is_proper(frame: Frame, at: int, grammar: SayingGrammar) -> bool:
    """Whether a token is a name by its capital, known or not; a sentence's first word only if it is no common one."""
    word = frame.words[at]
    if at == 0 and frame.word(1) in grammar.words["possessive_prepositions"]:
        return False
    return at in frame.capitals and len(word) > 1 and word not in grammar.plain and not grammar.is_adverb(word)


def past_object(frame: Frame, at: int, grammar: SayingGrammar) -> int:
    """The token after the object of a preposition: its determiner and first noun, or the mention that stands there."""
    while at < len(frame) and frame.words[at] in grammar.words["determiners"] and at not in frame.mentions:
        at += 1
    found = frame.mentions.get(at)
    if found:
        return max(found[1], at + 1)
    at += 1
    while at < len(frame) and not (
        starts_phrase(frame, at, grammar)
        or frame.words[at] in grammar.words["prepositions"]
        or frame.words[at] in STOPS
    ):
        at += 1
    return at


def _persons(frame: Frame, start: int, end: int, grammar: SayingGrammar, low: int) -> Iterator[Mention]:
    """The persons named in a phrase who are its head or stand beside it, not those inside a complement."""
    for at in range(start, end):
        found = frame.mentions.get(at)
        if not found or found[0].kind != "person":
            continue
        hangs = is_complement(frame, low, at, grammar) and not _is_another(frame, at, grammar)
        if not hangs and not _is_modifier(frame, found[1], end, grammar):
            yield found[0]


def _is_another(frame: Frame, at: int, grammar: SayingGrammar) -> bool:
    """Whether others than a person hold the office named before: in "le porte-parole du président X" X is the spokesman."""
    covered = mention_tokens(frame, at - 1)
    office = frame.mentions[covered.start][0].office if covered else None
    person = frame.mentions[at][0]
    return office is not None and is_held_by_others(office, person, grammar)


def is_held_by_others(office: str, person: Mention, grammar: SayingGrammar) -> bool:
    """Return whether the pact knows who held an office, and a person called by a full name is none of them."""
    holdings = grammar.holdings.get(person.person_id or "") or grammar.holdings.get(fold(person.name), ())
    is_full = " " in person.name
    return is_full and office in grammar.held and all(holding.office != office for holding in holdings)


def _is_modifier(frame: Frame, after: int, end: int, grammar: SayingGrammar) -> bool:
    """Whether a name only qualifies the noun after it: "Trump's spokesman", "Bin Laden loyalists"."""
    if not grammar.heads_last:
        return False
    if frame.words[after - 1].endswith(("'s", "s'")):
        return True
    word, following = frame.word(after), frame.mentions.get(after)
    if following is not None:
        return following[0].kind == "office" and after < end and after not in frame.capitals
    if after >= end or not word[0].isalpha() or after in frame.capitals:
        return False
    small = grammar.words["prepositions"] | grammar.words["joiners"] | grammar.words["relatives"]
    return word not in small and not grammar.is_adverb(word)


def is_complement(frame: Frame, start: int, at: int, grammar: SayingGrammar) -> bool:
    """Whether a name hangs on a preposition with nothing but titles between: "de Donald Trump", "of President Trump"."""
    place = at - 1
    while place >= start:
        word = frame.words[place]
        covered = mention_tokens(frame, place)
        if covered and frame.mentions[covered.start][0].kind in ("office", "adjective"):
            place = covered.start - 1
        elif (
            word in grammar.titles or word in grammar.honorifics or word == "." or word in grammar.words["determiners"]
        ):
            if word in grammar.words["possessive_prepositions"] or word in grammar.words["prepositions"]:
                return True
            place -= 1
        elif grammar.heads_last and word in grammar.words["before_titles"]:
            place -= 1
        else:
            return word in grammar.words["prepositions"]
    return False


def person_phrase(frame: Frame, start: int, end: int, persons: list[Mention], grammar: SayingGrammar) -> Phrase:
    """Return the phrase that names ``persons``: the first, and those whom "and" joins to it."""
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
    near = range(max(0, at - _TITLED), at)
    joiner = next((place for place in reversed(near) if frame.words[place] in grammar.words["joiners"]), None)
    return joiner is not None and past_titles(frame, joiner + 1, grammar) == at


def past_titles(frame: Frame, at: int, grammar: SayingGrammar) -> int:
    """The token after the determiners, titles and honorifics from ``at`` on, where the name of a person can stand."""
    start = at
    while at < len(frame) and at - start < _TITLED:
        found = frame.mentions.get(at)
        word = frame.words[at]
        if found and found[0].kind == "person":
            return at
        if found and found[0].kind in ("office", "adjective"):
            at = max(found[1], at + 1)
        elif (
            word in grammar.words["determiners"] or word in grammar.titles or word in grammar.honorifics or word == "."
        ):
            at += 1
        else:
            break
    return at


def _gender_of_words(frame: Frame, start: int, end: int, grammar: SayingGrammar) -> str | None:
    if frame.word(start) in grammar.words["female_determiners"]:
        return "female"
    genders = {grammar.titles.get(word) for word in frame.words[start:end]} - {None}
    return genders.pop() if len(genders) == 1 else None


def _described(frame: Frame, start: int, end: int, grammar: SayingGrammar) -> Phrase:
    if _joins_two(frame, start, end, grammar):
        return Phrase(start=start, end=end, span=frame.stretch(start, end), kind="description", head="", plural=True)
    tails = grammar.words["phrase_tails"]
    end = next((at for at in range(start + 1, end) if frame.words[at] in tails), end)
    if end - start > 1 and frame.words[end - 1] in grammar.words["prepositions"]:
        end -= 1
    first = frame.words[start]
    has_determiner = first in grammar.words["determiners"] and start not in frame.mentions
    inside = start + 1 if has_determiner and end > start + 1 else start
    inside += has_determiner and frame.words[inside] in grammar.words["possessive_prepositions"] and inside + 1 < end
    head = _head(frame, inside, end, grammar)
    mention, covers = _mention_at_head(frame, inside, head, end)
    word = frame.words[head]
    is_many = first in grammar.words["plural_determiners"] - grammar.words["demonstratives"]  # "les derniers chiffres"
    if word in grammar.anaphors and head - start <= 1 and not is_many:
        return replace(read_pronoun(frame, head, grammar), gender=_sex(grammar.anaphors[word]))
    kind: PhraseKind = "description"
    if mention is not None and covers:
        kind = "office" if mention.kind == "office" else "actor"
        end = _before_verb(frame, frame.mentions[mention_tokens(frame, head).start][1], end, grammar)
    known = word in grammar.titles or word in grammar.words["speaker_nouns"] or is_proper(frame, head, grammar)
    known |= word in grammar.words["absolute_subjects"] or (
        word in grammar.words["epithet_nouns"] and not grammar.heads_last
    )
    known |= word.endswith(tuple(grammar.words["age_endings"]))
    return Phrase(
        start=start,
        end=end,
        span=frame.stretch(start, end),
        kind=kind,
        head=word,
        mention=mention if covers else None,
        gender=_gender_of(first, word, grammar) or _gender_of_adjective(frame, head, end, grammar),
        plural=_is_plural(first, word, grammar) or grammar.object_pronouns.get(frame.words[end - 1]) == "plural",
        is_indefinite=has_determiner and first in grammar.words["indefinite_determiners"],
        is_demonstrative=first in grammar.words["demonstratives"],
        is_plausible=known or kind != "description",
    )


def _is_plural(first: str, head: str, grammar: SayingGrammar) -> bool:
    is_single = first in grammar.words["male_determiners"] or first in grammar.words["female_determiners"]
    ends = head.endswith("s") and head not in grammar.titles and not is_single
    return first in grammar.words["plural_determiners"] or ends


def _before_verb(frame: Frame, after: int, end: int, grammar: SayingGrammar) -> int:
    """The end of a phrase that begins with the name of an office and its state, which only a verb can follow without a link."""
    small = grammar.words["prepositions"] | grammar.words["fillers"] | grammar.words["joiners"] | grammar.titles.keys()
    is_whole = not grammar.heads_last and after < end and frame.words[after - 1] in grammar.nations
    is_other = after in frame.mentions or after in frame.capitals or frame.word(after) in small
    return after if is_whole and not is_other and frame.words[after].isalpha() else end


def _joins_two(frame: Frame, start: int, end: int, grammar: SayingGrammar) -> bool:
    """Whether "and" joins two described persons: "le président et la ministre de l'Intérieur"."""
    determiners = grammar.words["determiners"] - grammar.words["prepositions"]
    known = grammar.titles.keys() | grammar.words["speaker_nouns"]
    return any(
        frame.words[at] in grammar.words["joiners"]
        and (
            (frame.words[at + 1] in determiners and not known.isdisjoint(frame.words[at + 2 : at + 4]))
            or (
                frame.words[at - 1] in grammar.titles
                and not grammar.titles.keys().isdisjoint(frame.words[at + 1 : at + 3])
            )
        )
        for at in range(start + 1, end - 2)
    )


def _gender_of(determiner: str, head: str, grammar: SayingGrammar) -> str | None:
    if determiner in grammar.words["female_determiners"]:
        return "female"
    if determiner in grammar.words["male_determiners"]:
        return "male"
    return grammar.titles.get(head)


def _gender_of_adjective(frame: Frame, head: int, end: int, grammar: SayingGrammar) -> str | None:
    """What the adjective right behind a noun tells of its gender: "son homologue français"."""
    word = frame.words[head + 1] if head + 1 < end else ""
    endings = ((ending, gender) for ending, gender in grammar.adjective_endings.items() if word.endswith(ending))
    return next((gender for _, gender in endings), None)


def _head(frame: Frame, start: int, end: int, grammar: SayingGrammar) -> int:
    """The head noun: the last known noun of the run before any preposition where nouns pile up, else the first known."""
    known = [
        at
        for at in range(start, min(end, start + 8))
        if (frame.words[at] in grammar.titles or frame.words[at] in grammar.words["speaker_nouns"])
        and (at == start or frame.words[at] not in grammar.anaphors)
        and not _qualifies(frame, start, at, grammar)
    ]
    stop = next((at for at in range(start, end) if frame.words[at] in grammar.words["prepositions"]), end)
    before = [at for at in known if at < stop]
    if before:
        return before[-1] if grammar.heads_last else before[0]
    return max(start, stop - 1) if grammar.heads_last else start


def _qualifies(frame: Frame, start: int, at: int, grammar: SayingGrammar) -> bool:
    """Whether a noun that is an adjective too stands behind the noun it qualifies: "la chose militaire"."""
    is_adjective = at > start and frame.words[at] in grammar.words["adjective_nouns"]
    return is_adjective and frame.words[at - 1] not in grammar.words["before_heads"]


def _mention_at_head(frame: Frame, start: int, head: int, end: int) -> tuple[Mention | None, bool]:
    """The office, institution or state that the head of the phrase is."""
    for at in range(start, min(head + 1, end)):
        found = frame.mentions.get(at)
        if found and at <= head < found[1] and found[0].kind != "adjective":
            return found[0], found[0].kind == "office" or found[0].kind in _ACTORS
    return None, False
