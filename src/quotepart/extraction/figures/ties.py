"""How an actor stands to a figure: its owner, tied to something else, or one who only asks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from quotepart.extraction.figures.hedges import Stated
from quotepart.extraction.figures.meaning import common_thresholds, shares_of
from quotepart.extraction.figures.meant import Meaning
from quotepart.extraction.figures.scene import Actor, Scene
from quotepart.extraction.figures.units import COUNT
from quotepart.extraction.languages.language import Language
from quotepart.extraction.names.spoken_of import SpokenOfGrammar, compile_spoken_of, is_place
from quotepart.extraction.names.standing import bodies_of, receivers_of, states_of_persons, unions_of
from quotepart.extraction.text.prepared import Mention
from quotepart.extraction.text.tokens import Phrasebook
from quotepart.model.frozen import dataclass
from quotepart.model.pact import Names, Pact

_OPENING = 2  # tokens before an actor that opens a sentence
_OF_GOAL = 7  # tokens from a goal to whose it is: "l'objectif de dépenses militaires de l'OTAN"
_BEHIND = 4  # tokens from the comma behind an opening clause to the name that says whose it is


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldersGrammar:
    """How a language ties a figure to its holder, and the groups of the pact; made by ``compile_holders``.

    ``unions`` maps a group and a member beside it to the group that both make ("the European allies and Canada"); ``held``
    are the offices that persons hold, so that others ("the German government") stand for their state. ``receivers`` are, by
    measure, the states that are given what it measures; ``issuers`` the states by the currency that only they have;
    ``shared`` are the measures of what all members pay for together.
    """

    by: Phrasebook[bool]
    to: Phrasebook[bool]
    of: frozenset[str]
    aside: Phrasebook[bool]
    agents: Phrasebook[bool]
    ands: frozenset[str]
    inside: frozenset[str]
    where: Phrasebook[bool]
    relatives: frozenset[str]
    articles: frozenset[str]
    those: frozenset[str]
    sources: Phrasebook[bool]
    membership: Phrasebook[bool]
    aims: Phrasebook[bool]
    meets: frozenset[str]
    pointing: frozenset[str]
    skipped: frozenset[str]
    beside: frozenset[str]
    whole: str
    members: frozenset[str]
    groups: frozenset[str]
    held: frozenset[str]
    states: Mapping[str, str]
    bodies: Mapping[str, str]
    unions: Mapping[frozenset[str], str]
    left_out: Phrasebook[bool]
    remainders: Mapping[frozenset[str], str]
    thresholds: frozenset[Decimal]
    shares: frozenset[str]
    receivers: Mapping[str, frozenset[str]]
    issuers: Mapping[str, str]
    shared: frozenset[str]
    spoken_of: SpokenOfGrammar


def compile_holders(language: Language, pact: Pact) -> HoldersGrammar:
    """Return the grammar made from the language's table ``figures`` and the pact's groups."""
    table = language.tables["figures"]
    ties = table["ties"]
    names = pact.names.get(language.code) or Names(lang=language.code)
    return HoldersGrammar(
        by=Phrasebook.from_lists({True: ties["by"]}),
        to=Phrasebook.from_lists({True: ties["to"]}),
        of=frozenset(ties["of"]),
        aside=Phrasebook.from_lists({True: ties["aside"]}),
        agents=Phrasebook.from_lists({True: ties["agents"]}),
        ands=frozenset(ties["and"]),
        inside=frozenset(ties["inside"]),
        where=Phrasebook.from_lists({True: ties["inside"]}),
        relatives=frozenset(ties["relatives"]),
        articles=frozenset(ties["articles"]),
        those=frozenset(ties["those"]),
        meets=frozenset(ties["meets"]),
        pointing=frozenset(ties["pointing"]),
        sources=Phrasebook.from_lists({True: ties["sources"]}),
        membership=Phrasebook.from_lists({True: ties["membership"]}),
        aims=Phrasebook.from_lists({True: ties["aims"]}),
        skipped=frozenset(ties["skipped"]),
        beside=frozenset(ties["beside"]),
        whole=pact.conventions.whole,
        members=frozenset(pact.members),
        groups=frozenset(pact.groups),
        held=frozenset(holding.office for holding in pact.holdings),
        states=states_of_persons(pact),
        bodies=bodies_of(pact, names),
        unions=unions_of(pact),
        left_out=Phrasebook.from_lists({True: ties["left_out"]}),
        remainders={group.without: group.id for group in pact.groups.values() if group.without},
        thresholds=common_thresholds(pact),
        shares=shares_of(pact, names),
        receivers=receivers_of(pact, names),
        issuers=language.tables["units"]["issuers"],
        shared=frozenset(table["change"]["shared"]),
        spoken_of=compile_spoken_of(language),
    )


def with_states(actors: Sequence[Actor], grammar: HoldersGrammar) -> list[Actor]:
    """The actors with somebody to stand for: a person for the member whose office it held, a body for whose it is."""
    return [known for actor in actors if (known := _with_state(actor, grammar)).mention.actors]


def _with_state(actor: Actor, grammar: HoldersGrammar) -> Actor:
    mention = actor.mention
    state = (
        grammar.bodies.get(mention.actors[0])
        if mention.actors
        else grammar.states.get(mention.person_id or mention.name)
    )
    return actor if state is None else replace(actor, mention=replace(mention, actors=(state,)))


def is_person(mention: Mention, grammar: HoldersGrammar) -> bool:
    """Return whether a mention names a person, or an office that a person holds."""
    return mention.kind == "person" or (mention.kind == "office" and mention.office in grammar.held)


def is_of_pact(actor: Actor, grammar: HoldersGrammar) -> bool:
    """Return whether an actor is a member or a group of the pact."""
    return actor.mention.actors[0] in grammar.members or actor.mention.actors[0] in grammar.groups


def is_genitive(scene: Scene, actor: Actor, grammar: HoldersGrammar) -> bool:
    """Whether the actor only belongs to a noun before it: "l'État le moins dépensier de l'Alliance"."""
    at = actor.first - 1
    while at > 0 and scene.tokens.words[at] in grammar.articles:
        at -= 1
    return at > 0 and scene.tokens.words[at] in grammar.of and scene.tokens.words[at - 1] not in grammar.those


def names_goal(scene: Scene, actor: Actor, grammar: HoldersGrammar) -> bool:
    """Whether the actor only says whose goal it is: "its NATO commitment", "NATO's 2% target"."""
    if actor.mention.actors != (grammar.whole,):
        return False
    goals = [goal for goal in scene.cues("goal") if scene.apart(actor.first, goal.first) == 0]
    if any(0 <= goal.first - actor.last <= 3 for goal in goals):
        return True
    return is_genitive(scene, actor, grammar) and any(0 <= actor.first - goal.last <= _OF_GOAL for goal in goals)


def is_owner(scene: Scene, meaning: Meaning, actor: Actor, grammar: HoldersGrammar) -> bool:
    """Whether the spending or budget named is the actor's: "German defence spending", "les dépenses de l'Allemagne"."""
    shown, words = meaning.shown, scene.tokens.words
    if shown is None or scene.apart(actor.first, shown.first) > 0:
        return False
    if shown.first <= actor.first and actor.last <= shown.last:
        return True
    if actor.last <= shown.first:
        return shown.first - actor.last <= (0 if meaning.metric in grammar.receivers else 1)
    between = words[shown.last : actor.first]
    if len(between) > 3:
        return False
    ties = grammar.of | grammar.inside
    return not between or any(word in ties or grammar.by.at([word], 0) is not None for word in between)


def follows(scene: Scene, actor: Actor, book: Phrasebook[bool], grammar: HoldersGrammar) -> bool:
    """Whether a phrase of ``book`` stands before the actor and its article."""
    words = scene.tokens.words[max(0, actor.first - 4) : actor.first]
    while words and words[-1] in grammar.articles:
        words.pop()
    return bool(words) and book.ending_at(words, len(words)) is not None


def is_tied_away(scene: Scene, actor: Actor, meaning: Meaning, grammar: HoldersGrammar) -> bool:
    """Whether a word before the actor makes it something other than the subject: "face à la Russie", "wanted by Berlin"."""
    shown = meaning.shown
    if _is_topic(scene, actor):
        return follows(scene, actor, grammar.left_out, grammar)
    if shown is not None and shown.first <= actor.first < shown.last:
        return True
    if follows(scene, actor, grammar.aside, grammar):
        return True
    if _names_source(scene, actor):
        return True
    if meaning.kind == "target":
        is_addressed = actor.mention.actors == (grammar.whole,) and follows(scene, actor, grammar.to, grammar)
        if is_addressed and any(other.last <= actor.first and is_of_pact(other, grammar) for other in _stated(scene)):
            return True
        is_there = actor.mention.kind == "member" and is_place(scene.tokens.folded, actor.mention, grammar.spoken_of)
        return is_there or follows(scene, actor, grammar.agents, grammar)
    is_to = follows(scene, first_named(scene, actor, grammar), grammar.to, grammar)
    before = scene.tokens.words[actor.first - 1] if actor.first else ""
    if meaning.unit == COUNT and before in grammar.of and scene.cues("down"):
        return True
    return is_to or follows(scene, actor, grammar.agents, grammar)


def _stated(scene: Scene) -> list[Actor]:
    """The actors that stand for somebody themselves."""
    return [actor for actor in scene.actors if actor.mention.actors]


def _names_source(scene: Scene, actor: Actor) -> bool:
    """Whether the actor only says whose report or pressure it is: "the alliance's own report", "les chiffres de l'OTAN"."""
    cues = (*scene.cues("sources"), *scene.cues("pressing"))
    return any(0 <= cue.first - actor.last <= 1 or 1 <= actor.first - cue.last <= 2 for cue in cues)


def asks(scene: Scene, actor: Actor, stated: Stated) -> bool:
    """Whether the actor is the subject of a demand: "Borduria demands that the goal of 5 % be reached"."""
    if scene.cues("own"):
        return False
    return any(0 <= hit.first - actor.last <= 3 and hit.last <= stated.first for hit in scene.cues("asking"))


def has_share(scene: Scene, actor: Actor, grammar: HoldersGrammar) -> bool:
    """Whether the actor's share of a whole is spoken of: "la part des Syldaves", "Borduria's share"."""
    shares = scene.cues("share_noun")
    if any(0 <= share.first - actor.last <= 1 for share in shares):
        return True
    return is_genitive(scene, actor, grammar) and any(0 < actor.first - share.last <= 2 for share in shares)


def is_membership(scene: Scene, actor: Actor, grammar: HoldersGrammar) -> bool:
    """Whether the pact only tells what a state named before it belongs to: "Syldavia, one of the allies", "a NATO member"."""
    if actor.mention.actors != (grammar.whole,):
        return False
    named = (each for each in scene.actors if each.last <= actor.first and each.mention.actors)
    if not any(each.mention.actors[0] in grammar.members for each in named):
        return False
    words = scene.tokens.words
    if any(0 <= actor.first - cue.last <= 1 for cue in scene.cues("record")):
        return True
    if any(words[each.last : actor.first] == [","] for each in scene.actors):
        return True
    opens = grammar.membership.ending_at(words, actor.first) is not None
    return opens or follows(scene, actor, grammar.membership, grammar)


def is_one_of(scene: Scene, first: int, grammar: HoldersGrammar) -> bool:
    """Whether a count at a token only says among how many somebody is: "one of the three members spending 1 %"."""
    words = scene.tokens.words
    at = first - (first > 0 and words[first - 1] in grammar.articles)
    return at > 0 and grammar.membership.ending_at(words, at) is not None


def follows_aim(scene: Scene, actor: Actor, stated: Stated, grammar: HoldersGrammar) -> bool:
    """Whether the number stands in an opening clause without a subject, and the actor opens the one behind it.

    "To reach 2 % of GDP, Syldavia would have to …"
    """
    words, last = scene.tokens.words, stated.measured.last
    comma = next((at for at in range(last, actor.first) if words[at] == ","), -1)
    if comma < 0 or actor.first - comma > _BEHIND or any(each.first < actor.first for each in scene.actors):
        return False
    return any(
        hit.last <= stated.first and (not hit.first or not words[hit.first - 1][0].isalnum())
        for hit in grammar.aims.find(words)
    )


def goes_on_with(scene: Scene, actor: Actor, stated: Stated, grammar: HoldersGrammar) -> bool:
    """Return whether the words up to the number are about the actor: "followed by Borduria, which pays 10 %"."""
    words = scene.tokens.words
    if any(hit.first == actor.last and stated.first - hit.last <= 1 for hit in scene.cues("spending")):
        return actor.last <= stated.first
    at = actor.last + (words[actor.last : actor.last + 1] == [","])
    if is_place(scene.tokens.folded, actor.mention, grammar.spoken_of) and any(
        other.last <= actor.first for other in _stated(scene)
    ):
        return False
    return at < stated.first and words[at] in grammar.relatives and scene.apart(actor.first, stated.first) <= 1


def _is_topic(scene: Scene, actor: Actor) -> bool:
    """Whether a sentence begins by naming where: "In Borduria, spending rose"."""
    return actor.first <= _OPENING and scene.tokens.words[actor.last : actor.last + 1] == [","]


def first_named(scene: Scene, actor: Actor, grammar: HoldersGrammar) -> Actor:
    """Return the first of the actors listed up to this one: what stands before it holds for all."""
    chain, joined = [actor], False
    for step in (-1, 1):
        for other in reversed(scene.actors) if step < 0 else scene.actors:
            one, after = (other, chain[0]) if step < 0 else (chain[-1], other)
            if one.last > after.first or other in chain:
                continue
            between = scene.tokens.words[one.last : after.first]
            if follows(scene, one, grammar.sources, grammar):
                break
            if not between or not all(word == "," or word in grammar.ands | grammar.skipped for word in between):
                break
            chain = [other, *chain] if step < 0 else [*chain, other]
            joined = joined or not grammar.ands.isdisjoint(between)
    return chain[0] if joined else actor
