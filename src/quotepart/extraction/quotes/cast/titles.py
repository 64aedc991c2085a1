"""Which titles a document gives to whom, and which titles can't be a person's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quotepart.extraction.quotes.cast.antecedents import Candidate, differ
from quotepart.extraction.quotes.cast.introductions import Introduction, states_in
from quotepart.extraction.quotes.cast.offices import Offices
from quotepart.extraction.quotes.cast.varied import has_epithet
from quotepart.extraction.quotes.nouns import Phrase
from quotepart.extraction.quotes.saying import SayingGrammar
from quotepart.extraction.text.prepared import Mention
from quotepart.model.entry import Speaker


class Titles:
    """The titles of a document's persons, filed by each word, so that a bare title finds its few candidates at once."""

    def __init__(self, introductions: Iterator[Introduction], offices: Offices, grammar: SayingGrammar) -> None:
        """Those that ``introductions`` give; an office among them is noted in ``offices``."""
        self._offices = offices
        self._grammar = grammar
        self._filed: dict[str, list[Introduction]] = {}
        self._given: dict[str, set[str]] = {}
        for each in introductions:
            if each.office:
                offices.introduce(each.office, each.person)
            self._given.setdefault(each.person.name, set()).update(each.words)
            for word in each.words:
                self._filed.setdefault(word, []).append(each)

    def filed(self, word: str) -> Sequence[Introduction]:
        """Every title with a word, in text order."""
        return self._filed.get(word, ())

    def only_bearer(self, phrase: Phrase, wanted: frozenset[str]) -> Mention | None:
        """The one person to whom the document gives a title with all the wanted words, and nobody another with its head."""
        titled = [each for each in self.filed(phrase.head) if phrase.head in each.heads and wanted <= each.words]
        people = {each.person.name: each.person for each in titled} if wanted else {}
        is_one = len(people) == 1 and len(self._bearers(phrase.head)) == 1
        return next(iter(people.values())) if is_one else None

    def has_any(self, name: str) -> bool:
        """Whether the document gives a person a title."""
        return name in self._given

    def states_of(self, speaker: Speaker) -> frozenset[str]:
        """The states of whose offices a person is known or told to hold one."""
        return states_in(frozenset((*speaker.members, *self._given.get(speaker.name, ()))))

    def compatriot(self, phrase: Phrase, focus: Sequence[Candidate]) -> Candidate | None:
        """The person of a people who was spoken of last, for its name in the singular: "le Bordure"."""
        mention = phrase.mention
        if mention is None or mention.kind != "demonym" or phrase.plural or phrase.is_indefinite:
            return None
        named = (each for each in reversed(focus) if each.is_named and not differ(phrase.gender, each.gender))
        return next((each for each in named if self.states_of(each.speaker) & set(mention.actors)), None)

    def is_none_of(self, phrase: Phrase, name: str) -> bool:
        """Whether a title is another's: borne by others, or none of one who bears or is known to hold another office."""
        bearers = self._bearers(phrase.head)
        if phrase.head in self._grammar.words["epithet_nouns"] or name in bearers:
            return False
        is_held = phrase.head in self._grammar.titles and self._offices.is_held_by(name)
        return bool(bearers) or is_held or self.is_rival(phrase, name)

    def is_rival(self, phrase: Phrase, name: str) -> bool:
        """Whether a person bears a title of which nobody has two at once, and a description gives another of these."""
        rivals = self._grammar.words["rival_titles"]
        is_another = phrase.head in rivals and name not in self._bearers(phrase.head)
        return is_another and any(name in self._bearers(title) for title in rivals)

    def is_no_calling_of(self, phrase: Phrase, name: str) -> bool:
        """Whether a calling without any office is given to one who is known to hold one."""
        return phrase.head in self._grammar.words["scholars"] and self._offices.is_held_by(name)

    def in_office(self, phrase: Phrase, wanted: frozenset[str], last: Speaker | None) -> Introduction | None:
        """Return the one person of the document known to hold an office with such a title, or the last to speak of several."""
        if phrase.head not in self._grammar.titles or has_epithet(phrase.head, self._grammar):
            return None
        fitting = {
            each.person.name: each
            for each in self._offices.titles()
            if wanted <= each.words and not differ(each.person.gender, phrase.gender)
        }
        if last is not None and last.name in fitting:
            return fitting[last.name]
        return next(iter(fitting.values())) if len(fitting) == 1 else None

    def _bearers(self, title: str) -> set[str]:
        """Whom the document gives a title."""
        return {each.person.name for each in self.filed(title) if title in each.heads}


def of_one_bearer(titled: Sequence[Introduction], focus: Sequence[Candidate]) -> list[Introduction]:
    """Return the titles of the one person who bears them, or of several the one who spoke or was a subject last."""
    names = {each.person.name for each in titled}
    spoken = (each.speaker.name for each in reversed(focus) if each.speaker.name in names)
    last = next(spoken, None) if len(names) > 1 else next(iter(names), None)
    return [each for each in titled if each.person.name == last]
