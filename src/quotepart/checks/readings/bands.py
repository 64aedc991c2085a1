"""How much a computed figure moves when its inputs are revised: the formula itself, over all its years, in pairs of editions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from quotepart.accounts.revisions import Pair, RevisionBand, band_at, comparable_pairs
from quotepart.checks.readings.readings import JOINED, Query
from quotepart.checks.readings.values import at, is_money
from quotepart.checks.working.formula import references
from quotepart.checks.working.ledger import Ledger
from quotepart.checks.working.measured import Measured
from quotepart.model.frozen import dataclass
from quotepart.model.observation import Edition

_MOST = Decimal("0.05")
_SHIFTS = range(-12, 13)
_RELATIVE = ("percent_of_gdp", "times", "persons")


@dataclass(frozen=True, slots=True)
class Band:
    """What revisions may have moved a value by: ``median``, ``usual`` nine times of ten, ``extreme`` 99 times of a hundred.

    Shares of the value, or of what the query is scaled by, or points of it where ``in_points``.
    """

    median: Decimal
    usual: Decimal
    extreme: Decimal
    in_points: bool = False
    scale: Decimal | None = None

    def room_to_match(self, value: Measured) -> Decimal:
        """Return by how much a value is widened before it is compared, in the band's own measure.

        As much as nine revisions of ten, yet never more than a twentieth of the value: a series that moves more than that can
        fail to contradict, but what it shows by its size alone is no match. Points take the median; a count is not widened.
        """
        if self.in_points:
            return self.median
        size = abs(value.value) / self.scale if self.scale else Decimal(1)
        return min(self.usual, _MOST * size)

    def around(self, value: Measured, room: Decimal) -> Measured:
        """Return ``value`` widened by ``room``, one of the band's two sizes."""
        if not self.in_points and self.scale is None:
            return value.widened(room)
        points = room * (self.scale or 1)
        return Measured(value.value, value.low - points, value.high + points)


class Bands:
    """The bands of queries, each learnt once from the editions held."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._known: dict[tuple[object, ...], Band | None] = {}

    def of(self, query: Query, formula: str, lag: Decimal, edition: Edition) -> Band | None:
        """Return the band of ``query``, answered by ``formula`` in ``edition``, for editions ``lag`` years apart.

        ``None`` where no two editions tell.
        """
        key = (_shape(formula), query.frame, lag, query.shown_as)
        if key not in self._known:
            self._known[key] = self._learn(query, formula, lag)
        band = self._known[key]
        if band is None or not query.scale:
            return band
        scale = self._ledger.value(query.scale, edition, query.frame)
        return replace(band, scale=scale.value) if scale else None

    def _learn(self, query: Query, formula: str, lag: Decimal) -> Band | None:
        account = self._ledger.account
        if query.shown_as == "level" and JOINED not in query.group:
            band = account.revision_band(query.indicator, query.group, lag, basis=query.frame.basis)
            return _band(band, band.in_points) if band else None
        producer = account.producer_of(query.indicator)
        editions = [edition for edition in account.editions(indicator=query.indicator) if edition.producer == producer]
        in_points = not (query.unit in _RELATIVE or is_money(query.unit))
        found = band_at(lag, comparable_pairs(editions), lambda pair: self._samples(query, formula, pair, in_points))
        return _band(found, in_points) if found else None

    def _samples(self, query: Query, formula: str, pair: Pair, in_points: bool) -> Iterator[Decimal]:
        one, other = pair
        for shift in _SHIFTS:
            before = self._ledger.value(formula, one, query.frame, shift)
            after = self._ledger.value(formula, other, query.frame, shift) if before else None
            if before is None or after is None:
                continue
            factor = Decimal(1) if in_points else self._price_ratio(query, pair, shift)
            size = self._size(query, before.value, one, shift, in_points)
            if factor is not None and size:
                yield (after.value * factor - before.value) / size

    def _size(self, query: Query, value: Decimal, edition: Edition, shift: int, in_points: bool) -> Decimal:
        """What a revision is measured by: one point, the scale of the query, or the value itself."""
        if in_points:
            return Decimal(1)
        if not query.scale:
            return abs(value)
        scale = self._ledger.value(query.scale, edition, query.frame, shift)
        return scale.value if scale else Decimal(0)

    def _price_ratio(self, query: Query, pair: Pair, shift: int) -> Decimal | None:
        one, other = pair
        if query.money_of is None or one.price_base == other.price_base:
            return Decimal(1)
        level = at(query.indicator, query.money_of, query.years[0], query.years[-1])
        before = self._ledger.value(level, one, query.frame, shift)
        after = self._ledger.value(level, other, query.frame, shift)
        return before.value / after.value if before and after and after.value else None


def _band(found: RevisionBand, in_points: bool) -> Band:
    return Band(median=found.p50, usual=found.p90, extreme=found.p99, in_points=in_points)


def _shape(formula: str) -> tuple[object, ...]:
    """What two formulas share that differ in their years alone."""
    found = references(formula)
    first = min((each.first for each in found), default=0)
    places = tuple((e.indicator, e.entity, e.first - first, e.last - first, e.edition, e.each) for e in found)
    return (formula.split("[")[0], places)
