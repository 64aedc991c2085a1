from __future__ import annotations

from collections.abc import Callable
from typing import Any

from quotepart.model.span import Span

MakeReady = Callable[..., Any]


def test_a_place_in_furniture_is_known(ready: MakeReady) -> None:
    parts = (
        "Les alliés se parlent toute la journée, dit-on à Klow.",
        "Lire aussi : la flotte",
        "Ils se parleront encore demain.",
    )
    text = "\n\n".join(parts)
    prepared = ready(text, "fr").prepared
    (apart,) = prepared.furniture
    assert prepared.is_furniture(apart)
    assert prepared.is_furniture(Span(apart.start + 3, apart.start + 5))
    assert not prepared.is_furniture(Span(0, 5))
    assert not prepared.is_furniture(Span(apart.end, apart.end + 4))


def test_the_text_is_the_documents_own(ready: MakeReady) -> None:
    prepared = ready("L’Alliance.", "fr").prepared
    assert prepared.text == "L’Alliance."
    assert prepared.folded == "l'alliance."
