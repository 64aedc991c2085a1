from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from quotepart.extraction.quotes.speakers import find_quotes

Told = Callable[..., Any]


@pytest.mark.parametrize(
    ("text", "quote", "name"),
    [
        (
            "En déclarant la flotte en état de « coma », Ivan Krolt s'est attiré la colère d'Irena Sporsz, qui a dit non.",
            "coma",
            "Ivan Krolt",
        ),
        (
            "Irena Sporsz affirme que la mer monte, même si Ivan Krolt a surpris en assurant avoir vu la mer calme.",
            "avoir vu la mer calme",
            "Ivan Krolt",
        ),
        ("Irena Sporsz a salué la flotte, ajoutant que la mer montait.", "la mer montait", "Irena Sporsz"),
        (
            "Irena Sporsz approuvera la proposition avancée par Ivan Krolt, invitant les membres à payer davantage.",
            "payer davantage",
            "Ivan Krolt",
        ),
        (
            "Irena Sporsz a été accueillie par Ivan Krolt, invitant les membres à payer davantage.",
            "payer davantage",
            "Irena Sporsz",
        ),
    ],
)
def test_a_participle_belongs_to_its_clause(told: Told, text: str, quote: str, name: str) -> None:
    ready = told(text, "fr")
    found = {each.span.cut(text): each.speaker for each in find_quotes(ready.prepared, ready.grammars.quotes)}
    assert found[quote] is not None
    assert found[quote].name == name
