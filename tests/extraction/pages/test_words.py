from __future__ import annotations

import pytest

from quotepart.extraction.languages.find import language_of
from quotepart.extraction.pages.words import Beginnings, FurnitureGrammar, compile_furniture
from quotepart.model.pact import Pact


@pytest.fixture(scope="module", params=["fr", "en"])
def grammar(request: pytest.FixtureRequest, nato_pact: Pact) -> FurnitureGrammar:
    return compile_furniture(language_of(request.param), nato_pact)


@pytest.mark.parametrize(("line", "size"), [("read more", 9), ("read mores", 4), ("read", 4), ("reader", 0), ("", 0)])
def test_a_phrase_ends_where_a_word_ends(line: str, size: int) -> None:
    assert Beginnings(["read", "read more"]).match(line) == size


def test_every_list_has_words(grammar: FurnitureGrammar) -> None:
    assert grammar.whole
    assert grammar.sections
    assert grammar.bylines


def test_front_matter_is_a_key_with_a_value(grammar: FurnitureGrammar) -> None:
    assert grammar.front.match("date 2024-07-11 klow")
    assert not grammar.front.match("date of the summit")
