"""Which series answers a claim, and the formulas that give a member's or group's value of it."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from quotepart.checks.claims.claim import Claim
from quotepart.checks.readings.readings import JOINED, Option, Setting
from quotepart.model.amount import Amount
from quotepart.model.pact import Indicator, Pact

MOVES = ("added", "up", "down", "since", "cumulative")
"""The cues by which a sum of money is what was added, not what is spent."""

_COUNTED = ("persons", "count")
_STATES_SPEND = 1_000_000

# What a record calls a share of the pact's default denominator, and what the units of such shares begin with.
_OF_GDP, _OF = "percent_of_gdp", "percent_of_"


def indicator_of(claim: Claim, setting: Setting) -> Indicator | None:
    """Return the indicator that the claim's metric and unit name, ``None`` where the pact has no such series."""
    pact = setting.pact
    head = pact.conventions
    metric = claim.metric
    if claim.unit == _OF_GDP and metric in (head.main_indicator, head.share_indicator):
        return pact.indicators.get(head.share_indicator)
    if claim.cues.has("per_head") or _is_small_change(claim):
        metric = setting.options("per_head", metric, (metric,))[0].id
    return pact.indicators.get(metric)


def _is_small_change(claim: Claim) -> bool:
    """Whether money is stated in thousands at most: what a state spends a head, never what it spends."""
    return claim.is_money and claim.kind == "level" and abs(claim.amount.value) < _STATES_SPEND


def measures_of(claim: Claim, setting: Setting, operation: str) -> tuple[Option, ...]:
    """Return the measures that words without a unit can mean: the one they name, else those of the pact's priors."""
    head = setting.pact.conventions
    if claim.cues.has("per_head"):
        return setting.options("per_head", claim.metric, (claim.metric,))
    if claim.metric != head.main_indicator and claim.metric in setting.pact.indicators:
        return (Option(id=claim.metric),)
    if claim.cues.has("of_gdp"):
        return (Option(id=head.share_indicator),)
    return setting.options(operation, "unsaid", (head.main_indicator,))


def is_same_unit(claim: Claim, indicator: Indicator) -> bool:
    """Whether the claim's unit can be compared with the indicator's."""
    if indicator.unit in _COUNTED:
        return claim.unit in _COUNTED
    if claim.unit == _OF_GDP:
        return indicator.unit.startswith(_OF)
    if claim.unit == "fraction":
        return indicator.unit == "percent"
    return claim.unit == indicator.unit or (claim.is_money and is_money(indicator.unit))


def is_of_several(claim: Claim, setting: Setting) -> bool:
    """Whether one figure is given for several members at once."""
    return len(claim.groups) > 1 and all(each in setting.pact.members for each in claim.groups)


def is_sum(claim: Claim, setting: Setting) -> bool:
    """Whether a figure of several members is what they spend or have together, and not each."""
    adds_up = claim.kind == "level" and (claim.is_money or claim.unit in _COUNTED)
    return adds_up and is_of_several(claim, setting) and not claim.cues.has("every", "per_head")


def is_money(unit: str) -> bool:
    """Whether ``unit`` is a currency.

    >>> is_money("USD"), is_money("percent")
    (True, False)
    """
    return len(unit) == 3 and unit.isupper()


def in_percent(amount: Amount) -> Amount:
    """Return a share as per cent: "a third" is good to a point, a hedged fraction keeps its hedge and both ends of a range.

    >>> in_percent(Amount(value=Decimal("0.5"), unit="fraction")).value
    Decimal('50.0')
    """
    if amount.unit == "percent":
        return amount
    step = Decimal(2) if amount.qualifier == "exact" else Decimal(1)
    high = amount.high * 100 if amount.high is not None else None
    return replace(amount, unit="percent", value=amount.value * 100, high=high, step=step)


def at(indicator: str, entity: str, first: int, last: int | None = None) -> str:
    """Return the reference to an indicator of an entity in a year or over years.

    >>> at("gdp", "ABC", 2016), at("gdp", "ABC", 2017, 2018)
    ('gdp[ABC, 2016]', 'gdp[ABC, 2017:2018]')
    """
    years = str(first) if last is None or last == first else f"{first}:{last}"
    return f"{indicator}[{entity}, {years}]"


def money_formulas(setting: Setting, indicator: Indicator, entity: str, year: int, currency: str) -> tuple[str, ...]:
    """Return the formulas for a value in ``currency``: a member's own series, else at the year's rate in the accounts.

    The rate is what a member that reports in that currency spent in it over what it spent in the indicator's unit. None where the
    accounts hold no series in that currency.
    """
    own, national = formulas_of(setting.pact, indicator, entity, year), f"{indicator.id}_national"
    if currency == indicator.unit:
        return own
    using = [member for member, used in setting.currencies.items() if used == currency]
    if entity in using:
        return (at(national, entity, year),)
    rates = [f"{at(national, member, year)} / {at(indicator.id, member, year)}" for member in using[:1]]
    return tuple(f"({formula}) * {rate}" for formula in own for rate in rates)


def is_converted(setting: Setting, indicator: Indicator, entity: str, unit: str) -> bool:
    """Whether a value in ``unit`` has to be converted at a rate."""
    return is_money(unit) and unit != indicator.unit and setting.currencies.get(entity) != unit


def formulas_of(pact: Pact, indicator: Indicator, entity: str, year: int) -> tuple[str, ...]:
    """Return the formulas for one value, in the order to be tried: as printed, then from what it is made of."""
    if JOINED in entity:
        parts = [formulas_of(pact, indicator, each, year)[0] for each in entity.split(JOINED)]
        return (f"({' + '.join(parts)})",) if indicator.kind == "sum" else ()
    printed = at(indicator.id, entity, year)
    if entity in pact.members or indicator.kind in ("sum", "none"):
        return (printed,)
    below = at(indicator.denominator or "", entity, year)
    if indicator.kind == "weighted":
        return (printed, f"weighted({printed}, {below})")
    above = at(indicator.numerator or "", entity, year)
    factor = "" if indicator.factor == 1 else f"{indicator.factor} * "
    return (printed, f"{factor}{above} / {below}", f"implied({above}, {printed})")
