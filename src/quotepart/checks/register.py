"""The pact's register of members as inputs of a reading: each member counts one."""

from __future__ import annotations

from decimal import Decimal

from quotepart.model.finding import Input
from quotepart.model.pact import Pact

MEMBERS = "members"
"""The name under which formulas and metrics count members."""


def member_input(pact: Pact, member: str, group: str, year: int) -> Input:
    """Return one member as an input of value one, with the day it joined as its place in the register."""
    return Input(
        member=member,
        year=year,
        indicator=MEMBERS,
        value=Decimal(1),
        unit="count",
        basis="current",
        status="final",
        edition=f"{pact.id}:members",
        source=f"{pact.id}: members.csv, {pact.members[member].joined.isoformat()}",
        group=group,
        step=Decimal(0),
    )
