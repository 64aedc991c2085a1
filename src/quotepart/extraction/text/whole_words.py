"""What an automaton finds as a whole word: "ally" is none in "rally"."""

from collections.abc import Iterator

from ahocorasick_rs import AhoCorasick


def whole_words(automaton: AhoCorasick, text: str, *, overlapping: bool = False) -> Iterator[tuple[int, int, int]]:
    """Yield the number of each pattern found between two limits of words, with its start and end, in text order.

    Without ``overlapping`` the automaton decides by its own rule which of several patterns at one place is tried, so that a
    longer one within a word hides a shorter whole one.
    """
    for hit in automaton.find_matches_as_indexes(text, overlapping=overlapping):
        if is_whole(text, hit[1], hit[2]):
            yield hit


def is_whole(text: str, start: int, end: int) -> bool:
    """Whether neither a letter nor a digit stands right before ``start`` or right behind ``end``."""
    return not (text[start - 1 : start].isalnum() or text[end : end + 1].isalnum())
