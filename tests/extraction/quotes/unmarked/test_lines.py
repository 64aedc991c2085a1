from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from quotepart.extraction.quotes.speakers import find_quotes
from quotepart.extraction.quotes.unmarked.lines import find_lines

Told = Callable[..., Any]

MINUTES = (
    "Size of the fleet\n\nPhoto of Ida Sporsz Ida Sporsz (Klow South, Reform)\n\nI ask what is done for the yard.\n\n"
    "Ivan Krolt, Minister for the Fleet\n\nWe have built ten ships.\n\n"
    "Ida Sporsz (Klow South, Reform)\n\nMy friends in the yard have seen none."
)


def test_each_turn_belongs_to_the_line_above_it(told: Told) -> None:
    ready = told(MINUTES, "en")
    found = find_quotes(ready.prepared, ready.grammars.quotes)
    assert [(each.speaker and each.speaker.name, each.kind) for each in found] == [
        ("Ida Sporsz", "direct"),
        ("Ivan Krolt", "direct"),
        ("Ida Sporsz", "direct"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        MINUTES.replace("Ida Sporsz (Klow South, Reform)\n\nMy", "Ida Sporsz said it was late.\n\nMy"),
        MINUTES.replace("I ask", "He asks").replace("My", "His"),
        "Ida Sporsz in Klow\n\nThe fleet is ours, we say.\n\nIvan Krolt at sea\n\nWe sail.",
    ],
)
def test_captions_and_headings_are_no_lines_of_minutes(told: Told, text: str) -> None:
    ready = told(text, "en")
    assert not any(find_lines(ready.prepared, ready.prepared.paragraphs, ready.grammars.quotes))


@pytest.mark.parametrize(
    "turn",
    [
        "{0} Portrait {0}\n- View Words - Record - Excerpts\n\nI say that we stay.\n\n",
        "Photo of {0}{0} (Klow)\nLink to this: Alone | In context | Source\n\nI say that we stay.\n\n",
    ],
)
def test_a_line_of_links_may_stand_under_a_speakers_line(told: Told, turn: str) -> None:
    text = "".join(turn.format(name) for name in ("Dora Welk", "Ivan Krolt", "Dora Welk"))
    ready = told(text, "en")
    found = find_lines(ready.prepared, ready.prepared.paragraphs, ready.grammars.quotes)
    assert [line.name for line in found if line] == ["Dora Welk", "Ivan Krolt", "Dora Welk"]
    assert all(text[line.text_start :].lstrip().startswith("I say") for line in found if line)
