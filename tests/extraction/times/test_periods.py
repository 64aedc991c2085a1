from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from quotepart.extraction.text.tokens import tokenise
from quotepart.extraction.times.periods import PeriodHit, find_periods
from quotepart.model.dates import Dating, Period

MakeReady = Callable[..., Any]
PUBLISHED = Dating(date="2025-04-03", how="given")


def periods(ready: MakeReady, text: str, lang: str, published: Dating | None = PUBLISHED) -> list[PeriodHit]:
    made = ready(text, lang)
    tokens = tokenise(made.prepared.folded, 0, len(text))
    return find_periods(tokens, made.times, published, made.grammars.figures.periods)


@pytest.mark.parametrize(
    ("text", "lang", "period"),
    [
        ("en 2016", "fr", Period("2016", "2016")),
        ("depuis 2014", "fr", Period("2014", None)),
        ("au premier trimestre 2025", "fr", Period("2025-01", "2025-03")),
        ("entre 2014 et 2024", "fr", Period("2014", "2024")),
        ("en 2018 et 2019", "fr", Period("2018", "2019")),
        ("de 2019 à 2025", "fr", Period("2019", "2025")),
        ("l'an dernier", "fr", Period("2024", "2024")),
        ("cette année", "fr", Period("2025", "2025")),
        ("d'ici à la fin de 2035", "fr", Period(None, "2035")),
        ("since the pledge of 2014", "en", Period("2014", None)),
        ("since we agreed our joint pledge in 2014", "en", Period("2014", None)),
        ("by 2035", "en", Period(None, "2035")),
        ("by the end of 2024", "en", Period(None, "2024")),
        ("last year", "en", Period("2024", "2024")),
        ("from 2014 to 2024", "en", Period("2014", "2024")),
        ("in July 2018", "en", Period("2018-07", "2018-07")),
        ("in 2018, at 2010 prices", "en", Period("2018", "2018")),
        ("en 2018, aux prix de 2010", "fr", Period("2018", "2018")),
    ],
)
def test_times_named(ready: MakeReady, text: str, lang: str, period: Period) -> None:
    assert [hit.period for hit in periods(ready, text, lang)] == [period]


@pytest.mark.parametrize(
    ("text", "lang", "year"),
    [
        ("depuis le premier mandat Trump", "fr", "2017"),
        ("depuis l'arrivée de Donald Trump à la Maison-Blanche", "fr", "2025"),
        ("since the first Trump term", "en", "2017"),
        ("since Joe Biden took office", "en", "2021"),
        ("depuis le sommet de Varsovie", "fr", "2016"),
    ],
)
def test_times_reckoned_from_an_office_or_a_meeting(ready: MakeReady, text: str, lang: str, year: str) -> None:
    assert [hit.period for hit in periods(ready, text, lang)] == [Period(year, None)]


@pytest.mark.parametrize(
    ("text", "lang"),
    [("since the start of Russia's full-scale invasion", "en"), ("depuis le début de la guerre", "fr")],
)
def test_times_reckoned_from_an_event(ready: MakeReady, text: str, lang: str) -> None:
    assert [hit.period for hit in periods(ready, text, lang)] == [Period("2022-02", None)]
    assert periods(ready, text, lang, Dating(date="2019-05-14", how="given")) == []


def test_the_term_is_the_last_one_begun_when_it_was_written(ready: MakeReady) -> None:
    then = Dating(date="2018-07-12", how="given")
    found = periods(ready, "depuis l'arrivée de Donald Trump au pouvoir", "fr", then)
    assert found[0].period == Period("2017", None)


def test_a_deadline_is_marked(ready: MakeReady) -> None:
    assert [hit.is_until for hit in periods(ready, "d'ici 2035, puis en 2040", "fr")] == [True, False]


@pytest.mark.parametrize(
    ("text", "lang"),
    [("en 2014, dans un délai de dix ans", "fr"), ("in 2014 they agreed to get there within a decade", "en")],
)
def test_so_many_years_are_counted_from_a_time_named(ready: MakeReady, text: str, lang: str) -> None:
    assert periods(ready, text, lang)[1].period == Period(None, "2024")


def test_a_relative_time_needs_the_day_of_publication(ready: MakeReady) -> None:
    assert periods(ready, "l'an dernier", "fr", None) == []


def test_years_ahead_are_counted_from_a_time_that_is_past(ready: MakeReady) -> None:
    assert periods(ready, "in 2014 they agreed to get there in ten years", "en")[1].period == Period(None, "2024")
