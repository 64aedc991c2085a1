"""Where each member stands with each pledge, on any day, from what had been published by then.

The target and the path are rated apart. A target is met at printed precision or not at all; the path is the straight line from
the base year to the deadline, beside the trend of the last three years.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import cache, partial
from typing import Literal

from quotepart.accounts.account import Account
from quotepart.model.frozen import dataclass
from quotepart.model.observation import Observation
from quotepart.model.pact import Pact, Pledge
from quotepart.pledges.history import History, printed, read_history
from quotepart.pledges.path import Path, path_of
from quotepart.pledges.registry import bound_members, made_on, pledges_made_by, superseded_by

State = Literal[
    "kept", "kept_estimate", "on_the_way", "off_track", "missed", "missed_estimate", "floor_held", "floor_broken",
    "superseded", "not_measurable", "too_early",
]  # fmt: skip
Reason = Literal["", "no_threshold", "no_indicator", "no_series", "no_year", "no_deadline", "own_terms", "replaced"]
Look = Callable[[str, str], History]
"""Member and indicator to the member's history."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PledgeState:
    """Where ``member`` stands with ``pledge`` on ``day``, with the working.

    ``threshold`` is the value asked of this member. ``latest`` is the observation that shows the state; ``path`` is set while
    the deadline is ahead; ``below_in`` are the years in which a floor was not held. ``reason`` says why there is no rating, or
    by what rule there is; ``because`` names what it refers to: the pledge that replaced this one, the measure without a
    series, the member's own terms. ``beside`` are ratings against other values that are claimed to hold instead.
    """

    pledge: Pledge
    member: str
    day: date
    state: State
    threshold: Decimal | None = None
    reason: Reason = ""
    because: str = ""
    latest: Observation | None = None
    path: Path | None = None
    below_in: tuple[int, ...] = ()
    inputs: tuple[Observation, ...] = ()
    beside: tuple[PledgeState, ...] = ()

    @property
    def edition(self) -> str | None:
        """The edition whose value shows the state."""
        return self.latest.edition if self.latest else None


def states_on(account: Account, day: date, *, members: Iterable[str] = ()) -> tuple[PledgeState, ...]:
    """Return the state on ``day`` of every pledge made by then, for each member it binds; with ``members`` for these only."""
    wanted, look = set(members), _looking(account, day)
    return tuple(
        state_from(account.pact, pledge, member, day, look)
        for pledge in pledges_made_by(account.pact, day)
        for member in bound_members(account.pact, pledge)
        if not wanted or member in wanted
    )


def is_over(state: PledgeState) -> bool:
    """Whether nothing can be asked of a pledge any more: it was replaced, or its deadline passed and it could not be rated."""
    deadline = state.pledge.deadline
    is_past = deadline is not None and deadline < state.day.year
    return state.state == "superseded" or (state.state == "not_measurable" and is_past)


def state_of(account: Account, pledge: Pledge, member: str, day: date) -> PledgeState:
    """Return where ``member`` stood with ``pledge`` on ``day``, from the editions published by then."""
    return state_from(account.pact, pledge, member, day, _looking(account, day))


def _looking(account: Account, day: date) -> Look:
    """Return the look-up of a member's history of an indicator on ``day``, each read once."""
    return cache(partial(read_history, account, day=day))


def state_from(pact: Pact, pledge: Pledge, member: str, day: date, look: Look) -> PledgeState:
    """Return the state that the histories of ``look``, those known on ``day``, show."""
    terms = _terms(pledge, member)
    open_state = PledgeState(pledge=pledge, member=member, day=day, state="not_measurable", threshold=terms.threshold)
    later = superseded_by(pact, pledge, member, day)
    if later is not None:
        return replace(open_state, state="superseded", reason="replaced", because=later.id)
    indicator = pact.conventions.pledge_indicators.get(pledge.measure)
    if terms.reason or indicator is None:
        reason, because = (terms.reason, terms.because) if terms.reason else ("no_indicator", pledge.measure)
        return replace(open_state, reason=reason, because=because)
    history = look(member, indicator)
    if not history:
        return replace(open_state, reason="no_series", because=indicator)
    rated = _rate(open_state, history)
    return replace(rated, beside=tuple(_rate(replace(open_state, threshold=own), history) for own in terms.own))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Terms:
    threshold: Decimal | None
    reason: Reason = ""
    because: str = ""
    own: tuple[Decimal, ...] = ()


def _terms(pledge: Pledge, member: str) -> _Terms:
    """Return what the pledge asks of the member: its threshold, beside the member's own number, or why it can't be rated."""
    exception = pledge.exceptions.get(member, "")
    if pledge.threshold is None:
        return _Terms(threshold=None, reason="no_threshold")
    if not exception:
        return _Terms(threshold=pledge.threshold)
    try:
        return _Terms(threshold=pledge.threshold, own=(Decimal(exception),))
    except InvalidOperation:
        return _Terms(threshold=pledge.threshold, reason="own_terms", because=exception)


def _rate(asked: PledgeState, history: History) -> PledgeState:
    """Return the rating of a pledge with a threshold and a series: a floor, a target with a deadline, or one without."""
    pledge, last = asked.pledge, list(history)[-1]
    rated = replace(asked, latest=history[last], inputs=(history[last],))
    if pledge.is_floor and last >= _start(pledge):
        return _rate_floor(rated, history)
    deadline = _start(pledge) if pledge.is_floor else pledge.deadline
    if deadline is None:
        return _rate_without_deadline(rated, history)
    if deadline in history:
        return _rate_deadline(rated, history[deadline])
    if last > deadline or asked.day.year > deadline:
        return replace(asked, reason="no_year", because=str(deadline))
    return _rate_path(rated, history, deadline)


def _rate_floor(asked: PledgeState, history: History) -> PledgeState:
    """Return the rating of a yearly promise by the last year with a value; the years before in which it was broken stay named."""
    years = {year: each for year, each in history.items() if year >= _start(asked.pledge)}
    below = tuple(year for year, each in years.items() if not _meets(asked, each))
    state: State = "floor_broken" if list(years)[-1] in below else "floor_held"
    return replace(asked, state=state, below_in=below, inputs=tuple(years.values()))


def _rate_deadline(asked: PledgeState, observation: Observation) -> PledgeState:
    """Return the rating at the deadline, where a promise is kept or missed, for certain once the figure is final."""
    is_final = observation.status == "final"
    kept: State = "kept" if is_final else "kept_estimate"
    missed: State = "missed" if is_final else "missed_estimate"
    state = kept if _meets(asked, observation) else missed
    return replace(asked, state=state, latest=observation, inputs=(observation,))


def _rate_without_deadline(asked: PledgeState, history: History) -> PledgeState:
    """Return the rating of a promise without a year: kept once the value is there; until then only the trend can be said."""
    last = list(history)[-1]
    reached = _rate_deadline(asked, history[last])
    if reached.state in ("kept", "kept_estimate"):
        return replace(reached, reason="no_deadline")
    path = path_of(history, base_year=made_on(asked.pledge).year, target=_threshold(asked), deadline=last)
    state: State = "too_early" if path.step is None else "on_the_way" if path.step > 0 else "off_track"
    return replace(asked, state=state, reason="no_deadline", inputs=_inputs(path, history))


def _rate_path(asked: PledgeState, history: History, deadline: int) -> PledgeState:
    """Return the rating while the deadline is ahead: on the way where the line or the trend says so, both kept in ``path``."""
    path = path_of(history, base_year=made_on(asked.pledge).year, target=_threshold(asked), deadline=deadline)
    rated = replace(asked, path=path, inputs=_inputs(path, history))
    if path.last.year <= path.base.year and not _meets(asked, history[path.last.year]):
        return replace(rated, state="too_early", reason="no_year", because=str(path.base.year + 1))
    return replace(rated, state="on_the_way" if path.is_on_line or path.arrives else "off_track")


def _inputs(path: Path, history: History) -> tuple[Observation, ...]:
    years = {path.base.year, path.last.year} | ({path.before.year} if path.before else set())
    return tuple(history[year] for year in sorted(years))


def _start(pledge: Pledge) -> int:
    return pledge.from_year or made_on(pledge).year


def _threshold(asked: PledgeState) -> Decimal:
    return asked.threshold if asked.threshold is not None else Decimal(0)


def _meets(asked: PledgeState, observation: Observation) -> bool:
    """Whether the printed value meets the threshold; a promise of exactly a value counts as met above it too."""
    value = printed(observation).value
    return value <= _threshold(asked) if asked.pledge.operator == "<=" else value >= _threshold(asked)
