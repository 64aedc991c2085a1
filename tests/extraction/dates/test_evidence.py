from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from quotepart.extraction.dates.evidence import NO_OLDER, compile_evidence, day_of, holders_left
from quotepart.extraction.languages.find import language_of
from quotepart.extraction.times.times import Time
from quotepart.model.pact import Pact
from quotepart.model.span import Span

MakeReady = Callable[..., Any]


def left(ready: MakeReady, text: str, lang: str = "fr") -> list[tuple[str, str]]:
    return [(str(window.first), str(window.until)) for window in ready(text, lang).evidence.left]


def test_without_clues_the_horizon_is_left(ready: MakeReady) -> None:
    made = ready("Les alliés se parlent.", "fr")
    assert made.evidence.left == (made.grammars.dates.evidence.horizon,)
    assert made.evidence.used == ()


def test_a_summit_to_come_bounds_the_time(ready: MakeReady) -> None:
    ((first, until),) = left(ready, "Les alliés préparent le sommet de Varsovie, prévu dans quelques semaines.")
    assert ("2016-04" < first < "2016-07") and until == "2016-07-08"


def test_later_this_month_bounds_it_more(ready: MakeReady) -> None:
    text = "He expects a decision by the NATO summit in The Hague later this month."
    assert left(ready, text, "en") == [("2025-06-01", "2025-06-24")]


def test_years_to_come_are_no_bound(ready: MakeReady) -> None:
    assert ready("L'objectif doit être atteint d'ici 2025.", "fr").evidence.used == ()
    assert left(ready, "Les dépenses ont augmenté en 2019.")[0][0] == "2019-01-01"


def test_what_stands_in_furniture_is_no_evidence(ready: MakeReady) -> None:
    text = "Les alliés se parlent à Klow depuis ce matin, dit-on.\n\n© 2024 Le Courrier de Klow"
    assert ready(text, "fr").evidence.used == ()


def test_the_seat_of_an_invented_pact(tiny_pact: Pact) -> None:
    assert compile_evidence(language_of("fr"), tiny_pact).seat == "Klow"


def test_a_day_that_a_year_does_not_have() -> None:
    leap = Time(span=Span(0, 1), month=2, day=29)
    assert day_of(2024, leap) is not None
    assert day_of(2023, leap) is None


@pytest.mark.parametrize(
    ("lang", "text", "windows"),
    [
        ("fr", "On fête le 70e anniversaire de l'Otan.", ("2019-01-01", "2020-01-01")),
        ("fr", "L'Otan fête ses 70 ans.", ("2019-01-01", "2021-01-01")),
        ("en", "It is NATO's 75th anniversary.", ("2024-01-01", "2025-01-01")),
        ("en", "The 76-year-old NATO alliance is talking.", ("2025-01-01", "2026-10-01")),
    ],
)
def test_how_old_the_pact_is(ready: MakeReady, lang: str, text: str, windows: tuple[str, str]) -> None:
    assert left(ready, text, lang) == [windows]


def test_the_age_of_another_tells_nothing(ready: MakeReady) -> None:
    assert ready("Il a 70 ans et rêve.", "fr").evidence.used == ()


def test_who_holds_office_bounds_the_time(ready: MakeReady) -> None:
    made = ready("Jens Stoltenberg, secrétaire général de l'Otan, a parlé en 2019.", "fr")
    (window,) = holders_left(made.prepared, made.times, made.grammars.dates.evidence)
    assert (str(window.first), str(window.until)) == ("2014-10-01", "2024-10-01")


def test_a_year_in_which_something_will_be_is_no_bound(ready: MakeReady) -> None:
    made = ready("En 2018, cette rencontre se tiendra au Canada.", "fr")
    assert made.evidence.left == (made.grammars.dates.evidence.horizon,)


@pytest.mark.parametrize(
    "text", ["The mission was slated to expire in 2023.", "Their next summit, in 2026, will be long."]
)
def test_a_year_to_come_is_no_lower_bound(ready: MakeReady, text: str) -> None:
    assert left(ready, text, "en")[0][0] < text[text.index("20") :][:4]


def test_what_one_goes_into_is_to_come(ready: MakeReady) -> None:
    text = "This is an important talk for Syldavia going into the NATO summit in The Hague."
    assert left(ready, text, "en")[0][1] == "2025-06-24"


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "Un effort de trois milliards s'ajoutera au budget de Klow en 2026."),
        ("fr", "Quatre bataillons seront déployés dans la plaine de Klow en 2017."),
        ("fr", "La Syldavie y consacrera 5 à 6 % de 2026 à 2030, soit sur la période 2026-2030."),
        ("en", "Four battalions will be deployed to the plain of Klow in 2017."),
    ],
)
def test_a_year_planned_for_is_no_lower_bound(ready: MakeReady, lang: str, text: str) -> None:
    assert not [clue for clue in ready(text, lang).evidence.used if clue.meaning == NO_OLDER]


def test_a_summit_called_by_its_month_is_not_a_year_away(ready: MakeReady) -> None:
    assert left(ready, "The mission starts with the NATO summit in Washington in July.", "en") == [
        ("2023-08-14", "2025-06-05")
    ]
