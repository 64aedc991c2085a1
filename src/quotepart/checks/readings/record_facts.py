"""Matters of record: what the pact's registers say without any table, such as how many members there were on a day."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from quotepart.checks.readings.readings import Fact
from quotepart.checks.working.measured import Measured
from quotepart.checks.working.register import member_input
from quotepart.model.finding import Input
from quotepart.model.pact import Pact


def members_on(pact: Pact, group: str, day: date) -> Fact:
    """Return how many members ``group`` had on ``day``; each member is an input of value one, from the pact's register."""
    present = pact.members_on(group, day)
    inputs = tuple(member_input(pact, member, group, day.year) for member in present)
    return Fact(value=Measured.exactly(len(present)), inputs=inputs, as_of=day.isoformat())


def place_of_joining(pact: Pact, member: str) -> Fact:
    """Return the place of ``member`` in the order of joining; those that joined on the same day share their places."""
    joined = pact.members[member].joined
    present = [each for each in pact.members.values() if each.joined <= joined]
    before = sum(each.joined < joined for each in present)
    inputs = tuple(member_input(pact, each.id, pact.conventions.whole, joined.year) for each in present)
    value = Measured(Decimal(len(present)), Decimal(before + 1), Decimal(len(present)))
    return Fact(value=value, inputs=inputs, as_of=joined.isoformat())


def one_of(is_so: bool, inputs: tuple[Input, ...], day: date, *, citable: bool = True) -> Fact:
    """Return whether something is so, as one or zero, with the rows of the register that show it."""
    return Fact(value=Measured.exactly(int(is_so)), inputs=inputs, as_of=day.isoformat(), citable=citable)


def joined_between(pact: Pact, start: date, end: date) -> tuple[str, ...]:
    """Return the members that joined after ``start`` and by ``end``, in the order of joining."""
    found = [member for member in pact.members.values() if start < member.joined <= end]
    return tuple(member.id for member in sorted(found, key=lambda member: member.joined))
