"""Draws of the quantities of a scenario, reproducible by seed; those of a line do not depend on what else stands in the file."""

from __future__ import annotations

from collections.abc import Mapping
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from quotepart.model.frozen import dataclass
from quotepart.outlook.scenario import Range, Scenario, ScenarioLine

Draws = NDArray[np.float64]
SEED, DRAWS = 20140905, 10_000
QUANTILES = (0.1, 0.5, 0.9)


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """What draws of a quantity come to: in nine of ten at least ``p10``, the middle one, in nine of ten at most ``p90``."""

    p10: float
    p50: float
    p90: float


@dataclass(frozen=True, slots=True, kw_only=True)
class LineDraws:
    """The quantities of one line, one entry a draw."""

    number: Draws
    price: Draws
    running: Draws
    lead: Draws
    rate: Draws
    first_rate: Draws
    ramp: Draws


def spread(draws: Draws) -> Spread:
    """Return the tenth, the middle and the ninetieth hundredth of draws."""
    low, middle, high = (float(each) for each in np.quantile(draws, QUANTILES))
    return Spread(p10=low, p50=middle, p90=high)


def quantile(range: Range, at: Draws) -> Draws:
    """Return the values of a range at probabilities: uniform, or a triangle where there is a likely value."""
    width = range.high - range.low
    if not width:
        return np.full_like(at, range.low)
    if range.likely is None:
        return range.low + width * at
    peak = (range.likely - range.low) / width
    rising = range.low + width * np.sqrt(at * peak)
    falling = range.high - width * np.sqrt((1 - at) * (1 - peak))
    return np.where(at < peak, rising, falling)


def order_delays(scenario: Scenario, *, seed: int, draws: int) -> Draws:
    """Return the years until orders are placed, the same for all lines of a draw."""
    return quantile(scenario.order_delay, _stream(seed, "order_delay").random(draws))


def draw_lines(scenario: Scenario, *, seed: int, draws: int) -> Mapping[str, LineDraws]:
    """Return the draws of each line by its id.

    Prices and running costs share a common normal factor of weight √together; the rest is drawn on its own.
    """
    shared = _stream(seed, "prices").standard_normal(draws)
    return {line.id: _draw(line, shared, scenario.together, seed, draws) for line in scenario.lines}


def _draw(line: ScenarioLine, shared: Draws, together: float, seed: int, draws: int) -> LineDraws:
    from scipy.special import ndtr

    own = _stream(seed, line.id)
    plain = own.random((5, draws))
    mixed = np.sqrt(together) * shared + np.sqrt(1 - together) * own.standard_normal((2, draws))
    price, running = ndtr(mixed)
    rate = quantile(line.rate, plain[2])
    return LineDraws(
        number=np.maximum(1.0, np.rint(quantile(line.number, plain[0]))),
        price=quantile(line.price, price),
        running=quantile(line.running, running),
        lead=quantile(line.lead, plain[1]),
        rate=rate,
        first_rate=np.minimum(rate, quantile(line.first_rate, plain[3])) if line.first_rate else rate,
        ramp=quantile(line.ramp, plain[4]),
    )


def _stream(seed: int, name: str) -> np.random.Generator:
    return np.random.default_rng([seed, crc32(name.encode())])
