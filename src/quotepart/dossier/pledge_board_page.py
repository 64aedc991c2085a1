"""The board of pledges as one HTML file that asks for nothing else: the chart, then every pledge with its members by state."""

from __future__ import annotations

from pathlib import Path

from markupsafe import Markup

from quotepart.dossier.drawing import draw_svg
from quotepart.dossier.html import environment_of, hash_of, read_style
from quotepart.dossier.pledge_board import PledgeBoard
from quotepart.dossier.pledge_board_chart import draw_board

STYLE = Path(__file__).parent / "templates" / "pledge_board.css"


def build_board_page(board: PledgeBoard) -> str:
    """Return the page in the reader's language; everything is escaped, no script runs and no request leaves the file."""
    style = read_style() + STYLE.read_text(encoding="utf-8")
    template = environment_of(board.wording.lang).get_template("pledge_board.html.j2")
    return template.render(
        board=board,
        chart=_drawn(board) if board.joint else "",
        lang=board.wording.lang,
        style=Markup(style),  # our own files: they must reach the browser as they are, or their hash would not hold
        style_hash=hash_of(style),
    )


def _drawn(board: PledgeBoard) -> Markup:
    spec = draw_board(board)
    plain = {**spec, "background": None, "title": None, "padding": {"left": 0, "right": 18, "top": 0, "bottom": 0}}
    say = board.wording.say
    svg = draw_svg(
        plain, board.wording, id="board", title=say("pledge_board.chart"), description=say("pledge_board.deck")
    )
    return Markup(svg)  # drawn by us from numbers and names, all escaped by the drawing
