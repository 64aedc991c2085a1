from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from quotepart.extraction.languages.find import find_languages
from quotepart.extraction.names.names import compile_names, find_mentions
from quotepart.extraction.text.fold import fold
from quotepart.extraction.text.prepared import Mention, Prepared
from quotepart.model.document import Document
from quotepart.model.pact import Pact

Find = Callable[[str], list[Mention]]


def finder(pact: Pact, lang: str) -> Find:
    language = find_languages()[lang]
    grammar = compile_names(language, pact)

    def find(text: str) -> list[Mention]:
        prepared = Prepared(
            document=Document(id="a.txt", text=text, sha256=""),
            language=language,
            pact=pact,
            folded=fold(text),
            sentences=(),
            paragraphs=(),
        )
        return list(find_mentions(prepared, grammar))

    return find


@pytest.fixture(scope="module")
def french(tiny_pact: Pact) -> Find:
    return finder(tiny_pact, "fr")


@pytest.fixture(scope="module")
def english(tiny_pact: Pact) -> Find:
    return finder(tiny_pact, "en")


def offices(mentions: list[Mention], text: str) -> list[tuple[str, str | None]]:
    return [(mention.span.cut(text), mention.office) for mention in mentions if mention.kind == "office"]


def test_actors_are_found_by_name_adjective_and_capital(french: Find) -> None:
    text = "La Syldavie et les pays de la Ligue, selon la flotte bordure et Klow."
    assert [(m.span.cut(text), m.kind, m.actors) for m in french(text)] == [
        ("Syldavie", "member", ("SYL",)),
        ("pays de la Ligue", "group", ("LEAGUE",)),
        ("bordure", "adjective", ("BOR",)),
        ("Klow", "institution", ("SYL",)),
    ]


def test_a_title_takes_the_member_beside_or_inside_it(french: Find) -> None:
    text = "Le ministre syldave de la Défense, le président bordure et la ministre de la Défense du Khemed."
    assert offices(french(text), text) == [
        ("ministre syldave de la Défense", "SYL.dm"),
        ("président bordure", "BOR.hos"),
        ("ministre de la Défense du Khemed", "KHE.dm"),
    ]


def test_a_title_takes_the_member_before_it_in_english(english: Find) -> None:
    text = "Syldavia's Defence Minister met the Bordurian Foreign Minister and the Prime Minister of Khemed."
    assert offices(english(text), text) == [
        ("Syldavia's Defence Minister", "SYL.dm"),
        ("Bordurian Foreign Minister", "BOR.fm"),
        ("Prime Minister of Khemed", "KHE.hog"),
    ]


def test_a_description_of_a_person_carries_who_is_meant(french: Find) -> None:
    (mention,) = [each for each in french("L'ancienne Première ministre syldave a parlé.") if each.person_id]
    assert (mention.kind, mention.person_id) == ("office", "Zlata Sporsz")


@pytest.mark.parametrize(
    ("text", "is_found"),
    [
        ("Karl Bruntz est venu. Le maréchal a parlé.", True),
        ("Bruntz est venu ; selon le maréchal, tout va.", True),
        ("Karl Bruntz est venu. Un maréchal a parlé.", False),
        ("Un homme est venu. Le maréchal a parlé.", False),
        ("Les Bruntzville sont loin. Le maréchal a parlé.", False),
    ],
)
def test_an_ambiguous_description_needs_an_article_and_another_word_for_its_target(
    french: Find, text: str, is_found: bool
) -> None:
    assert any(each.office == "BOR.hos" and each.span.cut(text) == "maréchal" for each in french(text)) is is_found


def test_an_ambiguous_name_of_an_institution_needs_the_institution(french: Find) -> None:
    text = "La Gazette de Klow paraît. La Gazette l'a dit, une gazette aussi."
    assert [m.span.cut(text) for m in french(text) if m.kind == "institution" and m.actors == ("GAZETTE",)] == [
        "Gazette de Klow",
        "Gazette",
    ]


def test_many_ambiguous_words_cost_no_more_than_their_number(french: Find) -> None:
    def seconds(times: int) -> float:
        start = time.perf_counter()
        french("le maréchal et la Gazette disent au ministre syldave de la Défense. " * times)
        return time.perf_counter() - start

    french("le maréchal")
    assert seconds(4000) < 40 * max(seconds(400), 0.005)
