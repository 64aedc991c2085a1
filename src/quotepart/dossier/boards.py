"""Boards: one pledge each, with the members it binds sorted by where they stand."""

from __future__ import annotations

from quotepart.dossier.dossier import Board, Dossier, Standing
from quotepart.dossier.labels import any_date, edition_words
from quotepart.model.frozen import dataclass
from quotepart.wording.wording import Wording

ICONS = {
    "kept": "supported", "kept_estimate": "supported", "floor_held": "supported", "on_the_way": "rising",
    "off_track": "falling", "missed": "contradicted", "missed_estimate": "contradicted", "floor_broken": "contradicted",
    "too_early": "open", "not_measurable": "not_checkable", "superseded": "open",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class StandingView:
    """One member on a board with the value that shows its state."""

    member: str
    value: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """The members in one state."""

    state: str
    words: str
    icon: str
    standings: tuple[StandingView, ...]


@dataclass(frozen=True, slots=True)
class BoardView:
    """One pledge with its terms in a line and its members by state."""

    id: str
    title: str
    terms: str
    wording: str
    lang: str
    columns: tuple[Column, ...]
    source: str


def view_board(board: Board, number: int, dossier: Dossier, wording: Wording) -> BoardView:
    """Return the view of a board; within a state the highest value stands first."""
    states = [*ICONS, *sorted({each.state for each in board.standings} - set(ICONS))]
    edition = edition_words(board.edition, dossier.name, wording)
    years = wording.listing(str(year) for year in sorted({each.year for each in board.standings if each.year}))
    values = wording.say("board.values", source=edition, years=years) if edition and years else ""
    pledge = wording.say("board.pledge", source=board.source) if board.source else ""
    source = f"{values} {pledge}".strip()
    columns = (_column(state, board, dossier, wording) for state in states)
    kept = tuple(column for column in columns if column.standings)
    lang = board.lang or wording.lang
    return BoardView(f"board-{number}", board.title, _terms(board, wording), board.wording, lang, kept, source)


def _column(state: str, board: Board, dossier: Dossier, wording: Wording) -> Column:
    members = [each for each in board.standings if each.state == state]
    ordered = sorted(members, key=lambda each: (each.value is None, -(each.value or 0), dossier.name(each.member)))
    shown = tuple(_standing(each, board, dossier, wording) for each in ordered)
    words = wording.say_or(f"states.{state}", state.replace("_", " "))
    return Column(state, words, ICONS.get(state, "open"), shown)


def _standing(standing: Standing, board: Board, dossier: Dossier, wording: Wording) -> StandingView:
    unit = "percent" if board.unit == "percent_of_gdp" else board.unit
    value = wording.amount(standing.value, unit, _digits(board)) if standing.value is not None else ""
    return StandingView(dossier.name(standing.member), value, standing.note)


def _digits(board: Board) -> int:
    """Return how many decimals its values have, at most two: a column of numbers is read by its marks."""
    exponents = [each.value.as_tuple().exponent for each in board.standings if each.value is not None]
    return min(2, max((-each for each in exponents if isinstance(each, int)), default=0))


def _terms(board: Board, wording: Wording) -> str:
    strength = wording.say_or(f"strength.{board.strength}", board.strength)
    made = wording.say("board.made_on", date=any_date(board.made_on, wording)) if board.made_on else ""
    return " · ".join(part for part in (strength, made) if part)
