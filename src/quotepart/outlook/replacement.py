"""What a scenario makes of a departure: the cost over the years, when all is ready, and what the alliance can still do.

Cost: Σ n_k (p_k + L·o_k), the price paid when a unit is delivered and its running cost for L years from then on; in the prices of
the scenario's year, undiscounted. Time: see ``lead_time``. Worth of each member: see ``coalition``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from quotepart.model.frozen import dataclass
from quotepart.outlook.coalition import Coalition, coalition_of
from quotepart.outlook.lead_time import completion_years, delivered_by, unit_years_by
from quotepart.outlook.scenario import Scenario, ScenarioLine
from quotepart.outlook.scenario_draws import Draws, LineDraws, Spread, draw_lines, order_delays, spread


@dataclass(frozen=True, slots=True, kw_only=True)
class YearCost:
    """What is paid in one calendar year, in the scenario's currency."""

    year: int
    cost: Spread


@dataclass(frozen=True, slots=True, kw_only=True)
class LineOutcome:
    """One line: what it costs in all, how many years until its last unit is there, in what share of draws it is the slowest."""

    line: ScenarioLine
    cost: Spread
    years: Spread
    slowest_share: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Replacement:
    """What comes of one scenario, in its own currency and prices.

    ``total`` is ``purchase`` and ``running`` over the life of all units; ``ready`` the years until the slowest critical line is
    complete, ``None`` where no line is critical. ``shares`` say how the rule splits the bill.
    """

    scenario: Scenario
    total: Spread | None
    purchase: Spread | None
    running: Spread | None
    ready: Spread | None
    years: tuple[YearCost, ...]
    lines: tuple[LineOutcome, ...]
    coalition: Coalition | None
    shares: Mapping[str, float]
    seed: int
    draws: int

    @property
    def slowest(self) -> LineOutcome | None:
        """The line that is the slowest of the critical ones most often."""
        critical = [each for each in self.lines if each.line.is_critical]
        return max(critical, key=lambda each: each.slowest_share, default=None)

    @property
    def peak(self) -> YearCost | None:
        """The year with the largest middle cost."""
        return max(self.years, key=lambda each: each.cost.p50, default=None)


def replacement_of(
    scenario: Scenario,
    leavers: Sequence[str],
    members: Sequence[str],
    shares: Mapping[str, float],
    *,
    seed: int,
    draws: int,
) -> Replacement:
    """Return what comes of a scenario when ``leavers`` of ``members`` go; ``shares`` split its bill.

    The same seed and number of draws give the same answer, in whatever order lines stand.
    """
    drawn = draw_lines(scenario, seed=seed, draws=draws)
    delay = order_delays(scenario, seed=seed, draws=draws)
    done = {id: completion_years(line, delay) for id, line in drawn.items()}
    purchase = {id: line.number * line.price for id, line in drawn.items()}
    running = {id: line.number * line.running * scenario.life for id, line in drawn.items()}
    critical = [line.id for line in scenario.lines if line.is_critical]
    ready = np.max([done[id] for id in critical], axis=0) if critical else None
    return Replacement(
        scenario=scenario,
        total=_sum([purchase[id] + running[id] for id in drawn]),
        purchase=_sum(list(purchase.values())),
        running=_sum(list(running.values())),
        ready=None if ready is None else spread(ready),
        years=_by_year(scenario, drawn, delay),
        lines=tuple(
            LineOutcome(
                line=line,
                cost=spread(purchase[line.id] + running[line.id]),
                years=spread(done[line.id]),
                slowest_share=float((done[line.id] >= ready).mean()) if ready is not None and line.is_critical else 0.0,
            )
            for line in scenario.lines
        ),
        coalition=coalition_of(scenario.thresholds, leavers, seed=seed, draws=draws, members=members)
        if scenario.thresholds
        else None,
        shares=dict(shares),
        seed=seed,
        draws=draws,
    )


def costs_by_year(scenario: Scenario, drawn: Mapping[str, LineDraws], delay: Draws) -> Draws:
    """Return what is paid in each year after the departure, one row a year and one column a draw; it sums to the total.

    The last row is the one in which the last unit reaches the end of its life.
    """
    ends = [completion_years(line, delay).max() + scenario.life for line in drawn.values()]
    costs = np.zeros((int(np.ceil(max(ends, default=0.0))), len(delay)))
    for line in drawn.values():
        first = delay + line.lead
        there = served = np.zeros_like(delay)
        for year in range(len(costs)):
            since = year + 1 - first
            now_there = delivered_by(line, since)
            now_served = unit_years_by(line, since) - unit_years_by(line, since - scenario.life)
            costs[year] += (now_there - there) * line.price + (now_served - served) * line.running
            there, served = now_there, now_served
    return costs


def _by_year(scenario: Scenario, drawn: Mapping[str, LineDraws], delay: Draws) -> tuple[YearCost, ...]:
    rows = costs_by_year(scenario, drawn, delay)
    return tuple(YearCost(year=scenario.starts + at, cost=spread(row)) for at, row in enumerate(rows))


def _sum(parts: Sequence[Draws]) -> Spread | None:
    return spread(np.sum(parts, axis=0)) if parts else None
