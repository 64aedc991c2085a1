from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from quotepart.extraction.dates.ages import compile_ages, event_age_clues, own_age_clues
from quotepart.extraction.languages.language import Language
from quotepart.model.pact import Pact

MakeReady = Callable[..., Any]


def windows(ready: MakeReady, text: str, lang: str) -> list[tuple[str, str]]:
    made = ready(text, lang)
    grammar = made.grammars.dates.evidence.ages
    clues = [*own_age_clues(made.prepared, grammar), *event_age_clues(made.prepared, made.times, grammar)]
    return [(str(window.first), str(window.until)) for clue in clues for window in clue.windows]


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("en", "On the two-year anniversary of Russia's invasion of Ukraine, Ms Sporsz spoke.", ("2024-02-01", "2024-03-01")),
        ("en", "On the 3rd anniversary of the Russian invasion, Ms Sporsz spoke.", ("2025-02-01", "2025-03-01")),
        ("en", "Two years ago today the Russian invasion shook Klow.", ("2024-02-01", "2024-03-01")),
        ("en", "We are coming up on the two-year mark since Russia's invasion, she said.", ("2023-12-18", "2024-03-01")),
        ("en", "Six months after the Russian invasion, Klow is full.", ("2022-07-12", "2022-10-01")),
        ("en", "Nearly two years after the annexation of Crimea, Klow is calm.", ("2015-12-01", "2016-04-21")),
        ("fr", "Pour le deuxième anniversaire de l'invasion russe, Mme Sporsz a parlé.", ("2024-02-01", "2024-03-01")),
        ("fr", "Deux ans après l'invasion de l'Ukraine, Klow est pleine.", ("2024-01-12", "2025-03-01")),
    ],
)  # fmt: skip
def test_how_long_ago_an_event_was(ready: MakeReady, lang: str, text: str, expected: tuple[str, str]) -> None:
    assert windows(ready, text, lang)[0] == expected


@pytest.mark.parametrize(
    "text",
    [
        "In 2016, two years after the annexation of Crimea, the allies met in Klow.",
        "Two ministers spoke of the Russian invasion.",
        "Two years passed. The Russian invasion went on.",
        "For ten years of my life I feared the Russian invasion.",
    ],
)
def test_what_tells_no_age(ready: MakeReady, text: str) -> None:
    assert windows(ready, text, "en") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Klow celebrates NATO's 70th anniversary.", ("2019-01-01", "2020-01-01")),
        ("The 75-year-old NATO alliance is tired.", ("2024-01-01", "2026-01-01")),
    ],
)
def test_how_old_the_pact_is(ready: MakeReady, text: str, expected: tuple[str, str]) -> None:
    assert windows(ready, text, "en") == [expected]


def test_a_language_without_words_knows_no_ages(tiny_pact: Pact, ready: MakeReady) -> None:
    grammar = compile_ages(Language(code="de", common=frozenset(), forms=lambda verb: {}), tiny_pact, ())
    made = ready("Two years after the Russian invasion, the 70th anniversary of NATO.", "en")
    assert [*own_age_clues(made.prepared, grammar), *event_age_clues(made.prepared, made.times, grammar)] == []
