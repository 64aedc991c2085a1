from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from quotepart.extraction.pages.feeds import is_row_of_titles

MakeReady = Callable[..., Any]

TITLE = "Syldavia wants to double its military budget before the summer"
PROSE = (
    "Syldavia wants to double its military budget, the minister Ida Sporsz told the parliament of Klow on Tuesday.\n\n"
    "The allies of the league have asked for this effort for years, and the neighbours have made it already."
)
ITEMS = (
    ("A bear was seen near a school", "The animal had come down from the hills in search of…", "Towns", "2 hours ago"),
    ("Butter grows dear", "Its price has doubled since the spring, say the grocers of…", "Economy", "1 day ago"),
    ("The old bridge reopens", "It had been shut for eleven years after the flood that…", "Towns", "3 weeks ago"),
)


def furniture(ready: MakeReady, text: str, lang: str = "en") -> list[str]:
    return [span.cut(text) for span in ready(text, lang).prepared.furniture]


def test_titles_and_teasers_above_their_ages_are_a_feed(ready: MakeReady) -> None:
    feed = "\n".join("\n".join((title, teaser, age)) for title, teaser, _, age in ITEMS)
    assert furniture(ready, f"{TITLE}\n\n{PROSE}\n\n{feed}") == [feed]


def test_titles_below_their_ages_are_a_feed_and_the_title_is_kept(ready: MakeReady) -> None:
    feed = "\n".join("\n".join((f"{section}, {age}", title)) for title, _, section, age in ITEMS)
    assert furniture(ready, f"{feed}\n{TITLE}\n\n{PROSE}") == [feed]


def test_a_title_that_the_feed_shows_too_is_kept_over_the_report(ready: MakeReady) -> None:
    feed = "\n".join("\n".join((f"{section}, {age}", title)) for title, _, section, age in ITEMS)
    text = f"{feed}\nTowns, 5 hours ago\n{TITLE}\nTowns, 6 hours ago\nThe chess club has moved\n\n{TITLE}\n\n{PROSE}"
    assert text.rindex(TITLE) not in {at for span in ready(text, "en").prepared.furniture for at in range(*_ends(span))}


def _ends(span: Any) -> tuple[int, int]:
    return span.start, span.end


@pytest.mark.parametrize("age", ["8 days ago", "3 years ago"])
def test_one_age_makes_no_feed(ready: MakeReady, age: str) -> None:
    first, last = PROSE.split("\n\n")
    assert furniture(ready, f"{TITLE}\n\n{first}\n\n{age}\n\n{last}") == [age]


def test_long_paragraphs_between_ages_are_the_report(ready: MakeReady) -> None:
    long = f"{PROSE.replace(chr(10), ' ')} The house will vote on the plan before the year is out, said its chairman. "
    parts = "\n\n".join(f"{at} hours ago\n\n{long}{word}" for at, word in ((2, "First."), (3, "Next."), (4, "Last.")))
    assert furniture(ready, f"{TITLE}\n\n{parts}") == ["2 hours ago", "3 hours ago", "4 hours ago"]


LINKS = tuple(f"{title} of the {place}" for title, *_ in ITEMS for place in ("north", "south"))


def test_titles_under_lone_bullets_are_links(ready: MakeReady) -> None:
    rows = "\n".join(f"-\n{link}" for link in (*LINKS, 'The chess club says "enough"'))
    assert furniture(ready, f"{rows}\n{TITLE}\n\n{PROSE}") == [rows]


def test_sentences_under_lone_bullets_are_the_report(ready: MakeReady) -> None:
    rows = "\n".join(
        f"-\nThe military budget of the {place} will double." for place in ["north", "south", "east", "west", "isle"]
    )
    assert "double" not in "".join(
        furniture(ready, f"{TITLE}\n\n{PROSE}\n\n{rows}\n\n{PROSE.split(chr(10))[0]} Again.")
    )


def test_titles_in_one_line_are_links(ready: MakeReady) -> None:
    row = "    ".join(LINKS)
    assert furniture(ready, f"{row}\n\n{TITLE}\n\n{PROSE}") == [row]


@pytest.mark.parametrize(
    "line",
    [
        "",
        "   ",
        "the league    rearms",
        "klow   1.2   1.4   1.5   1.7   1.9",
        "   ".join(["it said so on monday."] * 6),
    ],
)
def test_figures_words_and_sentences_parted_by_spaces_are_no_row_of_titles(line: str) -> None:
    assert not is_row_of_titles(line)
