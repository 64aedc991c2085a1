"""When the state of a pledge changed: every day on which something new was known, and what it then was.

A state can only change on the day an edition with its series appears, a pledge replaces it, or a new year begins after its
deadline. The editions that are held decide how early a change is seen.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache, partial

from quotepart.accounts.account import Account
from quotepart.model.pact import Pledge
from quotepart.pledges.history import read_history
from quotepart.pledges.registry import bound_members, made_on, pledges_made_by, superseded_by
from quotepart.pledges.states import Look, PledgeState, state_from

Looks = dict[date, Look]


def changes_by(account: Account, day: date, *, members: Iterable[str] = ()) -> tuple[tuple[PledgeState, ...], ...]:
    """Return, for every pledge made by ``day`` and each member it binds (or these only), its states up to that day in order.

    Each state stands with the first day on which it was so; the last one is the state on ``day``.
    """
    wanted = set(members)
    looks: Looks = {}
    return tuple(
        tuple(_changes(account, pledge, member, day, looks))
        for pledge in pledges_made_by(account.pact, day)
        for member in bound_members(account.pact, pledge)
        if not wanted or member in wanted
    )


def changes_of(account: Account, pledge: Pledge, member: str, day: date) -> tuple[PledgeState, ...]:
    """Return the states of one pledge for one member up to ``day``, each with the first day on which it was so.

    Empty for a pledge made later than ``day``.
    """
    return tuple(_changes(account, pledge, member, day, {}))


def _changes(account: Account, pledge: Pledge, member: str, day: date, looks: Looks) -> Iterator[PledgeState]:
    before: PledgeState | None = None
    for each in _days(account, pledge, member, day):
        look = looks.setdefault(each, cache(partial(read_history, account, day=each)))
        now = state_from(account.pact, pledge, member, each, look)
        if before is None or now.state != before.state:
            yield now
            before = now


def _days(account: Account, pledge: Pledge, member: str, day: date) -> list[date]:
    """Return the days from the making of a pledge to ``day`` on which its state can change."""
    start = made_on(pledge)
    indicator = account.pact.conventions.pledge_indicators.get(pledge.measure)
    editions = account.editions(indicator=indicator, known_on=day) if indicator else ()
    later = superseded_by(account.pact, pledge, member, day)
    due = pledge.deadline or (pledge.from_year if pledge.is_floor else None)
    days = {
        start,
        *(each.published for each in editions),
        *([made_on(later)] if later else []),
        *([date(due + 1, 1, 1)] if due else []),
    }
    return sorted(each for each in days if start <= each <= day)
