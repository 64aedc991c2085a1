"""Histories of made-up states."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from quotepart.outlook.history import History, history_of

STATES = ("SYL", "BOR", "KHE", "PDV", "SAT")
DAY = date(2024, 12, 31)


def drawn_history(seed: int = 1, *, years: int = 25, states: tuple[str, ...] = STATES) -> History:
    """Shares that wander around 1 to 2 per cent up to 2024, with GDP growth beside them."""
    chance = np.random.default_rng(seed)
    shares, growth = {}, {}
    for at, state in enumerate(states):
        walk = (1 + at / len(states)) * np.exp(np.cumsum(chance.normal(0.01, 0.06, years)))
        shares[state] = {2025 - years + year: float(value) for year, value in enumerate(walk)}
        growth[state] = {year: float(chance.normal(0.02, 0.02)) for year in shares[state]}
    revisions = dict.fromkeys(states, (0.01, 0.05))
    return history_of(shares, known_on=DAY, real_gdp_growth=growth, revisions=revisions)


@pytest.fixture(scope="session")
def history() -> History:
    return drawn_history()
