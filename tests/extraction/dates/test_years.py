from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

from quotepart.extraction.dates.years import complete, in_either_order, weekdays_of_report

MakeReady = Callable[..., Any]


def test_the_weekday_of_a_meeting_to_come_is_not_the_reports(ready: MakeReady) -> None:
    made = ready("Il a parlé lundi. Le prochain sommet aura lieu jeudi à Bruxelles.", "fr")
    assert weekdays_of_report(made.evidence) == [1]


def test_a_day_and_month_get_the_year_that_the_weekday_leaves(ready: MakeReady) -> None:
    made = ready("Jens Stoltenberg, secrétaire général de l'Otan, a parlé vendredi 11 juin.", "fr")
    day = complete(made.evidence, made.times[0])
    assert str(day) == "2021-06-11"


def test_a_day_on_which_a_meeting_ends_is_not_the_reports(ready: MakeReady) -> None:
    made = ready("Les chefs d'État de l'Alliance sont réunis à Varsovie jusqu'à samedi.", "fr")
    assert weekdays_of_report(made.evidence) == []


def test_a_weekday_outweighs_how_many_are_counted(ready: MakeReady) -> None:
    text = "KLOW, 14 février (Agence) - Le président américain Donald Trump a réclamé mercredi des plans. "
    text += "Quinze des 28 alliés l'ont suivi."
    made = ready(text, "fr")
    assert complete(made.evidence, made.times[0]) == dt.date(2018, 2, 14)


def test_a_meeting_named_with_its_place_gives_the_year(ready: MakeReady) -> None:
    made = ready("Sommet de l'Otan à Madrid : mercredi 29 juin, les alliés parlent de l'an 2026.", "fr")
    assert complete(made.evidence, made.times[0]) == dt.date(2022, 6, 29)


@pytest.mark.parametrize(
    ("text", "inferred", "day"),
    [
        ("8/7/2016: Leaders gathered in Warsaw for the NATO summit.", None, dt.date(2016, 7, 8)),
        ("06/07/2018: Syldavia waits.", dt.date(2018, 7, 12), dt.date(2018, 7, 6)),
        ("06/07/2018: Syldavia waits.", None, None),
    ],
)
def test_a_date_in_numbers_is_read_in_the_order_that_fits(
    ready: MakeReady, text: str, inferred: dt.date | None, day: dt.date | None
) -> None:
    made = ready(text, "en")
    assert in_either_order(made.evidence, made.times[0], inferred) == day


def test_a_meeting_named_with_its_days_gives_the_year_of_a_day_after_it(ready: MakeReady) -> None:
    text = (
        "Mme Sporsz l'a dit le 14 juillet. Heiko Maas, ministre allemand des Affaires étrangères, s'était plaint mercredi. "
        "Le sommet de l'Otan s'est déroulé les 11 et 12 juillet à Bruxelles."
    )
    made = ready(text, "fr")
    assert complete(made.evidence, made.times[0]) == dt.date(2018, 7, 14)


def test_the_weekday_of_the_report_gives_no_year_to_another_day(ready: MakeReady) -> None:
    made = ready(
        "Antony Blinken, secrétaire d'État américain, a parlé mercredi. Klow avait été attaquée le 11 septembre.", "fr"
    )
    assert complete(made.evidence, made.times[1], is_its_own=False) is None
    assert complete(made.evidence, made.times[1]) == dt.date(2024, 9, 11)


def test_a_dateline_is_no_older_than_the_news_below_it(told: MakeReady) -> None:
    text = "KLOW, January 3 - The minister waits. On March 2, the bridge of Klow burned down. Nobody knew why in 2018."
    made = told(text, "en")
    day = complete(made.evidence, made.times[0])
    assert day != dt.date(2018, 1, 3)


def test_what_was_yesterday_makes_the_report_a_day_later(ready: MakeReady) -> None:
    dating = ready("Emmanuel Macron, président français, a promis, hier vendredi 20 janvier, un budget.", "fr").dating
    assert dating is not None
    assert dating.date == "2023-01-21"
