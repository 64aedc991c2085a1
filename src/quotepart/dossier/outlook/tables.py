"""An outlook in the reader's words: its tables and sentences, the same on a terminal and on the page."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from quotepart.dossier.labels import Names, edition_words
from quotepart.dossier.tables import Head, Table
from quotepart.model.frozen import dataclass
from quotepart.outlook.cost import Spread
from quotepart.outlook.odds import Odds
from quotepart.outlook.prospects import Outlook, Prospect
from quotepart.wording.wording import Wording

DETAILED = 3
"""As many members, and no more, are shown year by year."""
HALFWAY = 2030
"""The year beside the deadline that joint answers are given for, where it lies ahead."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """An outlook with the language it is told in, and what calls ids by their names."""

    outlook: Outlook
    names: Names
    wording: Wording

    @property
    def aim(self) -> str:
        """The target with its unit."""
        return self.wording.amount(Decimal(str(self.outlook.target)), self.outlook.unit)

    @property
    def by(self) -> str:
        """The deadline as text."""
        return str(self.outlook.by)

    @property
    def scenario(self) -> str:
        """The scenario shown, in words."""
        return self.say_scenario(self.outlook.scenario)

    @property
    def method(self) -> str:
        """The method of projection, in words."""
        name = self.outlook.method
        return self.wording.say_or(f"outlook.model.{name}", self.wording.say_or(f"methods.{name}", name))

    def say_scenario(self, towards: str) -> str:
        """Return a scenario in words."""
        return self.wording.say(f"scenarios.{towards}")

    def name(self, entity: str) -> str:
        """Return what a member or group is called, with a capital."""
        words = self.names(entity)
        return words[:1].upper() + words[1:]

    def odds(self, probability: float) -> str:
        """Return a probability in whole per cent; what is not quite certain or impossible is never rounded to it."""
        percent = 100 * probability
        if 0 < percent < 1:
            return "<1"
        return ">99" if 99 < percent < 100 else self.wording.number(percent, 0)

    def money(self, amount: float | Decimal, currency: str | None = None) -> str:
        """Return an amount of money, in the pact's currency where none is given."""
        return self.wording.money(Decimal(str(amount)), currency or self.outlook.currency)

    def spread(self, spread: Spread) -> str:
        """Return the middle of a spread, with its ends in brackets."""
        low, high = (Decimal(str(round(each))) for each in (spread.low, spread.high))
        span = self.wording.span_of(low, high, self.outlook.currency)
        return self.wording.say("outlook.in_brackets", amount=self.money(round(spread.median)), span=span)


def title_of(telling: Telling) -> str:
    """Return what the outlook is about."""
    return telling.wording.say("outlook.title", amount=telling.aim, year=telling.by)


def basis_of(telling: Telling) -> str:
    """Return the day, the method, the draws and their seed."""
    outlook = telling.outlook
    return telling.wording.say(
        "outlook.basis", date=outlook.known_on, method=telling.method,
        count=outlook.main.draws, seed=str(outlook.main.seed),
    )  # fmt: skip


def tables_of(telling: Telling) -> Iterator[Table]:
    """Yield the tables in the order in which they are read; year by year only for a few members."""
    yield members_table(telling)
    yield joint_table(telling)
    if len(telling.outlook.asked) <= DETAILED:
        for member in telling.outlook.asked:
            yield years_table(telling, member)
            yield paths_table(telling, member)


def members_table(telling: Telling) -> Table:
    """Return where each member stands, the gap, the growth needed, the odds, the arrival and the cost."""
    say, outlook = telling.wording.say, telling.outlook
    has_own = any(outlook.prospects[each].standing.own_gap is not None for each in outlook.asked)
    heads = [
        Head(say("outlook.member")),
        Head(say("outlook.now", year=_last(outlook)), True),
        Head(say("outlook.gap"), True),
        *([Head(say("outlook.own_gap"), True)] if has_own else []),
        Head(say("outlook.growth"), True),
        *(
            Head(say("outlook.odds", year=telling.by, scenario=telling.say_scenario(each)), True)
            for each in outlook.odds
        ),
        Head(say("outlook.arrival"), True),
        Head(say("outlook.cost", year=telling.by), True),
    ]
    rows = tuple(_member_row(telling, outlook.prospects[each], has_own) for each in outlook.asked)
    return Table(caption=say("outlook.members"), heads=tuple(heads), rows=rows)


def _member_row(telling: Telling, prospect: Prospect, has_own: bool) -> tuple[str, ...]:
    outlook, standing, wording = telling.outlook, prospect.standing, telling.wording
    row, met = outlook.main.entities.index(prospect.member), wording.say("outlook.met")
    gap = "" if standing.gap is None else telling.money(standing.gap)
    own = "" if standing.own_gap is None else telling.money(standing.own_gap, standing.own_currency)
    return (
        telling.name(prospect.member),
        wording.number(standing.share.value, 2),
        met if prospect.is_met else gap,
        *([("" if prospect.is_met else own)] if has_own else []),
        wording.number(prospect.delay.growth_now, 1) if prospect.delay else "",
        *(telling.odds(odds.at[row, -1]) for odds in outlook.odds.values()),
        met if prospect.is_met else _arrival(telling, outlook.main, prospect.member),
        telling.spread(prospect.cost.extra) if prospect.cost else "",
    )


def _arrival(telling: Telling, odds: Odds, entity: str) -> str:
    year = odds.arrival_year(entity)
    return telling.wording.say("outlook.never", year=telling.by) if year is None else str(year)


def joint_table(telling: Telling) -> Table:
    """Return for each scenario how many members, whether all, and which groups as a whole stand at the target."""
    say, outlook = telling.wording.say, telling.outlook
    count = len(outlook.main.members)
    years = [year for year in outlook.years if year in (HALFWAY, outlook.by)]
    heads = [Head(say("outlook.scenario"))]
    heads += [Head(say("outlook.members_in", year=str(year)), True) for year in years]
    heads.append(Head(say("outlook.all_in", count=count, year=telling.by), True))
    heads += [
        Head(say("outlook.whole_in", group=telling.name(group), year=telling.by), True) for group in outlook.groups
    ]
    rows = tuple(
        (
            telling.say_scenario(towards),
            *(telling.wording.number(odds.expected_members(year), 1) for year in years),
            telling.odds(odds.at_least(count, outlook.by)),
            *(telling.odds(odds.at[odds.entities.index(group), -1]) for group in outlook.groups),
        )
        for towards, odds in outlook.odds.items()
    )
    return Table(caption=say("outlook.joint"), heads=tuple(heads), rows=rows)


def years_table(telling: Telling, member: str) -> Table:
    """Return a member's odds year by year in every scenario, and of having been there by then in the one shown."""
    say, outlook = telling.wording.say, telling.outlook
    row = outlook.main.entities.index(member)
    heads = [Head(say("outlook.year"))]
    heads += [Head(telling.say_scenario(each), True) for each in outlook.odds]
    heads.append(Head(say("outlook.reached", scenario=telling.scenario), True))
    rows = tuple(
        (
            str(year),
            *(telling.odds(odds.at[row, at]) for odds in outlook.odds.values()),
            telling.odds(outlook.main.by[row, at]),
        )
        for at, year in enumerate(outlook.years)
    )
    return Table(caption=say("outlook.by_year", member=telling.name(member)), heads=tuple(heads), rows=rows)


def paths_table(telling: Telling, member: str) -> Table:
    """Return a member's paths year by year, and the growth of spending along the straight one."""
    say, outlook = telling.wording.say, telling.outlook
    prospect = outlook.prospects[member]
    straight = next((path for path in prospect.paths if path.shape == "straight"), None)
    growth = straight.growth_percent(prospect.gdp_growth) if straight else ()
    heads = [
        Head(say("outlook.year")),
        *(Head(say(f"outlook.shapes.{path.shape}"), True) for path in prospect.paths),
        *([Head(say("outlook.path_growth"), True)] if growth else []),
    ]
    rows = tuple(
        (
            str(year),
            *(telling.wording.number(path.shares[at], 2) for path in prospect.paths),
            *([telling.wording.number(growth[at - 1], 1)] if growth else []),
        )
        for at, year in enumerate(outlook.years, 1)
    )
    return Table(caption=say("outlook.paths", member=telling.name(member)), heads=tuple(heads), rows=rows)


def notes_of(telling: Telling) -> Iterator[str]:
    """Yield what must be said beside the tables: of a few members each its delay and promises, then what holds for all."""
    say, outlook = telling.wording.say, telling.outlook
    if len(outlook.asked) <= DETAILED:
        for member in outlook.asked:
            yield from _of_member(telling, outlook.prospects[member])
    growth = outlook.supposed_growth
    if growth is None:
        yield say("outlook.note_growth")
    else:
        yield say("outlook.note_growth_given", growth=telling.wording.percent(growth))
    yield say("outlook.note_money", year=str(outlook.last_year))
    if "pledge" in outlook.odds:
        yield say("outlook.note_odds", pledge=telling.say_scenario("pledge"), plan=telling.say_scenario("plan"))
        trust = outlook.trust
        if outlook.supposed_credibility is not None:
            given = telling.wording.number(100 * outlook.supposed_credibility, 0)
            yield say("outlook.note_trust_given", credibility=given)
        elif trust.years:
            percent = telling.wording.number(100 * trust.of_all, 0)
            yield say("outlook.note_trust", credibility=percent, years=trust.years, members=trust.members)
    else:
        yield say("outlook.note_baseline")
    yield from _of_the_past(telling)


def _of_member(telling: Telling, prospect: Prospect) -> Iterator[str]:
    say, number, member = telling.wording.say, telling.wording.number, telling.name(prospect.member)
    delay = prospect.delay
    if delay and delay.growth_later is not None and delay.unspent:
        unspent = telling.spread(delay.unspent)
        yield say(
            "outlook.delay",
            member=member,
            now=number(delay.growth_now, 1),
            later=number(delay.growth_later, 1),
            unspent=unspent,
        )
    elif delay:
        yield say("outlook.no_delay", member=member, now=number(delay.growth_now, 1))
    if prospect.plan:
        aims = (
            say("outlook.aim", share=telling.wording.amount(Decimal(str(share)), telling.outlook.unit), year=str(year))
            for year, share in sorted(prospect.plan.items())
        )
        yield say("outlook.plan", member=member, aims=telling.wording.listing(aims))
    if "pledge" in telling.outlook.odds and telling.outlook.supposed_credibility is None:
        yield say("outlook.trust", member=member, credibility=number(100 * prospect.credibility, 0))


def _of_the_past(telling: Telling) -> Iterator[str]:
    say, outlook = telling.wording.say, telling.outlook
    if outlook.history.missing:
        missing = telling.wording.listing(map(telling.name, outlook.history.missing))
        yield say("outlook.note_missing", year=str(outlook.last_year), members=missing)
    editions = (edition_words(each, telling.names, telling.wording) for each in outlook.editions)
    yield say("outlook.note_editions", editions=" · ".join(dict.fromkeys(editions)))
    main = outlook.history.parts[0].indicator
    long = next(
        (part.indicator for part in outlook.history.parts if part.role == "before" and part.indicator != main), None
    )
    if long:
        yield say("outlook.note_long", indicator=telling.names(long))


def _last(outlook: Outlook) -> str:
    """Return the last official year, with the mark of an estimate where one of those asked for has one."""
    is_estimate = any(outlook.prospects[each].standing.share.status != "final" for each in outlook.asked)
    return f"{outlook.last_year}{'e' if is_estimate else ''}"
