"""How long replacement takes: order delay + lead + n ÷ rate, with production that ramps up; ready at the slowest critical line.

From the first delivery on, r(τ) = r₀ + (r₁ − r₀) · min(τ ÷ R, 1): units a year rise from r₀ to r₁ within R years and stay there.
Every function takes arrays, one entry a draw; times are in years.
"""

from __future__ import annotations

import numpy as np

from quotepart.outlook.scenario_draws import Draws, LineDraws


def delivery_years(line: LineDraws) -> Draws:
    """Return the years from the first delivery to the last: n ÷ r₁ without a ramp."""
    ramped = _in_ramp(line)
    slope = np.divide(line.rate - line.first_rate, 2 * line.ramp, out=np.zeros_like(line.rate), where=line.ramp > 0)
    within = 2 * line.number / (line.first_rate + np.sqrt(line.first_rate**2 + 4 * slope * line.number))
    beyond = line.ramp + (line.number - ramped) / line.rate
    return np.where(line.number <= ramped, within, beyond)


def completion_years(line: LineDraws, order_delay: Draws) -> Draws:
    """Return the years from the departure until the last unit is there."""
    return order_delay + line.lead + delivery_years(line)


def delivered_by(line: LineDraws, since_first: Draws) -> Draws:
    """Return how many units are there so many years after the first delivery, none before it and at most n."""
    within, after = _split(line, since_first)
    gained = line.first_rate * within + _slope(line) * within**2 / 2 + line.rate * after
    return np.minimum(gained, line.number)


def unit_years_by(line: LineDraws, since_first: Draws) -> Draws:
    """Return the integral of ``delivered_by`` up to then: units times the years that each has been there."""
    whole = delivery_years(line)
    within, after = _split(line, np.minimum(since_first, whole))
    ramped = line.first_rate * within**2 / 2 + _slope(line) * within**3 / 6
    flat = (line.first_rate * within + _slope(line) * within**2 / 2) * after + line.rate * after**2 / 2
    return ramped + flat + line.number * np.maximum(0.0, since_first - whole)


def _split(line: LineDraws, since_first: Draws) -> tuple[Draws, Draws]:
    """Return the years that fall within the ramp, and those after it."""
    since = np.maximum(0.0, since_first)
    within = np.minimum(since, line.ramp)
    return within, since - within


def _slope(line: LineDraws) -> Draws:
    """Return how much the rate rises a year within the ramp."""
    rise = line.rate - line.first_rate
    return np.divide(rise, line.ramp, out=np.zeros_like(rise), where=line.ramp > 0)


def _in_ramp(line: LineDraws) -> Draws:
    """Return how many units the ramp alone would deliver."""
    return (line.first_rate + line.rate) / 2 * line.ramp
