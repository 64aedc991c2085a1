from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from quotepart.extraction.quotes.speakers import find_quotes

Told = Callable[..., Any]

LINE = "Asked about the fleet, Ivan Krolt says:\n"


@pytest.mark.parametrize(
    ("below", "words"),
    [
        ("We are with them all the way. I said so.", "We are with them all the way. I said so."),
        ("> We are with them all the way. I said so.", "We are with them all the way. I said so."),
        ("The yard is quiet and the sea is calm.", None),
        ("We sail at dawn", None),
        ("We sail at “dawn” and the rest follow us.", None),
    ],
)
def test_a_paragraph_in_the_first_person_belongs_to_the_line_that_announces_it(
    told: Told, below: str, words: str | None
) -> None:
    text = LINE + below + "\nThe minister left the hall."
    ready = told(text, "en")
    found = [each for each in find_quotes(ready.prepared, ready.grammars.quotes) if each.kind == "direct"]
    assert [each.span.cut(text) for each in found] == ([words] if words else [])
    assert all(each.speaker is not None and each.speaker.name == "Ivan Krolt" for each in found)
