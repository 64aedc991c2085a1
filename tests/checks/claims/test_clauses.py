from __future__ import annotations

import pytest

from quotepart.checks.claims.clauses import bounds_of, clause_of, words_on


@pytest.mark.parametrize(
    ("words", "figure", "clause"),
    [
        ("Despite a deficit, Syldavia spends 2 percent of GDP", "2 percent", " Syldavia spends 2 percent of GDP"),
        ("Syldavia spends 2 percent but wants more", "2 percent", "Syldavia spends 2 percent "),
        ("Syldavia (1,5 %) and Borduria spend more", "1,5 %", "1,5 %"),
        ("Syldavia and Borduria spend 2 percent", "2 percent", "Syldavia and Borduria spend 2 percent"),
    ],
)
def test_a_clause_ends_at_a_break(words: str, figure: str, clause: str, make) -> None:  # type: ignore[no-untyped-def]
    start = words.index(figure)
    claim = make(words, "2", "percent_of_gdp", start=start, end=start + len(figure))
    low, high = bounds_of(claim)
    assert words[low:high] == clause


def test_words_of_the_clause_go_before_those_of_the_sentence(make) -> None:  # type: ignore[no-untyped-def]
    words = "Spending fell by 4 percent, although soldiers rose"
    claim = make(words, "4", "percent", start=17, end=26)
    assert clause_of(claim).has("down") and not clause_of(claim).has("up")
    assert not words_on(claim, "up", "down").has("up")
    assert words_on(claim, "soldiers").has("up")
