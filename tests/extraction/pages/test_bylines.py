from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from quotepart.extraction.pages.bylines import is_byline

MakeReady = Callable[..., Any]

TITLE = "Un long titre sur les dépenses des alliés"
PROSE = "Les alliés ont parlé de leurs dépenses de défense pendant une journée entière, sans rien conclure."


@pytest.mark.parametrize(
    ("lang", "line"),
    [
        ("fr", "par KLOW NEWS"),
        ("fr", "Par Jana Porsz et Otto Klow"),
        ("en", "- By Jana Porsz and Otto Klow"),
        ("en", "By Jana Porsz, Klow Courier"),
    ],
)
def test_by_and_names(ready: MakeReady, lang: str, line: str) -> None:
    assert is_byline(line, line.lower(), ready(PROSE, lang).grammars.furniture)


@pytest.mark.parametrize(
    ("lang", "line"),
    [
        ("fr", "Par habitant, la Syldavie dépense plus"),
        ("fr", "Par Jana Porsz, tout a été dit et redit hier soir au parlement."),
        ("en", "By Tuesday, NATO Will Decide"),
        ("en", "By the sea, the ministers talked and walked"),
    ],
)
def test_by_and_other_words(ready: MakeReady, lang: str, line: str) -> None:
    assert not is_byline(line, line.lower(), ready(PROSE, lang).grammars.furniture)


@pytest.mark.parametrize(("name", "expected"), [("Michel Porsz", ["Michel Porsz"]), ("Grande Muette", [])])
def test_a_name_that_does_not_come_again_is_its_author(ready: MakeReady, name: str, expected: list[str]) -> None:
    made = ready(f"{TITLE}\n\n{PROSE}\n\n{name}\n\n{PROSE} Encore.", "fr")
    assert [span.cut(made.prepared.text) for span in made.prepared.furniture] == expected


def test_a_name_that_the_report_speaks_of_is_its_own(ready: MakeReady) -> None:
    made = ready(f"{TITLE}\n\n{PROSE}\n\nMichel Porsz\n\n{PROSE} M. Porsz se tait.", "fr")
    assert made.prepared.furniture == ()


def test_what_an_author_is_stands_below_the_name(ready: MakeReady) -> None:
    text = (
        "La Ligue, cent ans après\n\nSylvie Sporsz\nÉditorialiste au Courrier de Klow.\n\n"
        "Les alliés ont parlé de leurs dépenses de défense pendant une journée entière, sans rien conclure."
    )
    found = [span.cut(text) for span in ready(text, "fr").prepared.furniture]
    assert found == ["Sylvie Sporsz\nÉditorialiste au Courrier de Klow."]


@pytest.mark.parametrize(
    ("line", "lang"),
    [
        ("Michel Porsz, journaliste à la rédaction", "fr"),
        ("Ida Sporsz, Defence correspondent", "en"),
        ("Ida Sporsz Defence editor", "en"),
    ],
)
def test_a_name_with_its_role_is_an_author(ready: MakeReady, line: str, lang: str) -> None:
    prose = PROSE if lang == "fr" else "The allies spoke of their spending for a whole day, and agreed on nothing new."
    made = ready(f"{TITLE if lang == 'fr' else 'Allies speak at length'}\n\n{line}\n\n{prose}\n\n{prose} Encore.", lang)
    assert [span.cut(made.prepared.text) for span in made.prepared.furniture] == [line]


def test_who_spoke_the_words_above_is_no_author(ready: MakeReady) -> None:
    text = f"{TITLE}\n\n{PROSE}\n\nLa ligue tiendra parole.\n\nMichel Porsz, général de la ligue\n\n{PROSE} Encore."
    assert ready(text, "fr").prepared.furniture == ()


@pytest.mark.parametrize(
    ("line", "lang"),
    [
        ("Ida Sporsz Defence editor", "en"),
        ("Ida Sporsz and Otto Klowski in Klow", "en"),
        ("Otto Klowski\nOtto Klowski Chef du service", "fr"),
        ("par klow-info", "fr"),
        ("2nd October 2014, Policy Unit, No. 1", "en"),
    ],
)
def test_an_author_below_what_stands_first(ready: MakeReady, line: str, lang: str) -> None:
    prose = PROSE if lang == "fr" else "The allies spoke of their spending for a whole day, and agreed on nothing new."
    text = f"{'Titre du rapport' if lang == 'fr' else 'Title of this report'}\n\n{prose}\n\n{line}\n\n{prose} Encore."
    assert [span.cut(text) for span in ready(text, lang).prepared.furniture] == [line]
