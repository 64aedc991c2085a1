"""Whose a figure is: the members or groups that the clause gives it to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from quotepart.extraction.hedges import Stated
from quotepart.extraction.languages.language import Language
from quotepart.extraction.meaning import MEMBERS, OTHER, Meaning
from quotepart.extraction.prepared import Mention
from quotepart.extraction.scene import Actor, Scene
from quotepart.extraction.tokens import Phrasebook
from quotepart.extraction.units import COUNT, OF_GDP
from quotepart.model.pact import Pact

_FAR = 99.0
_LIKELY = 6.5  # an actor that costs more is no likelier than the one the text spoke of before
_CLEAR = 3.5  # what is neither counted by the pact nor spent belongs only to whom its own clause names


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldersGrammar:
    """How a language ties a figure to its holder, and the groups of the pact; made by ``compile_holders``.

    ``unions`` maps a group and a member beside it to the group that both make ("the European allies and Canada"); ``held``
    are the offices that persons hold, so that others ("the German government") stand for their state.
    """

    by: Phrasebook[bool]
    to: Phrasebook[bool]
    of: frozenset[str]
    ands: frozenset[str]
    articles: frozenset[str]
    skipped: frozenset[str]
    beside: frozenset[str]
    we: Phrasebook[str]
    whole: str
    members: frozenset[str]
    groups: frozenset[str]
    held: frozenset[str]
    unions: Mapping[frozenset[str], str]


def compile_holders(language: Language, pact: Pact) -> HoldersGrammar:
    """Return the grammar made from the language's table ``figures`` and the pact's groups."""
    table = language.tables["figures"]
    ties = table["ties"]
    return HoldersGrammar(
        by=Phrasebook.from_lists({True: ties["by"]}),
        to=Phrasebook.from_lists({True: ties["to"]}),
        of=frozenset(ties["of"]),
        ands=frozenset(ties["and"]),
        articles=frozenset(ties["articles"]),
        skipped=frozenset(ties["skipped"]),
        beside=frozenset(ties["beside"]),
        we=Phrasebook.from_lists({"we": table["cues"]["we"]}),
        whole=pact.conventions.whole,
        members=frozenset(pact.members),
        groups=frozenset(pact.groups),
        held=frozenset(holding.office for holding in pact.holdings),
        unions=_unions(pact),
    )


def find_holder(
    scene: Scene,
    stated: Stated,
    meaning: Meaning,
    grammar: HoldersGrammar,
    speaker: Sequence[str],
    before: Sequence[str],
) -> tuple[str, ...]:
    """Return whose a figure is, empty where nobody is named.

    ``speaker`` are the members whom the speaker of the figure speaks for, ``before`` those whom the text spoke of last.
    """
    actors = _eligible(scene.owners, stated, meaning, grammar)
    if meaning.metric == MEMBERS:
        return _counted_members(scene, stated, actors, grammar)
    found = _attached(scene, stated, meaning, actors, grammar)
    if found is None:
        cost, found = _likeliest(scene, stated, meaning, actors, grammar)
        if speaker and cost > 1 and grammar.we.find(scene.tokens.words):
            return tuple(speaker)
        if cost > (_CLEAR if meaning.metric == OTHER else _LIKELY):
            found = None
    if found is not None:
        return _union(_coordinated(scene, found, actors, grammar), grammar)
    if meaning.metric == OTHER or (meaning.unit == COUNT and not before):
        return ()
    return tuple(before) or ((grammar.whole,) if meaning.unit == OF_GDP else ())


def find_bound(
    scene: Scene, first: int, last: int, end: int, asked: bool, grammar: HoldersGrammar, speaker: Sequence[str]
) -> tuple[str, ...]:
    """Return whom a clause binds: for a demand the one it is put to, else the subject of the word that binds.

    The word stands in tokens ``first`` to ``last``, the clause ends before token ``end``.
    """
    actors = [actor for actor in scene.actors if actor.mention.actors and not _is_person(actor.mention, grammar)]
    inside = [actor for actor in actors if last <= actor.first < min(end, last + 12)]
    ahead = [actor for actor in actors if actor.last <= first and scene.apart(actor.first, first) <= 1]
    is_subject = bool(ahead) and first - ahead[-1].last <= 2
    chosen = (inside[:1] or ahead[-1:]) if asked and not is_subject else ahead[-1:]
    if chosen:
        return _union(_coordinated(scene, chosen[0], actors, grammar), grammar)
    return tuple(speaker) if grammar.we.find(scene.tokens.words) else ()


def _is_person(mention: Mention, grammar: HoldersGrammar) -> bool:
    return mention.kind == "person" or (mention.kind == "office" and mention.office in grammar.held)


def _eligible(actors: Sequence[Actor], stated: Stated, meaning: Meaning, grammar: HoldersGrammar) -> list[Actor]:
    """The actors that can hold the figure: no persons, and none that is part of a currency ("US$41bn")."""
    measured = stated.measured
    known = (actor for actor in actors if actor.mention.actors and not _is_person(actor.mention, grammar))
    if meaning.unit == COUNT:
        return list(known)
    return [actor for actor in known if actor.last <= measured.first or actor.first >= measured.last]


def _counted_members(scene: Scene, stated: Stated, actors: Sequence[Actor], grammar: HoldersGrammar) -> tuple[str, ...]:
    """The group whose members are counted: named with the noun, just before or after it, else the whole pact."""
    first, last = stated.measured.first, stated.measured.last
    groups = [actor for actor in actors if actor.mention.actors[0] in grammar.groups]
    for actor in groups:
        if actor.last > first and actor.first <= last + 3 and scene.apart(actor.first, last - 1) == 0:
            return actor.mention.actors
    for actor in groups:
        if 0 <= first - actor.last <= 2 and scene.apart(actor.first, first) == 0:
            return actor.mention.actors
    return (grammar.whole,)


def _attached(
    scene: Scene, stated: Stated, meaning: Meaning, actors: Sequence[Actor], grammar: HoldersGrammar
) -> Actor | None:
    """An actor tied to the figure itself: "quatre soldats américains", "la Pologne (4,1 %)", "… by Canada"."""
    words, measured = scene.tokens.words, stated.measured
    for actor in actors:
        if meaning.unit == COUNT and actor.last > measured.first and actor.first <= measured.last:
            return actor
        between = words[actor.last : stated.first]
        if actor.last <= stated.first and len(between) <= 2 and between[-1:] and between[-1] in grammar.beside:
            return actor
    for actor in actors:
        after = words[measured.last : actor.first]
        if actor.first < measured.last or not 1 <= len(after) <= 8 or scene.apart(actor.first, measured.last - 1) > 0:
            continue
        tie = [word for word in after if word not in grammar.articles]
        is_of_pact = actor.mention.actors[0] in grammar.members or actor.mention.actors[0] in grammar.groups
        if tie and is_of_pact and grammar.by.at(tie, len(tie) - 1) is not None:
            return actor
        if meaning.unit == COUNT and len(after) <= 3 and tie and tie[-1] in grammar.of and not scene.cues("down"):
            return actor
    return None


def _likeliest(
    scene: Scene, stated: Stated, meaning: Meaning, actors: Sequence[Actor], grammar: HoldersGrammar
) -> tuple[float, Actor | None]:
    best, least = None, _FAR
    for actor in actors:
        cost = _cost(scene, stated, meaning, actor, grammar)
        if cost < least:
            best, least = actor, cost
    return least, best


def _cost(scene: Scene, stated: Stated, meaning: Meaning, actor: Actor, grammar: HoldersGrammar) -> float:
    """How unlikely the actor is: far away, in another clause, after the figure, or one that something is done to."""
    measured = stated.measured
    apart = scene.apart(actor.first, measured.first)
    owns = _owns(scene, meaning, actor, grammar)
    if actor.last <= stated.first:
        cost = 2.2 * apart + 0.1 * (stated.first - actor.last)
    else:
        whole = 4.0 if measured.is_part or meaning.kind == "share" else 2.0
        cost = whole + (4.0 + 2.2 * apart if apart else 0) + 0.1 * (actor.first - measured.last)
    if not owns and _is_tied_away(scene, actor, meaning, grammar):
        cost += 4
    if actor.mention.actors[0] not in grammar.members and actor.mention.actors[0] not in grammar.groups:
        cost += 3 if apart or meaning.metric not in (OTHER,) else 0
    return cost - (2.5 if owns and not measured.is_part else 0) + (1 if actor.mention.kind == "institution" else 0)


def _owns(scene: Scene, meaning: Meaning, actor: Actor, grammar: HoldersGrammar) -> bool:
    """Whether the spending or budget named is the actor's: "German defence spending", "les dépenses de l'Allemagne"."""
    shown, words = meaning.shown, scene.tokens.words
    if shown is None or scene.apart(actor.first, shown.first) > 0:
        return False
    if shown.first <= actor.first and actor.last <= shown.last:
        return actor.mention.kind == "adjective"
    if actor.last <= shown.first:
        return shown.first - actor.last <= 1
    between = words[shown.last : actor.first]
    return len(between) <= 3 and (not between or any(word in grammar.of for word in between))


def _is_tied_away(scene: Scene, actor: Actor, meaning: Meaning, grammar: HoldersGrammar) -> bool:
    """Whether a word before the actor makes it something other than the subject: "face à la Russie", "wanted by Berlin"."""
    shown = meaning.shown
    if shown is not None and shown.first <= actor.first < shown.last:
        return True
    words = scene.tokens.words[max(0, actor.first - 4) : actor.first]
    while words and words[-1] in grammar.articles:
        words.pop()
    if not words:
        return False
    return grammar.to.ending_at(words, len(words)) is not None or grammar.by.ending_at(words, len(words)) is not None


def _coordinated(scene: Scene, actor: Actor, actors: Sequence[Actor], grammar: HoldersGrammar) -> list[Mention]:
    """The actor with those named in the same breath: "la Pologne, l'Estonie et la Lettonie"."""
    chain, joined = [actor], False
    index = actors.index(actor)
    for step in (-1, 1):
        at = index + step
        while 0 <= at < len(actors):
            left, right = (actors[at], chain[0]) if step < 0 else (chain[-1], actors[at])
            between = [word for word in scene.tokens.words[left.last : right.first] if word not in grammar.skipped]
            if len(between) != 1 or (between[0] != "," and between[0] not in grammar.ands):
                break
            joined = joined or between[0] in grammar.ands
            chain = [actors[at], *chain] if step < 0 else [*chain, actors[at]]
            at += step
    return [each.mention for each in chain] if joined else [actor.mention]


def _union(mentions: Iterable[Mention], grammar: HoldersGrammar) -> tuple[str, ...]:
    ids = list(dict.fromkeys(one for mention in mentions for one in mention.actors))
    whole = grammar.unions.get(frozenset(ids))
    return (whole,) if whole else tuple(ids)


def _unions(pact: Pact) -> dict[frozenset[str], str]:
    """A group that leaves out some members, and one of these, make the group that leaves out the others."""
    by_without = {group.without: group.id for group in pact.groups.values() if group.without}
    unions: dict[frozenset[str], str] = {}
    for group in pact.groups.values():
        for member in group.without:
            wider = by_without.get(group.without - {member})
            if wider:
                unions[frozenset((group.id, member))] = wider
    return unions
