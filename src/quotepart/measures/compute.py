"""A measure by name over one year or several: always from one edition, so that a series never mixes two."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from decimal import Decimal

from quotepart.accounts.account import Account
from quotepart.accounts.series import edition_for
from quotepart.errors import AccountError
from quotepart.measures.find import find_measure
from quotepart.measures.found import Found
from quotepart.measures.question import SEED, Question, ask
from quotepart.model.observation import Basis, Membership


def compute(
    account: Account, name: str, *, known_on: date, years: Iterable[int] = (), group: str | None = None,
    without: Iterable[str] = (), basis: Basis | None = None, membership: Membership = "as_published",
    base_year: int | None = None, target: Decimal = Decimal(2), indicator: str | None = None, edition: str | None = None,
    with_uncitable: bool = False, seed: int = SEED,
) -> tuple[Found, ...]:  # fmt: skip
    """Return what a measure finds in each of ``years``, or in the last year of the edition where none is asked for.

    See ``Question`` for what the arguments mean; ``basis`` is the measure's own where none is given. Raises ``UsageError`` for an
    unknown measure, ``AccountError`` for other unknown names and where no edition has the years.
    """
    measure = find_measure(name)
    span, prices = sorted(set(years)), basis or measure.basis
    whole = account.find_entity(group) if group else account.pact.conventions.whole
    main = account.pact.conventions.main_indicator
    chosen = edition or edition_for(account, whole, main, known_on=known_on, basis=prices, years=span).id
    question = ask(
        account, group=whole, year=span[-1] if span else None, known_on=known_on, edition=chosen, without=without,
        basis=prices, membership=membership, base_year=base_year, target=target, indicator=indicator,
        with_uncitable=with_uncitable, seed=seed,
    )  # fmt: skip
    results = tuple(measure.compute(each) for each in _in_each(question, span))
    if span and not any(each.rows or each.missing for each in results):
        asked = str(span[0]) if len(span) == 1 else f"{span[0]}–{span[-1]}"
        raise AccountError(
            f"{chosen} has no figures for {asked}",
            where=name,
            hint="`quotepart accounts editions` shows the years of each",
        )
    return results


def _in_each(question: Question, years: list[int]) -> list[Question]:
    return [replace(question, year=year) for year in years] or [question]
