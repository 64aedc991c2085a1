"""The account of a pact: what every official figure was, by the edition that printed it and the day it was known."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from functools import cached_property, partial
from pathlib import Path
from typing import NamedTuple

from quotepart.accounts import prices
from quotepart.accounts.difference import Difference, difference
from quotepart.accounts.editions import EditionChoice, choose, newest_first
from quotepart.accounts.imported import with_imported
from quotepart.accounts.names import Directory
from quotepart.accounts.prices import Rebased
from quotepart.accounts.revisions import (
    FEW,
    FEW_OF_A_GROUP,
    Pair,
    RevisionBand,
    age_of,
    band_at,
    comparable_pairs,
    revisions_between,
)
from quotepart.accounts.tables import Table, basis_of, indicators_named, read_table
from quotepart.accounts.totals import Total, add_up, members_of, total_of
from quotepart.model.observation import Basis, Edition, Membership, Observation, Source
from quotepart.model.pact import Indicator, Pact

AnEdition = Edition | str


class Asked(NamedTuple):
    """One question about a total, by which its answer is kept."""

    group: str
    indicator: str
    year: int
    edition: str
    basis: Basis
    membership: Membership
    base_year: int | None
    on: date | None
    with_uncitable: bool


def open_account(pact: Pact, imports: Path | None = None) -> Account:
    """Return the account of ``pact``, with the editions imported into the folder ``imports`` beside its own.

    Tables are read when a look-up first needs them. Raises ``PactError`` for a faulty source file among the imports.
    """
    return Account(with_imported(pact, imports) if imports else pact)


class Account:
    """Every look-up in the official figures of one pact.

    Members, groups and indicators go by their ids; ``find_entity`` and ``find_indicator`` turn names in any language of the pact
    into ids. Every unknown id raises ``AccountError`` with near matches. An edition is given as ``Edition`` or by its id. Values
    from copies that may not be cited are passed over unless ``with_uncitable`` is set: they never stand as evidence.
    """

    def __init__(self, pact: Pact) -> None:
        self.pact = pact
        self._tables: dict[str, Table] = {}
        self._named: dict[str, frozenset[str]] = {}
        self._totals: dict[Asked, Total] = {}
        self._bands: dict[tuple[object, ...], RevisionBand | None] = {}
        self._moved: dict[tuple[object, ...], list[Decimal]] = {}

    # Editions

    def editions(self, *, indicator: str | None = None, known_on: date | None = None) -> tuple[Edition, ...]:
        """Return the editions published by a day, newest first; with ``indicator`` only those held that have figures of it.

        Without an indicator, editions known to exist and not held are among them.
        """
        known = [e for e in self.pact.editions.values() if known_on is None or e.published <= known_on]
        if indicator is not None:
            known = [edition for edition in known if self._has(edition, self._indicator(indicator).id)]
        return newest_first(known)

    def edition(self, edition: AnEdition) -> Edition:
        """Return the edition of this id; raises ``AccountError`` with near matches."""
        found = edition if isinstance(edition, Edition) else self.pact.editions.get(edition)
        return found or self.pact.editions[self._directory.edition(str(edition))]

    def choose_edition(
        self, indicator: str, entities: Iterable[str], years: Iterable[int], *, known_on: date, basis: Basis = "current",
        membership: Membership = "as_published", base_year: int | None = None, earlier_first: bool = False,
    ) -> EditionChoice:  # fmt: skip
        """Return the edition that answers for all ``entities`` in all ``years`` as known on a day: its own, or a substitute.

        Members without a series of the indicator are passed over. Producers are asked in the pact's order; the first one with a
        series of the indicator answers. ``earlier_first`` takes a substitute published by that day before a later one.
        """
        asked, span = self._with_series(indicator, entities), tuple(sorted(set(years)))

        def covers(edition: Edition) -> bool:
            look = partial(self.total, edition=edition, basis=basis, membership=membership, base_year=base_year)
            return all(look(entity, indicator, year).value is not None for year in span for entity in asked)

        editions = [e for e in self.editions() if e.producer == self.producer_of(indicator)]
        return choose(editions, span, known_on=known_on, covers=covers, earlier_first=earlier_first)

    def producer_of(self, indicator: str) -> str | None:
        """Return the first producer, in the pact's order, that has a series of the indicator; ``None`` where none has."""
        name, editions = self._indicator(indicator).id, self.editions()
        order = dict.fromkeys((*self.pact.conventions.producers, *(edition.producer for edition in editions)))
        ranked = sorted(editions, key=lambda edition: list(order).index(edition.producer))
        return next((edition.producer for edition in ranked if self._has(edition, name)), None)

    def price_base(self, edition: AnEdition) -> int | None:
        """Return the year in whose prices the edition's constant prices are."""
        return self.edition(edition).price_base

    def source(self, observation: Observation) -> Source:
        """Return where an observation was printed."""
        sources = self.pact.editions[observation.edition].sources
        return next(source for source in sources if source.id == observation.source)

    # Values

    def observe(
        self, entity: str, indicator: str, year: int, *, edition: AnEdition, basis: Basis = "current",
        with_uncitable: bool = False,
    ) -> Observation | None:  # fmt: skip
        """Return what ``edition`` printed about a member or aggregate and a year; ``None`` where it printed nothing.

        An indicator published in one price basis only is looked up in that one, whatever ``basis`` says.
        """
        series = self._indicator(indicator)
        key = (series.id, basis_of(series, basis), self._printed_as(entity))
        return self._table(self.edition(edition)).observe(key, year, with_uncitable=with_uncitable)

    def series(
        self, entity: str, indicator: str, *, edition: AnEdition, basis: Basis = "current", with_uncitable: bool = False
    ) -> tuple[Observation, ...]:
        """Return all that ``edition`` printed about a member or aggregate, by year."""
        look = partial(self.observe, entity, indicator, edition=edition, basis=basis, with_uncitable=with_uncitable)
        return tuple(found for year in self.years(indicator, edition, basis=basis) if (found := look(year)))

    def months(self, entity: str, indicator: str, *, edition: AnEdition) -> tuple[Observation, ...]:
        """Return all that ``edition`` printed month by month about a member, group or other state, in order."""
        series, table = self._indicator(indicator), self._table(self.edition(edition))
        key = (series.id, series.bases[0], self._printed_as(entity))
        return tuple(found for month in table.months(key) if (found := table.observe(key, month)))

    def total(
        self, group: str, indicator: str, year: int, *, edition: AnEdition, basis: Basis = "current",
        membership: Membership = "as_published", base_year: int | None = None, on: date | None = None,
        with_uncitable: bool = False,
    ) -> Total:  # fmt: skip
        """Return what a group (or member) comes to in one year of one edition, beside the producer's printed aggregate.

        ``membership`` ``current`` counts the members of the day ``on`` (the edition's own day where none is given), ``base``
        those of ``base_year``. See ``Total`` for what stands where members are missing.
        """
        asked = Asked(
            group=self._entity(group),
            indicator=self._indicator(indicator).id,
            year=year,
            edition=self.edition(edition).id,
            basis=basis,
            membership=membership,
            base_year=base_year,
            on=on,
            with_uncitable=with_uncitable,
        )
        if asked not in self._totals:
            self._totals[asked] = self._total(asked)
        return self._totals[asked]

    def _total(self, asked: Asked) -> Total:
        series, edition = self.pact.indicators[asked.indicator], self.pact.editions[asked.edition]
        basis = basis_of(series, asked.basis)
        look = partial(self.observe, edition=edition, basis=basis, with_uncitable=asked.with_uncitable)
        members = self.members(
            asked.group,
            asked.year,
            membership=asked.membership,
            edition=edition,
            base_year=asked.base_year,
            on=asked.on,
        )
        return total_of(
            asked.group,
            series,
            asked.year,
            edition=edition,
            basis=basis,
            membership=asked.membership,
            printed=look(asked.group, series.id, asked.year) if asked.group in self.pact.groups else None,
            added=add_up(self.pact, series, members, asked.year, look),
        )

    def members(
        self, group: str, year: int, *, membership: Membership = "as_published", edition: AnEdition | None = None,
        base_year: int | None = None, on: date | None = None,
    ) -> tuple[str, ...]:  # fmt: skip
        """Return who counts as ``group`` in ``year``, by the rules that ``total`` follows; who is no group stands for itself."""
        entity = self._entity(group)
        if entity in self._others:
            return (entity,)
        day = on or (self.edition(edition).published if edition else date(year, 12, 31))
        return members_of(self.pact, entity, year, membership, today=day, base_year=base_year)

    def years(self, indicator: str, edition: AnEdition, *, basis: Basis = "current") -> tuple[int, ...]:
        """Return the years for which ``edition`` has any figure of ``indicator``, in order."""
        series = self._indicator(indicator)
        return self._table(self.edition(edition)).years(series.id, basis_of(series, basis))

    def latest_year(self, indicator: str, edition: AnEdition, *, basis: Basis = "current") -> int | None:
        """Return the last of the years for which ``edition`` has any figure of ``indicator``."""
        return max(self.years(indicator, edition, basis=basis), default=None)

    # Prices and revisions

    def rebase(
        self, value: Decimal, *, edition: AnEdition, to_base: int, group: str, years: Sequence[int],
        indicator: str | None = None, membership: Membership = "as_published", base_year: int | None = None,
        via: AnEdition | None = None,
    ) -> Rebased | None:  # fmt: skip
        """Return ``value``, in the constant prices of ``edition``, in those of ``to_base``; ``None`` where that can't be reached.

        By the ratio of the group's totals of ``indicator`` (the pact's main one) over ``years``, as ``prices`` explains; ``via``
        names the edition of the other base, which is chosen where it is not given.
        """
        start, measure = self.edition(edition), indicator or self.pact.conventions.main_indicator
        look = partial(self.total, group, measure, basis="constant", membership=membership, base_year=base_year)
        held = [self.edition(via)] if via else self.editions(indicator=measure)
        others = [each for each in held if each.producer == start.producer]
        return prices.rebase(
            value, edition=start, to_base=to_base, group=group, years=years, editions=others,
            total_in=lambda each, year: look(year, edition=each),
        )  # fmt: skip

    def revision_band(
        self, indicator: str, entity: str, lag: Decimal, *, basis: Basis = "current", age: int | None = None
    ) -> RevisionBand | None:
        """Return how much figures of ``indicator`` about ``entity`` moved between editions ``lag`` years apart.

        ``age`` keeps to figures about a year so long before their first edition (0: its own year, 2: that and longer). Pooled
        over all members where the entity has few; ``None`` where no two editions tell.
        """
        key = (indicator, entity, lag, basis, age)
        if key not in self._bands:
            self._bands[key] = self._band(self._indicator(indicator), entity, lag, basis, age)
        return self._bands[key]

    def _band(
        self, indicator: Indicator, entity: str, lag: Decimal, basis: Basis, age: int | None
    ) -> RevisionBand | None:
        own = partial(self._revisions, indicator, entity, basis_of(indicator, basis), age)

        def pooled(pair: Pair) -> list[Decimal]:
            members = (member for member in self.pact.members if member not in indicator.without)
            each = partial(self._revisions, indicator, basis=basis_of(indicator, basis), age=age, pair=pair)
            return [revision for member in members for revision in each(member)]

        producer = self.producer_of(indicator.id)
        held = [e for e in self.editions(indicator=indicator.id) if e.producer == producer]
        few = FEW if entity in self.pact.members else FEW_OF_A_GROUP
        return band_at(lag, comparable_pairs(held), own, pooled, few=few, in_points=indicator.is_change)

    def difference(self, before: AnEdition, after: AnEdition) -> Difference:
        """Return what changed from one edition to another, figure by figure."""
        return difference(self.pact, self._table(self.edition(before)), self._table(self.edition(after)))

    # Names

    def find_entity(self, name: str) -> str:
        """Return the id of the member or group with this id or name; raises ``AccountError`` with near matches."""
        return self._directory.entity(name)

    def find_indicator(self, name: str) -> str:
        """Return the id of the indicator with this id or name; raises ``AccountError`` with near matches."""
        return self._directory.indicator(name)

    def read_all(self) -> None:
        """Read every table; raises ``PactError`` for the first whose file breaks its layout."""
        for edition in self.pact.editions.values():
            self._table(edition)

    @cached_property
    def _directory(self) -> Directory:
        return Directory(self.pact)

    def _table(self, edition: Edition) -> Table:
        if edition.id not in self._tables:
            self._tables[edition.id] = read_table(self.pact, edition)
        return self._tables[edition.id]

    def _has(self, edition: Edition, indicator: str) -> bool:
        """Whether ``edition`` has figures of ``indicator``; a table that does not name it is left unread."""
        if edition.id not in self._named:
            self._named[edition.id] = indicators_named(self.pact, edition)
        return indicator in self._named[edition.id] and self._table(edition).has(indicator)

    def _indicator(self, indicator: str) -> Indicator:
        return self.pact.indicators.get(indicator) or self.pact.indicators[self._directory.indicator(indicator)]

    @cached_property
    def _others(self) -> frozenset[str]:
        """Those in the tables who are no party to the pact."""
        return frozenset(other for edition in self.pact.editions.values() for other in edition.others)

    def _entity(self, entity: str) -> str:
        is_known = entity in self.pact.members or entity in self.pact.groups or entity in self._others
        return entity if is_known else self._directory.entity(entity)

    def _printed_as(self, entity: str) -> str:
        """Return what the tables call a member or group: the producer's own aggregate of the group, if it prints one."""
        known = self._entity(entity)
        group = self.pact.groups.get(known)
        return group.entity if group and group.entity else known

    def _with_series(self, indicator: str, entities: Iterable[str]) -> tuple[str, ...]:
        without = self._indicator(indicator).without
        return tuple(entity for entity in dict.fromkeys(map(self._entity, entities)) if entity not in without)

    def _revisions(self, indicator: Indicator, entity: str, basis: Basis, age: int | None, pair: Pair) -> list[Decimal]:
        """Return how an entity's figures moved between two editions; kept, as every member's band may pool all members'."""
        key = (indicator.id, entity, basis, age, *(edition.id for edition in pair))
        if key not in self._moved:
            self._moved[key] = self._compared(indicator, entity, basis, age, pair)
        return self._moved[key]

    def _compared(self, indicator: Indicator, entity: str, basis: Basis, age: int | None, pair: Pair) -> list[Decimal]:
        shared = [set(self.years(indicator.id, edition, basis=basis)) for edition in pair]
        years = sorted(year for year in shared[0] & shared[1] if age is None or age_of(pair[0], year) == age)
        look = partial(self.total, entity, indicator.id, basis=basis)
        totals = [(look(year, edition=pair[0]), look(year, edition=pair[1])) for year in years]
        return revisions_between(totals, step=indicator.step, in_points=indicator.is_change)
