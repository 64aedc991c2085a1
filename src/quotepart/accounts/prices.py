"""Money of one price base said in another: by what a group's totals were worth in two editions.

A producer that moves its constant prices from one base year to another prints the same years twice. The ratio of a group's totals
over the years in question, in an edition of each base, turns a value of the one into a value of the other. It holds for sums and
differences of that group, not for a single member of another mix of currencies.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal

from quotepart.accounts.editions import years_between
from quotepart.accounts.totals import Total
from quotepart.model.frozen import dataclass
from quotepart.model.observation import Edition

TotalIn = Callable[[Edition, int], Total]
"""Edition and year to a group's total in constant prices."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rebased:
    """A value in another price base: ``value`` is what was given times ``factor``.

    ``factor`` is the group's total over ``years`` in ``to_edition`` over the same in ``from_edition``, whose observations are
    the ``inputs``.
    """

    value: Decimal
    factor: Decimal
    from_base: int
    to_base: int
    group: str
    years: tuple[int, ...]
    from_edition: str
    to_edition: str
    inputs: tuple[Total, ...] = ()


def rebase(
    value: Decimal, *, edition: Edition, to_base: int, group: str, years: Sequence[int], editions: Sequence[Edition],
    total_in: TotalIn,
) -> Rebased | None:  # fmt: skip
    """Return ``value``, in the constant prices of ``edition``, in those of ``to_base``; ``None`` where no edition bridges them.

    The bridge is an edition of the other base that covers the years: one that prints the group's own total before one whose
    members have to be added up, then the nearest in time.
    """
    if edition.price_base is None:
        return None
    if edition.price_base == to_base:
        return Rebased(
            value=value, factor=Decimal(1), from_base=to_base, to_base=to_base, group=group, years=tuple(years),
            from_edition=edition.id, to_edition=edition.id,
        )  # fmt: skip
    ours = tuple(total_in(edition, year) for year in years)
    bridges = [
        (other, totals)
        for other in editions
        if other.price_base == to_base and has_all(totals := tuple(total_in(other, year) for year in years))
    ]
    if not has_all(ours) or not bridges:
        return None
    bridge, theirs = min(bridges, key=lambda pair: (not _is_printed(pair[1]), *_distance(pair[0], edition)))
    factor = sum_of(theirs) / sum_of(ours)
    return Rebased(
        value=value * factor,
        factor=factor,
        from_base=edition.price_base,
        to_base=to_base,
        group=group,
        years=tuple(years),
        from_edition=edition.id,
        to_edition=bridge.id,
        inputs=ours + theirs,
    )


def has_all(totals: Sequence[Total]) -> bool:
    """Whether there are totals, and each has a value."""
    return bool(totals) and all(total.value is not None for total in totals)


def sum_of(totals: Sequence[Total]) -> Decimal:
    """Return the sum of the totals' values, none of which may be missing."""
    return sum((total.value for total in totals if total.value is not None), Decimal(0))


def _is_printed(totals: Sequence[Total]) -> bool:
    return all(total.printed is not None for total in totals)


def _distance(one: Edition, other: Edition) -> tuple[Decimal, str]:
    return years_between(one.published, other.published), one.id
