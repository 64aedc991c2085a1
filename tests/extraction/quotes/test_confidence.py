from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from quotepart.extraction.quotes.confidence import rate_confidence, traits, weights
from quotepart.model.entry import Speaker

NAMED, DESCRIBED = Speaker(name="Ivan Krolt"), Speaker(name="un officier de la Ligue")


def test_a_name_is_surer_than_a_description_and_that_than_nobody() -> None:
    rated = [rate_confidence(0.9, "direct", speaker, None, 60) for speaker in (NAMED, DESCRIBED, None)]
    assert rated == sorted(rated, reverse=True)
    assert len(set(rated)) == 3


@given(st.floats(0, 1), st.floats(0, 1), st.integers(1, 500))
def test_what_stands_nearer_is_no_less_sure(one: float, other: float, length: int) -> None:
    low, high = sorted((one, other))
    rated = [rate_confidence(nearness, "mixed", NAMED, None, length) for nearness in (low, high)]
    assert 0 < rated[0] <= rated[1] < 1


def test_every_trait_that_is_weighed_can_be_shown() -> None:
    shown = {trait for speaker in (None, DESCRIBED) for trait, _ in traits(0.9, "direct", speaker, None, 5)}
    shapes_and_kinds = {"mixed", "indirect", "gerund", "infinitive", "source", "passive", "pronoun", "weak"}
    assert weights().keys() <= shown | shapes_and_kinds
