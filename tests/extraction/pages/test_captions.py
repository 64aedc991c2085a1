from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from quotepart.extraction.pages.captions import is_bracketed, is_caption, picture_sentences

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
    assert [s.cut(made.prepared.text) for s in picture_sentences(made.prepared, line, made.grammars.furniture)] == [
        caption
    ]


def test_agencies_that_sign_a_report_make_no_caption(ready: MakeReady) -> None:
    line = "“We shall pay,” she said, and left the hall without another word. (Klow/AP)"
    assert not is_caption(line.lower(), len(line.split()), ready(PROSE, "en").grammars.furniture)


def test_a_maker_and_agency_in_brackets_make_a_caption(ready: MakeReady) -> None:
    line = "minister ida sporsz (jana porsz/ap) (jana porsz/ap)"
    assert is_caption(line, 6, ready(PROSE, "en").grammars.furniture)


@pytest.mark.parametrize(
    ("line", "lang"),
    [
        ("Minister Ida Sporsz speaks during a news conference with Otto Klow in Klow, Friday, March 17, 2017.", "en"),
        ("Otto Klow arrives for a meeting of the league in Klow, Zileheroum, Monday, June 12,", "en"),
        (
            "Ida Sporsz et Otto Klow assistent à une conférence de presse au siège de la Ligue, le 12 septembre 2025.",
            "fr",
        ),
        ("Ida Sporsz, ministre de la Défense, à Klow, le 15 janvier 2026.", "fr"),
        ("Ida Sporsz, defence minister, in Klow, 15 January 2026", "en"),
    ],
)
def test_what_is_seen_on_a_full_date_is_a_caption(ready: MakeReady, line: str, lang: str) -> None:
    prose = (
        PROSE
        if lang == "en"
        else "Les alliés ont parlé de leurs dépenses pendant une journée entière, sans rien conclure."
    )
    made = ready(f"{prose}\n\n{line}\n\n{prose} Encore.", lang)
    assert [span.cut(made.prepared.text) for span in made.prepared.furniture] == [line]


@pytest.mark.parametrize(
    "line",
    [
        "At this pace the league would arrive at its aim in 2031.",
        "The league was founded in Klow, in the old town hall, on 12 June 1951.",
        '"She speaks to no one but her dog," he wrote of the meeting of June 12, 2017.',
        '"We will not yield", Ida Sporsz said, in Klow, on 12 June 2025.',
    ],
)
def test_a_date_at_the_end_makes_no_caption(ready: MakeReady, line: str) -> None:
    made = ready(f"{TITLE}\n\n{PROSE}\n\n{line}\n\n{PROSE} Again.", "en")
    assert made.prepared.furniture == ()


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("The minister at a meeting of the league in Klow. [Jana Klow/EPA]", True),
        ("The minister in Klow. [Klow Picture Fund]", True),
        ("The minister in Klow. [Reuters - Ida Klow]", True),
        ("The minister arrives in Klow for a hearing on July 9. (Tom Klow/Klow Roll Call)", True),
        ("She said no (the league had asked for it).", False),
        ("They spent more and more, and nobody knew on what. (Klow/AP)", False),
        ("That is less than a match of the third league draws. [Laughter]", False),
        ("“They [the allies] must pay more for it.”", False),
    ],
)
def test_a_credit_of_several_names_in_square_brackets(line: str, found: bool) -> None:
    assert is_bracketed(line) is found


def test_an_agency_set_right_behind_the_last_mark_is_a_credit(ready: MakeReady) -> None:
    line = "“Any attack on the league will be answered.”Keystone"
    text = f"{TITLE}\n\n{PROSE}\n\n{line}\n\n{PROSE} Again."
    assert [span.cut(text) for span in ready(text, "en").prepared.furniture] == [line]


def test_a_report_of_an_agency_in_one_paragraph_is_no_caption(ready: MakeReady) -> None:
    text = (
        "Syldavia to spend more KLOW, June 12 (Reuters) - Syldavia will double its military budget, Defence Minister Ida "
        'Sporsz said on Tuesday. "We keep our word," she told reporters in Klow before she left. (C) Reuters 2018'
    )
    assert "keep our word" not in "".join(span.cut(text) for span in ready(text, "en").prepared.furniture)
