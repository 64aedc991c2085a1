"""What no single row shows: duplicate ids, unknown references, holdings that overlap."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from itertools import pairwise

from quotepart.model.pact import Names, Pact
from quotepart.pacts.faults import Faults
from quotepart.pacts.registers import Registers
from quotepart.pacts.rows import Row


def check_registers(registers: Registers, parties: Collection[str]) -> None:
    """Note every fault that lies between rows or tables; ``parties`` are the ids of members and groups."""
    _check_unique((row, source.id) for row, source in registers.sources)
    _check_unique((row, member.id) for row, member in registers.members)
    _check_unique((row, meeting.id) for row, meeting in registers.meetings)
    _check_unique((row, announcement.id) for row, announcement in registers.announcements)
    _check_unique((row, pledge.id) for row, pledge in registers.pledges)
    _check_members(registers)
    _check_holdings(registers)
    _check_meetings(registers)
    _check_announcements(registers, parties)
    _check_pledges(registers, parties)


def _check_unique(ids: Iterable[tuple[Row, str]]) -> None:
    first: dict[str, Row] = {}
    for row, name in ids:
        if name in first:
            row.fault("id", f"“{name}” stands already in line {first[name].line}")
        first.setdefault(name, row)


def _check_known(row: Row, column: str, names: Iterable[str | None], known: Collection[str], kind: str) -> None:
    for name in names:
        if name and name not in known:
            row.fault(column, f"“{name}” is no {kind} of this pact")


def _check_members(registers: Registers) -> None:
    for row, member in registers.members:
        if member.left is not None and member.left <= member.joined:
            row.fault("left", f"is not after the day it joined, {member.joined}")


def _check_holdings(registers: Registers) -> None:
    ordered = sorted(registers.holdings, key=lambda each: (each[1].office, each[1].start))
    for (row, earlier), (later_row, later) in pairwise(ordered):
        if earlier.office == later.office and later.start and later.first < earlier.until:
            place = f"the holding of {earlier.holder} in line {row.line}"
            later_row.fault("start", f"{later.start} falls within {place}, which ends on {earlier.until}")


def _check_meetings(registers: Registers) -> None:
    for row, meeting in registers.meetings:
        if meeting.end < meeting.start:
            row.fault("end", f"{meeting.end} is before the start, {meeting.start}")


def _check_announcements(registers: Registers, parties: Collection[str]) -> None:
    meetings = {meeting.id for _, meeting in registers.meetings}
    for row, announcement in registers.announcements:
        _check_known(row, "group", [announcement.group], parties, "member or group")
        _check_known(row, "meeting", [announcement.meeting], meetings, "meeting")


def _check_pledges(registers: Registers, parties: Collection[str]) -> None:
    meetings = {meeting.id for _, meeting in registers.meetings}
    pledges = {pledge.id for _, pledge in registers.pledges}
    for row, pledge in registers.pledges:
        _check_known(row, "bound", pledge.bound, parties, "member or group")
        _check_known(row, "exceptions", pledge.exceptions, parties, "member or group")
        _check_known(row, "supersedes", pledge.supersedes, pledges - {pledge.id}, "other pledge")
        _check_known(row, "contested_with", pledge.contested_with, pledges - {pledge.id}, "other pledge")
        _check_known(row, "meeting", [pledge.meeting], meetings, "meeting")


def check_pact(pact: Pact, faults: Faults) -> None:
    """Note every reference in the pact's head and names that leads nowhere."""
    conventions = pact.conventions
    known = {
        "whole": (conventions.whole, pact.groups, "group"),
        "main_indicator": (conventions.main_indicator, pact.indicators, "indicator"),
        "share_indicator": (conventions.share_indicator, pact.indicators, "indicator"),
    }
    for key, (name, ids, kind) in known.items():
        if name not in ids:
            faults.add(f"pact.toml, conventions.{key}", f"“{name}” is no {kind} of this pact")
    for measure, indicator in conventions.pledge_indicators.items():
        if indicator not in pact.indicators:
            faults.add(
                f"pact.toml, conventions.pledge_indicators.{measure}", f"“{indicator}” is no indicator of this pact"
            )
    for names in pact.names.values():
        _check_names(pact, names, faults)


def _check_names(pact: Pact, names: Names, faults: Faults) -> None:
    file = f"names.{names.lang}.toml"
    for member in pact.members:
        if member not in names.actors:
            faults.add(f"{file}, actors", f"{member} has no name; every member needs one in every language")
    offices = {*pact.offices}
    for office in names.offices:
        if office not in offices:
            faults.add(f"{file}, offices.{office}", "is no office of offices.csv")
    targets = {
        "office": offices,
        "member": {*pact.members},
        "group": {*pact.groups},
        "state": {*names.actors},
        "institution": {*names.institutions},
        "person": {holding.holder for holding in pact.holdings},
    }
    for kind, target in dict.fromkeys((epithet.kind, epithet.target) for epithet in names.epithets):
        if kind in targets and target not in targets[kind]:
            faults.add(f"{file}, epithets.{kind}.{target}", f"is no {kind} of this pact")
