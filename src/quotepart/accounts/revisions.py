"""How much official figures move after they are printed: learnt from the editions held, by lag.

A *lag* is the time between two editions. Pairs of editions fall into classes of lag, and a band is read from the pairs of the
class that the asked-for lag falls into; where there are none, from the next longer class, else the next shorter. Pairs whose
definitions differ are left out: what moves there is not the figure but its meaning.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal

from quotepart.accounts.editions import years_between
from quotepart.accounts.totals import Total
from quotepart.model.frozen import dataclass
from quotepart.model.observation import Edition

LAG_CLASSES = (Decimal("0.75"), Decimal(2), Decimal(4), Decimal("Infinity"))
"""The upper ends of the classes, in years: the next release, the next year's, up to four years, longer."""

FEW = 10
"""Below this many revisions of its own, a member's band is that of all members."""

FEW_OF_A_GROUP = 3
"""The same for a group, whose members' revisions partly cancel out: pooled members would make its band far too wide."""

Pair = tuple[Edition, Edition]
"""Two editions, the earlier one first."""

Samples = Callable[[Pair], Iterable[Decimal]]


@dataclass(frozen=True, slots=True, kw_only=True)
class RevisionBand:
    """The distribution of revisions at a lag: shares of the first printed value, or points for a series that is itself a change.

    ``median`` is signed; ``p50``, ``p90`` and ``p99`` are of the absolute size, each the smallest revision that at least so many
    per cent do not exceed. ``count`` is how many revisions were measured, ``pairs`` in which editions, ``is_pooled`` whether
    over all members because the one asked for has few.
    """

    lag_years: Decimal
    from_lag: Decimal
    to_lag: Decimal
    median: Decimal
    p50: Decimal
    p90: Decimal
    p99: Decimal
    count: int
    pairs: tuple[tuple[str, str], ...]
    is_pooled: bool = False
    in_points: bool = False


def band_at(
    lag: Decimal,
    pairs: Sequence[Pair],
    samples: Samples,
    pooled: Samples | None = None,
    *,
    few: int = FEW,
    in_points: bool = False,
) -> RevisionBand | None:
    """Return the band of revisions at ``lag`` years; ``None`` where no two editions tell.

    ``samples`` gives the revisions between one pair of editions; ``pooled`` those of all members, used where
    the first are fewer than ``few``.
    """
    for lower, upper in _classes(lag):
        chosen = [pair for pair in pairs if lower <= lag_of(pair) < upper]
        found = {pair: list(samples(pair)) for pair in chosen}
        is_pooled = pooled is not None and sum(map(len, found.values())) < few
        if pooled is not None and is_pooled:
            found = {pair: list(pooled(pair)) for pair in chosen}
        if any(found.values()):
            return band_of(lag, (lower, upper), found, is_pooled=is_pooled, in_points=in_points)
    return None


def lag_of(pair: Pair) -> Decimal:
    """Return the years between two editions."""
    return years_between(pair[0].published, pair[1].published)


def comparable_pairs(editions: Sequence[Edition]) -> tuple[Pair, ...]:
    """Return all pairs (earlier, later) of held editions of one producer that share a definition."""
    held = sorted((each for each in editions if each.held != "none"), key=lambda each: (each.published, each.id))
    return tuple(
        (one, other)
        for at, one in enumerate(held)
        for other in held[at + 1 :]
        if (one.definition, one.producer) == (other.definition, other.producer)
    )


def age_of(edition: Edition, year: int) -> int:
    """Return how long before an edition a year lay: 0 its own year, 1 the last, 2 any earlier one."""
    return min(2, max(0, edition.published.year - year))


def revisions_between(totals: Sequence[tuple[Total, Total]], *, step: Decimal, in_points: bool) -> list[Decimal]:
    """Return how much each figure moved from one edition to a later one: a share of the first value, or points.

    ``totals`` are one entity's, by year. Values printed more coarsely than ``step`` are left out; a move within the last printed
    digits counts as none. Where the price bases differ, the first values are re-based by the ratio of the entity's totals over
    the years that are final in both editions, so that what is left is revision.
    """
    printed = [pair for pair in totals if all(each.step <= step * len(each.inputs) for each in pair)]
    pairs = [(one, other, one.value, other.value) for one, other in printed if one.value and other.value is not None]
    factor = _factor(pairs)
    return [] if factor is None else [_moved(one, other, factor, in_points) for one, other, _, _ in pairs]


def quantile(values: Sequence[Decimal], share: Decimal) -> Decimal:
    """Return the smallest of ``values`` that at least ``share`` of them do not exceed.

    >>> quantile([Decimal(3), Decimal(1), Decimal(2)], Decimal("0.5"))
    Decimal('2')
    """
    ordered = sorted(values)
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)]


def _factor(pairs: Sequence[tuple[Total, Total, Decimal, Decimal]]) -> Decimal | None:
    if not pairs or pairs[0][0].price_base == pairs[0][1].price_base or pairs[0][0].unit.startswith("percent"):
        return Decimal(1)
    final = [(first, second) for one, other, first, second in pairs if {one.status, other.status} == {"final"}]
    before, after = (sum((pair[at] for pair in final), Decimal(0)) for at in (0, 1))
    return after / before if before else None


def _moved(one: Total, other: Total, factor: Decimal, in_points: bool) -> Decimal:
    first, second = (one.value or Decimal(0)) * factor, other.value or Decimal(0)
    if abs(second - first) <= (one.step * factor + other.step) / 2:
        return Decimal(0)
    return second - first if in_points else (second - first) / first


def _classes(lag: Decimal) -> list[tuple[Decimal, Decimal]]:
    bounds = list(zip((Decimal(0), *LAG_CLASSES), LAG_CLASSES, strict=False))
    own = next(at for at, (lower, upper) in enumerate(bounds) if lower <= lag < upper)
    return bounds[own:] + bounds[:own][::-1]


def band_of(
    lag: Decimal, ends: tuple[Decimal, Decimal], moved: Mapping[Pair, Sequence[Decimal]], *, is_pooled: bool = False,
    in_points: bool = False,
) -> RevisionBand:  # fmt: skip
    """Return the distribution of the revisions in ``moved``, of which there must be one, in a class of lag with these ends."""
    found = [revision for revisions in moved.values() for revision in revisions]
    sizes = [abs(revision) for revision in found]
    return RevisionBand(
        lag_years=lag,
        from_lag=ends[0],
        to_lag=ends[1],
        median=quantile(found, Decimal("0.5")),
        p50=quantile(sizes, Decimal("0.5")),
        p90=quantile(sizes, Decimal("0.9")),
        p99=quantile(sizes, Decimal("0.99")),
        count=len(found),
        pairs=tuple((one.id, other.id) for (one, other), revisions in moved.items() if revisions),
        is_pooled=is_pooled,
        in_points=in_points,
    )
