"""What a rule for sharing a cost is: from what members spend, have and are to the share of the bill that each one bears."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import field

from quotepart.model.frozen import dataclass

Amounts = Mapping[str, float]
Shares = dict[str, float]
"""Each member's share of a bill, from 0 to 1; they sum to one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Means:
    """Who shares a bill: what each spends now and the size of its economy, in one currency, and how many people it has."""

    spending: Amounts
    sizes: Amounts
    people: Amounts = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A rule by its name: its formula, where it comes from, and the function that shares.

    A rule that ``needs_people`` can't be asked where their number is not known.
    """

    name: str
    formula: str
    source: str
    share: Callable[[Means], Shares] = field(compare=False)
    needs_people: bool = False


def in_proportion(amounts: Amounts) -> Shares:
    """Return shares in proportion to amounts, which must not all be zero.

    >>> in_proportion({"SYL": 3.0, "BOR": 1.0})
    {'SYL': 0.75, 'BOR': 0.25}
    """
    total = sum(amounts.values())
    return {member: amount / total for member, amount in amounts.items()}
