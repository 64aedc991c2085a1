"""Money in another currency or in the prices of another year, each step with its rate, base and source.

A rate is read off what producers print side by side: a member's spending, else its GDP, in national currency and in the currency
of the accounts, of the same edition and year. That is the rate they used, a year's mean, and no day's rate of a market. Prices go
by the member's deflator of GDP, in its own currency; constant amounts in the accounts' currency take the rate of the base year,
as NATO's constant prices do.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Literal

from quotepart.accounts.account import Account
from quotepart.errors import AccountError
from quotepart.model.frozen import dataclass
from quotepart.model.observation import Edition, Observation

Kind = Literal["currency", "prices"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step of a conversion: the amount is multiplied by ``rate``; ``formula`` says what it was read from."""

    kind: Kind
    start: str
    end: str
    rate: Decimal
    formula: str
    edition: str
    inputs: tuple[Observation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Converted:
    """An amount in another currency or prices: ``value`` in ``unit``, in the prices of ``prices_of``, and the steps to it."""

    value: Decimal
    unit: str
    prices_of: int
    steps: tuple[Step, ...]


def convert(
    account: Account, amount: Decimal, unit: str, *, member: str, year: int, to: str | None = None,
    prices_of: int | None = None, known_on: date,
) -> Converted:  # fmt: skip
    """Return ``amount``, money of ``year`` in ``unit``, in the currency ``to`` and the prices of ``prices_of``.

    ``unit`` and ``to`` are the accounts' currency or the member's own; where prices change, the amount goes through the member's
    own currency. Raises ``AccountError`` for a currency of neither, and where no edition known on the day gives a rate.
    """
    base, target = prices_of or year, to or unit
    own = national_currency(account, member, year, known_on=known_on)
    for each in (unit, target):
        if each not in (account.pact.conventions.currency, own):
            hint = f"{member} has {own}; the accounts are in {account.pact.conventions.currency}"
            raise AccountError(f"there is no rate for {each} here", where=f"{member}, {year}", hint=hint)
    found = Converted(value=amount, unit=unit, prices_of=year, steps=())
    for step in _steps(account, member, (unit, own, target), (year, base), known_on):
        found = replace(
            found, value=found.value * step.rate, unit=step.end if step.kind == "currency" else found.unit,
            prices_of=base if step.kind == "prices" else found.prices_of, steps=(*found.steps, step),
        )  # fmt: skip
    return found


def national_currency(account: Account, member: str, year: int, *, known_on: date) -> str:
    """Return the currency that a member's figures of a year are in; raises ``AccountError`` where no edition says."""
    for national, _ in _pairs(account, member, year, known_on):
        if len(national.unit) == 3:
            return national.unit
    raise AccountError("no edition has its figures in national currency", where=f"{member}, {year}")


def exchange_rate(account: Account, member: str, year: int, *, known_on: date) -> Step:
    """Return the rate from the accounts' currency to the member's own, as one edition's two figures imply it.

    Raises ``AccountError`` where no edition known on the day has both.
    """
    own = national_currency(account, member, year, known_on=known_on)
    for national, common in _pairs(account, member, year, known_on):
        if common.value and national.value and national.unit in (own, "national"):
            return Step(
                kind="currency",
                start=common.unit,
                end=own,
                rate=national.value / common.value,
                formula=f"{_cell(national)} / {_cell(common)}",
                edition=national.edition,
                inputs=(national, common),
            )
    raise AccountError("no edition has this figure in both currencies", where=f"{member}, {year}")


def price_change(account: Account, member: str, start: int, end: int, *, known_on: date) -> Step:
    """Return by what prices of ``start`` become those of ``end``: the member's deflator of GDP, in its own currency."""
    name = account.pact.conventions.measure_indicators.get("deflator", "")
    for edition in account.editions(indicator=name, known_on=known_on) if name else ():
        before, after = (account.observe(member, name, year, edition=edition) for year in (start, end))
        if before and after and before.value:
            return Step(
                kind="prices",
                start=str(start),
                end=str(end),
                rate=after.value / before.value,
                formula=f"{_cell(after)} / {_cell(before)}",
                edition=edition.id,
                inputs=(before, after),
            )
    raise AccountError(f"no edition known on {known_on} has prices of {start} and {end}", where=member)


def _steps(
    account: Account, member: str, units: tuple[str, str, str], years: tuple[int, int], known_on: date
) -> Iterator[Step]:
    unit, own, target = units
    start, base = years
    if unit != own and (base != start or target == own):
        yield exchange_rate(account, member, start, known_on=known_on)
    if base != start:
        yield price_change(account, member, start, base, known_on=known_on)
    if target != own and (base != start or unit == own):
        yield _turned(exchange_rate(account, member, base, known_on=known_on))


def _turned(step: Step) -> Step:
    above, _, below = step.formula.partition(" / ")
    return replace(step, start=step.end, end=step.start, rate=1 / step.rate, formula=f"{below} / {above}")


def _pairs(account: Account, member: str, year: int, known_on: date) -> Iterator[tuple[Observation, Observation]]:
    """Yield what editions print in both currencies, spending before GDP, each the newest edition first."""
    roles, pact = account.pact.conventions.measure_indicators, account.pact
    for national, common in (
        (roles.get("spending_national"), pact.conventions.main_indicator),
        (roles.get("size_national"), pact.size_indicator),
    ):
        editions: tuple[Edition, ...] = account.editions(indicator=national, known_on=known_on) if national else ()
        for edition in editions:
            seen = [account.observe(member, name, year, edition=edition) for name in (national or "", common)]
            if seen[0] and seen[1]:
                yield seen[0], seen[1]


def _cell(observation: Observation) -> str:
    return f"{observation.indicator}[{observation.entity}, {observation.year}]"
