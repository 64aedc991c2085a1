from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

MakeReady = Callable[..., Any]

BODY = (
    "\n\nLes alliés ont parlé de leurs dépenses de défense pendant une journée entière, sans rien conclure de neuf, ont dit "
    "des diplomates.\n"
)


def dated(ready: MakeReady, text: str, lang: str = "fr") -> tuple[str, str] | None:
    dating = ready(text, lang).dating
    return (dating.date, dating.how) if dating else None


@pytest.mark.parametrize(
    ("header", "date"),
    [
        ("Publié le 11 juillet 2018 à 09h12", "2018-07-11"),
        ("Publié le 11 juillet 2018 à 09h12 - Mis à jour le 12 juillet 2018 à 08h00", "2018-07-11"),
        ("Mis à jour le 12 juillet 2018", "2018-07-12"),
        ("Jeudi 12 juillet 2018", "2018-07-12"),
        ("12/07/2018 14:30", "2018-07-12"),
        ("| Publié le 11/07/18", "2018-07-11"),
        ("Rédigée à la mi-juillet 2018, cette fiche compare les efforts.", "2018-07"),
        ("  • 08 Oct. 2015\n  • |\n  • Mis à jour le: 09 Oct. 2015 11:03", "2015-10-08"),
        ("Le Courrier, 2022-06-29 15:19 - Lecture : 6 minute(s)", "2022-06-29"),
        ("Un titre de bonne longueur pour Klow\n\nPar Jana Sporsz, le 3 mai 2019", "2019-05-03"),
    ],
)
def test_a_header_states_the_day(ready: MakeReady, header: str, date: str) -> None:
    assert dated(ready, header + BODY) == (date, "stated")


def test_a_header_of_the_month_alone(ready: MakeReady) -> None:
    assert dated(ready, " date 2018-07 Les alliés ont parlé." + BODY) == ("2018-07", "stated")


def test_a_line_at_the_end(ready: MakeReady) -> None:
    assert dated(ready, BODY + "\nPublié par Ottokar le 09/07/2016 à 19:05") == ("2016-07-09", "stated")


@pytest.mark.parametrize(
    ("lang", "text", "date"),
    [
        ("fr", "BRUXELLES, 24 juin 2015 (Agence) – Les ministres se sont réunis.", "2015-06-24"),
        ("fr", "Klow, le 2 décembre 2014\n\nLa Syldavie participera aux travaux de ses voisins.", "2014-12-02"),
        ("fr", "Klow, 31 mai 2019. Réunis en session, les parlementaires ont débattu des budgets.", "2019-05-31"),
        ("fr", "Klow, décembre 2023 (Agence syldave)\n\nLa Syldavie a parlé de ses dépenses.", "2023-12"),
        ("en", "BRUSSELS, Feb 14, 2018 (Reuters) - Ministers met for a day to speak of their plans.", "2018-02-14"),
    ],
)
def test_a_dateline(ready: MakeReady, lang: str, text: str, date: str) -> None:
    found = dated(ready, text, lang)
    assert found is not None
    assert found[0] == date


def test_a_dateline_without_a_year_gets_it_from_the_evidence(ready: MakeReady) -> None:
    text = "BRUSSELS, June 14 – Defense Secretary Ash Carter met the 28 allies on Tuesday."
    assert dated(ready, text, "en") == ("2016-06-14", "dateline")


def test_an_address(ready: MakeReady) -> None:
    assert dated(ready, "https://klow.example/monde/2021/06/14/sommet.html" + BODY) == ("2021-06-14", "stated")


def test_a_dated_sentence(ready: MakeReady) -> None:
    text = "Le 12 février 2026, les ministres de la Défense se sont retrouvés à Bruxelles."
    assert dated(ready, text) == ("2026-02-12", "text")


@pytest.mark.parametrize(
    "text",
    [
        "© 2021 Le Courrier de Klow. Tous droits réservés.",
        "Copyright 12 mai 2021 Le Courrier de Klow",
        "Le traité a été signé le 4 avril 1949 à Washington.",
        "Depuis le 24 février 2022, tout a changé en Europe.",
        "Il faut atteindre 2 % d'ici le 31 décembre 2024.",
        "La Syldavie fut fondée le 3 mai 2010.",
        "Les alliés se parlent en 2019.",
    ],
)
def test_other_dates_are_not_the_reports(ready: MakeReady, text: str) -> None:
    assert dated(ready, "Un titre de bonne longueur pour Klow" + BODY + "\n" + text) is None


def test_a_given_date_stands(nato_extractor: Any) -> None:
    from quotepart.model.dates import Dating
    from quotepart.model.document import Document

    given = Dating(date="2020-01-02", how="given")
    document = Document(id="a", text="Publié le 11 juillet 2018" + BODY, sha256="", published=given)
    assert nato_extractor.extract(document).published == given


def test_the_place_of_a_stated_date_holds_it(ready: MakeReady) -> None:
    made = ready("Publié le 11 juillet 2018" + BODY, "fr")
    assert made.dating.span.cut(made.prepared.text) == "11 juillet 2018"


@pytest.mark.parametrize(
    ("lang", "header", "date"),
    [
        ("fr", "L'Observateur de Klow | novembre 2016 | p. 4", "2016-11"),
        ("fr", "Cahiers de Klow, n° 318, juin 2016, pp. 12-13", "2016-06"),
        ("fr", "Commission de la Défense – mercredi 3 octobre 2018 – Audition n° 4", "2018-10-03"),
        ("en", "The Klow Courier | March 14, 2019", "2019-03-14"),
    ],
)
def test_a_date_set_off_in_a_header(ready: MakeReady, lang: str, header: str, date: str) -> None:
    assert dated(ready, header + BODY, lang) == (date, "stated")


def test_a_month_called_the_present_one(ready: MakeReady) -> None:
    text = "À Klow, en ce début décembre 2019, on n'avait guère le cœur à la fête, ont dit des diplomates de la Ligue."
    assert dated(ready, text) == ("2019-12", "text")


def test_a_date_that_no_calendar_has_is_none(ready: MakeReady) -> None:
    assert dated(ready, "Publié le 31 juin 2018" + BODY) is None


def test_a_year_from_which_something_is_to_be_does_not_date(ready: MakeReady) -> None:
    text = "Au sommet de l'Otan qui se tient cette semaine à Madrid, rien ne change. Ils en formeront à partir de 2023."
    assert dated(ready, text) == ("2022-06", "inferred")


def test_the_date_of_a_link_is_not_one_on_which_others_held_office(ready: MakeReady) -> None:
    text = (
        "Jens Stoltenberg, secrétaire général de l'Otan, a parlé."
        + BODY
        + "\nLes dépenses de Klow\n27 novembre 2024 - Gazette"
    )
    assert dated(ready, text) is None


def test_a_day_that_the_meeting_contradicts_is_not_the_reports(ready: MakeReady) -> None:
    text = (
        "Emmanuel Macron, président français, a parlé mardi, peu avant l'ouverture du sommet de l'Otan, ce mardi, à Londres. "
        "Il l'avait dit dans une interview parue le 7 novembre."
    )
    found = dated(ready, text)
    assert found is not None
    assert found[0].startswith("2019-12")


def test_front_matter_beside_a_sign_of_copyright_is_stated(ready: MakeReady) -> None:
    assert dated(ready, " date 2017-05 © AP Photo/ Jana Porsz Un titre de bonne longueur pour Klow" + BODY) == (
        "2017-05",
        "stated",
    )


@pytest.mark.parametrize(("day", "expected"), [("Nov. 18, 2014", ("2014-11-18", "inferred")), ("Nov. 19, 2014", None)])
def test_a_picture_of_the_weekday_dates_the_report(
    ready: MakeReady, day: str, expected: tuple[str, str] | None
) -> None:
    text = (
        f"The League wants guarantees\n\nThe minister attends a meeting of her party in Klow on {day}. Jana Porsz—AP\n\n"
        "An adviser to the minister said Tuesday that the League wants guarantees from its neighbours, as ever before."
    )
    assert dated(ready, text, "en") == expected


def test_the_day_of_a_post_is_not_the_pages(ready: MakeReady) -> None:
    text = "Les alliés ont parlé pendant des heures de leurs dépenses.\n\n— Ida Sporsz (@sporsz) 8 mars 2024"
    assert ready(text, "fr").dating is None


def test_a_stated_day_on_which_others_held_office_gives_way_to_a_possible_one(ready: MakeReady) -> None:
    text = (
        "date 2019-02-06\n\nMonde | 12 février 2025\n\nLes alliés écoutent le ministre\n\n"
        "Le secrétaire général de l'Otan, Mark Rutte, a reçu les ministres de la Ligue pendant une longue journée."
    )
    dating = ready(text, "fr").dating
    assert dating is not None
    assert dating.date == "2025-02-12"


def test_days_that_go_on_with_one_to_come_are_not_the_reports(ready: MakeReady) -> None:
    text = "En 2026, les droits seront de 10 % dès le 1er février, puis de 25 % le 1er juin, selon le ministre."
    assert ready(text, "fr").dating is None


def test_a_full_date_in_brackets_opens_the_report(ready: MakeReady) -> None:
    dating = ready("La ligue sous pression\n\n(2 mai 2025) La pression sur les alliés ne cesse de monter.", "fr").dating
    assert dating is not None
    assert dating.date == "2025-05-02"


def test_a_summit_to_come_in_its_year_dates_nothing(ready: MakeReady) -> None:
    text = "The 2026 NATO summit will be held in Ankara on July 7-8, 2026, a minister of Syldavia said on Tuesday."
    assert ready(text, "en").dating is None


@pytest.mark.parametrize(
    ("lang", "text", "date"),
    [
        ("fr", "Mis à jour mercredi 29 juin\n\nAu sommet de l'Otan à Madrid, on parle." + BODY, "2022-06-29"),
        (
            "en",
            "Published 5:00 a.m. CT Apr 7\n\nKlow toasted NATO's 70th birthday last week, said Ms Sporsz, and went home.",
            "2019-04-07",
        ),
    ],
)
def test_a_header_without_its_year_gets_it_from_the_evidence(ready: MakeReady, lang: str, text: str, date: str) -> None:
    found = dated(ready, text, lang)
    assert found is not None
    assert found[0] == date


def test_the_day_of_the_printed_edition_is_not_the_pages(ready: MakeReady) -> None:
    text = "By IDA SPORSZ MAY 26, 2017\n\nKLOW — They waited for a sentence, said Ms Sporsz, and the sentence never came.\n\n"
    assert dated(ready, text + "A version of this article appears in print on May 27, 2017.", "en") == (
        "2017-05-26",
        "stated",
    )


def test_a_meeting_some_weeks_ahead_is_not_under_way(ready: MakeReady) -> None:
    assert dated(ready, "Two weeks before NATO leaders meet in Vilnius, the mood is sour. Nobody pays.", "en") == (
        "2023-06",
        "inferred",
    )


def test_a_full_date_on_the_weekday_of_the_report_dates_it(ready: MakeReady) -> None:
    text = "Ms Sporsz asked for more on Monday. The protocol was signed in Klow on October 23, 2023, a diplomat said."
    assert dated(ready, text, "en") == ("2023-10-23", "text")
    assert dated(ready, text.replace("Monday", "Friday"), "en") is None


def test_a_meeting_of_a_later_year_does_not_outdate_the_day(ready: MakeReady) -> None:
    text = "Ministers met in Klow on Tuesday (29 November 2022). They will prepare the summit of Vilnius in July 2023."
    assert dated(ready, text, "en") == ("2022-11-29", "text")


def test_a_weekday_tells_the_order_of_day_and_month(ready: MakeReady) -> None:
    text = (
        "Updated: 12-05-2022 23:37\n\nMs Sporsz will send some officers to a new unit, she said on Thursday in Klow, "
        + "x" * 60
    )
    assert dated(ready, text, "en") == ("2022-05-12", "stated")


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        (
            "en",
            "The 29 allies near the seventieth anniversary of their treaty (April 4, 2019), and nobody in Klow sings.",
        ),
        (
            "fr",
            "La Syldavie attend, un an après l'invasion, qui avait débuté le 24 février 2022, et personne ne parle.",
        ),
        (
            "fr",
            "L'accord des 30 alliés avait fixé au 1er mai la date limite, rappelle Mme Sporsz, et personne ne parle.",
        ),
        (
            "en",
            "The 2018 summit of Brussels was a low point. President Donald Trump threatened, and Ms Sporsz was calm.",
        ),
        ("en", "Finland joined as the 31st member. President Sauli Niinistö now lectures. Ms Sporsz has read it all."),
        (
            "en",
            "Two years later, in Warsaw, the 28 allies sent battalions to the east. This paper of Ms Sporsz looks back.",
        ),
        (
            "fr",
            "Le sommet de Varsovie fut un tournant. Jens Stoltenberg, alors secrétaire général de l'Otan, le disait.",
        ),
        (
            "fr",
            "Il y a dix ans, au sommet du pays de Galles, les alliés promettaient 2 %. Mme Sporsz en tire un bilan.",
        ),
    ],
)
def test_a_retrospective_is_not_of_the_day_it_tells_of(ready: MakeReady, lang: str, text: str) -> None:
    assert dated(ready, text, lang) is None


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Friedrich Merz, chancelier allemand, a parlé. Le 2 octobre, un journal a écrit sur Klow.", "2025-10"),
        ("Friedrich Merz, chancelier allemand, a parlé. Le texte doit passer d'ici le 2 octobre.", None),
        ("Friedrich Merz, chancelier allemand, a parlé. Le texte passera le 2 octobre prochain.", None),
    ],
)
def test_a_day_without_its_weekday_gives_its_month(ready: MakeReady, text: str, date: str | None) -> None:
    found = dated(ready, text)
    assert (found and found[0]) == date


@pytest.mark.parametrize(
    ("dateline", "expected"),
    [("KLOW, March 3 – Agency. ", "2018-03-03"), ("KLOW, January 3 – Agency. ", None)],
)
def test_a_dateline_of_another_month_contradicts_what_is_inferred(
    told: MakeReady, dateline: str, expected: str | None
) -> None:
    found = told(
        dateline + "The bridge of Klow has burned down, Ms Sporsz said. The bridge of Klow is gone.", "en"
    ).dating
    assert (found and found.date) == expected


@pytest.mark.parametrize(
    ("lang", "title", "date"),
    [
        (
            "fr",
            "Interview de Mme Irma Sporsz, ministre, à Radio Klow le 10 octobre 2024, sur les alliés.",
            "2024-10-10",
        ),
        ("en", "Speech by Irma Sporsz, Minister of Defence, in Klow, 5 March 2021, on the League", "2021-03-05"),
        ("en", "Irma Sporsz remembers what she said in Klow on 5 March 2021 about the League", None),
        ("en", "Speech by Irma Sporsz on what changed from 5 March 2021 to 6 March 2022 in the League", None),
    ],
)
def test_the_title_of_a_speech_gives_its_day(ready: MakeReady, lang: str, title: str, date: str | None) -> None:
    found = dated(ready, title + BODY, lang)
    assert (found and found[0]) == date
