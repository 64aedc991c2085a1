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


@pytest.mark.parametrize(
    ("lang", "question", "answer", "who"),
    [
        ("en", "A reporter asked President Ivo Vlasz whether he would follow.", "he replied", "Ivo Vlasz"),
        ("en", "A journalist asked the Bordurian president if it was true.", "he replied", "Bordurian president"),
        ("fr", "Un journaliste a demandé au président Ivo Vlasz s'il suivrait.", "a-t-il répondu", "Ivo Vlasz"),
        ("fr", "Pourquoi pas ?, a-t-on demandé jeudi au président bordure.", "a-t-il répondu", "président bordure"),
    ],
)
def test_who_is_asked_by_nobody_named_is_who_answers(lang: str, question: str, answer: str, who: str) -> None:
    before = {"en": "Minister Milan Sporsz promised to pay.", "fr": "Le ministre Milan Sporsz a promis de payer."}
    text = f"{before[lang]} {question} “We will see,” {answer}."
    quotes = EXTRACTOR.extract(Document(id="x", text=text, sha256="", lang=lang)).quotes
    last = quotes[-1]
    assert last.span.cut(text).startswith("We will see")
    assert last.speaker is not None and last.speaker.name == who
    assert not any(quote.span.cut(text).startswith("Pourquoi") for quote in quotes)
