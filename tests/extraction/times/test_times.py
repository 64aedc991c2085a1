from __future__ import annotations

import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotepart.extraction.languages.find import language_of
from quotepart.extraction.text.fold import fold
from quotepart.extraction.times.times import Time, compile_times, find_paths, find_times

GRAMMARS = {code: compile_times(language_of(code)) for code in ("fr", "en")}
FIELDS = ("year", "month", "day", "weekday", "last_day", "last_year", "months", "unit", "shift", "turn", "bound")


def found(text: str, lang: str) -> list[Time]:
    return list(find_times(text, fold(text), GRAMMARS[lang]))


def shown(text: str, lang: str) -> dict[str, object]:
    (time,) = found(text, lang)
    return {name: getattr(time, name) for name in FIELDS if getattr(time, name)}


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("fr", "le 12 février 2026", {"year": 2026, "month": 2, "day": 12}),
        ("fr", "jeudi 12 juillet 2018", {"year": 2018, "month": 7, "day": 12, "weekday": 4}),
        ("fr", "ce mercredi (3 avril 2019)", {"year": 2019, "month": 4, "day": 3, "weekday": 3}),
        ("fr", "vendredi 11 juin", {"month": 6, "day": 11, "weekday": 5}),
        ("fr", "jeudi 12, à Klow", {"day": 12, "weekday": 4}),
        ("en", "in 2024-25", {"year": 2024, "last_year": 2025}),
        ("fr", "sur la période 2027-41", {"year": 2027, "last_year": 2041}),
        ("en", "by 2029/30", {"year": 2029, "bound": "until"}),
        ("fr", "d'ici deux ans", {"unit": "year", "shift": 2, "bound": "until"}),
        ("en", "over the next five years", {"unit": "year", "shift": 5, "bound": "within"}),
        ("fr", "13-01-2025", {"year": 2025, "month": 1, "day": 13}),
        ("fr", "en juin prochain", {"month": 6, "turn": "next"}),
        ("en", "next June", {"month": 6, "turn": "next"}),
        ("fr", "mardi dernier", {"weekday": 2, "turn": "last"}),
        ("fr", "les 11 et 12 juillet", {"month": 7, "day": 11, "last_day": 12}),
        ("fr", "le 1er avril 2025", {"year": 2025, "month": 4, "day": 1}),
        ("fr", "au premier trimestre 2025", {"year": 2025, "months": (1, 3)}),
        ("fr", "il y a deux ans", {"unit": "year", "shift": -2}),
        ("fr", "ces dix dernières années", {"unit": "year", "shift": -10, "bound": "within"}),
        ("fr", "depuis 2014", {"year": 2014, "bound": "since"}),
        ("fr", "d'ici 2024", {"year": 2024, "bound": "until"}),
        ("fr", "12/07/2018", {"year": 2018, "month": 7, "day": 12}),
        ("fr", "le 11/07/18", {"year": 2018, "month": 7, "day": 11}),
        ("fr", "2014-2018", {"year": 2014, "last_year": 2018}),
        ("fr", "l'an dernier", {"unit": "year", "shift": -1}),
        ("fr", "08 Oct. 2015", {"year": 2015, "month": 10, "day": 8}),
        ("en", "Thursday, July 12, 2018", {"year": 2018, "month": 7, "day": 12, "weekday": 4}),
        ("en", "Thursday (17 May)", {"month": 5, "day": 17, "weekday": 4}),
        ("en", "July 11-12", {"month": 7, "day": 11, "last_day": 12}),
        ("en", "24-25 June 2025", {"year": 2025, "month": 6, "day": 24, "last_day": 25}),
        ("en", "21-Nov-2019", {"year": 2019, "month": 11, "day": 21}),
        ("en", "March 5th, 2024", {"year": 2024, "month": 3, "day": 5}),
        ("en", "two years ago", {"unit": "year", "shift": -2}),
        ("en", "the past five years", {"unit": "year", "shift": -5, "bound": "within"}),
        ("en", "the first quarter of 2025", {"year": 2025, "months": (1, 3)}),
        ("en", "by 2024", {"year": 2024, "bound": "until"}),
        ("en", "next Tuesday", {"weekday": 2, "turn": "next"}),
        ("en", "13/04/2018", {"year": 2018, "month": 4, "day": 13}),
    ],
)
def test_expressions(lang: str, text: str, expected: dict[str, object]) -> None:
    assert shown(text, lang) == expected


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "you may go"),
        ("en", "they would join one day"),
        ("en", "they march on"),
        ("fr", "sept alliés"),
        ("fr", "2.000 hommes"),
        ("en", "$2014"),
    ],
)
def test_other_words_are_no_times(lang: str, text: str) -> None:
    assert found(text, lang) == []


def test_a_numbered_date_that_may_be_read_two_ways_gives_only_its_year() -> None:
    assert shown("3/4/2018", "en") == {"year": 2018}


def test_dates_in_addresses() -> None:
    (time,) = find_paths("https://klow.example/monde/2021/06/14/sommet.html")
    assert (time.year, time.month, time.day) == (2021, 6, 14)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "le 31 juin 2024"),
        ("fr", "30/02/2024"),
        ("fr", "2023-02-29"),
        ("fr", "2024-13-01"),
        ("en", "February 30, 2024"),
    ],
)
def test_days_that_no_calendar_has_are_no_dates(lang: str, text: str) -> None:
    assert not any(time.month for time in found(text, lang))


def test_a_number_before_a_dash_and_a_date_is_no_first_day() -> None:
    assert shown("bulletin n° 88 – 16 juin 2023", "fr") == {"year": 2023, "month": 6, "day": 16}


NUMBERS = st.one_of(
    st.integers(0, 99).map(str), st.integers(0, 31).map("{:02}".format), st.integers(1990, 2040).map(str)
)
PIECES = st.sampled_from(
    [" ", "-", "/", ".", " – ", " et ", " and ", "er", " février ", " juin ", " February ", " June ", ", "]
)


@given(st.lists(st.tuples(NUMBERS, PIECES), max_size=12), st.sampled_from(["fr", "en"]))
def test_every_full_date_is_in_the_calendar(parts: list[tuple[str, str]], lang: str) -> None:
    text = "".join(number + piece for number, piece in parts)
    for each in found(text, lang):
        if each.year and each.month and each.day:
            assert date(each.year, each.month, each.day) <= date(each.year, each.month, each.last_day or each.day)


@given(st.text(max_size=80), st.sampled_from(["fr", "en"]))
def test_times_lie_in_the_text_in_order(text: str, lang: str) -> None:
    last = 0
    for each in found(text, lang):
        assert last <= each.span.start < each.span.end <= len(text)
        last = each.span.end


@pytest.mark.parametrize("part", ["1", "12 ", "juillet ", "il y a deux ", "2018-", "12/", "lundi ", "et 3 "])
def test_hostile_text_takes_linear_time(part: str) -> None:
    def seconds(count: int) -> float:
        text = part * count
        start = time.process_time()
        found(text, "fr")
        return time.process_time() - start

    assert seconds(40_000) < 12 * max(seconds(10_000), 0.02)


def test_a_date_with_wide_or_broken_blanks() -> None:
    times = found("NOTE Klow, November  14,  2016, and on 14\nMarch 2017.", "en")
    assert [(time.year, time.month, time.day) for time in times] == [(2016, 11, 14), (2017, 3, 14)]


@pytest.mark.parametrize(("lang", "text"), [("fr", "(2000 milliards de francs)"), ("en", "some 2000 dollars")])
def test_four_digits_before_a_scale_or_a_currency_are_no_year(lang: str, text: str) -> None:
    assert found(text, lang) == []
