"""All that a brief on one member holds: where it stands, what it pledged, what may come, what it would bear, what is said."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal

from quotepart.accounts.account import Account
from quotepart.errors import AccountError, OutlookError, UsageError
from quotepart.extraction.text.prepared import Mention
from quotepart.measures.figures import figures_of
from quotepart.measures.question import ask
from quotepart.model.document import Document
from quotepart.model.entry import Quote, Record
from quotepart.model.finding import Finding
from quotepart.model.frozen import dataclass
from quotepart.model.observation import Observation
from quotepart.model.span import Span
from quotepart.outlook.ahead import Wish, look_ahead
from quotepart.outlook.departure import Departure, depart
from quotepart.outlook.money import Standing, standings
from quotepart.outlook.prospects import Outlook
from quotepart.pacts.departure import departure_terms
from quotepart.pledges.changes import changes_by
from quotepart.pledges.history import History, read_history
from quotepart.pledges.states import PledgeState, is_over, states_on

Mentions = Callable[[Document], Sequence[Mention]]
Judged = tuple[Document, Record, Sequence[Finding]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """A pledge that binds the member, its state on the day, and every state before with its first day."""

    state: PledgeState
    changes: tuple[PledgeState, ...]

    @property
    def since(self) -> date:
        """The first day on which what is held showed the state."""
        return self.changes[-1].day


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where something stands: a document by id, the line in it (from 1), and the characters."""

    document: str
    title: str
    published: str
    line: int
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteAbout:
    """Reported words that name the member or are addressed to it."""

    quote: Quote
    text: str
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingAbout:
    """A checked figure about the member."""

    finding: Finding
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """What is known of one member on a day, by what had been published then.

    ``shares`` is its share of GDP by year, empty for a member with nothing to report; ``gaps`` is by target, in per cent of GDP.
    ``outlook`` is ``None`` where nothing can be projected, ``departure`` where it can't be computed. The departure is that of
    ``leavers``; if the member is one of them, it tells what goes with it. ``documents`` is how many were read.
    """

    member: str
    known_on: date
    shares: History
    promises: tuple[Promise, ...]
    gaps: Mapping[Decimal, Standing]
    outlook: Outlook | None
    leavers: tuple[str, ...]
    departure: Departure | None
    documents: int
    quotes: tuple[QuoteAbout, ...]
    findings: tuple[FindingAbout, ...]

    @property
    def last(self) -> Observation | None:
        """The last official share."""
        return self.shares[max(self.shares)] if self.shares else None

    @property
    def in_force(self) -> tuple[Promise, ...]:
        """The pledges that none has replaced, in the order in which they were made.

        One that could not be rated is gone with its deadline.
        """
        return tuple(each for each in self.promises if not is_over(each.state))

    @property
    def leaves_itself(self) -> bool:
        """Whether the departure told is the member's own."""
        return self.member in self.leavers


def gather_brief(
    account: Account, name: str, *, known_on: date, leavers: Iterable[str] = (), wish: Wish | None = None,
    judged: Iterable[Judged] = (), mentions: Mentions = lambda document: (),
) -> Brief:  # fmt: skip
    """Return the brief on a member, by id or name; the member that spends the most leaves where no ``leavers`` are named.

    ``judged`` are documents with their records and findings, ``mentions`` finds who is named in one. Raises ``AccountError`` for
    a name nobody has and a day before any edition, ``UsageError`` for a group and for who was no member on that day.
    """
    member = _member(account, name, known_on)
    series = account.pact.conventions.share_indicator
    shares = read_history(account, member, series, known_on)
    if not shares:
        ask(account, known_on=known_on)  # raises for a day before any edition
    outlook = _outlook(account, member, known_on, wish or Wish()) if shares else None
    gone = [account.find_entity(each) for each in leavers] or _largest(account, known_on)
    documents = [(each, _named(mentions(each[0]), member)) for each in judged]
    return Brief(
        member=member,
        known_on=known_on,
        shares=shares,
        promises=_promises(account, member, known_on),
        gaps=_gaps(account, member, outlook) if outlook else {},
        outlook=outlook,
        leavers=tuple(gone),
        departure=_departure(account, gone, known_on),
        documents=len(documents),
        quotes=tuple(each for found, named in documents for each in _quotes(found, member, named)),
        findings=tuple(each for found, _ in documents for each in _findings(found, member)),
    )


def _member(account: Account, name: str, day: date) -> str:
    entity = account.find_entity(name)
    pact = account.pact
    if entity not in pact.members:
        raise UsageError(f"{entity} is a group: a brief is about one member", hint="name one of its members")
    if entity not in pact.members_on(pact.conventions.whole, day):
        raise UsageError(f"{entity} was no member on {day}", hint="a later --known-on may help")
    return entity


def _promises(account: Account, member: str, day: date) -> tuple[Promise, ...]:
    states, changes = states_on(account, day, members=[member]), changes_by(account, day, members=[member])
    return tuple(Promise(state=state, changes=known) for state, known in zip(states, changes, strict=True))


def _outlook(account: Account, member: str, day: date, wish: Wish) -> Outlook | None:
    try:
        return look_ahead(account, [member], day, wish)
    except AccountError:
        return None  # no edition to start from: the brief says so, and its other parts stand
    except OutlookError as fault:
        if fault.where != account.pact.conventions.share_indicator:
            raise  # what was asked makes no sense
        return None


def _gaps(account: Account, member: str, outlook: Outlook) -> dict[Decimal, Standing]:
    targets = departure_terms(account.pact.folder).targets
    found = {target: standings(account, outlook.history, target).get(member) for target in targets}
    return {target: standing for target, standing in found.items() if standing}


def _largest(account: Account, day: date) -> list[str]:
    """Return the member that spends the most, by the newest edition known on a day; nobody where none tells."""
    try:
        question = ask(account, known_on=day)
    except AccountError:
        return []
    spent = figures_of(question, question.main, question.members).values
    return [max(spent, key=lambda each: spent[each])] if spent else []


def _departure(account: Account, leavers: Sequence[str], day: date) -> Departure | None:
    return depart(account, leavers, known_on=day) if leavers else None


def _quotes(judged: Judged, member: str, named: Sequence[Span]) -> Iterable[QuoteAbout]:
    document, record, _ = judged
    for quote in record.quotes:
        if member in quote.towards or any(_lies_in(each, quote.span) for each in named):
            text = document.text[quote.span.start : quote.span.end]
            yield QuoteAbout(quote=quote, text=text, place=_place(document, record, quote.span))


def _findings(judged: Judged, member: str) -> Iterable[FindingAbout]:
    document, record, findings = judged
    about = {figure.span for figure in record.figures if member in figure.who}
    for finding in findings:
        if finding.span and (finding.span in about or any(reading.group == member for reading in finding.readings)):
            yield FindingAbout(finding=finding, place=_place(document, record, finding.span))


def _named(mentions: Sequence[Mention], member: str) -> list[Span]:
    return [each.span for each in mentions if member in each.actors and each.kind != "person"]


def _lies_in(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _place(document: Document, record: Record, span: Span) -> Place:
    return Place(
        document=document.id,
        title=record.title or document.id,
        published=record.published.date if record.published else "",
        line=document.text.count("\n", 0, span.start) + 1,
        span=span,
    )
