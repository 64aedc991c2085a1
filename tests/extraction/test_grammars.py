from __future__ import annotations

from quotepart.extraction.grammars import Grammars
from quotepart.extraction.languages.find import language_of
from quotepart.model.pact import Pact


def test_a_grammar_is_compiled_when_it_is_needed_and_once(tiny_pact: Pact) -> None:
    grammars = Grammars(language_of("fr"), tiny_pact)
    assert "topics" not in vars(grammars)
    assert grammars.topics is grammars.topics
    assert "pledges" not in vars(grammars)
