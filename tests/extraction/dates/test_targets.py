from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from quotepart.extraction.dates.targets import target_clues

MakeReady = Callable[..., Any]


def since(ready: MakeReady, text: str, lang: str) -> list[str]:
    made = ready(text, lang)
    return [str(clue.windows[0].first) for clue in target_clues(made.prepared, made.grammars.dates.evidence.targets)]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Members agreed to raise their defence spending to 5% of GDP."),
        ("fr", "L'objectif de 5 % du PIB n'est pas pour demain."),
    ],
)
def test_a_target_is_no_older_than_its_first_demand(ready: MakeReady, lang: str, text: str) -> None:
    assert since(ready, text, lang) == ["2024-12-20"]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Members agreed to raise their defence spending to 2% of GDP."),
        ("en", "Bordurie spent 5% of GDP under its last king."),
        ("en", "Prices rose by 5% as agreed."),
        ("fr", "Le chômage doit atteindre 5 %."),
    ],
)
def test_other_shares_tell_nothing(ready: MakeReady, lang: str, text: str) -> None:
    assert since(ready, text, lang) == []
