"""What a pact folder holds: its files, the columns of its tables, and the closed lists of what may stand in them."""

from __future__ import annotations

from typing import Literal, get_args

SOURCES = ("id", "title", "publisher", "url")
MEMBERS = ("id", "joined", "left", "wikidata", "region", "tags", "source", "citable", "note")
OFFICES = (
    "office", "holder", "aliases", "wikidata", "start", "end", "as_of", "acting",
    "source", "read_on", "citable", "verification", "note",
)  # fmt: skip
MEETINGS = (
    "id", "kind", "start", "end", "city", "country", "session",
    "source", "seconded_by", "citable", "verification", "note",
)  # fmt: skip
ANNOUNCEMENTS = (
    "id", "announced_on", "office", "person", "value", "unit", "hedge", "measure", "group", "start_year", "end_year",
    "base_year", "price_basis", "place", "meeting", "source", "citable", "verification", "via", "note",
)  # fmt: skip
_PLEDGES = (
    "id", "made_on", "made_by", "addressed_to", "kind", "strength", "measure", "operator", "threshold", "unit",
    "deadline", "from_year", "review_year", "floor", "bound", "exceptions", "supersedes", "contested_with", "meeting",
    "source", "citable", "verification", "via", "note",
)  # fmt: skip
CAPABILITIES = (
    "entity", "metric", "value", "unit", "year", "hedge", "source", "citable", "verification", "via", "note",
)  # fmt: skip
_REPLACEMENTS = (
    "id", "author", "member", "published", "value", "unit", "source", "citable", "verification", "via", "note",
)  # fmt: skip

_EVENTS = ("id", "day", "source", "citable", "verification", "via", "note")

Verification = Literal["cited", "part_cited", "derived", "recall_unverified"]
Session = Literal["regular", "informal", "extraordinary"]
MeetingKind = Literal["summit", "defence_ministers", "foreign_ministers", "bilateral", "other"]
Strength = Literal["aim", "commitment", "law", "demand"]
Operator = Literal[">=", "=", "<="]
PledgeKind = Literal["guideline", "commitment", "floor", "demand", "national_plan", "law"]
IndicatorKind = Literal["sum", "ratio", "weighted", "none"]
EpithetKind = Literal["office", "member", "group", "state", "person", "institution", "ambiguous"]

VERIFICATIONS: tuple[Verification, ...] = get_args(Verification)
SESSIONS: tuple[Session, ...] = get_args(Session)
MEETING_KINDS: tuple[MeetingKind, ...] = get_args(MeetingKind)
STRENGTHS: tuple[Strength, ...] = get_args(Strength)
OPERATORS: tuple[Operator, ...] = get_args(Operator)
PLEDGE_KINDS: tuple[PledgeKind, ...] = get_args(PledgeKind)
INDICATOR_KINDS: tuple[IndicatorKind, ...] = get_args(IndicatorKind)
EPITHET_KINDS: tuple[EpithetKind, ...] = get_args(EpithetKind)


def pledge_columns(languages: tuple[str, ...]) -> tuple[str, ...]:
    """Return the columns of ``pledges.csv``: one with the wording in each language, after all others."""
    return (*_PLEDGES, *(f"wording_{code}" for code in languages))


def event_columns(languages: tuple[str, ...]) -> tuple[str, ...]:
    """Return the columns of ``events.csv``: one with the words of news in each language, after all others."""
    return (*_EVENTS, *(f"words_{code}" for code in languages))


def replacement_columns(languages: tuple[str, ...]) -> tuple[str, ...]:
    """Return the columns of ``replacement_estimates.csv``: what is covered and for how long, by language, stand last."""
    return (*_REPLACEMENTS, *(f"{what}_{code}" for what in ("covers", "horizon") for code in languages))


Held = Literal["full", "partial", "none"]
Basis = Literal["current", "constant"]
HELD: tuple[Held, ...] = get_args(Held)
BASES: tuple[Basis, ...] = get_args(Basis)
