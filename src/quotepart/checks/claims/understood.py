"""Whether words were read to their end: nothing in the figure's clause, or in a sentence without one, is unknown."""

from __future__ import annotations

import re
from functools import lru_cache

from quotepart.checks.claims.claim import Actor, Claim
from quotepart.checks.claims.clauses import bounds_of, place_of
from quotepart.checks.claims.cues import LAYER, Cue, Cues
from quotepart.extraction.languages.find import language_of
from quotepart.extraction.text.fold import fold
from quotepart.model.pact import Pact

_WORD = re.compile(r"[^\W\d_]{3,}")
_AT, _BEHIND = 2, 6
_LICENCES = (
    "spending_of", "defence", "own_budget", "effort", "forces", "soldiers", "equipment", "cost_of", "common", "spender",
    "outlays", "target", "met", "makes_up", "own_whole",
)  # fmt: skip
"""Words that tell that a figure is one of what the accounts measure."""
_OF_REGISTERS = ("accession", "joining", "joining_order", "membership", "office", "meeting")
_OF_ONE = ("level", "change", "added")
_OF_SOME = (*_OF_ONE, "share_of_total", "ratio", "gap")


def names_of_holders(pact: Pact) -> frozenset[str]:
    """Return the words of the names of all who held an office of the pact, folded: a name beside a term changes nothing."""
    names = (name for holding in pact.holdings for name in (holding.holder, *holding.aliases))
    return frozenset(word for name in names for word in _WORD.findall(fold(name)))


def is_understood(claim: Claim, operation: str, pact: Pact, names: frozenset[str] = frozenset()) -> bool:
    """Whether a miss by ``operation`` can be held against the words: every one of them is known, and the holder is certain.

    The words are those of the figure's clause; where the words make the amount, of the whole sentence. A clause that speaks of
    something else (prices, trade, people) or of a state outside the pact is not understood. ``names`` are words of persons'
    names, which say of whose time in office the words speak.
    """
    if claim.shape in _OF_REGISTERS or not claim.end:
        return True
    low, high = bounds_of(claim) if claim.shape == "figure" else (0, claim.end)
    if _has_unread(claim, low, high, pact, names):
        return False
    if claim.shape != "figure" or operation not in _OF_SOME:
        return True
    near = claim.cues.within(low, high)
    if _is_elsewhere(near) or _is_foreign(claim, near, pact, operation):
        return False
    if not _is_of_antecedent(claim, low, high, pact):
        return False
    if operation not in _OF_ONE or len(claim.groups) > 1:
        return True
    parties = tuple(actor for actor in claim.actors if actor.id in pact.members or actor.id in pact.groups)
    here = tuple(actor for actor in parties if low <= actor.start and actor.end <= high)
    return _is_of_holder(claim, near, parties, here, pact)


def is_of_another(claim: Claim) -> bool:
    """Whether the figure's clause names something that the accounts do not measure, and nothing that they do."""
    low, high = bounds_of(claim)
    near = claim.cues.within(low, high)
    spends = any(cue.end - cue.start > _AT for cue in near.of("spends"))
    return _is_elsewhere(near) and not spends and not near.has(*_LICENCES)


def is_followed_by_noun(claim: Claim) -> bool:
    """Whether a noun that no list knows stands right behind the figure, in the place of its unit."""
    table = language_of(claim.lang).tables[LAYER]
    text, at = claim.cues.text, claim.end
    links = [link for link in table["unit_links"] if text.startswith(f" {link}", at)]
    at += len(links[0]) + 1 if links else 0
    word = _WORD.match(text, at + 1 if text[at : at + 1] == " " else at)
    if word is None or not (links or word[0].endswith(tuple(table["plurals"]))):
        return False
    is_known = any(cue.start <= word.start() < cue.end for cue in claim.cues.hits)
    is_name = any(actor.start <= word.start() < actor.end for actor in claim.actors)
    return not (is_known or is_name or word[0] in _plain(claim.lang))


def _is_elsewhere(near: Cues) -> bool:
    """Whether the clause names something that the accounts do not measure, and not as part of "of its economy"."""
    wholes = near.of("of_gdp", "per_head")
    return any(
        not any(whole.start <= cue.start and cue.end <= whole.end for whole in wholes) for cue in near.of("elsewhere")
    )


def _is_foreign(claim: Claim, near: Cues, pact: Pact, operation: str) -> bool:
    """Whether a state outside the pact stands beside money not said to be for defence, or a part that can be the world's."""
    known = (actor.id in pact.members or actor.id in pact.groups for actor in claim.actors)
    if all(known):
        return False
    return operation == "share_of_total" or (claim.is_money and not near.has("defence", "spending_of"))


def _is_of_antecedent(claim: Claim, low: int, high: int, pact: Pact) -> bool:
    """Whether a relative clause that names nobody follows right behind the holder: not "those states whose spending is"."""
    opened = [cue for cue in claim.cues.of("whose") if cue.end <= low <= cue.end + _AT]
    parties = [actor for actor in claim.actors if actor.id in pact.members or actor.id in pact.groups]
    if not opened or not claim.groups or any(low <= actor.start < high for actor in parties):
        return True
    before = [actor for actor in parties if 0 <= opened[0].start - actor.end <= _BEHIND]
    return any(actor.id == claim.groups[0] for actor in before)


def _is_of_holder(claim: Claim, near: Cues, parties: tuple[Actor, ...], here: tuple[Actor, ...], pact: Pact) -> bool:
    """Whether the holder stands in the clause, before the figure where anybody does, or leads the whole sentence."""
    than = [
        cue for cue in near.of("than") if not 0 <= claim.start - cue.end <= 1
    ]  # "less than one" compares with nobody
    compares = bool(than) and not (near.has("nothing_but") and near.has("not"))  # nor does "ne … que"
    if not claim.groups or compares:
        return True
    holder_is_whole = claim.groups[0] == pact.conventions.whole
    if not parties:
        return claim.cues.has("we") or not (claim.span or claim.cues.has("pronoun") or holder_is_whole)
    holder = claim.groups[0]
    if holder == pact.conventions.whole and any(actor.id in pact.members for actor in parties):
        return False
    before = [actor.id for actor in here if actor.end <= claim.start]
    if before and holder in pact.groups and any(actor in pact.members for actor in before):
        return False
    if before:
        return holder in before
    if here:
        return holder in {actor.id for actor in here}
    subject = _subject_before(claim, near, parties)
    if subject:
        return holder == subject
    if any(0 <= actor.start - claim.end <= _BEHIND and actor.id != holder for actor in parties):
        return False  # "and roughly 700 billion, Syldavia is estimated to spend"
    if parties[0].start >= claim.end:
        return False
    return holder == parties[0].id or holder not in {actor.id for actor in parties}


def _subject_before(claim: Claim, near: Cues, parties: tuple[Actor, ...]) -> str:
    """The party before the clause that is the subject of the verb it opens with: "X, in actual numbers, is at"."""
    verbs = near.within(0, claim.start).of("is", "was", "spends", "met")
    before = [actor for actor in parties if actor.end <= claim.start]
    opens = bool(verbs) and claim.cues.text[: verbs[0].start].rstrip().endswith(",")
    return before[-1].id if opens and before else ""


def _has_unread(claim: Claim, low: int, high: int, pact: Pact, persons: frozenset[str]) -> bool:
    """Whether any word of the clause is neither a cue nor a name, nor of a figure, a measure, or a plain word of the language."""
    plain, text = _plain(claim.lang), claim.cues.text
    unknown = [word for word in _WORD.finditer(text, low, high) if word[0] not in plain]
    if not unknown:
        return False
    names = pact.names.get(claim.lang)
    measures = _words_of(tuple(phrase for phrases in names.metrics.values() for phrase in phrases)) if names else plain
    covered = [(cue.start, cue.end) for cue in _whole_words(claim.cues.hits)]
    covered += [(actor.start, actor.end) for actor in (*claim.named, *claim.actors)]
    covered += [(claim.start, claim.end), *(place_of(each, claim) for each in claim.others)]
    left = [word for word in unknown if word[0] not in measures and word[0] not in persons]
    return any(not any(start <= word.start() < end for start, end in covered) for word in left)


@lru_cache
def _words_of(phrases: tuple[str, ...]) -> frozenset[str]:
    return frozenset(word for phrase in phrases for word in _WORD.findall(fold(phrase)))


def _whole_words(hits: tuple[Cue, ...]) -> tuple[Cue, ...]:
    return tuple(cue for cue in hits if cue.kind not in ("elsewhere", "number"))


@lru_cache
def _plain(lang: str) -> frozenset[str]:
    """The words of a language that change nothing of what is measured, or of whom."""
    return frozenset(map(fold, language_of(lang).tables[LAYER]["plain"]))
