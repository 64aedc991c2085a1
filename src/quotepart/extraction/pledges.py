"""Pledges: the clause that binds somebody, to what, by when; demanded, promised, agreed, reached or refused."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ahocorasick_rs import AhoCorasick, MatchKind

from quotepart.extraction.fold import fold
from quotepart.extraction.holders import find_bound
from quotepart.extraction.languages.language import Language, Table
from quotepart.extraction.meaning import HEADS, MEMBERS, OTHER
from quotepart.extraction.periods import PeriodHit, PeriodsGrammar, compile_periods, find_periods
from quotepart.extraction.prepared import Prepared
from quotepart.extraction.scene import Scene, SceneGrammar, compile_scene
from quotepart.extraction.spoken_of import last_subject, origins
from quotepart.extraction.strangers import StrangersGrammar, compile_strangers, with_strangers
from quotepart.extraction.ties import HoldersGrammar, compile_holders
from quotepart.extraction.times import Time, TimeGrammar, compile_times, find_times
from quotepart.extraction.tokens import Hit, Phrasebook, Tokens, tokenise, windows
from quotepart.extraction.units import OF_GDP, PERCENT, POINTS
from quotepart.model.entry import Figure, PledgeMention, PledgeStatus, Quote
from quotepart.model.pact import Names, Pact
from quotepart.model.span import Span

_LONGEST = 34  # tokens that a clause which binds may have
_CLOSE = 10  # tokens within which what was reached follows the word that says so
_FAR = 14  # tokens from a word that binds to the figure, beyond which a nearer one opens the clause
_BACK = 500  # characters before a sentence in which its subject may have been named
_TAIL = 14  # tokens after the figure that still belong to the clause
_HEAVY = 2.5  # a topic's words of at least this weight are what a pledge without a number may be about
_OF_SHARES = frozenset((OF_GDP, POINTS))


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """What a word of binding says: the status, and whether it binds only to a share that pledges name (``is_weak``)."""

    status: PledgeStatus
    is_weak: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PledgesGrammar:
    """All that pledges are read with, for one language and one pact; made by ``compile_pledges``.

    ``objects`` maps what may be pledged without a number to the metric it is filed under; ``bare`` are words that bind and
    name what for in one ("we will defend every inch").
    """

    cues: Phrasebook[Cue]
    bare: Phrasebook[Cue]
    objects: Phrasebook[str]
    idle: Phrasebook[bool]
    deeds: Phrasebook[bool]
    wishes: frozenset[str]
    nots: frozenset[str]
    leads: frozenset[str]
    modals: frozenset[str]
    asked: Phrasebook[bool]
    scene: SceneGrammar
    holders: HoldersGrammar
    periods: PeriodsGrammar
    times: TimeGrammar
    strangers: StrangersGrammar
    main: str
    metrics: frozenset[str]
    stops: frozenset[str]
    automaton: AhoCorasick


def compile_pledges(language: Language, pact: Pact) -> PledgesGrammar:
    """Return the grammar made from the language's table ``pledges`` and the pact's words for what may be pledged."""
    table = language.tables["pledges"]
    bound, main = table["bound"], pact.conventions.main_indicator
    names = pact.names.get(language.code) or Names(lang=language.code)
    objects = dict.fromkeys(_heavy(names, bound["topics"]), OTHER)
    objects |= dict.fromkeys(bound["objects"], main) | dict.fromkeys(bound["others"], OTHER)
    weak = {phrase: Cue(status=status, is_weak=True) for status, phrases in table["weak"].items() for phrase in phrases}
    strong = {phrase: Cue(status=status) for status, phrases in table["status"].items() for phrase in phrases}
    return PledgesGrammar(
        cues=Phrasebook(weak | strong),
        bare=Phrasebook(
            {phrase: Cue(status=status) for status, phrases in table["bare"].items() for phrase in phrases}
        ),
        objects=Phrasebook(objects),
        idle=Phrasebook.from_lists({True: bound["idle"]}),
        deeds=Phrasebook.from_lists({True: bound["deeds"]}),
        wishes=frozenset(bound["wishes"]),
        nots=frozenset(bound["nots"]),
        leads=frozenset(bound["leads"]),
        modals=frozenset(bound["modals"]),
        asked=Phrasebook.from_lists({True: bound["asked"]}),
        scene=compile_scene(language, pact),
        holders=compile_holders(language, pact),
        periods=compile_periods(language, pact),
        times=compile_times(language),
        strangers=compile_strangers(language, pact),
        main=main,
        metrics=frozenset(names.metrics) - frozenset(language.tables["figures"]["change"]["aside"]) - HEADS,
        stops=frozenset(language.tables["figures"]["clauses"]["stops"]),
        automaton=AhoCorasick(
            sorted(_telling_words([*weak, *strong, *_bare_phrases(table)])), matchkind=MatchKind.LeftmostLongest
        ),
    )


def _bare_phrases(table: Table) -> list[str]:
    return [phrase for phrases in table["bare"].values() for phrase in phrases]


def _telling_words(phrases: Sequence[str]) -> set[str]:
    """The longest word, or stem, of each phrase: a sentence without any of them holds no pledge."""
    return {max(tokenise(fold(phrase), 0, len(phrase)).words, key=len) for phrase in phrases}


def _heavy(names: Names, topics: Sequence[str]) -> list[str]:
    return [phrase for topic in topics for phrase, weight in names.topics.get(topic, {}).items() if weight >= _HEAVY]


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


@dataclass(frozen=True, slots=True, kw_only=True)
class _Clause:
    """A clause that binds: the word that says so, its first and last tokens, the figure aimed at or what else."""

    cue: Hit[Cue]
    first: int
    end: int
    status: PledgeStatus
    figure: Figure | None
    metric: str
    is_bare: bool = False


class _Reading:
    """One pass over a document."""

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
        self.mentions = with_strangers(prepared, grammar.strangers)
        self.origins = origins(prepared.folded, self.mentions)
        self.mention_starts = [mention.span.start for mention in self.mentions]
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
        if not self.grammar.automaton.find_matches_as_indexes(self.prepared.folded[start:end]):
            return
        tokens = tokenise(self.prepared.folded, start, end)
        cues = self.grammar.cues.find(tokens.words)
        bare = self.grammar.bare.find(tokens.words)
        if not cues and not bare:
            return
        figures = self.figures[bisect_left(self.figure_starts, start) : bisect_left(self.figure_starts, end)]
        clauses = [clause for hit in bare if (clause := self._bare(tokens, hit))]
        clauses += [clause for cue in cues if (clause := self._clause(tokens, cue, figures))]
        if clauses:
            scene = self._scene(tokens, start, end)
            for clause in sorted(_distinct(clauses), key=lambda each: each.first):
                yield from self._pledge(scene, clause)

    def _bare(self, tokens: Tokens, hit: Hit[Cue]) -> _Clause | None:
        end = self._end(tokens, hit)
        return _Clause(
            cue=hit, first=hit.first, end=end, status=hit.label.status, figure=None, metric=OTHER, is_bare=True
        )

    def _clause(self, tokens: Tokens, cue: Hit[Cue], figures: Sequence[Figure]) -> _Clause | None:
        status = self._status(tokens, cue)
        if status is None or self._is_forecast(tokens, cue, figures):
            return None
        end = self._end(tokens, cue)
        aimed = self._aimed(tokens, cue, status, end, figures)
        if aimed is not None:
            first, end = self._around(tokens, cue, aimed)
            return _Clause(cue=cue, first=first, end=end, status=status, figure=aimed, metric=aimed.metric)
        if cue.label.is_weak or status == "reached" or self._is_idle(tokens, cue, end):
            return None
        metric = self._object(tokens, cue, end) or self._deed(tokens, cue, status, end)
        return _Clause(cue=cue, first=cue.first, end=end, status=status, figure=None, metric=metric) if metric else None

    def _status(self, tokens: Tokens, cue: Hit[Cue]) -> PledgeStatus | None:
        """The status as the words about the cue turn it: not reached says nothing, not promised is refused."""
        words, status = tokens.words, cue.label.status
        before = words[max(0, cue.first - 3) : cue.first]
        if (
            status == "reached"
            and before
            and (before[-1] in self.grammar.leads or not self.grammar.nots.isdisjoint(before))
        ):
            return None
        after = words[cue.last : cue.last + 2]
        if status in ("promised", "agreed") and not self.grammar.nots.isdisjoint((*before, *after)):
            return None if cue.label.is_weak else "refused"
        return status

    def _is_forecast(self, tokens: Tokens, cue: Hit[Cue], figures: Sequence[Figure]) -> bool:
        """Whether so many members are the subject: "23 alliés devraient …", "I expect 18 allies to …" foretell."""
        start, end = tokens.starts[cue.first], tokens.ends[cue.last - 1]
        counts = [figure.span for figure in figures if figure.metric == MEMBERS]
        if cue.label.status == "demanded" and any(0 <= span.start - end <= 3 for span in counts):
            return True
        return cue.label.is_weak and any(0 <= start - span.end < 60 for span in counts)

    def _end(self, tokens: Tokens, cue: Hit[Cue]) -> int:
        """The end of the clause: the first mark or conjunction that closes it."""
        last = min(len(tokens), cue.last + _LONGEST)
        for at in range(cue.last, last):
            if tokens.words[at] in self.grammar.stops and at > cue.last + 1:
                return at
        return last

    def _around(self, tokens: Tokens, cue: Hit[Cue], aimed: Figure) -> tuple[int, int]:
        """The clause about the figure aimed at: from the word that binds, or one nearer to it, to what closes it."""
        at = tokens.at(aimed.span.start)
        first = min(cue.first, at)
        if at - first > _FAR:
            nearer = [hit.first for hit in self.grammar.cues.find(tokens.words, first, at) if at - hit.first <= _FAR]
            first = nearer[0] if nearer else first
        last = tokens.at(aimed.span.end - 1) + 1
        closing = (i for i in range(last, len(tokens)) if tokens.words[i] in self.grammar.stops)
        return first, max(min(next(closing, len(tokens)), last + _TAIL), cue.last)

    def _aimed(
        self, tokens: Tokens, cue: Hit[Cue], status: PledgeStatus, end: int, figures: Sequence[Figure]
    ) -> Figure | None:
        limit = min(end, cue.last + _CLOSE) if status == "reached" else end
        inside = tokens.span(cue.first, max(limit, cue.last))
        for figure in figures:
            if inside.holds(figure.span) and self._is_aim(figure, cue.label, status):
                return figure
        if self.grammar.asked.at(tokens.words, cue.first) is None:
            return None
        behind = [figure for figure in figures if 0 <= cue.first - tokens.at(figure.span.end - 1) <= 3]
        return next((figure for figure in behind if figure.kind == "target"), None)

    def _is_aim(self, figure: Figure, cue: Cue, status: PledgeStatus) -> bool:
        unit = figure.amount.unit
        if unit == OF_GDP:
            is_level = status in ("promised", "reached") and figure.kind == "level" and not cue.is_weak
            is_level = is_level and figure.metric == self.grammar.main
            return figure.kind == "target" or is_level
        if cue.is_weak or status == "reached" or figure.metric not in self.grammar.metrics:
            return False
        if figure.kind == "target" or unit in _OF_SHARES:
            return True
        is_sum = len(unit) == 3 and figure.kind in ("level", "change", "cumulative")
        return status != "demanded" and unit != PERCENT and is_sum

    def _is_idle(self, tokens: Tokens, cue: Hit[Cue], end: int) -> bool:
        return bool(self.grammar.idle.find(tokens.words, cue.last, min(end, cue.last + 5)))

    def _object(self, tokens: Tokens, cue: Hit[Cue], end: int) -> str:
        words, limit = tokens.words, min(end, cue.last + 18)
        found = self.grammar.objects.find(words, cue.last, limit)
        if found:
            return found[0].label
        moves = self.grammar.scene.cues.find_each(words[cue.last : limit])
        if "up" not in moves and "down" not in moves:
            return ""
        shown = [hit.label for hit in self.grammar.scene.metrics.find(words, cue.last, limit)]
        return next((metric for metric in shown if metric in self.grammar.metrics), "")

    def _deed(self, tokens: Tokens, cue: Hit[Cue], status: PledgeStatus, end: int) -> str:
        """The metric of a deed that follows the word that binds at once: "promised to send troops"."""
        if status in ("demanded", "reached") or tokens.words[cue.first] in self.grammar.wishes:
            return ""
        return OTHER if self.grammar.deeds.find(tokens.words, cue.last, min(end, cue.last + 3)) else ""

    def _scene(self, tokens: Tokens, start: int, end: int) -> Scene:
        mentions = self.mentions[bisect_left(self.mention_starts, start) : bisect_left(self.mention_starts, end)]
        times = self.times[bisect_left(self.time_starts, start) : bisect_left(self.time_starts, end)]
        periods = find_periods(tokens, times, self.prepared.published, self.grammar.periods)
        return Scene(tokens, self.grammar.scene, mentions, periods)

    def _pledge(self, scene: Scene, clause: _Clause) -> Iterator[PledgeMention]:
        figure = clause.figure
        who = self._bound(scene, clause)
        if not who and figure is None and clause.status == "demanded":
            return
        due = [hit for hit in scene.periods if hit.is_until and clause.first <= hit.first < clause.end]
        yield PledgeMention(
            span=scene.tokens.span(clause.first, clause.end),
            who=who,
            metric=clause.metric,
            status=self._together(scene, clause, who),
            target=figure.amount.value if figure is not None else None,
            unit=figure.amount.unit if figure is not None else None,
            deadline=_deadline(due),
        )

    def _together(self, scene: Scene, clause: _Clause, who: tuple[str, ...]) -> PledgeStatus:
        """The status: what all members are said to have promised for each of them is agreed."""
        figure, whole = clause.figure, (self.grammar.holders.whole,)
        is_common = figure is not None and figure.amount.unit == OF_GDP and who == whole
        is_common = is_common and not clause.cue.label.is_weak and not scene.cues("we")
        return "agreed" if is_common and clause.status == "promised" else clause.status

    def _bound(self, scene: Scene, clause: _Clause) -> tuple[str, ...]:
        figure = clause.figure
        is_asked = clause.status == "demanded" and scene.tokens.words[clause.cue.first] not in self.grammar.modals
        if figure is not None and figure.who and clause.status in ("demanded", "reached"):
            return figure.who
        spoken_for = self._spoken_for(scene.tokens.span(clause.first, clause.end))
        found = find_bound(
            scene, clause.cue.first, clause.cue.last, clause.end, is_asked, self.grammar.holders, spoken_for
        )
        if found or figure is not None:
            return found or (figure.who if figure is not None else ())
        return (self.grammar.holders.whole,) if clause.is_bare else self._spoken_of(scene, clause)

    def _spoken_for(self, span: Span) -> tuple[str, ...]:
        near = self.quotes[
            max(0, bisect_left(self.quote_starts, span.end) - 8) : bisect_left(self.quote_starts, span.end)
        ]
        speakers = [quote.speaker for quote in near if quote.span.overlaps(span)]
        speaker = next((speaker for speaker in speakers if speaker is not None), None)
        return () if speaker is None else speaker.members or self.origins.get(speaker.name, ())

    def _spoken_of(self, scene: Scene, clause: _Clause) -> tuple[str, ...]:
        """Whom the sentence means by a pronoun before the word that binds: the party that the text named last."""
        first = clause.cue.first
        cues = (*scene.cues("they"), *scene.cues("home"), *scene.cues("own"))
        if not any(first - 9 <= hit.first < first for hit in cues):
            return ()
        start = scene.tokens.starts[0]
        known = self.mentions[bisect_left(self.mention_starts, start - _BACK) : bisect_left(self.mention_starts, start)]
        return last_subject(self.prepared.folded, known, start - _BACK, self.grammar.holders.spoken_of)


def _distinct(clauses: Sequence[_Clause]) -> list[_Clause]:
    """One clause for each figure aimed at, the one that opens first; without a figure, only where no other holds it."""
    aims: dict[Span, _Clause] = {}
    for clause in clauses:
        if clause.figure is not None:
            aims.setdefault(clause.figure.span, clause)
    kept = list(aims.values())
    for clause in clauses:
        if clause.figure is None and not any(clause.first < each.end and each.first < clause.end for each in kept):
            kept.append(clause)
    return kept


def _deadline(due: Sequence[PeriodHit]) -> str | None:
    return due[0].period.end[:4] if due and due[0].period.end else None
