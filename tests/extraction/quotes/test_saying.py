from __future__ import annotations

import pytest

from quotepart.extraction.languages.find import find_languages
from quotepart.extraction.quotes.saying import SayingGrammar, compile_saying


@pytest.fixture(scope="module")
def french() -> SayingGrammar:
    return compile_saying(find_languages()["fr"])


def test_every_form_of_a_verb_is_known(french: SayingGrammar) -> None:
    assert {"déclare", "déclara", "déclarait", "déclarant", "déclaré", "déclarer"} <= french.forms.keys()
    assert {form.cue_class for form in french.forms["dénonça"]} == {"criticise"}


def test_a_verb_of_two_words_waits_for_the_second(french: SayingGrammar) -> None:
    tails = {form.tail for form in french.forms["fait"]}
    assert ("savoir",) in tails
    assert () not in tails


def test_adverbs_are_known_by_list_and_by_ending(french: SayingGrammar) -> None:
    assert french.is_adverb("notamment")
    assert french.is_adverb("aussi")
    assert not french.is_adverb("ministre")


@pytest.mark.parametrize("code", sorted(find_languages()))
def test_every_group_of_words_is_folded(code: str) -> None:
    grammar = compile_saying(find_languages()[code])
    assert all(word == word.lower() for words in grammar.words.values() for word in words)
