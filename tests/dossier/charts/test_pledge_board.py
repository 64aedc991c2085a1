from __future__ import annotations

from datetime import date

import pytest

from dossier.boards import told
from quotepart.dossier.charts.files import drawn_as
from quotepart.dossier.charts.pledge_board import draw_board
from quotepart.errors import UsageError


def test_there_is_a_square_for_every_member_of_every_pledge() -> None:
    board = told()
    (squares, *_) = draw_board(board)["layer"]
    ids = [each["id"] for each in squares["data"]["values"]]
    assert len(ids) == sum(len(cell.ids) for line in board.joint for cell in line.cells)
    assert all(a["x"] < a["x2"] and a["y"] < a["y2"] for a in squares["data"]["values"])


def test_the_chart_is_drawn() -> None:
    svg = drawn_as(draw_board(told(lang="fr")), "board.svg", told(lang="fr").wording).decode()
    assert "Tenu, selon une estimation" in svg and ">POL<" in svg


def test_a_day_without_pledges_has_no_chart() -> None:
    with pytest.raises(UsageError, match="no pledge to draw"):
        draw_board(told(date(1940, 1, 1)))
