"""Figures: each number with its unit, hedge, kind, metric, holder, period, and who asserts it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from quotepart.extraction.figures.apart import apart
from quotepart.extraction.figures.attribution import AttributionGrammar, Voices, compile_attribution, find_sayer
from quotepart.extraction.figures.changes import is_changing
from quotepart.extraction.figures.counted import find_counted
from quotepart.extraction.figures.hedges import HedgesGrammar, Stated, compile_hedges, qualify, tie_numbers
from quotepart.extraction.figures.holders import find_holder
from quotepart.extraction.figures.meaning import MEMBERS, OTHER, compile_meaning, repeats, understand
from quotepart.extraction.figures.meant import Before, Meaning, MeaningGrammar
from quotepart.extraction.figures.measuring import is_converted, measure, measure_alone, noun_of, with_shared_units
from quotepart.extraction.figures.numbers import Number, NumbersGrammar, candidates, compile_numbers, read_numbers
from quotepart.extraction.figures.recalled import Recalled
from quotepart.extraction.figures.scene import Scene, SceneGrammar, compile_scene
from quotepart.extraction.figures.ties import HoldersGrammar, compile_holders, is_one_of
from quotepart.extraction.figures.timing import Timing, says_otherwise
from quotepart.extraction.figures.units import (
    COUNT,
    ELLIPSIS,
    FRACTION,
    MONEY_UNKNOWN,
    NO_CURRENCY,
    OF_GDP,
    PERCENT,
    POINTS,
    Measured,
    UnitsGrammar,
    compile_units,
)
from quotepart.extraction.languages.language import Language
from quotepart.extraction.names.parties import Parties
from quotepart.extraction.names.strangers import named
from quotepart.extraction.text.prepared import Mention, Prepared
from quotepart.extraction.text.tokens import Hit, Tokens, windows
from quotepart.extraction.times.periods import PeriodsGrammar, compile_periods, find_periods
from quotepart.extraction.times.times import Time
from quotepart.model.amount import Amount, reach
from quotepart.model.entry import Figure, Quote, Speaker
from quotepart.model.frozen import dataclass
from quotepart.model.pact import Pact
from quotepart.model.span import Span

_CODE = 3  # letters of a currency
_NEAR = 8  # mentions before a sentence among which one given aid is still in view
_LOOK_BACK = 600  # characters before a sentence in which its subject may have been named
_WHO_SPOKE = 4  # times as far a title or pronoun points back to a person


@dataclass(frozen=True, slots=True, kw_only=True)
class FiguresGrammar:
    """All that figures are read with, for one language and one pact; made by ``compile_figures``."""

    numbers: NumbersGrammar
    units: UnitsGrammar
    hedges: HedgesGrammar
    periods: PeriodsGrammar
    scene: SceneGrammar
    meaning: MeaningGrammar
    holders: HoldersGrammar
    attribution: AttributionGrammar
    currency: str
    product: str


def compile_figures(language: Language, pact: Pact) -> FiguresGrammar:
    """Return the grammar made from the language's tables and the pact's names and conventions."""
    return FiguresGrammar(
        numbers=compile_numbers(language),
        units=compile_units(language),
        hedges=compile_hedges(language),
        periods=compile_periods(language, pact),
        scene=compile_scene(language, pact),
        meaning=compile_meaning(language, pact),
        holders=compile_holders(language, pact),
        attribution=compile_attribution(language),
        currency=pact.conventions.currency,
        product=language.tables["units"]["product"][0],
    )


def find_figures(
    prepared: Prepared, grammar: FiguresGrammar, quotes: Sequence[Quote], parties: Parties, times: Sequence[Time]
) -> tuple[Figure, ...]:
    """Return the figures of a document in text order; furniture is left out.

    ``quotes`` tell who asserts a figure, ``parties`` whose it can be; ``times`` are the document's expressions of time.
    """
    reading = _Reading(prepared, grammar, quotes, parties, times)
    return tuple(apart(figure for sentence in prepared.sentences for figure in reading.in_sentence(sentence)))


@dataclass(frozen=True, slots=True)
class _Place:
    """A sentence, or a piece of a very long one, with what stands in it."""

    sentence: Span
    tokens: Tokens
    scene: Scene
    voices: Voices
    quotes: Sequence[Quote]
    before: Sequence[Mention]
    persons: Sequence[Mention]
    spoke: str | None


class _Reading:
    """One pass over a document; keeps what the last figure was about, for those that leave it out."""

    def __init__(
        self,
        prepared: Prepared,
        grammar: FiguresGrammar,
        quotes: Sequence[Quote],
        parties: Parties,
        times: Sequence[Time],
    ) -> None:
        self.prepared, self.grammar, self.times = prepared, grammar, times
        self.quotes = sorted(quotes, key=lambda quote: quote.span.start)
        self.quote_ends = [quote.span.end for quote in self.quotes]
        self.time_starts = [time.span.start for time in times]
        self.mentions, self.mention_starts, self.origins = parties.mentions, parties.starts, parties.origins
        self.recalled = Recalled(prepared.folded, parties, grammar.holders)
        self.furniture_starts = [span.start for span in prepared.furniture]
        self.before, self.timing = Before(), Timing(prepared.published)
        self.count_holder: tuple[str, ...] = ()
        self.members: tuple[str, ...] = ()
        self.last_who: tuple[str, ...] = ()
        self.is_last_said = False
        self.last: Stated | None = None
        self.counted_at = -1
        self.figure_at = 0
        self.thing = ""
        self.said_by: str | None = None
        self.previous: Span | None = None

    def in_sentence(self, sentence: Span) -> Iterator[Figure]:
        """Yield the figures of one sentence, which becomes the previous one."""
        if not self._is_furniture(sentence):
            for start, end in windows(self.prepared.folded, sentence):
                if self._may_hold(start, end):
                    yield from self._in_window(sentence, start, end)
        self.previous = sentence

    def _may_hold(self, start: int, end: int) -> bool:
        """Whether a number may begin there outside the expressions of time: most sentences need no more than this look."""
        times = self._times_between(start, end)
        numbers = candidates(self.prepared.folded, start, end, self.grammar.numbers)
        return any(not any(time.span.start <= at < time.span.end for time in times) for at in numbers)

    def _times_between(self, start: int, end: int) -> Sequence[Time]:
        return self.times[bisect_left(self.time_starts, start) : bisect_left(self.time_starts, end)]

    def _is_furniture(self, sentence: Span) -> bool:
        at = bisect_right(self.furniture_starts, sentence.start) - 1
        return at >= 0 and self.prepared.furniture[at].overlaps(sentence)

    def _in_window(self, sentence: Span, start: int, end: int) -> Iterator[Figure]:
        tokens = self.prepared.tokens(start, end)
        times = self._times_between(start, end)
        numbers = [
            n
            for n in read_numbers(tokens, self.grammar.numbers)
            if self._counts(tokens, n) or not _is_time(tokens, n, times)
        ]
        measured = self._measure(tokens, numbers)
        if not any(measured):
            return
        measured = with_shared_units(tokens, measured)
        place = self._place(sentence, tokens, times, start, end)
        moves = [hit.first for label in ("movement", "up", "down") for hit in place.scene.cues(label)]
        tied = tie_numbers(tokens, numbers, measured, self.grammar.hedges, moves)
        place.scene.numbers = [each.first for each, _ in tied]
        place.scene.leave_out([(each.first, each.last) for each, _ in tied if len(each.unit) == _CODE])
        metrics = [hit.label for hit in self.grammar.scene.metrics.find(self._words_before(sentence))]
        receivers = self.grammar.meaning.receivers
        nears = any(not receivers.isdisjoint(mention.actors) for mention in place.before[-_NEAR:])
        self.before = replace(self.before, metrics=metrics[::-1], last=-1, changed=None, nears_receiver=nears)
        self.last = None
        for each, end_of in tied:
            qualifier, first = qualify(tokens, each, self.grammar.hedges)
            yield from self._figure(place, Stated(measured=each, qualifier=qualifier, first=first, end=end_of))

    def _counts(self, tokens: Tokens, number: Number) -> bool:
        """Whether digits that look like a year count what follows: "plus de 2000 personnes"."""
        is_alone = number.form == "digits" and number.last == number.first + 1 and number.value >= 1000
        if not is_alone or not tokens.is_joined(number.first):
            return False
        hedge = self.grammar.hedges.before.ending_at(tokens.words, number.first)
        return hedge is not None and self.grammar.units.counted.at(tokens.words, number.last) is not None

    def _measure(self, tokens: Tokens, numbers: Sequence[Number]) -> list[Measured | None]:
        measured: list[Measured | None] = []
        last, currency = 0, self.before.currency
        unit = self.before.unit if tokens.starts and tokens.starts[0] - self.figure_at < _LOOK_BACK else ""
        unit = unit or self._usual_unit(tokens, numbers)
        for number in numbers:
            inside = number.first < last
            found = None if inside else measure(tokens, number, self.grammar.units, self.prepared.text)
            if found is None and not inside:
                found = measure_alone(
                    tokens, number, self.grammar.units, unit, currency, self.grammar.meaning.change.to
                )
            if found is not None:
                last, unit = found.last, found.unit
                currency = unit if len(unit) == 3 and unit.isupper() else currency
            measured.append(found)
        return measured

    def _usual_unit(self, tokens: Tokens, numbers: Sequence[Number]) -> str:
        """The share of the product, where numbers with decimals stand in a sentence on spending; else nothing."""
        if not any(number.step < 1 for number in numbers):
            return ""
        metrics = {hit.label for hit in self.grammar.scene.metrics.find(tokens.words)}
        return OF_GDP if self.grammar.meaning.main in metrics else ""

    def _place(self, sentence: Span, tokens: Tokens, times: Sequence[Time], start: int, end: int) -> _Place:
        mentions = self.mentions
        first, last = bisect_left(self.mention_starts, start), bisect_left(self.mention_starts, end)
        earliest = bisect_left(self.mention_starts, start - _LOOK_BACK)
        periods = find_periods(tokens, times, self.prepared.published, self.grammar.periods)
        published = self.prepared.published
        year = published.latest.year if published is not None else None
        named = [self._with_origin(mention) for mention in mentions[first:last]]
        scene = Scene(tokens, self.grammar.scene, named, periods, year)
        from_quote = bisect_right(self.quote_ends, start - _LOOK_BACK // 4)
        quotes = [
            quote
            for quote in self.quotes[from_quote : from_quote + 40]
            if quote.span.start < end and quote.span.end > sentence.start
        ]
        voices = Voices(scene, self.grammar.attribution, self.prepared.text)
        told = bisect_left(self.mention_starts, start - _LOOK_BACK * _WHO_SPOKE)
        before, persons = mentions[earliest:first], mentions[told:first]
        return _Place(sentence, tokens, scene, voices, quotes, before, persons, self._spoke(sentence.start))

    def _spoke(self, start: int) -> str | None:
        """Who said the last quotation or figure before a place, where that is not far off."""
        ended = bisect_right(self.quote_ends, start)
        if ended and start - self.quote_ends[ended - 1] < _LOOK_BACK and self.quote_ends[ended - 1] > self.figure_at:
            speaker = self.quotes[ended - 1].speaker
            return None if speaker is None else speaker.name
        return self.said_by if start - self.figure_at < _LOOK_BACK else None

    def _with_origin(self, mention: Mention) -> Mention:
        """A person with the state that the document said he or she is from."""
        state = () if mention.actors or mention.kind != "person" else self.origins.get(mention.name, ())
        return replace(mention, actors=state) if state else mention

    def _words_before(self, sentence: Span) -> Sequence[str]:
        """The words of the sentence right before, none where it is far or long."""
        previous = self.previous
        if previous is None or sentence.start - previous.end > 3 or len(previous) > _LOOK_BACK:
            return ()
        return self.prepared.tokens(previous.start, previous.end).words

    def _figure(self, place: _Place, stated: Stated) -> Iterator[Figure]:
        measured = stated.measured
        if measured.counted == ELLIPSIS and not self._recall_noun(place, measured):
            return
        meaning = understand(place.scene, stated, self.grammar.meaning, self.before)
        is_change_only = measured.unit in (FRACTION, POINTS) and not measured.is_part
        is_change_only = is_change_only and not (measured.unit == POINTS and measured.step < 1)
        is_change_only = is_change_only and (measured.unit == POINTS or stated.qualifier == "exact")
        if is_change_only and not is_changing(place.scene, stated, self.grammar.meaning.change):
            return
        unit = self.grammar.currency if meaning.unit == MONEY_UNKNOWN else meaning.unit
        span = place.tokens.span(measured.first, measured.last)
        said_by, speaker = find_sayer(place.voices, measured.first, span, place.quotes, place.persons, place.spoke)
        who, is_said = self._holder(place, stated, meaning, speaker)
        self.last_who, self.is_last_said, self.last, self.said_by = who, is_said, stated, said_by
        self.members = who if meaning.metric == MEMBERS else self.members
        if unit == NO_CURRENCY and len(who) == 1:
            unit = self.grammar.units.crowns.get(who[0], unit)
        amount = Amount(
            value=measured.value, unit=unit, qualifier=stated.qualifier, high=measured.high, step=measured.step
        )
        is_of_product = meaning.unit == POINTS and meaning.metric == self.grammar.meaning.main
        self._remember(meaning, measured, who if is_said else (), span, place)
        yield Figure(
            span=span,
            amount=amount,
            reach=reach(amount),
            kind=meaning.kind,
            metric=meaning.metric,
            who=named(who),
            of=self.grammar.product if is_of_product else noun_of(place.tokens, measured),
            period=self.timing.period_of(place.scene, stated, meaning, span),
            said_by=said_by,
            sentence=place.sentence,
        )

    def _holder(
        self, place: _Place, stated: Stated, meaning: Meaning, speaker: Speaker | None
    ) -> tuple[tuple[str, ...], bool]:
        if repeats(place.scene, stated, self.before):
            return self.last_who, False
        if stated.end == "to" and self.last is not None and self.last.end == "from":
            return self.last_who, False
        if stated.measured.counted == ELLIPSIS and self.count_holder and meaning.metric != MEMBERS:
            return self.count_holder, False
        if meaning.unit == OF_GDP and self._is_said_of_members(place, stated.measured):
            return self.members, False
        known = self.recalled.known(place.before, place.sentence, speaker)
        who, is_said = find_holder(place.scene, stated, meaning, self.grammar.holders, known)
        tells = is_said or meaning.unit in self.grammar.holders.issuers
        if not tells and self.last is not None and says_otherwise(place.scene, self.last, stated):
            return self.last_who, False
        if not who and meaning.metric == OTHER and self._goes_on(place.scene, stated):
            return self.last_who, True
        if not who and meaning.unit == COUNT and self._is_listed(place, stated.measured):
            return self.count_holder, False
        return who, is_said

    def _goes_on(self, scene: Scene, stated: Stated) -> bool:
        """Whether nobody is named between a number and the one before it in the sentence: "gives 2 billion, with 40 tanks"."""
        if self.last is None or not self.is_last_said:
            return False
        named = (actor.first for actor in scene.actors if actor.mention.actors)
        return not any(self.last.measured.last <= first < stated.first for first in named)

    def _is_said_of_members(self, place: _Place, measured: Measured) -> bool:
        """Whether members were counted right before, and nobody is named since: "five allies reach the mark of 2 %"."""
        last, meaning = self.before.last, self.before.meaning
        if last < 0 or meaning is None or meaning.metric != MEMBERS or place.scene.apart(last - 1, measured.first) > 0:
            return False
        if self.last is not None and is_one_of(place.scene, self.last.first, self.grammar.holders):
            return False
        return not any(last <= actor.first < measured.first for actor in place.scene.actors)

    def _is_listed(self, place: _Place, measured: Measured) -> bool:
        """Whether the count before stands in the same clause or the next: "30 battalions, 30 squadrons"."""
        at = place.tokens.at(self.counted_at)
        return self.counted_at >= place.tokens.starts[0] and place.scene.apart(at, measured.first) <= 1

    def _recall_noun(self, place: _Place, measured: Measured) -> bool:
        """Whether something counted was named for a number without a noun: by a count, else by a noun of its sentence."""
        is_here = self.counted_at >= place.tokens.starts[0]
        nouns = [hit for hit in self.grammar.units.counted.find(place.tokens.words) if self._may_count(hit, measured)]
        ahead = [hit for hit in nouns if hit.first < measured.first]
        if self.before.counted and (is_here or not ahead) and self._may_be(self.before.counted, measured):
            return True
        if not nouns and self.thing and self.before.counted and self._may_be(self.thing, measured):
            self.before = replace(self.before, counted=self.thing)
            return True
        if nouns:
            self.before, self.count_holder = replace(self.before, counted=(ahead[-1:] or nouns)[-1].label), ()
            return True
        words, books = self._words_before(place.sentence), (self.grammar.units.counted, self.grammar.scene.metrics)
        before = find_counted(words, *books)
        if not place.scene.actors and (earlier := [hit for hit in before if self._may_be(hit.label, measured)]):
            self.before, self.count_holder = replace(self.before, counted=earlier[-1].label), ()
            return True
        return self._names_group(place) and self._may_be(MEMBERS, measured)

    def _may_count(self, hit: Hit[str], measured: Measured) -> bool:
        return (hit.label != "other" or hit.first < measured.first) and self._may_be(hit.label, measured)

    def _may_be(self, counted: str, measured: Measured) -> bool:
        """Whether there can be so many: never more members than the pact has had."""
        return counted not in (MEMBERS, "states") or measured.value <= len(self.prepared.pact.members)

    def _names_group(self, place: _Place) -> bool:
        """Whether a group of the pact is spoken of here or in the sentence before: so many are then its members."""
        here = (actor.mention for actor in place.scene.actors)
        return any(mention.kind == "group" for mention in (*place.before[-3:], *here))

    def _remember(self, meaning: Meaning, measured: Measured, who: tuple[str, ...], span: Span, place: _Place) -> None:
        is_money = len(meaning.unit) == 3 and meaning.unit.isupper() and not is_converted(place.tokens, measured)
        is_count = meaning.unit == COUNT and measured.counted != ELLIPSIS
        aims = {measured.value} if meaning.kind == "target" else set()
        self.figure_at = span.end
        self.before = replace(
            self.before,
            unit=meaning.unit,
            currency=meaning.unit if is_money else self.before.currency,
            money_metric=meaning.metric if is_money and meaning.metric != OTHER else self.before.money_metric,
            counted=measured.counted if is_count else self.before.counted,
            meaning=meaning,
            changed=meaning if meaning.unit == PERCENT and meaning.kind == "change" else self.before.changed,
            last=measured.last,
            targets=self.before.targets | aims,
        )
        self.thing = measured.counted if is_count and meaning.metric != MEMBERS else self.thing
        if is_count:
            self.count_holder, self.counted_at = who, span.start
        if meaning.unit != COUNT:
            self.recalled.remember(who, span)


def _is_time(tokens: Tokens, number: Number, times: Sequence[Time]) -> bool:
    return any(time.span.overlaps(tokens.span(number.first, number.last)) for time in times)
