"""The board: every pledge in force on a day, and which members are in which state of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from quotepart.accounts.account import Account
from quotepart.model.frozen import dataclass
from quotepart.model.pact import Pledge
from quotepart.pledges.registry import bound_members, pledges_in_force
from quotepart.pledges.states import PledgeState, State, is_over, states_on

ORDER: tuple[State, ...] = (
    "kept", "kept_estimate", "floor_held", "on_the_way", "too_early", "off_track", "missed_estimate", "missed",
    "floor_broken", "not_measurable", "superseded",
)  # fmt: skip
"""All states, from what is done to what cannot be said."""
UNRATED: frozenset[State] = frozenset(("not_measurable", "superseded"))


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardRow:
    """One pledge with the members it binds by their state, states in ``ORDER`` and members in the pact's order."""

    pledge: Pledge
    by_state: Mapping[State, tuple[PledgeState, ...]]

    @property
    def is_rated(self) -> bool:
        """Whether any member's state could be told."""
        return not UNRATED.issuperset(self.by_state)


def board_of(account: Account, day: date, *, members: Iterable[str] = ()) -> tuple[BoardRow, ...]:
    """Return a row for every pledge in force on ``day`` that binds anybody, or any of ``members``, in the order made.

    A pledge that could be rated for nobody is gone with its deadline.
    """
    states: dict[str, dict[State, list[PledgeState]]] = {}
    for each in states_on(account, day, members=members):
        states.setdefault(each.pledge.id, {}).setdefault(each.state, []).append(each)
    return tuple(
        BoardRow(pledge=pledge, by_state={state: tuple(found[state]) for state in ORDER if state in found})
        for pledge in pledges_in_force(account.pact, day)
        if bound_members(account.pact, pledge) and (found := states.get(pledge.id)) and not _is_over(found)
    )


def _is_over(found: Mapping[State, list[PledgeState]]) -> bool:
    return all(is_over(state) for states in found.values() for state in states)
