"""A reading judged: which edition answers it as known on a day, what it comes to, and whether that bears the claim out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cached_property

from quotepart.accounts.account import Account
from quotepart.accounts.editions import EditionChoice, choose
from quotepart.checks.readings.bands import Band, Bands
from quotepart.checks.readings.compare import compare, is_understated
from quotepart.checks.readings.readings import Query
from quotepart.checks.readings.values import at, is_money
from quotepart.checks.readings.verdict import Vote
from quotepart.checks.working.formula import references
from quotepart.checks.working.ledger import Ledger
from quotepart.checks.working.measured import Measured
from quotepart.model.amount import Interval, near
from quotepart.model.finding import EditionIs, Input, Reason, Result
from quotepart.model.frozen import dataclass
from quotepart.model.observation import Edition

_BARE = ("exact", "about", "nearly")
_A_QUARTER_MORE, _FAR_MORE, _OTHER_SIZE = Decimal("1.25"), 3, 10
_LEVELS = ("level", "throughout")


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A reading with its answer: ``measured`` as published (and re-based), ``judged`` with what revisions may have moved.

    ``compared`` is the result of the comparison alone, also where a miss may not contradict. ``price_base`` is the year in
    whose prices constant money is given; ``rebased`` whether that is not the edition's own, or not the one in use on the day.
    """

    query: Query
    result: Result
    compared: Result = "no_data"
    edition: Edition | None = None
    edition_is: EditionIs = "own"
    measured: Measured | None = None
    judged: Measured | None = None
    formula: str = ""
    reason: Reason | None = None
    price_base: int | None = None
    rebased: bool = False
    is_understated: bool = False
    band: Band | None = None
    lag: Decimal = Decimal(0)

    @property
    def vote(self) -> Vote:
        """The reading as the decision table sees it."""
        return Vote(weight=self.query.weight, result=self.result, pool=pool_of(self.query))


def pool_of(query: Query) -> str:
    """Return the name of the readings that count prices alike and differ in the group; empty where prices play no part."""
    if not query.rule:
        return ""
    return "|".join(map(str, (query.measure, query.start, query.end, query.base, query.unit, query.rule)))


class Judge:
    """Judges readings on one account; look-ups and revision bands are kept from claim to claim."""

    def __init__(self, account: Account) -> None:
        self.account = account
        self.ledger = Ledger(account)
        self.bands = Bands(self.ledger)
        self._by_indicator: dict[str, list[Edition]] = {}
        self._has_series: dict[str, bool] = {}

    def then(self, query: Query, day: date, *, announced: bool) -> Judged:
        """Return ``query`` judged on what was known on ``day``; ``announced``: the producer had announced this figure by then."""
        if query.fact or query.indicator not in self.account.pact.indicators:
            return self._without_accounts(query)
        choice = self._choose(query, day)
        edition = choice.edition
        if edition is None:
            return Judged(query=query, result="no_data", reason=self._why_no_edition(query))
        answer = self._answer(query, edition, day)
        if choice.edition_is == "own":
            return self._compared(answer, answer.measured)
        return self._by_substitute(answer, choice, day, announced)

    def now(self, query: Query, day: date) -> Judged:
        """Return ``query`` judged on the latest edition that has its figures, in the price base in use on ``day``."""
        if query.fact or query.indicator not in self.account.pact.indicators:
            return self._without_accounts(query)
        edition = next((each for each in self.editions(query.indicator) if self._formula(query, each)), None)
        if edition is None:
            return Judged(query=query, result="no_data", reason=self._why_no_edition(query))
        answer = self._answer(query, edition, day)
        return self._compared(answer, answer.measured)

    def then_of(self, query: Query, day: date) -> Judged:
        """Return ``query`` judged on what was known on ``day``, nothing of it announced."""
        return self.then(query, day, announced=False)

    def cross_checks(self, query: Query, day: date, *, later: bool) -> tuple[Judged, ...]:
        """Return what other producers' series of the same, by the pact's indicators, make of ``query`` by that day, or by now."""
        found = []
        for other in self.account.pact.indicators.values():
            if other.akin != query.indicator or not self.has_series(other.id):
                continue
            formulas = tuple(each.replace(f"{query.indicator}[", f"{other.id}[") for each in query.formulas)
            known = [each for each in self.editions(other.id) if later or each.published <= day]
            second = replace(query, indicator=other.id, formulas=formulas)
            edition = next((each for each in known if self._formula(second, each)), None)
            if edition is not None:
                answer = self._answer(second, edition, day)
                found.append(self._compared(answer, answer.measured))
        return tuple(found)

    def last_printed(self, query: Query, day: date) -> Judged | None:
        """Return what was last printed by ``day`` and is held of a level: of its year, else of the year before."""
        known = [each for each in self.editions(query.indicator) if each.published <= day and each.held != "none"]
        for back in (0, 1):
            for edition in known:
                values = (self.ledger.value(each, edition, query.frame, -back) for each in query.formulas)
                value = next((each for each in values if each is not None), None)
                if value is not None:
                    dated = replace(query, end=query.end - back)
                    return Judged(query=dated, result="no_data", edition=edition, measured=value, judged=value)
        return None

    def inputs(self, judged: Judged) -> tuple[Input, ...]:
        """Return the official values behind a judged reading, with edition, source and place."""
        if judged.query.fact:
            return judged.query.fact.inputs if judged.query.fact.citable else ()
        if judged.edition is None or not judged.formula:
            return ()
        return self.ledger.inputs(judged.formula, judged.edition, judged.query.frame)

    @cached_property
    def currencies(self) -> Mapping[str, str]:
        """In which currency each member reports, by the newest edition that says so."""
        pact = self.account.pact
        national = f"{pact.conventions.main_indicator}_national"
        if national not in pact.indicators:
            return {}
        edition = next(each for each in self.editions(national) if self.account.years(national, each))
        year = self.account.latest_year(national, edition)
        found = [self.account.observe(member, national, year or 0, edition=edition) for member in pact.members]
        return {each.entity: each.unit for each in found if each}

    def last_year(self, indicator: str, day: date) -> int | None:
        """Return the last year that the newest edition published by ``day`` covers, held or not; a full one must have it."""
        known = (each for each in self.editions(indicator) if each.published <= day and each.years)
        known = (each for each in known if each.held != "full" or self.account.years(indicator, each))
        return next((each.years[1] for each in known if each.years), None)

    def first_year(self, indicator: str) -> int | None:
        """Return the first year that any edition covers, held or not."""
        return min((each.years[0] for each in self.editions(indicator) if each.years), default=None)

    def has_series(self, indicator: str) -> bool:
        """Whether any edition held has a value of ``indicator``."""
        if indicator not in self._has_series:
            held = self.account.editions(indicator=indicator)
            self._has_series[indicator] = any(self.account.years(indicator, each) for each in held)
        return self._has_series[indicator]

    def _without_accounts(self, query: Query) -> Judged:
        if query.fact is None:
            return Judged(query=query, result="no_data", reason="no_series")
        if not query.fact.citable:
            return Judged(query=query, result="no_data", reason="no_series")
        value = query.fact.value
        compared = compare(query.amount, value.interval)
        counts = query.may_confirm if compared == "match" else query.may_contradict
        return Judged(
            query=query,
            result=compared if counts else "no_data",
            compared=compared,
            measured=value,
            judged=value,
            formula=query.formulas[0],
            reason=None if counts else "definition",
        )

    def editions(self, indicator: str) -> list[Edition]:
        """Return the editions of the producer that answers for ``indicator``, held or not, the newest first."""
        if indicator not in self._by_indicator:
            producer = self.account.producer_of(indicator)
            self._by_indicator[indicator] = [each for each in self.account.editions() if each.producer == producer]
        return self._by_indicator[indicator]

    def _choose(self, query: Query, day: date) -> EditionChoice:
        asked = query.revised_as or query.formulas[0]
        years = sorted({year for each in references(asked) for year in each.years})
        return choose(
            self.editions(query.indicator), years, known_on=day, covers=lambda e: self._formula(query, e) is not None
        )

    def _formula(self, query: Query, edition: Edition) -> str | None:
        if edition.held == "none":
            return None
        return next((f for f in query.formulas if self.ledger.value(f, edition, query.frame) is not None), None)

    def _why_no_edition(self, query: Query) -> Reason:
        held = self.account.editions(indicator=query.indicator)
        covered = [year for each in held for year in self.account.years(query.indicator, each)]
        if not covered:
            return "no_series"
        return "no_period" if query.end > max(covered) or query.start < min(covered) else "no_series"

    def _answer(self, query: Query, edition: Edition, day: date) -> Judged:
        formula = self._formula(query, edition) or query.formulas[0]
        base, is_rebased = edition.price_base, False
        if query.money_of is not None:
            formula, base = self._in_prices_of(query, formula, edition, day)
            is_rebased = not base == edition.price_base == self.account.pact.conventions.price_base_on(day)
        measured = self.ledger.value(formula, edition, query.frame)
        if measured is not None and query.turn < 0:
            formula, measured = f"0 - ({formula})", Measured.exactly(0) - measured
        return Judged(
            query=query, result="no_data", edition=edition, measured=measured, judged=measured, formula=formula,
            price_base=base if query.money_of is not None else None, rebased=is_rebased,
        )  # fmt: skip

    def _in_prices_of(self, query: Query, formula: str, edition: Edition, day: date) -> tuple[str, int | None]:
        """Return the formula in the price base of ``day``, or in the nearest base that can be reached."""
        wanted = self.account.pact.conventions.price_base_on(day)
        if wanted is None or edition.price_base is None or query.money_of is None:
            return formula, edition.price_base
        bases = {each.price_base for each in self.account.editions(indicator=query.indicator) if each.price_base}
        for base in sorted(bases, key=lambda each: (abs(each - wanted), each)):
            if base == edition.price_base:
                return formula, base
            rebased = self.account.rebase(
                Decimal(1),
                edition=edition,
                to_base=base,
                group=query.money_of,
                years=query.years,
                indicator=query.indicator,
            )
            if rebased is not None:
                return _in_other_prices(formula, query, rebased.from_edition, rebased.to_edition), base
        return formula, edition.price_base

    def _compared(self, answer: Judged, judged: Measured | None) -> Judged:
        if judged is None or answer.measured is None:
            return answer
        amount = answer.query.amount
        official = _beyond_rounding(answer.query, answer.measured, judged)
        compared = "near" if _grew_a_little_more(answer.query, judged) else compare(amount, official)
        may_contradict = answer.query.may_contradict and not _is_more_than_said(answer.query, judged)
        is_open = compared != "miss" and (not answer.query.may_confirm or _is_far_more(answer.query, judged))
        may_contradict = may_contradict and not _is_of_another_size(answer.query, judged)
        is_silent = is_open or (compared == "miss" and not may_contradict)
        return replace(
            answer,
            result="no_data" if is_silent else compared,
            compared=compared,
            reason=_why_silent(answer.query) if is_silent else None,
            judged=judged,
            is_understated=is_understated(amount, answer.measured.interval),
        )

    def _by_substitute(self, answer: Judged, choice: EditionChoice, day: date, announced: bool) -> Judged:
        if answer.measured is None or choice.edition is None:
            return answer
        learnt = answer.query.revised_as or answer.query.formulas[0]
        band = self.bands.of(answer.query, learnt, choice.lag_years, choice.edition)
        band = band or Band(median=Decimal(0), usual=Decimal(0), extreme=Decimal("Infinity"))
        is_open = answer.query.unit != "count" and choice.had_appeared
        room = band.room_to_match(answer.measured) if is_open else Decimal(0)
        found = self._compared(answer, band.around(answer.measured, room))
        found = replace(found, edition_is="substitute", band=band, lag=choice.lag_years)
        if found.result == "match":
            return found
        before = self._printed_before(answer.query, choice.edition, day)
        if before is not None:
            return before
        if found.result != "miss":
            return found
        known = choice.newest_known
        same = known is not None and known.definition == choice.edition.definition
        return found if same and not announced and self._is_beyond(found, band) else _silenced(found, same, known)

    def _printed_before(self, query: Query, substitute: Edition, day: date) -> Judged | None:
        """Return the reading by the last table printed before that day and held, where it matches.

        It was out of date by then, so it can't contradict; but whoever repeats it says what was last printed.
        """
        earlier = (each for each in self.editions(query.indicator) if each.published <= day and each is not substitute)
        edition = next((each for each in earlier if self._formula(query, each)), None)
        if edition is None:
            return None
        answer = self._answer(query, edition, day)
        found = replace(self._compared(answer, answer.measured), edition_is="substitute")
        return found if found.result == "match" else None

    def _is_beyond(self, found: Judged, band: Band) -> bool:
        """Whether not even a revision of the 99th percentile would turn the miss into anything else."""
        if found.measured is None or not band.extreme.is_finite():
            return False
        widest = band.around(found.measured, band.extreme)
        return compare(found.query.amount, _beyond_rounding(found.query, found.measured, widest)) == "miss"


def _in_other_prices(formula: str, query: Query, from_edition: str, to_edition: str) -> str:
    level = at(query.indicator, query.money_of or query.group, query.years[0], query.years[-1])
    return f"({formula}) * {level}@{to_edition} / {level}@{from_edition}"


def _why_silent(query: Query) -> Reason:
    """Why a result does not count: the years at hand are but a part of those meant, or the words mean something else."""
    return "definition" if query.may_confirm or query.start == query.end else "no_period"


def _beyond_rounding(query: Query, printed: Measured, judged: Measured) -> Interval:
    """What a level can be; below a line it is only where its whole rounding is: who is at 2.00 as printed is not under 2."""
    if query.amount.qualifier != "less_than" or query.shown_as not in _LEVELS:
        return judged.interval
    return Interval(min(judged.low + (printed.high - printed.low), judged.high), judged.high)


def _is_more_than_said(query: Query, judged: Measured) -> bool:
    """Whether something far more than doubled where it is said to have doubled: too little, but no untruth of growth."""
    grew = query.shown_as == "change" and query.unit == "times" and query.amount.qualifier in _BARE
    highest = near(query.amount).high
    return grew and highest is not None and 1 < highest < judged.low


def _is_far_more(query: Query, judged: Measured) -> bool:
    """Whether "more than" is said of money or a part that comes to a multiple of it: nobody says so little of so much."""
    is_open = query.amount.qualifier in ("more_than", "at_least") and not query.amount.is_line
    return (
        is_open
        and (is_money(query.unit) or query.unit == "percent")
        and judged.low > _FAR_MORE * query.amount.value > 0
    )


def _is_of_another_size(query: Query, judged: Measured) -> bool:
    """Whether money is ten times what is stated, or a tenth of it: the words mean something else than is measured."""
    stated = query.amount.value
    is_level = query.shown_as == "level" and is_money(query.unit) and stated > 0
    return is_level and not stated < _OTHER_SIZE * judged.high < _OTHER_SIZE * _OTHER_SIZE * stated


def _grew_a_little_more(query: Query, judged: Measured) -> bool:
    """Whether it is up to a quarter more than the multiple said: near, as "doubled" or "twice as much" is to 2.4 times."""
    said, above = query.amount, near(query.amount).high
    is_ratio = query.shown_as == "ratio" and said.unit == "times" and said.qualifier in _BARE and said.value > 1
    is_more = _is_more_than_said(query, judged) or (is_ratio and above is not None and judged.low > above)
    return is_more and judged.low <= said.value * _A_QUARTER_MORE


def _silenced(found: Judged, same_definition: bool, known: Edition | None) -> Judged:
    reason: Reason = "no_edition_then" if same_definition or known is None else "definition"
    return replace(found, result="no_data", reason=reason)
