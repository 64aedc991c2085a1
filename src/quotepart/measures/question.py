"""A question to the measures: which group, which year, whose members, known on which day."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from quotepart.accounts.account import Account, AnEdition, open_account
from quotepart.accounts.series import edition_for
from quotepart.errors import UsageError
from quotepart.model.frozen import dataclass
from quotepart.model.member import Group
from quotepart.model.observation import Basis, Edition, Membership
from quotepart.model.pact import Pact

SEED = 20140905
"""The seed of permutations and draws where none is given."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What a measure is asked: everything that its value depends on.

    ``edition`` answers; where it lacks a series, the newest edition of another producer known on ``known_on`` stands in.
    ``target`` is in the unit of ``indicator`` (the pact's share of GDP where none is given), ``base_year`` is the year over which
    is counted, and whose members count where ``membership`` is ``base``.
    """

    account: Account
    group: str
    year: int
    edition: Edition
    known_on: date
    basis: Basis = "current"
    membership: Membership = "as_published"
    base_year: int | None = None
    target: Decimal = Decimal(2)
    indicator: str | None = None
    with_uncitable: bool = False
    seed: int = SEED

    @property
    def main(self) -> str:
        """The pact's main indicator: what is spent."""
        return self.account.pact.conventions.main_indicator

    @property
    def size(self) -> str:
        """The indicator of what members pay from."""
        return self.account.pact.size_indicator

    def role(self, name: str) -> str | None:
        """Return the indicator that plays a role in the measures (``people``, ``forces`` …), if the pact names one."""
        return self.account.pact.conventions.measure_indicators.get(name)

    @property
    def members(self) -> tuple[str, ...]:
        """Who counts, by the rule of membership, in the pact's order."""
        return self.account.members(
            self.group, self.year, membership=self.membership, edition=self.edition, base_year=self.base_year
        )

    @property
    def payers(self) -> tuple[str, ...]:
        """The members that have a series of the main indicator."""
        without = self.account.pact.indicators[self.main].without
        return tuple(member for member in self.members if member not in without)


def ask(
    account: Account, *, group: str | None = None, year: int | None = None, known_on: date, edition: AnEdition | None = None,
    without: Iterable[str] = (), basis: Basis = "current", membership: Membership = "as_published",
    base_year: int | None = None, target: Decimal = Decimal(2), indicator: str | None = None,
    with_uncitable: bool = False, seed: int = SEED,
) -> Question:  # fmt: skip
    """Return the question with every name found and its edition chosen: the newest of the day that has the year.

    ``group`` is the pact's whole and ``year`` the last one that the edition has where none is given. ``without`` leaves members
    or groups out. Raises ``AccountError`` for unknown names and where no edition has the year, ``UsageError`` where nobody is
    left.
    """
    whole = account.find_entity(group) if group else account.pact.conventions.whole
    left_out = [account.find_entity(name) for name in without]
    asked, entity = without_members(account, whole, left_out) if left_out else (account, whole)
    if left_out and not asked.members(entity, year or known_on.year):
        raise UsageError(f"nobody is left of {whole}", hint="leave out fewer members")
    measure = account.pact.conventions.main_indicator
    years = [year] if year else []
    chosen = asked.edition(edition) if edition else edition_for(
        asked, entity, measure, known_on=known_on, basis=basis, years=years
    )  # fmt: skip
    return Question(
        account=asked,
        group=entity,
        year=year or _last_year(asked, entity, chosen, basis),
        edition=chosen,
        known_on=known_on,
        basis=basis,
        membership=membership,
        base_year=base_year,
        target=target,
        indicator=asked.find_indicator(indicator) if indicator else None,
        with_uncitable=with_uncitable,
        seed=seed,
    )


def without_members(account: Account, group: str, left_out: Sequence[str]) -> tuple[Account, str]:
    """Return an account that knows the group less some members, and the group's name there: ``NATO-USA``.

    The producer's printed aggregate is not that of the rest: its total is our sum over members.
    """
    pact = account.pact
    members = {member for each in left_out for member in (_all_of(pact, each) if each in pact.groups else (each,))}
    known = pact.groups.get(group) or Group(id=group, since={group: date.min})
    rest = replace(known, id="-".join([group, *left_out]), without=known.without | members, entity=None)
    return open_account(replace(pact, groups={**pact.groups, rest.id: rest})), rest.id


def _all_of(pact: Pact, group: str) -> tuple[str, ...]:
    """Everyone who ever was a member of a group."""
    known = pact.groups[group]
    return tuple(known.since) if known.since else tuple(each for each in pact.members if each not in known.without)


def _last_year(account: Account, group: str, edition: Edition, basis: Basis) -> int:
    measure = account.pact.conventions.main_indicator
    years: Sequence[int] = account.years(measure, edition, basis=basis)
    has = (year for year in reversed(years) if account.total(group, measure, year, edition=edition, basis=basis).inputs)
    return next(has, edition.published.year)
