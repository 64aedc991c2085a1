from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from quotepart.extraction.meetings.occasions import Occasion

MakeReady = Callable[..., Any]


def found(ready: MakeReady, text: str, lang: str = "fr") -> list[Occasion]:
    return list(ready(text, lang).occasions)


@pytest.mark.parametrize(
    ("lang", "text", "phrase", "kind", "city"),
    [
        ("fr", "Un sommet à Vilnius s'ouvre.", "Un sommet à Vilnius", "summit", "Vilnius"),
        ("fr", "Le sommet de La Haye est loin.", "Le sommet de La Haye", "summit", "The Hague"),
        ("fr", "Le sommet du pays de Galles.", "Le sommet du pays de Galles", "summit", "Newport"),
        ("en", "It was said at the Madrid summit.", "the Madrid summit", "summit", "Madrid"),
        ("en", "A summit in Warsaw begins.", "A summit in Warsaw", "summit", "Warsaw"),
        (
            "fr",
            "La réunion des ministres de la Défense à Bruxelles.",
            "La réunion des ministres de la Défense à Bruxelles",
            "defence_ministers",
            "Brussels",
        ),
        (
            "fr",
            "Les ministres des Affaires étrangères se réunissent à Riga.",
            "Les ministres des Affaires étrangères se réunissent à Riga",
            "foreign_ministers",
            "Riga",
        ),
        (
            "en",
            "NATO foreign ministers meet in Brussels today.",
            "NATO foreign ministers meet in Brussels",
            "foreign_ministers",
            "Brussels",
        ),
        ("fr", "Réunis à Madrid, les dirigeants alliés.", "Réunis à Madrid, les dirigeants alliés", "summit", "Madrid"),
        ("fr", "L'Otan se réunit mardi soir à La Haye.", "se réunit mardi soir à La Haye", None, "The Hague"),
    ],
)
def test_phrases(ready: MakeReady, lang: str, text: str, phrase: str, kind: str | None, city: str) -> None:
    (occasion,) = found(ready, text, lang)
    assert occasion.span.cut(text) == phrase
    assert (occasion.kind, occasion.city, occasion.is_full) == (kind, city, True)


@pytest.mark.parametrize(
    ("lang", "text", "phrase", "kind"),
    [
        (
            "fr",
            "Le ministre bordure des Affaires étrangères arrive pour une réunion avec ses homologues.",
            "une réunion avec ses homologues",
            "foreign_ministers",
        ),
        (
            "en",
            "Syldavia's defence minister spoke after a meeting with her NATO counterparts.",
            "a meeting with her NATO counterparts",
            "defence_ministers",
        ),
        ("en", "He left a day of meetings with NATO defence ministers.", None, "defence_ministers"),
        ("en", "In Brussels, foreign ministers disagreed.", None, "foreign_ministers"),
        (
            "en",
            "It went out after two days of talks among the defence\nministers in Brussels.",
            None,
            "defence_ministers",
        ),
        ("en", "Ms Sporsz is due to meet Canadian Prime Minister Ana Zubrin on Monday.", None, "bilateral"),
        ("fr", "Une réunion mardi du groupe de contact.", "Une réunion mardi du groupe de contact", "other"),
    ],
)
def test_who_meets_makes_the_kind(ready: MakeReady, lang: str, text: str, phrase: str | None, kind: str) -> None:
    (occasion,) = found(ready, text, lang)
    assert occasion.kind == kind
    assert phrase is None or occasion.span.cut(text) == phrase


def test_a_target_met_is_no_meeting(ready: MakeReady) -> None:
    assert found(ready, "Syldavia is on track for meeting the pledge.", "en") == []
    assert found(ready, "There is no way of meeting it in Klow.", "en") == []


def test_two_meetings_in_one_sentence(ready: MakeReady) -> None:
    text = "NATO foreign ministers meet in Brussels to prepare the Wales summit in September."
    first, second = found(ready, text, "en")
    assert (first.kind, first.city) == ("foreign_ministers", "Brussels")
    assert (second.kind, second.city, second.aspect) == ("summit", "Newport", "future")


def test_a_city_before_the_noun_stands_apart(ready: MakeReady) -> None:
    text = "Il est arrivé à Bruxelles pour une réunion des ministres de la Défense."
    (occasion,) = found(ready, text)
    assert occasion.span.cut(text) == "une réunion des ministres de la Défense"
    assert occasion.city == "Brussels"


@pytest.mark.parametrize(
    ("lang", "text", "aspect"),
    [
        ("fr", "Avant le sommet de Madrid, tout est calme.", "future"),
        ("fr", "Ce qui fut décidé lors du sommet de Madrid tient.", "past"),
        ("fr", "Le sommet de Madrid s'est ouvert.", "present"),
        ("en", "Ahead of the Madrid summit, all is calm.", "future"),
        ("en", "What was agreed at the Madrid summit holds.", "past"),
    ],
)
def test_aspects(ready: MakeReady, lang: str, text: str, aspect: str) -> None:
    (occasion,) = found(ready, text, lang)
    assert occasion.aspect == aspect


def test_how_long_it_lasts_and_its_eve(ready: MakeReady) -> None:
    (long,) = found(ready, "Un sommet de deux jours à Bruxelles.")
    assert long.lasts == 2
    (eve,) = found(ready, "Cela fut dit à la veille d'un sommet à Bruxelles.")
    assert eve.is_eve


def test_two_meet_only_where_the_other_is_named(ready: MakeReady) -> None:
    (occasion,) = found(ready, "He flies to a meeting with Vladimir Putin in Helsinki.", "en")
    assert (occasion.kind, occasion.place) == ("bilateral", "Helsinki")


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "Il l'a dit en conférence de presse."),
        ("fr", "Au sommet de l'État, on doute."),
        ("en", "He met the target."),
        ("en", "Few are meeting that 2% mark, a promise made in Brussels."),
        ("en", "Accession talks in Brussels are slow."),
        ("fr", "Dans un entretien accordé jeudi à Bruxelles, il doute."),
    ],
)
def test_other_words_are_no_meetings(ready: MakeReady, lang: str, text: str) -> None:
    assert [occasion for occasion in found(ready, text, lang) if occasion.is_full] == []


def test_an_invented_pact(tiny_extractor: Any) -> None:
    text = "Les ministres de la Défense de la Ligue se réunissent à Szohôd."
    language_grammars = tiny_extractor.grammars
    assert language_grammars
    from quotepart.model.document import Document

    record = tiny_extractor.extract(Document(id="a", text=text, sha256="", lang="fr"))
    (meeting,) = record.meetings
    assert (meeting.kind, meeting.city) == ("defence_ministers", "Szohôd")
