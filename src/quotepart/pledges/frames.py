"""The states of pledges as a Polars frame: one pledge and member a row, with the day, the value and its edition."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from quotepart.pledges.states import PledgeState

if TYPE_CHECKING:
    import polars as pl

COLUMNS = (
    "pledge", "member", "on", "state", "since", "measure", "operator", "threshold", "unit", "deadline", "value", "year",
    "status", "edition",
)  # fmt: skip
Cell = str | int | float | None


def state_rows(states: Sequence[PledgeState], changes: Sequence[Sequence[PledgeState]]) -> Iterator[dict[str, Cell]]:
    """Yield each state as plain values by column; ``changes`` are the states of the same pledge and member up to it, in order."""
    for state, known in zip(states, changes, strict=True):
        pledge, latest = state.pledge, state.latest
        cells = (
            pledge.id, state.member, state.day.isoformat(), state.state, known[-1].day.isoformat(), pledge.measure,
            pledge.operator, None if state.threshold is None else float(state.threshold), pledge.unit, pledge.deadline,
            float(latest.value) if latest else None, latest.year if latest else None, latest.status if latest else None,
            state.edition,
        )  # fmt: skip
        yield dict(zip(COLUMNS, cells, strict=True))


def states_frame(states: Sequence[PledgeState], changes: Sequence[Sequence[PledgeState]]) -> pl.DataFrame:
    """Return states as a frame of ``COLUMNS``; ``threshold`` and ``value`` are float64 in the pledge's ``unit``."""
    import polars as pl

    kinds = {"threshold": pl.Float64, "value": pl.Float64, "deadline": pl.Int32, "year": pl.Int32}
    schema = {name: kinds.get(name, pl.String) for name in COLUMNS}
    return pl.DataFrame(list(state_rows(states, changes)), schema=schema)
