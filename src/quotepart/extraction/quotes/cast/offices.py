"""Which of the persons whom a document names hold which office on its day."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from quotepart.extraction.quotes.cast.introductions import Introduction, titles_held
from quotepart.extraction.quotes.saying import SayingGrammar
from quotepart.extraction.text.fold import fold
from quotepart.extraction.text.prepared import Mention, Prepared
from quotepart.model.pact import Holding


class Offices:
    """The offices of a document's persons: those that it gives them itself, else those that they are known to hold."""

    def __init__(self, persons: Mapping[str, Mention], prepared: Prepared, grammar: SayingGrammar) -> None:
        """``persons`` are the persons of the document by the full name that it gives them."""
        self._persons = persons
        self._prepared = prepared
        self._grammar = grammar
        self._by_id = {person.person_id: person for person in persons.values() if person.person_id}
        self._introduced: dict[str, Mention] = {}
        self._given: dict[str, str] = {}
        self._holdings = self._holdings_of_persons()
        self._titles: list[Introduction] | None = None

    def introduce(self, office: str, person: Mention) -> None:
        """Note that the document gives a person an office."""
        self._introduced[office] = person
        self._given.setdefault(person.name, office)

    def is_held_by(self, name: str) -> bool:
        """Whether a person is known to hold or to have held an office."""
        return name in self._holdings

    def office_of(self, name: str) -> str | None:
        """The office that the document gives a person, else the one he is known to hold.

        Where he holds one of the same kind for another state, that is meant.
        """
        given = self._given.get(name)
        held = {holding.office for holding in self._holdings.get(name, ())}
        if given is None:
            current = {holding.office for holding in self._current(self._holdings.get(name, ()))}
            return next(iter(current)) if len(current) == 1 else None
        alike = [office for office in held if office.partition(".")[2] == given.partition(".")[2]]
        return alike[0] if len(alike) == 1 and given not in held else given

    def holder(self, mention: Mention) -> Mention | None:
        """The person of the document who is meant by an office or an id."""
        if mention.person_id:
            return self._by_id.get(mention.person_id) or self._persons.get(mention.person_id)
        if mention.office in self._introduced:
            return self._introduced[mention.office]
        fitting = {
            name
            for name, holdings in self._holdings.items()
            for holding in self._current(holdings)
            if holding.office == mention.office
        }
        return self._persons[fitting.pop()] if len(fitting) == 1 else None

    def leaders(self, owner: str) -> list[Mention]:
        """The persons of the document who hold an office of a state or body."""
        return [
            self._persons[name]
            for name, holdings in self._holdings.items()
            if any(holding.office.partition(".")[0] == owner for holding in self._current(holdings))
        ]

    def titles(self) -> Sequence[Introduction]:
        """The titles of the offices that persons of the document hold, though it need not say so."""
        if self._titles is None:
            self._titles = list(titles_held(self._prepared, self._persons, self._holdings, self._grammar))
        return self._titles

    def _current(self, holdings: Sequence[Holding]) -> Iterator[Holding]:
        """Those of the day of publication, all where that is not known."""
        published = self._prepared.published
        for holding in holdings:
            if published is None or holding.first <= published.latest < holding.until:
                yield holding

    def _holdings_of_persons(self) -> dict[str, tuple[Holding, ...]]:
        known = self._grammar.holdings
        found = {name: known.get(m.person_id or "") or known.get(fold(name), ()) for name, m in self._persons.items()}
        return {name: holdings for name, holdings in found.items() if holdings}
