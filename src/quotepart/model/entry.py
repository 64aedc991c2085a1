"""What is taken from a document: its record of entries, each with its place in the text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from quotepart.model.amount import Amount, Interval
from quotepart.model.dates import Dating, Period
from quotepart.model.span import Span

QuoteKind = Literal["direct", "mixed", "indirect"]
Act = Literal[
    "assert", "reassure", "promise", "demand", "criticise", "praise", "threaten", "warn", "refuse", "announce", "other"
]
FigureKind = Literal["level", "change", "target", "cumulative", "share", "rank", "count"]
PledgeStatus = Literal["demanded", "promised", "agreed", "reached", "refused"]
MeetingKind = Literal["summit", "defence_ministers", "foreign_ministers", "bilateral", "other"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Who said it: the full name when the document gives it anywhere, else the description as written.

    ``person_id`` is a Wikidata id, ``office`` an office of the pact, ``members`` the members or groups spoken for.
    """

    name: str
    mention: Span | None = None
    person_id: str | None = None
    office: str | None = None
    members: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Reported words: the characters inside one pair of marks, or a clause reported with a verb of saying."""

    span: Span
    kind: QuoteKind
    speaker: Speaker | None = None
    cue: str | None = None
    act: Act = "other"
    towards: tuple[str, ...] = ()
    confidence: float = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A number with its unit or head noun, and what it is about.

    ``reach`` is what the number can mean, from its digits and hedge. ``of`` is what is counted, or what points
    are parts of. ``said_by`` is the speaker's name, ``None`` when the document itself asserts it. ``sentence`` is the sentence
    the figure stands in.
    """

    span: Span
    amount: Amount
    reach: Interval
    kind: FigureKind
    metric: str
    who: tuple[str, ...] = ()
    of: str | None = None
    period: Period | None = None
    said_by: str | None = None
    sentence: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PledgeMention:
    """The clause in which somebody binds somebody: who, to what, by when, and whether they did."""

    span: Span
    who: tuple[str, ...]
    metric: str
    status: PledgeStatus
    target: Decimal | None = None
    unit: str | None = None
    deadline: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingMention:
    """The first full mention of a meeting; ``date`` is a partial ISO date or ``start/end``."""

    span: Span
    kind: MeetingKind
    city: str | None = None
    date: str | None = None
    meeting_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """Everything taken from one document; each entry's span lies in the document's text."""

    document_id: str
    sha256: str
    lang: str
    title: str | None = None
    published: Dating | None = None
    quotes: tuple[Quote, ...] = ()
    figures: tuple[Figure, ...] = ()
    pledges: tuple[PledgeMention, ...] = ()
    meetings: tuple[MeetingMention, ...] = ()
    topics: tuple[str, ...] = ()
    topic_spans: Mapping[str, tuple[Span, ...]] | None = None
    furniture: tuple[Span, ...] = ()
    notes: tuple[str, ...] = ()
