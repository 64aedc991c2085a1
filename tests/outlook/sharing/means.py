"""Means of made-up states, for the rules of sharing."""

from __future__ import annotations

from hypothesis import strategies as st

from quotepart.outlook.sharing.rule import Means

MEANS = Means(
    spending={"SYL": 4.0, "BOR": 1.0, "KHE": 1.0},
    sizes={"SYL": 100.0, "BOR": 60.0, "KHE": 40.0},
    people={"SYL": 2.0, "BOR": 2.0, "KHE": 2.0},
)

AMOUNT = st.floats(min_value=1e-3, max_value=1e6, allow_nan=False)


@st.composite
def any_means(draw: st.DrawFn) -> Means:
    """Means of one to ten states that all spend, have and count something."""
    states = [f"S{at}" for at in range(draw(st.integers(1, 10)))]
    parts = [{state: draw(AMOUNT) for state in states} for _ in range(3)]
    return Means(spending=parts[0], sizes=parts[1], people=parts[2])
