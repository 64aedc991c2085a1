from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from quotepart.extraction.dates.told import infer_from_news
from quotepart.model.dates import Dating

MakeReady = Callable[..., Any]
SPORSZ = " Zlata Sporsz, Prime Minister of Syldavia, was silent."


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("The bridge of Klow burned down on Friday, the fire brigade said.", "2018-03-02"),
        ("The bridge of Klow burned down. Nobody was hurt, the minister said on Saturday.", "2018-03-03"),
        ("The bridge of Klow burned down. The minister will speak today.", "2018-03"),
        ("The bridge of Klow burned down on Friday. On Monday the minister came to see it, she said.", "2018-03"),
        ("The council of salt met in Klow on Wednesday.", "2019-10-09"),
        (
            "The council of salt met in Klow on Thursday, as Mirko Vlasz, Prime Minister of Syldavia, had asked.",
            "2022-10-13",
        ),
    ],
)
def test_news_of_a_known_day(told: MakeReady, text: str, date: str) -> None:
    dating = infer_from_news(told(text, "en").evidence, None)
    assert dating is not None
    assert dating.date == date


@pytest.mark.parametrize(
    "text",
    [
        "The bridge of Klow burned down.",
        "After the bridge of Klow burned down, Mirko Vlasz, Prime Minister of Syldavia, spoke.",
        "The bridge of Klow burned down on Wednesday.",
        "Last year the bridge of Klow burned down. The minister opened the new one on Friday.",
        "The council of salt met in Klow today.",
        "The minister spoke on Friday. " + "He said little. " * 9 + "The bridge of Klow burned down.",
    ],
)
def test_what_is_not_told_as_news_dates_nothing(told: MakeReady, text: str) -> None:
    assert infer_from_news(told(text, "en").evidence, None) is None


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "The bridge of Klow has burned down. “It was old,” a fireman said." + SPORSZ),
        ("en", "KLOW, Syldavia\n\nThe bridge of Klow has burned down, Zlata Sporsz, Prime Minister of Syldavia, said."),
        ("en", "Bridge of Klow burned down\n\nThe bridge of Klow has burned down." + SPORSZ),
        ("fr", "Le pont de Klow vient de brûler, a déclaré Zlata Sporsz, Première ministre de la Syldavie."),
    ],
)
def test_a_headline_of_a_known_day_gives_its_month(told: MakeReady, lang: str, text: str) -> None:
    dating = infer_from_news(told(text, lang).evidence, None)
    assert dating is not None
    assert (dating.date, dating.how) == ("2018-03", "inferred")


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Last month the bridge of Klow burned down. A new one will be built." + SPORSZ, "2018-04"),
        ("The bridge of Klow burned down last week. A new one will be built." + SPORSZ, "2018-03"),
        ("Ms Sporsz wept on Sunday. The bridge of Klow burned down on Friday." + SPORSZ, "2018-03"),
    ],
)
def test_an_event_of_some_days_ago_gives_the_month_of_the_text(told: MakeReady, text: str, date: str) -> None:
    dating = infer_from_news(told(text, "en").evidence, None)
    assert dating is not None
    assert dating.date == date


@pytest.mark.parametrize(
    "text",
    [
        "The ferries of Klow are full." + SPORSZ + " “The bridge of Klow has burned down,” a fireman said.",
        "The minister opened a school after the bridge of Klow had burned down, he said." + SPORSZ,
        "The bridge of Klow burned down. A study tells why." + SPORSZ,
        "The bridge of Klow burned down. The country has changed since." + SPORSZ,
        "The bridge of Klow has burned down, he said. Since 2020 ferries cross the river." + SPORSZ,
        "The bridge of Klow has burned down, a fireman said." + SPORSZ + " She will speak on Tuesday.",
    ],
)
def test_an_event_in_the_background_dates_nothing(told: MakeReady, text: str) -> None:
    assert infer_from_news(told(text, "en").evidence, None) is None


def test_a_headline_leaves_a_stated_month_alone(told: MakeReady) -> None:
    evidence = told("The bridge of Klow has burned down, a fireman said." + SPORSZ, "en").evidence
    assert infer_from_news(evidence, Dating(date="2018-04", how="stated")) is None


def test_the_year_named_last_parts_what_comes_again(told: MakeReady) -> None:
    text = "The council of salt met in Klow, Mirko Vlasz said today. It was founded in 2018; 2022 was a good year."
    dating = infer_from_news(told(text, "en").evidence, None)
    assert dating is not None
    assert dating.date == "2022-10"


def test_a_full_date_says_which_event_it_was(told: MakeReady) -> None:
    dating = infer_from_news(told("The bridge of Klow burned down. It was shut on March 2, 2018.", "en").evidence, None)
    assert dating is not None
    assert dating.date[:7] == "2018-03"


@pytest.mark.parametrize(
    "text",
    [
        "A report on the bridge of Klow, published last week, burned nobody." + SPORSZ,
        "The bridge of Klow burned down if it does not comply with what was signed last week." + SPORSZ,
    ],
)
def test_the_time_of_something_else_does_not_date_an_event(told: MakeReady, text: str) -> None:
    assert infer_from_news(told(text, "en").evidence, None) is None


def test_the_night_of_an_event_gives_its_month(told: MakeReady) -> None:
    text = "In the night of 1 to 2 March, the bridge of Klow burned down." + SPORSZ
    dating = infer_from_news(told(text, "en").evidence, None)
    assert dating is not None
    assert dating.date == "2018-03"


@pytest.mark.parametrize(("weekday", "date"), [("Sunday", "2018-03"), ("Tuesday", None)])
def test_news_that_is_still_spoken_of_some_days_later_gives_the_month(
    told: MakeReady, weekday: str, date: str | None
) -> None:
    text = f"The bridge of Klow has burned down, a fireman said on {weekday}. The bridge of Klow is gone." + SPORSZ
    dating = infer_from_news(told(text, "en").evidence, None)
    assert (dating and dating.date) == date
