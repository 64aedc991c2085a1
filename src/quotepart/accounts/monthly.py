"""Figures month by month, as the few sources that print them do: from the newest edition that was known on a day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from quotepart.accounts.account import Account
from quotepart.errors import AccountError
from quotepart.model.observation import Observation


def known_months(
    account: Account, entities: Iterable[str], indicator: str, *, known_on: date
) -> tuple[Observation, ...]:
    """Return all that one edition printed month by month about the entities, entity by entity, in order of months.

    The newest edition known on the day that has months of any of them answers. Raises ``AccountError`` where none has.
    """
    asked = tuple(entities)
    for edition in account.editions(indicator=indicator, known_on=known_on):
        found = tuple(each for entity in asked for each in account.months(entity, indicator, edition=edition))
        if found:
            return found
    hint = "most series are yearly; months come with official files that print them: `quotepart accounts import`"
    raise AccountError(
        f"no edition held from before {known_on.isoformat()} has {indicator} by month",
        where=", ".join(asked),
        hint=hint,
    )
