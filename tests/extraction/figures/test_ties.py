from __future__ import annotations

import pytest

from quotepart.extraction.extractor import Extractor
from quotepart.extraction.figures.ties import compile_holders
from quotepart.extraction.languages.find import language_of
from quotepart.model.document import Document
from quotepart.model.pact import Pact


@pytest.mark.parametrize(
    ("text", "lang", "who"),
    [
        ("Syldavia raised its aid to Ukraine to $3 billion.", "en", ("SYL",)),
        ("Syldavia was told to put 2.1% of GDP aside for Borduria's needs.", "en", ("SYL",)),
        ("Four battalions went to Borduria and Poldavia, each about 1,000 soldiers.", "en", ("NATO",)),
        ("La Syldavie a porté son aide à l'Ukraine à 3 milliards d'euros.", "fr", ("SYL",)),
    ],
)
def test_who_is_given_something_does_not_hold_it(
    figure_extractor: Extractor, text: str, lang: str, who: tuple[str, ...]
) -> None:
    assert figure_extractor.extract(Document(id="a", text=text, sha256="", lang=lang)).figures[-1].who == who


def test_receivers_are_the_strangers_that_words_for_a_measure_end_with(nato_pact: Pact) -> None:
    for code in ("en", "fr"):
        receivers = compile_holders(language_of(code), nato_pact).receivers
        assert receivers["ukraine_aid"] == {"UKR"}
        assert not receivers["defence_expenditure"]
