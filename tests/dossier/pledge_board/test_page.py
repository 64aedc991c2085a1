from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest

from dossier.boards import told
from quotepart.dossier.pledge_board.page import build_board_page


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_the_page_asks_for_nothing_else(lang: str) -> None:
    page = build_board_page(told(lang=lang))
    assert f'<html lang="{lang}">' in page and "<script" not in page
    assert not re.search(r'(?:src|href)="(?!#)', page)
    ids = re.findall(r' id="([^"]+)"', page)
    assert len(ids) == len(set(ids))


def test_a_day_without_pledges_says_so() -> None:
    assert "No pledge was in force on 1 January 1940." in build_board_page(told(date(1940, 1, 1)))


def test_words_of_the_registry_are_escaped() -> None:
    board = told()
    line = replace(board.joint[0], wording="<script>alert(1)</script>")
    assert "<script>" not in build_board_page(replace(board, lines=(line,)))
