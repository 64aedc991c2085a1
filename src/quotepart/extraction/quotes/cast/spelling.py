"""A surname that a report spells in two ways: "Kalin" and "Kalyn", "Zelenskyy" and "Zelensky"."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import cached_property

from quotepart.extraction.quotes.nouns import Phrase
from quotepart.extraction.quotes.saying import SayingGrammar
from quotepart.extraction.text.fold import fold, unaccented
from quotepart.extraction.text.prepared import Mention, Prepared

_FEWEST = 5  # letters of a surname that one letter leaves recognisable


class Spellings:
    """The surnames of a document's persons, each also by what is left of it without one letter."""

    def __init__(self, persons: Collection[Mention]) -> None:
        """Those of persons who are named in full."""
        self._persons = persons

    @cached_property
    def _bearers(self) -> dict[str, list[Mention]]:
        """The persons by surname."""
        bearers: dict[str, list[Mention]] = {}
        for person in self._persons:
            surname = _plain(person.name.rsplit(" ", 1)[-1])
            if " " in person.name and len(surname) >= _FEWEST:
                bearers.setdefault(surname, []).append(person)
        return bearers

    @cached_property
    def _shortened(self) -> dict[str, set[str]]:
        """The surnames by what is left of them without one letter."""
        shortened: dict[str, set[str]] = {}
        for surname in self._bearers:
            for short in _without_a_letter(surname):
                shortened.setdefault(short, set()).add(surname)
        return shortened

    def of_phrase(self, phrase: Phrase, prepared: Prepared, grammar: SayingGrammar) -> Mention | None:
        """Return the person whose surname a subject in no list is but for one letter: "Kalyn wrote", of Ivan Kalin."""
        if phrase.mention is not None:
            is_short = phrase.kind == "person" and not phrase.others and " " not in phrase.mention.name
            return self.meant(phrase.mention.name) if is_short else None
        if phrase.kind != "description" or phrase.is_indefinite or not prepared.text[phrase.span.start].isupper():
            return None
        first, *rest = phrase.span.cut(prepared.text).split()
        is_alone = not rest or fold(rest[0]) in grammar.words["prepositions"]
        return self.meant(first) if is_alone and phrase.head == fold(first) else None

    def meant(self, word: str) -> Mention | None:
        """Return the one person whose surname a word is but for one letter, or for two that changed places."""
        plain = _plain(word)
        if len(plain) < _FEWEST or plain in self._bearers or not word[0].isupper() or " " in word:
            return None
        near = set().union(*(self._shortened.get(short, ()) for short in _without_a_letter(plain)))
        near = {surname for surname in near if surname[0] == plain[0]}
        bearers = {person.name: person for surname in near for person in self._bearers[surname]}
        return next(iter(bearers.values())) if len(bearers) == 1 else None


def _plain(word: str) -> str:
    return unaccented(fold(word))


def _without_a_letter(word: str) -> Iterator[str]:
    yield word
    for at in range(1, len(word)):
        yield word[:at] + word[at + 1 :]
