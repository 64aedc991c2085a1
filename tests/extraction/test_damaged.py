"""Reports with pieces cut out, doubled and strewn with signs are read without a crash."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from quotepart.extraction.extractor import Extractor
from quotepart.model.document import Document

_REPORTS = sorted((Path(__file__).parents[2] / "examples").glob("*.txt"))
_STREWN = (
    "\n",
    "\n\n",
    "'",
    "’",
    " ",
    ".",
    ",",
    "-",
    "–",
    "«",
    "»",
    '"',
    "“",
    "”",
    ":",
    "(",
    ")",
    "%",
    "$",
    "1",
    "İ",
    "\t",
)
_DAMAGES = 30
_LONGEST = 1200


def damaged(text: str, chance: random.Random) -> str:
    start = chance.randrange(max(1, len(text) - _LONGEST))
    signs = list(text[start : start + _LONGEST])
    for _ in range(chance.randint(1, _DAMAGES)):
        at = chance.randrange(len(signs)) if signs else 0
        kind = chance.random()
        if kind < 0.4:
            signs[at:at] = chance.choice(_STREWN)
        elif kind < 0.7:
            del signs[at : at + chance.randint(1, 30)]
        elif signs:
            other = chance.randrange(len(signs))
            signs[at:at] = signs[other : other + chance.randint(1, 60)]
    return "".join(signs)


@pytest.mark.parametrize("seed", range(8))
def test_a_damaged_report_is_read(nato_extractor: Extractor, seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(40):
        text = damaged(chance.choice(_REPORTS).read_text(encoding="utf-8"), chance)
        record = nato_extractor.extract(Document(id="a", text=text, sha256="", lang=chance.choice(("fr", "en"))))
        assert all(0 <= quote.span.start < quote.span.end <= len(text) for quote in record.quotes), text


@pytest.mark.parametrize("text", [",a-elle ajouté,", "’\nİMme Sporsz"])
def test_scraps_on_which_it_once_failed(nato_extractor: Extractor, text: str) -> None:
    record = nato_extractor.extract(Document(id="a", text=text, sha256="", lang="fr"))
    assert record.figures == ()
