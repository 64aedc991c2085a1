from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from quotepart.extraction.dates.stated import ends_with, find_in_address, find_stated, is_dateline, iso_of, prose_of
from quotepart.extraction.times.times import Time
from quotepart.extraction.times.windows import ALWAYS
from quotepart.model.span import Span

MakeReady = Callable[..., Any]
BODY = (
    "The allies spoke of their spending for a whole day, and nobody could say in the evening what they had agreed upon, "
    "diplomats in Klow said."
)


def stated(ready: MakeReady, text: str) -> str | None:
    made = ready(text, "en")
    dating = find_stated(made.prepared, made.times, (ALWAYS,), made.grammars.dates.stated)
    return dating.date if dating else None


@pytest.mark.parametrize(
    ("text", "date"),
    [
        (f"May 14, 2024\n\n{BODY}", "2024-05-14"),
        (f"By Jana Sporsz | May 14, 2024\n\n{BODY}", "2024-05-14"),
        (f"Talks in Klow\n\n{BODY} (05/14/24)", "2024-05-14"),
        (f"Talks in Klow\n\nPhoto: soldiers near Klow, March 2022\n\n{BODY}", None),
        (f"Talks in Klow\n\nPhoto: Klow Press. Published May 14, 2024\n\n{BODY}", "2024-05-14"),
        (f"© 2025 Klow Gazette, May 14, 2025\n\n{BODY}", None),
        (f"{BODY}\n\nThey had met on May 14, 2024, as everybody in the town of Klow knows.", None),
    ],
)
def test_what_a_page_says_of_its_own_day(ready: MakeReady, text: str, date: str | None) -> None:
    assert stated(ready, text) == date


def test_an_address_holds_a_day(ready: MakeReady) -> None:
    made = ready(f"https://klow.example/2021/06/14/talks.html\n\n{BODY}", "en")
    found = find_in_address(made.prepared)
    assert found is not None
    assert found.date == "2021-06-14"


def test_a_dateline_stands_between_place_and_dash() -> None:
    text = "KLOW, May 14 (Agency) - Ministers met."
    time = Time(span=Span(6, 12), month=5, day=14)
    assert is_dateline(text, Span(0, len(text)), time)
    assert not is_dateline("On the day of May 14 ministers met.", Span(0, 35), Time(span=Span(14, 20), month=5, day=14))


def test_a_time_is_written_as_far_as_it_is_fixed() -> None:
    assert iso_of(Time(span=Span(0, 4), year=2018, month=7)) == "2018-07"
    assert iso_of(Time(span=Span(0, 4), year=2018)) == "2018"


def test_words_end_a_part_whole() -> None:
    assert ends_with("it was published", ("published",))
    assert not ends_with("it was unpublished", ("published",))


def test_what_belongs_to_the_page_is_no_prose(ready: MakeReady) -> None:
    made = ready(f"{BODY}\n\nSubscribe to our newsletter", "en")
    assert [span.start for span in prose_of(made.prepared)] == [0]
