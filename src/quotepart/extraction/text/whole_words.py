"""What an automaton finds as a whole word: "ally" is none in "rally"."""

from collections.abc import Iterator

from ahocorasick_rs import AhoCorasick

_PIECE = (
    1 << 16
)  # characters scanned at a time: for each call the automaton takes eight bytes of memory for each of them
_LONGEST = 400  # characters of the longest phrase of any automaton


def whole_words(
    automaton: AhoCorasick, text: str, *, overlapping: bool = False, piece: int = _PIECE
) -> Iterator[tuple[int, int, int]]:
    """Yield the number of each pattern found between two limits of words, with its start and end, in text order.

    Without ``overlapping`` the automaton decides by its own rule which of several patterns at one place is tried, so that a
    longer one within a word hides a shorter whole one. A text of more than ``piece`` characters is scanned in several goes.
    """
    start, size = 0, len(text)
    while start < size:
        stop = size if size - start <= piece else text.rfind(" ", start, start + piece) + 1 or start + piece
        seen = text[start : stop + _LONGEST] if stop < size or start else text
        following = stop
        for number, first, last in automaton.find_matches_as_indexes(seen, overlapping=overlapping):
            if start + first >= stop:
                break
            if is_whole(text, start + first, start + last):
                yield number, start + first, start + last
                following = max(following, start + last)
        start = stop if overlapping else following


def is_whole(text: str, start: int, end: int) -> bool:
    """Whether neither a letter nor a digit stands right before ``start`` or right behind ``end``."""
    return not (text[start - 1 : start].isalnum() or text[end : end + 1].isalnum())
