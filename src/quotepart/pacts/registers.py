"""The registers of a pact, each row beside its place: sources, members, holdings, meetings, events, announcements, pledges."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import TypeVar

from quotepart.model.frozen import dataclass
from quotepart.model.member import Member
from quotepart.model.observation import Announcement, Source
from quotepart.model.pact import Event, Holding, Meeting, Pledge
from quotepart.pacts import schema
from quotepart.pacts.faults import Faults
from quotepart.pacts.rows import Row, read_rows

Value = TypeVar("Value")
Rows = tuple[tuple[Row, Value], ...]
Sources = Mapping[str, Source] | None
"""The sources that a row may name, ``None`` where their table could not be read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Registers:
    """What the tables of a pact hold, each value beside the row it was read from."""

    sources: Rows[Source]
    members: Rows[Member]
    holdings: Rows[Holding]
    meetings: Rows[Meeting]
    events: Rows[Event]
    announcements: Rows[Announcement]
    pledges: Rows[Pledge]


def read_registers(folder: Path, languages: tuple[str, ...], faults: Faults) -> Registers:
    """Return all registers of the pact in ``folder``, whose pledges are worded in ``languages``."""

    def read(file: str, columns: tuple[str, ...], make: Callable[[Row, Sources], Value]) -> Rows[Value]:
        return tuple((row, make(row, known)) for row in read_rows(folder, file, columns, faults))

    sources = tuple((row, _source(row)) for row in read_rows(folder, "sources.csv", schema.SOURCES, faults))
    known = None if "sources.csv" in faults.unread else {source.id: source for _, source in sources}
    return Registers(
        sources=sources,
        members=read("members.csv", schema.MEMBERS, _member),
        holdings=read("offices.csv", schema.OFFICES, _holding),
        meetings=read("meetings.csv", schema.MEETINGS, _meeting),
        events=read("events.csv", schema.event_columns(languages), partial(_event, languages=languages)),
        announcements=read("announcements.csv", schema.ANNOUNCEMENTS, _announcement),
        pledges=read("pledges.csv", schema.pledge_columns(languages), partial(_pledge, languages=languages)),
    )


def _source(row: Row) -> Source:
    return Source(
        id=row.needed("id"),
        title=row.text("title"),
        publisher=row.text("publisher"),
        url=row.text("url"),
    )


def _source_of(row: Row, sources: Sources, via: str = "") -> Source | None:
    """Return the row's source, as citable and as verified as this row's use of it."""
    source = _first_source(row, sources)
    citable, verification = row.flag("citable"), row.choice("verification", schema.VERIFICATIONS)
    if citable and not row.text("source"):
        row.fault("citable", "says yes; a row without a source can't be cited")
    return replace(source, citable=citable, verification=verification, via=via) if source else None


def _first_source(row: Row, sources: Sources) -> Source | None:
    names = row.items("source")
    row.known("source", names, sources, "source")
    return sources.get(names[0]) if sources and names else None


def _member(row: Row, sources: Sources) -> Member:
    source = _first_source(row, sources)
    member = Member(
        id=row.needed("id"),
        joined=row.day("joined") or _day_needed(row, "joined"),
        left=row.day("left"),
        wikidata=row.text("wikidata") or None,
        region=row.text("region"),
        tags=row.items("tags"),
        source=replace(source, citable=row.flag("citable")) if source else None,
    )
    if member.left is not None and member.left <= member.joined:
        row.fault("left", f"is not after the day it joined, {member.joined}")
    return member


def _day_needed(row: Row, column: str) -> date:
    row.needed(column)
    return date.max


def _holding(row: Row, sources: Sources) -> Holding:
    holding = Holding(
        office=row.needed("office"),
        holder=row.needed("holder"),
        aliases=row.items("aliases"),
        wikidata=row.text("wikidata") or None,
        start=row.partial("start"),
        end=row.partial("end"),
        as_of=row.partial("as_of"),
        acting=row.flag("acting"),
        citable=row.flag("citable"),
        verification=row.choice("verification", schema.VERIFICATIONS),
        source=_source_of(row, sources),
    )
    if not holding.start:
        row.needed("start")
    elif holding.until <= holding.first:
        row.fault("end" if holding.end else "as_of", f"is not after the start, {holding.start}")
    return holding


def _meeting(row: Row, sources: Sources) -> Meeting:
    meeting = Meeting(
        id=row.needed("id"),
        kind=row.choice("kind", schema.MEETING_KINDS),
        start=row.needed("start") and row.partial("start"),
        end=row.needed("end") and row.partial("end"),
        city=row.text("city"),
        country=row.text("country"),
        note=row.text("note"),
        is_regular=row.choice("session", schema.SESSIONS) != "extraordinary",
        source=_source_of(row, sources),
        verification=row.text("verification"),
    )
    if meeting.end and meeting.end < meeting.start:
        row.fault("end", f"{meeting.end} is before the start, {meeting.start}")
    return meeting


def _event(row: Row, sources: Sources, languages: tuple[str, ...]) -> Event:
    return Event(
        id=row.needed("id"),
        day=row.day("day") or _day_needed(row, "day"),
        words={code: row.items(f"words_{code}") for code in languages},
        source=_source_of(row, sources, row.text("via")),
        verification=row.text("verification"),
    )


def _announcement(row: Row, sources: Sources) -> Announcement:
    row.needed("source")
    return Announcement(
        id=row.needed("id"),
        announced_on=row.day("announced_on") or _day_needed(row, "announced_on"),
        office=row.needed("office"),
        person=row.text("person"),
        value=row.decimal("value") or _number_needed(row, "value"),
        unit=row.needed("unit"),
        hedge=row.text("hedge"),
        measure=row.needed("measure"),
        group=row.needed("group"),
        start_year=row.integer("start_year"),
        end_year=row.integer("end_year"),
        base_year=row.integer("base_year"),
        price_basis=row.text("price_basis"),
        source=_source_of(row, sources, row.text("via")) or Source(id="", title="", publisher="", url=""),
        note=row.text("note"),
        meeting=row.text("meeting") or None,
    )


def _number_needed(row: Row, column: str) -> Decimal:
    row.needed(column)
    return Decimal(0)


def _pledge(row: Row, sources: Sources, languages: tuple[str, ...]) -> Pledge:
    return Pledge(
        id=row.needed("id"),
        made_on=row.needed("made_on") and row.partial("made_on"),
        made_by=row.needed("made_by"),
        kind=row.choice("kind", schema.PLEDGE_KINDS),
        strength=row.choice("strength", schema.STRENGTHS),
        measure=row.needed("measure"),
        operator=row.choice("operator", schema.OPERATORS),
        threshold=row.decimal("threshold"),
        unit=row.text("unit"),
        deadline=row.integer("deadline"),
        from_year=row.integer("from_year"),
        review_year=row.integer("review_year"),
        is_floor=row.flag("floor"),
        bound=row.items("bound"),
        exceptions=row.pairs("exceptions"),
        supersedes=row.items("supersedes"),
        contested_with=row.items("contested_with"),
        wording={code: row.text(f"wording_{code}") for code in languages if row.text(f"wording_{code}")},
        meeting=row.text("meeting") or None,
        source=_source_of(row, sources, row.text("via")),
        verification=row.text("verification"),
        note=row.text("note"),
    )
