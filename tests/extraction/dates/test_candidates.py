from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from quotepart.extraction.dates.candidates import candidates_of, own_weekdays, partial_times
from quotepart.extraction.dates.own_meeting import own_occasion

MakeReady = Callable[..., Any]


def found(ready: MakeReady, text: str, lang: str = "en") -> list[str]:
    made = ready(text, lang)
    own = own_occasion(made.evidence)
    return [each.held.meeting.id for each in candidates_of(made.evidence, own)] if own else []


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("Leaders meet this week for the NATO summit in Vilnius.", ["S_2023-07-11"]),
        (
            "NATO foreign ministers agreed on a plan. Mark Rutte, the secretary general, spoke after the meeting in Riga.",
            [],
        ),
        ("The ministers spoke at the end of a meeting in Ankara with Ms Sporsz.", []),
        ("Leaders are meeting in London this week.", ["S_2019-12-03"]),
        ("NATO leaders hold a two-day summit in London this week.", ["S_2019-12-03"]),
        ("NATO leaders hold a three-day summit in London this week.", []),
    ],
)
def test_place_kind_and_length_leave_the_meetings_that_fit(ready: MakeReady, text: str, ids: list[str]) -> None:
    assert found(ready, text) == ids


def test_each_has_the_days_that_the_weekday_leaves(ready: MakeReady) -> None:
    made = ready("On Wednesday, leaders met for the NATO summit in Vilnius.", "en")
    own = own_occasion(made.evidence)
    assert own is not None
    (candidate,) = candidates_of(made.evidence, own)
    assert [str(day) for day in candidate.days] == ["2023-07-12"]
    assert candidate.score >= 1


def test_weekdays_and_days_beside_a_meeting(ready: MakeReady) -> None:
    made = ready("The NATO summit in Vilnius is on Tuesday and Wednesday. She spoke on 9 July.", "en")
    own = own_occasion(made.evidence)
    assert own is not None
    assert own_weekdays(own) == {2, 3}
    assert [time.day for time in partial_times(made.evidence, own)] == [9]
