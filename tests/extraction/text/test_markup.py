from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotepart.extraction.text.markup import Tag, Text, pieces_of

SIZE = 100_000


def shown(source: str) -> list[str]:
    return [piece.name if isinstance(piece, Tag) else source[piece.start : piece.end] for piece in pieces_of(source)]


def test_tags_and_texts_come_in_order() -> None:
    assert shown("<p>Un <b>mot</b>.</p>") == ["p", "Un ", "b", "mot", "/b", ".", "/p"]


def test_comments_and_declarations_are_left_out() -> None:
    assert shown("<!doctype html><!-- a < b > --><?x?>fin") == ["fin"]


def test_a_stray_sign_is_text() -> None:
    assert "".join(shown("2 < 3 et <")) == "2 < 3 et <"


def test_a_title_that_is_never_closed_ends_at_the_next_tag() -> None:
    assert shown("<title>Klow<body><p>Un mot.") == ["title", "Klow", "body", "p", "Un mot."]


def test_many_stray_signs_are_one_text() -> None:
    assert len(list(pieces_of("<" * SIZE))) <= 2


def test_a_sign_inside_quotation_marks_does_not_end_a_tag() -> None:
    tag, *rest = pieces_of('<a title="x > y" href=z>t</a>')
    assert isinstance(tag, Tag)
    assert tag.attributes() == {"title": "x > y", "href": "z"}
    assert len(rest) == 2


def test_a_script_is_no_prose() -> None:
    source = "<script>if (a < b) '<p>';</script>x"
    raw = [piece for piece in pieces_of(source) if isinstance(piece, Text)]
    assert [piece.raw_of for piece in raw] == ["script", ""]


@given(st.text(alphabet="<>!-/ab\"'= \n&;?", max_size=200))
def test_pieces_lie_in_order_and_do_not_overlap(source: str) -> None:
    last = 0
    for piece in pieces_of(source):
        assert last <= piece.start < piece.end <= len(source)
        last = piece.end


@pytest.mark.parametrize("part", ["<", "<!--", '<a "', "<div>", "</div>", "<script>", "<a b=c", "<p a=' >", "&", "<!"])
def test_hostile_markup_is_read_in_linear_time(part: str) -> None:
    def seconds(count: int) -> float:
        source = part * count
        start = time.process_time()
        for _ in pieces_of(source):
            pass
        return time.process_time() - start

    once = max(seconds(SIZE // 4), 0.02)
    assert seconds(SIZE) < 12 * once
