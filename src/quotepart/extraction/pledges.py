"""Pledges: the clause that binds somebody, to what, by when, and whether it was demanded, promised, agreed, reached or refused."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quotepart.extraction.holders import HoldersGrammar, compile_holders, find_bound
from quotepart.extraction.languages.language import Language
from quotepart.extraction.periods import PeriodHit, PeriodsGrammar, compile_periods, find_periods
from quotepart.extraction.prepared import Prepared
from quotepart.extraction.scene import Scene, SceneGrammar, compile_scene
from quotepart.extraction.times import Time, TimeGrammar, compile_times, find_times
from quotepart.extraction.tokens import Hit, Phrasebook, Tokens, tokenise, windows
from quotepart.extraction.units import COUNT, OF_GDP
from quotepart.model.entry import Figure, PledgeMention, PledgeStatus, Quote
from quotepart.model.pact import Names, Pact
from quotepart.model.span import Span

_LONGEST = 34  # tokens that a clause which binds may have
_HEAVY = 2.5  # a topic's words of at least this weight are what a pledge without a number may be about
_STRONGEST: tuple[PledgeStatus, ...] = ("refused", "reached", "agreed", "promised", "demanded")


@dataclass(frozen=True, slots=True, kw_only=True)
class PledgesGrammar:
    """All that pledges are read with, for one language and one pact; made by ``compile_pledges``."""

    status: Phrasebook[PledgeStatus]
    objects: Phrasebook[bool]
    idle: Phrasebook[bool]
    scene: SceneGrammar
    holders: HoldersGrammar
    periods: PeriodsGrammar
    times: TimeGrammar
    main: str
    metrics: frozenset[str]
    stops: frozenset[str]


def compile_pledges(language: Language, pact: Pact) -> PledgesGrammar:
    """Return the grammar made from the language's table ``pledges`` and the pact's words for what may be pledged."""
    table = language.tables["pledges"]
    names = pact.names.get(language.code) or Names(lang=language.code)
    heavy = [
        phrase
        for topic in table["bound"]["topics"]
        for phrase, weight in names.topics.get(topic, {}).items()
        if weight >= _HEAVY
    ]
    statuses = {phrase: status for status in reversed(_STRONGEST) for phrase in table["status"][status]}
    return PledgesGrammar(
        status=Phrasebook(statuses),
        objects=Phrasebook.from_lists({True: [*table["bound"]["objects"], *heavy]}),
        idle=Phrasebook.from_lists({True: table["bound"]["idle"]}),
        scene=compile_scene(language, pact),
        holders=compile_holders(language, pact),
        periods=compile_periods(language, pact),
        times=compile_times(language),
        main=pact.conventions.main_indicator,
        metrics=frozenset(names.metrics) & frozenset(pact.indicators),
        stops=frozenset(language.tables["figures"]["clauses"]["stops"]),
    )


def find_pledges(
    prepared: Prepared,
    grammar: PledgesGrammar,
    figures: Sequence[Figure],
    quotes: Sequence[Quote] = (),
    times: Sequence[Time] | None = None,
) -> tuple[PledgeMention, ...]:
    """Return the pledges of a document in text order; one figure is the target of one pledge at most.

    ``figures`` are the document's, ``quotes`` tell for whom "we" speaks, ``times`` are its expressions of time.
    """
    found = find_times(prepared.text, prepared.folded, grammar.times) if times is None else times
    reading = _Reading(prepared, grammar, figures, quotes, found)
    return tuple(pledge for sentence in prepared.sentences for pledge in reading.in_sentence(sentence))


@dataclass(frozen=True, slots=True)
class _Clause:
    """A clause that binds: the word that says so, and the tokens up to its end, with the figure aimed at."""

    cue: Hit[PledgeStatus]
    end: int
    figure: Figure | None
    shown: bool


class _Reading:
    def __init__(
        self,
        prepared: Prepared,
        grammar: PledgesGrammar,
        figures: Sequence[Figure],
        quotes: Sequence[Quote],
        times: Sequence[Time],
    ) -> None:
        self.prepared, self.grammar, self.figures, self.quotes, self.times = prepared, grammar, figures, quotes, times
        self.figure_starts = [figure.span.start for figure in figures]
        self.time_starts = [time.span.start for time in times]
        self.mention_starts = [mention.span.start for mention in prepared.mentions]
        self.furniture_starts = [span.start for span in prepared.furniture]

    def in_sentence(self, sentence: Span) -> Iterator[PledgeMention]:
        at = bisect_right(self.furniture_starts, sentence.start) - 1
        if at >= 0 and self.prepared.furniture[at].overlaps(sentence):
            return
        for start, end in windows(self.prepared.folded, sentence):
            yield from self._in_window(start, end)

    def _in_window(self, start: int, end: int) -> Iterator[PledgeMention]:
        tokens = tokenise(self.prepared.folded, start, end)
        cues = self.grammar.status.find(tokens.words)
        if not cues:
            return
        figures = [f for f in self._figures(start, end) if f.kind in ("target", "level", "cumulative", "change")]
        clauses = [clause for cue in cues if (clause := self._clause(tokens, cue, figures)) is not None]
        if clauses:
            scene = self._scene(tokens, start, end)
            for clause in _distinct(clauses):
                yield self._pledge(scene, clause)

    def _figures(self, start: int, end: int) -> Sequence[Figure]:
        return self.figures[bisect_left(self.figure_starts, start) : bisect_left(self.figure_starts, end)]

    def _clause(self, tokens: Tokens, cue: Hit[PledgeStatus], figures: Sequence[Figure]) -> _Clause | None:
        end = self._end(tokens, cue)
        inside = tokens.span(cue.first, end)
        aimed = [figure for figure in figures if inside.holds(figure.span) and _is_aim(figure, cue.label, self.grammar)]
        shown = self._names_object(tokens, cue, end)
        if not aimed and not shown:
            return None
        if not aimed and (
            cue.label == "reached" or self.grammar.idle.find(tokens.words, cue.last, min(end, cue.last + 4))
        ):
            return None
        return _Clause(cue, end, aimed[0] if aimed else None, shown)

    def _end(self, tokens: Tokens, cue: Hit[PledgeStatus]) -> int:
        """The end of the clause: a mark that closes it, save a comma that only sets words apart."""
        last = min(len(tokens), cue.last + _LONGEST)
        for at in range(cue.last, last):
            if tokens.words[at] in self.grammar.stops and at > cue.last + 1:
                return at
        return last

    def _names_object(self, tokens: Tokens, cue: Hit[PledgeStatus], end: int) -> bool:
        words = tokens.words
        if self.grammar.objects.find(words, cue.last, end):
            return True
        return any(hit.label == self.grammar.main for hit in self.grammar.scene.metrics.find(words, cue.last, end))

    def _scene(self, tokens: Tokens, start: int, end: int) -> Scene:
        mentions = self.prepared.mentions[
            bisect_left(self.mention_starts, start) : bisect_left(self.mention_starts, end)
        ]
        times = self.times[bisect_left(self.time_starts, start) : bisect_left(self.time_starts, end)]
        periods = find_periods(tokens, times, self.prepared.published, self.grammar.periods)
        return Scene(tokens, self.grammar.scene, mentions, periods)

    def _pledge(self, scene: Scene, clause: _Clause) -> PledgeMention:
        figure = clause.figure
        span = scene.tokens.span(clause.cue.first, clause.end)
        metric = figure.metric if figure is not None else self._metric(scene, clause)
        due = [hit for hit in scene.periods if hit.is_until and clause.cue.first <= hit.first < clause.end]
        return PledgeMention(
            span=span,
            who=self._bound(scene, clause),
            metric=metric,
            status=clause.cue.label,
            target=figure.amount.value if figure is not None else None,
            unit=figure.amount.unit if figure is not None else None,
            deadline=_deadline(due),
        )

    def _metric(self, scene: Scene, clause: _Clause) -> str:
        shown = [
            hit.label
            for hit in scene.metrics
            if clause.cue.first <= hit.first < clause.end and hit.label in self.grammar.metrics
        ]
        return shown[0] if shown else self.grammar.main

    def _bound(self, scene: Scene, clause: _Clause) -> tuple[str, ...]:
        speakers = [
            quote.speaker
            for quote in self.quotes
            if quote.span.overlaps(scene.tokens.span(clause.cue.first, clause.end))
        ]
        spoken_for = next((speaker.members for speaker in speakers if speaker is not None), ())
        if clause.figure is not None and clause.figure.who and clause.cue.label != "demanded":
            return clause.figure.who
        found = find_bound(
            scene,
            clause.cue.first,
            clause.cue.last,
            clause.end,
            clause.cue.label == "demanded",
            self.grammar.holders,
            spoken_for,
        )
        if found:
            return found
        return clause.figure.who if clause.figure is not None else (self.grammar.holders.whole,)


def _is_aim(figure: Figure, status: PledgeStatus, grammar: PledgesGrammar) -> bool:
    if figure.amount.unit == OF_GDP:
        return figure.kind == "target" or status in ("promised", "reached")
    if figure.kind == "target":
        return True
    return (
        status in ("promised", "agreed", "refused", "demanded")
        and figure.amount.unit != COUNT
        and figure.kind in ("level", "change")
        and figure.metric in grammar.metrics
    )


def _distinct(clauses: Sequence[_Clause]) -> list[_Clause]:
    """One clause for each figure aimed at, and one for overlapping clauses without: the word nearest to what it binds to."""
    kept: list[_Clause] = []
    for clause in clauses:
        rival = next(
            (each for each in kept if each.figure is clause.figure and (clause.figure or clause.cue.first < each.end)),
            None,
        )
        if rival is None:
            kept.append(clause)
        elif _rank(clause) <= _rank(rival):
            kept[kept.index(rival)] = clause
    aims = [each for each in kept if each.figure is not None]
    return [
        each
        for each in kept
        if each.figure is not None or not any(a.cue.first < each.end and each.cue.first < a.end for a in aims)
    ]


def _rank(clause: _Clause) -> int:
    return _STRONGEST.index(clause.cue.label)


def _deadline(due: Sequence[PeriodHit]) -> str | None:
    return due[0].period.end[:4] if due and due[0].period.end else None
