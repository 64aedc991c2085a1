"""The decision table: from the results of a claim's readings to one verdict."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from quotepart.model.finding import Result, Verdict
from quotepart.model.frozen import dataclass

PLAUSIBLE = Decimal("0.15")
_TWO_THIRDS = Decimal(2) / 3
_HALF = Decimal("0.5")
_NUDGES = (_HALF, Decimal("1.5"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Vote:
    """One reading as the table sees it: its weight as first given, its result, and the ``pool`` of readings it is weighed with.

    Readings that count prices alike and differ in whose figures they take share a pool.
    """

    weight: Decimal
    result: Result
    pool: str = ""


def plausible(votes: Sequence[Vote]) -> tuple[Vote, ...]:
    """Return the votes that count: those of weight 0.15 or more, else the weightiest alone.

    The weightiest of a pool counts as well where the pool weighs as much: what many groups share is not split out of account.
    """
    leads = _pool_leads(votes)
    kept = tuple(vote for vote in votes if vote.weight >= PLAUSIBLE or any(vote is lead for lead in leads))
    return kept or tuple(sorted(votes, key=lambda vote: -vote.weight)[:1])


def _pool_leads(votes: Sequence[Vote]) -> tuple[Vote, ...]:
    """The weightiest vote of each pool that is plausible as a whole."""
    pools: dict[str, list[Vote]] = {}
    for vote in votes:
        if vote.pool:
            pools.setdefault(vote.pool, []).append(vote)
    plausible_pools = (pool for pool in pools.values() if _weigh(pool) >= PLAUSIBLE)
    return tuple(max(pool, key=lambda vote: vote.weight) for pool in plausible_pools)


def decide(votes: Sequence[Vote], *, announced: bool = False, was_so_earlier: bool = False) -> Verdict:
    """Return the verdict on the plausible ``votes``.

    ``announced``: the producer announced this figure by that day; ``was_so_earlier``: an earlier year or edition matches.
    """
    counted = plausible(votes)
    with_data = [vote for vote in counted if vote.result != "no_data"]
    if not with_data:
        return "as_announced" if announced else "not_checkable"
    verdict = _by_table(with_data, was_so_earlier)
    carried, given = _weigh(with_data), _weigh(counted)
    return "depends" if carried < given * _HALF else verdict


def _by_table(votes: Sequence[Vote], was_so_earlier: bool) -> Verdict:
    total = _weigh(votes)
    leading = max(votes, key=lambda vote: vote.weight)
    matching = _weigh([vote for vote in votes if vote.result == "match"])
    near = _weigh([vote for vote in votes if vote.result == "near"])
    if leading.result == "match" and matching >= total * _TWO_THIRDS:
        return "supported"
    if matching:
        return "depends"
    if near:
        return "close" if near >= total * _HALF else "depends"
    return "out_of_date" if was_so_earlier else "contradicted"


def do_weights_matter(votes: Sequence[Vote]) -> bool:
    """Whether the verdict changes when the weight of one plausible reading is moved by half, the others as they are."""
    counted = [vote for vote in plausible(votes) if vote.result != "no_data"]
    if len(counted) < 2:
        return False
    verdict = _by_table(counted, False)
    nudged = (
        [
            Vote(weight=vote.weight * nudge, result=vote.result, pool=vote.pool) if at == place else vote
            for at, vote in enumerate(counted)
        ]
        for place in range(len(counted))
        for nudge in _NUDGES
    )
    return any(_by_table(votes, False) != verdict for votes in nudged)


def _weigh(votes: Sequence[Vote]) -> Decimal:
    return sum((vote.weight for vote in votes), Decimal(0))
