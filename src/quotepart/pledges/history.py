"""A member's values of one indicator by year, as a reader of a given day could know them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from quotepart.accounts.account import Account
from quotepart.measures.measure import as_printed
from quotepart.model.frozen import dataclass
from quotepart.model.observation import Observation

History = Mapping[int, Observation]
"""Year to what the newest edition with that year printed; years in order."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A year with its value as printed: rounded, half up, to the last digit that the producer prints."""

    year: int
    value: Decimal


def read_history(account: Account, member: str, indicator: str, day: date) -> History:
    """Return the values known on ``day``; each year is taken from the newest citable print of it.

    Editions mix only where the newest ones printed single values; every observation names its own.
    """
    found: dict[int, Observation] = {}
    for edition in account.editions(indicator=indicator, known_on=day):
        for observation in account.series(member, indicator, edition=edition):
            found.setdefault(observation.year, observation)
    return dict(sorted((year, each) for year, each in found.items() if each.status != "projection"))


def printed(observation: Observation) -> Printed:
    """Return the year and printed value of an observation."""
    return Printed(observation.year, as_printed(observation.value, observation.step))
