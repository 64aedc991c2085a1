"""What no single row shows: duplicate ids, unknown references, holdings that overlap."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from itertools import pairwise

from quotepart.model.pact import Names, Pact, Pledge
from quotepart.pacts.faults import Faults
from quotepart.pacts.registers import Registers, Rows
from quotepart.pacts.rows import Row

Ids = frozenset[str] | None
"""What may be referred to, ``None`` where that can't be known."""


def check_registers(registers: Registers, groups: Collection[str], faults: Faults) -> None:
    """Note every fault that lies between rows or tables."""
    _check_unique((row, source.id) for row, source in registers.sources)
    _check_unique((row, member.id) for row, member in registers.members)
    _check_unique((row, meeting.id) for row, meeting in registers.meetings)
    _check_unique((row, event.id) for row, event in registers.events)
    _check_unique((row, announcement.id) for row, announcement in registers.announcements)
    _check_unique((row, pledge.id) for row, pledge in registers.pledges)
    parties = {*groups, *(member.id for _, member in registers.members)}
    meetings = faults.known((meeting.id for _, meeting in registers.meetings), "meetings.csv")
    _check_holdings(registers)
    _check_announcements(registers, faults.known(parties, "members.csv", "groups.toml"), meetings)
    _check_pledges(registers, faults.known(parties, "members.csv", "groups.toml"), meetings)


def _check_unique(ids: Iterable[tuple[Row, str]]) -> None:
    first: dict[str, Row] = {}
    for row, name in ids:
        if name in first:
            row.fault("id", f"“{name}” stands already in line {first[name].line}")
        first.setdefault(name, row)


def _check_holdings(registers: Registers) -> None:
    ordered = sorted(registers.holdings, key=lambda each: (each[1].office, each[1].start))
    for (row, earlier), (later_row, later) in pairwise(ordered):
        if earlier.office == later.office and later.start and later.first < earlier.until:
            place = f"the holding of {earlier.holder} in line {row.line}"
            later_row.fault("start", f"{later.start} falls within {place}, which ends on {earlier.until}")


def _check_announcements(registers: Registers, parties: Ids, meetings: Ids) -> None:
    for row, announcement in registers.announcements:
        row.known("group", [announcement.group], parties, "member or group")
        row.known("meeting", [announcement.meeting], meetings, "meeting")


def _check_pledges(registers: Registers, parties: Ids, meetings: Ids) -> None:
    pledges = frozenset(pledge.id for _, pledge in registers.pledges)
    for row, pledge in registers.pledges:
        row.known("bound", pledge.bound, parties, "member or group")
        row.known("exceptions", pledge.exceptions, parties, "member or group")
        row.known("supersedes", pledge.supersedes, pledges - {pledge.id}, "other pledge")
        row.known("contested_with", pledge.contested_with, pledges - {pledge.id}, "other pledge")
        row.known("meeting", [pledge.meeting], meetings, "meeting")


def check_pact(pact: Pact, registers: Registers, faults: Faults) -> None:
    """Note every reference in the pact's head and names that leads nowhere."""
    _check_conventions(pact, faults)
    _check_units(pact, registers.pledges)
    for names in pact.names.values():
        if f"names.{names.lang}.toml" not in faults.unread:
            _check_names(pact, names, faults)


def _check_conventions(pact: Pact, faults: Faults) -> None:
    conventions = pact.conventions
    indicators = faults.known(pact.indicators, "indicators.toml")
    places = {
        "whole": (conventions.whole, faults.known(pact.groups, "groups.toml"), "group"),
        "main_indicator": (conventions.main_indicator, indicators, "indicator"),
        "share_indicator": (conventions.share_indicator, indicators, "indicator"),
        **{
            f"pledge_indicators.{measure}": (indicator, indicators, "indicator")
            for measure, indicator in conventions.pledge_indicators.items()
        },
        **{
            f"measure_indicators.{role}": (indicator, indicators, "indicator")
            for role, indicator in conventions.measure_indicators.items()
        },
    }
    for key, (name, known, kind) in places.items():
        if name and known is not None and name not in known:
            faults.add(f"pact.toml, conventions.{key}", f"“{name}” is no {kind} of this pact")


def _check_units(pact: Pact, pledges: Rows[Pledge]) -> None:
    """Note every pledge that is not in the unit of the indicator that it is followed by."""
    for row, pledge in pledges:
        indicator = pact.indicators.get(pact.conventions.pledge_indicators.get(pledge.measure, ""))
        if indicator and pledge.threshold is not None and pledge.unit != indicator.unit:
            row.fault("unit", f"“{pledge.unit}” is not the unit of {indicator.id}, which follows it: {indicator.unit}")


def _check_names(pact: Pact, names: Names, faults: Faults) -> None:
    file = f"names.{names.lang}.toml"
    for member in pact.members:
        if member not in names.actors:
            faults.add(f"{file}, actors", f"{member} has no name; every member needs one in every language")
    offices = faults.known(pact.offices, "offices.csv")
    for office in names.offices:
        if offices is not None and office not in offices:
            faults.add(f"{file}, offices.{office}", "is no office of offices.csv")
    targets = {
        "office": offices,
        "member": faults.known(pact.members, "members.csv"),
        "group": faults.known(pact.groups, "groups.toml"),
        "state": frozenset(names.actors),
        "institution": frozenset(names.institutions),
        "person": faults.known((holding.holder for holding in pact.holdings), "offices.csv"),
    }
    for kind, target in dict.fromkeys((epithet.kind, epithet.target) for epithet in names.epithets):
        known = targets.get(kind)
        if known is not None and target not in known:
            faults.add(f"{file}, epithets.{kind}.{target}", f"is no {kind} of this pact")
