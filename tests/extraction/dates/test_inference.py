from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from quotepart.extraction.dates.inference import (
    infer_from_announcement,
    infer_from_meeting,
    infer_from_windows,
)
from quotepart.model.dates import Dating

MakeReady = Callable[..., Any]

MATTIS = (
    "Jim Mattis, secrétaire américain à la Défense, est arrivé mercredi pour une réunion des ministres de la Défense à "
    "Bruxelles. Les dépenses des Européens ont augmenté de 3 milliards en 2016, selon le secrétaire général de l'Otan, "
    "Jens Stoltenberg."
)
RUBIO = (
    "Les ministres des Affaires étrangères de l'Otan se réunissent cette semaine à Bruxelles, avant le sommet de La Haye prévu "
    "fin juin. C'est la première réunion du nouveau secrétaire d'État américain, Marco Rubio."
)


def test_office_holder_weekday_and_year_leave_one_meeting(ready: MakeReady) -> None:
    dating = infer_from_meeting(ready(MATTIS, "fr").evidence, None)
    assert dating is not None
    assert (dating.date, dating.how) == ("2017-02-15", "inferred")
    assert any("Mattis" in reason for reason in dating.evidence)
    assert any("D_2017-02-15" in reason for reason in dating.evidence)


def test_a_new_minister_before_a_summit_leaves_a_month(ready: MakeReady) -> None:
    dating = infer_from_meeting(ready(RUBIO, "fr").evidence, None)
    assert dating is not None
    assert dating.date == "2025-04"


def test_a_stated_month_and_a_weekday_leave_a_day(ready: MakeReady) -> None:
    text = "Les alliés se sont quittés jeudi à Bruxelles, au terme d'un sommet de deux jours à Bruxelles."
    made = ready(text, "fr")
    dating = infer_from_meeting(made.evidence, Dating(date="2018-07", how="stated"))
    assert dating is not None
    assert dating.date == "2018-07-12"


@pytest.mark.parametrize(
    "text",
    [
        "Les ministres de la Défense se réunissent mercredi à Bruxelles.",
        "Jim Mattis, secrétaire américain à la Défense, aime Bruxelles.",
        "Le sommet de Vilnius fut un tournant, écrit un historien.",
        "Jens Stoltenberg, secrétaire général de l'Otan, réunira les ministres de la Défense à Bruxelles.",
    ],
)
def test_too_little_evidence_dates_nothing(ready: MakeReady, text: str) -> None:
    assert infer_from_meeting(ready(text, "fr").evidence, None) is None


def test_figures_of_an_announcement_with_its_weekday(ready: MakeReady) -> None:
    text = "NATO Secretary General Jens Stoltenberg said on Monday that the 28 NATO members spent $10 billion more."
    dating = infer_from_announcement(ready(text, "en").evidence, None)
    assert dating is not None
    assert dating.date == "2017-03-13"


def test_figures_without_a_weekday_date_nothing(ready: MakeReady) -> None:
    text = "NATO Secretary General Jens Stoltenberg said that members spent $10 billion, or 3.8 percent, more in 2016."
    assert infer_from_announcement(ready(text, "en").evidence, None) is None


@pytest.mark.parametrize(
    ("lang", "text", "date"),
    [
        ("fr", "Les dirigeants redoutent leur sommet, mercredi et jeudi à Bruxelles, dit un diplomate de l'Otan.", "2018-07"),
        ("en", "The NATO summit held in Warsaw July 8-9 was marked by long meetings, a historian says.", "2016-07"),
        ("en", "In The Hague, the Nato summit waits for its guests. On Tuesday, nobody had come.", "2025-06-24"),
        ("fr", "Ils doivent s'engager lors du sommet de La Haye, mardi 24 juin, à dépenser davantage.", "2025-06"),
        ("en", "The 29 allies speak of money ahead of a meeting of NATO foreign ministers in Washington. "
         "It marks the alliance's 70th anniversary.", "2019-04"),
    ],
)  # fmt: skip
def test_what_is_said_of_the_meeting_itself_leaves_one(ready: MakeReady, lang: str, text: str, date: str) -> None:
    dating = infer_from_meeting(ready(text, lang).evidence, None)
    assert dating is not None
    assert dating.date == date


def test_two_weekdays_leave_the_month(ready: MakeReady) -> None:
    text = "Le sommet de l'Otan s'est ouvert mardi à Londres. L'alliance fête mercredi ses 70 ans."
    dating = infer_from_meeting(ready(text, "fr").evidence, None)
    assert dating is not None
    assert dating.date == "2019-12"


def test_a_weekday_before_that_of_the_report_leaves_the_day(ready: MakeReady) -> None:
    dating = infer_from_meeting(ready(MATTIS + " Les Alliés avaient donné leurs chiffres mardi.", "fr").evidence, None)
    assert dating is not None
    assert dating.date == "2017-02-15"


def test_the_days_of_a_meeting_are_not_the_day_of_its_report(ready: MakeReady) -> None:
    text = "Il s'est exprimé en marge du sommet de l'Otan qui se déroule à Bruxelles les 11 et 12 juillet."
    dating = infer_from_meeting(ready(text, "fr").evidence, None)
    assert dating is not None
    assert dating.date == "2018-07"


def test_a_range_of_days_is_the_meetings_own(ready: MakeReady) -> None:
    text = "He urged more spending at the NATO Defence Ministers Meeting held on February 17-18, an official says."
    dating = infer_from_meeting(ready(text, "en").evidence, None)
    assert dating is not None
    assert dating.date == "2021-02"


def test_weekdays_apart_are_not_those_of_one_meeting(ready: MakeReady) -> None:
    text = "Une réunion de l'Otan est prévue ce mardi à Bucarest alors que plusieurs ministres étaient à Klow ce lundi."
    dating = infer_from_meeting(ready(text, "fr").evidence, None)
    assert dating is not None
    assert dating.date == "2022-11"


def test_a_weekday_named_more_often_leaves_the_month(ready: MakeReady) -> None:
    text = (
        "L'alliance fête mercredi ses 70 ans. Elle a ouvert mardi son sommet de l'Otan à Londres. "
        "Les dirigeants ont parlé mardi, puis ils ont dîné mardi."
    )
    dating = infer_from_meeting(ready(text, "fr").evidence, None)
    assert dating is not None
    assert dating.date == "2019-12"


def test_somebodys_first_meeting_is_the_earliest_that_fits(ready: MakeReady) -> None:
    text = (
        "U.S. Defense Secretary Pete Hegseth made his first trip to NATO on Wednesday. "
        "NATO defence ministers meet in Brussels."
    )
    dating = infer_from_meeting(ready(text, "en").evidence, None)
    assert dating is not None
    assert dating.date == "2025-02"


def test_a_summit_by_its_city_again_and_again_is_what_a_report_is_about(ready: MakeReady) -> None:
    text = "What the Vilnius NATO summit brought\n\nAt the NATO summit in Vilnius the minister got no invitation."
    dating = infer_from_meeting(ready(text, "en").evidence, None)
    assert dating is not None
    assert dating.date == "2023-07"


def test_a_talk_of_two_is_no_meeting_of_the_calendar(ready: MakeReady) -> None:
    text = "Pete Hegseth, U.S. Secretary of Defense, spoke on Monday in a meeting with a minister of Syldavia."
    assert infer_from_meeting(ready(text, "en").evidence, None) is None


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("U.S. Secretary of Defense Lloyd Austin spoke. I wrapped up my first NATO defense ministerial yesterday.", "2021-02"),
        ("NATO leaders are meeting in Vilnius next week. A minister of the 31 allies spoke on Friday.", "2023-07"),
        ("The 32 allies gathered for their summit this week. The next summit, in 2026, will be held in Ankara.", "2025-06"),
    ],
)  # fmt: skip
def test_what_else_is_said_of_meetings_leaves_one(ready: MakeReady, text: str, date: str) -> None:
    dating = infer_from_meeting(ready(text, "en").evidence, None)
    assert dating is not None
    assert dating.date == date


def test_a_first_meeting_of_somebody_unnamed_dates_nothing(ready: MakeReady) -> None:
    text = "President Volodymyr Zelensky waited in Klow for some days. He held his second meeting of NATO ministers yesterday."
    assert infer_from_meeting(ready(text, "en").evidence, None) is None


def test_clues_that_leave_one_month_give_it(ready: MakeReady) -> None:
    text = "On the second anniversary of Russia's invasion of Ukraine, a minister of Syldavia spoke."
    dating = infer_from_windows(ready(text, "en").evidence, None)
    assert dating is not None
    assert (dating.date, dating.how) == ("2024-02", "inferred")
    assert infer_from_windows(ready("The 29 allies spoke.", "en").evidence, None) is None
    assert infer_from_windows(ready(text, "en").evidence, Dating(date="2024", how="stated")) is None


def test_a_council_of_another_body_dates_nothing(ready: MakeReady) -> None:
    text = "Sous la pression du Conseil européen, Viktor Orbán, Premier ministre hongrois, a cédé mardi à Klow."
    assert infer_from_meeting(ready(text, "fr").evidence, None) is None


def test_the_weekday_of_a_meeting_to_come_is_not_weighed(ready: MakeReady) -> None:
    text = "Prime Minister Justin Trudeau spoke ahead of the NATO summit. A report on Monday said spending would drop."
    assert infer_from_meeting(ready(text, "en").evidence, None) is None


@pytest.mark.parametrize(
    "text",
    [
        "The ministers spoke at the end of a meeting in Ankara with Ms Sporsz, who hopes for the best.",
        "Officials from fifty states met in Brussels on Friday. Pete Hegseth, the U.S. secretary of defense, was away.",
        "Rex Tillerson, the U.S. secretary of state, spoke on Friday. He wants a plan before leaders hold a summit.",
        "L'entretien paraît jeudi. Mike Pompeo, secrétaire d'État américain, ira au sommet de l'Otan à Londres, les 3 et 4 "
        "décembre.",
    ],
)
def test_a_meeting_of_others_or_of_another_weekday_dates_nothing(ready: MakeReady, text: str) -> None:
    lang = "fr" if "jeudi" in text else "en"
    assert infer_from_meeting(ready(text, lang).evidence, None) is None


def test_a_meeting_without_its_kind_is_that_of_the_summit_in_its_city(ready: MakeReady) -> None:
    text = (
        "Barack Obama, the U.S. president, spoke at their meeting on Friday in Warsaw. He is there for the NATO summit."
    )
    dating = infer_from_meeting(ready(text, "en").evidence, None)
    assert dating is not None
    assert dating.date == "2016-07-08"
