"""The board of pledges in the reader's words: which members are in which state of each pledge."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from quotepart.accounts.account import Account
from quotepart.dossier.boards import ICONS
from quotepart.dossier.charts.pictures import names_of
from quotepart.dossier.labels import Names, any_date
from quotepart.dossier.standings import pledge_title
from quotepart.model.frozen import dataclass
from quotepart.model.pact import Pledge
from quotepart.pledges.board import BoardRow
from quotepart.pledges.states import State
from quotepart.wording.wording import Wording


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """The members in one state, by id and by name."""

    state: State
    words: str
    icon: str
    ids: tuple[str, ...]
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PledgeLine:
    """One pledge of the board: what it asks, its terms, its words, and the members by state."""

    id: str
    title: str
    terms: str
    wording: str
    cells: tuple[Cell, ...]
    is_rated: bool
    is_joint: bool
    is_demand: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PledgeBoard:
    """The board of one day; ``lines`` are in the order in which the pledges were made."""

    day: date
    pact: str
    lines: tuple[PledgeLine, ...]
    wording: Wording

    @property
    def joint(self) -> tuple[PledgeLine, ...]:
        """The rated pledges that bind several members, without what others only demanded."""
        return tuple(line for line in self.lines if line.is_rated and line.is_joint and not line.is_demand)

    @property
    def own(self) -> tuple[PledgeLine, ...]:
        """The rated pledges that bind one member alone."""
        return tuple(line for line in self.lines if line.is_rated and not line.is_joint and not line.is_demand)

    @property
    def demands(self) -> tuple[PledgeLine, ...]:
        """What was only demanded of members, where their state can be told."""
        return tuple(line for line in self.lines if line.is_rated and line.is_demand)

    @property
    def unrated(self) -> tuple[PledgeLine, ...]:
        """The pledges of which no member's state can be told."""
        return tuple(line for line in self.lines if not line.is_rated)


def tell_board(account: Account, rows: Sequence[BoardRow], day: date, wording: Wording) -> PledgeBoard:
    """Return the board in the reader's words; members stand by name within a state."""
    names = names_of(account, wording)
    lines = tuple(_line(account, row, names, wording) for row in rows)
    return PledgeBoard(
        day=day, pact=account.pact.title.get(wording.lang, account.pact.id), lines=lines, wording=wording
    )


def terms_of(pledge: Pledge, wording: Wording) -> str:
    """Return when a pledge was made and how strong it is."""
    strength = wording.say(f"strength.{pledge.strength}")
    return wording.say("pledge_board.made", date=any_date(pledge.made_on, wording), strength=strength)


def words_of(pledge: Pledge, wording: Wording) -> str:
    """Return a pledge's words in the reader's language, else in the first that it has."""
    return pledge.wording.get(wording.lang) or next(iter(pledge.wording.values()), "")


def _line(account: Account, row: BoardRow, names: Names, wording: Wording) -> PledgeLine:
    cells = tuple(
        _cell(state, tuple(each.member for each in states), names, wording) for state, states in row.by_state.items()
    )
    return PledgeLine(
        id=row.pledge.id,
        title=pledge_title(account, row.pledge, names, wording),
        terms=terms_of(row.pledge, wording),
        wording=words_of(row.pledge, wording),
        cells=cells,
        is_rated=row.is_rated,
        is_joint=sum(len(cell.ids) for cell in cells) > 1,
        is_demand=row.pledge.strength == "demand",
    )


def _cell(state: State, members: Sequence[str], names: Names, wording: Wording) -> Cell:
    ordered = sorted(members, key=names)
    return Cell(
        state=state, words=wording.say(f"states.{state}"), icon=ICONS[state], ids=tuple(ordered),
        names=tuple(map(names, ordered)),
    )  # fmt: skip
