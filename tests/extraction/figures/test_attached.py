from __future__ import annotations

import pytest

from quotepart.extraction.extractor import Extractor
from quotepart.model.document import Document


def holders(extractor: Extractor, text: str, lang: str) -> list[tuple[str, ...]]:
    return [figure.who for figure in extractor.extract(Document(id="a", text=text, sha256="", lang=lang)).figures]


@pytest.mark.parametrize(
    ("text", "lang", "who"),
    [
        ("Support was highest in Borduria, at 75%, said Syldavia.", "en", ("BOR",)),
        ("Syldavia spent €132bn on defence compared with Borduria's €114bn.", "en", ("BOR",)),
        ("Borduria ranked 15th among NATO members at 1.2 percent.", "en", ("BOR",)),
        ("Derrière la Syldavie (4,1 %), le peloton est loin.", "fr", ("SYL",)),
        ("Syldavia said its surplus with Borduria stood at $7 billion.", "en", ("SYL",)),
        (
            "L'OTAN forme quatre bataillons en Syldavie et en Bordurie, avec environ 1 000 hommes chacun.",
            "fr",
            ("NATO",),
        ),
    ],
)
def test_who_stands_beside_the_number(figure_extractor: Extractor, text: str, lang: str, who: tuple[str, ...]) -> None:
    assert holders(figure_extractor, text, lang)[-1] == who


def test_a_sum_and_its_bracket_are_of_who_is_named_behind(figure_extractor: Extractor) -> None:
    text = "Washington dépensera davantage que les 29 milliards de dollars (26 milliards d'euros) de la Bordurie."
    assert holders(figure_extractor, text, "fr") == [("BOR",), ("BOR",)]
