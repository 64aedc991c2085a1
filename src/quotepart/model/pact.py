"""A pact: everything that differs between alliances, as data read from one folder."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Literal

from quotepart.model.dates import day_after, first_day
from quotepart.model.member import Group, Member
from quotepart.model.observation import Announcement, Basis, Edition, Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    """One series of the accounts: its unit, how it is printed, and how a group's value is made.

    ``digits`` is the number of decimals the producer prints (of millions for money, see ``scale``); ``scale`` turns a
    table's cell into full units. ``kind`` says how members add up: ``sum``, or ``ratio`` of ``numerator`` to ``denominator``
    times ``factor``, or ``weighted`` (the members' mean by ``denominator``), or ``none``. ``bases`` lists the price bases it is
    published in: a look-up in another gets the only one there is. ``without`` lists the members that have no such series, because
    they have nothing to report; they are never missing. ``akin`` is the indicator that another producer counts by another
    definition; ``national`` is the same in each member's own currency, ``fiscal`` the same by fiscal instead of calendar years.
    ``reader`` is the official source that a user can import it from, where the pact does not bring it. ``to_date`` is the series
    of all of it up to an edition's day; an indicator that has one is spoken of as such where no year is said.
    """

    id: str
    unit: str
    kind: Literal["sum", "ratio", "weighted", "none"] = "none"
    digits: int = 0
    scale: Decimal = Decimal(1)
    numerator: str | None = None
    denominator: str | None = None
    factor: Decimal = Decimal(1)
    bases: tuple[Basis, ...] = ("current",)
    without: frozenset[str] = frozenset()
    akin: str | None = None
    national: str | None = None
    fiscal: str | None = None
    reader: str | None = None
    to_date: str | None = None

    @property
    def step(self) -> Decimal:
        """The last digit that the producer prints, in full units."""
        return self.scale.scaleb(-self.digits)

    @property
    def is_change(self) -> bool:
        """Whether its values are changes from year to year, which move in points rather than in shares of themselves."""
        return self.kind == "none" and self.unit == "percent"


@dataclass(frozen=True, slots=True, kw_only=True)
class Holding:
    """Who held an office from ``start`` on; open at ``as_of``, beyond which the holder is unknown."""

    office: str
    holder: str
    aliases: tuple[str, ...] = ()
    wikidata: str | None = None
    start: str = ""
    end: str = ""
    as_of: str = ""
    acting: bool = False
    citable: bool = False
    verification: str = "cited"
    source: Source | None = None

    @property
    def first(self) -> date:
        """The first day the holder can have been in office."""
        return first_day(self.start)

    @property
    def until(self) -> date:
        """The first day on which the holder is no longer known to be in office."""
        return first_day(self.end) if self.end else day_after(self.as_of) if self.as_of else date.max


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """A meeting of the pact's calendar; ``start`` and ``end`` are ISO dates, the end included."""

    id: str
    kind: Literal["summit", "defence_ministers", "foreign_ministers", "bilateral", "other"]
    start: str
    end: str
    city: str
    country: str = ""
    note: str = ""
    is_regular: bool = True
    source: Source | None = None
    verification: str = "cited"


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """What happened on a known day, with the words by which news of it is known, by language: ``"missile … Poland"``.

    An ellipsis stands for what may lie between the words, in the same sentence; each begins a word of the text.
    """

    id: str
    day: date
    words: Mapping[str, tuple[str, ...]]
    source: Source | None = None
    verification: str = "cited"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pledge:
    """A promise, law, plan or demand of the pact's registry, normalised; see the pact's README for each field."""

    id: str
    made_on: str
    made_by: str
    kind: str
    strength: Literal["aim", "commitment", "law", "demand"]
    measure: str
    operator: Literal[">=", "=", "<="]
    threshold: Decimal | None
    unit: str
    deadline: int | None
    from_year: int | None
    review_year: int | None
    is_floor: bool
    bound: tuple[str, ...]
    exceptions: Mapping[str, str] = field(default_factory=dict)
    supersedes: tuple[str, ...] = ()
    contested_with: tuple[str, ...] = ()
    wording: Mapping[str, str] = field(default_factory=dict)
    meeting: str | None = None
    source: Source | None = None
    verification: str = "cited"
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorNames:
    """What one state or institution is called in one language, ``name`` first.

    ``seats`` are the metonyms of its government ("Downing Street", "le Pentagone"); ``of`` is the state or group that an
    institution acts for.
    """

    id: str
    name: str
    forms: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    capital: str | None = None
    seats: tuple[str, ...] = ()
    of: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Epithet:
    """A description by which news names an actor: an office, member, group or person, within its dates.

    ``phrase`` stands without its article; in a text it counts where it is definite. ``target`` is the id of an office, member,
    group, state or institution, or the full name of a person among the office-holders. An ambiguous one needs support from its
    context.
    """

    phrase: str
    kind: Literal["office", "member", "group", "state", "person", "institution", "ambiguous"]
    target: str
    start: str = ""
    end: str = ""
    is_ambiguous: bool = False

    def is_used_on(self, day: date) -> bool:
        """Whether news could use it of its target on ``day``."""
        return (not self.start or first_day(self.start) <= day) and (not self.end or day < first_day(self.end))


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """All that a language calls the pact's actors, measures, meetings and topics.

    ``actors`` holds members and other states; ``groups`` and ``institutions`` their forms; ``offices`` the titles of one
    office ("secrétaire général de l'OTAN"); ``roles`` the titles of a kind of office ("ministre de la Défense"), to be
    combined with an actor: by role, then by the only actor that a title fits or ``any``; ``metrics`` the words that show
    what a figure measures; ``topics`` weighted vocabulary and ``topic_marks`` what one figure of a metric, or one mention of
    an actor, weighs; ``cities`` local names of the calendar's cities; ``events``, by year or month, the words for what began
    then ("since the invasion"); ``topic_names`` and ``indicators`` how a topic and a measure are named in print.
    """

    lang: str
    actors: Mapping[str, ActorNames] = field(default_factory=dict)
    groups: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    institutions: Mapping[str, ActorNames] = field(default_factory=dict)
    offices: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    roles: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)
    epithets: tuple[Epithet, ...] = ()
    metrics: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    topics: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    topic_marks: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    topic_names: Mapping[str, str] = field(default_factory=dict)
    meetings: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    cities: Mapping[str, str] = field(default_factory=dict)
    events: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    indicators: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Prior:
    """One way to read a kind of claim, with its weight and the reason for it; ``when`` names the wording it is for."""

    operation: str
    when: str
    reading: str
    weight: Decimal
    reason: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Conventions:
    """How the pact counts where words leave it open.

    ``whole`` is the group of all members, ``main_indicator`` the measure a bare "2 %" is about and ``share_indicator`` its
    share of GDP; ``price_bases`` are (first day, base year) in order; ``base_years`` the usual bases of added spending, with
    their reasons by language in ``base_year_reasons``; ``pledge_indicators`` the indicator that shows how a pledge's measure
    stands; ``measure_indicators`` those that measures of sharing need beside these, by role (``people``, ``forces`` …),
    ``common_key`` the line of the capabilities by which members share common costs.
    """

    whole: str
    main_indicator: str
    share_indicator: str
    currency: str
    price_bases: tuple[tuple[date, int], ...] = ()
    base_years: tuple[int, ...] = ()
    base_year_reasons: Mapping[int, Mapping[str, str]] = field(default_factory=dict)
    languages: tuple[str, ...] = ()
    producers: tuple[str, ...] = ()
    pledge_indicators: Mapping[str, str] = field(default_factory=dict)
    measure_indicators: Mapping[str, str] = field(default_factory=dict)
    common_key: str = ""

    def price_base_on(self, day: date) -> int | None:
        """Return the base year of constant prices in use on ``day``."""
        bases = [base for start, base in self.price_bases if start <= day]
        return bases[-1] if bases else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Pact:
    """A pact as loaded: its parties, calendar, registry, names and editions.

    ``accounts`` is the folder of its account tables, which the accounts read when a look-up first needs them.
    """

    id: str
    title: Mapping[str, str]
    conventions: Conventions
    members: Mapping[str, Member]
    groups: Mapping[str, Group]
    indicators: Mapping[str, Indicator]
    offices: Mapping[str, Mapping[str, str]]
    holdings: tuple[Holding, ...]
    meetings: tuple[Meeting, ...]
    announcements: tuple[Announcement, ...]
    pledges: tuple[Pledge, ...]
    priors: tuple[Prior, ...]
    names: Mapping[str, Names]
    editions: Mapping[str, Edition]
    sources: Mapping[str, Source]
    accounts: Path
    events: tuple[Event, ...] = ()

    @property
    def folder(self) -> Path:
        """The pact's own folder, in which its account tables have theirs."""
        return self.accounts.parent

    @property
    def size_indicator(self) -> str:
        """The indicator of which the share indicator is a share: what each member has to pay from."""
        return self.indicators[self.conventions.share_indicator].denominator or ""

    def holder_on(self, office: str, day: date) -> Holding | None:
        """Return who held ``office`` on ``day``, ``None`` when the pact does not know."""
        for holding in self.holdings:
            if holding.office == office and holding.first <= day < holding.until:
                return holding
        return None

    def members_on(self, group: str, day: date) -> tuple[str, ...]:
        """Return the members of ``group`` on ``day``; a member's own id stands for itself."""
        if group in self.members:
            return (group,)
        return self.groups[group].members_on(day, self.members)
