"""What an operation is: which claims it fits, and the readings it makes of one."""

from __future__ import annotations

from collections.abc import Callable

from quotepart.checks.claims.claim import Claim
from quotepart.checks.readings.readings import Query, Setting
from quotepart.model.frozen import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """A kind of claim: ``fits`` tells from the words whether it is one, ``read`` gives its readings as questions.

    Where several fit, the one with the lowest ``order`` reads the claim. An operation that can't read a claim gives no readings.
    """

    id: str
    order: int
    fits: Callable[[Claim, Setting], bool]
    read: Callable[[Claim, Setting], tuple[Query, ...]]
