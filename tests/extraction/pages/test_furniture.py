from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotepart.extraction.extractor import Extractor
from quotepart.model.document import Document
from quotepart.model.span import Span

MakeReady = Callable[..., Any]

TITLE = "Les alliés parlent longuement de leurs dépenses"
PROSE = "Les alliés ont parlé de leurs dépenses de défense pendant une journée entière, sans rien conclure."
ENGLISH = "The allies spoke of their defence spending for a whole day, without agreeing on anything new."


def furniture(ready: MakeReady, text: str, lang: str = "fr") -> list[str]:
    return [span.cut(text) for span in ready(text, lang).prepared.furniture]


@pytest.mark.parametrize(
    "line",
    [
        "Retour",
        "Publicité",
        "Lire aussi : la Syldavie réarme",
        "© 2024 Le Courrier de Klow. Tous droits réservés.",
        "Abonnez-vous à notre newsletter pour tout savoir de la région",
        "Le ministre à son arrivée, mardi. PHOTO : JEAN PORSZ / AFP",
        "Crédit photo : Getty Images",
        "Partager sur Facebook",
        "Temps de lecture : 4 min",
        "Nous utilisons des cookies pour mesurer l'audience de ce site et vous proposer des contenus adaptés.",
        "https://klow.example/monde",
        "Passer la publicité",
        "Copier/coller le lien embed de la vidéo :",
        "Pour afficher ce contenu, vous devez accepter les cookies.",
        "Écoutez la ministre au micro de Radio Klow",
        "@CourrierDeKlow",
        "Politique Monde Économie Sport Culture",
        "Pour citer cet article : Cahiers de Klow, n° 7.",
        "Ce document ne constitue pas un compte rendu officiel.",
    ],
)
def test_a_line_of_the_page_in_mid_report(ready: MakeReady, line: str) -> None:
    text = f"{TITLE}\n\n{PROSE}\n\n{line}\n\n{PROSE} Encore."
    assert furniture(ready, text) == [line]


@pytest.mark.parametrize(
    "line",
    [
        "Advertisement",
        "Read more: Syldavia rearms",
        "Image caption, The minister on arrival",
        "Sign up for our daily newsletter",
        "(Reporting by Jana Sporsz; Editing by Otto Klow)",
        "The minister on arrival | EPA/Jan Porsz",
        "Share this article",
        "toggle caption",
        "Getting your audio player ready...",
        "Jana Sporsz contributed reporting.",
        "World Politics Weather Sport",
        "This release is also available in Syldavian.",
    ],
)
def test_a_line_of_an_english_page(ready: MakeReady, line: str) -> None:
    text = f"Allies speak at length of their spending\n\n{ENGLISH}\n\n{line}\n\n{ENGLISH} Again."
    assert furniture(ready, text, "en") == [line]


def test_a_menu_before_and_links_after(ready: MakeReady) -> None:
    text = f"Accueil\nMonde\nEurope\n\n{TITLE}\n\n{PROSE}\n\nÀ lire aussi\nLe budget syldave en hausse\nQui veut d'une armée ?"
    assert furniture(ready, text) == [
        "Accueil\nMonde\nEurope",
        "À lire aussi\nLe budget syldave en hausse\nQui veut d'une armée ?",
    ]


def test_titles_and_headings_stay(ready: MakeReady) -> None:
    parts = [
        TITLE,
        "Un chapeau sans point",
        PROSE,
        "Des moyens limités",
        f"Bref. {PROSE}",
        "Et demain ?",
        f"Enfin. {PROSE}",
    ]
    assert furniture(ready, "\n\n".join(parts)) == []


def test_the_speaker_of_a_block_quotation_stays(ready: MakeReady) -> None:
    text = (
        f"{TITLE}\n\n{PROSE}\n\nNous tiendrons parole, quoi qu'il arrive demain.\n\nJana Sporsz, ministre de Syldavie"
    )
    assert furniture(ready, text) == []


def test_a_paragraph_that_comes_again(ready: MakeReady) -> None:
    text = f"{TITLE}\n\n{PROSE}\n\nAutre chose fut dite ensuite à Klow.\n\n{PROSE}"
    assert furniture(ready, text) == [PROSE]


def test_front_matter_on_the_line_of_the_report(ready: MakeReady) -> None:
    assert furniture(ready, f" date 2018-07 {PROSE}") == ["date 2018-07"]


def test_a_sentence_put_into_a_paragraph(ready: MakeReady) -> None:
    inserted = "Lire aussi : la Syldavie réarme."
    assert furniture(ready, f"{TITLE}\n\n{PROSE} {inserted} {PROSE} Encore.") == [inserted]


def test_all_after_a_comment_form(ready: MakeReady) -> None:
    tail = "Laisser un commentaire\n\nUn lecteur trouve que tout cela ne mène à rien, et le dit."
    assert furniture(ready, f"{TITLE}\n\n{PROSE}\n\n{PROSE} Encore.\n\n{tail}") == [tail]


def test_what_the_markup_sets_apart(nato_extractor: Extractor) -> None:
    text = f"{TITLE}\n\n{PROSE}\n\nUne phrase entière qui se tient dans une colonne à part.\n\n{PROSE} Encore."
    start = text.index("Une phrase")
    apart = Span(start, text.index("\n", start))
    document = Document(id="a", text=text, sha256="", lang="fr", apart=(apart,))
    assert nato_extractor.extract(document).furniture == (apart,)


def test_a_paragraph_after_links_in_mid_report_stays(ready: MakeReady) -> None:
    text = f"{TITLE}\n\n{PROSE}\n\n{PROSE} Encore.\n\nLire aussi\n\nLe budget syldave\n\nElle a promis de tenir parole."
    assert furniture(ready, text) == ["Lire aussi\n\nLe budget syldave"]


@pytest.mark.parametrize(
    ("head", "lang"),
    [
        ("Le Messager de Klow\nEnvoyé spécial à Szohôd", "fr"),
        ("Mouvement Paix de Klow\nAccueil | Agir | Nous soutenir | Boutique", "fr"),
        ("Chambre des députés\nCommission de la Défense – mercredi 3 octobre 2018 – Audition n° 4", "fr"),
        ("The Klow Courier\nMarch 14, 2019 | By Jana Sporsz", "en"),
    ],
)
def test_what_opens_a_page_before_its_title(ready: MakeReady, head: str, lang: str) -> None:
    title, prose = (TITLE, PROSE) if lang == "fr" else ("Allies speak at length of their spending", ENGLISH)
    assert furniture(ready, f"{head}\n\n{title}\n\n{prose}", lang) == [head]


def test_the_maker_of_a_picture_named_at_the_end(ready: MakeReady) -> None:
    line = "« Nous verrons », a lancé Jana Sporsz mardi à Klow. Photo : Klowpix"
    assert furniture(ready, f"{TITLE}\n\n{line}\n\n{PROSE}") == [line]


@given(st.text(max_size=200))
def test_furniture_lies_in_the_text_in_order(nato_extractor: Extractor, text: str) -> None:
    last = 0
    for span in nato_extractor.extract(Document(id="a", text=text, sha256="", lang="fr")).furniture:
        assert isinstance(span, Span)
        assert last <= span.start < span.end <= len(text)
        last = span.end


@pytest.mark.parametrize(
    "part", ["Lire aussi\n", "Publié le 3 mai 2019\n", "© ", "photo / afp ", "\n \n", "date 2018-07 "]
)
def test_hostile_pages_take_linear_time(ready: MakeReady, part: str) -> None:
    def seconds(count: int) -> float:
        text = PROSE + "\n" + part * count
        start = time.process_time()
        ready(text, "fr")
        return time.process_time() - start

    assert seconds(12_000) < 12 * max(seconds(3_000), 0.03)


def test_a_sentence_after_its_dateline_is_the_report(ready: MakeReady) -> None:
    text = f"Klow, le 12 juin 2024 – Les membres de la Ligue se sont réunis à Klow.\n\n{PROSE}"
    assert furniture(ready, text) == []


@pytest.mark.parametrize(
    ("before", "page", "after"),
    [
        (f"{PROSE} Il a parlé de… ", "Lire la suite de cet entretien", ""),
        ("", "ActualitéInternational", f"\n\n{TITLE}\n\n{PROSE}"),
        (f"{TITLE}\n\n", "Gazette / 25 Nov 2024 09:46:16", f"\n\n{PROSE}"),
        (f"{PROSE}\n\n{PROSE} Encore.\n\n", "Sommet, Klow, dirigeants, alliés, dépenses", ""),
        (f"{PROSE}\n\n{PROSE} Encore.\n\n", "Pour poster un commentaire, merci de vous abonner.", ""),
        ("", "© Jana Porsz\nOtto Sabre, ministre de la Défense", f"\n{PROSE}\n\n{PROSE} Encore."),
    ],
)
def test_what_a_page_puts_around_its_report(ready: MakeReady, before: str, page: str, after: str) -> None:
    assert furniture(ready, before + page + after) == [page]


def test_links_that_quote_or_ask_under_their_opening(ready: MakeReady) -> None:
    links = (
        "Autres vidéos\nKlow : « nous paierons »\nQui paiera la Ligue demain, et pourquoi ?\n27 novembre 2024 - Gazette"
    )
    assert furniture(ready, f"{TITLE}\n\n{PROSE}\n\n{links}") == [links]


def test_a_table_of_contents(ready: MakeReady) -> None:
    contents = "Overview . 1\nWho pays . 3\nWho does not . 12"
    assert furniture(ready, f"{ENGLISH}\n\n{contents}\n\n{ENGLISH} Again.", "en") == [contents]


@pytest.mark.parametrize(("lang", "line"), [("en", "The Courier4 hours ago"), ("fr", "Le Courrier, il y a 3 heures")])
def test_how_long_ago_a_page_was_published(ready: MakeReady, lang: str, line: str) -> None:
    prose = ENGLISH if lang == "en" else PROSE
    assert furniture(ready, f"{prose}\n\n{line}\n\n{prose} Encore.", lang) == [line]


def test_a_report_that_begins_behind_front_matter_and_a_credit(ready: MakeReady) -> None:
    text = (
        f" date 2017-05 © AP Photo/ Jana Porsz Entre la Syldavie et la Ligue, la Bordurie a fait son choix\n\n{PROSE}"
    )
    assert furniture(ready, text) == ["date 2017-05 © AP Photo/ Jana Porsz"]


@pytest.mark.parametrize(
    "line",
    [
        "World12 June 2025",
        "The Klow CourierMonday, June 12, 2025",
        "FinanceTravelShoppingLibrary",
        "IDA SPORSZ, Associated Press",
    ],
)
def test_words_of_a_page_that_ran_together(ready: MakeReady, line: str) -> None:
    text = f"Allies speak at length about their spending\n\n{line}\n\n{ENGLISH}\n\n{ENGLISH} Again."
    assert furniture(ready, text, "en") == [line]


def test_items_after_an_opening_of_links_are_links(ready: MakeReady) -> None:
    links = "Read more:\n- How the league of Klow lost its way\n- Bordurian gas and who pays for it"
    assert furniture(ready, f"{ENGLISH}\n\n{ENGLISH} Again.\n\n{links}", "en") == [links]


def test_names_with_a_capital_inside_are_no_menu(ready: MakeReady) -> None:
    line = "SyldaFact, KlowCheck and BuzzKlow and YouSporsz say otherwise, Ms Sporsz said."
    text = f"Allies speak at length about their spending\n\n{ENGLISH}\n\n{line}\n\n{ENGLISH} Again."
    assert furniture(ready, text, "en") == []


def test_a_paragraph_that_an_agency_signed_is_prose(ready: MakeReady) -> None:
    last = "Les casernes du nord seront servies d'abord, selon le projet que la ministre de Syldavie a montré hier. (Klowpress)"
    assert furniture(ready, f"{TITLE}\n\n{PROSE}\n\n{last}") == []


@pytest.mark.parametrize(
    "line",
    [
        'Source: KTV " data-show="{"big": { "uri": "picture.jpg" } }" data-video-segment="klow" data-details="">',
        "[[Image:klow.jpg|The palace]]",
        "Home / Europe / The league a month after its summit",
        ">>The league meets again next week in Klow",
        "#League #Klow Zileheroum",
        "+49 2641 3703 – 0 +49 2641 3703 – 199 info@klow.example",
    ],
)
def test_what_is_left_of_the_markup_of_a_page(ready: MakeReady, line: str) -> None:
    assert furniture(ready, f"{ENGLISH}\n\n{line}\n\n{ENGLISH} Again.", "en") == [line]


def test_what_may_be_heard_is_listed_with_how_long_it_lasts(ready: MakeReady) -> None:
    titles = "Le budget des écoles fait débat\n11:42\n\nUn chat perdu dans le métro\n10:55"
    assert furniture(ready, f"{PROSE}\n\n{PROSE} Encore.\n\n{titles}") == [titles]
