"""What every measure carries: the value and its working."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import ROUND_HALF_UP, Decimal

from quotepart.accounts.totals import Total, weakest
from quotepart.model.frozen import dataclass
from quotepart.model.observation import Basis, Membership, Observation, Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """A value computed from one edition, with all that is needed to compute it again.

    ``value`` is in full ``unit``s, ``None`` while an input is missing. ``formula`` names its inputs as
    ``indicator[entity, year]``; ``step`` is what the rounding of the inputs leaves open: the value is good to ``± step/2``.
    ``missing`` lists the members without a figure.
    """

    value: Decimal | None
    unit: str
    formula: str
    edition: str
    basis: Basis
    membership: Membership
    step: Decimal = Decimal(0)
    price_base: int | None = None
    inputs: tuple[Observation, ...] = ()
    missing: tuple[str, ...] = ()

    @property
    def status(self) -> Status:
        """The weakest status among the inputs."""
        return weakest(observation.status for observation in self.inputs)


def inputs_of(totals: Iterable[Total]) -> tuple[Observation, ...]:
    """Return the observations that the totals were made of, each once."""
    return tuple(dict.fromkeys(observation for total in totals for observation in total.inputs))


def missing_in(totals: Iterable[Total]) -> tuple[str, ...]:
    """Return the members that keep a total from having a value, each once."""
    return tuple(dict.fromkeys(member for total in totals if total.value is None for member in total.missing))


def values_of(totals: Sequence[Total]) -> tuple[Decimal, ...] | None:
    """Return the totals' values, or ``None`` where one is missing or there are none."""
    values = tuple(total.value for total in totals if total.value is not None)
    return values if values and len(values) == len(totals) else None


def as_printed(value: Decimal, step: Decimal) -> Decimal:
    """Return ``value`` rounded, half up, to the last printed digit ``step``.

    >>> as_printed(Decimal("1.996"), Decimal("0.01"))
    Decimal('2.00')
    """
    return (value / step).to_integral_value(ROUND_HALF_UP) * step if step else value


def cell(indicator: str, entity: str, first: int, last: int | None = None) -> str:
    """Return a reference to figures of the accounts; a span of years stands for their sum.

    >>> cell("gdp", "EUROPE_CANADA", 2017, 2018)
    'gdp[EUROPE_CANADA, 2017:2018]'
    """
    years = str(first) if last is None or last == first else f"{first}:{last}"
    return f"{indicator}[{entity}, {years}]"
