"""One series as a reader asks for it: all years of the newest edition that was known on a day, each value with its source."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from decimal import Decimal
from functools import partial

from quotepart.accounts.account import Account
from quotepart.accounts.totals import Total
from quotepart.errors import AccountError
from quotepart.model.frozen import dataclass
from quotepart.model.observation import Basis, Edition, Membership, Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """The value of one year: of a member as printed, of a group as its producer printed it or as its members add up.

    ``value`` is in full units, ``price_base`` the year of its constant prices. ``source`` says publisher and title, or over how
    many members the value was computed. ``definition`` is the producer's of the edition, ``membership`` the rule by which the
    members of a group count.
    """

    member: str
    indicator: str
    year: int
    value: Decimal
    unit: str
    basis: Basis
    price_base: int | None
    status: Status
    edition: str
    source: str
    definition: str = "standard"
    membership: Membership = "as_published"


def known_series(
    account: Account, entity: str, indicator: str, *, known_on: date, basis: Basis = "current",
    years: Collection[int] = (), membership: Membership = "as_published", base_year: int | None = None,
) -> tuple[Known, ...]:  # fmt: skip
    """Return a member's or group's values by year, all from one edition: ``edition_for`` says which.

    ``years`` empty means all that the edition has. Raises ``AccountError`` where nothing had been published by that day.
    """
    edition = edition_for(account, entity, indicator, known_on=known_on, basis=basis, years=years)
    asked = years or account.years(indicator, edition, basis=basis)
    look = partial(account.total, edition=edition, basis=basis, membership=membership, base_year=base_year)
    totals = [look(entity, indicator, year) for year in sorted(asked)]
    return tuple(_known(account, total) for total in totals if total.value is not None)


def edition_for(
    account: Account, entity: str, indicator: str, *, known_on: date, basis: Basis = "current",
    years: Collection[int] = (),
) -> Edition:  # fmt: skip
    """Return the newest edition of a day that has all ``years``, else the newest that is held in full, else the newest.

    Producers are asked in the pact's order: a newer edition of another one never goes before. Only editions with any value of
    the series count. Raises ``AccountError`` where there is none.
    """

    def has(edition: Edition, year: int) -> bool:
        return account.total(entity, indicator, year, edition=edition, basis=basis).value is not None

    found = [
        edition
        for edition in account.editions(indicator=indicator, known_on=known_on)
        if any(has(edition, year) for year in account.years(indicator, edition, basis=basis))
    ]
    if not found:
        hint = "a later --known-on may have one; `quotepart accounts editions` lists all there are"
        where = f"{entity}, {indicator}"
        raise AccountError(
            f"no edition held from before {known_on.isoformat()} has this series", where=where, hint=hint
        )
    order = {producer: at for at, producer in enumerate(account.pact.conventions.producers)}
    found.sort(key=lambda edition: order.get(edition.producer, len(order)))
    full = [edition for edition in found if edition.held == "full"]
    exact = [edition for edition in found if years and all(has(edition, year) for year in years)]
    return (exact or full or found)[0]


def _known(account: Account, total: Total) -> Known:
    return Known(
        member=total.group,
        indicator=total.indicator,
        year=total.year,
        value=total.value if total.value is not None else Decimal(0),
        unit=total.unit,
        basis=total.basis,
        price_base=total.price_base,
        status=total.status,
        edition=total.edition,
        source=_source(account, total),
        definition=account.edition(total.edition).definition,
        membership=total.membership,
    )


def _source(account: Account, total: Total) -> str:
    source = account.source(total.inputs[0])
    printed = f"{source.publisher}, {source.title}"
    members = len({each.entity for each in total.inputs})
    return printed if members == 1 else f"computed over {members} members from {printed}"
