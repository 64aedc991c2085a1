"""The history of members taken from the accounts: which edition gives the last value, the years before it, and how GDP grew."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import field, replace
from datetime import date
from decimal import Decimal
from statistics import median
from typing import Literal

from quotepart.accounts.account import Account
from quotepart.errors import OutlookError
from quotepart.model.frozen import dataclass
from quotepart.model.observation import Edition
from quotepart.outlook.history import History, Part, Role, history_of
from quotepart.outlook.splicing import ending_at, level_ratio, prolong

Shares = dict[str, dict[int, float]]
"""Member to year to value."""

REVISED_WITHIN = Decimal(1)
"""The lag, in years, of the revisions that a last value may yet see."""


def build_history(
    account: Account, members: Sequence[str], known_on: date, until: int | None = None, long: str | None = None
) -> History:
    """Return the past of members as it could be known on a day, by the pact's indicator of the share of GDP.

    ``until`` is the last year, that of the newest edition held in full where none is given; ``long`` is another producer's
    indicator that prolongs the past. Members are ids. Raises ``OutlookError`` where no edition has the last year.
    """
    look = Look(account=account, members=tuple(dict.fromkeys(members)), known_on=known_on)
    main = account.pact.conventions.share_indicator
    base, measure = look.base(main, long, until)
    last = until if until is not None else look.last_common_year(base, measure)
    ends = look.last_values(base, measure, last)
    if not ends:
        raise OutlookError(
            f"no member asked for has a value of {last}", where=measure, hint="ask for another year or day"
        )
    shares = look.shares(base, measure, ends, last)
    for edition, indicator in look.earlier(base, main, measure, long):
        look.prolong(shares, edition, indicator, last)
    growth = look.gdp_growth(tuple(shares), last)
    return history_of(
        shares,
        known_on=known_on,
        real_gdp_growth=growth,
        revisions=look.revisions(measure, tuple(shares)),
        parts=tuple(look.parts),
        missing=tuple(member for member in look.members if member not in shares),
    )


@dataclass(slots=True, kw_only=True)
class Look:
    """One look into the accounts as of a day; it keeps count in ``parts`` of which edition gave what."""

    account: Account
    members: tuple[str, ...]
    known_on: date
    parts: list[Part] = field(default_factory=list)

    def base(self, main: str, long: str | None, until: int | None) -> tuple[Edition, str]:
        """Return the edition whose years lead up to the last one, and its indicator: the official one, else the long one."""
        for indicator in (each for each in (main, long) if each):
            for edition in self._nearest(indicator):
                known = [values for member in self.members if (values := self._values(edition, indicator, member))]
                if known and (until is None or all(until in values for values in known)):
                    return edition, indicator
        year = "" if until is None else f" with {until}"
        hint = "`quotepart accounts editions` lists the editions and their years"
        raise OutlookError(f"no edition is held in full{year}", where=main, hint=hint)

    def last_common_year(self, edition: Edition, indicator: str) -> int:
        """Return the last year of which the edition has every member that has any."""
        known = [values for member in self.members if (values := self._values(edition, indicator, member))]
        shared = set.intersection(*(set(values) for values in known)) if known else set()
        if not shared:
            raise OutlookError("the members asked for share no year", where=edition.id, hint="ask for fewer members")
        return max(shared)

    def last_values(self, base: Edition, indicator: str, year: int) -> dict[str, float]:
        """Return each member's last official value: of the newest edition of the day that prints it, else of ``base``.

        Editions of another definition than ``base`` are passed over: their level is another.
        """
        akin = [each for each in self._editions(indicator) if self._is_own(each) and each.definition == base.definition]
        found: dict[str, float] = {}
        for edition in (*akin, base):
            values = {
                m: v[year]
                for m in self.members
                if m not in found and year in (v := self._values(edition, indicator, m))
            }
            found.update(values)
            self._note("last", indicator, edition, tuple(values))
        return {member: found[member] for member in self.members if member in found}

    def shares(self, base: Edition, indicator: str, ends: dict[str, float], last: int) -> Shares:
        """Return each member's values up to the last year, as they grew in ``base``."""
        values = {member: self._values(base, indicator, member) for member in ends}
        ratios = [end / values[member][last] for member, end in ends.items() if last in values[member]]
        self._note("years", indicator, base, tuple(ends), median(ratios or [1.0]))
        return {member: ending_at(values[member], last, end) for member, end in ends.items()}

    def earlier(self, base: Edition, main: str, measure: str, long: str | None) -> Iterator[tuple[Edition, str]]:
        """Yield the editions that may know years before those of ``base``: the same producer's, then the long series."""
        if measure == main:
            yield from ((each, main) for each in self._nearest(main) if each is not base)
        if long and measure != long:
            yield from ((each, long) for each in self._nearest(long))

    def prolong(self, shares: Shares, edition: Edition, indicator: str, last: int) -> None:
        """Put an edition's earlier years before those known of each member, at the level known."""
        ratios: dict[str, float] = {}
        for member, known in shares.items():
            values = {year: value for year, value in self._values(edition, indicator, member).items() if year <= last}
            longer = prolong(known, values)
            if len(longer) > len(known):
                ratios[member] = level_ratio(known, values) or 1.0
                shares[member] = longer
        if ratios:
            self._note("before", indicator, edition, tuple(ratios), median(ratios.values()))

    def gdp_growth(self, members: tuple[str, ...], last: int) -> Shares:
        """Return the growth of real GDP into each year up to the last, as differences of logarithms."""
        size = self.account.pact.size_indicator
        national = self.account.pact.indicators[size].national
        grown: Shares = {member: {} for member in members}
        for indicator in (each for each in (size, national) if each):
            for edition in self._in_turn(indicator):
                gave = [m for m in members if self._grow(grown[m], edition, indicator, m, last)]
                self._note("gdp", indicator, edition, tuple(gave))
        return {member: dict(sorted(years.items())) for member, years in grown.items()}

    def revisions(self, indicator: str, members: tuple[str, ...]) -> dict[str, tuple[float, float]]:
        """Return by how much of itself half, and nine tenths, of last values moved within a year, as known on the day."""
        pact = self.account.pact
        known = {name: each for name, each in pact.editions.items() if each.published <= self.known_on}
        then = Account(replace(pact, editions=known))
        bands = {member: then.revision_band(indicator, member, REVISED_WITHIN, age=0) for member in members}
        return {member: (float(band.p50), float(band.p90)) for member, band in bands.items() if band}

    def _grow(self, known: dict[int, float], edition: Edition, indicator: str, member: str, last: int) -> bool:
        """Add the growth that an edition knows and ``known`` does not; return whether there was any."""
        values = self._values(edition, indicator, member, basis="constant")
        new = {
            year: math.log(value / values[year - 1])
            for year, value in values.items()
            if year <= last and year not in known and year - 1 in values
        }
        known.update(new)
        return bool(new)

    def _nearest(self, indicator: str) -> Iterator[Edition]:
        """Yield the editions held in full, in turn."""
        return (edition for edition in self._in_turn(indicator) if edition.held == "full")

    def _in_turn(self, indicator: str) -> Iterator[Edition]:
        """Yield editions of the day, the newest first, then later ones, the soonest first."""
        editions = self._editions(indicator)
        yield from (each for each in editions if self._is_own(each))
        yield from (each for each in reversed(editions) if not self._is_own(each))

    def _editions(self, indicator: str) -> tuple[Edition, ...]:
        return self.account.editions(indicator=indicator)

    def _is_own(self, edition: Edition) -> bool:
        return edition.published <= self.known_on

    def _values(
        self, edition: Edition, indicator: str, member: str, basis: Literal["current", "constant"] = "current"
    ) -> dict[int, float]:
        """Return a member's values above zero by year."""
        found = self.account.series(member, indicator, edition=edition, basis=basis)
        return {each.year: float(each.value) for each in found if each.value > 0}

    def _note(self, role: Role, indicator: str, edition: Edition, members: tuple[str, ...], ratio: float = 1.0) -> None:
        if members:
            own: Literal["own", "substitute"] = "own" if self._is_own(edition) else "substitute"
            self.parts.append(
                Part(role=role, indicator=indicator, edition=edition.id, edition_is=own, members=members, ratio=ratio)
            )
