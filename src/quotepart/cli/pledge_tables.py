"""The states of pledges as a table for people, and as rows for programs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from quotepart.cli.output import Table
from quotepart.model.wire import number
from quotepart.wording.wording import Wording, find_wording

if TYPE_CHECKING:
    from quotepart.pledges.path import Path
    from quotepart.pledges.states import PledgeState

STYLES = {
    "kept": "green", "kept_estimate": "green", "floor_held": "green", "on_the_way": "cyan", "off_track": "yellow",
    "missed": "red", "missed_estimate": "red", "floor_broken": "red",
}  # fmt: skip


def table_of_states(states: Sequence[PledgeState], lang: str) -> Table:
    """Return one row a pledge and member: the state in words, what was asked, and the value that shows it."""
    wording = find_wording(lang)
    return Table(
        columns=("pledge", "member", "state", "asked", "by", "last value", "year", "edition"),
        rows=[_row(state, wording) for state in states],
        right=frozenset({"asked", "last value"}),
        styles={wording.say(f"states.{state}"): style for state, style in STYLES.items()},
    )


def state_as_json(state: PledgeState) -> dict[str, Any]:
    """Return where a member stands with a pledge as one JSON object."""
    pledge, latest = state.pledge, state.latest
    return {
        "pledge": pledge.id,
        "member": state.member,
        "on": state.day.isoformat(),
        "state": state.state,
        "reason": state.reason or None,
        "because": state.because or None,
        "measure": pledge.measure,
        "operator": pledge.operator,
        "threshold": number(state.threshold),
        "unit": pledge.unit,
        "deadline": pledge.deadline,
        "is_floor": pledge.is_floor,
        "strength": pledge.strength,
        "made_on": pledge.made_on,
        "made_by": pledge.made_by,
        "value": number(latest.value) if latest else None,
        "year": latest.year if latest else None,
        "status": latest.status if latest else None,
        "edition": state.edition,
        "below_in": list(state.below_in),
        "path": _path(state.path) if state.path else None,
        "beside": [{"threshold": number(each.threshold), "state": each.state} for each in state.beside],
        "wording": dict(pledge.wording),
    }


def _row(state: PledgeState, wording: Wording) -> tuple[str, ...]:
    pledge, latest = state.pledge, state.latest
    return (
        pledge.id,
        state.member,
        wording.say(f"states.{state.state}"),
        f"{pledge.operator} {wording.amount(state.threshold, pledge.unit)}" if state.threshold is not None else "",
        str(pledge.deadline or ""),
        wording.amount(latest.value, latest.unit) if latest else "",
        str(latest.year) if latest else "",
        state.edition or "",
    )


def _path(path: Path) -> dict[str, Any]:
    return {
        "base": {"year": path.base.year, "value": number(path.base.value)},
        "line": number(path.line),
        "is_on_line": path.is_on_line,
        "arrival": number(path.arrival),
        "arrives": path.arrives,
        "step": number(path.step),
        "step_needed": number(path.step_needed),
    }
