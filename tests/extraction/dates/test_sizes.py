from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from quotepart.extraction.dates.sizes import compile_sizes, size_clues
from quotepart.extraction.languages.find import language_of
from quotepart.model.pact import Pact

MakeReady = Callable[..., Any]


def windows(ready: MakeReady, text: str, lang: str = "en") -> list[tuple[str, str]]:
    made = ready(text, lang)
    clues = size_clues(made.prepared, made.times, made.grammars.dates.evidence.sizes)
    return [(str(window.first), str(window.until)) for clue in clues for window in clue.windows]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "Les 29 alliés se parlent."),
        ("fr", "Les 29 pays membres de l'Otan se parlent."),
        ("en", "The alliance's 28 other members are talking."),
        ("en", "The 29-member NATO alliance is talking."),
    ],
)
def test_how_many_belong(ready: MakeReady, lang: str, text: str) -> None:
    assert windows(ready, text, lang) == [("2017-06-05", "2020-03-27")]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "Les 28 pays de l'Union européenne et l'Otan se parlent."),
        ("fr", "Il a 29 ans et rêve de l'Otan."),
        ("en", "Sweden would bring NATO to 32 members."),
        ("en", "NATO has 29 ships."),
    ],
)
def test_other_counts_tell_nothing(ready: MakeReady, lang: str, text: str) -> None:
    assert windows(ready, text, lang) == []


def test_the_day_of_a_date_counts_nobody(ready: MakeReady) -> None:
    assert windows(ready, "They met on Wednesday (29 June 2022). Allies agreed.") == []


@pytest.mark.parametrize("text", ["Syldavia and its 28 allies spoke.", "The 28 allies of Estonia spoke."])
def test_who_has_allies_is_one_more(ready: MakeReady, text: str) -> None:
    assert windows(ready, text) == [("2017-06-05", "2020-03-27")]


def test_sizes_of_an_invented_pact(tiny_pact: Pact) -> None:
    grammar = compile_sizes(language_of("fr"), tiny_pact, ())
    assert str(grammar.windows[6][0].first) == "2019-05-14"
