"""Why two official figures of one thing differ: the gap between them taken apart, cause by cause, in the figures' own unit.

Each cause that can be computed is a factor: from the first figure on, factor after factor leads towards the second, and what each
step adds is that cause's part. What is left is the rest: rounding where the printed digits allow it, else revision, or definition
where the two are defined differently. The parts add up to the gap.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Literal, NamedTuple

from quotepart.model.frozen import dataclass
from quotepart.model.observation import Basis, Membership, Status
from quotepart.model.pact import Indicator

Cause = Literal["revision", "price_base", "exchange_rate", "definition", "fiscal_year", "membership", "rounding"]
CAUSES: tuple[Cause, ...] = (
    "price_base", "exchange_rate", "fiscal_year", "membership", "definition", "revision", "rounding",
)  # fmt: skip

DUST = Decimal("1e-20")
"""The share of a figure that division leaves behind: no rest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One official value as one edition gives it, in full units; ``step`` is its last printed digit.

    ``source`` says where it was printed, or over how many members it was added up; ``membership`` by which rule.
    """

    entity: str
    indicator: str
    year: int
    value: Decimal
    unit: str
    basis: Basis
    step: Decimal
    status: Status
    edition: str
    producer: str
    published: date
    definition: str
    price_base: int | None
    source: str
    membership: Membership = "as_published"


class Value(NamedTuple):
    """A value in an edition, its unit, and the last digit it can vouch for."""

    amount: Decimal
    unit: str
    step: Decimal = Decimal(0)

    @property
    def looseness(self) -> Decimal:
        """How far, as a share of itself, the value may be off by the rounding of its print."""
        return abs(self.step / self.amount / 2) if self.amount else Decimal(0)


Look = Callable[[str, Basis, int], Value | None]
"""Indicator, basis and year to what an edition says of the figure's entity."""


@dataclass(frozen=True, slots=True)
class Side:
    """One of two figures, with what else its edition says of the same entity."""

    figure: Figure
    look: Look


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What one cause adds to the gap: ``amount`` in the figures' unit, ``factor`` where the cause is one.

    ``of`` is the indicator that it comes from, where that is another one: a share moves with what it is a share of. ``formula``
    names the figures it was computed from. ``includes`` lists causes that could not be told apart from it.
    """

    cause: Cause
    amount: Decimal
    factor: Decimal | None = None
    of: str | None = None
    formula: str = ""
    includes: tuple[Cause, ...] = ()
    members: tuple[tuple[str, Decimal], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Two figures and the parts of the gap between them; ``gap`` is the second less the first, and the sum of the parts."""

    first: Figure
    second: Figure
    parts: tuple[Part, ...]

    @property
    def gap(self) -> Decimal:
        """The second figure less the first, in their unit."""
        return self.second.value - self.first.value


@dataclass(frozen=True, slots=True)
class _Step:
    cause: Cause
    factor: Decimal
    formula: str
    of: str | None = None


def reconcile(first: Side, second: Side, indicators: Mapping[str, Indicator]) -> Comparison:
    """Return the gap between two figures of one unit, taken apart.

    A gap within the printed digits is rounding and nothing else. Figures of a series that is itself a change have no factors:
    their gap is all rest.
    """
    is_whole = indicators[first.figure.indicator].is_change or _is_rounding(first.figure, second.figure)
    steps = [] if is_whole or not first.figure.value else list(_steps(first, second, indicators))
    parts, value = [], first.figure.value
    for step in steps:
        amount = value * (step.factor - 1)
        if amount:
            parts.append(Part(cause=step.cause, amount=amount, factor=step.factor, of=step.of, formula=step.formula))
        value += amount
    rest = _rest(first, second, second.figure.value - value, steps, indicators)
    is_dust = abs(rest.amount) <= abs(second.figure.value) * DUST
    return Comparison(first=first.figure, second=second.figure, parts=tuple(parts if is_dust else [*parts, rest]))


def _is_rounding(one: Figure, other: Figure) -> bool:
    is_same_thing = one.price_base == other.price_base and one.basis == other.basis
    return is_same_thing and abs(other.value - one.value) <= (one.step + other.step) / 2


def _steps(first: Side, second: Side, indicators: Mapping[str, Indicator]) -> Iterator[_Step]:
    one, other = first.figure, second.figure
    if indicators[one.indicator].kind == "ratio" and one.indicator == other.indicator:
        yield from _steps_of_ratio(first, second, indicators[one.indicator], indicators)
        return
    price = _price_factor(first, second, one.indicator) if _has_other_prices(one, other) else None
    if price:
        yield price
    rate = _rate_factor(first, second, indicators) if one.basis == other.basis == "current" else None
    if rate:
        yield rate
    fiscal = _fiscal_factor(first, second, indicators)
    if fiscal:
        yield fiscal


def _steps_of_ratio(
    first: Side, second: Side, ratio: Indicator, indicators: Mapping[str, Indicator]
) -> Iterator[_Step]:
    """Yield what moved a share: the prices it is computed in, its numerator, its denominator."""
    above, below = (_moved(first, second, name) for name in (ratio.numerator, ratio.denominator))
    if above is None or below is None:
        return
    prices = (Decimal(1), Decimal(1))
    if _has_other_prices(first.figure, second.figure):
        found = [_price_factor(first, second, name or "") for name in (ratio.numerator, ratio.denominator)]
        if found[0] is None or found[1] is None:
            return
        prices = (found[0].factor, found[1].factor)
        yield _Step("price_base", prices[0] / prices[1], f"({found[0].formula}) / ({found[1].formula})")
    is_redefined = first.figure.definition != second.figure.definition
    cause: Cause = "definition" if is_redefined else "revision"
    yield _Step(cause, above[0] / prices[0], above[1], ratio.numerator)
    yield _Step("revision", prices[1] / below[0], f"1 / ({below[1]})", ratio.denominator)


def _moved(first: Side, second: Side, indicator: str | None) -> tuple[Decimal, str] | None:
    one, other = first.figure, second.figure
    before = first.look(indicator or "", one.basis, one.year)
    after = second.look(indicator or "", other.basis, other.year)
    if not before or not after or not before.amount:
        return None
    name = f"{indicator}[{one.entity}, {one.year}]"
    return after.amount / before.amount, f"{name} {other.edition} / {one.edition}"


def _has_other_prices(one: Figure, other: Figure) -> bool:
    bases = (one.price_base, other.price_base)
    return one.basis == other.basis == "constant" and None not in bases and bases[0] != bases[1]


def _price_factor(first: Side, second: Side, indicator: str) -> _Step | None:
    """Return what the entity's money of the first price base is worth in that of the second.

    Constant prices of year b are the current ones of b: so E_current(b) ÷ E_constant(b) in one edition turns its constant prices
    into those of b. The first edition is asked for the second's base, else the second for the first's.
    """
    for side, other, is_inverse in ((first, second, False), (second, first, True)):
        base = other.figure.price_base or 0
        current, constant = (side.look(indicator, basis, base) for basis in ("current", "constant"))
        if current and constant and constant.amount and current.amount:
            name = f"{indicator}[{side.figure.entity}, {base}]"
            above, below = ("constant", "current") if is_inverse else ("current", "constant")
            factor = current.amount / constant.amount
            formula = f"{name} {above} / {below}, {side.figure.edition}"
            return _Step("price_base", 1 / factor if is_inverse else factor, formula)
    return None


def _rate_factor(first: Side, second: Side, indicators: Mapping[str, Indicator]) -> _Step | None:
    """Return how the exchange rate moved that money was converted at: E_converted ÷ E_national in each edition.

    A move that the rounding of these figures allows for is none.
    """
    rates = [_rate(side, indicators) for side in (first, second)]
    if rates[0] is None or rates[1] is None or rates[0].unit != rates[1].unit:
        return None
    factor = rates[1].amount / rates[0].amount
    said = [
        f"{rate.amount:.6f} {side.figure.edition}" for rate, side in zip(rates, (first, second), strict=True) if rate
    ]
    is_noise = abs(factor - 1) <= rates[0].step + rates[1].step
    formula = f"{first.figure.unit} per {rates[0].unit}: {', '.join(said)}"
    return _Step("exchange_rate", Decimal(1) if is_noise else factor, formula)


def _rate(side: Side, indicators: Mapping[str, Indicator]) -> Value | None:
    """Return what one unit of national money is in the figure's own; its ``step`` is a share: the rounding of both figures."""
    figure = side.figure
    national = indicators[figure.indicator].national
    own = side.look(national, "current", figure.year) if national else None
    if not own or not own.amount:
        return None
    converted = Value(figure.value, figure.unit, figure.step)
    return Value(figure.value / own.amount, own.unit, converted.looseness + own.looseness)


def _fiscal_factor(first: Side, second: Side, indicators: Mapping[str, Indicator]) -> _Step | None:
    """Return what counting by calendar instead of fiscal years makes, where one of two producers prints both."""
    if first.figure.producer == second.figure.producer:
        return None
    for side, is_inverse in ((second, False), (first, True)):
        national = indicators[side.figure.indicator].national
        fiscal = indicators[national].fiscal if national else None
        calendar_year = side.look(national, "current", side.figure.year) if national else None
        fiscal_year = side.look(fiscal, "current", side.figure.year) if fiscal else None
        if calendar_year and fiscal_year and fiscal_year.amount and calendar_year.amount:
            factor = calendar_year.amount / fiscal_year.amount
            formula = f"{national} / {fiscal}[{side.figure.entity}, {side.figure.year}], {side.figure.edition}"
            return _Step("fiscal_year", 1 / factor if is_inverse else factor, formula)
    return None


def _rest(first: Side, second: Side, amount: Decimal, steps: list[_Step], indicators: Mapping[str, Indicator]) -> Part:
    one, other = first.figure, second.figure
    factor = Decimal(1)
    for step in steps:
        factor *= step.factor
    is_rounding = abs(amount) <= (one.step * factor + other.step) / 2
    is_defined_otherwise = (one.indicator, one.producer, one.definition) != (
        other.indicator,
        other.producer,
        other.definition,
    )
    missing = tuple(_untold(one, other, {step.cause for step in steps}, indicators))
    if is_rounding:
        return Part(cause="rounding", amount=amount)
    if is_defined_otherwise:
        return Part(cause="definition", amount=amount, includes=("revision", *missing))
    if _has_other_prices(one, other) and "price_base" in missing:
        return Part(cause="price_base", amount=amount, includes=("revision",))
    return Part(cause="revision", amount=amount, includes=missing)


def _untold(one: Figure, other: Figure, told: set[Cause], indicators: Mapping[str, Indicator]) -> Iterator[Cause]:
    """Yield the causes that may be in the rest because no edition at hand tells them."""
    if _has_other_prices(one, other) and "price_base" not in told:
        yield "price_base"
    is_converted = indicators[one.indicator].national is not None and one.basis == "current"
    if is_converted and "exchange_rate" not in told:
        yield "exchange_rate"
