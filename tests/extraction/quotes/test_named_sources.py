from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from extraction.quotes.test_subjects import subjects
from quotepart.extraction.quotes.named_sources import source_named

Told = Callable[..., Any]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Pour Ivan Krolt, tout va bien.", ["Ivan Krolt"]),
        ("Pour comprendre le rapport, il faut partir.", [None]),
        ("D'après l'équipage, tout va bien.", ["l'équipage"]),
        ("Selon les derniers chiffres publiés de la Ligue, tout va bien.", ["la Ligue"]),
        ("Selon les données publiées par la Ligue, tout va bien.", ["la Ligue"]),
        ("Selon les calculs de la ministre Irena Sporsz, tout va bien.", ["Irena Sporsz"]),
        ("Tout va bien, d'après les estimations publiées mercredi.", [None]),
        ("La salle est pleine après des critiques selon lesquelles la mer monte.", [None]),
        ("La note d'Ivan Krolt, selon lequel la mer monte.", ["Ivan Krolt"]),
    ],
)
def test_whom_a_preposition_names(told: Told, text: str, expected: list[str | None]) -> None:
    assert subjects(told, text) == expected
    assert source_named.__doc__


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The sea is calm, according to a study by the ministry of ports.", "the ministry of ports"),
        ("The sea is calm, according to a study by Ivan Krolt based on old maps.", "Ivan Krolt"),
        ("The sea is calm, according to Ivan Krolt.", "Ivan Krolt"),
    ],
)
def test_a_study_is_its_authors(told: Told, text: str, expected: str) -> None:
    assert subjects(told, text, "en") == [expected]
