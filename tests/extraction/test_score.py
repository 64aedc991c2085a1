from __future__ import annotations

import json
from pathlib import Path

import pytest

from quotepart.extraction.extractor import Extractor
from quotepart.extraction.score import GoldDocument, GoldQuote, Tally, read_gold, same_speaker, score
from quotepart.model.document import Document
from quotepart.model.entry import Quote, Speaker
from quotepart.model.span import Span

GOLD = Path(__file__).parents[1] / "gold"


@pytest.mark.parametrize(
    ("gold", "found", "same"),
    [
        ("Ivan Krolt", "M. Krolt", True),
        ("Ivan Krolt", "Petra Krolt", False),
        ("un diplomate poldève", "le diplomate poldève", True),
        ("un diplomate poldève", "un diplomate zilandais en poste", False),
        ("la Ligue", "Ligue", True),
        (None, None, True),
        ("Ivan Krolt", None, False),
    ],
)
def test_names_that_mean_the_same(gold: str | None, found: str | None, same: bool) -> None:
    assert same_speaker(gold, found) is same


def test_a_quote_counts_from_half_an_overlap_on() -> None:
    text = "a" * 40
    gold = GoldQuote(span=Span(0, 20), kinds=("direct",), speakers=("Krolt",), acts=("warn",))
    document = GoldDocument(id="a", lang="fr", text=text, quotes=(gold,))
    near = Quote(span=Span(5, 20), kind="direct", speaker=Speaker(name="Krolt"), act="warn")
    far = Quote(span=Span(15, 40), kind="direct", speaker=Speaker(name="Berg"))
    tally = score([(document, (near,)), (document, (far,))])
    assert (tally.gold, tally.found, tally.right, tally.named, tally.act) == (2, 2, 1, 1, 1)
    assert tally.f1 == 0.5


def measured(lang: str, extractor: Extractor) -> Tally:
    documents = [each for each in read_gold(GOLD / "quotes") if each.lang == lang]
    return score(
        (each, extractor.extract(Document(id=each.id, text=each.text, sha256="", lang=lang)).quotes)
        for each in documents
    )


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_quotes_stay_above_the_floor(lang: str, tiny_extractor: Extractor) -> None:
    floor = json.loads((GOLD / "floor.json").read_text(encoding="utf-8"))["quotes"][lang]
    tally = measured(lang, tiny_extractor)
    reached = {
        "found": tally.f1, "with_speaker": tally.f1_named, "speaker_not_wrong": 1 - tally.wrong_share, "act": tally.act_share
    }  # fmt: skip
    below = {name: round(value, 3) for name, value in reached.items() if value < floor[name]}
    assert not below, "\n".join(f"{name}: {words}" for name, words in tally.misses)


def test_every_annotation_lies_in_its_text() -> None:
    documents = read_gold(GOLD / "quotes")
    assert len(documents) >= 40
    assert all(0 < len(quote.span.cut(each.text)) == len(quote.span) for each in documents for quote in each.quotes)
