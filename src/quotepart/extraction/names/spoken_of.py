"""Whom a text speaks of without saying so again: the party it named last, and where the persons it names come from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise

from quotepart.extraction.languages.language import Language
from quotepart.extraction.text.prepared import Mention
from quotepart.model.frozen import dataclass

_PARTIES = frozenset(("member", "group"))
_OF_STATES = frozenset(("adjective", "member", "office"))
_BESIDE = 48  # characters between a state's adjective and the person it is said of
_LEAST, _MOST_OF = 3, 0.75  # mentions of one state by which a text is about it, and their share of all
_TWICE, _HALF_OF = 2, 0.5  # the same for the state that goes without saying where nobody else is spoken of
_WIDEST = 14  # characters of the longest words before a place


@dataclass(frozen=True, slots=True, kw_only=True)
class SpokenOfGrammar:
    """What stands before a name that only says where, or only belongs to a noun; made by ``compile_spoken_of``."""

    places: tuple[str, ...]
    sites: tuple[str, ...]
    owners: tuple[str, ...]


def compile_spoken_of(language: Language) -> SpokenOfGrammar:
    """Return the grammar made from the language's table ``figures``."""
    ties = language.tables["figures"]["ties"]
    return SpokenOfGrammar(places=tuple(ties["places"]), sites=tuple(ties["sites"]), owners=tuple(ties["owners"]))


def is_place(folded: str, mention: Mention, grammar: SpokenOfGrammar) -> bool:
    """Return whether a name only says where something is or was: "in The Hague", "au sommet de Varsovie"."""
    start = mention.span.start
    return (" " + folded[max(0, start - _WIDEST) : start]).endswith(grammar.places)


def is_site(folded: str, mention: Mention, grammar: SpokenOfGrammar) -> bool:
    """Return whether what a group's name says is where something stands: "along the eastern flank"."""
    start = mention.span.start
    return (" " + folded[max(0, start - _WIDEST) : start]).endswith(grammar.sites)


def last_subject(folded: str, mentions: Sequence[Mention], after: int, grammar: SpokenOfGrammar) -> tuple[str, ...]:
    """Return whom the last party named behind ``after`` stands for that is no place and no owner; empty if there is none."""
    for mention in reversed(mentions):
        start = mention.span.start
        if start < after:
            return ()
        before = " " + folded[max(0, start - _WIDEST) : start]
        if mention.kind in _PARTIES and mention.actors and not before.endswith((*grammar.places, *grammar.owners)):
            return mention.actors
    return ()


def last_party(folded: str, mentions: Sequence[Mention], grammar: SpokenOfGrammar) -> tuple[str, ...]:
    """Return whom the last party named stands for, places left out; empty if there is none."""
    for mention in reversed(mentions):
        if mention.kind in _PARTIES and mention.actors and not is_place(folded, mention, grammar):
            return mention.actors
    return ()


def state_counts(
    mentions: Sequence[Mention], bodies: Mapping[str, str], members: Collection[str], aside: Collection[str]
) -> Counter[str]:
    """Return how often a text speaks of each state.

    ``bodies`` give the states of bodies by their ids, capitals stand for ``members``; other bodies, persons and the actors
    ``aside`` do not count.
    """
    named = (mention for mention in mentions if mention.actors and mention.kind != "person")
    states = ((mention.kind, bodies.get(mention.actors[0], mention.actors[0])) for mention in named)
    counted = (state for kind, state in states if kind != "institution" or state in members)
    return Counter(state for state in counted if state not in aside)


def main_state(counts: Counter[str]) -> tuple[str, ...]:
    """Return the state that most of a text's mentions of states are of; empty where none stands out."""
    return _first_of(counts, _LEAST, _MOST_OF)


def topic_state(counts: Counter[str]) -> tuple[str, ...]:
    """Return the state that a text speaks of at least as often as of all others together; empty where it does of none."""
    return _first_of(counts, _TWICE, _HALF_OF)


def _first_of(counts: Counter[str], least: int, share: float) -> tuple[str, ...]:
    state, count = next(iter(counts.most_common(1)), ("", 0))
    return (state,) if count >= least and count >= share * counts.total() else ()


def origins(folded: str, mentions: Sequence[Mention]) -> Mapping[str, tuple[str, ...]]:
    """Return where persons come from, by name, as the words before their names say: "la ministre syldave Ida Sporsz"."""
    found: dict[str, tuple[str, ...]] = {}
    for one, other in pairwise(mentions):
        if other.kind != "person" or one.kind not in _OF_STATES or not one.actors:
            continue
        between = folded[one.span.end : other.span.start]
        if len(between) <= _BESIDE and not any(mark in between for mark in '.;:!?«»"()') and between.count(",") <= 1:
            found.setdefault(other.name, one.actors)
    return found
