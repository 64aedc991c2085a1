"""How much figures were revised, as a table: by measure, lag between editions, age of the figure, and member or group.

A row is there only where two editions can be compared; nothing is pooled or borrowed from another class of lag, so the counts say
what each row is worth. ``MEMBERS`` stands for all members together, each of whose figures is one revision.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

from quotepart.accounts.revisions import (
    LAG_CLASSES,
    Pair,
    RevisionBand,
    age_of,
    band_of,
    comparable_pairs,
    lag_of,
    revisions_between,
)
from quotepart.accounts.tables import basis_of
from quotepart.model.frozen import dataclass
from quotepart.model.observation import Basis

if TYPE_CHECKING:
    from quotepart.accounts.account import Account
    from quotepart.model.pact import Indicator

MEMBERS = "MEMBERS"
AGES: tuple[int | None, ...] = (None, 0, 1, 2)
"""All ages together, then the edition's own year, the year before, and earlier ones."""

_ENDS = tuple(pairwise((Decimal(0), *LAG_CLASSES)))
Moved = Mapping[int, Sequence[Decimal]]
"""Revisions by the age that the figure had when it was first printed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RevisionRow:
    """The revisions of one indicator at one class of lag, of one entity or all ``MEMBERS``; no ``age`` means all ages."""

    indicator: str
    basis: Basis
    entity: str
    age: int | None
    band: RevisionBand


def revision_rows(
    account: Account,
    indicator: str,
    *,
    entities: Iterable[str] = (),
    each: bool = False,
    basis: Basis = "current",
    ages: Iterable[int | None] = AGES,
) -> tuple[RevisionRow, ...]:
    """Return the table of one indicator: all members together, then ``entities`` or the groups that producers print, by lag.

    With ``each`` every member has its own rows too. Raises ``AccountError`` for names nobody has.
    """
    series = account.pact.indicators[account.find_indicator(indicator)]
    named = [account.find_entity(entity) for entity in entities]
    members = [member for member in account.pact.members if member not in series.without]
    wanted = dict.fromkeys([*(named or _groups(account)), *(members if each else ())])
    prices = basis_of(series, basis)
    moved = {entity: _by_pair(account, series, prices, entity) for entity in dict.fromkeys((*members, *wanted))}
    together = {pair: _joined(moved[member].get(pair, {}) for member in members) for pair in _pairs(account, series)}
    asked = {MEMBERS: together, **{entity: moved[entity] for entity in wanted}}
    return tuple(
        RevisionRow(indicator=series.id, basis=prices, entity=entity, age=age, band=band)
        for entity, by_pair in asked.items()
        for age in ages
        for band in _bands(by_pair, age, in_points=series.is_change)
    )


def _groups(account: Account) -> list[str]:
    """The groups of which a producer prints an aggregate of its own."""
    return [group.id for group in account.pact.groups.values() if group.entity]


def _pairs(account: Account, series: Indicator) -> tuple[Pair, ...]:
    producer = account.producer_of(series.id)
    return comparable_pairs([each for each in account.editions(indicator=series.id) if each.producer == producer])


def _by_pair(account: Account, series: Indicator, basis: Basis, entity: str) -> dict[Pair, Moved]:
    return {pair: _moved(account, series, basis, entity, pair) for pair in _pairs(account, series)}


def _moved(account: Account, series: Indicator, basis: Basis, entity: str, pair: Pair) -> Moved:
    shared = [set(account.years(series.id, edition, basis=basis)) for edition in pair]
    look = partial(account.total, entity, series.id, basis=basis)
    both = [tuple(look(year, edition=edition) for edition in pair) for year in sorted(shared[0] & shared[1])]
    by_age = {
        age: [(one, other) for one, other in both if age_of(pair[0], one.year) == age]
        for age in AGES
        if age is not None
    }
    between = partial(revisions_between, step=series.step, in_points=series.is_change)
    return {age: between(totals) for age, totals in by_age.items()}


def _joined(parts: Iterable[Moved]) -> Moved:
    found: dict[int, list[Decimal]] = {}
    for part in parts:
        for age, revisions in part.items():
            found.setdefault(age, []).extend(revisions)
    return found


def _bands(by_pair: Mapping[Pair, Moved], age: int | None, *, in_points: bool) -> Iterator[RevisionBand]:
    for ends in _ENDS:
        moved = {
            pair: [revision for at, revisions in by_age.items() if age in (None, at) for revision in revisions]
            for pair, by_age in by_pair.items()
            if ends[0] <= lag_of(pair) < ends[1]
        }
        if any(moved.values()):
            yield band_of(ends[0], ends, moved, in_points=in_points)
