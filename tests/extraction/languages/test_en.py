from __future__ import annotations

import pytest

from quotepart.extraction.languages.en import LANGUAGE


@pytest.mark.parametrize(
    ("verb", "tense", "forms"),
    [
        ("say", "past", ("said", "said")),
        ("deny", "present", ("denies", "deny")),
        ("deny", "past", ("denied", "denied")),
        ("urge", "gerund", ("urging",)),
        ("admit", "past", ("admitted", "admitted")),
        ("stress", "present", ("stresses", "stress")),
        ("write", "participle", ("written",)),
    ],
)
def test_conjugation(verb: str, tense: str, forms: tuple[str, ...]) -> None:
    assert LANGUAGE.forms(verb)[tense] == forms
