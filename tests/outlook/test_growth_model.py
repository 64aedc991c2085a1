from __future__ import annotations

from dataclasses import fields

import numpy as np
from pytest import approx

from outlook.conftest import DAY, STATES, drawn_history
from quotepart.outlook import aims, credibility, growth_model, shocks
from quotepart.outlook.growth_model import PRIOR, WITHOUT_PAST, fit_growth
from quotepart.outlook.history import History, history_of
from quotepart.outlook.methods import ets, linear_trend


def test_the_order_of_members_makes_no_difference(history: History) -> None:
    one, other = fit_growth(history), fit_growth(history.of(*reversed(STATES)))
    for each in fields(one):
        assert np.array_equal(getattr(one, each.name), getattr(other, each.name)), each.name


def test_it_starts_at_the_last_official_value_with_its_band(history: History) -> None:
    model = fit_growth(history)
    assert model.members == tuple(sorted(STATES))
    assert np.exp(model.start) == approx(history.of(*model.members).last_percent)
    assert model.start_spread == approx(0.05 / 1.507)


def test_moments_are_found_again() -> None:
    """Many states over many years, moved by shocks of known size."""
    states = tuple(f"S{at:02}" for at in range(30))
    model = fit_growth(drawn_history(5, years=26, states=states))
    assert model.own.mean() == approx(0.06, rel=0.1)
    assert model.common < 0.03
    assert model.persistence < 0.15
    assert model.gdp_growth.mean() == approx(0.02, abs=0.003)
    assert np.hypot(model.gdp_own, model.gdp_loading * model.gdp_common).mean() == approx(0.02, rel=0.15)


def test_what_moves_all_at_once_is_found_as_common() -> None:
    chance = np.random.default_rng(2)
    together = chance.normal(0, 0.08, 24)
    shares = {
        f"S{at}": dict(enumerate(np.exp(np.cumsum(together + chance.normal(0, 0.03, 24))), 2001)) for at in range(12)
    }
    model = fit_growth(history_of(shares, known_on=DAY))
    assert model.common == approx(0.08, rel=0.35)
    assert model.own.mean() == approx(0.03, rel=0.4)


def test_a_short_past_counts_little() -> None:
    """One wild year of a newcomer among calm members weighs one year against ``PRIOR``."""
    calm = {f"S{at}": {2000 + year: 2.0 * 1.02 ** (year % 2) for year in range(25)} for at in range(9)}
    model = fit_growth(history_of({**calm, "ZZZ": {2023: 1.0, 2024: 2.0}}, known_on=DAY))
    newcomer = model.drift[model.members.index("ZZZ")]
    assert 0 < newcomer < np.log(2.0) * 2 / PRIOR


def test_no_past_at_all_is_enough() -> None:
    model = fit_growth(history_of({"SYL": {2024: 2.0}}, known_on=DAY))
    assert model.own == approx(WITHOUT_PAST, rel=0.01)
    assert (model.drift.item(), model.momentum.item(), model.passed) == (0.0, 0.0, 1.0)


def test_the_choices_made_on_origins_up_to_2018_stay_as_they_were() -> None:
    """Whoever changes one has to choose on those origins again, and to say so: later origins have been looked at since."""
    chosen = (
        growth_model.WINDOW, growth_model.TREND, growth_model.PRIOR, growth_model.FADING, shocks.DEGREES,
        growth_model.MOST_PERSISTENT, growth_model.WITHOUT_PAST,
    )  # fmt: skip
    assert chosen == (25, 3, 10.0, 0.5, 4.0, 0.6, 0.06)
    trust = (aims.USUAL_CREDIBILITY, credibility.NOISE, credibility.BETWEEN_PACTS, credibility.BETWEEN_MEMBERS)
    assert trust == (0.4, 0.08, 0.2, 0.15)
    assert (linear_trend.FITTED, ets.REMEMBERED, ets.FEW) == (5, 30, 10)
