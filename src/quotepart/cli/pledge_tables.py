"""The states of pledges, their changes, terms and board as tables for people, and as rows for programs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from quotepart.cli.output import Table
from quotepart.model.wire import number
from quotepart.wording.wording import Wording, find_wording

if TYPE_CHECKING:
    from quotepart.dossier.pledge_board.board import PledgeBoard
    from quotepart.model.pact import Pledge
    from quotepart.pledges.board import BoardRow
    from quotepart.pledges.path import Path
    from quotepart.pledges.states import PledgeState

Changes = Sequence[Sequence["PledgeState"]]
STYLES = {
    "kept": "green", "kept_estimate": "green", "floor_held": "green", "on_the_way": "cyan", "off_track": "yellow",
    "missed": "red", "missed_estimate": "red", "floor_broken": "red",
}  # fmt: skip
SIGNS = {">=": "≥", "<=": "≤", "=": "="}


def table_of_states(states: Sequence[PledgeState], changes: Changes, lang: str) -> Table:
    """Return one row a pledge and member: the state in words and since when, what was asked, and the value that shows it."""
    wording = find_wording(lang)
    heads = ("pledge", "member", "state", "since", "asked", "due", "last", "year", "edition", "beside")
    rows = [_row(state, known, wording) for state, known in zip(states, changes, strict=True)]
    return _table(heads, rows, wording, right=("asked", "last"))


def table_of_changes(changes: Changes, lang: str) -> Table:
    """Return one row a state that a pledge had for a member, with the first day of it and the value that showed it."""
    wording = find_wording(lang)
    heads = ("pledge", "member", "day", "state", "last", "year", "edition")
    rows = [
        (state.pledge.id, state.member, state.day.isoformat(), wording.say(f"states.{state.state}"), *_latest(state, wording))
        for known in changes
        for state in known
    ]  # fmt: skip
    return _table(heads, rows, wording, right=("last",))


def table_of_terms(pledges: Sequence[Pledge], lang: str) -> Table:
    """Return the registry: when and by whom each pledge was made, how strong it is, what it asks, replaces and says."""
    wording = find_wording(lang)
    heads = ("pledge", "made_on", "made_by", "strength", "asked", "due", "replaces", "contested", "words")
    rows = [
        (
            each.id, each.made_on, each.made_by, wording.say(f"strength.{each.strength}"), _asked(each, wording),
            str(each.deadline or ""), " ".join(each.supersedes), " ".join(each.contested_with),
            each.wording.get(lang) or next(iter(each.wording.values()), ""),
        )
        for each in pledges
    ]  # fmt: skip
    return _table(heads, rows, wording, right=("asked",))


def parts_of_board(board: PledgeBoard) -> Iterator[Table | str]:
    """Yield the board: each rated pledge with a row a state, members by id, then the pledges that are not rated."""
    say = board.wording.say
    yield say("pledge_board.title")
    yield say("pledge_board.subtitle", date=board.day)
    rated = [line for line in board.lines if line.is_rated]
    if not board.lines:
        yield say("pledge_board.nothing", date=board.day)
    if rated:
        yield ""
        rows = [
            (line.title if at == 0 else "", line.terms if at == 0 else "", cell.words, str(len(cell.ids)), " ".join(cell.ids))
            for line in rated
            for at, cell in enumerate(line.cells)
        ]  # fmt: skip
        yield _table(("pledge", "made_on", "state", "count", "who"), rows, board.wording, right=("count",))
    if board.unrated:
        yield ""
        yield say("pledge_board.unrated")
        yield from (f"- {line.wording} ({line.terms})" for line in board.unrated)
    yield ""
    yield say("pledge_board.note")


def board_row_as_json(row: BoardRow) -> dict[str, Any]:
    """Return one pledge of the board with its members by state as one JSON object."""
    states = {state: [each.member for each in found] for state, found in row.by_state.items()}
    return {**terms_as_json(row.pledge), "states": states}


def state_as_json(state: PledgeState, changes: Sequence[PledgeState] = ()) -> dict[str, Any]:
    """Return where a member stands with a pledge as one JSON object; ``changes`` are its states up to then."""
    latest = state.latest
    return {
        **terms_as_json(state.pledge),
        "member": state.member,
        "on": state.day.isoformat(),
        "state": state.state,
        "since": changes[-1].day.isoformat() if changes else None,
        "changes": [{"from": each.day.isoformat(), "state": each.state, "edition": each.edition} for each in changes],
        "reason": state.reason or None,
        "because": state.because or None,
        "threshold": number(state.threshold),
        "value": number(latest.value) if latest else None,
        "year": latest.year if latest else None,
        "status": latest.status if latest else None,
        "edition": state.edition,
        "below_in": list(state.below_in),
        "path": _path(state.path) if state.path else None,
        "beside": [{"threshold": number(each.threshold), "state": each.state} for each in state.beside],
    }


def terms_as_json(pledge: Pledge) -> dict[str, Any]:
    """Return what the registry says of a pledge as one JSON object."""
    return {
        "pledge": pledge.id,
        "made_on": pledge.made_on,
        "made_by": pledge.made_by,
        "kind": pledge.kind,
        "strength": pledge.strength,
        "measure": pledge.measure,
        "operator": pledge.operator,
        "threshold": number(pledge.threshold),
        "unit": pledge.unit,
        "deadline": pledge.deadline,
        "review_year": pledge.review_year,
        "is_floor": pledge.is_floor,
        "supersedes": list(pledge.supersedes),
        "contested_with": list(pledge.contested_with),
        "meeting": pledge.meeting,
        "source": pledge.source.title if pledge.source and pledge.source.citable else None,
        "wording": dict(pledge.wording),
    }


def _table(heads: Sequence[str], rows: Sequence[Sequence[str]], wording: Wording, *, right: Sequence[str]) -> Table:
    """Return a table under heads in the reader's words, without the columns that are empty in every row."""
    kept = [at for at in range(len(heads)) if not rows or any(row[at] for row in rows)]
    words = {head: wording.say(f"pledge_board.{head}") for head in heads}
    return Table(
        columns=tuple(words[heads[at]] for at in kept),
        rows=[tuple(row[at] for at in kept) for row in rows],
        right=frozenset(words[head] for head in right),
        styles={wording.say(f"states.{state}"): style for state, style in STYLES.items()},
    )


def _row(state: PledgeState, changes: Sequence[PledgeState], wording: Wording) -> tuple[str, ...]:
    say = wording.say
    beside = (
        say("pledge_board.beside_state", asked=_asked(each.pledge, wording, each), state=say(f"states.{each.state}"))
        for each in state.beside
    )
    return (
        state.pledge.id,
        state.member,
        wording.say(f"states.{state.state}"),
        changes[-1].day.isoformat() if changes else "",
        _asked(state.pledge, wording, state),
        str(state.pledge.deadline or ""),
        *_latest(state, wording),
        "; ".join(beside),
    )


def _asked(pledge: Pledge, wording: Wording, state: PledgeState | None = None) -> str:
    threshold = state.threshold if state else pledge.threshold
    return "" if threshold is None else f"{SIGNS[pledge.operator]} {wording.amount(threshold, pledge.unit)}"


def _latest(state: PledgeState, wording: Wording) -> tuple[str, str, str]:
    latest = state.latest
    return (wording.amount(latest.value, latest.unit), str(latest.year), latest.edition) if latest else ("", "", "")


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
