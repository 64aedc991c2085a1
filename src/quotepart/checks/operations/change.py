"""A change in per cent, in points or as a multiple: of spending in constant or current prices, or of its share of GDP."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from quotepart.checks.claims.claim import Claim
from quotepart.checks.claims.clauses import words_on
from quotepart.checks.operations.operation import Operation
from quotepart.checks.readings.readings import Option, Query, Setting, combined, reasons, stated_year
from quotepart.checks.readings.values import at, indicator_of, is_money
from quotepart.checks.working.ledger import Frame
from quotepart.model.amount import Amount
from quotepart.model.frozen import dataclass
from quotepart.model.pact import Indicator

_UNITS = ("percent", "points", "times", "percent_of_gdp", "fraction")
_PERSONS = "persons"
_TO_PERCENT = Decimal(100)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """The years between which something changed; ``is_annual`` for one year after another."""

    first: int
    last: int

    @property
    def is_annual(self) -> bool:
        """Whether the change is from one year to the next."""
        return self.last == self.first + 1


def fits(claim: Claim, setting: Setting) -> bool:
    """Whether the figure says by how much something rose or fell."""
    if claim.kind != "change" or claim.metric not in setting.pact.indicators:
        return False
    if claim.unit == "count":
        return setting.pact.indicators[claim.metric].unit == _PERSONS and claim.cues.has("up", "down")
    if claim.unit not in _UNITS:
        return False
    is_from = claim.period is not None and claim.period.start is not None and claim.period.end is None
    grew = claim.cues.has("up", "down", "since", "doubling", "tripling", "halving")
    return claim.unit != "times" or grew or is_from


def read(claim: Claim, setting: Setting) -> tuple[Query, ...]:
    """Return one reading for each group, price basis, rule for newcomers, and for per cent or points."""
    stretch = stretch_of(claim, setting)
    if stretch is None:
        return ()
    if claim.unit == "times" and claim.cues.has("of_gdp"):
        claim = replace(claim, metric=setting.pact.conventions.share_indicator)
    units = setting.options("percent_or_points", "points" if claim.unit == "points" else "percent", ("percent",))
    indicator = indicator_of(replace(claim, amount=replace(claim.amount, unit="percent")), setting)
    if claim.unit != "points" and (indicator is None or indicator.kind == "sum"):
        units = (Option(id="percent"),)
    choices = combined(setting.group_options(claim), units)
    return tuple(
        query
        for (group, unit), weight in choices
        for query in _of(claim, setting, stretch, group, replace(unit, weight=weight))
    )


def stretch_of(claim: Claim, setting: Setting) -> Stretch | None:
    """Return the years compared: stated ends, a stated year and the one before, or the last published and the one before."""
    period = claim.period
    start, end = (period.start_year, period.end_year) if period else (None, None)
    if start is not None and end is not None and start < end:
        return Stretch(first=start, last=end)
    _, last = setting.span_of(claim.metric)
    if start is not None and (end is None or claim.cues.has("since")) and last is not None:
        return Stretch(first=start, last=last) if start < last else Stretch(first=last - 1, last=last)
    year = stated_year(claim) or last
    return Stretch(first=year - 1, last=year) if year else None


def _of(claim: Claim, setting: Setting, stretch: Stretch, group: Option, unit: Option) -> tuple[Query, ...]:
    indicator = indicator_of(replace(claim, amount=replace(claim.amount, unit="percent")), setting)
    share = setting.pact.indicators.get(setting.pact.conventions.share_indicator)
    if claim.unit == "count":
        return (_difference(claim, setting, stretch, group, unit, claim.metric),)
    if unit.id == "points":
        points = share if indicator is None or indicator.kind == "sum" else indicator
        return (_difference(claim, setting, stretch, group, unit, points.id),) if points else ()
    if indicator is None:
        return ()
    if indicator.kind != "sum":
        return (_relative(claim, setting, stretch, group, unit, indicator, "plain", "as_published"),)
    prices = tuple(_priced(claim, setting, indicator, group.id))
    rules = setting.options("newcomers", "unsaid", ("as_published",)) if group.id not in setting.pact.members else ()
    return tuple(
        _relative(
            claim,
            setting,
            stretch,
            group,
            replace(unit, weight=unit.weight * weight),
            indicator,
            price.id,
            rule.id,
            reasons((price, rule)),
        )
        for (price, rule), weight in combined(prices, rules or (Option(id="as_published"),))
    )


def _priced(claim: Claim, setting: Setting, indicator: Indicator, group: str) -> Iterator[Option]:
    """Yield the price bases that the words leave open, one without a name where prices play no part.

    Current prices of one member are first those of its own currency.
    """
    own = setting.currencies.get(group)
    is_split = indicator.national and own not in (None, indicator.unit) and not claim.cues.has("in_currency")
    said = _prices(claim)
    if not is_money(indicator.unit):
        yield Option(id="plain")
        return
    for price in setting.options("growth", said, ("real" if said == "unsaid" else said,)):
        if price.id != "nominal" or not is_split:
            yield price
            continue
        for currency in setting.options("growth_currency", "member", ("national",)):
            yield replace(currency, weight=price.weight * currency.weight, why=currency.why or price.why)


def _prices(claim: Claim) -> str:
    cues = words_on(claim, "real", "nominal")
    if cues.has("real"):
        return "real"
    return "nominal" if cues.has("nominal") else "unsaid"


def _turn(claim: Claim) -> int:
    cues = words_on(claim, "up", "down")
    return -1 if cues.has("down") and not cues.has("up") else 1


def _difference(claim: Claim, setting: Setting, stretch: Stretch, group: Option, unit: Option, indicator: str) -> Query:
    """What was added or lost between two years, in points of a share or in persons."""
    counted = claim.unit if claim.unit == "count" else "points"
    formula = f"{at(indicator, group.id, stretch.last)} - {at(indicator, group.id, stretch.first)}"
    return Query(
        label=setting.label(f"change.{counted}", measure=indicator, years=f"{stretch.first}–{stretch.last}"),
        weight=unit.weight,
        why=reasons((group, unit)),
        measure=f"{indicator}_change",
        indicator=indicator,
        group=group.id,
        start=stretch.first,
        end=stretch.last,
        unit=_PERSONS if counted == "count" else counted,
        formulas=(formula,),
        amount=replace(claim.amount, unit=counted),
        turn=_turn(claim),
        shown_as="change",
    )


def _relative(
    claim: Claim, setting: Setting, stretch: Stretch, group: Option, unit: Option, indicator: Indicator, price: str,
    rule: str, why: tuple[str, ...] = (),
) -> Query:  # fmt: skip
    is_real = price == "real"
    series = indicator.national if price == "national" and indicator.national else indicator.id
    membership = Frame(
        basis="constant" if is_real else "current",
        membership="base" if rule == "like_for_like" else "as_published",
        base_year=stretch.first if rule == "like_for_like" else None,
    )
    return Query(
        label=setting.label(f"change.{price}.{rule}", measure=indicator.id, years=f"{stretch.first}–{stretch.last}"),
        weight=unit.weight,
        why=(*reasons((group, unit)), *why),
        measure="real_change" if is_real else "nominal_change",
        indicator=series,
        group=group.id,
        start=stretch.first,
        end=stretch.last,
        unit=_asked(claim.amount).unit,
        formulas=(_ratio(claim.amount, at(series, group.id, stretch.last), at(series, group.id, stretch.first)),),
        amount=_asked(claim.amount),
        frame=membership,
        turn=1 if claim.unit == "times" else _turn(claim),
        shown_as="change",
        rule=price,
    )


def _asked(amount: Amount) -> Amount:
    """The amount as the formula gives it: multiples as they are, fractions and shares in per cent."""
    if amount.unit == "times":
        return amount
    factor = _TO_PERCENT if amount.unit == "fraction" else Decimal(1)
    high = None if amount.high is None else amount.high * factor
    return replace(amount, unit="percent", value=amount.value * factor, high=high, step=amount.step * factor)


def _ratio(amount: Amount, last: str, first: str) -> str:
    return f"{last} / {first}" if amount.unit == "times" else f"100 * {last} / {first} - 100"


OPERATION = Operation(id="change", order=30, fits=fits, read=read)
