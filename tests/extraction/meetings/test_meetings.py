from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from quotepart.extraction.meetings.meetings import find_meetings
from quotepart.model.entry import MeetingMention

MakeReady = Callable[..., Any]


def found(ready: MakeReady, text: str, published: str | None, lang: str = "fr") -> list[MeetingMention]:
    made = ready(text, lang)
    prepared = made.published(published) if published else made.prepared
    return list(find_meetings(prepared, made.occasions, made.grammars.meetings))


@pytest.mark.parametrize(
    ("text", "published", "ids"),
    [
        ("Les ministres de la Défense se réunissent à Bruxelles.", "2018-02-14", ["D_2018-02-14"]),
        ("Une réunion de l'Otan s'est tenue à Bruxelles.", "2025-04-04", ["F_2025-04-03"]),
        ("Le sommet de Bruxelles s'achève.", "2018-07-12", ["S_2018-07-11"]),
        ("Le sommet de Bruxelles s'achève.", "2021-06-14", ["S_2021-06-14"]),
        ("Le sommet de Vilnius est loin.", None, ["S_2023-07-11"]),
        ("Le sommet de Bruxelles est loin.", None, [None]),
        ("Comme convenu au sommet de Varsovie, tout change.", "2019-01-15", ["S_2016-07-08"]),
        ("Le sommet de Bruxelles de 2017 fut bref.", "2019-01-15", ["S_2017-05-25"]),
    ],
)
def test_the_calendar_links_them(ready: MakeReady, text: str, published: str | None, ids: list[str | None]) -> None:
    assert [meeting.meeting_id for meeting in found(ready, text, published)] == ids


@pytest.mark.parametrize(
    ("text", "lang", "ids"),
    [
        ("Members agreed in Wales in 2014 to spend more.", "en", ["S_2014-09-04"]),
        ("En juillet 2016, à Varsovie, les alliés l'avaient promis.", "fr", ["S_2016-07-08"]),
        ("The shop stood in Wales in 2014.", "en", []),
        ("Members agreed in Wales in 2015 to spend more.", "en", []),
    ],
)
def test_a_dated_city_where_members_decided_names_its_meeting(
    ready: MakeReady, text: str, lang: str, ids: list[str]
) -> None:
    assert [meeting.meeting_id for meeting in found(ready, text, "2023-02-14", lang)] == ids


def test_ministers_who_have_just_met_held_the_meeting_of_these_days(ready: MakeReady) -> None:
    text = "Mme Sporsz s'est tue après la visioconférence des ministres de la Défense."
    assert [meeting.meeting_id for meeting in found(ready, text, "2021-02-18")] == ["D_2021-02-17"]


def test_one_entry_a_meeting_at_its_first_full_mention(ready: MakeReady) -> None:
    text = "Un sommet à Vilnius s'ouvre mardi. Le sommet durera deux jours. Après le sommet de Vilnius, tous partiront."
    (meeting,) = found(ready, text, "2023-07-11")
    assert meeting.span.cut(text) == "Un sommet à Vilnius"
    assert (meeting.city, meeting.date) == ("Vilnius", "2023-07-11/2023-07-12")


def test_a_summit_to_come_beside_the_own_meeting(ready: MakeReady) -> None:
    text = "Les ministres des Affaires étrangères se réunissent à Bruxelles avant le sommet de La Haye prévu fin juin."
    first, second = found(ready, text, "2025-04-03")
    assert (first.kind, first.meeting_id) == ("foreign_ministers", "F_2025-04-03")
    assert (second.kind, second.city, second.meeting_id) == ("summit", "La Haye", "S_2025-06-24")


def test_a_meeting_outside_the_calendar_keeps_what_the_text_says(ready: MakeReady) -> None:
    (meeting,) = found(ready, "Le sommet de Klow s'ouvre le 3 mai 2019.", "2019-05-01")
    assert (meeting.kind, meeting.city, meeting.date, meeting.meeting_id) == ("summit", "Klow", "2019-05-03", None)


def test_a_summit_that_opens_a_report_needs_no_date(ready: MakeReady) -> None:
    (meeting,) = found(ready, "Le sommet s'ouvre dans la discorde, dit Mme Sporsz.", None)
    assert (meeting.kind, meeting.date) == ("summit", None)


def test_the_full_mention_stands_for_an_earlier_short_one(ready: MakeReady) -> None:
    text = "Le sommet divise les pays. Tout se jouera, dit-elle, au sommet de Klow."
    (meeting,) = found(ready, text, None)
    assert meeting.span.cut(text) == "au sommet de Klow"


def test_a_past_summit_in_the_month_of_the_report_is_meant(ready: MakeReady) -> None:
    (meeting,) = found(ready, "Après le sommet de Bruxelles, Mme Sporsz est rentrée.", "2018-07")
    assert meeting.meeting_id == "S_2018-07-11"


def test_a_month_without_its_year_yields_to_the_city(ready: MakeReady) -> None:
    (meeting,) = found(ready, "We prepare for the summit in Washington in July.", "2024-02-14", "en")
    assert meeting.meeting_id == "S_2024-07-09"


def test_a_bare_summit_told_of_on_its_day_is_the_one_under_way(ready: MakeReady) -> None:
    text = "Klow looks on. Nothing moves. All wait. Some sing. In the past, at their summit, leaders had taken other decisions."
    (meeting,) = found(ready, text, "2014-09-05", "en")
    assert meeting.meeting_id == "S_2014-09-04"


def test_the_statement_of_a_summit_is_no_meeting(ready: MakeReady) -> None:
    assert found(ready, "Members agree on a summit statement in Klow.", None, "en") == []


def test_next_year_lies_ahead(ready: MakeReady) -> None:
    text = "L'année prochaine, lors du sommet de La Haye, on comptera les sommes."
    (meeting,) = found(ready, text, "2024-07-11")
    assert meeting.meeting_id == "S_2025-06-24"


def test_a_bare_verb_is_no_fuller_than_the_summit_named_before(ready: MakeReady) -> None:
    text = "Le sommet de l'Otan divise. Les membres se réuniront les 11 et 12 juillet à Bruxelles."
    (meeting,) = found(ready, text, None)
    assert meeting.kind == "summit"


def test_ministers_beside_a_summit_are_not_its_own(ready: MakeReady) -> None:
    (meeting,) = found(ready, "It waits for a summit in Vilnius, Baltic defence ministers said.", "2023-06-01", "en")
    assert (meeting.kind, meeting.meeting_id) == ("summit", "S_2023-07-11")


def test_a_press_conference_or_a_body_is_no_meeting(ready: MakeReady) -> None:
    assert found(ready, "Il l'a dit en conférence de presse à Bruxelles.", "2018-07-12") == []
    assert found(ready, "Le Conseil de l'Atlantique nord est l'organe suprême.", "2018-07-12") == []


def test_a_capital_called_by_its_state_is_the_place(ready: MakeReady) -> None:
    text = (
        "Les ministres des Affaires étrangères de l'Otan se réunissent mardi dans la capitale roumaine, dit-on à Klow."
    )
    (meeting,) = found(ready, text, "2022-11-29")
    assert (meeting.city, meeting.meeting_id) == ("Bucarest", "F_2022-11-29")


def test_a_time_of_the_next_clause_is_not_the_meetings(ready: MakeReady) -> None:
    text = (
        "À l'issue de la réunion des ministres de la Défense à Bruxelles, il a dit que tout changerait en octobre 2015."
    )
    (meeting,) = found(ready, text, "2015-06-25")
    assert meeting.date != "2015-10"


def test_a_meeting_of_the_pact_is_the_one_of_these_days(ready: MakeReady) -> None:
    (meeting,) = found(ready, "Il l'a dit jeudi en marge d'une réunion de l'Otan.", "2022-02-17")
    assert meeting.kind == "defence_ministers"


@pytest.mark.parametrize(
    ("headline", "expected"),
    [
        ("Sommet de l'Otan : la Syldavie promet", "sommet de l'Otan à Vilnius"),
        ("Sommet de Vilnius : la Syldavie promet", "sommet de l'Otan à Vilnius"),
        ("Sommet de Vilnius : la Syldavie promettra-t-elle ?", "Sommet de Vilnius"),
    ],
)
def test_after_a_headline_the_first_full_mention_is_the_reports(ready: MakeReady, headline: str, expected: str) -> None:
    text = f"{headline}\n\nMme Sporsz est arrivée mardi au sommet de l'Otan à Vilnius."
    (meeting,) = found(ready, text, "2023-07-11")
    assert meeting.span.cut(text).endswith(expected)


def test_a_headline_that_says_who_meets_where_is_a_full_mention(ready: MakeReady) -> None:
    headline = "Réunion des ministres de la Défense de l'Otan à Bruxelles"
    text = f"{headline}\n\nLes ministres de la Défense de l'Otan se sont réunis jeudi à Bruxelles."
    (meeting,) = found(ready, text, "2026-02-12")
    assert meeting.span.cut(text) == headline
