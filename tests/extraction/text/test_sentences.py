from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotepart.extraction.languages.find import find_languages
from quotepart.extraction.text.sentences import compile_sentences, cut_at, find_paragraphs, find_sentences
from quotepart.model.span import Span


def sentences(text: str, lang: str = "fr") -> list[str]:
    grammar = compile_sentences(find_languages()[lang])
    return [span.cut(text) for span in find_sentences(text, find_paragraphs(text), grammar)]


@pytest.mark.parametrize(
    ("text", "lang", "count"),
    [
        ("M. Krolt est venu. Mme Sporsz aussi.", "fr", 2),
        ("Mr. Krolt came. Ms. Sporsz did too.", "en", 2),
        ("The U.S. envoy left. He was tired.", "en", 2),
        ("La hausse est de 2.5 points. Rien de plus.", "fr", 2),
        ("« Partez ! » a-t-il crié. Elle est restée.", "fr", 2),
        ("J. R. Krolt l'a dit. C'est clair.", "fr", 2),
        ("Vraiment ? Oui… Enfin presque.", "fr", 3),
        ('He came. "We stay," he said.', "en", 2),
    ],
)
def test_abbreviations_and_decimals_end_no_sentence(text: str, lang: str, count: int) -> None:
    assert len(sentences(text, lang)) == count


def test_a_line_that_a_comma_opens_goes_on_from_the_one_before() -> None:
    text = "La séance est ouverte.\n« Tout va bien »\n, a dit Ivan Krolt.\nFin."
    assert [span.cut(text).count("\n") for span in find_paragraphs(text)] == [0, 1, 0]


def test_a_hard_wrapped_text_has_sentences_across_its_lines() -> None:
    text = (
        "Le Premier ministre zilandais, Sven Aalto, a appelé dimanche\n"
        "les membres de la Ligue à cesser de se chamailler devant\n"
        "leurs ennemis. Il n'a pas donné de détails sur la suite\n"
        "des travaux.\n"
    )
    assert len(find_paragraphs(text)) == 1
    assert sentences(text)[0].endswith("ennemis.")


def test_long_lines_are_paragraphs_of_their_own() -> None:
    line = (
        "Une phrase assez longue pour tenir un paragraphe entier, et même davantage, sans retour à la ligne forcé. " * 2
    )
    assert len(find_paragraphs(f"Titre\n{line}\n{line}\n")) == 3


@given(st.text(alphabet="ab .!?«»\"'\n\u00a0A", max_size=200))
def test_sentences_lie_in_paragraphs_in_order(text: str) -> None:
    paragraphs = find_paragraphs(text)
    found = find_sentences(text, paragraphs, compile_sentences(find_languages()["fr"]))
    assert list(found) == sorted(found)
    assert all(any(paragraph.holds(span) for paragraph in paragraphs) for span in found)
    assert all(text[span.start : span.end].strip() == span.cut(text) for span in found)


def test_no_sentence_crosses_the_edge_of_what_is_cut_off() -> None:
    text = "date 2018-07 Les alliés parlent. Ils partent."
    cut = cut_at([12], (Span(0, 32), Span(33, 45)), text)
    assert [span.cut(text) for span in cut] == ["date 2018-07", "Les alliés parlent.", "Ils partent."]


def test_narrow_columns_are_hard_wrapped_where_words_go_on() -> None:
    text = "La Ligue renforce sa présen-\nce à l'est. Les ministres de la\nDéfense, réunis à Klow hier,\nont donné leur accord.\n"
    assert len(find_paragraphs(text)) == 1


def test_lines_of_a_page_are_not_one_paragraph() -> None:
    text = "Conférence de presse de la ministre zilandaise\nTraduction non officielle de l'anglais\n\nElle parle.\n"
    assert len(find_paragraphs(text)) == 3


def test_a_sentence_goes_on_below_the_blank_line_that_a_page_put_after_each_line() -> None:
    lines = (
        "The members of the league agreed on Monday to raise what they spend to two",
        "percent of their output, as the minister of Syldavia told the assembly at Klow,",
        "and nobody spoke against it. The decision is to be put on paper before the end",
        "of the year.",
        "The ministers meet again in June.",
    )
    paragraphs = [span.cut("\n\n".join(lines)) for span in find_paragraphs("\n\n".join(lines))]
    assert paragraphs == ["\n\n".join(lines[:4]), lines[4]]


def test_a_blank_line_parts_paragraphs_where_one_alone_begins_in_lower_case() -> None:
    text = "The members of the league agreed on Monday to raise what they spend,\n\nklow news\n\nThe ministers meet in June."
    assert len(find_paragraphs(text)) == 3
