from __future__ import annotations

import itertools
import time

from hypothesis import given
from hypothesis import strategies as st

from quotepart.extraction.text.fold import fold
from quotepart.extraction.text.tokens import Hit, Phrasebook, tokenise, windows
from quotepart.model.span import Span


@given(st.text(max_size=200))
def test_every_token_is_what_stands_in_its_place(text: str) -> None:
    folded = fold(text)
    tokens = tokenise(folded, 0, len(folded))
    assert [folded[start:end] for start, end in zip(tokens.starts, tokens.ends, strict=True)] == tokens.words


@given(st.text(max_size=200))
def test_tokens_come_in_order_and_leave_out_only_blanks_and_hyphens(text: str) -> None:
    folded = fold(text)
    tokens = tokenise(folded, 0, len(folded))
    assert tokens.starts == sorted(tokens.starts)
    gaps = "".join(tokens.gap(index) for index in range(len(tokens) - 1))
    assert all(char in "-_" or not char.isprintable() or char.isspace() for char in gaps)


def test_a_number_with_blanks_between_thousands_is_one_token() -> None:
    text = fold("34 000 soldats en 2018 000")
    assert tokenise(text, 0, len(text)).words == ["34 000", "soldats", "en", "2018", "000"]


def test_the_token_at_an_offset() -> None:
    tokens = tokenise("un deux trois", 0, 13)
    assert [tokens.at(offset) for offset in (0, 1, 3, 8, 13)] == [0, 0, 1, 2, 3]
    assert tokens.span(1, 3) == Span(3, 13)


def test_the_longest_phrase_wins_and_hyphens_count_as_blanks() -> None:
    book = Phrasebook({"pays": "state", "pays membres": "member", "deux-tiers": "part"})
    assert book.find(["pays", "membres", "deux", "tiers", "pays"]) == [
        Hit(0, 2, "member"),
        Hit(2, 4, "part"),
        Hit(4, 5, "state"),
    ]


def test_a_star_stands_for_any_ending_of_any_word() -> None:
    book = Phrasebook({"réitér* leur engagement": "again", "augment*": "up"})
    assert book.at(["réitéré", "leur", "engagement"], 0) == Hit(0, 3, "again")
    assert book.at(["augmentera"], 0) == Hit(0, 1, "up")
    assert book.at(["augure"], 0) is None


def test_a_phrase_that_ends_before_a_token() -> None:
    book = Phrasebook({"plus de": "more", "de": "of"})
    assert book.ending_at(["plus", "de", "deux"], 2) == Hit(0, 2, "more")
    assert book.ending_at(["de", "deux"], 1) == Hit(0, 1, "of")
    assert book.ending_at(["plus", "deux"], 1) is None


def test_phrases_for_different_things_may_overlap() -> None:
    book = Phrasebook.from_lists({"up": ["en hausse"], "noun": ["hausse"]})
    assert book.find_each(["en", "hausse"]) == {"up": [Hit(0, 2, "up")], "noun": [Hit(1, 2, "noun")]}


def test_a_million_words_come_in_pieces_cut_at_blanks() -> None:
    folded = "mot " * 100_000
    pieces = list(windows(folded, Span(0, len(folded))))
    assert pieces[0][0] == 0
    assert pieces[-1][1] == len(folded)
    assert all(one[1] == other[0] for one, other in itertools.pairwise(pieces))
    assert max(end - start for start, end in pieces) <= 3000


def test_hostile_digits_take_linear_time() -> None:
    for hostile in ("1" * 1_000_000, "1.1" * 300_000, "1 000 " * 150_000, "1,1'" * 200_000):
        began = time.perf_counter()
        tokenise(hostile, 0, len(hostile))
        assert time.perf_counter() - began < 2
