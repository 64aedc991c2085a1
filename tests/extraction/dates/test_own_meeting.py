from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from quotepart.extraction.dates.own_meeting import ministers_named, other_meetings, own_occasion

MakeReady = Callable[..., Any]


def own(ready: MakeReady, text: str, lang: str = "en") -> tuple[str | None, str | None] | None:
    found = own_occasion(ready(text, lang).evidence)
    return (found.kind, found.city) if found else None


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "In The Hague, the Nato summit waits for its guests. They are late."),
        (
            "en",
            "Leaders travel on Tuesday for their annual two-day summit. It is taking place in The Hague, near the sea.",
        ),
        ("fr", "Les dirigeants se retrouvent pour un sommet mardi. Il fait doux à La Haye, et l'on attend."),
    ],
)
def test_the_city_named_near_a_summit_is_its_place(ready: MakeReady, lang: str, text: str) -> None:
    assert own(ready, text, lang) == ("summit", "The Hague")


@pytest.mark.parametrize(
    "text",
    [
        "The summit is under way. In Brussels, officials wait.",
        "The summit is under way. Officials wait in Madrid and in Vilnius.",
        "The summit is under way. Everything was different in Madrid in 2022.",
        "The summit is under way. Madrid says little.",
    ],
)
def test_the_seat_two_cities_or_another_year_place_nothing(ready: MakeReady, text: str) -> None:
    assert own(ready, text) == ("summit", None)


def test_a_summit_of_another_year_is_not_the_reports(ready: MakeReady) -> None:
    text = "The summit opened with a dinner this week. At the 2014 summit in Wales, nobody ate."
    made = ready(text, "en")
    assert ("summit", "Newport") in other_meetings(made.evidence)
    assert own(ready, text) == ("summit", None)


def test_a_bare_word_repeats_the_summit_to_come(ready: MakeReady) -> None:
    text = "In a few weeks, we will hold our NATO summit in Warsaw. Today we prepare the decisions of the summit."
    assert own(ready, text) is None


def test_talks_of_two_come_last(ready: MakeReady) -> None:
    text = "Le ministre a rencontré Mme Sporsz mardi. Les dirigeants tiennent un sommet cette semaine."
    assert own(ready, text, "fr") == ("summit", None)


@pytest.mark.parametrize(
    ("lang", "text", "place"),
    [
        ("fr", "Les dirigeants tiennent cette semaine un sommet qui se déroule aux Pays-Bas.", ("summit", "The Hague")),
        ("fr", "Vilnius accueille depuis mardi les dirigeants pour leur sommet annuel.", ("summit", "Vilnius")),
        (
            "en",
            "They spoke on Thursday during a NATO meeting of foreign ministers in Lithuania.",
            ("foreign_ministers", None),
        ),
    ],
)
def test_a_state_or_a_host_is_a_place(ready: MakeReady, lang: str, text: str, place: tuple[str, str | None]) -> None:
    assert own(ready, text, lang) == place


def test_a_meeting_called_by_its_month_is_not_of_these_days(ready: MakeReady) -> None:
    assert own(ready, "She has blamed them since they agreed in June at a meeting in The Hague.") is None


def test_a_title_has_the_city_of_the_full_mention(ready: MakeReady) -> None:
    text = "A talk before the NATO foreign ministers meeting. It comes ahead of a meeting of the foreign ministers in Washington."
    assert own(ready, text) == ("foreign_ministers", "Washington")


def test_the_city_of_a_dateline_is_that_of_the_meeting(ready: MakeReady) -> None:
    text = "VILNIUS, Lithuania (AP) — Leaders of the allies promised more aid before the summit on Wednesday."
    assert own(ready, text) == ("summit", "Vilnius")


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "At this year's NATO summit in Washington, Ms Sporsz pledged that Syldavia would pay more."),
        ("fr", "Mme Sporsz se prépare au prochain sommet de l'Otan, dans trois semaines."),
        ("fr", "Mme Sporsz a parlé jeudi. L'Otan célébrera la paix lors d'un sommet à Londres, les 3 et 4 décembre."),
    ],
)
def test_a_meeting_of_the_year_or_weeks_ahead_is_not_of_these_days(ready: MakeReady, lang: str, text: str) -> None:
    assert own(ready, text, lang) is None


@pytest.mark.parametrize(
    "text",
    [
        "Ms Sporsz spoke after the NATO summit in The Hague. On the sidelines of the summit, she had met nobody.",
        "The League prepares for the NATO summit in Vilnius in mid-July. The NATO summit in Vilnius has five aims.",
    ],
)
def test_a_summit_that_is_over_or_far_is_not_the_reports(ready: MakeReady, text: str) -> None:
    assert own(ready, text) is None


def test_a_far_summit_that_is_also_called_near_is_the_reports(ready: MakeReady) -> None:
    text = "All eyes are on the July summit in Vilnius. At this month's summit in Vilnius, the League will speak."
    assert own(ready, text) == ("summit", "Vilnius")


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "NATO defence ministers on Friday endorsed a plan. Ms Sporsz was absent."),
        ("fr", "Les ministres de la Défense de l'Otan ont approuvé un plan vendredi. Mme Sporsz était absente."),
    ],
)
def test_ministers_of_the_pact_tell_of_their_meeting(ready: MakeReady, lang: str, text: str) -> None:
    made = ready(text, lang)
    assert list(ministers_named(made.evidence)) == ["defence_ministers"]
    assert own(ready, text, lang) == ("defence_ministers", None)


def test_ministers_of_others_tell_of_none(ready: MakeReady) -> None:
    made = ready("Defence ministers of Syldavia and Borduria endorsed a plan on Friday.", "en")
    assert not ministers_named(made.evidence)
