from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotepart.extraction.text.fold import fold


@given(st.text())
def test_every_offset_holds_in_the_original(text: str) -> None:
    assert len(fold(text)) == len(text)


@given(st.text())
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("text", "folded"),
    [("L’OTAN", "l'otan"), ("2\u202f%", "2 %"), ("vice‑président", "vice-président"), ("İstanbul", "İstanbul")],
)
def test_one_form_of_each_mark(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_a_long_text_is_folded_as_its_parts_are() -> None:
    text = "L’OTAN\u00a0: ÉTÉ 2\u202f%. " * 9_000
    assert fold(text) == "l'otan : été 2 %. " * 9_000
