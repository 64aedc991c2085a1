"""A brief in the reader's words: the sentences that answer, its tables and its notes, the same on a terminal and on paper."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from functools import cached_property

from quotepart.accounts.account import Account
from quotepart.dossier.brief.brief import Brief, Promise
from quotepart.dossier.charts.pictures import names_of
from quotepart.dossier.departure.words import Telling as DepartureTelling
from quotepart.dossier.departure.words import answer_of as departure_answer
from quotepart.dossier.labels import Names, edition_words, unit_words
from quotepart.dossier.outlook.tables import HALFWAY
from quotepart.dossier.outlook.tables import Telling as OutlookTelling
from quotepart.dossier.tables import Head, Table
from quotepart.measures.measure import as_printed
from quotepart.model.frozen import dataclass
from quotepart.outlook.departure_effort import KEEP, Effort, Payer
from quotepart.outlook.odds import LEVELS, Odds
from quotepart.outlook.prospects import Prospect
from quotepart.pledges.path import TREND_YEARS
from quotepart.wording.wording import Wording


@dataclass(frozen=True)
class Telling:
    """What every part of a brief shares: the brief, the account it was read from, and the reader's words."""

    brief: Brief
    account: Account
    wording: Wording

    @cached_property
    def names(self) -> Names:
        """What calls ids by the names of the pact."""
        return names_of(self.account, self.wording)

    @cached_property
    def ahead(self) -> OutlookTelling | None:
        """The outlook, to be told; ``None`` where nothing could be projected."""
        outlook = self.brief.outlook
        return OutlookTelling(outlook=outlook, names=self.names, wording=self.wording) if outlook else None

    @cached_property
    def leaving(self) -> DepartureTelling | None:
        """The departure, to be told; ``None`` where it could not be computed."""
        departure = self.brief.departure
        return DepartureTelling(departure, self.account, self.wording) if departure else None

    @property
    def prospect(self) -> Prospect | None:
        """What the target takes of the member."""
        return self.brief.outlook.prospects[self.brief.member] if self.brief.outlook else None

    @property
    def member(self) -> str:
        """The member's name."""
        return self.names(self.brief.member)

    def say(self, key: str, **values: str | int | Decimal | date) -> str:
        """Return a phrase of the brief."""
        return self.wording.say(f"brief.{key}", **values)

    def share(self, value: Decimal | float, digits: int | None = None) -> str:
        """Return a share with its unit."""
        return self.wording.amount(Decimal(str(value)), self.account.pact.indicators[self.series].unit, digits)

    @property
    def series(self) -> str:
        """The pact's indicator of effort."""
        return self.account.pact.conventions.share_indicator

    def value_of(self, promise: Promise) -> str:
        """Return the value that shows a promise's state, with its year; empty where none does."""
        latest = promise.state.latest
        if latest is None:
            return ""
        return self.say("value", value=self.wording.amount(latest.value, latest.unit), year=str(latest.year))


def title_of(telling: Telling) -> str:
    """Return the headline."""
    return telling.say("title", member=telling.member)


def answer_of(telling: Telling) -> Iterator[str]:
    """Yield the answer in sentences: where it stands, what it lacks, how likely it arrives, what it would bear."""
    brief = telling.brief
    if brief.last is None:
        yield _nothing(telling)
    else:
        yield _stands(telling)
    if telling.prospect and brief.outlook:
        yield _lacks(telling, telling.prospect)
        yield _likely(telling, brief.outlook.odds[brief.outlook.scenario])
    elif brief.last is not None:
        yield telling.say("no_outlook", member=telling.member, date=brief.known_on)
    yield from _bears(telling)


def _nothing(telling: Telling) -> str:
    has_none = telling.brief.member in telling.account.pact.indicators[telling.series].without
    key = "no_series" if has_none else "no_figure"
    return telling.say(key, member=telling.member, measure=telling.names(telling.series), date=telling.brief.known_on)


def _stands(telling: Telling) -> str:
    last = telling.brief.last
    assert last is not None
    mark = "" if last.status == "final" else telling.say("estimate")
    values = {"member": telling.member, "share": telling.share(last.value, 2), "year": f"{last.year}{mark}"}
    before = telling.brief.shares.get(last.year - TREND_YEARS)
    if before is None:
        return telling.say("stands", **values)
    step = as_printed(last.value, last.step) - as_printed(before.value, before.step)
    key = "stands_same" if not step else "stands_more" if step > 0 else "stands_less"
    change = telling.wording.amount(abs(step), "points")
    return telling.say(key, **values, change=change, before=str(before.year))


def _lacks(telling: Telling, prospect: Prospect) -> str:
    ahead, standing = telling.ahead, prospect.standing
    assert ahead is not None
    if prospect.is_met:
        return telling.say("met", target=ahead.aim)
    if standing.gap is None:
        return telling.say("gap_unknown", target=ahead.aim)
    money = ahead.money(standing.gap)
    if standing.own_gap is None or standing.own_currency == ahead.outlook.currency:
        return telling.say("gap", target=ahead.aim, money=money)
    own = ahead.money(standing.own_gap, standing.own_currency)
    return telling.say("gap_own", target=ahead.aim, money=money, own=own)


def _likely(telling: Telling, odds: Odds) -> str:
    ahead, member = telling.ahead, telling.brief.member
    assert ahead is not None
    outlook, row = ahead.outlook, odds.entities.index(member)
    told = telling.say(
        "odds", target=ahead.aim, year=ahead.by, scenario=ahead.scenario, odds=ahead.odds(float(odds.at[row, -1]))
    )
    others = [
        telling.say("odds_other", scenario=ahead.say_scenario(each), odds=ahead.odds(float(other.at[row, -1])))
        for each, other in outlook.odds.items()
        if each != outlook.scenario and (each != "plan" or outlook.prospects[member].plan)
    ]
    return (
        telling.say("odds_all", told=told, others=", ".join(others)) if others else telling.say("odds_one", told=told)
    )


def _bears(telling: Telling) -> Iterator[str]:
    if telling.leaving is None:
        return
    if telling.brief.leaves_itself:
        goes = departure_answer(telling.leaving)[0]
        yield telling.say("leaves_itself", goes=goes[:1].lower() + goes[1:])
        return
    shares = [payer.then_percent for _, payer in payers_of(telling)]
    if shares:
        now = next(payer.now_percent for _, payer in payers_of(telling))
        low, high = (telling.share(each, 1) for each in (min(shares), max(shares)))
        key = "bears" if low != high else "bears_just"
        yield telling.say(
            key, leavers=telling.leaving.leavers, low=telling.wording.percent(min(shares), 1), high=high,
            now=telling.share(now, 1),
        )  # fmt: skip


def payers_of(telling: Telling, goal: str = KEEP) -> list[tuple[str, Payer]]:
    """Return, by rule of sharing, what the member bears of the bill for a goal; nothing where it stays out of it."""
    effort = _effort(telling, goal)
    found = effort.payers.items() if effort else ()
    return [(rule, each) for rule, payers in found for each in payers if each.member == telling.brief.member]


def _effort(telling: Telling, goal: str) -> Effort | None:
    return telling.brief.departure.effort(goal) if telling.brief.departure else None


def gaps_table(telling: Telling) -> Table:
    """Return what the member lacks to each target in a year, in its own currency and in the pact's."""
    say, wording = telling.say, telling.wording
    currency = telling.account.pact.conventions.currency
    has_own = any(each.own_currency not in (None, currency) for each in telling.brief.gaps.values())
    own_head = [Head(say("head.own"), True)] if has_own else []
    heads = (Head(say("head.target")), *own_head, Head(unit_words(currency, Decimal(1), wording), True))
    rows = []
    for target, standing in telling.brief.gaps.items():
        if as_printed(standing.share.value, standing.share.step) >= target:
            rows.append((telling.share(target), *([""] if has_own else []), say("reached")))
            continue
        own = "–" if standing.own_gap is None else wording.money(standing.own_gap, standing.own_currency or currency)
        money = "–" if standing.gap is None else wording.money(standing.gap, currency)
        rows.append((telling.share(target), *([own] if has_own else []), money))
    year = str(telling.brief.last.year) if telling.brief.last else ""
    return Table(caption=say("heading.gaps", year=year), heads=heads, rows=tuple(rows))


def odds_table(telling: Telling) -> Table:
    """Return, a column a course, the odds of standing at the target, the year by which half of the draws are, and the spread."""
    ahead = telling.ahead
    assert ahead is not None
    outlook, say = ahead.outlook, telling.say
    has_plan = outlook.prospects[telling.brief.member].plan  # without a plan of its own a member follows its trend
    courses = [each for each in outlook.odds if each != "plan" or has_plan]
    years = [year for year in outlook.years if year in (HALFWAY, outlook.by)]
    heads = (Head(""), *(Head(ahead.say_scenario(each), True) for each in courses))
    names = (
        *(say("head.odds", year=str(year)) for year in years),
        say("head.arrival"),
        say("head.spread", year=ahead.by),
    )
    columns = [_odds_cells(telling, ahead, outlook.odds[each], years) for each in courses]
    return Table(
        caption=say("heading.odds", target=ahead.aim), heads=heads, rows=tuple(zip(names, *columns, strict=True))
    )


def _odds_cells(telling: Telling, ahead: OutlookTelling, odds: Odds, years: list[int]) -> tuple[str, ...]:
    row = odds.entities.index(telling.brief.member)
    arrival = odds.arrival_year(telling.brief.member)
    ends = (odds.fans[row, -1, LEVELS.index(each)] for each in (LEVELS[0], LEVELS[-1]))
    low, high = (Decimal(f"{each:.1f}") for each in ends)
    is_met = ahead.outlook.prospects[telling.brief.member].is_met
    never = telling.wording.say("outlook.never", year=ahead.by)
    return (
        *(telling.say("chance", odds=ahead.odds(float(odds.at[row, odds.years.index(year)]))) for year in years),
        telling.say("there") if is_met else never if arrival is None else str(arrival),
        telling.wording.span_of(low, high, "percent"),
    )


def bears_table(telling: Telling) -> Table:
    """Return what the member would bear under each rule to keep the total of before."""
    say, wording = telling.say, telling.wording
    heads = (
        Head(say("head.rule")),
        Head(say("head.part"), True),
        Head(say("head.more"), True),
        Head(say("head.then"), True),
    )
    effort = _effort(telling, KEEP)
    unit = effort.unit if effort else ""
    rows = tuple(
        (
            wording.say(f"depart.rule_long.{rule}"),
            wording.percent(payer.share * 100, 1),
            wording.money(payer.extra, unit),
            wording.percent(payer.then_percent, 1),
        )
        for rule, payer in payers_of(telling)
    )
    leavers = telling.leaving.leavers if telling.leaving else ""
    return Table(caption=say("heading.bears", leavers=leavers), heads=heads, rows=rows)


def notes_of(telling: Telling) -> Iterator[str]:
    """Yield what must be said beside the numbers: money, the method behind the odds and what they proved worth, the sources."""
    brief, ahead = telling.brief, telling.ahead
    if ahead:
        yield telling.say("note.money", year=str(ahead.outlook.last_year))
        yield from _uncounted(telling)
        yield telling.say(
            "note.odds", method=ahead.method, draws=ahead.outlook.main.draws, seed=str(ahead.outlook.main.seed)
        )
    if telling.leaving and not brief.leaves_itself and payers_of(telling):
        yield telling.say("note.bears", year=telling.leaving.year)
    editions = dict.fromkeys(
        each for each in (*(brief.outlook.editions if brief.outlook else ()), brief.last.edition if brief.last else "") if each
    )  # fmt: skip
    if editions:
        yield telling.say(
            "note.sources", editions="; ".join(edition_words(each, telling.names, telling.wording) for each in editions)
        )


def _uncounted(telling: Telling) -> Iterator[str]:
    """Yield the targets of which a pledge in force counts more than any official series follows."""
    followed = telling.account.pact.conventions.pledge_indicators
    units = telling.account.pact.indicators[telling.series].unit
    asked = {
        each.state.threshold
        for each in telling.brief.in_force
        if each.state.pledge.measure not in followed and each.state.pledge.unit == units
    }
    for target in telling.brief.gaps:
        if target in asked:
            yield telling.say("note.uncounted", target=telling.share(target))
