from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from quotepart.extraction.pages.strange import mark_strange_titles
from quotepart.extraction.pages.words import PageLine
from quotepart.model.span import Span

MakeReady = Callable[..., Any]

TITLE = "La Syldavie veut doubler son budget militaire avant l'été"
PROSE = (
    "La Syldavie veut doubler son budget militaire, a déclaré mardi la ministre Ida Sporsz devant le parlement de Klow.\n\n"
    "Les alliés de la Ligue demandent cet effort depuis plusieurs années, et les voisins de Bordurie l'ont déjà consenti.\n\n"
    "Le gouvernement présentera son projet en septembre, avec des crédits nouveaux pour les munitions et les casernes.\n\n"
    "La ministre a rappelé que le pays consacre moins de 2 % de sa richesse à sa défense. Elle a promis d'y remédier.\n\n"
    "L'opposition juge l'effort trop lourd. « Nous voterons contre ce budget », a prévenu son chef, Otto Klow.\n\n"
    "Le parlement votera avant la fin de l'année. Les casernes du nord seront servies d'abord, selon le projet."
)
STRANGE = (
    "Le prix du beurre flambe dans les supermarchés",
    "Un ours aperçu près d'une école maternelle",
    "Football : Zileheroum sauve sa place en finale",
    "« Jamais vu pareille grêle », raconte un vigneron",
    "Comment choisir son matelas sans se tromper",
)
SENTENCES = (
    "Une avalanche a coupé la route du col la nuit dernière.",
    "Le chanteur a vendu sa maison au bord du lac pour un prix tenu secret.",
    "Les pompiers ont retrouvé le chat disparu du boulanger.",
    "Un astronome amateur découvre une comète.",
)


def furniture(ready: MakeReady, text: str, lang: str = "fr") -> list[str]:
    return [span.cut(text) for span in ready(text, lang).prepared.furniture]


def test_titles_of_other_reports_stand_before_the_title(ready: MakeReady) -> None:
    rows = "\n".join(STRANGE)
    assert furniture(ready, f"{rows}\n\n{TITLE}\n\n{PROSE}") == [rows]


def test_titles_of_other_reports_stand_in_mid_report(ready: MakeReady) -> None:
    rows = "\n".join(STRANGE)
    first, rest = PROSE.split("\n\n", 1)
    assert furniture(ready, f"{TITLE}\n\n{first}\n\n{rows}\n\n{rest}") == [rows]


def test_key_points_of_the_report_are_its_own(ready: MakeReady) -> None:
    points = "\n".join(
        (
            "Un budget militaire doublé avant l'été",
            "Un projet du gouvernement en septembre",
            "Des crédits pour les munitions et les casernes",
            "Les alliés de la Ligue demandent cet effort",
        )
    )
    assert furniture(ready, f"{TITLE}\n\n{points}\n\n{PROSE}") == []


def test_two_subheadings_are_no_row(ready: MakeReady) -> None:
    first, rest = PROSE.split("\n\n", 1)
    assert furniture(ready, f"{TITLE}\n\n{first}\n\nLe temps des orages\n\nAu bord du gouffre\n\n{rest}") == []


def test_what_stands_among_lines_of_the_page_is_the_page(ready: MakeReady) -> None:
    block = "Partager\nImprimer\nLe fil\nLes budgets militaires\nLe gouvernement de Klow\nFacebook"
    first, rest = PROSE.split("\n\n", 1)
    assert furniture(ready, f"{TITLE}\n\n{first}\n\n{block}\n\n{rest}") == [block]


def test_sentences_about_something_else_end_a_page(ready: MakeReady) -> None:
    items = "\n\n".join(SENTENCES)
    assert furniture(ready, f"{TITLE}\n\n{PROSE}\n\n{items}") == [items]


def test_one_such_sentence_is_left_alone(ready: MakeReady) -> None:
    assert furniture(ready, f"{TITLE}\n\n{PROSE}\n\n{SENTENCES[0]}") == []


@pytest.mark.parametrize(
    ("line", "lang"),
    [
        ("I have just spoken to the minister and told her that we will stand by the league and its members.", "fr"),
        ("J'ai parlé à la ministre et je lui ai dit que nous serions aux côtés de la Ligue et de ses membres.", "en"),
    ],
)
def test_a_line_in_another_language_is_furniture(ready: MakeReady, line: str, lang: str) -> None:
    english = (
        "Syldavia wants to double its military budget, the minister told the parliament of Klow on Tuesday.\n\n"
        "The allies of the league have asked for this effort for years, and the neighbours have made it already."
    )
    text = f"{PROSE if lang == 'fr' else english}\n\n{line}\n\n{(PROSE if lang == 'fr' else english)[:80]} encore."
    assert line in furniture(ready, text, lang)


def test_a_quotation_in_another_language_belongs_to_the_report(ready: MakeReady) -> None:
    line = "« We will stand by the league and by all of its members », a lancé la ministre."
    assert furniture(ready, f"{TITLE}\n\n{PROSE}\n\n{line}") == []


def test_a_page_without_prose_has_no_strange_titles() -> None:
    lines = [
        PageLine(Span(at, at + 4), "un titre de plus ici", 5, False, False, False, False, False) for at in range(6)
    ]
    mark_strange_titles(lines, frozenset())
    assert not any(line.is_furniture for line in lines)


def test_a_long_line_in_capitals_is_a_link(ready: MakeReady) -> None:
    link = "BORDURIA SAYS IT WILL BUY TWELVE NEW SUBMARINES FROM ZILEHEROUM"
    prose = "The allies spoke of their defence spending for a whole day, without agreeing on anything new."
    text = f"Allies speak at length\n\n{prose}\n\n{link}\n\n{prose} Again.\n\nTHE PRICE OF PEACE\n\n{prose} At last."
    assert furniture(ready, text, "en") == [link]


def test_words_in_marks_and_capitals_belong_to_the_report(ready: MakeReady) -> None:
    line = '"WE WILL NOT PAY MORE THAN THE OTHERS FOR TWELVE SUBMARINES"'
    prose = "The allies spoke of their defence spending for a whole day, without agreeing on anything new."
    assert furniture(ready, f"Allies speak at length\n\n{prose}\n\n{line}\n\n{prose} Again.", "en") == []


def test_the_only_title_is_kept_among_links(ready: MakeReady) -> None:
    links = "Les plus lus\nUn ours aperçu près d'une école"
    assert TITLE not in furniture(ready, f"{links}\n{TITLE}\n\n{PROSE}")


def test_a_notice_before_the_title_does_not_begin_the_report(ready: MakeReady) -> None:
    notice = "Ce site garde quelques traces de votre passage."
    head = f"Passer au contenu\n{notice}\nOui ou non\nAccueil > Monde > Ligue"
    found = furniture(ready, f"{head}\n\n{TITLE}\n\nPar Ida Klow\n\nPublié le 3 juin 2024\n\n{PROSE}")
    assert not any(TITLE in each for each in found)


def test_who_posted_what_is_in_another_language(ready: MakeReady) -> None:
    post = "The league has been taken for a fool by all of its members and it is not going to pay for them any more."
    name = "— Courier of Klow (@klow) July 29, 2020"
    assert furniture(ready, f"{TITLE}\n\n{post}\n\n{name}\n\n{PROSE}") == [f"{post}\n\n{name}"]


@pytest.mark.parametrize(
    "title",
    [
        "La ministre Sporsz – sans la Bordurie – et son budget",
        "Dernières nouvelles de Klow : la ministre veut doubler le budget militaire",
    ],
)
def test_a_title_that_looks_like_links_is_kept_where_there_is_no_other(ready: MakeReady, title: str) -> None:
    assert not any(title in found for found in furniture(ready, f"{title}\n\n3 mai 2024\n\n{PROSE}"))


def test_the_last_line_above_a_report_needs_fewer_of_its_words_to_be_its_title(ready: MakeReady) -> None:
    title = "Un gouvernement sur le sentier du pouvoir à Klow"
    player = "Écouter le direct\nÀ lire aussi\n0:00\n0:00"
    assert not any(title in found for found in furniture(ready, f"{player}\n{title}\n\n{PROSE}"))


def test_a_name_with_its_office_is_no_title(ready: MakeReady) -> None:
    name = "Ida Sporsz, ministre de la Défense de Syldavie"
    assert any(name in found for found in furniture(ready, f"À lire aussi\n{name}\n\n{PROSE}"))


NOTICE = "Cette rubrique ancienne paraît chaque samedi matin."


def test_a_sentence_by_itself_among_lines_of_the_page_is_the_page(ready: MakeReady) -> None:
    links = "Grille du soir\nBoutique"
    assert furniture(ready, f"{TITLE}\n\n{PROSE}\n\n{links}\n{NOTICE}") == [f"{links}\n{NOTICE}"]
    assert NOTICE in "".join(furniture(ready, f"{links}\n{NOTICE}\n{links.upper()}\n{TITLE}\n\n{PROSE}"))


@pytest.mark.parametrize("line", ["Le parlement votera ce budget militaire à la rentrée.", "« Nul ne dormira ici. »"])
def test_a_sentence_about_the_report_or_in_marks_is_the_report(ready: MakeReady, line: str) -> None:
    links = "Grille du soir\nBoutique"
    assert line not in "".join(furniture(ready, f"{TITLE}\n\n{PROSE}\n\n{links}\n{line}"))


def test_the_beginning_of_another_report_ends_a_page(ready: MakeReady) -> None:
    title = "Le vieux chanteur remonte sur scène"
    teaser = (
        "Absent depuis douze hivers, il chantera trois soirs dans la petite salle où sa musique est née jadis, avec un"
    )
    assert furniture(ready, f"{TITLE}\n\n{PROSE}\n\n{title}\n\n{teaser}") == [f"{title}\n\n{teaser}"]
    own = "Des casernes pour le nord\n\nLes casernes du nord seront servies d'abord, a redit la ministre devant le parlement."
    assert furniture(ready, f"{TITLE}\n\n{PROSE}\n\n{own}") == []


def test_a_line_in_other_letters_is_furniture(ready: MakeReady) -> None:
    line = "Europe Россия Китай Индия"
    assert furniture(ready, f"{TITLE}\n\n{line}\n\n{PROSE}") == [line]


def test_sentences_under_a_short_report_are_its_own(ready: MakeReady) -> None:
    short = "La Syldavie doublera son budget, a dit la ministre mardi. « C'est beaucoup », a-t-elle reconnu à Klow."
    last = "\n\n".join(
        (
            "Les députés se prononceront en septembre, selon le président de la commission.",
            "Une large majorité paraît acquise au projet du gouvernement.",
            "Les syndicats appellent leurs adhérents à défiler samedi.",
        )
    )
    assert furniture(ready, f"{TITLE}\n\n{short}\n\n{last}") == []
