"""What a target is worth in money: the gap now, in dollars and in a member's own, and GDP to weigh shares by.

All in prices and at exchange rates of one year, the last one with a figure.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from quotepart.accounts.account import Account
from quotepart.measures.gap import gap_to_target
from quotepart.model.frozen import dataclass
from quotepart.model.observation import Observation
from quotepart.outlook.history import History


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Where a member stands in the last year: what it lacks to the target, and the GDP that its figures imply.

    ``share`` is the observation that projections start from. ``gap`` and ``size`` are in the pact's currency, ``own_gap`` in
    ``own_currency``; a gap is 0 where the target is met, ``None`` where the edition has no money.
    """

    member: str
    share: Observation
    gap: Decimal | None
    own_gap: Decimal | None
    own_currency: str | None
    size: Decimal | None


def standings(account: Account, history: History, target: Decimal) -> dict[str, Standing]:
    """Return where each member of a history stands, from the edition that gave its last value."""
    editions = {
        member: part.edition for part in reversed(history.parts) if part.role == "last" for member in part.members
    }
    lacks = {edition: _lacks(account, edition, history.last_year, target) for edition in set(editions.values())}
    return {
        member: found
        for member, edition in editions.items()
        if (found := _standing(account, member, edition, history.last_year, target, lacks[edition].get(member)))
    }


def sizes_of(found: Mapping[str, Standing], members: Sequence[str]) -> list[float]:
    """Return the GDP of each member in the pact's currency; who has none counts with nothing in groups."""
    return [float(found[member].size or 0) if member in found else 0.0 for member in members]


def _lacks(account: Account, edition: str, year: int, target: Decimal) -> dict[str, Decimal]:
    whole = account.pact.conventions.whole
    return dict(gap_to_target(account, whole, target, year, edition=edition, basis="current").per_member)


def _standing(
    account: Account, member: str, edition: str, year: int, target: Decimal, lack: Decimal | None
) -> Standing | None:
    conventions, indicators = account.pact.conventions, account.pact.indicators
    share = account.observe(member, conventions.share_indicator, year, edition=edition)
    if share is None:
        return None
    spent = account.observe(member, conventions.main_indicator, year, edition=edition)
    national = indicators[conventions.main_indicator].national
    own = account.observe(member, national, year, edition=edition) if national else None
    ratio = max(target / share.value - 1, Decimal(0))
    return Standing(
        member=member,
        share=share,
        gap=max(lack, Decimal(0)) if lack is not None else None,
        own_gap=own.value * ratio if own else None,
        own_currency=own.unit if own else None,
        size=spent.value / share.value * 100 if spent else None,
    )
