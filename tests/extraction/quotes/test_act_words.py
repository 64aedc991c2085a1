from __future__ import annotations

import pytest

from quotepart.extraction.languages.find import language_of
from quotepart.extraction.languages.language import Language
from quotepart.extraction.quotes.act_words import compile_act_words

TABLE = {
    "negations": ["pas", "aren't"],
    "negations_with": {"plus": ["ne", "n'"]},
    "words": {"blame": ["honte*", "tort"], "support": ["unis"], "we": ["nous"]},
    "turns": {"wish": "^que "},
    "leads": {"told_to": "aux marins de$"},
    "cues": {"barbed": ["pester"], "regretting": ["pester"]},
    "doing": {"own": r"\bnous (\w+ons)\b|\bje (\w+)", "reported": r"^il (\w+)", "endings": {"ons": "ant"}},
}
PARTS = ("words", "turns", "leads", "cues", "doing")
WORDS = compile_act_words(Language(code="xx", common=frozenset(), forms=lambda _: {}, tables={"acts": TABLE}))


@pytest.mark.parametrize(
    ("said", "counts"),
    [
        ("c'est une honte, c'est honteux", {"blame": 2}),
        ("nous avons tort", {"we": 1, "blame": 1}),
        ("des tortues désunis", {}),
        ("les états-unis", {}),
        ("they aren't unis", {"no support": 1}),
        ("ce n'est pas une honte", {"no blame": 1}),
        ("ce n'est plus une honte", {"no blame": 1}),
        ("la plus grande honte", {"blame": 1}),
        ("pas ce soir, quand la mer monte : honte", {"blame": 1}),
    ],
)
def test_words_are_counted_by_kind_and_turned_round_by_a_negation(said: str, counts: dict[str, int]) -> None:
    assert WORDS.count(said) == counts


def test_a_verb_has_all_the_ways_in_which_it_says_something() -> None:
    assert WORDS.cues == {"pester": ("barbed", "regretting")}
    assert [turn for turn, _ in WORDS.turns] == ["wish"]
    assert [lead for lead, _ in WORDS.leads] == ["told_to"]


@pytest.mark.parametrize(
    ("said", "is_reported", "deeds"),
    [
        ("nous saluons ce port, et je salue", False, [("saluant", " ce port, et je salue"), ("salue", "")]),
        ("il salue ce port", False, []),
        ("il salue ce port", True, [("salue", " ce port")]),
    ],
)
def test_what_a_speaker_says_that_he_does_is_found_by_its_known_form(
    said: str, is_reported: bool, deeds: list[tuple[str, str]]
) -> None:
    assert list(WORDS.deeds(said, is_reported)) == deeds


def test_a_language_without_the_table_shows_nothing() -> None:
    bare = Language(code="xx", common=frozenset(), forms=lambda _: {})
    assert compile_act_words(bare).count("honte") == {}
    assert list(compile_act_words(bare).deeds("nous saluons", False)) == []


@pytest.mark.parametrize("code", ["fr", "en"])
def test_both_languages_know_the_same_kinds(code: str) -> None:
    table = language_of(code).tables["acts"]
    other = language_of({"fr": "en", "en": "fr"}[code]).tables["acts"]
    assert {part: set(table[part]) for part in PARTS} == {part: set(other[part]) for part in PARTS}
