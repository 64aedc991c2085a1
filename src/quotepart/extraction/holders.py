"""Whose a figure is: the members or groups that the clause gives it to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from quotepart.extraction.hedges import Stated
from quotepart.extraction.languages.language import Language
from quotepart.extraction.meaning import Meaning
from quotepart.extraction.prepared import Mention
from quotepart.extraction.scene import Actor, Scene
from quotepart.extraction.tokens import Phrasebook
from quotepart.extraction.units import COUNT, OF_GDP
from quotepart.model.pact import Pact

_FAR = 99.0


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldersGrammar:
    """How a language ties a figure to its holder, and the groups of the pact; made by ``compile_holders``.

    ``unions`` maps a group and a member beside it to the group that both make ("the European allies and Canada").
    """

    by: Phrasebook[bool]
    to: Phrasebook[bool]
    of: frozenset[str]
    ands: frozenset[str]
    articles: frozenset[str]
    skipped: frozenset[str]
    we: Phrasebook[str]
    they: Phrasebook[str]
    whole: str
    members: frozenset[str]
    groups: frozenset[str]
    unions: dict[frozenset[str], str]


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
        we=Phrasebook.from_lists({"we": table["cues"]["we"]}),
        they=Phrasebook.from_lists({"they": table["cues"]["they"]}),
        whole=pact.conventions.whole,
        members=frozenset(pact.members),
        groups=frozenset(pact.groups),
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
    actors = [actor for actor in scene.actors if actor.mention.actors]
    if meaning.metric == "members":
        return _counted_members(scene, stated, actors, grammar)
    found = (
        _attached(scene, stated, meaning, actors, grammar)
        or _possessor(scene, meaning, actors, grammar)
        or _nearest(scene, stated, meaning, actors, grammar, speaker)
    )
    if found is not None:
        return _union(_coordinated(scene, found, actors, grammar), grammar)
    if speaker and grammar.we.find(scene.tokens.words):
        return tuple(speaker)
    if meaning.unit != COUNT and before:
        return tuple(before)
    return (grammar.whole,) if meaning.unit == OF_GDP else ()


def find_bound(
    scene: Scene, first: int, last: int, end: int, asked: bool, grammar: HoldersGrammar, speaker: Sequence[str]
) -> tuple[str, ...]:
    """Return whom a clause binds: for a demand the one it is put to, else the subject of the word that binds.

    The word stands in tokens ``first`` to ``last``, the clause ends before token ``end``.
    """
    actors = [actor for actor in scene.actors if actor.mention.actors and actor.mention.kind not in ("person", "office")]
    inside = [actor for actor in actors if last <= actor.first < min(end, last + 12)]
    ahead = [actor for actor in actors if actor.last <= first and scene.apart(actor.first, first) <= 1]
    chosen = (inside[:1] or ahead[-1:]) if asked and not _is_modal(scene, first, ahead) else ahead[-1:]
    if chosen:
        return _union(_coordinated(scene, chosen[0], actors, grammar), grammar)
    return tuple(speaker) if grammar.we.find(scene.tokens.words) else ()


def _is_modal(scene: Scene, first: int, ahead: Sequence[Actor]) -> bool:
    """Whether the actor ahead is the subject of "must": nothing but a word or two stands between."""
    return bool(ahead) and first - ahead[-1].last <= 2


def _counted_members(scene: Scene, stated: Stated, actors: Sequence[Actor], grammar: HoldersGrammar) -> tuple[str, ...]:
    """The group whose members are counted: named with the noun or just after it, else the whole pact."""
    last = stated.measured.last
    for actor in actors:
        is_group = actor.mention.kind == "group" or actor.mention.actors[0] in grammar.groups
        if (
            is_group
            and actor.last > stated.measured.first
            and actor.first <= last + 3
            and scene.apart(actor.first, last - 1) == 0
        ):
            return actor.mention.actors
    return (grammar.whole,)


def _attached(
    scene: Scene, stated: Stated, meaning: Meaning, actors: Sequence[Actor], grammar: HoldersGrammar
) -> Actor | None:
    """An actor tied to the figure itself: "quatre soldats américains", "la Pologne (4,1 %)", "… by Canada"."""
    words, measured = scene.tokens.words, stated.measured
    for actor in actors:
        if measured.first < actor.last and actor.first <= measured.last and actor.last >= measured.first:
            if meaning.unit == COUNT or actor.first < measured.last:
                return actor
    for actor in actors:
        between = words[actor.last : stated.first]
        if (
            actor.last <= stated.first
            and len(between) <= 2
            and between[-1:] in (["("], [":"], ["à"], ["at"], ["with"], ["avec"])
        ):
            return actor
        after = words[measured.last : actor.first]
        if actor.first >= measured.last and 1 <= len(after) <= 8 and scene.apart(actor.first, measured.last - 1) == 0:
            tie = [word for word in after if word not in grammar.articles]
            if (
                tie
                and grammar.by.at(tie, len(tie) - 1) is not None
                and actor.mention.actors[0] in grammar.members | grammar.groups
            ):
                return actor
            if meaning.unit == COUNT and tie and tie[-1] in grammar.of and len(after) <= 3:
                return actor
    return None


def _possessor(scene: Scene, meaning: Meaning, actors: Sequence[Actor], grammar: HoldersGrammar) -> Actor | None:
    """An actor whose spending or budget is named: "German defence spending", "les dépenses de l'Allemagne"."""
    shown, words = meaning.shown, scene.tokens.words
    if shown is None:
        return None
    for actor in actors:
        if shown.first <= actor.first and actor.last <= shown.last and meaning.metric == "defence_expenditure":
            return actor
        if 0 <= shown.first - actor.last <= 1 and scene.apart(actor.first, shown.first) == 0 and _owns(actor, words):
            return actor
        between = words[shown.last : actor.first]
        if actor.first >= shown.last and len(between) <= 3 and any(word in grammar.of for word in between):
            if scene.apart(actor.first, shown.first) == 0:
                return actor
    return None


def _owns(actor: Actor, words: Sequence[str]) -> bool:
    return actor.mention.kind in ("adjective", "demonym", "group", "member", "state")


def _nearest(
    scene: Scene,
    stated: Stated,
    meaning: Meaning,
    actors: Sequence[Actor],
    grammar: HoldersGrammar,
    speaker: Sequence[str],
) -> Actor | None:
    """The likeliest subject: near, in the same clause, before the figure, and not the one something is done to."""
    best, least = None, _FAR
    for actor in actors:
        cost = _cost(scene, stated, meaning, actor, grammar)
        if cost < least:
            best, least = actor, cost
    if speaker and least > 4 and grammar.we.find(scene.tokens.words):
        return None
    return best


def _cost(scene: Scene, stated: Stated, meaning: Meaning, actor: Actor, grammar: HoldersGrammar) -> float:
    mention, measured = actor.mention, stated.measured
    if mention.kind in ("person", "office"):
        return _FAR
    if meaning.shown is not None and meaning.shown.first <= actor.first < meaning.shown.last:
        return _FAR
    apart = scene.apart(actor.first, measured.first)
    if actor.last <= stated.first:
        cost = 3.0 * apart + 0.1 * (stated.first - actor.last)
    else:
        cost = 3.0 * apart + 2.0 + 0.1 * (actor.first - measured.last)
    before = _before(scene, actor, grammar)
    if before and grammar.to.ending_at(before, len(before)) is not None:
        cost += 3
    if mention.actors[0] not in grammar.members and mention.actors[0] not in grammar.groups:
        cost += 3
    return cost + (1 if mention.kind == "institution" else 0)


def _before(scene: Scene, actor: Actor, grammar: HoldersGrammar) -> list[str]:
    """The words before an actor without the articles next to it."""
    words = scene.tokens.words[max(0, actor.first - 4) : actor.first]
    while words and words[-1] in grammar.articles:
        words.pop()
    return words


def _coordinated(scene: Scene, actor: Actor, actors: Sequence[Actor], grammar: HoldersGrammar) -> list[Mention]:
    """The actor with those named in the same breath: "la Pologne, l'Estonie et la Lettonie"."""
    chain, joined = [actor], False
    index = actors.index(actor)
    for step in (-1, 1):
        at = index + step
        while 0 <= at < len(actors):
            left, right = (actors[at], chain[0]) if step < 0 else (chain[-1], actors[at])
            between = [word for word in scene.tokens.words[left.last : right.first] if word not in grammar.skipped]
            if not (between == [","] or (len(between) == 1 and between[0] in grammar.ands)) or actors[
                at
            ].mention.kind in ("person", "office"):
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
