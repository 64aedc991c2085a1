"""What is demanded in a stretch of text: whether a word demands it, of whom, and whether it says what."""

from __future__ import annotations

from quotepart.extraction.pledges.stretch import Stretch
from quotepart.extraction.pledges.undertakings import deed_from, is_put_abroad, leads_to_verb, put_to, zone_of
from quotepart.extraction.pledges.words import Cue, PledgesGrammar
from quotepart.extraction.text.tokens import Hit, Tokens
from quotepart.model.entry import PledgeStatus

_NEAR = 5  # tokens after a word that demands in which stands what spending has to do


def is_clause_next(cue: Hit[Cue], tokens: Tokens, grammar: PledgesGrammar) -> bool:
    """Return whether a clause follows a word that binds: "a promis que", "il faut que"."""
    words, that = tokens.words, grammar.undertaken.that
    return words[cue.last - 1] in that or (cue.last < len(words) and words[cue.last] in that)


class Demands:
    """The demands of one stretch."""

    def __init__(self, stretch: Stretch, grammar: PledgesGrammar) -> None:
        self.stretch, self.grammar = stretch, grammar

    def is_clear(self, cue: Hit[Cue]) -> bool:
        """Return whether what is demanded is said, so that it is put to all members if to nobody by name."""
        return self._is_put(cue) or self._is_spelt_out(cue) or self.is_of_effort(cue)

    def is_demand(self, cue: Hit[Cue]) -> bool:
        """Return whether a word demands something of somebody: a deed, or what is said right after it."""
        said = self.stretch.tokens.words[cue.first : cue.last]
        is_put = self._is_put(cue)
        if self.grammar.modals.isdisjoint(said):
            return is_put or self._is_put_on(cue) or self._is_spelt_out(cue)
        is_impersonal = not self.grammar.impersonal.isdisjoint(said)
        if is_impersonal and is_put and is_clause_next(cue, self.stretch.tokens, self.grammar):
            return True
        party = self.stretch.party(cue.first, self.grammar)
        is_due = party == "bound" or (is_impersonal and party != "unsure")
        if is_due and deed_from(self.stretch.tokens, cue.last, self.grammar) is not None:
            return True
        return party != "unsure" and self.is_of_effort(cue)

    def is_of_effort(self, cue: Hit[Cue]) -> bool:
        """Return whether spending or aid is what has to grow or go on: "defence spending must rise", "l'aide doit continuer"."""
        words, opening = self.stretch.tokens.words, zone_of(self.stretch.tokens, cue.first, self.grammar)
        if words[cue.first] in self.grammar.guesses:
            return False
        measured = self.grammar.scene.metrics.find(words, opening, cue.first)
        if not any(hit.label in self.grammar.metrics for hit in measured):
            return False
        return bool(self.grammar.goes_on.find(words, cue.last, min(len(words), cue.last + _NEAR)))

    def _is_put(self, cue: Hit[Cue]) -> bool:
        return put_to(self.stretch.tokens, cue.last, self.stretch.cast, self.grammar)

    def is_duty(self, cue: Hit[Cue], status: PledgeStatus) -> bool:
        """Return whether a modal puts a deed on a party of the pact: "les alliés devraient assumer"."""
        is_modal = not self.grammar.modals.isdisjoint(self.stretch.tokens.words[cue.first : cue.last])
        return status == "demanded" and is_modal and self.is_demand(cue)

    def _is_put_on(self, cue: Hit[Cue]) -> bool:
        """Whether a party of the pact is the subject of what is demanded of it: "les alliés sont invités à présenter"."""
        before = self.stretch.tokens.words[max(0, cue.first - 2) : cue.first]
        if self.grammar.passives.isdisjoint(before) or self.stretch.party(cue.first, self.grammar) != "bound":
            return False
        return leads_to_verb(self.stretch.tokens, cue.last, self.stretch.cast, self.grammar)

    def _is_spelt_out(self, cue: Hit[Cue]) -> bool:
        """Whether what is demanded follows the word that demands at once, put to nobody by name: "a réclamé que"."""
        firm = self.grammar.undertaken.firm.at(self.stretch.tokens.words, cue.first)
        if firm is None or self.stretch.party(cue.first, self.grammar) == "foreign":
            return False
        is_next = firm.last > cue.last or is_clause_next(cue, self.stretch.tokens, self.grammar)
        return is_next or leads_to_verb(self.stretch.tokens, cue.last, self.stretch.cast, self.grammar)

    def is_put_abroad(self, cue: Hit[Cue]) -> bool:
        """Return whether it is put to a state outside the pact."""
        return is_put_abroad(self.stretch.tokens, cue.last, self.stretch.cast, self.grammar)
