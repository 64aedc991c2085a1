"""What a stated number means: its unit, what it measures, and whether it is a level, a change, a target or a share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from quotepart.extraction.hedges import Stated
from quotepart.extraction.languages.language import Language
from quotepart.extraction.scene import Scene
from quotepart.extraction.tokens import Hit
from quotepart.extraction.units import COUNT, FRACTION, MONEY_UNKNOWN, OF_GDP, PERCENT, POINTS, TIMES, Measured
from quotepart.model.entry import FigureKind
from quotepart.model.pact import Names, Pact

_OTHER = "other"
_MOST_OF_GDP = 11  # a bare percentage above this is no share of a nation's product spent on one purpose
_LISTED = {"troops": "troops", "members": "members", "states": "members", "personnel": "personnel"}


@dataclass(frozen=True, slots=True, kw_only=True)
class MeaningGrammar:
    """What the pact counts by default; made by ``compile_meaning``.

    ``counts`` are metrics that count heads, ``thresholds`` the shares of GDP that pledges of the whole pact name.
    """

    main: str
    share: frozenset[str]
    thresholds: frozenset[Decimal]
    metrics: frozenset[str]
    prepositions: frozenset[str]
    goals: frozenset[str]
    definite: frozenset[str]
    loose: frozenset[str]
    stops: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """The unit as understood, the metric, the kind, and the tokens of the words that show the metric."""

    unit: str
    metric: str
    kind: FigureKind
    shown: Hit[str] | None = None


def compile_meaning(language: Language, pact: Pact) -> MeaningGrammar:
    """Return the grammar made from the language's tables and the pact's conventions, indicators and pledges."""
    table = language.tables["figures"]["change"]
    names = pact.names.get(language.code) or Names(lang=language.code)
    return MeaningGrammar(
        main=pact.conventions.main_indicator,
        share=frozenset(
            name for name in names.metrics if name in pact.indicators and pact.indicators[name].unit == PERCENT
        ),
        thresholds=frozenset(
            pledge.threshold
            for pledge in pact.pledges
            if pledge.threshold is not None
            and pledge.unit.startswith(PERCENT)
            and not pact.groups.keys().isdisjoint(pledge.bound)
        ),
        metrics=frozenset(names.metrics),
        prepositions=frozenset(table["by"]),
        goals=frozenset(table["to"]),
        definite=frozenset(table["definite"]),
        loose=frozenset(table["loose"]),
        stops=frozenset(table["stops"]),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Before:
    """What the text before a sentence was about: the metrics shown there and the last unit of a figure."""

    metrics: Sequence[str] = ()
    unit: str = ""
    currency: str = ""
    counted: str = ""


def understand(scene: Scene, stated: Stated, grammar: MeaningGrammar, before: Before) -> Meaning:
    """Return what a stated number of ``scene`` means."""
    measured = stated.measured
    if measured.unit == COUNT:
        return _count(scene, stated, grammar, before)
    shown = _metric_shown(scene, measured, grammar)
    metric = shown.label if shown else next((m for m in before.metrics if m not in _LISTED.values()), "")
    if measured.unit in (PERCENT, OF_GDP, POINTS, FRACTION, TIMES):
        return _ratio(scene, stated, grammar, before, shown, metric)
    unit = (before.currency or "") if measured.unit == MONEY_UNKNOWN else measured.unit
    return Meaning(
        unit=unit or MONEY_UNKNOWN, metric=metric or _OTHER, kind=_money_kind(scene, stated, grammar), shown=shown
    )


def _count(scene: Scene, stated: Stated, grammar: MeaningGrammar, before: Before) -> Meaning:
    measured = stated.measured
    counted = before.counted if measured.counted == "ellipsis" else measured.counted
    metric = _LISTED.get(counted, _OTHER)
    kind: FigureKind = (
        "change" if counted != "members" and counted != "states" and _is_change(scene, stated, grammar) else "count"
    )
    return Meaning(unit=COUNT, metric=metric, kind=kind)


def _metric_shown(scene: Scene, measured: Measured, grammar: MeaningGrammar) -> Hit[str] | None:
    """The words nearest to a number that show what it measures: in its own clause before those of others."""
    best, least = None, 99.0
    for hit in scene.metrics:
        if hit.label in _LISTED.values():
            continue
        gap = hit.first - measured.last if hit.first >= measured.last else measured.first - hit.last
        cost = max(gap, 0) + 6 * scene.apart(hit.first, measured.first) - (hit.last - hit.first)
        if cost < least:
            best, least = hit, cost
    return best


def _ratio(
    scene: Scene, stated: Stated, grammar: MeaningGrammar, before: Before, shown: Hit[str] | None, metric: str
) -> Meaning:
    measured = stated.measured
    if measured.unit in (POINTS, TIMES):
        return Meaning(unit=measured.unit, metric=metric or _OTHER, kind="change", shown=shown)
    if measured.unit == FRACTION:
        return Meaning(unit=FRACTION, metric=metric or _OTHER, kind="share", shown=shown)
    changes = _is_change(scene, stated, grammar)
    if measured.unit == OF_GDP or (not changes and _is_of_product(scene, stated, grammar, before, metric)):
        own = (
            metric if shown is not None and metric in grammar.metrics and metric not in grammar.share else grammar.main
        )
        kind: FigureKind = "change" if changes else _level_or_target(scene, stated, grammar)
        return Meaning(unit=OF_GDP, metric=own, kind=kind, shown=shown)
    if changes:
        return Meaning(unit=PERCENT, metric=metric or _OTHER, kind="change", shown=shown)
    kind = "share" if measured.is_part or metric in grammar.share else "level"
    if kind == "share" and metric in grammar.share and _is_target(scene, stated, grammar):
        kind = "target"
    elsewhere = scene.nearest("elsewhere", measured.first, measured.last, clauses=0)
    return Meaning(unit=PERCENT, metric=_OTHER if elsewhere and not shown else metric or _OTHER, kind=kind, shown=shown)


def _is_of_product(scene: Scene, stated: Stated, grammar: MeaningGrammar, before: Before, metric: str) -> bool:
    """Whether a percentage said without its whole is one of the national product: the pact's default denominator."""
    measured = stated.measured
    if measured.value > _MOST_OF_GDP or (measured.high or 0) > _MOST_OF_GDP or metric in grammar.share:
        return False
    if measured.is_part:
        return _is_part_of_spending(scene, measured, grammar) and _is_target(scene, stated, grammar)
    elsewhere = scene.nearest("elsewhere", measured.first, measured.last, clauses=1)
    if elsewhere is not None and not _has_product(scene):
        return False
    if metric == grammar.main or _has_product(scene) or before.unit == OF_GDP:
        return True
    return grammar.main in before.metrics or (
        measured.value in grammar.thresholds and _is_target(scene, stated, grammar)
    )


def _has_product(scene: Scene) -> bool:
    return bool(scene.products)


def _is_part_of_spending(scene: Scene, measured: Measured, grammar: MeaningGrammar) -> bool:
    """ "5 % des dépenses" with nothing after it: loose talk for a share of GDP; "of the Alliance's spending" is a share."""
    words, at = scene.tokens.words, measured.last + 1
    if at >= len(words):
        return False
    own = [hit for hit in scene.metrics if hit.first == at and hit.label == grammar.main]
    end = own[0].last if own else at + 1 if words[at] in grammar.loose else None
    if end is None:
        return False
    return end >= len(words) or scene.apart(end - 1, end) > 0 or words[end] in grammar.stops


def _is_change(scene: Scene, stated: Stated, grammar: MeaningGrammar) -> bool:
    """Whether a word of rise or fall governs the number: "augmenter … de 4 %", "up 4 %", "a 4 % rise", never "to 4 %"."""
    measured, words = stated.measured, scene.tokens.words
    if stated.end:
        return False
    previous = words[stated.first - 1] if stated.first > 0 else ""
    for label in ("up", "down"):
        for hit in scene.cues(label):
            if hit.last <= stated.first:
                between = words[hit.last : stated.first]
                if grammar.goals & set(between[-2:]):
                    continue
                if len(between) <= 2 and scene.apart(hit.first, measured.first) == 0:
                    return True
                if (
                    previous in grammar.prepositions
                    and len(between) <= 16
                    and scene.apart(hit.first, measured.first) <= 1
                ):
                    return True
            elif 0 <= hit.first - measured.last <= 3 and scene.apart(hit.first, measured.first) == 0:
                if not grammar.goals & set(words[measured.last : hit.first]):
                    return True
    return False


def _level_or_target(scene: Scene, stated: Stated, grammar: MeaningGrammar) -> FigureKind:
    return "target" if _is_target(scene, stated, grammar) else "level"


def _is_target(scene: Scene, stated: Stated, grammar: MeaningGrammar) -> bool:
    measured, words = stated.measured, scene.tokens.words
    if stated.end == "from":
        return False
    if any(hit.is_until and scene.apart(hit.first, measured.first) <= 1 for hit in scene.periods):
        return True
    goal = scene.nearest("goal", measured.first, measured.last, before=4, after=4, clauses=1)
    bound = scene.nearest("target", measured.first, measured.last, before=14, after=8, clauses=0)
    spent = scene.nearest("level", stated.first, measured.last, before=3, after=0, clauses=0)
    is_threshold = measured.value in grammar.thresholds
    if goal is not None or (bound is not None and (is_threshold or spent is None)):
        return True
    if not is_threshold:
        return False
    article = words[stated.first - 1] if stated.first else ""
    return (
        article in grammar.definite or stated.qualifier == "at_least" or words[measured.first - 1] in grammar.definite
    )


def _money_kind(scene: Scene, stated: Stated, grammar: MeaningGrammar) -> FigureKind:
    measured = stated.measured
    added = scene.nearest("added", measured.first, measured.last, before=4, after=5, clauses=1) is not None
    total = scene.nearest("cumulative", measured.first, measured.last, before=12, after=10, clauses=1) is not None
    changes = added or _is_change(scene, stated, grammar)
    if total or (changes and _runs_over_years(scene, measured)):
        return "cumulative"
    if changes:
        return "change"
    promised = scene.nearest("promised", measured.first, measured.last, before=12, after=0, clauses=0)
    due = any(hit.is_until and scene.apart(hit.first, measured.first) == 0 for hit in scene.periods)
    return "target" if promised is not None or due else "level"


def _runs_over_years(scene: Scene, measured: Measured) -> bool:
    for hit in scene.periods:
        start, end = hit.period.start_year, hit.period.end_year
        if scene.apart(hit.first, measured.first) <= 1 and start is not None and (end is None or end > start):
            return True
    return False
