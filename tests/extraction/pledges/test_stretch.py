from __future__ import annotations

from quotepart.extraction.figures.figures import compile_figures
from quotepart.extraction.languages.find import language_of
from quotepart.extraction.pledges.stretch import Stretch
from quotepart.extraction.pledges.undertakings import Cast
from quotepart.extraction.pledges.words import compile_pledges
from quotepart.extraction.text.tokens import tokenise
from quotepart.model.pact import Pact


def test_the_subject_of_a_word_is_looked_for_in_the_stretch(nato_pact: Pact) -> None:
    english = compile_pledges(language_of("en"), nato_pact, compile_figures(language_of("en"), nato_pact))
    text = "Allies will send tanks if it rains"
    stretch = Stretch(
        tokens=tokenise(text.lower(), 0, len(text)), figures=(), times=(), cast=Cast((), ()), text=text, year=None
    )
    assert stretch.party(1, english) == "bound"
    assert stretch.party(6, english) == "unsure"
