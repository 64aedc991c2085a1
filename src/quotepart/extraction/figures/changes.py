"""Whether a number says how much something rose or fell, or how much it was after that."""

from __future__ import annotations

from quotepart.extraction.figures.hedges import Stated
from quotepart.extraction.figures.scene import Scene
from quotepart.extraction.languages.language import Language
from quotepart.extraction.text.tokens import Hit
from quotepart.model.frozen import dataclass

_LISTED = 40  # tokens between a noun of rise and the last of those listed behind it
_SIGNS, _MINUS = ("+", "−"), "-"
_ADDED = 7  # tokens between a verb of adding and how much is added: "will add to its budget 4 billion"
_SUBJECT = 10  # tokens from the noun of a rise to the verb that says how much it is


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeGrammar:
    """How a language ties a number to a word of change: "by 4 %" is a change, "to 4 %" a level."""

    by: frozenset[str]
    to: frozenset[str]
    copulas: frozenset[str]
    collects: frozenset[str]
    phrasal: frozenset[str]
    than: tuple[list[str], ...]


def compile_change(language: Language) -> ChangeGrammar:
    """Return the grammar made from the language's table ``figures``."""
    table = language.tables["figures"]["change"]
    return ChangeGrammar(
        than=tuple([word] for word in table["than"]),
        **{name: frozenset(table[name]) for name in ("by", "to", "copulas", "collects", "phrasal")},
    )


def is_changing(scene: Scene, stated: Stated, grammar: ChangeGrammar) -> bool:
    """Return whether a word of rise or fall governs the number: "augmenter … de 4 %", "up 4 %", "a 4 % rise", never "to 4 %"."""
    words = scene.tokens.words
    if stated.end or words[stated.first] in grammar.to:
        return False
    after, sign = stated.measured.last, words[stated.first - 1] if stated.first else ""
    if sign in _SIGNS or words[max(0, stated.first - 2) : stated.first] == ["(", _MINUS]:
        return True
    if sign == "(" and _is_listed_rise(scene, stated):
        return True
    if scene.nearest("adding", stated.first, after, before=_ADDED, after=-1, clauses=0) is not None:
        return True
    if any(hit.first == after for hit in scene.cues("added_after")) or _is_rise_itself(scene, stated, grammar):
        return True
    return any(_governs(scene, stated, grammar, hit) for label in ("up", "down") for hit in scene.cues(label))


def is_falling(scene: Scene, stated: Stated) -> bool:
    """Return whether the nearest word of rise or fall is one of fall: a loss over years is a change, no sum added."""
    near = [scene.nearest(label, stated.first, stated.measured.last, before=12, after=4) for label in ("up", "down")]
    rise, fall = (None if hit is None else abs(hit.first - stated.first) for hit in near)
    return fall is not None and (rise is None or fall < rise)


def _is_listed_rise(scene: Scene, stated: Stated) -> bool:
    """Whether a number in brackets behind a name says how large a rise was: "the largest rises: Borduria (7 %), …"."""
    noun = scene.nearest("change_nouns", stated.first, stated.measured.last, before=_LISTED, after=-1)
    named = any(actor.last == stated.first - 1 for actor in scene.actors)
    return named and noun is not None and ":" in scene.tokens.words[noun.last : stated.first]


def _governs(scene: Scene, stated: Stated, grammar: ChangeGrammar, hit: Hit[str]) -> bool:
    words, measured = scene.tokens.words, stated.measured
    apart = scene.apart(hit.first, measured.first)
    if hit.first and words[hit.first - 1] in grammar.phrasal:
        return False
    beside = words[hit.last : hit.last + 2]
    if hit in scene.cues("down") and not grammar.to.isdisjoint(beside) and grammar.by.isdisjoint(beside):
        return False
    if any(cue.last == stated.first for cue in scene.cues("amounting")):
        return False
    if hit.last <= stated.first:
        between = words[hit.last : stated.first]
        if grammar.to & set(between[-2:]):
            return False
        previous = words[stated.first - 1] if stated.first > 0 else ""
        if any(hit.last <= goal.first < stated.first for goal in scene.cues("goal")):
            return False
        is_object = len(between) <= 2 and apart == 0 and words[hit.first] not in grammar.collects
        if apart and any(hit.last <= number < stated.first for number in scene.numbers):
            return False
        return is_object or (previous in grammar.by and len(between) <= 16 and apart <= 1 + (between[0] == ","))
    return False


def _is_rise_itself(scene: Scene, stated: Stated, grammar: ChangeGrammar) -> bool:
    """Whether the rise or fall that the number measures stands with it: "a 4 % increase", "the increase is 4 %"."""
    words, last = scene.tokens.words, stated.measured.last
    if stated.first and words[stated.first - 1] in grammar.copulas:
        hit = scene.nearest("change_nouns", stated.first, last, before=_SUBJECT, after=-1, clauses=0)
        if hit is not None and not any(hit.first < number < stated.first for number in scene.numbers):
            return True
    for hit in scene.cues("change_nouns"):
        between = words[last : hit.first]
        if hit.first >= last and len(between) <= 3 and scene.apart(hit.first, last - 1) == 0:
            return not grammar.to & set(between)
    return False
