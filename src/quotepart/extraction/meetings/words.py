"""The words by which a language and a pact speak of meetings, compiled."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from ahocorasick_rs import AhoCorasick, MatchKind

from quotepart.extraction.languages.language import Language
from quotepart.extraction.text.fold import fold
from quotepart.model.frozen import dataclass
from quotepart.model.pact import Names, Pact

PEERS = "peers"  # those who meet a minister are of the same office
ASPECTS = ("future", "present", "past")  # the first wins where two stand equally near

_Words = Mapping[str, Mapping[str, Sequence[str]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class OccasionGrammar:
    """The words of meetings of a language and a pact, compiled."""

    automaton: AhoCorasick
    meanings: tuple[tuple[str, str], ...]
    leads: tuple[str, ...]
    open_leads: re.Pattern[str]
    between: tuple[str, ...]
    never_after: tuple[str, ...]
    never_before: tuple[str, ...]
    determiners: frozenset[str]
    aspect_words: AhoCorasick
    aspects: tuple[int, ...]
    days: re.Pattern[str]
    numbers: Mapping[str, int]
    capitals: Mapping[str, str]
    clauses: tuple[str, ...]
    deciding: tuple[str, ...]
    eve: tuple[str, ...]
    habit: tuple[str, ...]


def compile_occasions(language: Language, pact: Pact) -> OccasionGrammar:
    """Return the grammar made from the tables ``meetings`` and ``dates`` and from the pact's meetings, cities and capitals."""
    table: _Words = language.tables.get("meetings", {})
    names = pact.names.get(language.code) or Names(lang=language.code)
    places = table.get("places", {})
    dates = language.tables.get("dates", {})
    day = "|".join(map(re.escape, dates.get("units", {}).get("day", ()))) or r"(?!)"
    capitals = dict(_capitals(places.get("capital", ()), names))
    cities = {fold(local): city for local, city in names.cities.items()}
    meanings = {phrase: ("city", cities.get(fold(capital), "")) for phrase, capital in capitals.items()}
    meanings |= _meanings(table, names, pact.conventions.whole)
    aspects = {word: ASPECTS.index(name) for name, words in dates.get("aspect", {}).items() for word in words}
    return OccasionGrammar(
        automaton=AhoCorasick(list(meanings) or ["\0"], matchkind=MatchKind.LeftmostLongest),
        meanings=tuple(meanings.values()),
        leads=tuple(places.get("leads", ())),
        open_leads=re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, places.get('open_leads', ()))) or '(?!)'}) "),
        between=tuple(table.get("joins", {}).get("between", ())),
        never_after=tuple(table.get("never", {}).get("after", ())),
        never_before=tuple(table.get("never", {}).get("before", ())),
        determiners=frozenset(table.get("determiners", {}).get("words", ())),
        aspect_words=AhoCorasick(list(aspects) or ["\0"], matchkind=MatchKind.Standard),
        aspects=tuple(aspects.values()),
        days=re.compile(rf"(?<!\w)(\w{{1,12}})[ -](?:{day})(?!\w)"),
        numbers={**dates.get("numbers", {}), **{str(count): count for count in range(1, 8)}},
        capitals=capitals,
        clauses=tuple(table.get("joins", {}).get("clauses", ())),
        deciding=tuple(table.get("joins", {}).get("deciding", ())),
        eve=tuple(dates.get("eve", ())),
        habit=tuple(table.get("never", {}).get("habit", ())),
    )


def _capitals(templates: Sequence[str], names: Names) -> Iterator[tuple[str, str]]:
    """How a capital is called by its state, "la capitale lettone", with its name."""
    for actor in names.actors.values():
        called = [("{adjective}", word) for word in actor.adjectives] + [
            ("{name}", word) for word in (actor.name, *actor.forms)
        ]
        for template in templates if actor.capital else ():
            yield from (
                (fold(template.replace(slot, word)), actor.capital or "") for slot, word in called if slot in template
            )


def _meanings(table: _Words, names: Names, whole: str) -> dict[str, tuple[str, str]]:
    """Every phrase with its role and value; a phrase named again takes its last meaning."""
    own = [fold(form) for form in names.groups.get(whole, ())]
    return dict(_each_meaning(table, names, own))


def _each_meaning(table: _Words, names: Names, own: Sequence[str]) -> Iterator[tuple[str, tuple[str, str]]]:
    none = table.get("never", {}).get("whole", ())
    for actor in names.actors.values():
        if actor.capital:
            yield fold(actor.capital), ("city", "")
    for kind, phrases in names.meetings.items():
        yield from ((fold(phrase), _meaning_of(phrase, kind, table, own)) for phrase in phrases if phrase not in none)
    for kind, people in table.get("people", {}).items():
        yield from ((phrase, ("people", kind)) for phrase in people)
    for kind, templates in table.get("people_of_pact", {}).items():
        yield from ((each.replace("{name}", name), ("people", kind)) for each in templates for name in own)
    for kind, offices in table.get("ministers", {}).items():
        yield from ((office, ("minister", kind)) for office in offices)
    for kind, nouns in table.get("heads", {}).items():
        yield from ((noun, ("head", kind)) for noun in nouns)
    for role, verbs in table.get("verbs", {}).items():
        yield from ((verb, (role, "")) for verb in verbs)
    yield from ((phrase, ("seat", "")) for phrase in table.get("places", {}).get("seat", ()))
    yield from ((fold(local), ("city", city)) for local, city in names.cities.items())


def _meaning_of(phrase: str, kind: str, table: _Words, own: Sequence[str]) -> tuple[str, str]:
    """Whether a phrase of the pact has a noun of meeting in it; one of another kind may be any meeting of the pact.

    Its value is ``pact`` where it names the pact, "réunion de l'Otan", and ``any`` where it names nothing at all.
    """
    heads, is_named, phrase = table.get("heads", {}), phrase != phrase.lower(), fold(phrase)
    if kind == "other":
        if any(name in phrase for name in own):
            return "head", "pact" if any(noun in phrase for noun in heads.get("any", ())) else kind
        return "head", kind if is_named or not any(noun in phrase for noun in heads.get("any", ())) else "any"
    nouns = (noun for nouns in heads.values() for noun in nouns)
    return ("head" if kind in ("summit", "bilateral") or any(noun in phrase for noun in nouns) else "people"), kind
