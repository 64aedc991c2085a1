from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from quotepart.extraction.pages.captions import is_caption, placing_sentences

MakeReady = Callable[..., Any]

TITLE = "Allies speak at length about their spending"
PROSE = "The allies spoke of their defence spending for a whole day, without agreeing on anything new."


@pytest.mark.parametrize(
    "line",
    [
        "The ministers in Klow. AFP - JANA PORSZ",
        "The ministers at table, OTTO KLOW JR / AP",
        "Photo: Jana Sporsz",
        "3 / 17",
        "The ministers in Klow | EPA/Jana Porsz",
    ],
)
def test_a_credit_or_a_number_makes_a_caption(ready: MakeReady, line: str) -> None:
    grammar = ready(PROSE, "en").grammars.furniture
    assert is_caption(line.lower(), len(line.split()), grammar)


@pytest.mark.parametrize(
    "line", ["The minister told AFP she would pay.", "NATO - an alliance divided", "He spends 3/4 of it."]
)
def test_other_lines_are_no_captions(ready: MakeReady, line: str) -> None:
    grammar = ready(PROSE, "en").grammars.furniture
    assert not is_caption(line.lower(), len(line.split()), grammar)


def test_a_sentence_that_places_people_is_a_caption(ready: MakeReady) -> None:
    caption = (
        "Defence Minister Ida Sporsz (L) talks with her counterpart Otto Klow at a meeting in Klow, Feb. 15, 2017."
    )
    made = ready(f"{TITLE}\n\n{caption} {PROSE}\n\n{PROSE} Again.", "en")
    assert [span.cut(made.prepared.text) for span in made.prepared.furniture] == [caption]
    line = made.prepared.paragraphs[1]
    assert [s.cut(made.prepared.text) for s in placing_sentences(made.prepared, line, made.grammars.furniture)] == [
        caption
    ]


def test_agencies_that_sign_a_report_make_no_caption(ready: MakeReady) -> None:
    line = "“We shall pay,” she said, and left the hall without another word. (Klow/AP)"
    assert not is_caption(line.lower(), len(line.split()), ready(PROSE, "en").grammars.furniture)


def test_a_maker_and_agency_in_brackets_make_a_caption(ready: MakeReady) -> None:
    line = "minister ida sporsz (jana porsz/ap) (jana porsz/ap)"
    assert is_caption(line, 6, ready(PROSE, "en").grammars.furniture)
