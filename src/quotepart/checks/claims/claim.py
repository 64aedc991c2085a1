"""A claim: what one figure of a record asserts, with everything in its sentence that shows how it is meant."""

from __future__ import annotations

from dataclasses import field
from datetime import date
from decimal import Decimal
from typing import Literal

from quotepart.checks.claims.cues import Cues
from quotepart.model.amount import Amount
from quotepart.model.dates import Period
from quotepart.model.entry import Figure, FigureKind
from quotepart.model.finding import Reason
from quotepart.model.frozen import dataclass
from quotepart.model.span import Span

SHARES = ("percent", "percent_of_gdp")
"""Units of shares; a bare percentage can be one of GDP."""

PARTS = ("percent", "fraction")
"""Units of a part of something."""

Shape = Literal[
    "figure", "comparison", "gap", "others", "following", "rank", "run", "record", "all", "only", "joining", "direction",
    "accession", "joining_order", "membership", "office", "meeting",
]  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """A member, group or other state named in the sentence, at ``start`` to ``end`` of it.

    ``instead_of`` is whom the words name where they mean all others: "allies other than X"; ``kind`` is how it is named.
    """

    id: str
    start: int
    end: int
    instead_of: str = ""
    kind: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordWords:
    """What a sentence says of the pact's registers: who held which office, or which meeting was where; when, and since when.

    ``person`` and ``office`` are ids; ``kind`` and ``city`` those of a meeting. ``when`` is the time that the words give.
    ``is_denied`` where they say that it is not so, ``is_past`` where they speak of what was, ``is_first`` of the first of its
    kind, ``begins`` where ``when`` is when it began, ``is_term`` where it is the whole time that it lasted.
    """

    person: str = ""
    office: str = ""
    kind: str = ""
    city: str = ""
    country: str = ""
    when: Period | None = None
    is_denied: bool = False
    is_past: bool = False
    is_first: bool = False
    begins: bool = False
    is_term: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One assertion to be judged: an amount, of what, of whom, about when, said on a day.

    ``start`` and ``end`` are the figure's place in ``sentence``; ``span`` its place in the document. ``groups`` are
    whose it is, as worded; ``others`` the other figures of the sentence, ``actors`` the names in it that matter,
    ``named`` all of them. ``said_on`` is the last day on which it can have been said, ``said_on_text`` the date as
    known.

    ``shape`` is ``figure`` where a figure is stated; else the words make the amount: a comparison ("more than" is a ratio above
    one), a place, a run of years, a record, a count of all or none; ``threshold`` is what they reach or not, ``is_over``
    whether it is to be passed and not only reached, ``threshold_of`` the series it is of, where the pact has one. ``reason``
    is set where the words can't be judged; ``event_year`` is the year of the event by which the words date it. ``following``
    is how many that come next in an order are taken together; ``is_start`` marks a level from which something moved;
    ``narrow`` tells of which end of its range a little more, or less, was said; ``fact`` what the words say of the pact's
    registers.
    """

    text: str
    amount: Amount
    kind: FigureKind
    metric: str
    lang: str
    said_on: date
    groups: tuple[str, ...] = ()
    period: Period | None = None
    of: str | None = None
    said_by: str | None = None
    said_on_text: str = ""
    date_is: str = "given"
    sentence: str = ""
    start: int = 0
    end: int = 0
    span: Span | None = None
    cues: Cues = field(default_factory=lambda: Cues(""))
    actors: tuple[Actor, ...] = ()
    named: tuple[Actor, ...] = ()
    others: tuple[Figure, ...] = ()
    shape: Shape = "figure"
    threshold: Decimal | None = None
    is_over: bool = False
    threshold_of: str | None = None
    event_year: int | None = None
    following: int | None = None
    is_start: bool = False
    narrow: Literal["", "little_over", "little_under"] = ""
    fact: RecordWords | None = None
    reason: Reason | None = None

    @property
    def unit(self) -> str:
        """The unit of the amount as stated."""
        return self.amount.unit

    @property
    def is_money(self) -> bool:
        """Whether the amount is in a currency."""
        return len(self.amount.unit) == 3 and self.amount.unit.isupper()

    def is_of_all(self, whole: str) -> bool:
        """Whether nobody holds the figure by the words, or all of the pact, whose id is ``whole``."""
        return self.groups in ((), (whole,))
