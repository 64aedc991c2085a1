"""Who is mentioned where: the pact's actors by gazetteer, and persons by any capitalised name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import cache

from ahocorasick_rs import AhoCorasick, MatchKind

from quotepart.extraction.languages.language import Language
from quotepart.extraction.names.person_grammar import PersonGrammar, compile_persons
from quotepart.extraction.names.persons import find_persons
from quotepart.extraction.names.titles import TitleGrammar, compile_titles, find_title
from quotepart.extraction.text.fold import fold
from quotepart.extraction.text.prepared import Mention, MentionKind, Prepared
from quotepart.extraction.text.whole_words import whole_words
from quotepart.model.dates import day_after, first_day
from quotepart.model.frozen import dataclass
from quotepart.model.pact import ActorNames, Epithet, Names, Pact
from quotepart.model.span import Span

_SHORT = 3
_CAPITALISED: frozenset[MentionKind] = frozenset(("member", "state", "institution", "demonym", "person"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Sense:
    """What one phrase of the gazetteer stands for, and from when until when (the end left out).

    One that ``needs_support`` counts only where it is definite and the document names its target in other words too.
    """

    kind: MentionKind
    name: str
    actors: tuple[str, ...] = ()
    office: str | None = None
    person_id: str | None = None
    role: str | None = None
    first: date = date.min
    until: date = date.max
    needs_support: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class NamesGrammar:
    """The gazetteer of a pact in a language, compiled: an automaton over its phrases, and how persons look."""

    automaton: AhoCorasick
    senses: tuple[tuple[Sense, ...], ...]
    acronyms: dict[str, tuple[Sense, ...]]
    links_before: tuple[str, ...]
    links_after: tuple[str, ...]
    definite: tuple[str, ...]
    titles: TitleGrammar
    known_as: Mapping[str, frozenset[str]]
    persons: PersonGrammar


def compile_names(language: Language, pact: Pact) -> NamesGrammar:
    """Return the grammar of the actors that ``pact`` names in ``language``."""
    names = pact.names.get(language.code) or Names(lang=language.code)
    people = language.tables.get("people", {})
    articles = tuple(people.get("articles", ()))
    phrases: dict[str, list[Sense]] = {}
    for phrase, sense in _all_senses(names, pact):
        known = phrases.setdefault(_bare(fold(phrase), articles), [])
        if sense not in known:
            known.append(sense)
    long = sorted(phrase for phrase in phrases if len(phrase) > _SHORT)
    return NamesGrammar(
        automaton=AhoCorasick(long or ["\x00\x00"], matchkind=MatchKind.LeftmostLongest),
        senses=tuple(tuple(phrases[phrase]) for phrase in long),
        acronyms={phrase: tuple(senses) for phrase, senses in phrases.items() if len(phrase) <= _SHORT},
        links_before=tuple(people.get("links_before", ())),
        links_after=tuple(people.get("links_after", ())),
        definite=tuple(people.get("definite", ())),
        titles=compile_titles(names, tuple(people.get("split_titles", ()))),
        known_as=_known_as(pact),
        persons=compile_persons(language, pact),
    )


def find_mentions(prepared: Prepared, grammar: NamesGrammar) -> tuple[Mention, ...]:
    """Return every mention of an actor in text order, none overlapping another."""
    is_named = _names_in(prepared.folded, grammar)
    found = list(_gazetteer_hits(prepared, grammar, is_named))
    found += _acronym_hits(prepared, grammar)
    found += _parted_titles(prepared, found, grammar)
    found = _supported(prepared.folded, found, grammar, is_named)
    found = _without_overlaps(found)
    joined = _join_roles(prepared.folded, found, grammar)
    return tuple(find_persons(prepared, [mention for mention, _ in joined], grammar.persons))


def _all_senses(names: Names, pact: Pact) -> Iterator[tuple[str, Sense]]:
    for actor in names.actors.values():
        yield from _actor_senses(actor, "member" if actor.id in pact.members else "state")
    for actor in names.institutions.values():
        yield from _actor_senses(actor, "institution")
    for group, phrases in names.groups.items():
        for form in phrases:
            yield form, Sense(kind="group", name=form, actors=(group,))
    for office, titles in names.offices.items():
        for title in titles:
            yield title, Sense(kind="office", name=title, office=office, actors=_spoken_for(office))
    for role, owners in names.roles.items():
        for title in (title for titles in owners.values() for title in titles):
            yield title, Sense(kind="office", name=title, role=role)
    ids = {holding.holder: holding.wikidata for holding in pact.holdings if holding.wikidata}
    for epithet in names.epithets:
        yield from _epithet_senses(epithet, ids)
    for holding in pact.holdings:
        yield holding.holder, Sense(kind="person", name=holding.holder, person_id=holding.wikidata)


def _bare(phrase: str, articles: tuple[str, ...]) -> str:
    """The phrase without its article, which the text may put otherwise."""
    return next((phrase.removeprefix(article) for article in articles if phrase.startswith(article)), phrase)


def _actor_senses(actor: ActorNames, kind: MentionKind) -> Iterator[tuple[str, Sense]]:
    named = Sense(kind=kind, name=actor.name, actors=(actor.id,))
    for form in (actor.name, *actor.forms):
        yield form, named
    for adjective in actor.adjectives:
        yield adjective, replace(named, kind="adjective", name=adjective)
    for demonym in actor.demonyms:
        yield demonym, replace(named, kind="demonym", name=demonym)
    for seat in (*filter(None, [actor.capital]), *actor.seats):
        yield seat, replace(named, kind="institution", name=seat)


def _epithet_senses(epithet: Epithet, ids: Mapping[str, str]) -> Iterator[tuple[str, Sense]]:
    """The sense of a description; a person is given by the Wikidata id where it is known, else by the full name."""
    if epithet.kind == "ambiguous":
        return
    first = first_day(epithet.start) if epithet.start else date.min
    until = day_after(epithet.end) if epithet.end else date.max
    if epithet.kind == "office":
        sense = Sense(kind="office", name=epithet.phrase, office=epithet.target, actors=_spoken_for(epithet.target))
    elif epithet.kind == "person":
        sense = Sense(kind="office", name=epithet.phrase, person_id=ids.get(epithet.target, epithet.target))
    else:
        sense = Sense(kind=epithet.kind, name=epithet.phrase, actors=(epithet.target,))
    yield epithet.phrase, replace(sense, first=first, until=until, needs_support=epithet.is_ambiguous)


def _spoken_for(office: str) -> tuple[str, ...]:
    """Whom the holder of an office speaks for: the part of its id before the stop."""
    return (office.partition(".")[0],)


Hit = tuple[Mention, Sense]
Named = Callable[[str], bool]


def _gazetteer_hits(prepared: Prepared, grammar: NamesGrammar, is_named: Named) -> Iterator[Hit]:
    matching, text = prepared.folded.replace("\n", " "), prepared.text
    for index, start, end in whole_words(grammar.automaton, matching):
        senses = grammar.senses[index]
        sense = _person_meant(senses, start, prepared, grammar, is_named) or _choose(senses, text[start:end], prepared)
        if sense is not None:
            yield _mention(start, end, sense), sense


def _parted_titles(prepared: Prepared, hits: list[Hit], grammar: NamesGrammar) -> list[Hit]:
    """Titles with the state's adjective inside them, as in "ministre allemand de la Défense"."""
    matching, found = prepared.folded.replace("\n", " "), []
    for mention, sense in hits:
        parted = (
            find_title(matching, mention.span, sense.actors[0], grammar.titles) if sense.kind == "adjective" else None
        )
        if parted:
            span, office = parted
            title = Sense(kind="office", name=span.cut(prepared.text), office=office, actors=sense.actors)
            found.append((_mention(span.start, span.end, title), title))
    return found


def _acronym_hits(prepared: Prepared, grammar: NamesGrammar) -> Iterator[Hit]:
    for start, end in grammar.persons.find_acronyms(prepared.text):
        senses = grammar.acronyms.get(prepared.folded[start:end])
        if senses:
            yield _mention(start, end, senses[0]), senses[0]


def _person_meant(
    senses: tuple[Sense, ...], start: int, prepared: Prepared, grammar: NamesGrammar, is_named: Named
) -> Sense | None:
    """The person whom an otherwise common word means here: "le Norvégien" where the document names him, and in his time."""
    if len(senses) == 1 or not _is_definite(prepared.folded, start, grammar):
        return None
    day = prepared.published.latest if prepared.published else None
    timely = (sense for sense in senses if day is None or sense.first <= day < sense.until)
    return next((sense for sense in timely if sense.person_id and is_named(sense.person_id)), None)


def _is_definite(folded: str, start: int, grammar: NamesGrammar) -> bool:
    return folded[max(0, start - 8) : start].endswith(grammar.definite)


def _known_as(pact: Pact) -> dict[str, frozenset[str]]:
    """By office, and by the person's Wikidata id or full name, what the holders are called."""
    called: dict[str, set[str]] = {}
    for holding in pact.holdings:
        names = {fold(name) for name in (holding.holder, *holding.aliases)}
        for key in (holding.office, holding.wikidata or holding.holder, holding.holder):
            called.setdefault(key, set()).update(names)
    return {key: frozenset(names) for key, names in called.items()}


def _supported(folded: str, hits: list[Hit], grammar: NamesGrammar, is_named: Named) -> list[Hit]:
    """Drop the ambiguous descriptions that are not definite, or whose target the document does not name in other words."""
    named = {sense.actors for _, sense in hits if not sense.needs_support}

    def stands(mention: Mention, sense: Sense) -> bool:
        key = sense.person_id or sense.office
        is_known = is_named(key) if key else sense.actors in named
        return is_known and _is_definite(folded, mention.span.start, grammar)

    return [(mention, sense) for mention, sense in hits if not sense.needs_support or stands(mention, sense)]


def _names_in(folded: str, grammar: NamesGrammar) -> Named:
    """Return whether the document calls the holder of an office, or a person, by any of the names known; asked once each."""

    @cache
    def is_named(key: str) -> bool:
        return any(_has_word(folded, name) for name in grammar.known_as.get(key, ()))

    return is_named


def _has_word(folded: str, word: str) -> bool:
    at = folded.find(word)
    while at >= 0:
        end = at + len(word)
        if not (at and folded[at - 1].isalnum()) and not (end < len(folded) and folded[end].isalnum()):
            return True
        at = folded.find(word, end)
    return False


def _choose(senses: tuple[Sense, ...], written: str, prepared: Prepared) -> Sense | None:
    """The sense that the capital and the date allow; a small letter is no name of a state."""
    has_capital = written != written.lower()
    fitting = [sense for sense in senses if has_capital or sense.kind not in _CAPITALISED]
    if len(fitting) > 1 and has_capital:
        fitting = [sense for sense in fitting if sense.kind != "adjective"] or fitting
    if prepared.published is not None and len(fitting) > 1:
        day = prepared.published.latest
        fitting = [sense for sense in fitting if sense.first <= day < sense.until] or fitting
    return fitting[0] if fitting else None


def _mention(start: int, end: int, sense: Sense) -> Mention:
    return Mention(
        span=Span(start, end),
        kind=sense.kind,
        name=sense.name,
        actors=sense.actors,
        office=sense.office,
        person_id=sense.person_id,
    )


def _without_overlaps(hits: Iterable[Hit]) -> list[Hit]:
    kept: list[Hit] = []
    for hit in sorted(hits, key=lambda hit: (hit[0].span.start, -hit[0].span.end)):
        if not kept or kept[-1][0].span.end <= hit[0].span.start:
            kept.append(hit)
    return kept


def _join_roles(folded: str, hits: list[Hit], grammar: NamesGrammar) -> list[Hit]:
    """Give a bare title the member beside it: "président turc", "ministre de la Défense du Canada", "Turkey's president"."""
    joined: list[Hit] = []
    for mention, sense in hits:
        previous = joined[-1] if joined else None
        whole = _join(folded, previous, (mention, sense), grammar) if previous else None
        if whole:
            joined[-1] = whole
        else:
            joined.append((mention, sense))
    return joined


def _join(folded: str, left: Hit, right: Hit, grammar: NamesGrammar) -> Hit | None:
    between = folded[left[0].span.end : right[0].span.start]
    if len(between) > 8:
        return None
    if left[1].role and right[0].actors and between in grammar.links_after and right[0].kind != "office":
        title, owner = left, right
    elif right[1].role and left[0].actors and between in grammar.links_before and left[0].kind != "office":
        title, owner = right, left
    else:
        return None
    if title[0].office:
        return None
    actors = owner[0].actors
    office = f"{actors[0]}.{title[1].role}"
    span = Span(left[0].span.start, right[0].span.end)
    return replace(title[0], span=span, office=office, actors=actors), replace(title[1], role=None)
