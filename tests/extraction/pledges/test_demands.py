from __future__ import annotations

import pytest

from quotepart.extraction.figures.figures import compile_figures
from quotepart.extraction.languages.find import language_of
from quotepart.extraction.pledges.demands import Demands, is_clause_next
from quotepart.extraction.pledges.stretch import Stretch
from quotepart.extraction.pledges.undertakings import Cast
from quotepart.extraction.pledges.words import PledgesGrammar, compile_pledges
from quotepart.extraction.text.tokens import tokenise
from quotepart.model.pact import Pact


@pytest.fixture(scope="module")
def english(nato_pact: Pact) -> PledgesGrammar:
    return compile_pledges(language_of("en"), nato_pact, compile_figures(language_of("en"), nato_pact))


def stretch(text: str) -> Stretch:
    tokens = tokenise(text.lower(), 0, len(text))
    return Stretch(tokens=tokens, figures=(), times=(), cast=Cast((), ()), text=text, year=2024)


@pytest.mark.parametrize(
    ("text", "is_demand"),
    [
        ("Allies must send tanks", True),
        ("Allies must wonder", False),
        ("If allies must send tanks", False),
        ("Defence spending must go up", True),
        ("Defence spending must surprise us", False),
        ("The minister urged allies to reconsider", True),
        ("The minister urged haste", False),
    ],
)
def test_a_demand_says_what_is_to_be_done(english: PledgesGrammar, text: str, is_demand: bool) -> None:
    place = stretch(text)
    cue = english.cues.find(place.tokens.words)[0]
    assert Demands(place, english).is_demand(cue) is is_demand


def test_a_clause_follows_at_once(english: PledgesGrammar) -> None:
    place = stretch("She demanded that tanks be sent")
    assert is_clause_next(english.cues.find(place.tokens.words)[0], place.tokens, english)
    place = stretch("She demanded tanks that work")
    assert not is_clause_next(english.cues.find(place.tokens.words)[0], place.tokens, english)
