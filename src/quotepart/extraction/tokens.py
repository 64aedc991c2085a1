"""A stretch of folded text as words, numerals and signs, and phrase tables looked up in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from quotepart.extraction.fold import fold
from quotepart.model.span import Span

Label = TypeVar("Label")
_Words = tuple[tuple[str, bool], ...]

_TOKEN = re.compile(r"\d{1,3}+(?: \d{3}(?!\d))++(?:[.,]\d++)?|\d++(?:[.,']\d++)*+|[^\W\d_]++'?|[^\w\s-]")
_WIDEST = 3000  # characters looked at together: bounds the work on a "sentence" of a million words


@dataclass(frozen=True, slots=True)
class Tokens:
    """Words (with the apostrophe that elides them), numerals and signs; hyphens only show as a gap between words.

    ``words[i]`` is ``folded[starts[i]:ends[i]]``.
    """

    folded: str
    words: list[str]
    starts: list[int]
    ends: list[int]

    def __len__(self) -> int:
        return len(self.words)

    def gap(self, index: int) -> str:
        """Return the characters between token ``index`` and the next one."""
        return self.folded[self.ends[index] : self.starts[index + 1]] if index + 1 < len(self.words) else ""

    def is_joined(self, index: int) -> bool:
        """Whether only blanks or a hyphen stand between token ``index`` and the next one."""
        return 0 <= index < len(self.words) - 1 and self.gap(index) in (" ", "-", "", "\n", "  ")

    def span(self, first: int, last: int) -> Span:
        """Return the place of the tokens ``first`` up to, not including, ``last``."""
        return Span(self.starts[first], self.ends[last - 1])

    def at(self, offset: int) -> int:
        """Return the index of the first token that ends after ``offset``; the number of tokens if there is none."""
        low, high = 0, len(self.ends)
        while low < high:
            middle = (low + high) // 2
            low, high = (middle + 1, high) if self.ends[middle] <= offset else (low, middle)
        return low


def tokenise(folded: str, start: int, end: int) -> Tokens:
    """Return the tokens of ``folded[start:end]``.

    >>> tokenise("l'otan : 2,5 % d'ici 2035", 0, 25).words
    ["l'", 'otan', ':', '2,5', '%', "d'", 'ici', '2035']
    """
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for found in _TOKEN.finditer(folded, start, end):
        words.append(found.group())
        starts.append(found.start())
        ends.append(found.end())
    return Tokens(folded, words, starts, ends)


def windows(folded: str, sentence: Span) -> Iterator[tuple[int, int]]:
    """Yield ``sentence`` whole, or in pieces cut at blanks where it is too long to look at in one go."""
    start = sentence.start
    while sentence.end - start > _WIDEST:
        cut = folded.rfind(" ", start + 1, start + _WIDEST)
        cut = cut if cut > start else start + _WIDEST
        yield start, cut
        start = cut
    yield start, sentence.end


@dataclass(frozen=True, slots=True)
class Hit(Generic[Label]):
    """A phrase found: its tokens ``first`` up to, not including, ``last``, and what it stands for."""

    first: int
    last: int
    label: Label


class Phrasebook(Generic[Label]):
    """Phrases with what each stands for; ``*`` after a word stands for any ending of it.

    >>> Phrasebook({"plus de": "more", "augment*": "up"}).find(["augmentation", "de", "plus", "de"])
    [Hit(first=0, last=1, label='up'), Hit(first=2, last=4, label='more')]
    """

    __slots__ = ("_by_stem", "_by_word", "_stem_lengths")

    def __init__(self, phrases: Mapping[str, Label]) -> None:
        self._by_word: dict[str, list[tuple[_Words, Label]]] = {}
        self._by_stem: dict[str, list[tuple[_Words, Label]]] = {}
        for phrase, label in phrases.items():
            words = _phrase_words(phrase)
            index = self._by_stem if words[0][1] else self._by_word
            index.setdefault(words[0][0], []).append((words[1:], label))
        for rows in (*self._by_word.values(), *self._by_stem.values()):
            rows.sort(key=lambda row: -len(row[0]))
        self._stem_lengths = sorted({len(stem) for stem in self._by_stem}, reverse=True)

    @classmethod
    def from_lists(cls, table: Mapping[Label, Iterable[str]]) -> Phrasebook[Label]:
        """Return the book of a table that lists phrases by what they stand for."""
        return cls({phrase: label for label, phrases in table.items() for phrase in phrases})

    def at(self, words: Sequence[str], index: int) -> Hit[Label] | None:
        """Return the longest phrase that starts at ``words[index]``."""
        word = words[index]
        best = _longest(self._by_word.get(word), words, index) if word in self._by_word else None
        for length in self._stem_lengths:
            rows = self._by_stem.get(word[:length])
            if rows is not None and (hit := _longest(rows, words, index)) is not None:
                best = hit if best is None or hit.last > best.last else best
        return best

    def ending_at(self, words: Sequence[str], index: int, longest: int = 5) -> Hit[Label] | None:
        """Return the longest phrase whose last word is ``words[index - 1]``."""
        for start in range(max(0, index - longest), index):
            hit = self.at(words, start)
            if hit is not None and hit.last == index:
                return hit
        return None

    def find(self, words: Sequence[str], start: int = 0, end: int | None = None) -> list[Hit[Label]]:
        """Return all phrases from left to right, the longest at each place, none overlapping another."""
        found: list[Hit[Label]] = []
        index, stop = start, len(words) if end is None else end
        while index < stop:
            hit = self.at(words, index)
            if hit is not None and hit.last <= stop:
                found.append(hit)
            index = hit.last if hit is not None else index + 1
        return found


def _phrase_words(phrase: str) -> _Words:
    words: list[tuple[str, bool]] = []
    for word in tokenise(fold(phrase), 0, len(phrase)).words:
        if word == "*":
            words[-1] = (words[-1][0], True)
        else:
            words.append((word, False))
    return tuple(words)


def _longest(rows: list[tuple[_Words, Label]] | None, words: Sequence[str], index: int) -> Hit[Label] | None:
    for rest, label in rows or ():
        end = index + 1 + len(rest)
        if end <= len(words) and all(
            words[index + 1 + at].startswith(word) if is_stem else words[index + 1 + at] == word
            for at, (word, is_stem) in enumerate(rest)
        ):
            return Hit(index, end, label)
    return None
