from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotepart.extraction.quotes.frames import LONGEST, QUOTED, Frame, cut, find_stretches, past_dateline
from quotepart.extraction.quotes.quotations import find_quotations

Told = Callable[..., Any]


def frames(told: Told, text: str, lang: str = "fr") -> list[Frame]:
    ready = told(text, lang)
    prepared, grammar = ready.prepared, ready.grammars.quotes
    starts = [mention.span.start for mention in prepared.mentions]
    matching = prepared.folded.replace("\n", " ")
    stretches = find_stretches(prepared, find_quotations(text, prepared.paragraphs))
    return [frame for stretch in stretches for frame in cut(prepared, matching, stretch, grammar, starts)]


def test_a_quotation_is_one_token_however_long(told: Told) -> None:
    (frame,) = frames(told, "« Oui. Non. Peut-être », a dit Ivan Krolt.")
    assert frame.words == (QUOTED, ",", "a", "dit", "ivan", "krolt", ".")
    mention, end = frame.mentions[4]
    assert (mention.name, end) == ("Ivan Krolt", 6)


def test_elided_words_stand_apart_in_french_and_hold_in_english(told: Told) -> None:
    assert frames(told, "L'Otan n'a rien dit.")[0].words[:4] == ("l'", "otan", "n'", "a")
    assert frames(told, "The League's chief didn't speak.", "en")[0].words[1] == "league's"


def test_a_sentence_after_a_quotation_is_its_own(told: Told) -> None:
    found = frames(told, "« Oui. » Il est parti. « Non. »")
    assert [frame.words for frame in found] == [(QUOTED,), ("il", "est", "parti", "."), (QUOTED,)]


@pytest.mark.parametrize("text", ["", "« »", "« a"])
def test_little_text_makes_little_trouble(told: Told, text: str) -> None:
    assert all(frame.words for frame in frames(told, text))


def test_a_sentence_nobody_writes_is_cut(told: Told) -> None:
    found = frames(told, "mot " * (2 * LONGEST + 5))
    assert [len(frame) for frame in found] == [LONGEST, LONGEST, 5]


@given(st.lists(st.sampled_from(["« ", " »", "a ", "B. ", "\n\n", "dit ", '"', ", "]), max_size=40))
def test_tokens_lie_in_order(told: Told, pieces: list[str]) -> None:
    text = "".join(pieces)
    for frame in frames(told, text):
        assert list(frame.starts) == sorted(frame.starts)
        assert all(start < end <= len(text) for start, end in zip(frame.starts, frame.ends, strict=True))


@pytest.mark.parametrize(
    ("text", "opening"), [("KLOW: Ivan Krolt has left.", 2), ("Ivan Krolt: The fleet has left.", 0)]
)
def test_a_place_before_a_colon_is_a_dateline(told: Told, text: str, opening: int) -> None:
    assert past_dateline(frames(told, text, "en")[0]) == opening


@pytest.mark.parametrize(
    ("text", "opens"),
    [
        ("KLOW (Port News - 29th December, 2022) Ivan Krolt has left.", "ivan"),
        ("Krolt (Ports) said so.", "krolt"),
        ("Krolt (born in 1969) Said so.", "krolt"),
    ],
)
def test_a_place_with_agency_and_day_in_brackets_is_a_dateline(told: Told, text: str, opens: str) -> None:
    frame = frames(told, text, "en")[0]
    assert frame.word(past_dateline(frame)).casefold() == opens
