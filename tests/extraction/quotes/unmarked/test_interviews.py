from __future__ import annotations

from collections.abc import Callable
from typing import Any

from quotepart.extraction.quotes.unmarked.interviews import find_interview

Told = Callable[..., Any]
LEAD = "By Henk Ostra\n\nIda Sporsz has run the fleet for four years. She met us at the quay."
TALK = (
    "Is your budget enough?\n\nNo. It is what we could pass.\n\nDo you sleep well?\n\nI sleep at sea.\n\n"
    "And if the League leaves?\n\nThen we will be poorer.\n\nThe talk was shortened."
)


def answers(told: Told, text: str) -> list[tuple[str, str | None]]:
    ready = told(text, "en")
    found = find_interview(ready.prepared, ready.prepared.paragraphs, ready.grammars.quotes)
    return [(block.span.cut(text), block.speaker.name if block.speaker else None) for block in found]


def test_the_answers_are_those_of_the_person_introduced(told: Told) -> None:
    assert answers(told, f"{LEAD}\n\n{TALK}") == [
        ("No. It is what we could pass.", "Ida Sporsz"),
        ("I sleep at sea.", "Ida Sporsz"),
        ("Then we will be poorer.", "Ida Sporsz"),
    ]


def test_a_label_before_the_first_answer_names_who_gives_all(told: Told) -> None:
    talk = TALK.replace("No. It", "Ida Sporsz: No. It").replace("Is your budget", "Is the “new” budget")
    assert answers(told, talk)[:2] == [
        ("No. It is what we could pass.", "Ida Sporsz"),
        ("I sleep at sea.", "Ida Sporsz"),
    ]


def test_dashes_before_questions_and_answers_make_an_interview(told: Told) -> None:
    talk = "- Why now?\n- It was time.\n\n- At what cost?\n- Little.\n\n- Who pays?\n- We pay, as ever."
    expected = [("It was time.", "Ida Sporsz"), ("Little.", "Ida Sporsz"), ("We pay, as ever.", "Ida Sporsz")]
    assert answers(told, f"{LEAD}\n\n{talk}") == expected


def test_questions_that_a_report_asks_itself_make_no_interview(told: Told) -> None:
    text = "\n\n".join(f"What of ship {at}?\n\nThe ship waits in the harbour." for at in range(4))
    assert answers(told, text) == []


def test_who_answers_is_named_most_above_the_questions(told: Told) -> None:
    lead = "Runa Falk chairs the committee. Falk is from Klow.\n\nKarl Berg wants the fleet, and Falk spoke to us.\n\n"
    talk = (
        "Do you stay?\n\nWe stay, I think.\n\nDoes that worry you?\n\nOf course, I do not sleep.\n\n"
        "Would you leave?\n\nI would not.\n"
    )
    ready = told(lead + talk, "en")
    report = list(ready.prepared.paragraphs)
    found = find_interview(ready.prepared, report, ready.grammars.quotes)
    assert {block.speaker.name for block in found if block.speaker} == {"Runa Falk"}
