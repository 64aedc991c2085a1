from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from quotepart.model.pact import Names, Pact
from quotepart.pacts.faults import Faults
from quotepart.pacts.names import read_names

TINY = Path(__file__).parents[1] / "pact"


@pytest.fixture(scope="module")
def french() -> Names:
    faults = Faults()
    names, _ = read_names(TINY, "fr", faults)
    assert faults.found == []
    return names


def test_actors_have_names_and_institutions_say_for_whom_they_act(french: Names) -> None:
    assert french.actors["SYL"].name == "Syldavie"
    assert french.actors["SYL"].seats == ("palais de Klow",)
    assert french.institutions["SYL_DIET"].of == "SYL"
    assert french.institutions["GAZETTE"].of is None


def test_titles_of_a_role_stand_under_the_only_actor_they_fit_or_under_any(french: Names) -> None:
    assert french.roles["dm"] == {"any": ("ministre de la Défense",), "SYL": ("ministre de la Flotte",)}


def test_an_epithet_is_used_within_its_dates(french: Names) -> None:
    (six,) = [each for each in french.epithets if each.phrase == "les Six"]
    (five,) = [each for each in french.epithets if each.phrase == "les Cinq"]
    assert (six.kind, six.target) == ("group", "LEAGUE")
    assert [each.is_used_on(date(2019, 5, 14)) for each in (six, five)] == [True, False]
    assert [each.is_used_on(date(2019, 5, 13)) for each in (six, five)] == [False, True]


def test_an_epithet_can_be_marked_ambiguous(french: Names) -> None:
    marked = {each.phrase for each in french.epithets if each.is_ambiguous}
    assert marked == {"maréchal", "Gazette"}


def test_a_title_says_where_the_actor_goes() -> None:
    _, titles = read_names(TINY, "en", Faults())
    assert titles["hog"].format(actor="Syldavia") == "Head of government (Syldavia)"


def test_weights_are_numbers(french: Names) -> None:
    assert french.topics["fleet"] == {"flotte": 3.0, "flotte commune": 3.0, "navires": 1.5}


TOPICS = [
    "burden_sharing",
    "us_commitment",
    "article_5",
    "cohesion",
    "ukraine",
    "russia",
    "eastern_flank",
    "arctic",
    "southern_flank",
    "balkans",
    "indo_pacific",
    "terrorism",
    "nuclear",
    "defence_industry",
    "capabilities",
    "european_autonomy",
    "enlargement",
    "troop_posture",
    "trade",
    "turkey",
    "afghanistan",
]


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_a_language_of_nato_is_as_rich_as_reading_news_asks(nato_pact: Pact, lang: str) -> None:
    names = nato_pact.names[lang]
    assert set(names.topics) == set(TOPICS)
    assert all(len(words) >= 12 for words in names.topics.values())
    assert set(names.meetings) == {"summit", "defence_ministers", "foreign_ministers", "bilateral", "other"}
    assert set(names.metrics) >= {
        "defence_expenditure",
        "equipment_share",
        "ukraine_aid",
        "personnel",
        "members",
        "troops",
    }
    assert set(names.indicators) >= set(nato_pact.indicators)
    assert all(names.actors[member].adjectives for member in nato_pact.members)
    assert {meeting.city for meeting in nato_pact.meetings if meeting.city} <= set(names.cities.values())
    assert set(names.groups) == set(nato_pact.groups)


def test_both_languages_of_nato_know_the_same_actors(nato_pact: Pact) -> None:
    english, french = nato_pact.names["en"], nato_pact.names["fr"]
    assert set(english.actors) == set(french.actors)
    assert set(english.roles) == set(french.roles)
    assert set(english.offices) == set(french.offices)
    assert set(english.metrics) == set(french.metrics)


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_an_institution_acts_for_somebody_known(nato_pact: Pact, lang: str) -> None:
    names = nato_pact.names[lang]
    served = {each.of for each in names.institutions.values() if each.of}
    assert served <= {*names.actors, *nato_pact.groups}
    titled = {actor for titles in names.roles.values() for actor in titles}
    assert titled <= {"any", *names.actors}
