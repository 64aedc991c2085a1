"""From a record to its claims: each figure with its sentence, the names and cues in it, and what it asserts."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import cached_property, lru_cache

from quotepart.checks.claims import over_time
from quotepart.checks.claims.actors import ActorFinder, with_quantity, without_named
from quotepart.checks.claims.asserted import asserted
from quotepart.checks.claims.bare_shares import bare_shares, shares_beside
from quotepart.checks.claims.beside import further, ratio_of_stated
from quotepart.checks.claims.claim import SHARES, Actor, Claim
from quotepart.checks.claims.clauses import bounds_of, clause_of, place_of
from quotepart.checks.claims.comparisons import part_of_another, set_apart
from quotepart.checks.claims.cues import CueGrammar, Cues, cue_grammar, find_cues
from quotepart.checks.claims.holders import HolderFinder
from quotepart.checks.claims.lists import of_neither, paired
from quotepart.checks.claims.metrics import OTHER, MetricFinder, is_of_own_spending
from quotepart.checks.claims.places import place_by_others
from quotepart.checks.claims.quantity import alone, narrowed, of_exceptions
from quotepart.checks.claims.records import RecordReader
from quotepart.checks.claims.targets import few_at_target
from quotepart.checks.claims.thresholds import is_total
from quotepart.checks.claims.understood import is_followed_by_noun, is_of_another
from quotepart.checks.claims.wordless import claims_in_words
from quotepart.checks.claims.years import (
    of_fiscal_year,
    since_last_year,
    with_own_year,
    with_span,
    with_year,
    without_contrasted_year,
    without_founding,
)
from quotepart.checks.working.register import MEMBERS
from quotepart.extraction.languages.find import language_of
from quotepart.extraction.names.names import NamesGrammar
from quotepart.extraction.text.fold import fold
from quotepart.model.amount import Amount
from quotepart.model.dates import Dating, Period
from quotepart.model.document import Document
from quotepart.model.entry import Figure, Record
from quotepart.model.pact import Pact
from quotepart.model.span import Span

_LONGEST = 2_000  # characters of a sentence that are looked at on either side of a figure
_START, _WITH, _AT = 6, 8, 2
_KEPT = 4  # sentences whose words are kept: a single one is read for its figures and for what stands beside them
_ADDING = ("added", "since", "up", "annual", "term", "more")
_WORD = re.compile(r"[^\W\d_]+")
_SIGNS = frozenset("$€£¥")
_MANY = 4  # so many holders of one figure are judged each for itself; more are a crowd, unless "all" or "each" is said of them


class Gatherer:
    """Gathers the claims of records in one language; its grammars are compiled once, but for ``names`` if they are given."""

    def __init__(self, pact: Pact, lang: str, names: NamesGrammar | None = None) -> None:
        self.pact, self.lang = pact, lang
        self.actors = ActorFinder(pact, lang, names)
        self.metrics = MetricFinder(pact, lang)
        self.holders = HolderFinder(pact, lang)
        self.records = RecordReader(pact, lang)
        self._read = lru_cache(maxsize=_KEPT)(self._read_anew)

    @cached_property
    def cues(self) -> CueGrammar:
        """The grammar of the language's cues."""
        return cue_grammar(self.lang)

    def claims(self, record: Record, document: Document, dating: Dating) -> Iterator[Claim]:
        """Yield what each figure of ``record`` asserts, in text order; a figure that asserts nothing yields nothing."""
        sentences: dict[Span, list[Figure]] = {}
        for figure in record.figures:
            sentences.setdefault(_sentence(figure, document), []).append(figure)
        for sentence, figures in sentences.items():
            yield from self._in_sentence(document, sentence, figures, dating)

    def in_words(self, record: Record, document: Document, dating: Dating) -> tuple[Claim, ...]:
        """Return what a text asserts in which no figure could be judged, at least one claim: with the reason, where nothing."""
        bare = self._bare(record, document, dating)
        mentions = self.actors.mentions(document.text, dating)
        of_record = self.records.read(bare, mentions, record.meetings, self.cues.numbers)
        return of_record or claims_in_words(bare, self.pact, self.cues.numbers)

    def beside(self, stated: Sequence[Claim], record: Record, document: Document, dating: Dating) -> tuple[Claim, ...]:
        """Return what a single sentence says beside the figures it states: "X, with 2 %, spends more than Y", "third of 32"."""
        if not stated:
            return ()
        bare = self._bare(record, document, dating)
        if all(claim.unit == "times" for claim in stated):
            parties = tuple(actor for actor in bare.actors if actor.id in self.pact.members)
            shares = tuple(bare_shares(bare, parties))
            return shares if len(shares) > 1 else ()
        if any(claim.shape != "figure" or claim.unit == "times" for claim in stated):
            return ()
        if all(claim.metric == MEMBERS and is_total(claim) for claim in stated):
            for total in (claim for claim in stated if claim.span):
                bare = replace(bare, cues=bare.cues.blanked(total.start, total.end))
            found = claims_in_words(bare, self.pact, self.cues.numbers)
            return tuple(claim for claim in found if claim.reason is None)
        if not all(claim.is_money or claim.unit == "percent_of_gdp" for claim in stated):
            return ()
        parties = tuple(actor for actor in bare.actors if actor.id in self.pact.members or actor.id in self.pact.groups)
        compared = further(bare, stated, self.pact, self.cues.numbers)
        records = (over_time.record(bare, parties),) if parties and bare.cues.has("any_time") else ()
        return (*shares_beside(bare, parties), *compared, *(records if not compared else ()))

    def _bare(self, record: Record, document: Document, dating: Dating) -> Claim:
        """A claim on a whole text without an amount: its words, names and cues."""
        text = document.text
        cues, actors = self._read(text, dating)
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
            cues=cues,
            actors=actors,
            named=actors,
            others=record.figures,
        )
        return self.records.dated(replace(bare, metric=self.metrics.of_words(bare)))

    def _read_anew(self, text: str, dating: Dating) -> tuple[Cues, tuple[Actor, ...]]:
        cues = find_cues(text, self.cues)
        actors = self.actors.find(text, dating, cues)
        cues = without_named(cues, actors)
        return with_quantity(cues, actors, self.pact.conventions.whole), actors

    def _in_sentence(
        self, document: Document, sentence: Span, figures: Sequence[Figure], dating: Dating
    ) -> Iterator[Claim]:
        text = sentence.cut(document.text)
        cues, actors = self._read(text, dating)
        figures = paired(figures, actors, cues, sentence.start, self.pact.members)
        known = [self.metrics.of_other(figure, cues) for figure in figures]
        for figure in figures:
            others = tuple(other for other in known if other.span != figure.span)
            claim = self._claim(figure, text, sentence.start, dating, cues, actors, others)
            place = place_by_others(claim, self.pact)
            if place is not None:
                yield with_year(replace(place, metric=self.metrics.of_words(place)))
                continue
            few = self._few(claim, figure)
            if few is not None:
                yield few
                continue
            only = alone(claim, self.pact)
            if only is not None:
                yield with_year(only)
            stated = asserted(claim, self.pact, self.cues.numbers)
            if stated is not None:
                for each in of_neither(stated, self.pact.members):
                    yield from _each_holder(each, self.pact.members)
                yield from of_exceptions(stated, self.pact)

    def _few(self, claim: Claim, figure: Figure) -> Claim | None:
        """How many reach the share by a sentence that names nobody: "they are only three to have reached 3.5 percent"."""
        if claim.actors or claim.others or claim.unit not in SHARES:
            return None
        return few_at_target(replace(claim, others=(figure,)), self.pact, self.cues.numbers)

    def _claim(
        self, figure: Figure, text: str, start: int, dating: Dating, cues: Cues, actors: tuple[Actor, ...],
        others: tuple[Figure, ...],
    ) -> Claim:  # fmt: skip
        claim = Claim(
            text=text[figure.span.start - start : figure.span.end - start],
            amount=figure.amount,
            kind=figure.kind,
            metric=figure.metric,
            lang=self.lang,
            said_on=dating.latest,
            groups=self.holders.of(figure, others, actors, start, cues),
            period=_period(figure.period, dating) or _period_of_target(figure, others, dating),
            of=figure.of,
            said_by=figure.said_by,
            said_on_text=dating.date,
            date_is=dating.how,
            sentence=text,
            start=figure.span.start - start,
            end=figure.span.end - start,
            span=figure.span,
            cues=cues,
            actors=actors,
            named=actors,
            others=others,
        )
        if claim.kind == "cumulative" and claim.is_money and not cues.has(*_ADDING):
            claim = replace(claim, kind="level")
        claim = narrowed(_as_change(since_last_year(without_founding(of_fiscal_year(claim)))))
        claim = self.metrics.as_loss(claim)
        claim = with_own_year(replace(claim, metric=self.metrics.of_figure(claim), is_start=_is_start(claim)))
        claim = without_contrasted_year(claim)
        claim = with_span(_among_members(claim, figure.metric), self.cues.numbers)
        claim = self.records.dated(_as_share(_moved_share(claim, self.pact)))
        apart = part_of_another(claim, self.pact)
        claim = apart if apart is not claim else set_apart(claim, self.pact)
        if claim.metric == self.pact.conventions.main_indicator and is_of_another(claim):
            claim = replace(claim, metric=OTHER)
        claim = ratio_of_stated(claim, self.pact)
        claim = _as_next_share(_as_share_of_all(claim, self.metrics.product, self.pact.conventions.whole), self.pact)
        if is_of_own_spending(claim, self.pact):
            return replace(claim, reason="definition")
        if self._has_unknown_unit(claim):
            return replace(claim, reason="unit_unknown")
        if self.metrics.is_share_of_product(claim):
            return replace(claim, amount=replace(claim.amount, unit="percent_of_gdp"), kind="level")
        return claim

    def _has_unknown_unit(self, claim: Claim) -> bool:
        """Whether the words name no currency that is known, and another noun stands where it would: "40 billion of these"."""
        words = _WORD.findall(claim.cues.text[claim.start : claim.end])
        if not claim.is_money or not set(words) <= self.scales or _SIGNS & set(claim.sentence[claim.start : claim.end]):
            return False
        return is_followed_by_noun(claim)

    @cached_property
    def scales(self) -> frozenset[str]:
        """The words for thousands, millions and more."""
        return frozenset(map(fold, language_of(self.lang).tables["numbers"]["scales"]))


def _is_start(claim: Claim) -> bool:
    """Whether the figure is where something started: "from 1.4 to 2 percent"."""
    close = claim.cues.within(max(0, claim.start - _START), claim.start)
    offset = claim.start - (claim.span.start if claim.span else claim.start)
    behind = (each for each in claim.others if each.amount.unit == claim.unit and each.span.start + offset > claim.end)
    end = next((each.span.start + offset for each in behind), None)
    return close.has("from") and end is not None and claim.cues.within(claim.end, end).has("at")


def _moved_share(claim: Claim, pact: Pact) -> Claim:
    """Return either end of "its share fell from 69 to 57 percent" as a share of whoever leads the sentence."""
    cues, parties = claim.cues, [actor.id for actor in claim.actors if actor.id in pact.members]
    if claim.unit != "percent" or claim.kind != "change" or not parties or not cues.within(0, claim.start).has("part"):
        return claim
    ends = [place_of(each, claim) for each in claim.others if each.amount.unit == "percent"]
    starts = cues.within(max(0, claim.start - _START), claim.start).has("from") and any(s > claim.end for s, _ in ends)
    close = cues.within(max(0, claim.start - _START), claim.start).has("at")
    is_end = close and any(cues.within(max(0, s - _START), s).has("from") for s, _ in ends if s < claim.start)
    return replace(claim, kind="share", groups=(parties[0],)) if starts or is_end else claim


def _as_change(claim: Claim) -> Claim:
    """Return a bare percentage right behind "against" as the change that it is set against: "4.3 %, against 3.8 % in 2016"."""
    if claim.unit != "percent_of_gdp" or claim.cues.within(claim.start, claim.end + _WITH).has("of_gdp"):
        return claim
    before = [
        each for each in claim.others if place_of(each, claim)[1] <= claim.start and each.amount.unit == "percent"
    ]
    close = claim.cues.within(max(0, claim.start - _WITH - _AT), claim.start).has("against")
    is_change = close and bool(before) and before[-1].kind == "change" and claim.unit != before[-1].amount.unit
    return replace(claim, kind="change", amount=replace(claim.amount, unit="percent")) if is_change else claim


def _among_members(claim: Claim, taken_as: str) -> Claim:
    """Return a count that turned out to be of members with the others that were taken alike as counts of members too."""
    if claim.metric != MEMBERS or taken_as == MEMBERS:
        return claim
    alike = (each.metric == taken_as and each.amount.unit == "count" for each in claim.others)
    pairs = zip(claim.others, alike, strict=True)
    return replace(claim, others=tuple(replace(each, metric=MEMBERS) if same else each for each, same in pairs))


def _as_share(claim: Claim) -> Claim:
    """Return a part that somebody is said to make up as a share, whatever else of the sentence moves."""
    is_part = claim.kind == "change" and claim.unit in ("percent", "fraction") and claim.cues.has("makes_up")
    return replace(claim, kind="share") if is_part and not claim.cues.has("points", "since") else claim


def _as_share_of_all(claim: Claim, product: str | None, whole: str) -> Claim:
    """Return "accounts for 54 percent of the allies' combined GDP" as a share of what all produce, not of spending."""
    led = any(actor.end <= claim.start for actor in claim.actors)
    bears = led and clause_of(claim).within(0, claim.start).has("makes_up")
    behind = claim.cues.within(claim.start, bounds_of(claim)[1])
    is_part = claim.unit == "percent_of_gdp" or (claim.unit in ("percent", "fraction") and behind.has("of_gdp"))
    at = next((cue.start for cue in behind.of("of_gdp")), claim.end)
    of_all = any(actor.id == whole and claim.start <= actor.start <= at for actor in claim.actors)
    if not is_part or not bears or product is None or not (of_all or behind.has("combined")):
        return claim
    unit = "percent" if claim.unit == "percent_of_gdp" else claim.unit
    return replace(claim, amount=replace(claim.amount, unit=unit), kind="share", metric=product)


def _as_next_share(claim: Claim, pact: Pact) -> Claim:
    """Return a bare percentage behind a share of the whole as one too: "X pays 22 percent of the budget, and Y around 10"."""
    before = [each for each in claim.others if each.kind == "share" and place_of(each, claim)[1] <= claim.start]
    is_bare = claim.unit == "percent_of_gdp" and not claim.cues.has("of_gdp", "target") and claim.kind == "level"
    if not is_bare or not before or before[-1].amount.unit != "percent":
        return claim
    metric = before[-1].metric if before[-1].metric != OTHER else pact.conventions.main_indicator
    return replace(claim, amount=replace(claim.amount, unit="percent"), kind="share", metric=metric)


def _sentence(figure: Figure, document: Document) -> Span:
    if figure.sentence is not None and len(figure.sentence) <= 2 * _LONGEST:
        return figure.sentence
    whole = figure.sentence or Span(0, len(document.text))
    start = max(whole.start, figure.span.start - _LONGEST)
    return Span(start, min(whole.end, figure.span.end + _LONGEST))


def _each_holder(claim: Claim, members_of: Collection[str]) -> Iterator[Claim]:
    """Yield a share that is said of several as a claim on each; money and what is said of them together stay one claim.

    Where members are named beside a group, it is of them: "of the five, X and Y".
    """
    is_each = claim.kind == "share" and claim.cues.has("every")
    together = claim.is_money or (claim.kind != "level" and not is_each) or claim.cues.has("combined")
    most = _MANY * 2 if claim.cues.has("every") else _MANY
    if together or not 1 < len(claim.groups) <= most:
        yield claim
        return
    members = [group for group in claim.groups if group in members_of] or list(claim.groups)
    for group in members:
        yield replace(claim, groups=(group,))


def _period(period: Period | None, dating: Dating) -> Period | None:
    """The period of a figure, ``None`` where it is no more than the moment of speaking."""
    if period is None or len(period.end or period.start or "") <= 4:
        return period
    month = dating.latest.isoformat()[:7]
    is_now = (period.start or month)[:7] == month and (period.end or month)[:7] == month
    return None if is_now else period


def _period_of_target(figure: Figure, others: Sequence[Figure], dating: Dating) -> Period | None:
    """The period of the target beside a count of members: "23 members, at least 2 % in 2024"."""
    if figure.metric != MEMBERS:
        return None
    targets = (each for each in others if each.kind == "target")
    return next((_period(each.period, dating) for each in targets), None)
