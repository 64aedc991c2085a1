from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from quotepart.extraction.quotes.findings import Finding, outermost
from quotepart.extraction.quotes.speakers import find_quotes
from quotepart.model.span import Span

Told = Callable[..., Any]


def speakers(told: Told, text: str) -> list[str | None]:
    ready = told(text, "fr")
    quotes = find_quotes(ready.prepared, ready.grammars.quotes)
    return [quote.speaker.name if quote.speaker else None for quote in quotes]


def test_a_heading_is_whoevers_quotation_holds_its_words(told: Told) -> None:
    text = (
        "Ivan Krolt a dit : « Tout va bien à bord. »\n\n« La mer monte trop »\n\n"
        "« Chacun voit que la mer monte trop, hélas », a répondu Petra Vlasz."
    )
    assert speakers(told, text) == ["Ivan Krolt", "Petra Vlasz", "Petra Vlasz"]


def test_a_headline_in_marks_is_the_main_speakers(told: Told) -> None:
    text = (
        "« Le port est sûr »\n\nLa Ligue s'est réunie hier.\n\n« La mer est calme », a dit Ivan Krolt. « Très calme. »"
    )
    assert speakers(told, text) == ["Ivan Krolt"] * 3


def test_a_sentence_may_take_up_the_words_before_it(told: Told) -> None:
    assert speakers(told, "« La mer est calme. »\nC'est ce qu'a déclaré Ivan Krolt.") == ["Ivan Krolt"]


def test_words_before_anybody_is_named_are_those_of_the_only_speaker(told: Told) -> None:
    text = "« La mer est calme », a-t-il dit.\n\n« Le port est sûr », a fait noter Ivan Krolt."
    assert speakers(told, text) == ["Ivan Krolt"] * 2


@given(st.lists(st.tuples(st.integers(0, 60), st.integers(1, 20)), max_size=20))
def test_the_outermost_stand_apart_in_order(places: list[tuple[int, int]]) -> None:
    findings = [Finding(Span(start, start + size), "direct", None, None, None, 0.5) for start, size in places]
    kept = outermost(findings)
    assert all(one.span.end <= other.span.start for one, other in pairwise(kept))
    assert len(kept) > 0 or not findings
