from __future__ import annotations

import pytest

from quotepart.extraction.figures.figures import compile_figures
from quotepart.extraction.languages.find import language_of
from quotepart.extraction.pledges.words import PledgesGrammar, compile_pledges
from quotepart.model.pact import Pact


@pytest.fixture(scope="module", params=["fr", "en"])
def grammar(request: pytest.FixtureRequest, nato_pact: Pact) -> PledgesGrammar:
    return compile_pledges(
        language_of(request.param), nato_pact, compile_figures(language_of(request.param), nato_pact)
    )


def test_verbs_bind_in_all_their_forms(nato_pact: Pact) -> None:
    cues = compile_pledges(language_of("fr"), nato_pact, compile_figures(language_of("fr"), nato_pact)).cues
    for form, status in (("exigeait", "demanded"), ("promirent", "promised"), ("refuserait", "refused")):
        hit = cues.at([form], 0)
        assert hit is not None
        assert hit.label.status == status


def test_futures_are_made_of_stems_and_endings(nato_pact: Pact) -> None:
    futures = compile_pledges(
        language_of("fr"), nato_pact, compile_figures(language_of("fr"), nato_pact)
    ).undertaken.futures
    sure, told = futures.at(["livrera"], 0), futures.at(["livrerait"], 0)
    assert sure is not None and told is not None
    assert (sure.label.is_whole, sure.label.is_told) == (True, False)
    assert (told.label.is_whole, told.label.is_told) == (True, True)


def test_a_sentence_without_a_telling_word_is_passed_over(grammar: PledgesGrammar) -> None:
    assert not grammar.automaton.find_matches_as_indexes("12 34")


def test_modals_bind_their_subject(grammar: PledgesGrammar) -> None:
    assert grammar.modals
    assert grammar.impersonal <= grammar.modals
