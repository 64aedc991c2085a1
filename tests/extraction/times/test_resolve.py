from __future__ import annotations

import datetime as dt

import pytest

from quotepart.extraction.languages.find import language_of
from quotepart.extraction.times.resolve import resolve_date, resolve_time, weekday_near
from quotepart.extraction.times.times import Time, compile_times
from quotepart.model.dates import Dating, Period
from quotepart.model.span import Span

GRAMMARS = {code: compile_times(language_of(code)) for code in ("fr", "en")}
THURSDAY = Dating(date="2018-07-12", how="given")


@pytest.mark.parametrize(
    ("lang", "words", "start", "end"),
    [
        ("fr", "jeudi", "2018-07-12", "2018-07-12"),
        ("fr", "mardi dernier", "2018-07-10", "2018-07-10"),
        ("fr", "lundi prochain", "2018-07-16", "2018-07-16"),
        ("fr", "hier", "2018-07-11", "2018-07-11"),
        ("fr", "cette semaine", "2018-07-09", "2018-07-15"),
        ("fr", "le mois dernier", "2018-06", "2018-06"),
        ("fr", "fin juin", "2018-06", "2018-06"),
        ("fr", "en décembre", "2017-12", "2017-12"),
        ("fr", "en novembre", "2018-11", "2018-11"),
        ("fr", "au premier trimestre", "2018-01", "2018-03"),
        ("fr", "il y a deux ans", "2016", "2016"),
        ("fr", "depuis 2014", "2014", None),
        ("fr", "d'ici 2024", None, "2024"),
        ("fr", "entre 2014 et 2020", "2014", "2020"),
        ("fr", "ces dix dernières années", "2008", "2018"),
        ("fr", "au cours des dix prochaines années", "2018", "2028"),
        ("fr", "d'ici deux ans", None, "2020"),
        ("fr", "cette décennie", "2010", "2019"),
        ("en", "last year", "2017", "2017"),
        ("en", "over the past five years", "2013", "2018"),
        ("en", "by the end of 2024", None, "2024"),
        ("en", "from 2014 to 2018", "2014", "2018"),
    ],
)
def test_times_seen_from_a_day(lang: str, words: str, start: str | None, end: str | None) -> None:
    found = resolve_date(words, THURSDAY, GRAMMARS[lang])
    assert found is not None
    if words.startswith("from"):
        assert found.start == start
    else:
        assert found == Period(start, end)


def test_what_needs_a_day_has_none_without_one() -> None:
    assert resolve_date("jeudi", None, GRAMMARS["fr"]) is None
    assert resolve_date("en 2016", None, GRAMMARS["fr"]) == Period("2016", "2016")
    assert resolve_date("une réunion", THURSDAY, GRAMMARS["fr"]) is None


def test_a_time_told_from_a_month_is_known_no_better_than_the_month() -> None:
    month = Dating(date="2018-07", how="stated")
    assert resolve_date("jeudi", month, GRAMMARS["fr"]) == Period("2018-07", "2018-07")


@pytest.mark.parametrize("weekday", range(1, 8))
def test_a_weekday_is_the_last_one_or_today(weekday: int) -> None:
    today = dt.date(2018, 7, 12)
    found = weekday_near(today, weekday)
    assert found.isoweekday() == weekday
    assert 0 <= (today - found).days < 7
    assert 0 < (weekday_near(today, weekday, "next") - today).days <= 7


def test_shifts_far_back_stay_in_the_calendar() -> None:
    far = Time(span=Span(0, 1), unit="year", shift=-9000)
    found = resolve_time(far, THURSDAY)
    assert found is not None
    assert found.start == "0001"


def test_a_leap_day_without_its_year_is_none_where_the_year_has_none() -> None:
    assert resolve_date("le 29 février", Dating(date="2023-03-01", how="given"), GRAMMARS["fr"]) is None


def test_shifts_far_ahead_stay_in_the_calendar() -> None:
    found = resolve_date("dans 999 décennies", Dating(date="2023-03-01", how="given"), GRAMMARS["fr"])
    assert found is None or (found.start or "") <= "9999"
