"""What a group's members add up to in one edition, beside the total that the producer printed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal

from quotepart.model.frozen import dataclass
from quotepart.model.observation import Basis, Edition, Membership, Observation, Status
from quotepart.model.pact import Indicator, Pact

Observe = Callable[[str, str, int], Observation | None]
"""Entity, indicator and year to what one edition printed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Total:
    """A group's value for one year in one edition.

    ``printed`` is the producer's own aggregate, ``summed`` ours over the members that have a value. ``value`` is the printed one
    where membership is as published, else ours, and ``None`` while a member is ``missing``. ``inputs`` are the observations
    that ``value`` was made of, ``step`` the last digit they can vouch for, in full units.
    """

    group: str
    indicator: str
    year: int
    edition: str
    basis: Basis
    membership: Membership
    unit: str
    value: Decimal | None
    step: Decimal
    printed: Observation | None = None
    summed: Decimal | None = None
    inputs: tuple[Observation, ...] = ()
    missing: tuple[str, ...] = ()
    price_base: int | None = None

    @property
    def status(self) -> Status:
        """The weakest status among the inputs."""
        return weakest(observation.status for observation in self.inputs)


def weakest(statuses: Iterable[Status]) -> Status:
    """Return ``projection`` where one is, else ``estimate`` where one is, else ``final``.

    >>> weakest(["final", "estimate"])
    'estimate'
    """
    found = set(statuses)
    return "projection" if "projection" in found else "estimate" if "estimate" in found else "final"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sum:
    """An addition over members: what was added, and which members had nothing to add."""

    value: Decimal | None
    step: Decimal = Decimal(0)
    inputs: tuple[Observation, ...] = ()
    missing: tuple[str, ...] = ()


def members_of(
    pact: Pact, group: str, year: int, membership: Membership, *, today: date, base_year: int | None = None
) -> tuple[str, ...]:
    """Return who counts as the group in ``year``: members at its end, ``today``'s members, or those of ``base_year``.

    Producers count a newcomer for the whole year in which it joins, so a year's members are those of its last day. A member
    stands for itself in every year.
    """
    days = {
        "as_published": date(year, 12, 31),
        "current": today,
        "base": date(year if base_year is None else base_year, 12, 31),
    }
    return pact.members_on(group, days[membership])


def add_up(pact: Pact, indicator: Indicator, members: tuple[str, ...], year: int, observe: Observe) -> Sum:
    """Return the members' sum, ratio of sums or weighted mean, as the indicator's kind says."""
    if len(members) == 1:
        return _plain_sum(indicator, members, year, observe)
    if indicator.kind == "sum":
        return _plain_sum(indicator, members, year, observe)
    if indicator.kind == "ratio":
        return _ratio(pact, indicator, members, year, observe)
    if indicator.kind == "weighted":
        return _weighted(pact, indicator, members, year, observe)
    return Sum(value=None)


def _plain_sum(indicator: Indicator, members: tuple[str, ...], year: int, observe: Observe) -> Sum:
    counted = [member for member in members if member not in indicator.without]
    found = {member: observe(member, indicator.id, year) for member in counted}
    inputs = tuple(observation for observation in found.values() if observation)
    return Sum(
        value=sum((each.value for each in inputs), Decimal(0)) if inputs else None,
        step=sum((each.step for each in inputs), Decimal(0)),
        inputs=inputs,
        missing=tuple(member for member, observation in found.items() if observation is None),
    )


def _ratio(pact: Pact, indicator: Indicator, members: tuple[str, ...], year: int, observe: Observe) -> Sum:
    above = _plain_sum(pact.indicators[indicator.numerator or ""], members, year, observe)
    below = _plain_sum(pact.indicators[indicator.denominator or ""], members, year, observe)
    if not below.inputs:
        return _mean_of_ratios(indicator, above, year, observe)
    return Sum(
        value=above.value / below.value * indicator.factor if above.value is not None and below.value else None,
        step=indicator.step,
        inputs=above.inputs + below.inputs,
        missing=tuple(dict.fromkeys(above.missing + below.missing)),
    )


def _mean_of_ratios(indicator: Indicator, above: Sum, year: int, observe: Observe) -> Sum:
    """Return Σn ÷ Σ(n ÷ r): where an edition prints no denominator, its members' own ratios imply it."""
    ratios = [(each, observe(each.entity, indicator.id, year)) for each in above.inputs]
    known = [(each, ratio) for each, ratio in ratios if ratio and ratio.value]
    implied = sum((each.value / ratio.value for each, ratio in known), Decimal(0))
    counted = sum((each.value for each, _ in known), Decimal(0))
    silent = tuple(each.entity for each, ratio in ratios if not (ratio and ratio.value))
    return Sum(
        value=counted / implied if implied else None,
        step=indicator.step,
        inputs=tuple(observation for pair in known for observation in pair),
        missing=above.missing + silent,
    )


def _weighted(pact: Pact, indicator: Indicator, members: tuple[str, ...], year: int, observe: Observe) -> Sum:
    own = _plain_sum(indicator, members, year, observe)
    weights = {each.entity: observe(each.entity, indicator.denominator or "", year) for each in own.inputs}
    pairs = [(each, weight) for each in own.inputs if (weight := weights[each.entity])]
    weight_sum = sum((weight.value for _, weight in pairs), Decimal(0))
    return Sum(
        value=sum((each.value * weight.value for each, weight in pairs), Decimal(0)) / weight_sum
        if weight_sum
        else None,
        step=indicator.step,
        inputs=tuple(observation for pair in pairs for observation in pair),
        missing=own.missing + tuple(member for member, weight in weights.items() if weight is None),
    )


def total_of(
    group: str, indicator: Indicator, year: int, *, edition: Edition, basis: Basis, membership: Membership,
    printed: Observation | None, added: Sum,
) -> Total:  # fmt: skip
    """Return the total of a group from the producer's aggregate, if any, and from what its members add up to."""
    is_own = printed is not None and membership == "as_published"
    value = printed.value if printed and is_own else None if added.missing else added.value
    inputs = (printed,) if printed and is_own else added.inputs
    return Total(
        group=group,
        indicator=indicator.id,
        year=year,
        edition=edition.id,
        basis=basis,
        membership=membership,
        unit=inputs[0].unit if inputs and inputs[0].indicator == indicator.id else indicator.unit,
        value=value,
        step=printed.step if printed and is_own else added.step,
        printed=printed,
        summed=added.value,
        inputs=inputs,
        missing=added.missing,
        price_base=edition.price_base if basis == "constant" else None,
    )
