"""The board of pledges as one HTML file that asks for nothing else: the chart, then every pledge with its members by state."""

from __future__ import annotations

from markupsafe import Markup

from quotepart.dossier.charts.drawing import draw_svg
from quotepart.dossier.charts.pledge_board import draw_board
from quotepart.dossier.html import fill_page
from quotepart.dossier.pledge_board.board import PledgeBoard


def build_board_page(board: PledgeBoard) -> str:
    """Return the page in the reader's language; everything is escaped, no script runs and no request leaves the file."""
    return fill_page(
        "pledge_board",
        board.wording.lang,
        board=board,
        chart=_drawn(board) if board.joint else "",
    )


def _drawn(board: PledgeBoard) -> Markup:
    spec = draw_board(board)
    plain = {**spec, "background": None, "title": None, "padding": {"left": 0, "right": 18, "top": 0, "bottom": 0}}
    say = board.wording.say
    svg = draw_svg(
        plain, board.wording, id="board", title=say("pledge_board.chart"), description=say("pledge_board.deck")
    )
    return Markup(svg)  # drawn by us from numbers and names, all escaped by the drawing
