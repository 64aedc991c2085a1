from __future__ import annotations

from collections.abc import Callable
from typing import Any

from quotepart.extraction.names.parties import find_parties

MakeReady = Callable[..., Any]


def test_strangers_stand_among_the_mentions_in_text_order(ready: MakeReady) -> None:
    made = ready("La Valdorie est loin. Le ministre valdorien Ida Sporsz veut 3 % du PIB.", "fr")
    parties = find_parties(made.prepared, made.grammars.strangers)
    assert parties.starts == sorted(parties.starts)
    assert [mention.name for mention in parties.between(0, 20)] == ["Valdorie"]
    assert parties.origins["Ida Sporsz"] == ("Valdorie",)
