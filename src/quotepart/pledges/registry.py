"""The registry of a pact's pledges: which are in force on a day, whom they bind, what replaced them or stands beside them."""

from __future__ import annotations

from datetime import date

from quotepart.model.dates import first_day
from quotepart.model.pact import Pact, Pledge


def made_on(pledge: Pledge) -> date:
    """Return the first day on which the pledge can have been made."""
    return first_day(pledge.made_on)


def bound_members(pact: Pact, pledge: Pledge) -> tuple[str, ...]:
    """Return the members that the pledge binds: those of its groups on the day it was made, in the pact's order."""
    day = made_on(pledge)
    bound = {member for name in pledge.bound for member in pact.members_on(name, day)}
    return tuple(member for member in pact.members if member in bound)


def pledges_made_by(pact: Pact, day: date, *, member: str | None = None) -> tuple[Pledge, ...]:
    """Return the pledges made on or before ``day``, in the order in which they were made; with ``member`` those that bind it."""
    made = [pledge for pledge in pact.pledges if made_on(pledge) <= day]
    binding = [pledge for pledge in made if member is None or member in bound_members(pact, pledge)]
    return tuple(sorted(binding, key=made_on))


def pledges_in_force(pact: Pact, day: date, *, member: str | None = None) -> tuple[Pledge, ...]:
    """Return the pledges made by ``day`` that none made by then had replaced for ``member``, or for all that they bind."""
    return tuple(
        pledge
        for pledge in pledges_made_by(pact, day, member=member)
        if any(superseded_by(pact, pledge, each, day) is None for each in _whom(pact, pledge, member))
    )


def superseded_by(pact: Pact, pledge: Pledge, member: str, day: date) -> Pledge | None:
    """Return the first pledge made on or before ``day`` that replaced ``pledge`` for ``member``, if any did."""
    named = (each for each in pact.pledges if pledge.id in each.supersedes and made_on(each) <= day)
    return min((each for each in named if member in bound_members(pact, each)), key=made_on, default=None)


def contested_with(pact: Pact, pledge: Pledge, day: date) -> tuple[Pledge, ...]:
    """Return the pledges made on or before ``day`` that state another value beside this one; either may name the other."""
    return tuple(
        each
        for each in pledges_made_by(pact, day)
        if each.id in pledge.contested_with or pledge.id in each.contested_with
    )


def _whom(pact: Pact, pledge: Pledge, member: str | None) -> tuple[str, ...]:
    """Return whose cases decide whether the pledge is in force; one that binds no member is nobody's, and stays."""
    return (member,) if member else bound_members(pact, pledge) or ("",)
