"""Who is tied to a number itself, whoever else its sentence names: by an adjective, a bracket, or a word between."""

from __future__ import annotations

from collections.abc import Sequence

from quotepart.extraction.figures.hedges import Stated
from quotepart.extraction.figures.meant import Meaning
from quotepart.extraction.figures.scene import Actor, Scene
from quotepart.extraction.figures.ties import (
    HoldersGrammar,
    first_named,
    follows,
    is_genitive,
    is_membership,
    is_of_pact,
    is_person,
    names_goal,
)
from quotepart.extraction.figures.units import COUNT
from quotepart.extraction.names.strangers import is_stranger

_OF_WHOSE = "s"  # what stands behind the apostrophe of a possessor
_CODE = 3  # letters of a currency
_FARTHEST = 8  # tokens between a number and who it is tied to
_PHRASE = 4  # tokens between a share and where it holds: "37 % of adults in Borduria"


def find_attached(
    scene: Scene, stated: Stated, meaning: Meaning, actors: Sequence[Actor], grammar: HoldersGrammar
) -> Actor | None:
    """Return the actor tied to the figure itself, if any: "quatre soldats américains", "la Pologne (4,1 %)", "… by Canada"."""
    for actor in actors:
        if meaning.unit == COUNT and actor.last > stated.measured.first and actor.first <= stated.measured.last:
            return actor
        if actor.last <= stated.first and _leads_to(scene, stated, meaning, actor, grammar):
            return actor
    goes = [cue.first for cue in scene.cues("movement")]
    for actor in actors:
        if actor.first >= stated.measured.last and _goes_with(scene, stated, meaning, actor, goes, grammar):
            return actor
    return None


def _leads_to(scene: Scene, stated: Stated, meaning: Meaning, actor: Actor, grammar: HoldersGrammar) -> bool:
    """Whether the number stands right behind the actor: "Borduria (3 %)", "in Borduria, at 75 %"."""
    between = scene.tokens.words[actor.last : stated.first]
    if between == [_OF_WHOSE]:
        is_whose = _is_possessor(scene, actor) and not is_person(actor.mention, grammar)
        return is_whose and _is_party(actor, grammar) and not names_goal(scene, actor, grammar)
    if meaning.kind == "share" and len(between) <= 1 and follows(scene, actor, grammar.where, grammar):
        return True
    if len(between) > 2 or not between or between[-1] not in grammar.beside or names_goal(scene, actor, grammar):
        return False
    if is_membership(scene, actor, grammar):
        return False
    is_loose = meaning.unit == COUNT or (len(between) > 1 and between[0].isalpha())
    leads = first_named(scene, actor, grammar) if is_loose else actor
    if is_loose and (follows(scene, leads, grammar.to, grammar) or is_genitive(scene, leads, grammar)):
        return False
    return _is_party(actor, grammar) or not between[-1].isalpha()


def _goes_with(
    scene: Scene, stated: Stated, meaning: Meaning, actor: Actor, goes: Sequence[int], grammar: HoldersGrammar
) -> bool:
    """Whether a word behind the number ties it to the actor: "promised by Borduria", "75 % in Borduria", "des Bordures"."""
    words, last = scene.tokens.words, stated.measured.last
    after = _without_bracket(words[last : actor.first])
    is_bracketed = len(after) < actor.first - last
    if not 1 <= len(after) <= _FARTHEST or scene.apart(actor.first, last - 1) > 2 * is_bracketed:
        return False
    tie = [word for word in after if word not in grammar.articles]
    is_share = len(meaning.unit) > _CODE
    if not tie or (is_share and _is_asker(scene, actor, tie, grammar)):
        return False
    leaves = meaning.unit == COUNT and (any(not last <= at < actor.first for at in goes) or bool(scene.cues("down")))
    is_by = grammar.by.at(tie, len(tie) - 1) is not None and not _is_possessor(scene, actor)
    if is_by and is_of_pact(actor, grammar) and not leaves:
        return True
    if is_share and meaning.unit != COUNT and len(after) <= _PHRASE and tie[-1] in grammar.inside:
        return True
    is_whose = meaning.unit == COUNT or (not is_share and is_bracketed)
    return is_whose and len(after) <= 3 and len(tie) == 1 and tie[0] in grammar.of and not leaves


def _is_party(actor: Actor, grammar: HoldersGrammar) -> bool:
    return is_of_pact(actor, grammar) or is_stranger(actor.mention)


def _is_possessor(scene: Scene, actor: Actor) -> bool:
    """Whether what stands after the actor is its own, so that the word before it ties that: "for Borduria's needs"."""
    return scene.tokens.words[actor.last - 1].endswith("'")


def _is_asker(scene: Scene, actor: Actor, tie: Sequence[str], grammar: HoldersGrammar) -> bool:
    """Whether the actor is who asks for it: "les 2 % demandés par Washington"."""
    at = actor.first - 1
    while at > 0 and scene.tokens.words[at] in grammar.articles:
        at -= 1
    return bool(tie) and any(hit.last == at for hit in scene.cues("target"))


def _without_bracket(words: list[str]) -> list[str]:
    """The words without the bracket they open with: "29 billion dollars (26.6 billion euros) of Borduria"."""
    return words[words.index(")") + 1 :] if words[:1] == ["("] and ")" in words else words
