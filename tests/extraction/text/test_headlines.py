from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from quotepart.extraction.text.headlines import is_in_headline
from quotepart.model.span import Span

MakeReady = Callable[..., Any]

REPORT = "La flotte syldave reste au port, a dit Mme Sporsz."


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("La Syldavie garde sa flotte", True),
        ("La Syldavie garde sa flotte.", False),
        ("La Syldavie gardera-t-elle sa flotte ?", False),
        ("• La Syldavie garde sa flotte", False),
        ("La Syldavie garde sa flotte " + "et ses marins " * 20, False),
    ],
)
def test_a_headline_is_short_and_closed_by_no_mark(ready: MakeReady, line: str, expected: bool) -> None:
    text = f"{line}\n\n{REPORT}"
    assert is_in_headline(ready(text, "fr").prepared, Span(3, 8)) is expected


def test_the_last_paragraph_is_no_headline(ready: MakeReady) -> None:
    text = f"{REPORT}\n\nLa Syldavie garde sa flotte"
    assert not is_in_headline(ready(text, "fr").prepared, Span(len(REPORT) + 5, len(REPORT) + 9))
