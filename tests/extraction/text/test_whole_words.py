"""Words are found whole."""

from ahocorasick_rs import AhoCorasick, MatchKind
from hypothesis import given
from hypothesis import strategies as st

from quotepart.extraction.text.whole_words import is_whole, whole_words

_PATTERNS = ("ally", "allies", "air force", "force")


def test_a_part_of_a_word_is_not_found():
    assert [hit[1:] for hit in whole_words(AhoCorasick(_PATTERNS), "rally, ally, ally2, an ally")] == [
        (7, 11),
        (23, 27),
    ]


def test_overlapping_words_are_found_where_asked_for():
    automaton = AhoCorasick(_PATTERNS)
    assert [hit[0] for hit in whole_words(automaton, "the air force", overlapping=True)] == [2, 3]
    assert [hit[0] for hit in whole_words(automaton, "the air force")] == [2]


@given(st.text(alphabet="aé1 ’-", max_size=6), st.text(alphabet="aé1 ’-", max_size=6))
def test_a_word_is_whole_by_what_stands_right_beside_it(before: str, behind: str):
    text = f"{before}ally{behind}"
    expected = not before[-1:].isalnum() and not behind[:1].isalnum()
    assert is_whole(text, len(before), len(before) + 4) == expected


@given(st.text(alphabet=" alyieforc-", max_size=80), st.integers(1, 20), st.booleans())
def test_a_text_scanned_in_several_goes_gives_the_same_words(text: str, piece: int, overlapping: bool):
    automaton = AhoCorasick(_PATTERNS, matchkind=MatchKind.Standard if overlapping else MatchKind.LeftmostLongest)
    text = f"{text} an ally {text} the air force"
    pieces = list(whole_words(automaton, text, overlapping=overlapping, piece=piece))
    assert pieces == list(whole_words(automaton, text, overlapping=overlapping))
    assert pieces
