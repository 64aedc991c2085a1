"""Whose a figure is where its sentence names nobody: whom the text spoke of before, and what the figure is of."""

from __future__ import annotations

from collections.abc import Sequence

from quotepart.extraction.figures.hedges import Stated
from quotepart.extraction.figures.meaning import MEMBERS, OTHER, PERSONNEL, TROOPS
from quotepart.extraction.figures.meant import Meaning
from quotepart.extraction.figures.scene import Scene
from quotepart.extraction.figures.ties import HoldersGrammar, is_of_pact, is_person, with_states
from quotepart.extraction.figures.units import COUNT, OF_GDP
from quotepart.extraction.text.tokens import Hit
from quotepart.model.frozen import dataclass

_LEADS = 6  # tokens between a verb and the number that it leads to
_CODE = 3  # letters of a currency
_OPENING = 2  # tokens in which a sentence says of whom it goes on
_PHRASE = 4  # tokens between a person and what is announced


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """Whom a text spoke of before a figure: ``before`` the party named last, ``home`` the state of the person named last,
    ``main`` the state that the whole text is about, ``topic`` the one it speaks of most, ``state`` the one named last,
    ``speaker`` those whom the figure's speaker speaks for, ``None`` where nobody is quoted. Each is empty where it is not
    known.
    """

    before: Sequence[str] = ()
    home: Sequence[str] = ()
    main: Sequence[str] = ()
    topic: Sequence[str] = ()
    state: Sequence[str] = ()
    speaker: Sequence[str] | None = None


def says_we(scene: Scene, stated: Stated) -> bool:
    """Return whether the clause of a number speaks of those who speak."""
    return any(scene.apart(hit.first, stated.first) <= 1 for hit in scene.cues("we"))


def asks_others(scene: Scene, stated: Stated, meaning: Meaning) -> bool:
    """Return whether those who speak ask others for a share of the product: "we asked them to pay 2 %"."""
    ours = [hit.first for hit in scene.cues("we") if hit.last <= stated.first]
    asking = [hit.first for hit in scene.cues("asking") if hit.last <= stated.first]
    return meaning.unit == OF_GDP and bool(ours and asking) and ours[-1] < asking[-1]


def is_set_against_us(scene: Scene, first: int, last: int, stated: Stated) -> bool:
    """Return whether a number is of those who speak, not of who stands at these tokens: "Borduria is at 1.2, we are at 4.2"."""
    ours = [hit.first for hit in scene.cues("we") if hit.first < stated.first]
    if not ours or not says_we(scene, stated):
        return False
    return last <= ours[-1] or (first >= stated.measured.last and scene.apart(ours[-1], stated.first) == 0)


def find_unnamed(
    scene: Scene, stated: Stated, meaning: Meaning, grammar: HoldersGrammar, known: Known
) -> tuple[str, ...]:
    """Return whom the text spoke of before; the whole pact for a target that nothing ties to them."""
    at_home = bool(scene.cues("home"))
    is_goal = meaning.unit == OF_GDP or meaning.metric in grammar.shares
    aims = is_goal and meaning.kind == "target" and stated.measured.value in grammar.thresholds and not at_home
    if not aims and says_we(scene, stated):
        return ()
    if meaning.shown is not None and meaning.shown.label in grammar.shared and meaning.kind != "share":
        return (grammar.whole,)
    own = _own_state(scene, stated, meaning, grammar, known, at_home) or (tuple(known.state) if at_home else ())
    means_own = not known.before or (at_home and not grammar.groups.isdisjoint(known.before))
    if meaning.unit in grammar.issuers or _undertaker(scene, stated, meaning, grammar, known):
        return own
    before = tuple(own if own and means_own else known.before)
    is_loose = meaning.metric == OTHER and (meaning.unit == COUNT or len(meaning.unit) == _CODE)
    points_back = at_home or any(_may_be_subject(scene, hit, stated, is_loose) for hit in scene.cues("they"))
    if aims:
        is_asked = bool(before) and before == _asker(scene, stated, grammar, known)
        is_theirs = (points_back and not is_asked) or (
            not is_asked and grammar.groups.isdisjoint(before) and _is_undertaken(scene, stated)
        )
        return before if is_theirs and before and not _names_members(scene, stated) else (grammar.whole,)
    if meaning.unit == COUNT and not points_back and _is_of_common_force(scene, stated, meaning):
        return (grammar.whole,) if set(known.before) <= {grammar.whole} or meaning.metric == TROOPS else ()
    if meaning.metric == TROOPS:
        return before if points_back or set(before) <= {grammar.whole} else ()
    if (meaning.unit == COUNT or meaning.metric == OTHER) and meaning.metric != PERSONNEL and not points_back:
        return () if meaning.kind == "share" or set(known.before) - set(known.main) else tuple(known.main)
    if meaning.unit == OF_GDP and before == (grammar.whole,):
        before = own
    return before or (tuple(known.topic) if meaning.metric not in (OTHER, TROOPS) and meaning.unit != COUNT else ())


def _own_state(
    scene: Scene, stated: Stated, meaning: Meaning, grammar: HoldersGrammar, known: Known, at_home: bool
) -> tuple[str, ...]:
    """The state that a figure of nobody named is of: whose money it is, who undertakes it, or whom the text is about."""
    if meaning.unit in grammar.issuers:
        return (grammar.issuers[meaning.unit],)
    undertaker = _undertaker(scene, stated, meaning, grammar, known)
    if undertaker or (at_home and known.home):
        return undertaker or _home_here(scene, stated, grammar) or tuple(known.home)
    spends = meaning.metric not in (OTHER, TROOPS) and meaning.unit != COUNT
    return tuple((known.speaker if spends else ()) or known.main or (known.home if spends else ()))


def _home_here(scene: Scene, stated: Stated, grammar: HoldersGrammar) -> tuple[str, ...]:
    """The state of the person named last ahead of a number in its own sentence."""
    people = [each for each in with_states(scene.actors, grammar) if is_person(each.mention, grammar)]
    ahead = [each.mention.actors for each in people if each.last <= stated.first]
    return ahead[-1] if ahead and grammar.groups.isdisjoint(ahead[-1]) else ()


def _undertaker(
    scene: Scene, stated: Stated, meaning: Meaning, grammar: HoldersGrammar, known: Known
) -> tuple[str, ...]:
    """The state of the person who announces or promises ahead of a figure: "the premier said that spending will rise"."""
    if meaning.unit == COUNT or meaning.metric == OTHER:
        return ()
    person = next((actor.first for actor in scene.actors if is_person(actor.mention, grammar)), stated.first)
    pronouns = {hit.last for hit in scene.cues("they")}
    if any(cue.first in pronouns and cue.last <= person for cue in scene.cues("undertaking")):
        return tuple(known.home)
    for actor in reversed(with_states(scene.actors, grammar)):
        named = is_person(actor.mention, grammar) and actor.last <= stated.first and is_of_pact(actor, grammar)
        if named and any(0 <= cue.first - actor.last <= _PHRASE for cue in scene.cues("undertaking")):
            return () if actor.mention.actors[0] in grammar.groups else actor.mention.actors
    return ()


def _may_be_subject(scene: Scene, hit: Hit[str], stated: Stated, is_loose: bool) -> bool:
    """Whether a word that points back may be what the figure is said of: before it, in its clause or the one before.

    What is neither spent nor counted by the pact is so only where the word opens a clause: a firm too has "its sales".
    """
    before = scene.tokens.words[hit.first - 1] if hit.first else ","
    opens = hit.first <= _OPENING or not before[0].isalnum()
    return hit.last <= stated.first and scene.apart(hit.first, stated.first) <= 1 and (opens or not is_loose)


def _asker(scene: Scene, stated: Stated, grammar: HoldersGrammar, known: Known) -> tuple[str, ...]:
    """The state of who asks others for a number, by a verb of asking ahead of it; empty where nobody does."""
    if not any(cue.last <= stated.first for cue in scene.cues("asking")) or scene.cues("own"):
        return ()
    people = (each for each in with_states(scene.actors, grammar) if is_person(each.mention, grammar))
    asking = next((each.mention.actors for each in people if each.last <= stated.first), ())
    return tuple(asking or known.speaker or ())


def _is_undertaken(scene: Scene, stated: Stated) -> bool:
    """Whether a verb leads to the number, so that it is of whom the text speaks of: "the party wants to reach 2 %"."""
    last = stated.measured.last
    if scene.nearest("goal", stated.first, last, before=4, after=2, clauses=0) is not None:
        return False
    verbs = ("raising", "aspiring", "reaching")
    return any(scene.nearest(verb, stated.first, last, before=_LEADS, after=-1, clauses=0) for verb in verbs)


def _is_of_common_force(scene: Scene, stated: Stated, meaning: Meaning) -> bool:
    """Whether what is counted are formations, or people of a force that several make up: nobody's own where none is named."""
    first, last = stated.measured.first, stated.measured.last
    if meaning.metric == TROOPS and scene.nearest("common_force", first, last, before=10, after=6, clauses=1):
        return True
    return any(first <= cue.first < last for cue in scene.cues("formations"))


def _names_members(scene: Scene, stated: Stated) -> bool:
    """Whether members in general stand ahead of the number: "members agreed to reach 2 %"."""
    heads = (hit for hit in scene.metrics if hit.label == MEMBERS and hit.last <= stated.first)
    return any(scene.apart(hit.first, stated.first) <= 1 for hit in heads)
