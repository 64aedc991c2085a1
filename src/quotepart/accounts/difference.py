"""What changed from one edition to a later one: figures that are new, gone or revised, and which revisions stand out.

Where constant prices moved to another year, an entity's first figures are put into the later edition's prices before they are
compared: by the ratio of its figures over the years that are final in both.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Literal

from quotepart.accounts.tables import Key, Period, Table
from quotepart.model.frozen import dataclass
from quotepart.model.observation import Basis, Edition, Observation
from quotepart.model.pact import Pact

ChangeKind = Literal["new", "gone", "revised", "same"]

OUTLIER_TIMES = 5
"""A revision stands out beyond so many times the median move of its series, those that did not move among them …"""

LEAST_OUTLIER = Decimal("0.05")
"""… and beyond this share of the figure …"""

LEAST_OUTLIER_POINTS = Decimal(5)
"""… or this many points, for a series that is itself a change."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One figure in two editions; ``before`` is in the prices of the later one where the bases differ (``factor``).

    ``size`` is the revision as a share of the first figure, or in points for a series of changes; ``None`` where the first
    figure is zero or missing. ``excess`` is how many times larger an outlier is than what passes as usual, else 0.
    """

    entity: str
    indicator: str
    basis: Basis
    period: str
    kind: ChangeKind
    before: Observation | None
    after: Observation | None
    size: Decimal | None = None
    factor: Decimal = Decimal(1)
    excess: Decimal = Decimal(0)

    @property
    def is_outlier(self) -> bool:
        """Whether the revision stands out in its series."""
        return self.excess > 0

    @property
    def first(self) -> Decimal | None:
        """The first figure, in the prices of the later edition."""
        return self.before.value * self.factor if self.before else None


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesChange:
    """How one series changed: how many figures are new, gone, revised or the same, and how large revisions are.

    ``median`` and ``largest`` are of the absolute size of the revised figures: shares, or points where ``in_points``.
    """

    indicator: str
    basis: Basis
    new: int
    gone: int
    revised: int
    same: int
    median: Decimal | None
    largest: Decimal | None
    outliers: int
    in_points: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """All that changed from ``before`` to ``after``, figure by figure, in the order of series, entity and period."""

    before: Edition
    after: Edition
    changes: tuple[Change, ...]

    @property
    def outliers(self) -> tuple[Change, ...]:
        """The revisions that stand out, those furthest beyond the usual in their series first."""
        found = [each for each in self.changes if each.is_outlier]
        return tuple(sorted(found, key=lambda each: each.excess, reverse=True))

    def count(self, kind: ChangeKind) -> int:
        """Return how many figures are new, gone, revised or the same."""
        return sum(each.kind == kind for each in self.changes)

    def by_series(self, pact: Pact) -> tuple[SeriesChange, ...]:
        """Return what changed in each series, in the order of the pact's indicators."""
        series = dict.fromkeys((each.indicator, each.basis) for each in self.changes)
        order = {name: at for at, name in enumerate(pact.indicators)}
        ranked = sorted(series, key=lambda each: (order[each[0]], each[1] == "constant"))
        return tuple(self._series(indicator, basis, pact) for indicator, basis in ranked)

    def _series(self, indicator: str, basis: Basis, pact: Pact) -> SeriesChange:
        own = [each for each in self.changes if (each.indicator, each.basis) == (indicator, basis)]
        sizes = [abs(each.size) for each in own if each.kind == "revised" and each.size is not None]
        kinds = [each.kind for each in own]
        return SeriesChange(
            indicator=indicator,
            basis=basis,
            new=kinds.count("new"),
            gone=kinds.count("gone"),
            revised=kinds.count("revised"),
            same=kinds.count("same"),
            median=median_of(sizes),
            largest=max(sizes, default=None),
            outliers=sum(each.is_outlier for each in own),
            in_points=pact.indicators[indicator].is_change,
        )


def difference(pact: Pact, before: Table, after: Table) -> Difference:
    """Return what changed from one table to another, over the series that either holds.

    Periods that only the later table covers count as new; those that only the earlier one covers, as gone.
    """
    keys = dict.fromkeys((*before.cells, *after.cells))
    changes = [change for key in sorted(keys) for change in _changes(pact, key, before, after)]
    return Difference(before=before.edition, after=after.edition, changes=tuple(_with_outliers(pact, changes)))


def median_of(values: Sequence[Decimal]) -> Decimal | None:
    """Return the middle of ``values``, the lower of two; ``None`` of none.

    >>> median_of([Decimal(3), Decimal(1), Decimal(2)])
    Decimal('2')
    """
    return sorted(values)[(len(values) - 1) // 2] if values else None


def _changes(pact: Pact, key: Key, before: Table, after: Table) -> Iterator[Change]:
    factor = _factor(key, before, after)
    for period in sorted({*before.cells.get(key, {}), *after.cells.get(key, {})}, key=str):
        first = before.observe(key, period, with_uncitable=True)
        second = after.observe(key, period, with_uncitable=True)
        if first and second and first.unit != second.unit:
            yield _change(key, period, "gone", first, None)
            yield _change(key, period, "new", None, second)
        elif first and second:
            yield _compared(pact, key, period, first, second, factor)
        else:
            yield _change(key, period, "gone" if first else "new", first, second)


def _change(
    key: Key, period: Period, kind: ChangeKind, first: Observation | None, second: Observation | None
) -> Change:
    indicator, basis, entity = key
    return Change(
        entity=entity, indicator=indicator, basis=basis, period=str(period), kind=kind, before=first, after=second
    )


def _compared(pact: Pact, key: Key, period: Period, first: Observation, second: Observation, factor: Decimal) -> Change:
    indicator, basis, entity = key
    moved = second.value - first.value * factor
    is_same = abs(moved) <= (first.step * factor + second.step) / 2
    in_points = pact.indicators[indicator].is_change
    size = moved if in_points else moved / (first.value * factor) if first.value else None
    return Change(
        entity=entity,
        indicator=indicator,
        basis=basis,
        period=str(period),
        kind="same" if is_same else "revised",
        before=first,
        after=second,
        size=Decimal(0) if is_same else size,
        factor=factor,
    )


def _factor(key: Key, before: Table, after: Table) -> Decimal:
    """Return what an entity's first figures are worth in the later edition's prices; 1 where the prices are of one year."""
    bases = (before.edition.price_base, after.edition.price_base)
    if key[1] != "constant" or bases[0] == bases[1] or None in bases:
        return Decimal(1)
    shared = set(before.cells.get(key, {})) & set(after.cells.get(key, {}))
    pairs = [
        (before.observe(key, each, with_uncitable=True), after.observe(key, each, with_uncitable=True))
        for each in shared
    ]
    final = [
        (one.value, other.value) for one, other in pairs if one and other and {one.status, other.status} == {"final"}
    ]
    first = sum((pair[0] for pair in final), Decimal(0))
    is_ratio = any(one and one.unit.startswith("percent") for one, _ in pairs)
    return Decimal(1) if is_ratio or not first else sum((pair[1] for pair in final), Decimal(0)) / first


def _with_outliers(pact: Pact, changes: Iterable[Change]) -> Iterator[Change]:
    found = list(changes)
    usual = _usual(found)
    for each in found:
        least = LEAST_OUTLIER_POINTS if pact.indicators[each.indicator].is_change else LEAST_OUTLIER
        limit = max(least, OUTLIER_TIMES * usual.get((each.indicator, each.basis), Decimal(0)))
        excess = abs(each.size) / limit if each.size is not None else Decimal("Infinity")
        yield replace(each, excess=excess) if each.kind == "revised" and excess > 1 else each


def _usual(changes: Sequence[Change]) -> Mapping[tuple[str, Basis], Decimal]:
    sizes: dict[tuple[str, Basis], list[Decimal]] = {}
    for each in changes:
        if each.kind in ("revised", "same") and each.size is not None:
            sizes.setdefault((each.indicator, each.basis), []).append(abs(each.size))
    return {series: median_of(found) or Decimal(0) for series, found in sizes.items()}
