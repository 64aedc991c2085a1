"""Boards of pledges to be shown."""

from __future__ import annotations

from datetime import date
from functools import cache

from dossier.departures import nato
from quotepart.dossier.pledge_board.board import PledgeBoard, tell_board
from quotepart.wording.wording import find_wording


@cache
def told(day: date = date(2024, 7, 12), lang: str = "en") -> PledgeBoard:
    """The board of the pact on a day, told in a language."""
    workspace = nato()
    return tell_board(workspace.account, workspace.board(on=day), day, find_wording(lang))
