"""What members said they will do, taken from the pact's registry: what each course aims at, and the promises of the past."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal, InvalidOperation

from quotepart.model.pact import Pact, Pledge
from quotepart.outlook.course import TREND, Course, Towards
from quotepart.outlook.credibility import Kept, Promise, credibility_of
from quotepart.outlook.history import History
from quotepart.pledges.registry import bound_members, made_on, pledges_made_by, superseded_by


def course_of(
    pact: Pact, history: History, towards: Towards, *, target: float, deadline: int, credibility: float | None = None
) -> Course:
    """Return the course of a scenario: the trend alone, each member's own declared plan, or ``target`` by ``deadline`` for all.

    A member without a plan of its own follows its trend under ``plan``. Without a ``credibility`` given, that of each member is
    estimated from the promises made by the day of the history.
    """
    if towards == "trend":
        return TREND
    aims = plans_of(pact, history) if towards == "plan" else {m: {deadline: target} for m in history.members}
    trust = past_credibility(pact, history).of_members if credibility is None else credibility
    return Course(towards=towards, aims=aims, credibility=trust)


def plans_of(pact: Pact, history: History) -> dict[str, dict[int, float]]:
    """Return what members with a plan in force on the day of the history aim at, by year after its last one.

    A plan is what a member itself said it will spend, as a share of GDP with a year: one that stays in force is an aim in every
    year from then on, another one in its year only. Where several plans name one year, the last one made stands.
    """
    found = {member: dict(_own_aims(pact, member, history)) for member in history.members}
    return {member: aims for member, aims in found.items() if aims}


def past_credibility(pact: Pact, history: History) -> Kept:
    """Return how far members kept their promises by the last year of the history, as known on its day."""
    return credibility_of(history, promises_of(pact, history.members, history.known_on))


def promises_of(pact: Pact, members: Sequence[str], day: date) -> tuple[Promise, ...]:
    """Return the promises that members had made by a day to reach a share of GDP by a year, alone or together.

    A promise that only repeats an older one (same member, share and year) counts once, from the first time it was made.
    """
    first: dict[tuple[str, float, int], int] = {}
    for pledge in pledges_made_by(pact, day):
        if pledge.deadline is None or not _is_of_share(pact, pledge) or pledge.strength == "demand":
            continue
        for member in bound_members(pact, pledge):
            share = _asked_of(pledge, member)
            if member in members and share is not None:
                first.setdefault((member, share, pledge.deadline), made_on(pledge).year)
    return tuple(
        Promise(member=member, made=made, target=share, deadline=deadline)
        for (member, share, deadline), made in first.items()
    )


def _own_aims(pact: Pact, member: str, history: History) -> Iterator[tuple[int, float]]:
    for pledge in sorted(pact.pledges, key=made_on):
        share = _asked_of(pledge, member) if _is_own(pledge, member) and _is_of_share(pact, pledge) else None
        year = pledge.deadline or pledge.from_year
        if share is None or year is None or not _is_in_force(pact, pledge, member, history.known_on):
            continue
        if pledge.is_floor:
            yield max(year, history.last_year + 1), share
        elif year > history.last_year:
            yield year, share


def _is_in_force(pact: Pact, pledge: Pledge, member: str, day: date) -> bool:
    is_made = made_on(pledge) <= day and member in bound_members(pact, pledge)
    return is_made and superseded_by(pact, pledge, member, day) is None


def _is_own(pledge: Pledge, member: str) -> bool:
    """Whether the member itself, or an office of it, made the pledge."""
    makers = (maker.partition(".")[0].strip() for maker in pledge.made_by.split(";"))
    return pledge.strength != "demand" and member in makers


def _is_of_share(pact: Pact, pledge: Pledge) -> bool:
    """Whether the pledge asks for at least a share of GDP that the pact's accounts follow."""
    indicator = pact.conventions.pledge_indicators.get(pledge.measure)
    return indicator == pact.conventions.share_indicator and pledge.operator != "<=" and pledge.threshold is not None


def _asked_of(pledge: Pledge, member: str) -> float | None:
    """Return the share asked of a member: the pledge's, or the member's own number; ``None`` where it goes by other terms."""
    own = pledge.exceptions.get(member)
    try:
        asked = pledge.threshold if own is None else Decimal(own)
    except InvalidOperation:
        return None
    return float(asked) if asked is not None and asked > 0 else None
