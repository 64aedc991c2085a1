"""The boards of a dossier: the pledges that its documents speak of, and where each member stands with them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from quotepart.accounts.account import Account
from quotepart.dossier.dossier import Board, Standing
from quotepart.dossier.labels import Names
from quotepart.model.entry import Record
from quotepart.model.pact import Pledge
from quotepart.pledges.registry import bound_members, made_on, pledges_in_force
from quotepart.pledges.states import PledgeState, state_of
from quotepart.wording.wording import Wording

MOST = 4


def boards_for(
    account: Account, day: date, records: Iterable[Record], *, names: Names, wording: Wording
) -> tuple[Board, ...]:
    """Return the boards of the pledges of the whole pact, in force on ``day``, whose threshold the records name.

    Two pledges of one threshold and deadline are one board, that of the first; at most ``MOST`` are shown, the latest ones.
    """
    named = thresholds_in(records)
    chosen: dict[tuple[object, ...], Pledge] = {}
    for pledge in pledges_in_force(account.pact, day):
        if _is_shown(account, pledge) and (pledge.threshold, pledge.unit) in named:
            indicator = account.pact.conventions.pledge_indicators[pledge.measure]
            chosen.setdefault((indicator, pledge.threshold, pledge.deadline, pledge.is_floor), pledge)
    return tuple(_board(account, day, pledge, names, wording) for pledge in list(chosen.values())[-MOST:])


def thresholds_in(records: Iterable[Record]) -> set[tuple[Decimal | None, str | None]]:
    """Return the values, with their units, that records name as targets or in pledges."""
    found: set[tuple[Decimal | None, str | None]] = set()
    for record in records:
        found |= {(each.target, each.unit) for each in record.pledges if each.target is not None}
        found |= {(each.amount.value, each.amount.unit) for each in record.figures if each.kind in ("target", "level")}
    return found


def _is_shown(account: Account, pledge: Pledge) -> bool:
    """Only what most members promised together, in numbers that the accounts can follow."""
    head = account.pact.conventions
    everyone = account.pact.members_on(head.whole, made_on(pledge))
    is_common = pledge.made_by == head.whole and 2 * len(bound_members(account.pact, pledge)) > len(everyone)
    has_date = pledge.deadline is not None or pledge.is_floor
    return is_common and has_date and pledge.threshold is not None and pledge.measure in head.pledge_indicators


def _board(account: Account, day: date, pledge: Pledge, names: Names, wording: Wording) -> Board:
    states = [state_of(account, pledge, member, day) for member in bound_members(account.pact, pledge)]
    editions = {state.edition: None for state in states if state.edition}
    own = pledge.wording.get(wording.lang)
    return Board(
        title=pledge_title(account, pledge, names, wording),
        made_on=pledge.made_on,
        wording=own or next(iter(pledge.wording.values()), ""),
        lang=wording.lang if own else next(iter(pledge.wording), ""),
        unit=pledge.unit,
        standings=tuple(_standing(state) for state in states),
        threshold=pledge.threshold,
        deadline=pledge.deadline,
        strength=pledge.strength,
        edition=next(iter(editions), ""),
        source=pledge.source.title if pledge.source and pledge.source.citable else "",
    )


def pledge_title(account: Account, pledge: Pledge, names: Names, wording: Wording) -> str:
    """Return what a pledge asks in one line: of which measure how much, and by when; its words where it has no such number."""
    indicator = account.pact.conventions.pledge_indicators.get(pledge.measure)
    if pledge.threshold is None or indicator is None:
        return pledge.wording.get(wording.lang) or next(iter(pledge.wording.values()), pledge.id)
    measure = names(indicator)
    unit = "percent" if pledge.unit.startswith("percent") else pledge.unit
    amount = wording.amount(pledge.threshold, unit)
    key = {">=": "board.title", "=": "board.title_just", "<=": "board.title_most"}[pledge.operator]
    title = wording.say(key, measure=measure[:1].upper() + measure[1:], amount=amount)
    if pledge.deadline:
        return wording.say("board.by_year", title=title, year=str(pledge.deadline))
    return wording.say("board.every_year", title=title) if pledge.is_floor else title


def _standing(state: PledgeState) -> Standing:
    latest = state.latest
    value = latest.value if latest else None
    return Standing(member=state.member, state=state.state, value=value, year=latest.year if latest else None)
