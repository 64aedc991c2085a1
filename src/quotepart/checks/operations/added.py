"""Money added: what each year of a period lies above the level of a base year, cumulated, as its producer counts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from quotepart.checks.claims.claim import Claim
from quotepart.checks.claims.clauses import words_on
from quotepart.checks.operations.operation import Operation
from quotepart.checks.readings.readings import Option, Query, Setting, combined, reasons
from quotepart.checks.readings.values import MOVES, at, indicator_of
from quotepart.checks.working.ledger import Frame
from quotepart.model.pact import Indicator

MEASURE = "added_spending"
_YEAR = re.compile(r"(?:19|20)\d\d\b")
_KINDS = ("change", "cumulative")
_CURRENT = ("nominal", "difference")


def fits(claim: Claim, setting: Setting) -> bool:
    """Whether the figure is money by which a sum of money rose or fell."""
    indicator = indicator_of(claim, setting)
    moved = claim.kind in _KINDS and claim.cues.has(*MOVES, "than_in")
    return claim.is_money and moved and indicator is not None and indicator.kind == "sum"


def read(claim: Claim, setting: Setting) -> tuple[Query, ...]:
    """Return one reading for each group, base year and rule of counting: constant prices, current prices, constant effort."""
    indicator = indicator_of(claim, setting)
    end = _end(claim, setting)
    if indicator is None or end is None or _is_after(claim, end):
        return ()
    prices = _prices(claim)
    rules = setting.options("added_spending", prices, ("real" if prices == "unsaid" else prices,))
    bases = [base for base in _bases(claim, setting, end) if int(base.id) < end]
    groups = [group for group in setting.group_options(claim) if _series(claim, setting, indicator, group.id)]
    spans = setting.options("added_span", _span(claim, setting), ("cumulated",))
    cumulated = sum((each.weight for each in spans if each.id == "cumulated"), Decimal(0))
    found = [
        _query(
            claim, setting, _series(claim, setting, indicator, group.id), group.id, int(base.id), end, rule.id,
            weight * cumulated, reasons((base, rule, group)),
        )
        for (group, base, rule), weight in combined(groups, bases, rules)
        if cumulated
    ]  # fmt: skip
    apart = [each for each in spans if each.id != "cumulated"]
    return (*found, *_differences(claim, setting, indicator, groups, end, apart))


def _is_after(claim: Claim, end: int) -> bool:
    """Whether the words count from a year that no edition of the day covers yet."""
    start = claim.period.start_year if claim.period else None
    return start is not None and start > end


def _span(claim: Claim, setting: Setting) -> str:
    """How the words span the years: between two of them, by the year, of one member, or of a group as its producer counts."""
    period = claim.period
    if claim.cues.has("annual"):
        return "annual"
    if claim.cues.has("added", "cumulative"):
        return "unsaid"
    if period and period.start and period.end and period.start != period.end and period.start in claim.sentence:
        return "between"
    return "member" if claim.groups and claim.groups[0] in setting.pact.members else "unsaid"


def _series(claim: Claim, setting: Setting, indicator: Indicator, group: str) -> str:
    """The series in the claim's currency: the indicator's own, or a member's in its own currency; empty where there is none."""
    if claim.unit == indicator.unit:
        return indicator.id
    own = setting.currencies.get(group) == claim.unit
    return indicator.national if own and indicator.national else ""


def _differences(
    claim: Claim, setting: Setting, indicator: Indicator, groups: Sequence[Option], end: int, spans: Sequence[Option]
) -> Iterator[Query]:
    """Yield what the last year lies above the first, nothing cumulated: in current prices, then in constant ones."""
    base = _first(claim, end)
    if not spans or base >= end:
        return
    prices = setting.options("added_difference", _prices(claim), ("difference",))
    for (group, span, price), weight in combined(groups, spans, prices):
        series = _series(claim, setting, indicator, group.id)
        yield _query(claim, setting, series, group.id, base, end, price.id, weight, reasons((span, price, group)))


def _first(claim: Claim, end: int) -> int:
    """The year that is compared with: the first one stated, else the one before the last."""
    start = claim.period.start_year if claim.period else None
    if start is None or (start == end and not claim.cues.has("since", "than_in")):
        return end - 1
    return start


def _prices(claim: Claim) -> str:
    cues = words_on(claim, "real", "nominal")
    if cues.has("real"):
        return "real"
    return "nominal" if cues.has("nominal") else "unsaid"


def _end(claim: Claim, setting: Setting) -> int | None:
    """The last year counted: as stated, else the last one published on the day."""
    period = claim.period
    stated = period.end_year if period else None
    last = setting.last_year
    if stated is not None and claim.cues.has("than_in"):
        return last
    return stated if last is None or (stated is not None and stated != claim.said_on.year) else last


def _bases(claim: Claim, setting: Setting, end: int) -> tuple[Option, ...]:
    period = claim.period
    start = period.start_year if period else None
    if start is None:
        return _usual_bases(setting)
    against = _set_against(claim, start)
    if against is not None:
        return (Option(id=str(against)),)
    if claim.cues.has("since") and claim.cues.has("last_year"):
        return (Option(id=str(start)),)
    if start == end and not claim.cues.has("since"):
        return (Option(id=str(start - 1)),)
    if str(start) in claim.sentence or str(start - 1) in claim.sentence:
        said = start if claim.cues.has("since") or str(start) in claim.sentence else start - 1
        if not claim.cues.has("since") or said - 1 not in setting.pact.conventions.base_years:
            return (Option(id=str(said)),)
        options = setting.options("base_year", "since_stated", ("said",))
        return merged(_placed(options, {"said": (said,), "year_before": (said - 1,)}, setting))
    return merged(_placed(setting.options("base_year", "implied", ("said",)), {"said": (start - 1,)}, setting))


def _set_against(claim: Claim, start: int) -> int | None:
    """The year before ``start`` right behind a word that sets the sum against it: "from 2015 to 2017, compared to 2014"."""
    found = (_YEAR.match(claim.cues.text, cue.end + 1) for cue in claim.cues.of("against"))
    return next((int(year[0]) for year in found if year and int(year[0]) < start), None)


def _usual_bases(setting: Setting) -> tuple[Option, ...]:
    return merged(_placed(setting.options("base_year", "unsaid", ("announced",)), {}, setting))


def _placed(options: Iterable[Option], years: dict[str, tuple[int, ...]], setting: Setting) -> Iterable[Option]:
    """Turn "said", "announced" and "other_usual" into years; several years of one kind share its weight."""
    usual = setting.pact.conventions.base_years
    announced = setting.announced_bases[:1] or usual[-1:]
    places = {"announced": announced, "other_usual": tuple(year for year in usual if year not in announced), **years}
    for option in options:
        found = places.get(option.id, ())
        for year in found:
            why = setting.pact.conventions.base_year_reasons.get(year, {}).get(setting.lang, option.why)
            yield Option(
                id=str(year), weight=option.weight / len(found), why=why if option.id != "said" else option.why
            )


def merged(options: Iterable[Option]) -> tuple[Option, ...]:
    """Return options of the same id as one, with the sum of their weights and the first reason."""
    by_id: dict[str, Option] = {}
    for option in options:
        known = by_id.get(option.id)
        weight = option.weight + (known.weight if known else Decimal(0))
        by_id[option.id] = Option(id=option.id, weight=weight, why=(known or option).why)
    return tuple(by_id.values())


def formula(rule: str, indicator: str, gdp: str | None, group: str, base: int, end: int) -> str:
    """Return what the years after ``base`` up to ``end`` lie above it: its level, or its share of ``gdp`` for ``effort``.

    >>> formula("real", "spending", None, "ABC", 2016, 2018)
    'spending[ABC, 2017:2018] - 2 * spending[ABC, 2016]'
    """
    if rule.startswith("difference"):
        return f"{at(indicator, group, end)} - {at(indicator, group, base)}"
    spent = at(indicator, group, base + 1, end)
    if rule == "effort" and gdp:
        return f"{spent} - {at(indicator, group, base)} / {at(gdp, group, base)} * {at(gdp, group, base + 1, end)}"
    return f"{spent} - {end - base} * {at(indicator, group, base)}"


def _query(
    claim: Claim, setting: Setting, indicator: str, group: str, base: int, end: int, rule: str, weight: Decimal,
    why: tuple[str, ...],
) -> Query:  # fmt: skip
    share = setting.pact.indicators.get(setting.pact.conventions.share_indicator)
    is_constant = rule not in _CURRENT
    is_own = claim.unit == setting.pact.indicators[indicator].unit
    return Query(
        label=setting.label(f"added.{rule}", base=str(base)),
        weight=weight,
        why=why,
        measure=MEASURE,
        indicator=indicator,
        group=group,
        start=end if rule.startswith("difference") else base + 1,
        end=end,
        unit=claim.unit,
        formulas=(formula(rule, indicator, share.denominator if share else None, group, base, end),),
        amount=claim.amount,
        may_contradict=not claim.cues.has("last_year"),
        frame=Frame(basis="constant" if is_constant else "current"),
        years=tuple(range(base + 1, end + 1)),
        money_of=group if is_constant and is_own else None,
        base=base,
        turn=-1 if claim.cues.has("down") and not claim.cues.has("up") else 1,
        shown_as="added",
        rule=rule,
        scale=at(indicator, group, base + 1, end),
        variants=lambda: tuple(
            _query(claim, setting, indicator, group, other, end, rule, Decimal(0), ())
            for other in _neighbours(base, setting)
            if other < end
        ),
    )


def _neighbours(base: int, setting: Setting) -> tuple[int, ...]:
    """The base years one off, and the pact's other usual ones."""
    return tuple(
        dict.fromkeys(year for year in (base - 1, base + 1, *setting.pact.conventions.base_years) if year != base)
    )


OPERATION = Operation(id="added", order=20, fits=fits, read=read)
