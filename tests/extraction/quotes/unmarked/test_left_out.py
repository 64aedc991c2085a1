"""Tests of quotepart.extraction.quotes.unmarked.left_out."""

from quotepart.extraction.quotes.unmarked.left_out import find_left_out
from quotepart.extraction.quotes.unmarked.speeches import Block
from quotepart.model.span import Span


def test_furniture_and_blocks_with_their_lines_are_left_out() -> None:
    block = Block(Span(20, 30), None, Span(30, 35), 0.9)
    left_out = find_left_out([Span(0, 5), Span(4, 8)], [block])
    assert left_out.covers(Span(2, 8))
    assert left_out.covers(Span(31, 34))
    assert not left_out.covers(Span(10, 18))
