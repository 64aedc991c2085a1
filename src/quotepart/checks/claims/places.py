"""Places in an order: whose a place is, and one place for each group among which it is said."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from quotepart.checks.claims.claim import Actor, Claim
from quotepart.checks.claims.numerals import numbers_in
from quotepart.model.amount import Amount, Qualifier
from quotepart.model.pact import Pact

_RANKED = ("ranked", "highest", "lowest", "ordinal")


def holder_of(claim: Claim, parties: Sequence[Actor], pact: Pact) -> tuple[str, ...]:
    """Return whose place it is: the first that is named; left open where only groups are, behind "our"."""
    ours = claim.cues.of("we")
    is_open = ours and ours[0].start < parties[0].start and not any(party.id in pact.members for party in parties)
    return () if is_open else (parties[0].id,)


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
