"""What a dossier holds: checked documents, the state of pledges, and the series behind charts; all frozen values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import date
from decimal import Decimal
from typing import Literal

from quotepart.model.amount import Interval
from quotepart.model.document import Document
from quotepart.model.entry import Record
from quotepart.model.finding import Finding, Verdict
from quotepart.model.frozen import dataclass
from quotepart.model.observation import Status

Shape = Literal["level", "added", "count"]
VERDICTS: tuple[Verdict, ...] = (
    "contradicted", "out_of_date", "depends", "close", "supported", "as_announced", "not_checkable",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """The official value of one year, in full units."""

    year: int
    value: Decimal
    status: Status = "final"


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """The official series that a claim is about, with what is needed to draw the claim into it.

    ``shape`` is ``level`` (a value a year), ``added`` (values over ``base_value`` add up from the year after ``base_year``) or
    ``count`` (how many members a year). ``label`` says what is drawn, ``source`` where it was printed, ``edition`` which one.
    ``claim`` is what the claim's number can mean, ``claim_years`` the years it is about. ``target`` is a line to reach.
    ``reading`` names the reading drawn, where a claim has several.
    """

    shape: Shape
    label: str
    unit: str
    points: tuple[Point, ...]
    edition: str
    source: str = ""
    claim: Interval | None = None
    claim_text: str = ""
    claim_years: tuple[int, int] | None = None
    base_year: int | None = None
    base_value: Decimal | None = None
    target: Decimal | None = None
    target_text: str = ""
    reading: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """One document with its record and the findings on it; ``series`` is by the finding's id."""

    document: Document
    record: Record
    findings: tuple[Finding, ...] = ()
    series: Mapping[str, Series] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Where one member stands with one pledge: its state, and the value and year that show it."""

    member: str
    state: str
    value: Decimal | None = None
    year: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    """One pledge of the registry with the standing of each member it binds, on the day of the dossier.

    ``wording`` is the pledge as worded, in the language ``lang``; it stands beside any "missed".
    """

    title: str
    made_on: str
    wording: str
    unit: str
    standings: tuple[Standing, ...]
    threshold: Decimal | None = None
    deadline: int | None = None
    strength: str = "commitment"
    edition: str = ""
    source: str = ""
    lang: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unread:
    """An input that could not be read, and why."""

    id: str
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """Everything one dossier shows.

    ``made_on`` is the day it was made and ``known_on`` the day by whose editions it speaks of today. ``names`` gives members,
    groups, indicators and offices in the reader's language, by id. ``pact`` is the pact's title.
    """

    checked: tuple[Checked, ...]
    made_on: date
    known_on: date
    pact: str
    names: Mapping[str, str] = field(default_factory=dict)
    boards: tuple[Board, ...] = ()
    unread: tuple[Unread, ...] = ()

    def name(self, id: str) -> str:
        """Return what ``id`` is called, or ``id`` itself where no name is known."""
        return self.names.get(id, id)
