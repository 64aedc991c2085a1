from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

from quotepart.extraction.dates.distance import compile_countdown, days_before, lies_back, written_after, written_before
from quotepart.extraction.dates.inference import infer_from_countdown, infer_from_meeting
from quotepart.extraction.languages.find import language_of
from quotepart.extraction.times.times import Time
from quotepart.extraction.times.windows import Window
from quotepart.model.span import Span

MakeReady = Callable[..., Any]
LAST_WEEK = Time(span=Span(0, 9), unit="week", shift=-1)
LAST_MONTH = Time(span=Span(0, 10), unit="month", shift=-1)


def test_last_week_is_the_week_of_the_calendar_before() -> None:
    assert written_after(dt.date(2023, 7, 12), [LAST_WEEK]) == Window(dt.date(2023, 7, 17), dt.date(2023, 7, 24))


def test_last_month_reaches_over_the_turn_of_the_year() -> None:
    assert written_after(dt.date(2019, 12, 4), [LAST_MONTH]) == Window(dt.date(2020, 1, 1), dt.date(2020, 2, 1))


def test_other_times_tell_no_distance() -> None:
    this_week = Time(span=Span(0, 9), unit="week", shift=0)
    assert not lies_back([this_week])
    assert written_after(dt.date(2023, 7, 12), [this_week]) is None


@pytest.mark.parametrize(
    ("lang", "text", "month"),
    [
        (
            "en",
            "At last week's NATO summit in Vilnius, allies promised to spend more. We should welcome it.",
            "2023-07",
        ),
        ("en", "Last month's NATO summit in Warsaw changed little. The budgets did not move.", "2016-08"),
        ("fr", "Le mois dernier, au sommet de Madrid, l'Otan a invité deux pays. Le pari est risqué.", "2022-07"),
    ],
)
def test_a_meeting_a_week_or_a_month_ago_leaves_the_month(ready: MakeReady, lang: str, text: str, month: str) -> None:
    dating = infer_from_meeting(ready(text, lang).evidence, None)
    assert dating is not None
    assert (dating.date, dating.how) == (month, "inferred")


def test_a_week_that_spans_two_months_leaves_none(ready: MakeReady) -> None:
    text = "At last week's NATO summit in The Hague, allies promised to spend more. We should welcome it."
    assert infer_from_meeting(ready(text, "en").evidence, None) is None


def test_a_recent_meeting_lies_back_further_than_its_month(ready: MakeReady) -> None:
    text = "The recent NATO summit in Vilnius, has changed nothing in Syldavia. So says Ms Sporsz."
    assert infer_from_meeting(ready(text, "en").evidence, None) is None


@pytest.mark.parametrize(
    ("lang", "text", "month"),
    [
        ("fr", "À un mois du sommet de Vilnius, les alliés discutent. C'est la fin.", "2023-06"),
        ("fr", "Deux semaines avant le sommet de l'Otan à Varsovie, rien n'est joué.", "2016-06"),
        ("en", "A month before alliance leaders meet in Warsaw, they haggle over beds.", "2016-06"),
    ],
)
def test_a_meeting_so_far_ahead_leaves_the_month(ready: MakeReady, lang: str, text: str, month: str) -> None:
    dating = infer_from_countdown(ready(text, lang).evidence, None)
    assert dating is not None
    assert dating.date == month


def test_a_distance_without_a_number_tells_nothing(ready: MakeReady) -> None:
    assert infer_from_countdown(ready("À quelques mois du sommet de Vilnius, on attend.", "fr").evidence, None) is None


def test_any_form_of_a_distance() -> None:
    grammar = compile_countdown(language_of("en"))
    first = dt.date(2024, 7, 9)
    words = "ten days before the summit"
    assert days_before(first, words, words.index("the"), grammar) == Window(dt.date(2024, 6, 27), dt.date(2024, 7, 2))
    assert days_before(first, "a summit", 2, grammar) is None


def test_next_week_is_the_week_of_the_calendar_after() -> None:
    next_week = Time(span=Span(0, 9), unit="week", shift=1)
    assert written_before(dt.date(2023, 7, 11), [next_week]) == Window(dt.date(2023, 7, 3), dt.date(2023, 7, 10))
    assert written_before(dt.date(2023, 7, 11), [LAST_WEEK]) is None
