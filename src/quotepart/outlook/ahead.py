"""From the accounts and the registry of a pact to an outlook: the past, the courses, the draws and the money."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import partial

import numpy as np

from quotepart.accounts.account import Account
from quotepart.errors import OutlookError
from quotepart.measures.measure import as_printed
from quotepart.model.frozen import dataclass
from quotepart.outlook.aims import USUAL_CREDIBILITY, aims_of
from quotepart.outlook.backtest import members_on
from quotepart.outlook.cost import delay_cost, path_cost
from quotepart.outlook.course import TREND, Course, Towards
from quotepart.outlook.credibility import Kept
from quotepart.outlook.growth_walk import GrowthWalk
from quotepart.outlook.history import Floats, History
from quotepart.outlook.method import Method
from quotepart.outlook.methods.find import find_method
from quotepart.outlook.methods.growth import fitted
from quotepart.outlook.money import Standing, sizes_of, standings
from quotepart.outlook.odds import Odds, Walk, check_draws, find_odds
from quotepart.outlook.past import build_history
from quotepart.outlook.paths import SHAPES, SharePath, check_aim, check_growth, plan_then_linear, share_path, trend_path
from quotepart.outlook.plans import course_of, past_credibility, plans_of
from quotepart.outlook.projected import Projected
from quotepart.outlook.prospects import Outlook, Prospect
from quotepart.outlook.trials import long_series

METHOD = "growth"
"""The method used where no other is asked for; the only one that follows plans and pledges and draws GDP as well."""
TARGET, BY, DRAWS, SEED = Decimal("3.5"), 2035, 10_000, 20_250_625
YEARS_TRIED = 3
"""The last values may be from so many years, the day's own among them."""
COST_DRAWS = 4096
"""Draws of GDP behind the spread of costs."""
SCENARIOS: tuple[Towards, ...] = ("trend", "plan", "pledge")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What an outlook is asked: ``target``, in per cent of GDP, by the end of ``by``, in so many ``draws`` from a ``seed``.

    ``scenario`` is the one to show, the pledge where the ``method`` follows it; ``credibility`` (0 to 1) stands for the one
    estimated, ``gdp_growth`` (per cent a year) for each member's own in the growth needed and the cost.
    """

    target: Decimal = TARGET
    by: int = BY
    draws: int = DRAWS
    seed: int = SEED
    method: str = METHOD
    scenario: Towards | None = None
    credibility: float | None = None
    gdp_growth: float | None = None
    threads: int | None = None


def look_ahead(account: Account, members: Iterable[str], known_on: date, wish: Wish) -> Outlook:
    """Return where pledges lead members or groups, by id or name, or all, from what was known on a day.

    Raises ``AccountError`` for a name nobody has, ``UsageError`` for an unknown method, ``OutlookError`` for whatever makes no
    sense: a deadline past, a member without figures, a scenario that the method can't follow.
    """
    method, pact = find_method(wish.method), account.pact
    scenario = _scenario(method, wish.scenario)
    history = _history(account, known_on)
    named = [account.find_entity(name) for name in members]
    asked = _asked(account, named, history)
    _check(wish, history)
    trust, plans = past_credibility(pact, history), plans_of(pact, history)
    stand = standings(account, history, wish.target)
    courses = {each: _course(account, history, each, wish) for each in SCENARIOS if each in method.follows}
    groups = _groups(account, history, known_on, named)
    draw = _Drawing(method=method, history=history, sizes=np.array(sizes_of(stand, history.members)), groups=groups)
    worth = _gdp(draw, wish)
    return Outlook(
        known_on=known_on, target=float(wish.target), by=wish.by, method=method.name, scenario=scenario, asked=asked,
        history=history,
        prospects={
            member: _prospect(history, stand[member], plans.get(member, {}), trust, wish, worth[member])
            for member in history.members
        },
        odds={each: draw.odds(course, wish) for each, course in courses.items()},
        trust=trust, group_shares=_group_shares(account, history, groups),
        unit=pact.indicators[pact.conventions.share_indicator].unit, currency=pact.conventions.currency,
        supposed_growth=wish.gdp_growth, supposed_credibility=wish.credibility,
    )  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Drawing:
    """What all scenarios of one outlook are drawn from; ``groups`` holds the members of each."""

    method: Method
    history: History
    sizes: Floats
    groups: dict[str, tuple[str, ...]]

    def odds(self, course: Course, wish: Wish) -> Odds:
        """Return the odds of a course; members stand in the order of their names."""
        years = range(self.history.last_year + 1, wish.by + 1)
        order = tuple(sorted(self.history.members))
        return find_odds(
            self._walk(course, len(years), order), members=order, groups=tuple(self.groups), years=years,
            target=float(wish.target), draws=wish.draws, seed=wish.seed, threads=wish.threads,
        )  # fmt: skip

    def _walk(self, course: Course, years: int, order: tuple[str, ...]) -> Walk:
        places = {name: [order.index(member) for member in inside] for name, inside in self.groups.items()}
        sizes = self.sizes[[self.history.members.index(member) for member in order]]
        if self.method.name != METHOD:
            ordered = self.history.of(*order)
            return Projected(method=self.method, history=ordered, years=years, sizes=sizes, groups=places)
        aims = aims_of(course, order, self.history.last_year, years)
        log_size = np.log(np.maximum(sizes, 1e-9))  # who has no GDP weighs nothing
        return GrowthWalk(model=fitted(self.history), aims=aims, log_size=log_size, groups=places)


def _history(account: Account, known_on: date) -> History:
    """Return the past as known on a day: up to the last year of an edition of that day, never of a later one.

    Where no edition of the day is held in full, the day's own year and those before are tried: their values alone may be.
    """
    build = partial(build_history, account, members_on(account, known_on), known_on, long=long_series(account))
    for until in (None, *range(known_on.year, known_on.year - YEARS_TRIED, -1)):
        with suppress(OutlookError):  # no edition at all has that year
            history = build(until=until)
            if all(part.edition_is == "own" for part in history.parts if part.role == "last"):
                return history
    hint = "ask for a later --known-on; `quotepart accounts editions` lists what is held"
    raise OutlookError(
        f"too little had been published by {known_on.isoformat()} to start from", where="outlook", hint=hint
    )


def _scenario(method: Method, asked: Towards | None) -> Towards:
    if asked is None:
        return "pledge" if "pledge" in method.follows else "trend"
    if asked not in method.follows:
        hint = f"choose --scenario {' or '.join(sorted(method.follows))}, or --method {METHOD}"
        raise OutlookError(f"the method {method.name} can't follow a {asked}", where="--scenario", hint=hint)
    return asked


def _asked(account: Account, names: Sequence[str], history: History) -> tuple[str, ...]:
    """Return the members asked for, a group as its members; raises ``OutlookError`` for one without a past."""
    pact, day = account.pact, history.known_on
    found: dict[str, None] = {}
    for name in names or (pact.conventions.whole,):
        inside = account.members(name, day.year, membership="current", on=day)
        having = [member for member in inside if member in history.members]
        if not having:
            _without_past(account, name, history)
        found.update(dict.fromkeys(having))
    return tuple(found)


def _without_past(account: Account, name: str, history: History) -> None:
    indicator = account.pact.conventions.share_indicator
    if name in account.pact.indicators[indicator].without:
        why, hint = "has no such series: there is nothing to report", "ask for another member"
    elif name in history.missing:
        why, hint = f"has no official value of {history.last_year}", "ask for an earlier --known-on"
    else:
        why, hint = f"is no member of the pact on {history.known_on}", "ask for members, or a later --known-on"
    raise OutlookError(f"{name} {why}, so nothing can be projected", where=indicator, hint=hint)


def _check(wish: Wish, history: History) -> None:
    check_draws(wish.draws, wish.seed)
    check_aim(float(history.last_percent.max()), float(wish.target), 1)
    if wish.by <= history.last_year:
        hint = f"give a year after {history.last_year}, the last one with official figures"
        raise OutlookError(f"the deadline {wish.by} is past", where="--by", hint=hint)
    check_aim(1.0, float(wish.target), wish.by - history.last_year)
    if wish.credibility is not None and not 0 <= wish.credibility <= 1:
        hint = "give a number from 0 (pledges change nothing) to 1 (each is kept)"
        raise OutlookError(f"the credibility can't be {wish.credibility:g}", where="--credibility", hint=hint)
    if wish.gdp_growth is not None:
        check_growth(wish.gdp_growth)


def _course(account: Account, history: History, towards: Towards, wish: Wish) -> Course:
    if towards == "trend":
        return TREND
    return course_of(
        account.pact, history, towards, target=float(wish.target), deadline=wish.by, credibility=wish.credibility
    )


def _groups(account: Account, history: History, day: date, asked: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Return the groups with odds as a whole: the pact, those that its producer adds up, and those asked for."""
    pact = account.pact
    printed = [group.id for group in pact.groups.values() if group.entity and group.entity in pact.groups]
    names = dict.fromkeys((pact.conventions.whole, *printed, *(each for each in asked if each in pact.groups)))
    members = {name: account.members(name, day.year, membership="current", on=day) for name in names}
    return {name: tuple(each for each in inside if each in history.members) for name, inside in members.items()}


def _group_shares(account: Account, history: History, groups: Iterable[str]) -> dict[str, dict[int, float]]:
    """Return each group's share as a whole by year, from the edition that gave the last values."""
    indicator = account.pact.conventions.share_indicator
    edition = next(part.edition for part in history.parts if part.role == "last")
    look = partial(
        account.total, indicator=indicator, edition=edition, membership="current", on=history.known_on
    )  # fmt: skip
    years = [year for year in account.years(indicator, edition) if year <= history.last_year]
    return {
        group: {year: float(value) for year in years if (value := look(group, year=year).value) is not None}
        for group in groups
    }


def _gdp(draw: _Drawing, wish: Wish) -> dict[str, Floats]:
    """Return draws of each member's GDP after the last year, ``[years, draws]``, in the pact's currency."""
    model, years = fitted(draw.history), wish.by - draw.history.last_year
    if wish.gdp_growth is not None:
        steady = np.full(len(model.members), np.log1p(wish.gdp_growth / 100))
        model = replace(model, gdp_growth=steady)
    walk = GrowthWalk(model=model, aims=aims_of(TREND, model.members, model.last_year, years))
    drawn = np.array([np.exp(sizes) for _, sizes in walk.with_sizes(COST_DRAWS, np.random.SeedSequence(wish.seed))])
    now = dict(zip(draw.history.members, draw.sizes, strict=True))
    return {member: drawn[:, row].astype(np.float64) * now[member] for row, member in enumerate(model.members)}


def _prospect(
    history: History, standing: Standing, plan: Mapping[int, float], trust: Kept, wish: Wish, gdp: Floats
) -> Prospect:
    member, model = standing.member, fitted(history)
    row = history.members.index(member)
    start, target, first = float(history.last_percent[row]), float(wish.target), history.last_year
    growth = float(np.expm1(model.gdp_growth[model.members.index(member)]) * 100)
    prospect = Prospect(
        member=member, standing=standing, is_met=_is_met(standing, wish.target), plan=plan, paths=_trend(history, row, wish.by),
        gdp_growth=growth if wish.gdp_growth is None else wish.gdp_growth, credibility=_trusted(trust, member, wish),
    )  # fmt: skip
    if prospect.is_met:
        return prospect
    paths = [share_path(start, target, first_year=first, deadline=wish.by, shape=shape) for shape in SHAPES]
    ahead = {year: share for year, share in plan.items() if share > start}  # a plan long met leads nowhere
    if ahead:
        paths.append(plan_then_linear(start, ahead, target, first_year=first, deadline=wish.by))
    return replace(
        prospect,
        paths=(*paths, *prospect.paths),
        cost=path_cost(paths[0], gdp),
        delay=delay_cost(start, target, first_year=first, deadline=wish.by, growth=prospect.gdp_growth, sizes=gdp),
    )


def _is_met(standing: Standing, target: Decimal) -> bool:
    """Whether the last value meets the target as printed, rounded to its last digit."""
    return as_printed(standing.share.value, standing.share.step) >= target


def _trend(history: History, row: int, by: int) -> tuple[SharePath, ...]:
    shares = history.share_percent[row]
    known = {year: float(share) for year, share in zip(history.years, shares, strict=True) if share > 0}
    path = trend_path(known, deadline=by)
    return (path,) if path else ()


def _trusted(trust: Kept, member: str, wish: Wish) -> float:
    return trust.of_members.get(member, USUAL_CREDIBILITY) if wish.credibility is None else wish.credibility
