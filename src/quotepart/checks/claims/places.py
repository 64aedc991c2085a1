"""Places in an order: whose a place is, and one place for each group among which it is said."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from quotepart.checks.claims.claim import Actor, Claim
from quotepart.checks.claims.cues import Cue, Cues
from quotepart.checks.claims.numerals import numbers_in
from quotepart.checks.claims.quantity import left_behind
from quotepart.checks.working.register import MEMBERS
from quotepart.model.amount import Amount, Qualifier
from quotepart.model.pact import Pact

_RANKED = ("ranked", "highest", "lowest", "ordinal")
_EXCEPTIONS = ("all_but", "except")
_SOLE, _BEHIND, _THAT_OF = (
    14,
    6,
    16,
)  # characters from "only" to the number, from "than" to the name: an article may stand there


def holder_of(claim: Claim, parties: Sequence[Actor], pact: Pact) -> tuple[str, ...]:
    """Return whose place it is: the first that is named; left open where only groups are, behind "our"."""
    ours = claim.cues.of("we")
    is_open = ours and ours[0].start < parties[0].start and not any(party.id in pact.members for party in parties)
    return () if is_open else (parties[0].id,)


def behind_others(claim: Claim, parties: tuple[Actor, ...]) -> tuple[tuple[Actor, ...], int]:
    """Return the parties without those that open the sentence as ahead of the others, and how many they are: "behind X, Y"."""
    opens = [cue.end for cue in claim.cues.of("behind") if cue.start == 0]
    comma = claim.cues.text.find(",")
    ahead = [party for party in parties if opens and opens[0] <= party.start and party.end <= comma]
    left = tuple(party for party in parties if party not in ahead)
    return (left, len(ahead)) if left else (parties, 0)


def place_claim(claim: Claim, place: int | None, who: tuple[str, ...]) -> Claim:
    """Return ``claim`` as one on a place, the first where none is said; "among the first three" is no exact place."""
    among: Qualifier = "at_most" if claim.cues.has("one_of") else "exact"
    amount = Amount(value=Decimal(place or 1), unit="count", qualifier=among, is_line=place in (None, 1))
    return replace(claim, amount=amount, kind="rank", shape="rank", groups=who)


def places_within(
    claim: Claim, parties: Sequence[Actor], pact: Pact, numbers: Mapping[str, int], who: tuple[str, ...]
) -> Iterator[Claim]:
    """Yield the place in each of several groups: "the biggest in Europe, the second largest in the alliance".

    Nothing where not two groups are named, each with a word for a place of its own before it.
    """
    groups = [party for party in parties if party.id in pact.groups and (party.id,) != who]
    found: list[tuple[Actor, int | None]] = []
    start = next((party.end for party in parties if (party.id,) == who), 0)
    for group in groups:
        ranked = claim.cues.within(start, group.start).of(*_RANKED)
        if not ranked:
            return
        counted = [value for at, value in numbers_in(claim.cues.text, numbers) if ranked[0].start <= at < group.start]
        found.append((group, counted[0] if counted else None))
        start = group.end
    holder = [party for party in parties if (party.id,) == who][:1]
    for group, place in found if len(found) > 1 else ():
        yield replace(place_claim(claim, place, who), actors=(*holder, group))


def place_by_others(claim: Claim, pact: Pact) -> Claim | None:
    """Return how many alone are said to do worse, or better, than somebody as that one's place from that end.

    "Only four members spend less than X": X is fifth from the bottom. ``None`` where the figure says nothing of the kind.
    """
    if claim.metric != MEMBERS or claim.unit != "count" or claim.amount.qualifier != "exact":
        return None
    alone = claim.cues.within(max(0, claim.start - _SOLE), claim.start).has("only")
    behind = claim.cues.within(claim.end, len(claim.cues.text))
    beaten = _beaten_by(behind, claim.actors, pact)
    if not alone or beaten is None:
        return None
    who, end = beaten
    amount = replace(claim.amount, value=claim.amount.value + 1)
    return replace(with_end(claim, end), amount=amount, kind="rank", shape="rank", groups=(who.id,), of=None)


def sole_ahead(claim: Claim, parties: Sequence[Actor], pact: Pact) -> Iterator[Claim]:
    """Yield what "only X and Y spend more than Z" says beside what it says of each: Z comes right behind as many.

    Nothing where the words say it of nobody alone, or deny that they are alone.
    """
    sole = next(iter(claim.cues.of("only", "sole")), None)
    beaten = _beaten_by(claim.cues, claim.actors, pact)
    if sole is None or beaten is None or claim.cues.has("not", "times", "combined", "than_in"):
        return
    who, end = beaten
    alone = list(dict.fromkeys(party.id for party in parties if party.end <= who.start and party.id in pact.members))
    close = sole.kind == "sole" or any(0 <= party.start - sole.end <= _BEHIND for party in parties)
    if not alone or not close or who.id in alone:
        return
    named = tuple(party for party in parties if party.id == who.id or party.id in pact.groups)
    yield with_end(replace(place_claim(claim, len(alone) + 1, (who.id,)), actors=named), end)


def _beaten_by(cues: Cues, actors: Sequence[Actor], pact: Pact) -> tuple[Actor, str] | None:
    """Who stands behind "do worse than" or "spend more than", and from which end the place is counted."""
    for cue in cues.of("than"):
        who = next((actor for actor in actors if 0 <= actor.start - cue.end <= _THAT_OF), None)
        said = cues.within(0, cue.end)
        if who is None or who.id not in pact.members:
            continue
        if said.has("worse", "less"):
            return who, "lowest"
        if said.has("better", "more"):
            return who, "highest"
    return None


def with_end(claim: Claim, end: str) -> Claim:
    """Return a claim whose place is counted from ``end``, "highest" or "lowest", and from no other that its words name."""
    return replace(claim, cues=claim.cues.spent("highest", "lowest").plus(Cue(claim.start, claim.start, end)))


def place_behind(claim: Claim, parties: tuple[Actor, ...], pact: Pact) -> Claim | None:
    """Return "more than any ally but X" as what it says of the first named: the place right behind those left out."""
    than = next((cue for cue in claim.cues.of("than_any") if cue.start > parties[0].end), None)
    if than is None or parties[0].id not in pact.members:
        return None
    ahead = left_behind(claim, pact, *_EXCEPTIONS, start=than.end)
    before = claim.cues.within(parties[0].end, than.end)
    if not ahead or not before.has("more", "less"):
        return None
    read = claim.cues.spent(*_EXCEPTIONS, "not")
    is_least = before.has("less") and not before.has("more")
    placed = place_claim(replace(claim, cues=read, actors=parties[:1]), len(ahead) + 1, (parties[0].id,))
    return with_end(placed, "lowest") if is_least else placed
