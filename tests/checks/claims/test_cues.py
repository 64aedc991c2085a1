from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotepart.checks.claims.cues import Cue, cue_grammar, find_cues
from quotepart.extraction.languages.find import find_languages


@pytest.mark.parametrize(
    ("lang", "text", "kind"),
    [
        ("en", "in real terms", "real"),
        ("en", "it will rise", "forecast"),
        ("fr", "les dépenses atteindront 2 %", "forecast"),
        ("fr", "hors inflation", "real"),
        ("fr", "depuis 2014", "since"),
        ("fr", "l’OTAN n’atteint pas", "not"),
    ],
)
def test_words_show_how_a_claim_is_meant(lang: str, text: str, kind: str) -> None:
    assert find_cues(text, cue_grammar(lang)).has(kind)


def test_a_phrase_counts_only_between_word_boundaries() -> None:
    assert not find_cues("the island of Kos", cue_grammar("en")).has("and", "since")
    assert not find_cues("unsinceable", cue_grammar("en")).has("since")


@pytest.mark.parametrize("lang", sorted(find_languages()))
@given(text=st.text(max_size=200))
def test_hits_lie_in_the_sentence_in_order(lang: str, text: str) -> None:
    cues = find_cues(text, cue_grammar(lang))
    assert all(0 <= hit.start < hit.end <= len(text) for hit in cues.hits)
    assert list(cues.hits) == sorted(cues.hits)


def test_languages_know_the_same_cues() -> None:
    tables = [language.tables["claims"] for language in find_languages().values()]
    assert len({frozenset(table["cues"]) for table in tables}) == 1
    assert all(len(table["ordinals"]) > 10 and len(table["numerals"]) > 10 for table in tables)


def test_cues_can_be_asked_for_a_part() -> None:
    cues = find_cues("below the target, above the goal", cue_grammar("en"))
    assert cues.within(0, 17).has("below") and not cues.within(0, 17).has("above")


@pytest.mark.parametrize(
    ("text", "is_only"),
    [
        ("ce seuil n'est tenu que par dix pays", True),
        ("il n'y en avait que 11", True),
        ("ce n'est pas tenu, dit-on, que la Bordurie paie", False),
    ],
)
def test_nothing_but_before_a_number_is_only(text: str, is_only: bool) -> None:
    restricted = [cue for cue in find_cues(text, cue_grammar("fr")).of("only") if text[cue.start : cue.end] == "que"]
    assert bool(restricted) == is_only


def test_a_word_inside_an_idiom_shows_nothing() -> None:
    assert find_cues("under 2 percent", cue_grammar("en")).has("below")
    assert not find_cues("under pressure", cue_grammar("en")).has("below")
    assert not find_cues("sous la pression de ses alliés", cue_grammar("fr")).has("below")


def test_the_tail_of_a_word_that_opens_a_clause_compares_nothing() -> None:
    found = find_cues("alors qu'en 2014 ils étaient trois", cue_grammar("fr"))
    assert found.has("clause", "year") and not found.has("against", "than", "than_in")
    assert find_cues("plus qu'en 2014", cue_grammar("fr")).has("against")


def test_a_word_of_a_line_is_one_before_a_number_or_a_line_only() -> None:
    grammar = cue_grammar("en")
    assert find_cues("allies under 2 percent", grammar).has("below")
    assert find_cues("allies under the target", grammar).has("below")
    assert not find_cues("their duties under the treaty", grammar).has("below")


def test_the_year_of_a_price_base_dates_nothing() -> None:
    cues = find_cues("in constant 2015 prices it rose in 2024", cue_grammar("en"))
    assert cues.has("real")
    assert "2015" not in cues.text
    assert "2024" in cues.text
    assert "2015" not in find_cues("à prix constants de 2015", cue_grammar("fr")).text


def test_an_ordinal_in_digits_is_one() -> None:
    assert find_cues("it is 6th in spending", cue_grammar("en")).has("ordinal")
    assert not find_cues("it has 6 tanks", cue_grammar("en")).has("ordinal")


def test_cues_are_spent_blanked_and_added() -> None:
    cues = find_cues("more than any but one", cue_grammar("en"))
    spent = cues.spent("all_but")
    assert cues.has("all_but")
    assert not spent.has("all_but")
    assert len(spent.hits) == len(cues.hits)
    assert cues.blanked(0, 4).text.startswith("     than")
    assert cues.plus(Cue(0, 4, "lowest")).has("lowest")
