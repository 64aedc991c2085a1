"""Rows of the pact's registers as inputs of a reading: each member counts one, each office or meeting says what is so."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from quotepart.model.dates import first_day
from quotepart.model.finding import Input
from quotepart.model.observation import Source
from quotepart.model.pact import Holding, Meeting, Pact

MEMBERS = "members"
"""The name under which formulas and metrics count members."""

JOINED_IN, OFFICE, MEETING = "joined_in", "office", "meeting"
"""The names under which formulas look up accessions, holders of offices, and meetings."""

REGISTERS = (MEMBERS, JOINED_IN, OFFICE, MEETING)


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


def joined_input(pact: Pact, member: str, *, is_so: bool | None = None) -> Input:
    """Return when a member joined as an input, with where its accession was printed.

    Its value is the year, or, of a day or month, one where it is as said and zero where the row shows that it is not.
    """
    joined = pact.members[member]
    value, unit = (joined.joined.year, "year") if is_so is None else (int(is_so), "record")
    source = _printed(joined.source, "members.csv")
    return _row(pact, JOINED_IN, member, joined.joined, Decimal(value), unit, source)


def holding_input(holding: Holding, pact: Pact, *, is_so: bool) -> Input:
    """Return who held an office as an input: one where it is as said, zero where it shows that it is not."""
    source = _printed(holding.source, "offices.csv")
    return _row(pact, OFFICE, holding.holder, holding.first, Decimal(is_so), "record", source)


def meeting_input(meeting: Meeting, pact: Pact, *, is_so: bool) -> Input:
    """Return a meeting as an input: one where it is as said, zero where it shows that it is not."""
    source = _printed(meeting.source, "meetings.csv")
    return _row(pact, MEETING, meeting.id, first_day(meeting.start), Decimal(is_so), "record", source)


def _row(pact: Pact, indicator: str, name: str, day: date, value: Decimal, unit: str, source: str) -> Input:
    return Input(
        member=name,
        year=day.year,
        indicator=indicator,
        value=value,
        unit=unit,
        basis="current",
        status="final",
        edition=f"{pact.id}:{indicator}",
        source=f"{source}, {day.isoformat()}",
        group=pact.conventions.whole,
        step=Decimal(0),
    )


def _printed(source: Source | None, register: str) -> str:
    return f"{source.publisher}: {source.title}" if source else register
