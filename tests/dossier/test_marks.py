import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotepart.dossier.marks import DEEPEST, Close, Mark, Open, Words, split_marks
from quotepart.errors import SpanError
from quotepart.model.span import Span


@st.composite
def marked_texts(draw):
    text = draw(st.text(min_size=1, max_size=60))
    ends = st.integers(0, len(text))
    pairs = draw(st.lists(st.tuples(ends, ends, st.integers(0, 4)).filter(lambda each: each[0] < each[1]), max_size=10))
    return text, [Mark(Span(start, end), rank, f"m{place}") for place, (start, end, rank) in enumerate(pairs)]


@given(marked_texts())
def test_the_words_are_the_text(marked):
    text, marks = marked
    assert "".join(token.text for token in split_marks(text, marks) if isinstance(token, Words)) == text


@given(marked_texts())
def test_marks_are_well_nested_with_lower_ranks_outside(marked):
    stack = []
    for token in split_marks(*marked):
        if isinstance(token, Open):
            assert not stack or stack[-1].rank <= token.mark.rank
            stack.append(token.mark)
        elif isinstance(token, Close):
            assert stack.pop() == token.mark
    assert stack == []


@given(marked_texts())
def test_each_mark_covers_exactly_its_span(marked):
    text, marks = marked
    covered = {mark: [] for mark in marks}
    opened, place = [], 0
    for token in split_marks(text, marks):
        if isinstance(token, Open):
            opened.append(token.mark)
        elif isinstance(token, Close):
            opened.remove(token.mark)
        else:
            for mark in opened:
                covered[mark] += range(place, place + len(token.text))
            place += len(token.text)
    assert covered == {mark: list(range(mark.span.start, mark.span.end)) for mark in marks}


@given(marked_texts())
def test_each_mark_begins_and_ends_once(marked):
    tokens = list(split_marks(*marked))
    firsts = [token.mark for token in tokens if isinstance(token, Open) and token.is_first]
    lasts = [token.mark for token in tokens if isinstance(token, Close) and token.is_last]
    assert sorted(mark.key for mark in firsts) == sorted(mark.key for mark in marked[1])
    assert sorted(mark.key for mark in lasts) == sorted(mark.key for mark in marked[1])


def test_a_crossing_mark_is_cut_and_goes_on():
    outer, inner = Mark(Span(0, 3), 0, "outer"), Mark(Span(2, 5), 1, "inner")
    assert list(split_marks("abcdef", [outer, inner])) == [
        Open(outer, True), Words("ab"), Open(inner, True), Words("c"), Close(inner, False), Close(outer, True),
        Open(inner, False), Words("de"), Close(inner, True), Words("f"),
    ]  # fmt: skip


def test_marks_too_deep_are_left_out():
    marks = [Mark(Span(place, 100), 0, f"m{place}") for place in range(40)]
    opened = {token.mark.key for token in split_marks("x" * 100, marks) if isinstance(token, Open)}
    assert len(opened) == DEEPEST


def test_a_mark_after_the_end_is_refused():
    with pytest.raises(SpanError, match="m0: a mark ends at 9, after the text's 3 characters"):
        list(split_marks("abc", [Mark(Span(0, 9), 0, "m0")]))


def test_no_marks():
    assert list(split_marks("abc", [])) == [Words("abc")]
    assert list(split_marks("", [])) == []
