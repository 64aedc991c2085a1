"""Who was spoken of last in a report: the few persons and bodies that a pronoun or a bare title can still mean."""

from __future__ import annotations

from collections.abc import Iterator

from quotepart.extraction.quotes.cast.antecedents import Candidate
from quotepart.extraction.quotes.cast.introductions import content_of
from quotepart.extraction.quotes.cast.varied import has_epithet
from quotepart.extraction.quotes.nouns import Phrase
from quotepart.extraction.quotes.saying import SayingGrammar
from quotepart.extraction.text.fold import fold

_MEMORY = 12
_BARE = 2  # tokens of an epithet with nothing but its article


class Focus:
    """The last speakers and subjects in text order, and to whom a question was just put."""

    def __init__(self) -> None:
        self.all: list[Candidate] = []
        self.asked: Candidate | None = None

    def __reversed__(self) -> Iterator[Candidate]:
        return reversed(self.all)

    @property
    def last(self) -> Candidate | None:
        """Whoever was spoken of last."""
        return self.all[-1] if self.all else None

    @property
    def is_last_named(self) -> bool:
        """Whether it is a person whom the document names."""
        return bool(self.all) and self.all[-1].is_named

    def is_on_person(self, since: int) -> bool:
        """Return whether the last is a person with a name, who came up at character ``since`` or later."""
        last = self.last
        return last is not None and last.is_named and not last.plural and last.at >= since

    def remember(self, candidate: Candidate) -> None:
        """Let ``candidate`` count as the last; a question put before is past."""
        self.all.append(candidate)
        self.asked = None
        del self.all[:-_MEMORY]

    def ask(self, at: int) -> None:
        """Let who was remembered at character ``at`` be the one whose answer is next."""
        if self.last is not None and self.last.at == at:
            self.asked = self.last

    def refocus(self, name: str) -> None:
        """Let a person who came up before count as the last."""
        for index in range(len(self.all) - 1, -1, -1):
            if self.all[index].speaker.name == name:
                self.all.append(self.all.pop(index))
                return

    def described(self, phrase: Phrase, wanted: frozenset[str], grammar: SayingGrammar) -> Candidate | None:
        """Return who was described earlier by the same noun, "ce diplomate"; a bare epithet rather means who was named since."""
        is_bare = phrase.end - phrase.start <= _BARE and has_epithet(phrase.head, grammar)
        if is_bare and not phrase.is_demonstrative and self.is_last_named:
            return None
        alike = (each for each in reversed(self) if each.head == phrase.head)
        return next((each for each in alike if wanted <= content_of(fold(each.speaker.name), grammar)), None)

    def last_person(self, since: int = 0) -> Candidate | None:
        """Return the person who spoke or was a subject last, at character ``since`` or later."""
        return next((each for each in reversed(self) if each.is_person and not each.plural and each.at >= since), None)
