"""Whose a figure is: the members or groups that the clause gives it to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from quotepart.extraction.figures.attached import find_attached
from quotepart.extraction.figures.hedges import Stated
from quotepart.extraction.figures.meaning import MEMBERS, OTHER
from quotepart.extraction.figures.meant import Meaning
from quotepart.extraction.figures.scene import Actor, Scene
from quotepart.extraction.figures.ties import (
    HoldersGrammar,
    asks,
    follows,
    follows_aim,
    goes_on_with,
    has_share,
    is_genitive,
    is_membership,
    is_of_pact,
    is_owner,
    is_person,
    is_tied_away,
    names_goal,
    with_states,
)
from quotepart.extraction.figures.units import COUNT, OF_GDP, Measured
from quotepart.extraction.figures.unnamed import Known, asks_others, find_unnamed, is_set_against_us, says_we
from quotepart.extraction.names.spoken_of import is_place, is_site
from quotepart.extraction.names.strangers import is_stranger, named
from quotepart.extraction.text.prepared import Mention
from quotepart.extraction.text.tokens import Hit

_WORLD = 2  # tokens between "world" and what is measured
_SUBJECT_APART = 2  # clauses that the name a sentence opens with is at most away from what follows
_TOPIC = 5  # tokens before a name with which a sentence says what it is about
_AGREED = 4  # tokens from a goal to the group that set it
_FAR = 99.0
_MANY, _NEAR = 24, 40  # among so many actors only those within so many tokens are weighed
_LIKELY = 8.0  # an actor that costs more is no likelier than the one the text spoke of before
_CLEAR = 3.0  # what is neither counted by the pact nor spent belongs only to whom its own clause names


def find_holder(
    scene: Scene, stated: Stated, meaning: Meaning, grammar: HoldersGrammar, known: Known
) -> tuple[tuple[str, ...], bool]:
    """Return whose a figure is, empty where nobody is named, and whether its own sentence says so."""
    actors, speaker = _eligible(scene, scene.owners, stated, meaning, grammar), known.speaker
    if set(known.before) & grammar.receivers.get(meaning.metric, frozenset()):
        known = replace(known, before=())
    if meaning.metric == MEMBERS:
        return _counted_members(scene, stated, actors, grammar), False
    in_turn = _in_turn(scene, stated, actors)
    found = in_turn or find_attached(scene, stated, meaning, actors, grammar)
    found = found or _owner_by_pronoun(scene, stated, grammar)
    if found is None and _says_own(scene, stated):
        return tuple(known.home), True
    if found is None and _is_of_all(scene, stated, meaning):
        return (), True
    if found is None:
        cost, found = _likeliest(scene, stated, meaning, actors, grammar)
        if speaker and cost > 1 and says_we(scene, stated) and not asks_others(scene, stated, meaning):
            return tuple(speaker), True
        if cost > (_CLEAR if meaning.metric == OTHER and meaning.kind != "share" else _LIKELY):
            found = None
        if _is_goal_of_all(scene, stated, meaning, found, grammar):
            return (grammar.whole,), False
    if found is not None and not speaker and is_set_against_us(scene, found.first, found.last, stated):
        return (), False
    if found is not None:
        mentions = [found.mention] if in_turn else _coordinated(scene, found, actors, grammar)
        return _less_those_left_out(scene, stated, _union(mentions, grammar), grammar), True
    if speaker is not None and not speaker and says_we(scene, stated):
        return (() if meaning.metric == OTHER or meaning.unit == COUNT else tuple(known.main)), False
    who = _less_those_left_out(scene, stated, find_unnamed(scene, stated, meaning, grammar, known), grammar)
    return who, bool(scene.cues("home") or (meaning.unit == COUNT and scene.cues("formations")))


def _is_goal_of_all(
    scene: Scene, stated: Stated, meaning: Meaning, found: Actor | None, grammar: HoldersGrammar
) -> bool:
    """Whether a number is the pact's own goal, whoever is set against it: "Borduria fell short of the 2 % goal".

    One that a time is named for, or that somebody has of his own, is theirs who are to reach it.
    """
    if meaning.kind != "target" or meaning.unit != OF_GDP or stated.measured.value not in grammar.thresholds:
        return False
    if found and (found.mention.actors[0] not in grammar.members or follows_aim(scene, found, stated, grammar)):
        return False
    goal = scene.nearest("goal", stated.first, stated.measured.last, before=4, after=1, clauses=0)
    if goal is not None and goal.first >= stated.measured.last and _is_set_by_all(scene, goal, grammar):
        return True
    if goal is None or any(scene.apart(hit.first, stated.first) <= 1 for hit in scene.periods):
        return False
    return not any(goal.first - 1 <= cue.last <= goal.first for cue in scene.cues("they"))


def _is_set_by_all(scene: Scene, goal: Hit[str], grammar: HoldersGrammar) -> bool:
    """Whether the words behind a goal say that it is the pact's: "the 2 % threshold agreed by the allies"."""
    whole = (actor.first for actor in scene.actors if actor.mention.actors == (grammar.whole,))
    return any(0 < first - goal.last <= _AGREED and scene.apart(first, goal.first) == 0 for first in whole)


def _is_of_all(scene: Scene, stated: Stated, meaning: Meaning) -> bool:
    """Whether what is measured is the whole world's: "world military spending rose by 4 %"."""
    shown = meaning.shown
    if shown is None or meaning.kind == "share":
        return False
    near = (cue for cue in scene.cues("world") if cue.first == 0 or scene.apart(cue.first, stated.first) == 0)
    return any(shown.first - _WORLD <= cue.first <= shown.last + _WORLD for cue in near)


def _in_turn(scene: Scene, stated: Stated, actors: Sequence[Actor]) -> Actor | None:
    """The one of as many actors as numbers whose turn it is: "Syldavia and Borduria spend 2 % and 3 % respectively"."""
    if not scene.cues("respective") or stated.measured.first not in scene.numbers:
        return None
    ahead = [actor for actor in actors if actor.last <= scene.numbers[0]]
    return ahead[scene.numbers.index(stated.measured.first)] if 1 < len(ahead) == len(scene.numbers) else None


def _owner_by_pronoun(scene: Scene, stated: Stated, grammar: HoldersGrammar) -> Actor | None:
    """The state of the one who says "his country": the holder of an office, or a person by the adjective said of it."""
    owns = [hit for hit in scene.cues("own") if hit.last <= stated.first]
    if not owns:
        return None
    ahead = [actor for actor in with_states(scene.actors, grammar) if actor.last <= owns[-1].first]
    kinds = ("office", "adjective")
    holders = [actor for actor in ahead if is_person(actor.mention, grammar) or actor.mention.kind in kinds]
    members = (actor for actor in holders if is_of_pact(actor, grammar) or is_stranger(actor.mention))
    return next((actor for actor in members if actor.mention.actors[0] not in grammar.groups), None)


def _says_own(scene: Scene, stated: Stated) -> bool:
    return any(hit.last <= stated.first for hit in scene.cues("own"))


def find_bound(
    scene: Scene, first: int, last: int, end: int, asked: bool, grammar: HoldersGrammar, speaker: Sequence[str]
) -> tuple[str, ...]:
    """Return whom a clause binds: for a demand the one it is put to, else the subject of the word that binds.

    The word stands in tokens ``first`` to ``last``, the clause ends before token ``end``.
    """
    known = with_states(scene.actors, grammar)
    actors = [actor for actor in known if not (asked and is_person(actor.mention, grammar))]
    inside = [actor for actor in actors if last <= actor.first < min(end, last + 12)]
    near = [actor for actor in actors if actor.last <= first and scene.apart(actor.first, first) <= 1]
    ahead = [
        actor
        for actor in near
        if not follows(scene, actor, grammar.to, grammar) and not is_genitive(scene, actor, grammar)
    ]
    chosen = (inside[:1] or ahead[-1:]) if asked else ahead[-1:]
    if chosen:
        return named(_union(_coordinated(scene, chosen[0], actors, grammar), grammar))
    return tuple(speaker) if scene.cues("we") else ()


def _eligible(
    scene: Scene, actors: Sequence[Actor], stated: Stated, meaning: Meaning, grammar: HoldersGrammar
) -> list[Actor]:
    """The actors that can hold the figure: no persons, and none that is part of a currency ("US$41bn")."""
    measured = stated.measured
    aims = meaning.kind == "target" or meaning.unit == OF_GDP
    if len(actors) > _MANY:
        actors = [actor for actor in actors if abs(actor.first - measured.first) <= _NEAR]
    known = [actor for actor in with_states(actors, grammar) if not (aims and is_person(actor.mention, grammar))]
    receivers = grammar.receivers.get(meaning.metric, frozenset())
    known = [actor for actor in known if receivers.isdisjoint(actor.mention.actors)]
    known = [actor for actor in known if not _is_seat_of_meeting(scene, actor, meaning, grammar)]
    adjectives = {each.last: each.mention.actors for each in known if each.mention.kind == "adjective"}
    known = [actor for actor in known if actor.mention.kind != "institution" or actor.first not in adjectives]
    beside = {at for each in known if each.mention.kind == "group" for at in (each.first, each.last)}
    known = [
        actor for actor in known if actor.mention.kind != "adjective" or beside.isdisjoint((actor.first, actor.last))
    ]
    if meaning.unit == COUNT:
        return [actor for actor in known if not _is_origin(scene, actor, measured, meaning, grammar)]
    known = [actor for actor in known if not _points_back(scene, actor, grammar)]
    return [actor for actor in known if actor.last <= measured.first or actor.first >= measured.last]


def _is_origin(scene: Scene, actor: Actor, measured: Measured, meaning: Meaning, grammar: HoldersGrammar) -> bool:
    """Whether an actor only says where bought things come from: "bought 24 American jets", "12 guns from Borduria"."""
    if meaning.metric != OTHER or actor.first < measured.first or not scene.cues("acquiring"):
        return False
    return actor.mention.kind in ("adjective", "demonym") or follows(scene, actor, grammar.to, grammar)


def _is_seat_of_meeting(scene: Scene, actor: Actor, meaning: Meaning, grammar: HoldersGrammar) -> bool:
    """Whether a name only says where: "in Brussels", "au sommet de Varsovie", a dateline, troops "along the flank"."""
    if actor.mention.kind == "group":
        if meaning.unit != COUNT:
            return False
        owner = next((each for each in scene.actors if 0 <= actor.first - each.last <= 1 and each is not actor), actor)
        return meaning.unit == COUNT and is_site(scene.tokens.folded, owner.mention, grammar.spoken_of)
    after = scene.tokens.words[actor.last : actor.last + 1]
    if actor.mention.kind in ("institution", "member") and not grammar.meets.isdisjoint(after):
        return True
    if actor.mention.kind != "institution":
        return False
    is_dateline = actor.first == 0 and after in (["("], ["–"], ["—"])
    return is_dateline or is_place(scene.tokens.folded, actor.mention, grammar.spoken_of)


def _points_back(scene: Scene, actor: Actor, grammar: HoldersGrammar) -> bool:
    """Whether a group only means those spoken of before: "those allies"."""
    before = scene.tokens.words[actor.first - 1] if actor.first else ""
    return actor.mention.kind == "group" and before in grammar.pointing


def _counted_members(scene: Scene, stated: Stated, actors: Sequence[Actor], grammar: HoldersGrammar) -> tuple[str, ...]:
    """The group whose members are counted: named with the noun, just before or after it, else the whole pact."""
    first, last = stated.measured.first, stated.measured.last
    groups = [actor for actor in actors if actor.mention.actors[0] in grammar.groups]
    for actor in groups:
        between = scene.tokens.words[last : actor.first]
        if actor.last > first and len(between) <= 3 and all(word in grammar.of | grammar.articles for word in between):
            return actor.mention.actors
    for actor in groups:
        if 0 <= first - actor.last <= 2 and scene.apart(actor.first, first) == 0:
            return actor.mention.actors
    return (grammar.whole,)


def _likeliest(
    scene: Scene, stated: Stated, meaning: Meaning, actors: Sequence[Actor], grammar: HoldersGrammar
) -> tuple[float, Actor | None]:
    best, least = None, _FAR
    for actor in actors:
        if actor.only_owns and not is_owner(scene, meaning, actor, grammar):
            continue
        cost = _cost(scene, stated, meaning, actor, grammar)
        if cost < least:
            best, least = actor, cost
    return least, best


def _cost(scene: Scene, stated: Stated, meaning: Meaning, actor: Actor, grammar: HoldersGrammar) -> float:
    """How unlikely the actor is: far away, in another clause, after the figure, or one that something is done to."""
    measured = stated.measured
    apart = scene.apart(actor.first, measured.first)
    is_goal = names_goal(scene, actor, grammar)
    owns = is_owner(scene, meaning, actor, grammar) and not is_goal
    opens = _opens(scene, actor, grammar)
    if actor.last <= stated.first:
        apart = min(apart, _SUBJECT_APART) if opens and actor.mention.kind != "person" else apart
        apart = min(apart, 1) if _goes_on_by_pronoun(scene, actor, stated) else apart
        cost = 2.2 * apart + 0.1 * (stated.first - actor.last)
    elif follows_aim(scene, actor, stated, grammar):
        cost = 1.0
    else:
        whole = 4.0 if measured.is_part or meaning.kind == "share" else 2.0
        cost = whole + (6.0 + 2.2 * apart if apart else 0) + 0.1 * (actor.first - measured.last)
    if not owns and is_tied_away(scene, actor, meaning, grammar) and not goes_on_with(scene, actor, stated, grammar):
        cost += 8
    if not owns and actor.mention.kind == "adjective" and actor.first >= measured.last and meaning.unit != COUNT:
        cost += 6
    if (
        (not owns or measured.is_part)
        and not opens
        and actor.last <= stated.first
        and is_genitive(scene, actor, grammar)
        and not _is_antecedent(scene, actor, grammar)
    ):
        cost += 2.5
    if meaning.kind == "target" and asks(scene, actor, stated):
        cost += 8
    if is_person(actor.mention, grammar) or (is_goal and not opens):
        cost += 3
    if is_membership(scene, actor, grammar):
        cost += 6
    if not is_of_pact(actor, grammar) and not is_stranger(actor.mention):
        is_subject = (apart == 0 and 0 <= stated.first - actor.last <= 4) or _goes_on_by_pronoun(scene, actor, stated)
        cost += 0 if is_subject else 5 if meaning.metric != OTHER else 3 if apart else 0
    if meaning.kind == "share" and has_share(scene, actor, grammar):
        cost -= 8
    if owns and not measured.is_part:
        cost -= 1.0 if apart else 2.5
    return cost + (1 if actor.mention.kind == "institution" else 0)


def _opens(scene: Scene, actor: Actor, grammar: HoldersGrammar) -> bool:
    """Whether a sentence begins with the actor, or by naming it as what it is about: "In the case of Borduria, …"."""
    words = scene.tokens.words
    if all(word in grammar.articles for word in words[: actor.first]):
        return True
    return actor.first <= _TOPIC and words[actor.last : actor.last + 1] == [","] and "," not in words[: actor.first]


def _is_antecedent(scene: Scene, actor: Actor, grammar: HoldersGrammar) -> bool:
    """Whether a clause behind a comma tells more of the actor: "the plans of Borduria, which will spend 2 %"."""
    behind = scene.tokens.words[actor.last : actor.last + 2]
    return behind[:1] == [","] and not grammar.relatives.isdisjoint(behind[1:])


def _goes_on_by_pronoun(scene: Scene, actor: Actor, stated: Stated) -> bool:
    """Whether a pronoun in the number's clause stands for the actor: "Poldevia stands out: in 2023 it spent 4 %"."""
    return any(
        actor.last <= hit.first < stated.first and scene.apart(hit.first, stated.first) == 0
        for hit in scene.cues("they")
    )


def _coordinated(scene: Scene, actor: Actor, actors: Sequence[Actor], grammar: HoldersGrammar) -> list[Mention]:
    """The actor with those named in the same breath: "la Pologne, l'Estonie et la Lettonie"."""
    if actor not in actors:
        return [actor.mention]
    chain, joined = [actor], False
    index = actors.index(actor)
    for step in (-1, 1):
        at = index + step
        while 0 <= at < len(actors):
            left, right = (actors[at], chain[0]) if step < 0 else (chain[-1], actors[at])
            between = [word for word in scene.tokens.words[left.last : right.first] if word not in grammar.skipped]
            if follows(scene, left, grammar.sources, grammar) or not _joins(between, grammar):
                break
            joined = joined or between[-1] in grammar.ands
            chain = [actors[at], *chain] if step < 0 else [*chain, actors[at]]
            at += step
    return [each.mention for each in chain] if joined else [actor.mention]


def _joins(between: Sequence[str], grammar: HoldersGrammar) -> bool:
    """Whether words between two names set them side by side: a comma, "and", or both."""
    rest = between[between[:1] == [","] :]
    return bool(between) and (not rest or (len(rest) == 1 and rest[0] in grammar.ands))


def _less_those_left_out(
    scene: Scene, stated: Stated, who: tuple[str, ...], grammar: HoldersGrammar
) -> tuple[str, ...]:
    """The group that is left of the whole pact where a sentence leaves members out: "excluding Borduria, allies spent …"."""
    if who and who != (grammar.whole,):
        return who
    aside = [actor for actor in scene.actors if follows(scene, actor, grammar.left_out, grammar)]
    aside = [each for each in aside if not any(each.last <= number < stated.first for number in scene.numbers)]
    group = grammar.remainders.get(frozenset(one for actor in aside for one in actor.mention.actors))
    return (group,) if group else who


def _union(mentions: Iterable[Mention], grammar: HoldersGrammar) -> tuple[str, ...]:
    ids = list(dict.fromkeys(one for mention in mentions for one in mention.actors))
    whole = grammar.unions.get(frozenset(ids))
    return (whole,) if whole else tuple(ids)
