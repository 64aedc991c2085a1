from __future__ import annotations

import pytest

from quotepart.extraction.extractor import build_extractor
from quotepart.model.document import Document
from quotepart.pacts.find import find_pact
from quotepart.pacts.load import load_pact

EXTRACTOR = build_extractor(load_pact(find_pact("nato")))


def said(text: str) -> list[tuple[str, str | None]]:
    document = Document(id="x", text=text, sha256="", lang="en")
    return [
        (quote.span.cut(text), quote.speaker.name if quote.speaker else None)
        for quote in EXTRACTOR.extract(document).quotes
    ]


@pytest.mark.parametrize(
    "taken_up",
    [
        "This was stated by Defence Minister Igor Sporsz in Klow, according to Klow Radio.",
        "It was reported earlier by Defence Minister Igor Sporsz.",
        "This has been announced by Defence Minister Igor Sporsz.",
    ],
)
def test_who_is_said_to_have_told_the_words_before_goes_on_speaking(taken_up: str) -> None:
    text = (
        f'Viktor Kalv arrived in Klow on Monday. Syldavia will not take part. {taken_up}\n\n"We stay at home," he said.'
    )
    assert said(text) == [("We stay at home", "Igor Sporsz")]


def test_a_heading_is_no_subject() -> None:
    text = (
        "The Ministry of Defence of Borduria commented on the delay. \n\nThe Ministry of Defence on help from Syldavia\n\n"
        "The Ministry of Defence noted that the guns were late."
    )
    assert said(text) == [("the guns were late", "Ministry of Defence")]


def test_who_wrote_of_it_on_a_network_is_no_line_of_the_page() -> None:
    text = (
        "Guns have arrived in Klow. Defence Minister Igor Sporsz wrote about this on Twitter.\n\n"
        '"Our skies are becoming safer because they are here," he wrote.'
    )
    assert said(text) == [("Our skies are becoming safer because they are here", "Igor Sporsz")]
