from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from quotepart.extraction.speakers import find_quotes

Told = Callable[..., Any]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("« La mer est à dix milles d'ici », a dit Ivan Krolt.", "assert"),
        ("« Il faut payer davantage », a dit Ivan Krolt.", "demand"),
        ("« Nous ne laisserons personne seul », a promis Ivan Krolt.", "promise"),
        ("« Ce partage est injuste et inacceptable », a dit Ivan Krolt.", "criticise"),
        ("« Nous formerons trois équipages », a dit Ivan Krolt.", "promise"),
        ("« Je ne signerai pas ce chèque », a dit Ivan Krolt.", "refuse"),
        ("« Qu'on nous envoie du charbon », a dit Ivan Krolt.", "demand"),
        ("« On n'a jamais vu la mer si basse », a dit Ivan Krolt.", "assert"),
        ("« Merci à tous, c'est un succès », a dit Ivan Krolt.", "praise"),
        ("« La tempête arrive », a averti Ivan Krolt.", "warn"),
        ("Ivan Krolt a menacé de rappeler ses navires.", "threaten"),
        ("La frégate partira demain, a annoncé Ivan Krolt.", "announce"),
        ("« Notre engagement reste ferme et notre soutien entier », a dit Ivan Krolt.", "reassure"),
    ],
)
def test_the_act_follows_from_cue_and_wording(told: Told, text: str, act: str) -> None:
    ready = told(text)
    (quote,) = find_quotes(ready.prepared, ready.grammars.quotes)
    assert quote.act == act


def test_those_named_in_the_words_are_whom_they_are_put_to(told: Told) -> None:
    ready = told("« La Bordurie doit payer », a dit la Syldavie.")
    (quote,) = find_quotes(ready.prepared, ready.grammars.quotes)
    assert quote.towards == ("BOR",)
