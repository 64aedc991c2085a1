from __future__ import annotations

import numpy as np
import pytest

from outlook.scenarios import line, scenario, sure
from quotepart.outlook.replacement import costs_by_year, replacement_of
from quotepart.outlook.scenario import Range, Threshold
from quotepart.outlook.scenario_draws import draw_lines, order_delays

MEMBERS = ("SYL", "BOR")


def outcome(made_up, draws: int = 200):
    return replacement_of(made_up, ["BOR"], MEMBERS, {"SYL": 1.0}, seed=5, draws=draws)


def test_cost_and_time_worked_by_hand() -> None:
    """10 · (100 + 10 · 5) = 1,500; 1 year to order, 2 of lead, 10 ÷ 5 of production."""
    found = outcome(scenario(line()))
    assert (found.total.p50, found.purchase.p50, found.running.p50) == (1500, 1000, 500)
    assert found.ready.p50 == pytest.approx(5)
    assert found.years[0].cost.p50 == 0
    assert [each.cost.p50 for each in found.years[3:5]] == [pytest.approx(500 + 5 * 2.5), pytest.approx(500 + 5 * 7.5)]
    assert (found.years[0].year, found.peak.year) == (2027, 2031)


def test_the_years_add_up_to_the_total_in_every_draw() -> None:
    wide = scenario(
        line(number=Range(low=5, high=50), price=Range(low=1, high=9), first_rate=Range(low=0.5, high=1), ramp=sure(3)),
        line("radars", rate=Range(low=1, high=20), lead=Range(low=0, likely=1, high=7)),
        order_delay=Range(low=0, high=3),
    )
    drawn, delay = draw_lines(wide, seed=5, draws=300), order_delays(wide, seed=5, draws=300)
    totals = sum(each.number * (each.price + wide.life * each.running) for each in drawn.values())
    assert costs_by_year(wide, drawn, delay).sum(axis=0) == pytest.approx(np.asarray(totals))


def test_ready_at_the_slowest_critical_line() -> None:
    quick, slow = line("quick", rate=sure(10)), line("slow", rate=sure(2))
    found = outcome(scenario(quick, slow))
    assert found.ready.p50 == pytest.approx(1 + 2 + 5)
    assert (found.slowest.line.id, found.slowest.slowest_share) == ("slow", 1.0)
    by_itself = outcome(scenario(quick, line("slow", rate=sure(2), is_critical=False)))
    assert by_itself.ready.p50 == pytest.approx(4)
    assert outcome(scenario(line(is_critical=False))).ready is None


def test_the_order_of_lines_does_not_matter_and_the_seed_fixes_all() -> None:
    one, other = line("one", price=Range(low=1, high=5)), line("other", lead=Range(low=1, high=5))
    first, turned, again = (outcome(scenario(*each)) for each in ((one, other), (other, one), (one, other)))
    assert first.total == turned.total
    assert first.ready == turned.ready
    assert first == again


def test_quantiles_are_ordered() -> None:
    found = outcome(scenario(line(price=Range(low=1, high=5), rate=Range(low=1, high=5))))
    for each in (found.total, found.ready, *(year.cost for year in found.years)):
        assert each.p10 <= each.p50 <= each.p90


def test_thresholds_alone_have_no_cost() -> None:
    found = outcome(scenario(thresholds=(Threshold(id="strait", names={"": "s"}, need=3, has={"SYL": 1, "BOR": 2}),)))
    assert (found.total, found.ready, found.years, found.peak, found.slowest) == (None, None, (), None, None)
    assert [each.threshold.id for each in found.coalition.lost] == ["strait"]
