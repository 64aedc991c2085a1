"""A stretch of folded text as words, numerals and signs, and phrase tables looked up in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, compress
from typing import Generic, TypeVar

from quotepart.extraction.text.fold import fold
from quotepart.model.frozen import dataclass
from quotepart.model.span import Span

Label = TypeVar("Label")
_Words = tuple[tuple[str, bool], ...]
_Row = tuple[_Words, Label]

_TOKEN = re.compile(r"(\d{1,3}+(?: \d{3}(?!\d))++(?:[.,]\d++)?|\d++(?:[.,']\d++)*+|[^\W\d_]++'?|[^\w\s-])")
_MOST_KEPT = 50_000  # words whose phrases are kept
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
        return 0 <= index < len(self.words) - 1 and self.gap(index) in (" ", "-", "", "\n", "\n\n", "  ")

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
    pieces = _TOKEN.split(folded[start:end])  # gap, token, gap, token … gap
    edges = list(accumulate(map(len, pieces), initial=start))
    return Tokens(folded, pieces[1::2], edges[1:-1:2], edges[2::2])


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

    __slots__ = ("_rows",)

    def __init__(self, phrases: Mapping[str, Label] | Iterable[tuple[str, Label]]) -> None:
        by_word: dict[str, list[_Row[Label]]] = {}
        by_stem: dict[str, list[_Row[Label]]] = {}
        for phrase, label in phrases.items() if isinstance(phrases, Mapping) else phrases:
            words = _phrase_words(phrase)
            index = by_stem if words[0][1] else by_word
            index.setdefault(words[0][0], []).append((words[1:], label))
        self._rows = _Rows(by_word, by_stem)

    @classmethod
    def from_lists(cls, table: Mapping[Label, Iterable[str]]) -> Phrasebook[Label]:
        """Return the book of a table that lists phrases by what they stand for."""
        return cls([(phrase, label) for label, phrases in table.items() for phrase in phrases])

    def at(self, words: Sequence[str], index: int) -> Hit[Label] | None:
        """Return the longest phrase that starts at ``words[index]``."""
        for rest, label in self._rows[words[index]]:
            if not rest or _matches(rest, words, index + 1):
                return Hit(index, index + 1 + len(rest), label)
        return None

    def ending_at(self, words: Sequence[str], index: int, longest: int = 5) -> Hit[Label] | None:
        """Return the longest phrase whose last word is ``words[index - 1]``."""
        for start in range(max(0, index - longest), index):
            for rest, label in self._rows[words[start]]:
                if start + 1 + len(rest) == index and (not rest or _matches(rest, words, start + 1)):
                    return Hit(start, index, label)
        return None

    def find(self, words: Sequence[str], start: int = 0, end: int | None = None) -> list[Hit[Label]]:
        """Return all phrases from left to right, the longest at each place, none overlapping another."""
        stop = len(words) if end is None else end
        rows = list(map(self._rows.__getitem__, words[start:stop]))
        found: list[Hit[Label]] = []
        free = start
        for index in compress(range(start, stop), rows):
            if index >= free and (hit := self.at(words, index)) is not None and hit.last <= stop:
                found.append(hit)
                free = hit.last
        return found

    def find_each(self, words: Sequence[str]) -> dict[Label, list[Hit[Label]]]:
        """Return all phrases by what they stand for; phrases that stand for different things may overlap."""
        found: dict[Label, list[Hit[Label]]] = {}
        rows = list(map(self._rows.__getitem__, words))
        for index in compress(range(len(words)), rows):
            for rest, label in rows[index]:
                if not rest or _matches(rest, words, index + 1):
                    hits = found.setdefault(label, [])
                    if not hits or hits[-1].last <= index:
                        hits.append(Hit(index, index + 1 + len(rest), label))
        return found


class _Rows(dict[str, tuple[_Row[Label], ...]]):
    """The phrases whose first word a word can be, the longest first; kept once asked for, since most words come again."""

    __slots__ = ("_by_stem", "_by_word", "_stem_lengths")

    def __init__(self, by_word: Mapping[str, list[_Row[Label]]], by_stem: Mapping[str, list[_Row[Label]]]) -> None:
        super().__init__()
        self._by_word, self._by_stem = by_word, by_stem
        self._stem_lengths = sorted({len(stem) for stem in by_stem}, reverse=True)

    def __missing__(self, word: str) -> tuple[_Row[Label], ...]:
        found = list(self._by_word.get(word, ()))
        for length in self._stem_lengths:
            found += self._by_stem.get(word[:length], ()) if len(word) >= length else ()
        if len(self) >= _MOST_KEPT:
            self.clear()
        rows = self[word] = tuple(sorted(found, key=lambda row: -len(row[0])))
        return rows


def _phrase_words(phrase: str) -> _Words:
    words: list[tuple[str, bool]] = []
    for word in _TOKEN.findall(fold(phrase)):
        if word == "*":
            words[-1] = (words[-1][0], True)
        else:
            words.append((word, False))
    return tuple(words)


def _matches(rest: _Words, words: Sequence[str], start: int) -> bool:
    if start + len(rest) > len(words):
        return False
    for at, (word, is_stem) in enumerate(rest, start):
        if words[at] != word and not (is_stem and words[at].startswith(word)):
            return False
    return True
