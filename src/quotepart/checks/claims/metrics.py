"""What a figure or a sentence measures, where the extraction left it open or took the nearest word for it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

import ahocorasick_rs

from quotepart.checks.claims.actors import is_behind
from quotepart.checks.claims.claim import PARTS, Claim
from quotepart.checks.claims.clauses import bounds_of, clause_of, place_of
from quotepart.checks.claims.cues import LAYER, Cues
from quotepart.checks.claims.thresholds import is_pledged
from quotepart.checks.readings.values import is_money
from quotepart.checks.working.register import MEMBERS
from quotepart.extraction.languages.find import language_of
from quotepart.extraction.text.fold import fold
from quotepart.extraction.text.whole_words import is_whole, whole_words
from quotepart.model.entry import Figure
from quotepart.model.pact import Pact

OTHER = "other"
_OPEN = (OTHER, "gdp")
SOLDIERS = ("troops", "personnel")
"""The metrics of people under arms: those deployed somewhere, and all that a state has."""

_KEPT = 16  # sentences of which it is kept what they name: one is asked about for many metrics
_PEOPLE, _A_FORCE = 12, 1_000
_NUMBERING, _SOME_FORCE = 16, 100
_RELATIVE = ("percent", "fraction", "points", "times")
_BEHIND, _NEXT, _AT, _OF_IT = 40, 12, 2, 4
_BORNE = ("makes_up", "by", "from", "is", "was")
"""Words that part a share from who bears it: "70 percent of spending comes from X"."""
_SETTINGS = (MEMBERS, "gdp", "population", "debt")
"""Metrics whose words set the scene of any sentence about a pact: they do not tell what is measured."""


class MetricFinder:
    """Tells what is measured by the pact's words for its metrics in one language."""

    def __init__(self, pact: Pact, lang: str) -> None:
        self.pact = pact
        self.main = pact.conventions.main_indicator
        share = pact.indicators.get(pact.conventions.share_indicator)
        self.product = share.denominator if share else None
        common = (p.reading for p in pact.priors if (p.operation, p.when) == ("share_of_cost", "common"))
        self._common = next(common, "")
        self.increments = frozenset(language_of(lang).tables[LAYER]["increments"])
        names = pact.names.get(lang)
        self._other_money = tuple(
            each.id
            for each in pact.indicators.values()
            if is_money(each.unit) and each.id not in (self.main, *_SETTINGS)
        )
        self._words = {metric: tuple(map(fold, words)) for metric, words in names.metrics.items()} if names else {}
        self._metrics_of: dict[str, list[str]] = {}
        for metric, words in self._words.items():
            for word in words:
                self._metrics_of.setdefault(word, []).append(metric)
        self._automaton = ahocorasick_rs.AhoCorasick(list(self._metrics_of) or ["\x00"])
        self._named = lru_cache(maxsize=_KEPT)(self._named_anew)

    def of_figure(self, claim: Claim) -> str:
        """Return the metric of a figure: as extracted, unless the words around it tell better."""
        if claim.unit == "percent_of_gdp":
            return OTHER if self._is_abroad(claim) else self._of_share(claim)
        if claim.is_money and claim.metric == self.main and (self._is_given(claim) or self._is_abroad(claim)):
            return OTHER
        if claim.metric == self.product or (claim.unit in PARTS and _is_of_people(claim)) or _is_of_growth(claim):
            return OTHER
        is_relative = claim.metric == self.main and claim.unit in _RELATIVE
        if is_relative and (self._is_elsewhere(claim) or not (self._has(self.main, claim) or _is_of_money(claim))):
            return OTHER
        if claim.unit in PARTS and claim.metric == MEMBERS:
            return MEMBERS if self._is_of_members(claim) or not self._has(self.main, claim) else self.main
        if claim.unit == "count" and claim.metric not in self.pact.indicators:
            return self._counted(claim)
        aided = next((each for each in self._other_money if self._has(each, claim)), None)
        if claim.metric == self.main and claim.unit in PARTS and claim.cues.has("own_whole") and aided:
            return aided
        if claim.metric in (self.main, OTHER) and claim.unit in PARTS and self._is_of_soldiers(claim):
            return next((each for each in SOLDIERS if each in self.pact.indicators), claim.metric)
        if claim.metric == self.main and (
            claim.unit == "percent" or (claim.unit == "fraction" and claim.kind == "share")
        ):
            return next(self._shares_in(claim.cues), self.main)
        return self._opened(claim) if claim.metric in _OPEN else claim.metric

    def _of_share(self, claim: Claim) -> str:
        """What a share of the product is spent on: the main measure, unless another is said, or was said of the one before it."""
        if claim.metric not in (*_OPEN, self.main):
            return claim.metric
        near = clause_of(claim)
        says_so = near.has("defence", "spending_of") or any(cue.end - cue.start > _AT for cue in near.of("spends"))
        before = [each for each in claim.others if place_of(each, claim)[1] <= claim.start]
        aided = [each.metric for each in before if each.amount.unit == claim.unit and each.metric in self._other_money]
        return aided[-1] if aided and not says_so else self.main

    def as_loss(self, claim: Claim) -> Claim:
        """Return a part of its soldiers that a member is said to have lost as a change of their number."""
        before = [actor for actor in claim.actors if actor.end <= claim.start and self._is_party(actor.id)]
        soldiers = next((each for each in SOLDIERS if each in self.pact.indicators), OTHER)
        is_part = (
            claim.unit in PARTS
            and claim.kind == "share"
            and claim.cues.within(claim.end, claim.end + _BEHIND).has("soldiers")
        )
        if not is_part or not claim.cues.within(max(0, claim.start - _NUMBERING), claim.start).has("down"):
            return claim
        who = (before[-1].id,) if before else claim.groups
        return replace(claim, kind="change", metric=soldiers, groups=who)

    def of_words(self, claim: Claim) -> str:
        """Return the metric of a sentence without a figure: the main one unless its words name another, or another's state."""
        for metric in self._words:
            if metric != self.main and metric not in _SETTINGS and self._has(metric, claim):
                is_money = self._has(self.main, claim) or claim.cues.has("spending_of", "money")
                is_forces = metric in SOLDIERS and is_money
                if not is_forces:
                    return self._common if self._common.startswith(metric) else metric
        foreign = any(not self._is_party(actor.id) for actor in claim.actors)
        return OTHER if foreign else self.main

    def is_share_of_product(self, claim: Claim) -> bool:
        """Whether a bare percentage of the main measure is said of a nation's product right behind it."""
        behind = claim.cues.within(claim.end, claim.end + _BEHIND)
        before = claim.cues.text[: claim.start].split()[-1:]
        adds = claim.kind == "change" and set(before) <= self.increments
        is_share = claim.unit == "percent" and claim.metric == self.main and not adds
        return is_share and (behind.has("of_gdp") or (is_pledged(claim, self.pact) and _is_named_target(claim)))

    def of_other(self, figure: Figure, cues: Cues) -> Figure:
        """Return another figure of the sentence with the series in per cent that its words name, where it was left open."""
        if figure.metric != OTHER or figure.amount.unit != "percent":
            return figure
        return replace(figure, metric=next(self._shares_in(cues), OTHER))

    def _opened(self, claim: Claim) -> str:
        cues = claim.cues
        is_common = claim.unit in PARTS and cues.has("common")
        if self._common and is_common and any(self._is_party(a.id) for a in claim.actors):
            return self._common
        if any(not self._is_party(actor.id) for actor in claim.actors):
            return OTHER
        if claim.unit in PARTS and self._is_of_cost(claim):
            return self.main
        if self._has(self.main, claim) or (cues.has("defence") and cues.has("spends") and claim.groups):
            return self.main
        parted = claim.unit in ("times", "percent", "points", "fraction") and bool(claim.actors)
        moved = claim.is_money and claim.kind in ("change", "cumulative") and bool(claim.groups)
        spent = cues.has("spends") and (parted or moved)
        added = moved and cues.has("added") and any(group in self.pact.groups for group in claim.groups)
        return self.main if spent or added else OTHER

    def _is_of_cost(self, claim: Claim) -> bool:
        """Whether the words name what the whole pact costs, and a part of it that bears it: "X pays 70 % of its budget"."""
        whole = self.pact.conventions.whole
        wholes = [actor for actor in claim.actors if actor.id == whole]
        costs = claim.cues.of("cost_of")
        named = any(cue.start <= actor.end and actor.start - cue.end <= _OF_IT for cue in costs for actor in wholes)
        return named and any(actor.id != whole for actor in claim.actors)

    def _is_of_soldiers(self, claim: Claim) -> bool:
        """Whether a part is one of people under arms, and no word stands for the main measure."""
        counted = claim.cues.has("soldiers") or any(self._names(each, claim.cues) for each in SOLDIERS)
        return counted and not self._has(self.main, claim) and not claim.cues.has("spending_of")

    def _is_given(self, claim: Claim) -> bool:
        """Whether money was given or delivered, and no word stands for the main measure."""
        given = claim.cues.has("disbursed", "allocated", "committed", "pledged") and not self._has(self.main, claim)
        return given and not claim.cues.has("defence")

    def _is_abroad(self, claim: Claim) -> bool:
        """Whether money goes to a state outside the pact, and no word of the sentence says that it is for defence."""
        cues = claim.cues
        foreign = [actor for actor in claim.named if actor.kind == "state" and not self._is_party(actor.id)]
        if cues.has("defence", "own_budget") or not any(is_behind(actor, cues, "given_to") for actor in foreign):
            return False
        is_beside = any(0 <= actor.start - claim.end <= _BEHIND for actor in foreign)
        return not cues.has("spending_of") or (claim.is_money and is_beside)

    def _is_elsewhere(self, claim: Claim) -> bool:
        """Whether the sentence speaks of prices, polls or trade, and has no word for the main measure."""
        cues = claim.cues
        return cues.has("elsewhere") and not (self._has(self.main, claim) or cues.has("defence", "spends"))

    def _counted(self, claim: Claim) -> str:
        """What a count without a series counts: some members of several, or the people of whole armed forces."""
        if claim.metric in _OPEN and (_is_some_of(claim) or _is_of_those_at(claim)):
            return MEMBERS
        if self._is_some_of_all(claim):
            return MEMBERS
        aided = next((each for each in self._other_money if self._has(each, claim)), None)
        if claim.metric == MEMBERS and aided:
            return aided
        end = next((cue.start for cue in claim.cues.of("and") if cue.start == claim.end + 1), bounds_of(claim)[1])
        elsewhere = any(claim.end <= actor.start < end for actor in claim.actors)
        is_army = self._is_of_forces(claim) or self._has_soldiers(claim)
        if elsewhere or claim.metric == MEMBERS or not is_army:
            return claim.metric
        named = (each.reading for each in self.pact.priors if (each.operation, each.when) == ("word_metric", "forces"))
        return next(named, claim.metric)

    def _is_some_of_all(self, claim: Claim) -> bool:
        """Whether the figure, or one that it is a part of, is the number of all members: "they are 23 of 32 to have"."""
        size = len(self.pact.members_on(self.pact.conventions.whole, claim.said_on))
        if claim.metric == MEMBERS or claim.amount.value > size or claim.groups:
            return False
        start = claim.start - (claim.span.start if claim.span else claim.start)
        for other in claim.others:
            first, second = sorted(((claim.start, claim.end), (other.span.start + start, other.span.end + start)))
            joined = claim.cues.within(first[1], second[0]).has("among") and second[0] - first[1] <= _NEXT
            if joined and size in (claim.amount.value, other.amount.value) and other.amount.unit == "count":
                return True
        return False

    def _is_of_forces(self, claim: Claim) -> bool:
        return claim.amount.value >= _A_FORCE and claim.cues.has("forces")

    def _has_soldiers(self, claim: Claim) -> bool:
        """Whether the sentence ends with how many soldiers a member has: "Syldavia has 900 soldiers."."""
        before = claim.cues.within(max(0, claim.start - _NUMBERING), claim.start)
        behind = claim.cues.text[claim.end : bounds_of(claim)[1]].strip(" .!")
        goes_on = any(cue.start == claim.end + 1 for cue in claim.cues.of("and"))
        is_all = before.has("numbering") and (not behind or goes_on)
        is_of_one = len(claim.groups) == 1 and claim.groups[0] in self.pact.members
        least = _SOME_FORCE if is_of_one else _A_FORCE**2
        return claim.metric in SOLDIERS and is_all and claim.amount.value >= least

    def _has(self, metric: str, claim: Claim) -> bool:
        return self._names(metric, claim.cues)

    def _names(self, metric: str, cues: Cues) -> bool:
        return metric in self._named(cues.text)

    def _named_anew(self, text: str) -> frozenset[str]:
        """The metrics whose words stand in a text, whole."""
        found = {text[start:end] for _, start, end in whole_words(self._automaton, text, overlapping=True)}
        return frozenset(metric for word in found for metric in self._metrics_of.get(word, ()))

    def _is_of_members(self, claim: Claim) -> bool:
        spending = claim.cues.within(claim.end, claim.end + _BEHIND).of("spending_of")
        behind = claim.cues.text[claim.end : spending[0].start if spending else claim.end + _BEHIND]
        return any(_stands_in(behind, word) for word in self._words.get(MEMBERS, ()))

    def _shares_in(self, cues: Cues) -> Iterator[str]:
        """Yield the series in per cent, other than the main measure's, that the sentence has a word for."""
        for indicator in self.pact.indicators.values():
            if indicator.unit == "percent" and indicator.denominator and self._names(indicator.id, cues):
                yield indicator.id

    def _is_party(self, entity: str) -> bool:
        return entity in self.pact.members or entity in self.pact.groups


def _is_named_target(claim: Claim) -> bool:
    """Whether a word for a target stands right before the figure: "the target of 2 percent"."""
    near = claim.cues.within(max(0, claim.start - 2 * _NEXT), claim.start)
    return any(claim.start - cue.end <= _OF_IT for cue in near.of("target"))


def _stands_in(text: str, phrase: str) -> bool:
    """Whether a phrase stands in a text between two limits of words: "gi" is no word of "belgique"."""
    at = text.find(phrase)
    while at >= 0:
        if is_whole(text, at, at + len(phrase)):
            return True
        at = text.find(phrase, at + 1)
    return False


def is_of_own_spending(claim: Claim, pact: Pact) -> bool:
    """Whether a leading part is one of what a part of the pact itself spends: "two thirds of the spending of X go to"."""
    behind = next((actor for actor in claim.actors if actor.start >= claim.end), None)
    if claim.unit not in PARTS or behind is None or behind.id == pact.conventions.whole:
        return False
    near = claim.cues.within(claim.end, behind.start)
    between = near.has("spending_of", "own_budget", "outlays") and near.has("among") and not near.has(*_BORNE)
    leads = not any(actor.end <= claim.start for actor in claim.actors) and not claim.cues.within(0, claim.start).has(
        "we"
    )
    return between and leads


def _is_of_money(claim: Claim) -> bool:
    """Whether any word of the sentence speaks of spending, or of what is spent."""
    cues = claim.cues
    spends = any(cue.end - cue.start > _AT for cue in cues.of("spends"))
    return spends or cues.has(
        "defence", "spending_of", "own_budget", "of_gdp", "cost_of", "common", "spender", "effort"
    )


def _is_some_of(claim: Claim) -> bool:
    """Whether another count of members stands right behind the figure: "23 of 32 allies"."""
    behind = claim.span.end if claim.span else claim.end
    members = (each for each in claim.others if each.metric == MEMBERS)
    return any(0 < each.span.start - behind <= _NEXT for each in members)


def _is_of_those_at(claim: Claim) -> bool:
    """Whether a bare count leads a verb that a share follows: "this year, 23 will spend at least 2 percent"."""
    verb = claim.cues.within(claim.end, claim.end + _NEXT).of("forecast", "met", "spends", "is", "was")
    shares = (each for each in claim.others if each.amount.unit == "percent_of_gdp" or each.kind == "target")
    behind = claim.span.end if claim.span else claim.end
    return any(cue.start - claim.end <= _AT for cue in verb) and any(each.span.start > behind for each in shares)


def _is_of_growth(claim: Claim) -> bool:
    """Whether it is the product itself that changes: "increase GDP by 0.7 percent"."""
    if claim.kind != "change" or claim.unit not in PARTS:
        return False
    close = claim.cues.within(max(0, claim.start - _NEXT), claim.start)
    return close.has("of_gdp") and not close.has("at")


def _is_of_people(claim: Claim) -> bool:
    """Whether the share is one of people: "70 percent of Germans"."""
    return any(actor.kind == "demonym" and 0 <= actor.start - claim.end <= _PEOPLE for actor in claim.actors)
