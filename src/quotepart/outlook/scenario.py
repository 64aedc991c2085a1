"""A scenario: what its author supposes of numbers, prices, running costs and times of what replaces the forces that leave.

None of this is in the reference. Every quantity is a range, and ranges are carried through to the answer as draws.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Literal

from quotepart.model.frozen import dataclass

Scope = Literal["like_for_like", "to_requirement"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Range:
    """A quantity that is not known: from ``low`` to ``high``, all alike, or peaking at ``likely`` (a triangle)."""

    low: float
    high: float
    likely: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ScenarioLine:
    """One thing to buy: ``number`` units, each at ``price`` and at ``running`` a year, in the scenario's currency.

    The first comes ``lead`` years after the order. Deliveries start at ``first_rate`` a year and rise to ``rate`` within ``ramp``
    years. ``is_critical`` lines decide when all is ready; ``replaces`` names the pact's line of capability, if one fits.
    """

    id: str
    names: Mapping[str, str]
    number: Range
    price: Range
    running: Range
    lead: Range
    rate: Range
    first_rate: Range | None = None
    ramp: Range = field(default_factory=lambda: Range(low=0.0, high=0.0))
    is_critical: bool = False
    replaces: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Threshold:
    """Something the alliance can do only with ``need`` or more; ``has`` is what each member brings, ``worth`` its weight."""

    id: str
    names: Mapping[str, str]
    need: float
    has: Mapping[str, float]
    worth: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario:
    """All that one file supposes.

    ``starts`` is the year in which the departure is known, ``order_delay`` the years until orders are placed (one draw for all
    lines), ``life`` the years over which running costs count, ``together`` how far prices move together, from 0 (each on its
    own) to 1. ``is_invented`` marks figures that are nobody's estimate; otherwise ``source`` says whose they are. ``of`` are
    the members whose departure it is about, empty for any.
    """

    id: str
    titles: Mapping[str, str]
    is_invented: bool
    source: str
    currency: str
    price_year: int
    starts: int
    life: int
    scope: Scope
    order_delay: Range
    together: float = 0.0
    lines: tuple[ScenarioLine, ...] = ()
    thresholds: tuple[Threshold, ...] = ()
    of: tuple[str, ...] = ()


def named(names: Mapping[str, str], language: str) -> str:
    """Return a name in a language, else the one that stands for all."""
    return names.get(language) or names[""]
