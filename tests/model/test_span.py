from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotepart.errors import SpanError
from quotepart.model.span import Span

SPANS = st.builds(lambda start, length: Span(start, start + length), st.integers(0, 50), st.integers(1, 50))


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (2, 2), (3, 2)])
def test_a_span_goes_forward_from_zero(start: int, end: int) -> None:
    with pytest.raises(SpanError, match="forward"):
        Span(start, end)


@given(st.text(min_size=1), st.data())
def test_a_span_cuts_what_it_holds(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    span = Span(start, end)
    assert span.cut(text) == text[start:end]
    assert len(span) == len(span.cut(text))


@given(SPANS, SPANS)
def test_overlap_is_mutual_and_follows_from_holding(one: Span, other: Span) -> None:
    assert one.overlaps(other) == other.overlaps(one)
    assert one.overlaps(other) or not one.holds(other)
    assert one.overlaps(other) == bool(set(range(one.start, one.end)) & set(range(other.start, other.end)))
