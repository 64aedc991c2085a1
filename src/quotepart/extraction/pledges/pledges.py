"""Pledges: the clause that binds somebody, to what, by when; demanded, promised, agreed, reached or refused."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from decimal import Decimal

from quotepart.extraction.figures.holders import find_bound
from quotepart.extraction.figures.scene import Scene
from quotepart.extraction.names.parties import Parties
from quotepart.extraction.names.spoken_of import last_subject
from quotepart.extraction.pledges.binding import find_clauses
from quotepart.extraction.pledges.clauses import Clause
from quotepart.extraction.pledges.statuses import settled
from quotepart.extraction.pledges.stretch import Stretch
from quotepart.extraction.pledges.undertakings import Cast, before_aside
from quotepart.extraction.pledges.words import PledgesGrammar
from quotepart.extraction.text.headlines import is_in_headline
from quotepart.extraction.text.prepared import Prepared
from quotepart.extraction.text.tokens import Tokens, windows
from quotepart.extraction.times.periods import PeriodHit, find_periods
from quotepart.extraction.times.times import Time
from quotepart.model.entry import Figure, PledgeMention, Quote
from quotepart.model.span import Span

_NEAR = 4  # tokens about a demand in which a word for everybody stands
_ANYBODY = ""  # stands for whoever is bound where nobody is named
_BEHIND = 10  # tokens past the end of a clause in which its limit may be named
_BACK = 500  # characters before a sentence in which its subject may have been named


def find_pledges(
    prepared: Prepared,
    grammar: PledgesGrammar,
    figures: Sequence[Figure],
    quotes: Sequence[Quote],
    parties: Parties,
    times: Sequence[Time],
) -> tuple[PledgeMention, ...]:
    """Return the pledges of a document in text order; one figure is the target of one pledge at most.

    One that a headline announces stands where the report makes it, if it does. ``figures`` are the document's, ``quotes`` tell
    for whom "we" speaks, ``parties`` are those who can be bound, ``times`` its expressions of time.
    """
    reading = _Reading(prepared, grammar, figures, quotes, parties, times)
    found = [pledge for sentence in prepared.sentences for pledge in reading.in_sentence(sentence)]
    return tuple(_without_announced(found, prepared))


def _without_announced(pledges: Sequence[PledgeMention], prepared: Prepared) -> list[PledgeMention]:
    """The pledges without those of a headline that the report makes further on: the same target, or the same status."""
    kept: list[PledgeMention] = []
    bound: dict[Decimal | str, set[str]] = {}
    for pledge in reversed(pledges):
        who = set(pledge.who or (_ANYBODY,))
        later = bound.get(pledge.status if pledge.target is None else pledge.target)
        is_again = later is not None and (_ANYBODY in who | later or bool(who & later))
        if is_again and is_in_headline(prepared, pledge.span):
            continue
        kept.append(pledge)
        for key in (pledge.target, pledge.status):
            if key is not None:
                bound.setdefault(key, set()).update(who)
    return kept[::-1]


class _Reading:
    """One pass over a document."""

    def __init__(
        self,
        prepared: Prepared,
        grammar: PledgesGrammar,
        figures: Sequence[Figure],
        quotes: Sequence[Quote],
        parties: Parties,
        times: Sequence[Time],
    ) -> None:
        self.prepared, self.grammar, self.figures, self.quotes, self.times = prepared, grammar, figures, quotes, times
        self.figure_starts = [figure.span.start for figure in figures]
        self.time_starts = [time.span.start for time in times]
        self.mentions, self.mention_starts, self.origins = parties.mentions, parties.starts, parties.origins
        self.cast = Cast(self.mentions, self.mention_starts)
        self.year = prepared.published.latest.year if prepared.published else None
        self.furniture_starts = [span.start for span in prepared.furniture]
        self.quote_starts = [quote.span.start for quote in quotes]

    def in_sentence(self, sentence: Span) -> Iterator[PledgeMention]:
        """Yield the pledges of one sentence."""
        at = bisect_right(self.furniture_starts, sentence.start) - 1
        if at >= 0 and self.prepared.furniture[at].overlaps(sentence):
            return
        for start, end in windows(self.prepared.folded, sentence):
            yield from self._in_window(start, end)

    def _in_window(self, start: int, end: int) -> Iterator[PledgeMention]:
        figures = self.figures[bisect_left(self.figure_starts, start) : bisect_left(self.figure_starts, end)]
        is_aiming = any(figure.kind == "target" for figure in figures)
        if not (is_aiming or self.grammar.automaton.find_matches_as_indexes(self.prepared.folded[start:end])):
            return
        tokens = self.prepared.tokens(start, end)
        low, high = bisect_left(self.time_starts, start), bisect_left(self.time_starts, end)
        stretch = Stretch(
            tokens=tokens,
            figures=figures,
            times=self.times[low:high],
            cast=self.cast,
            text=self.prepared.text,
            year=self.year,
        )
        if clauses := find_clauses(stretch, self.grammar):
            scene = self._scene(tokens, start, end)
            for clause in clauses:
                yield from self._pledge(scene, clause)

    def _scene(self, tokens: Tokens, start: int, end: int) -> Scene:
        mentions = self.mentions[bisect_left(self.mention_starts, start) : bisect_left(self.mention_starts, end)]
        times = self.times[bisect_left(self.time_starts, start) : bisect_left(self.time_starts, end)]
        periods = find_periods(tokens, times, self.prepared.published, self.grammar.periods)
        return Scene(tokens, self.grammar.scene, mentions, periods)

    def _pledge(self, scene: Scene, clause: Clause) -> Iterator[PledgeMention]:
        figure = clause.figure
        who = self._bound(scene, clause)
        if not who and figure is None and clause.status == "demanded":
            if not self._is_for_all(scene, clause):
                return
            who = (self.grammar.holders.whole,)
        if clause.is_foretold and self._is_of_many(scene, who):
            return
        yield PledgeMention(
            span=scene.tokens.span(clause.first, clause.end),
            who=who,
            metric=clause.metric,
            status=settled(clause.status, clause.cue, who, scene.tokens, self.grammar),
            target=figure.amount.value if figure is not None else None,
            unit=figure.amount.unit if figure is not None else None,
            deadline=self._deadline(scene, clause),
        )

    def _is_for_all(self, scene: Scene, clause: Clause) -> bool:
        """Whether a demand with nobody named is put to all members: "il faut", "chacun doit", "we must"."""
        words, cue = scene.tokens.words, clause.cue
        if not self.grammar.undertaken.selves.isdisjoint(words[max(clause.first, cue.first - _NEAR) : cue.first]):
            return True
        if not self.grammar.impersonal.isdisjoint(words[cue.first : cue.last]):
            return True
        near = words[max(clause.first, cue.first - _NEAR) : cue.last + _NEAR]
        return clause.is_spelt_out or not self.grammar.everybody.isdisjoint(near)

    def _is_of_many(self, scene: Scene, who: tuple[str, ...]) -> bool:
        """Whether a group of the pact is named, of which what it will spend is foretold more than promised."""
        is_named = any(actor.mention.actors == who for actor in scene.actors)
        return is_named and all(party in self.grammar.holders.groups for party in who)

    def _deadline(self, scene: Scene, clause: Clause) -> str | None:
        """The year by which it is due: one said to be a limit, else the next one to come that the clause names."""
        inside = [hit for hit in scene.periods if clause.first <= hit.first < clause.end and hit.period.end]
        due = [hit for hit in inside if hit.is_until]
        if not due and clause.status != "reached" and self.year is not None:
            after = clause.cue.first if clause.figure is None else scene.tokens.at(clause.figure.span.start)
            due = [hit for hit in inside if hit.first >= after and (hit.period.end_year or 0) > self.year]
        if not due and clause.status != "reached" and clause.figure is not None:
            due = self._due_behind(scene, clause)
        return due[0].period.end[:4] if due and due[0].period.end else None

    def _due_behind(self, scene: Scene, clause: Clause) -> list[PeriodHit]:
        """The limit named past the end of a long clause, with no mark, number or further word that binds before it."""
        words, end = scene.tokens.words, clause.end
        for hit in scene.periods:
            if hit.is_until and hit.period.end and end <= hit.first < end + _BEHIND:
                between = words[end : hit.first]
                is_open = self.grammar.stops.isdisjoint(between) and all(word[0].isalpha() for word in between)
                return [hit] if is_open and not self.grammar.cues.find(words, end, hit.first) else []
        return []

    def _bound(self, scene: Scene, clause: Clause) -> tuple[str, ...]:
        figure = clause.figure
        is_asked = clause.status == "demanded" and scene.tokens.words[clause.cue.first] not in self.grammar.modals
        is_of_all = figure is not None and figure.who == (self.grammar.holders.whole,) and clause.status == "reached"
        if figure is not None and figure.who and clause.status in ("demanded", "reached") and not is_of_all:
            return figure.who
        spoken_for = self._spoken_for(scene.tokens.span(clause.first, clause.end))
        asides = dict.fromkeys((clause.cue.first, before_aside(scene.tokens, clause.cue.first)))
        subjects = (
            find_bound(scene, first, clause.cue.last, clause.end, is_asked, self.grammar.holders, spoken_for)
            for first in asides
        )
        found = next((who for who in subjects if who), ())
        if is_asked and self._is_aided(found):
            return (self.grammar.holders.whole,)
        if found or figure is not None:
            return found or (figure.who if figure is not None else ())
        return (self.grammar.holders.whole,) if clause.is_bare else self._spoken_of(scene, clause)

    def _is_aided(self, who: tuple[str, ...]) -> bool:
        """Whether who would be asked is a state that asks for help itself."""
        return any(not states.isdisjoint(who) for states in self.grammar.holders.receivers.values())

    def _spoken_for(self, span: Span) -> tuple[str, ...]:
        near = self.quotes[
            max(0, bisect_left(self.quote_starts, span.end) - 8) : bisect_left(self.quote_starts, span.end)
        ]
        speakers = [quote.speaker for quote in near if quote.span.overlaps(span)]
        speaker = next((speaker for speaker in speakers if speaker is not None), None)
        return () if speaker is None else speaker.members or self.origins.get(speaker.name, ())

    def _spoken_of(self, scene: Scene, clause: Clause) -> tuple[str, ...]:
        """Whom the sentence means by a pronoun before the word that binds: the party that the text named last."""
        first = clause.cue.first
        cues = (*scene.cues("they"), *scene.cues("home"), *scene.cues("own"))
        if not any(first - 9 <= hit.first < first for hit in cues):
            return ()
        start = scene.tokens.starts[0]
        known = self.mentions[bisect_left(self.mention_starts, start - _BACK) : bisect_left(self.mention_starts, start)]
        return last_subject(self.prepared.folded, known, start - _BACK, self.grammar.holders.spoken_of)
