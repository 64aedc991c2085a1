from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from quotepart.extraction.quotes.cast.cast import Cast
from quotepart.extraction.quotes.cast.newest import find_newest

Told = Callable[..., Any]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Irena Sporsz laughed.", "Irena Sporsz"),
        ("The yard waited for Irena Sporsz.", None),
        ("Irena Sporsz laughed and Ivan Krolt wept.", None),
        ("Nobody came.", None),
    ],
)
def test_the_one_person_named_in_no_complement_is_the_newest(told: Told, text: str, name: str | None) -> None:
    ready = told(text, "en")
    cast = Cast(ready.prepared, ready.grammars.quotes)
    found = find_newest(cast, ready.prepared, ready.grammars.quotes, 0, len(text))
    assert (found and found.name) == name
