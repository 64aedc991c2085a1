"""From a record to its claims: each figure with its sentence, the names and cues in it, and what it asserts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import cached_property

from quotepart.checks.asserted import asserted
from quotepart.checks.claims import Actor, Claim
from quotepart.checks.cues import CueGrammar, Cues, cue_grammar, find_cues
from quotepart.checks.wordless import claims_in_words
from quotepart.extraction.fold import fold
from quotepart.extraction.languages.find import language_of
from quotepart.extraction.names import NamesGrammar, compile_names, find_mentions
from quotepart.extraction.prepared import Mention, Prepared
from quotepart.extraction.scene import compile_scene
from quotepart.model.amount import Amount
from quotepart.model.dates import Dating, Period
from quotepart.model.document import Document
from quotepart.model.entry import Figure, Record
from quotepart.model.pact import Pact
from quotepart.model.span import Span

_OPEN_METRICS = ("other", "gdp")
_WORD = re.compile(r"[^\W\d_]+")
_LONGEST = 2_000  # characters of a sentence that are looked at on either side of a figure


class Gatherer:
    """Gathers the claims of records in one language; its grammars are compiled once."""

    def __init__(self, pact: Pact, lang: str) -> None:
        self.pact, self.lang = pact, lang

    @cached_property
    def cues(self) -> CueGrammar:
        """The grammar of the language's cues."""
        return cue_grammar(self.lang)

    @cached_property
    def names(self) -> NamesGrammar:
        """The grammar of the pact's names in the language."""
        return compile_names(language_of(self.lang), self.pact)

    @cached_property
    def adjectives(self) -> Mapping[str, Mention]:
        """The groups that adjectives of the language stand for."""
        return compile_scene(language_of(self.lang), self.pact).group_adjectives

    def claims(self, record: Record, document: Document, dating: Dating) -> Iterator[Claim]:
        """Yield what each figure of ``record`` asserts, in text order; a figure that asserts nothing yields nothing."""
        sentences: dict[Span, list[Figure]] = {}
        for figure in record.figures:
            sentences.setdefault(self._sentence(figure, document), []).append(figure)
        for sentence, figures in sentences.items():
            yield from self._in_sentence(document, sentence, figures, dating)

    def in_words(self, record: Record, document: Document, dating: Dating) -> tuple[Claim, ...]:
        """Return what a text asserts in which no figure could be judged, at least one claim: with the reason, where nothing."""
        text = document.text
        bare = Claim(
            text=text.strip(),
            amount=Amount(value=Decimal(0), unit="count"),
            kind="level",
            metric=self.pact.conventions.main_indicator,
            lang=self.lang,
            said_on=dating.latest,
            said_on_text=dating.date,
            date_is=dating.how,
            sentence=text,
            start=len(text),
            end=len(text),
            cues=find_cues(text, self.cues),
            actors=self.actors(text, dating),
            others=record.figures,
        )
        return claims_in_words(bare, self.pact, self.cues.numbers)

    def _in_sentence(
        self, document: Document, sentence: Span, figures: Sequence[Figure], dating: Dating
    ) -> Iterator[Claim]:
        text = sentence.cut(document.text)
        cues, actors = find_cues(text, self.cues), self.actors(text, dating)
        for figure in figures:
            others = tuple(other for other in figures if other is not figure)
            claim = self._claim(figure, document, sentence, dating, cues, actors, others)
            stated = asserted(claim, self.pact, self.cues.numbers)
            if stated is not None:
                yield stated

    def actors(self, text: str, dating: Dating) -> tuple[Actor, ...]:
        """Return the members, groups and states named in a sentence, in order."""
        prepared = Prepared(
            document=Document(id="", text=text, sha256=""),
            language=language_of(self.lang),
            pact=self.pact,
            folded=fold(text),
            sentences=(),
            paragraphs=(),
            published=dating,
        )
        mentions = find_mentions(prepared, self.names)
        named = [Actor(id=actor, start=m.span.start, end=m.span.end) for m in mentions for actor in m.actors]
        return tuple(sorted((*named, *self._by_adjective(prepared.folded, named)), key=lambda actor: actor.start))

    def _by_adjective(self, folded: str, named: Sequence[Actor]) -> Iterator[Actor]:
        """Yield the groups that an adjective stands for, outside of names: "dépenses européennes"."""
        for found in _WORD.finditer(folded):
            known = self.adjectives.get(found[0])
            if known and not any(actor.start <= found.start() < actor.end for actor in named):
                yield from (Actor(id=actor, start=found.start(), end=found.end()) for actor in known.actors)

    def _claim(
        self, figure: Figure, document: Document, sentence: Span, dating: Dating, cues: Cues, actors: tuple[Actor, ...],
        others: tuple[Figure, ...],
    ) -> Claim:  # fmt: skip
        claim = Claim(
            text=figure.span.cut(document.text),
            amount=figure.amount,
            kind=figure.kind,
            metric=figure.metric,
            lang=self.lang,
            said_on=dating.latest,
            groups=_holders(figure, others, actors, sentence.start),
            period=_period(figure.period, dating),
            of=figure.of,
            said_by=figure.said_by,
            said_on_text=dating.date,
            date_is=dating.how,
            sentence=sentence.cut(document.text),
            start=figure.span.start - sentence.start,
            end=figure.span.end - sentence.start,
            span=figure.span,
            cues=cues,
            actors=actors,
            others=others,
        )
        return replace(claim, metric=self._metric(claim))

    def _metric(self, claim: Claim) -> str:
        """The metric of a figure that the extraction left open: shares of GDP and spending verbs speak of the main measure."""
        main = self.pact.conventions.main_indicator
        if claim.unit == "percent_of_gdp":
            return main if claim.metric in _OPEN_METRICS else claim.metric
        if claim.metric == main and claim.unit == "percent":
            return next(iter(self._shares_named(claim)), main)
        if claim.metric not in _OPEN_METRICS:
            return claim.metric
        spends = self._names(main, claim)
        if claim.cues.has("defence") and claim.cues.has("spends") and claim.groups:
            return main
        parted = claim.unit in ("times", "fraction", "percent", "points") and bool(claim.actors)
        moved = claim.is_money and claim.kind in ("change", "cumulative") and bool(claim.groups)
        verbs = claim.cues.has("spends") and (parted or moved)
        return main if spends or verbs else claim.metric

    def _names(self, metric: str, claim: Claim) -> bool:
        """Whether the sentence has a word for ``metric``."""
        names = self.pact.names.get(self.lang)
        return any(fold(word) in claim.cues.text for word in (names.metrics.get(metric, ()) if names else ()))

    def _shares_named(self, claim: Claim) -> Iterator[str]:
        """Yield the series in per cent, other than the main measure's, that the sentence has a word for."""
        for indicator in self.pact.indicators.values():
            if indicator.unit == "percent" and indicator.denominator and self._names(indicator.id, claim):
                yield indicator.id

    def _sentence(self, figure: Figure, document: Document) -> Span:
        if figure.sentence is not None and len(figure.sentence) <= 2 * _LONGEST:
            return figure.sentence
        whole = figure.sentence or Span(0, len(document.text))
        start = max(whole.start, figure.span.start - _LONGEST)
        return Span(start, min(whole.end, figure.span.end + _LONGEST))


def _holders(figure: Figure, others: Sequence[Figure], actors: Sequence[Actor], start: int) -> tuple[str, ...]:
    """Whose the figure is: as extracted, unless nobody is or they are named only inside an amount ("US dollars")."""
    spans = [each.span for each in (figure, *others)]
    outside = [
        actor
        for actor in actors
        if not any(s.start <= start + actor.start and start + actor.end <= s.end for s in spans)
    ]
    inside = {actor.id for actor in actors} - {actor.id for actor in outside}
    if figure.who and not set(figure.who) <= inside:
        return figure.who
    before = [actor.id for actor in outside if start + actor.end <= figure.span.start]
    after = [actor.id for actor in outside if start + actor.start >= figure.span.end]
    return (*before[-1:], *after[:1])[:1]


def _period(period: Period | None, dating: Dating) -> Period | None:
    """The period of a figure, ``None`` where it is no more than the moment of speaking."""
    if period is None or len(period.end or period.start or "") <= 4:
        return period
    month = dating.latest.isoformat()[:7]
    is_now = (period.start or month)[:7] == month and (period.end or month)[:7] == month
    return None if is_now else period
