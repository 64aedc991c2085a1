"""Who is named in a sentence: members, groups and states, also by adjective, and whoever is left when one is taken out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from quotepart.checks.claims.claim import Actor
from quotepart.checks.claims.cues import LAYER, Cue, Cues
from quotepart.extraction.languages.find import language_of
from quotepart.extraction.names.names import NamesGrammar, compile_names, find_mentions
from quotepart.extraction.text.fold import fold
from quotepart.extraction.text.prepared import Mention, Prepared
from quotepart.model.dates import Dating
from quotepart.model.document import Document
from quotepart.model.pact import Pact

_WORD = re.compile(r"[^\W\d_]+")
_LINKED = re.compile(r"'s\b|[^\W_]+'?|[^\w\s]")
_PEOPLE = ("demonym", "adjective")
_BEHIND = 12
_BESIDE = 6  # characters between "other than" or "all" and the name: an article may stand there


class ActorFinder:
    """Finds actors in sentences of one language; ``names`` is the grammar of the pact's names, compiled where not given."""

    def __init__(self, pact: Pact, lang: str, names: NamesGrammar | None = None) -> None:
        self.pact, self.lang = pact, lang
        self._given = names
        self._last: tuple[str, tuple[Mention, ...]] = ("", ())

    @cached_property
    def names(self) -> NamesGrammar:
        """The grammar of the pact's names in the language."""
        return self._given or compile_names(language_of(self.lang), self.pact)

    @cached_property
    def adjectives(self) -> Mapping[str, str]:
        """The group that an adjective of the language stands for: the one that the pact calls by the noun beside it."""
        names = self.pact.names.get(self.lang)
        groups = names.groups if names else {}
        by_phrase = {fold(phrase): group for group, phrases in groups.items() for phrase in phrases}
        table = language_of(self.lang).tables["figures"]["ties"]["adjectives"]
        known = (
            (adjective, by_phrase.get(fold(noun))) for noun, adjectives in table.items() for adjective in adjectives
        )
        return {adjective: group for adjective, group in known if group}

    def find(self, text: str, dating: Dating, cues: Cues) -> tuple[Actor, ...]:
        """Return the actors of a sentence in order; "other than X" names the group without X where the pact has one."""
        mentions, folded = self.mentions(text, dating), fold(text)
        named = [
            Actor(id=self._army_of(actor, m, cues), start=m.span.start, end=m.span.end, kind=m.kind)
            for m in mentions
            if not self._is_place(m, folded, cues)
            for actor in m.actors
        ]
        found = sorted((*named, *self._by_adjective(folded, named)), key=lambda actor: actor.start)
        trios = zip([None, *found], found, [*found[1:], None], strict=False)
        narrowed = (actor for before, actor, behind in trios if not self._is_narrowed(before, actor, behind, folded))
        return tuple(self._left_by(actor, cues) for actor in narrowed)

    def mentions(self, text: str, dating: Dating) -> tuple[Mention, ...]:
        """Return every name of the pact's gazetteer, office and person in a sentence, in order; the last sentence's are kept."""
        key = f"{dating.date} {text}"
        if self._last[0] != key:
            self._last = (key, self._mentions(text, dating))
        return self._last[1]

    def _mentions(self, text: str, dating: Dating) -> tuple[Mention, ...]:
        prepared = Prepared(
            document=Document(id="", text=text, sha256=""),
            language=language_of(self.lang),
            pact=self.pact,
            folded=fold(text),
            sentences=(),
            paragraphs=(),
            published=dating,
        )
        return find_mentions(prepared, self.names)

    def _army_of(self, actor: str, mention: Mention, cues: Cues) -> str:
        """The state whose army a name of forces stands for: "the Syldavian army"; anything else is itself."""
        names = self.pact.names.get(self.lang)
        institution = names.institutions.get(actor) if names else None
        is_army = institution is not None and cues.within(mention.span.start, mention.span.end).has("forces")
        return institution.of if institution and institution.of and is_army else actor

    def _is_narrowed(self, before: Actor | None, actor: Actor, behind: Actor | None, folded: str) -> bool:
        """Whether the name of all is narrowed to a part by a name beside it: "allies in Europe", "EU members of the pact"."""
        if actor.id != self.pact.conventions.whole:
            return False
        if behind is not None and self._is_part(behind):
            between = folded[actor.end : behind.start].split()
            if len(between) == 1 and between[0] in self.links:
                return True
        if before is None or not self._is_part(before):
            return False
        return all(word in self.links for word in _LINKED.findall(folded[before.end : actor.start]))

    def _is_part(self, actor: Actor) -> bool:
        """Whether it is a group other than the whole pact."""
        return actor.id in self.pact.groups and actor.id != self.pact.conventions.whole

    @cached_property
    def links(self) -> frozenset[str]:
        """The words that put a part behind the whole: "in", "of"."""
        return frozenset(language_of(self.lang).tables[LAYER]["links"])

    @cached_property
    def capitals(self) -> frozenset[str]:
        """The capitals of all actors, folded: places first, and governments only where they act."""
        names = self.pact.names.get(self.lang)
        actors = names.actors.values() if names else ()
        own = {fold(form) for actor in actors for form in (actor.name, *actor.forms)}
        return frozenset(fold(actor.capital) for actor in actors if actor.capital) - own

    def _is_place(self, mention: Mention, folded: str, cues: Cues) -> bool:
        """Whether a capital stands for itself: nothing right behind it says that its government spends or reaches."""
        if folded[mention.span.start : mention.span.end] not in self.capitals:
            return False
        if folded[mention.span.end : mention.span.end + 2] == "'s" and cues.has("spends", "spending_of", "outlays"):
            return False
        if any(0 <= mention.span.start - cue.end <= 1 for cue in cues.of("by")):
            return False
        return not any(0 <= cue.start - mention.span.end <= _BEHIND for cue in cues.of("spends", "met"))

    def _by_adjective(self, folded: str, named: Sequence[Actor]) -> Iterator[Actor]:
        """Yield the groups that an adjective stands for, outside of names: "dépenses européennes"."""
        for found in _WORD.finditer(folded):
            known = self.adjectives.get(found[0])
            if known and not any(actor.start <= found.start() < actor.end for actor in named):
                yield Actor(id=known, start=found.start(), end=found.end(), kind="adjective")

    def _left_by(self, actor: Actor, cues: Cues) -> Actor:
        if not is_behind(actor, cues, "except"):
            return actor
        without = (group.id for group in self.pact.groups.values() if group.without == {actor.id} and not group.since)
        left = next(without, None)
        return Actor(id=left, start=actor.start, end=actor.end, instead_of=actor.id) if left else actor


def is_behind(actor: Actor, cues: Cues, kind: str) -> bool:
    """Whether a cue of ``kind`` stands right before the name."""
    return any(0 <= actor.start - cue.end <= _BESIDE for cue in cues.of(kind))


def _is_one_who_spends(actor: Actor, cues: Cues) -> bool:
    """Whether one of a people spends: "a Norwegian pays", not "a Norwegian budget"."""
    return is_behind(actor, cues, "one_person") and any(0 <= cue.start - actor.end <= 1 for cue in cues.of("spends"))


def without_named(cues: Cues, actors: Sequence[Actor]) -> Cues:
    """Return the cues without a "we" that is but the name of a state: "US"."""
    places = {(actor.start, actor.end) for actor in actors}
    hits = tuple(cue for cue in cues.hits if cue.kind != "we" or (cue.start, cue.end) not in places)
    return Cues(cues.text, hits, frozenset(cue.kind for cue in hits))


def with_quantity(cues: Cues, actors: Sequence[Actor], whole: str) -> Cues:
    """Return the cues with "all" or "none" where the words give all members, or no member, of the whole pact.

    "Each" or "the average" before a people says per head, and so does "a Norwegian pays".
    """
    added = [
        Cue(actor.start, actor.end, quantity)
        for actor in actors
        if actor.id == whole
        for kind, quantity in (("every", "all"), ("no", "none"))
        if is_behind(actor, cues, kind)
    ]
    added += [
        Cue(actor.start, actor.end, "per_head")
        for actor in actors
        if actor.kind in _PEOPLE and (is_behind(actor, cues, "each_person") or _is_one_who_spends(actor, cues))
    ]
    return cues.plus(*added) if added else cues
