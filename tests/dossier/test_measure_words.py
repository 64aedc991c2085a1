from __future__ import annotations

from decimal import Decimal

import pytest

from quotepart.dossier.measure_words import cell_words, head_words, is_member_row, note_words, row_words
from quotepart.measures.found import Column
from quotepart.wording.wording import find_wording

ENGLISH, FRENCH = find_wording("en"), find_wording("fr")
NAMES = {"SYL": "Syldavia", "BOR": "Borduria", "LEAGUE": "the League", "output": "output"}


def names(id: str) -> str:
    return NAMES.get(id, id)


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("SYL", "Syldavia"),
        ("-SYL", "all but Syldavia"),
        ("LEAGUE-SYL-BOR", "the League without Syldavia and Borduria"),
        ("within:-SYL", "among all but Syldavia"),
        ("total", "total"),
    ],
)
def test_rows_in_words(row: str, words: str) -> None:
    assert row_words(row, names, ENGLISH) == words


def test_rows_of_members_are_told_from_ways_of_counting() -> None:
    assert [is_member_row(row, ENGLISH) for row in ("SYL", "gross", "-SYL", "within:-SYL")] == [
        True,
        False,
        False,
        False,
    ]


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [
        (None, "percent", "–"),
        (float("nan"), "correlation", "–"),
        (0.00001, "probability", "<0.0001"),
        (0.03451, "probability", "0.0345"),
        (Decimal("41.7e9"), "USD", "$41.7 billion"),
        (12, "count", "12"),
    ],
)
def test_cells_in_words(value, unit: str, words: str) -> None:
    assert cell_words(value, unit, ENGLISH) == words


def test_a_headline_bears_its_unit() -> None:
    assert cell_words(0.00001, "probability", ENGLISH, with_unit=True) == "p < 0.0001"
    assert cell_words(17.9, "percent", FRENCH, with_unit=True) == "17,90\u202f%"


def test_heads_and_notes() -> None:
    assert head_words(Column(name="spending_share", unit="percent"), ENGLISH) == "share of spending, %"
    assert head_words(Column(name="rho", unit="correlation"), ENGLISH) == "Spearman’s ρ"
    assert note_words("implied:output", names, ENGLISH).startswith("Output: the edition prints none")
