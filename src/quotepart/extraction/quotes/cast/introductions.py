"""Who is named beside which title: "la ministre syldave Irena Sporsz", "Irena Sporsz, ministre de la Défense"."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from quotepart.extraction.quotes.nouns import is_held_by_others
from quotepart.extraction.quotes.saying import SayingGrammar
from quotepart.extraction.text.fold import fold
from quotepart.extraction.text.prepared import Mention, Prepared
from quotepart.model.frozen import dataclass
from quotepart.model.pact import Holding

_WORDS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_STOPPED = re.compile(r"([^\W\d_]+)\.")
_PARTY = re.compile(r" \((\w{2,8})\)")
_WINDOW = 90
_ENOUGH = 4
_COMPLEMENT = 24  # characters before a name in which the preposition of its title stands
_BYLINE, _LONGEST_BYLINE = 4, 120  # words and characters of a byline before its name
_FORMER = "ex "
_LINKS = frozenset((",", "", "(", ":", "-", "–", "—"))


@dataclass(frozen=True, slots=True)
class Introduction:
    """A person beside a title: the title's words, its head nouns, where, and the office when the gazetteer knows it."""

    person: Mention
    words: frozenset[str]
    at: int
    office: str | None = None
    heads: frozenset[str] = frozenset()


def content_of(folded: str, grammar: SayingGrammar) -> frozenset[str]:
    """Return the words of a title that tell something; a state's name and its adjectives are one word."""
    small = grammar.words["determiners"] | grammar.words["prepositions"] | grammar.words["fillers"]
    words = [
        part
        for word in _WORDS.findall(former(folded, grammar).replace("'", " "))
        for part in grammar.spelled_out.get(word, word).split()
    ]
    return frozenset(grammar.nations.get(word, word) for word in words if word not in small and len(word) > 1)


def former(folded: str, grammar: SayingGrammar) -> str:
    """Return a title with one word for whoever held it before: "ex-ministre" and "ancienne ministre" are the same."""
    for word in grammar.words["former"]:
        folded = folded.replace(word, _FORMER)
    return folded


def states_in(words: frozenset[str]) -> frozenset[str]:
    """Return the states among the words of a title, which stand there as their ids."""
    return frozenset(word for word in words if word.isupper())


def find_introductions(prepared: Prepared, grammar: SayingGrammar) -> Iterator[Introduction]:
    """Yield every person named beside a title: "la ministre syldave Irena Sporsz", "Irena Sporsz, ministre de la Défense"."""
    mentions = prepared.mentions
    seen: Counter[str] = Counter()
    for index, mention in enumerate(mentions):
        if mention.kind == "person" and seen[mention.name] < _ENOUGH:
            seen[mention.name] += 1
            yield from _beside(prepared, index, grammar)


def is_byline(person: Mention, prepared: Prepared, grammar: SayingGrammar) -> bool:
    """Return whether a line only says who wrote what follows: "By Ida Sporsz"."""
    folded, start = prepared.folded, person.span.start
    head = max(0, start - _LONGEST_BYLINE)
    line = folded.rfind("\n", head, start) + 1
    opening = folded[line:start].split() if line or not head else ()
    return 0 < len(opening) <= _BYLINE and opening[0] in grammar.words["agents"]


def is_titled_otherwise(
    person: Mention, introductions: Iterable[Introduction], prepared: Prepared, grammar: SayingGrammar
) -> bool:
    """Return whether a person named in a complement is none of those to whom ``introductions`` give their title."""
    start = person.span.start
    lead = prepared.folded[max(0, start - _COMPLEMENT) : start].rstrip()
    title = next((each for each in grammar.titles if " " in each and lead.endswith(f" {each}")), "")
    before = lead.removesuffix(title).replace("'", " ").split()[-2:]  # "Chief of Staff Jan Krolt" is no complement
    sources = {words[0] for words, _ in grammar.sources}
    is_complement = not (grammar.words["prepositions"] - sources).isdisjoint(before)
    return is_complement and all(each.person.name != person.name for each in introductions)


def is_owner(person: Mention, prepared: Prepared) -> bool:
    """Return whether a name only says whose something is: "Kalv's threat"."""
    return prepared.folded.startswith("'s", person.span.end)


def hangs_on_preposition(person: Mention, prepared: Prepared, grammar: SayingGrammar) -> bool:
    """Return whether a preposition stands before a name, titles between them left out: "delivered to President Sporsz"."""
    start = person.span.start
    before = prepared.folded[max(0, start - _COMPLEMENT) : start].replace("'", " ").split()
    while before and before[-1] in grammar.titles:
        before.pop()
    return bool(before) and before[-1] in grammar.words["prepositions"]


def titles_held(
    prepared: Prepared,
    persons: Mapping[str, Mention],
    holders: Mapping[str, Sequence[Holding]],
    grammar: SayingGrammar,
) -> Iterator[Introduction]:
    """Yield the titles of the offices that persons are known to hold on the day, though the document need not say so.

    ``persons`` and ``holders`` give a person's first mention and holdings by name.
    """
    published = prepared.published
    names = prepared.pact.names.get(grammar.code)
    for name, holdings in holders.items():
        for holding in holdings if names else ():
            if published is not None and not holding.first <= published.latest < holding.until:
                continue
            owner, _, role = holding.office.partition(".")
            titles = names.roles.get(role, {}) if names else {}
            actor = names.actors.get(owner) if names else None
            own = content_of(fold(" ".join((actor.name, *actor.adjectives)) if actor else ""), grammar)
            for title in (
                *(names.offices.get(holding.office, ()) if names else ()),
                *titles.get("any", ()),
                *titles.get(owner, ()),
            ):
                words = content_of(fold(title), grammar) | own
                yield Introduction(persons[name], words, persons[name].span.start, holding.office)


def _beside(prepared: Prepared, index: int, grammar: SayingGrammar) -> Iterator[Introduction]:
    folded, mentions = prepared.folded, prepared.mentions
    person = mentions[index]
    others = [each.span.end for each in mentions[max(0, index - 5) : index] if each.kind == "person"]
    left = max(0, person.span.start - _WINDOW, *others[-1:])
    lead = folded[left : person.span.start] + _honorific(person.span.cut(folded), grammar)
    before = re.split(r"[.;:!?«»“”\n()–—]|\s-|--", _unstopped(lead, grammar))[-1]
    after = re.split(r"[.;:!?«»“”\n]", folded[person.span.end : person.span.end + _WINDOW])[0]
    office_before = _office_beside(folded, mentions[index - 1] if index else None, person)
    office_after = _office_beside(folded, person, mentions[index + 1] if index + 1 < len(mentions) else None)
    title = _title_in(before.rstrip(" ,").rsplit(",", 1)[-1], grammar, from_end=True)
    inner = _inner_title(title, grammar)
    if inner and office_before and is_held_by_others(office_before, person, grammar):
        inner, office_before, title = [], None, title[: -len(inner)]
    if inner and not before.rstrip().endswith(","):
        title = inner
    elif title and _is_owner(before, grammar):
        title = _titles_at_end(before, grammar)
    if title or office_before:
        party = _PARTY.match(prepared.text, person.span.end)
        yield _introduction(person, [*title, *([fold(party[1])] if party and title else [])], office_before, grammar)
    copula = next((each for each in grammar.copulas if after.startswith(f" {each} ")), None)
    if copula or after.startswith((",", " (")):
        rest = after[len(copula) + 2 :] if copula else after.lstrip(" ,(")
        beside = rest.split(",", 1)[0].split(")", 1)[0]
        title = _title_in(beside, grammar, from_end=False)
        opening = next(iter(beside.split()), "")
        is_other = opening in grammar.words["coordinators"]
        is_bare = not grammar.heads_last and opening in grammar.titles
        if (title or office_after) and not is_other and (copula or is_bare or not _has_own_verb(beside, grammar)):
            yield _introduction(person, title, office_after, grammar)


def _honorific(written: str, grammar: SayingGrammar) -> str:
    """The honorifics that open a name as it is written."""
    words = itertools.takewhile(lambda word: word.rstrip(".") in grammar.honorifics, written.split())
    return "".join(f"{word} " for word in words)


def _unstopped(words: str, grammar: SayingGrammar) -> str:
    """Words without the full stops of shortened titles: "sen. ida sporsz"."""
    return _STOPPED.sub(lambda found: found[1] if found[1] in grammar.honorifics else found[0], words)


def _introduction(person: Mention, title: list[str], office: str | None, grammar: SayingGrammar) -> Introduction:
    """A person with the words of a title; its heads are the titles in it that hang on no preposition."""
    prepositions = grammar.words["prepositions"]
    known = grammar.titles.keys() | grammar.words["speaker_nouns"]
    first = next((at for at, word in enumerate(title) if word in known), 0)
    after = (at for at in range(first, len(title)) if title[at] in prepositions or f"{title[at]}'" in prepositions)
    heads = frozenset(title[: next(after, len(title))])
    return Introduction(person, content_of(" ".join(title), grammar), person.span.start, office, heads)


def _has_own_verb(beside: str, grammar: SayingGrammar) -> bool:
    """Whether words behind a name and a comma go on to a verb, so that they are a subject: "With Vlasz, the minister has …"."""
    words = beside.replace("'", "' ").split()
    closing = (
        at for at, word in enumerate(words) if word in grammar.words["relatives"] | grammar.words["complementizers"]
    )
    verbs = grammar.words["auxiliaries"] | grammar.words["auxiliaries_of_being"] | grammar.words["verbs_of_being"]
    verbs = (verbs | grammar.words["finite_hints"]) - grammar.words["clitics"]
    inner = words[1 : next(closing, len(words))]
    return not verbs.isdisjoint(inner) or any(_is_said(word, grammar) for word in inner)


def _inner_title(title: list[str], grammar: SayingGrammar) -> list[str]:
    """The title that hangs on another and is a person's too: "conseiller du président syldave" gives "président syldave"."""
    owned = grammar.words["possessive_prepositions"]
    places = [at for at, word in enumerate(title) if word in grammar.titles]
    if len(places) < 2:
        return []
    last = places[-1]
    before = title[:last]
    while before and before[-1] in grammar.words["determiners"] - owned:
        before.pop()
    return title[last:] if before and before[-1] in owned else []


def _is_owner(before: str, grammar: SayingGrammar) -> bool:
    """Whether a name stands in a complement: "le porte-parole de " before it."""
    words = before.replace("'", "' ").split()
    words = words[: len(words) - len(_titles_at_end(before, grammar))]
    return bool(words) and words[-1] in grammar.words["prepositions"] and not before.rstrip().endswith(",")


def _titles_at_end(before: str, grammar: SayingGrammar) -> list[str]:
    """The titles and honorifics right before a name: "du président " gives "président"."""
    words = before.replace("'", "' ").split()
    at = len(words)
    while at and (words[at - 1] in grammar.titles or words[at - 1] in grammar.honorifics):
        at -= 1
    return words[at:]


def _title_in(words: str, grammar: SayingGrammar, *, from_end: bool) -> list[str]:
    """The words of a phrase from its title on, none when there is no title near the name."""
    tokens = [
        part
        for word in _WORDS.findall(words.replace("'", "' "))
        for part in grammar.spelled_out.get(word, word).split()
    ]
    if from_end:
        tokens = tokens[_last_phrase(tokens, grammar) :]
    known = grammar.titles.keys() | grammar.words["speaker_nouns"]
    places = [place for place, token in enumerate(tokens) if token in known]
    if not places or (not from_end and places[0] > 4):
        return []
    if from_end and not _is_close(tokens[places[-1] + 1 :], grammar):
        return []
    start = max(0, places[0] - 2)
    return tokens[start : start + 12]


def _last_phrase(tokens: list[str], grammar: SayingGrammar) -> int:
    """Where the last noun phrase of some words begins: behind a verb, or at an article that hangs on no preposition."""
    words = grammar.words
    for at in range(len(tokens) - 1, -1, -1):
        token = tokens[at]
        if token in words["auxiliaries"] or token in words["auxiliaries_of_being"] or _is_said(token, grammar):
            return at + 1
        is_article = token in words["determiners"] and token not in words["prepositions"]
        if at and is_article and tokens[at - 1] not in words["prepositions"]:
            return at
    return 0


def _is_said(word: str, grammar: SayingGrammar) -> bool:
    """Whether a word parts a title from one before it, as a verb of saying does: "a general told minister Ida Sporsz"."""
    return word in grammar.forms and word not in grammar.words["noun_like"] and word not in grammar.titles


def _is_close(between: list[str], grammar: SayingGrammar) -> bool:
    """Whether the words between a title and a name can be a part of the title."""
    words = grammar.words
    broken = words["boundaries"] | words["relatives"] | words["auxiliaries"] | words["auxiliaries_of_being"]
    says = any(word in grammar.forms for word in between)
    return len(between) <= 9 and not says and not broken.intersection(between)


def _office_beside(folded: str, left: Mention | None, right: Mention | None) -> str | None:
    """The office of the one mention that stands right beside the other, which is a person."""
    if left is None or right is None or right.span.start - left.span.end > 8:
        return None
    between = re.sub(r"\b(le|la|l'|the)\b", "", folded[left.span.end : right.span.start]).strip()
    office = left.office if left.kind == "office" else right.office if right.kind == "office" else None
    return office if between in _LINKS else None
