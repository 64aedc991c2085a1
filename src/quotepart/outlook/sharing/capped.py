"""Pro rata with a cap: nobody bears more than a quarter above its share of the GDP; what is cut is shared by the others."""

from __future__ import annotations

from quotepart.outlook.sharing.rule import Means, Rule, Shares, in_proportion

CAP = 1.25
"""The most that a member bears, in its shares of the GDP. Above one, so that the caps always leave room for the whole bill."""


def share(means: Means) -> Shares:
    """Return pro rata shares, each held at ``CAP`` times the member's share of the GDP; the rest pay more in proportion."""
    plain, limit = (
        in_proportion(means.spending),
        {each: CAP * part for each, part in in_proportion(means.sizes).items()},
    )
    held: Shares = {}
    while True:
        free = {member: part for member, part in plain.items() if member not in held}
        weight, rest = sum(free.values()), 1 - sum(held.values())
        scaled = (
            {member: part * rest / weight for member, part in free.items()} if weight else _by_room(free, limit, rest)
        )
        over = {member: limit[member] for member, part in scaled.items() if part > limit[member]}
        if not over:
            return {member: {**scaled, **held}[member] for member in plain}
        held |= over


def _by_room(free: Shares, limit: Shares, rest: float) -> Shares:
    """Share what is left among members that spend nothing now, by their caps."""
    room = sum(limit[member] for member in free)
    return {member: rest * limit[member] / room for member in free}


RULE = Rule(
    name="capped", formula=f"a_i = E_i ÷ ΣE, at most {CAP} · Y_i ÷ ΣY", source="caps of scales of assessment", share=share
)  # fmt: skip
