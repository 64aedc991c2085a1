"""What a stated number means: its unit, what it measures, and whether it is a level, a change, a target or a share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from quotepart.extraction.figures.aims import is_target, money_kind
from quotepart.extraction.figures.changes import compile_change, is_changing
from quotepart.extraction.figures.hedges import Stated
from quotepart.extraction.figures.meant import Before, Meaning, MeaningGrammar
from quotepart.extraction.figures.scene import Scene
from quotepart.extraction.figures.units import (
    COUNT,
    ELLIPSIS,
    FRACTION,
    MEMBERS_OF,
    MONEY_UNKNOWN,
    OF_GDP,
    PERCENT,
    POINTS,
    THING,
    TIMES,
    Measured,
)
from quotepart.extraction.languages.language import Language
from quotepart.extraction.names.standing import receivers_of
from quotepart.extraction.text.tokens import Hit
from quotepart.model.entry import FigureKind
from quotepart.model.pact import Names, Pact

OTHER = "other"
MEMBERS, TROOPS, PERSONNEL = "members", "troops", "personnel"
FORCES = (TROOPS, PERSONNEL)
_BRACKET = 3  # tokens between a sum and the same in another currency
_BESIDE = 5  # tokens
_CODE = 3  # letters of a currency
_MOST_OF_GDP = 11  # a bare percentage above this is no share of a nation's product spent on one purpose
_USUAL_SHARE = 6  # up to this, one said with nothing else in view is the pact's default share
_COUNTED = {"troops": TROOPS, "members": MEMBERS, "states": MEMBERS, "personnel": PERSONNEL}
HEADS = frozenset(_COUNTED.values())


def compile_meaning(language: Language, pact: Pact) -> MeaningGrammar:
    """Return the grammar made from the language's table ``figures`` and the pact's conventions, indicators and pledges."""
    table = language.tables["figures"]["change"]
    names = pact.names.get(language.code) or Names(lang=language.code)
    given = {metric: states for metric, states in receivers_of(pact, names).items() if states}
    return MeaningGrammar(
        main=pact.conventions.main_indicator,
        shares=shares_of(pact, names),
        written=frozenset(names.metrics) - frozenset(table["aside"]),
        thresholds=common_thresholds(pact),
        most_members=len(pact.members),
        aid=next(iter(given), ""),
        receivers=frozenset().union(*given.values()),
        change=compile_change(language),
        **{
            name: frozenset(table[name])
            for name in ("at", "definite", "aside", "loose", "stops", "lists", "equates", "against")
        },
    )


def shares_of(pact: Pact, names: Names) -> frozenset[str]:
    """Return the metrics that are percentages of the main one."""
    return frozenset(
        name for name in names.metrics if name in pact.indicators and pact.indicators[name].unit == PERCENT
    )


def common_thresholds(pact: Pact) -> frozenset[Decimal]:
    """Return the percentages that pledges of groups of the pact name."""
    return frozenset(
        pledge.threshold
        for pledge in pact.pledges
        if pledge.threshold is not None
        and pledge.unit.startswith(PERCENT)
        and not pact.groups.keys().isdisjoint(pledge.bound)
    )


def understand(scene: Scene, stated: Stated, grammar: MeaningGrammar, before: Before) -> Meaning:
    """Return what a stated number of ``scene`` means; both ends of a movement measure the same."""
    meaning = _understand(scene, stated, grammar, before)
    if stated.end == "to" and before.last >= 0 and before.meaning is not None and before.meaning.unit == meaning.unit:
        return replace(meaning, metric=before.meaning.metric)
    return meaning


def _understand(scene: Scene, stated: Stated, grammar: MeaningGrammar, before: Before) -> Meaning:
    measured = stated.measured
    if measured.unit == COUNT:
        return _count(scene, stated, grammar, before)
    listed = _as_listed(scene, stated, grammar, before)
    if listed is not None:
        return listed
    shown = _shown(scene, measured, grammar)
    metric = shown.label if shown else _metric_before(scene, stated, grammar, before)
    is_gift = shown is None or (shown.label == grammar.main and measured.unit == OF_GDP)
    if is_gift and _is_given(scene, stated, grammar, before, ("giving", "gift") if shown is None else ("giving",)):
        metric = grammar.aid
    if measured.unit in (PERCENT, OF_GDP, POINTS, FRACTION, TIMES):
        return _ratio(scene, stated, grammar, before, shown, metric)
    unit = (before.currency or MONEY_UNKNOWN) if measured.unit == MONEY_UNKNOWN else measured.unit
    kind = money_kind(scene, stated, grammar)
    if not metric and kind in ("change", "cumulative") and _names_group(scene) and not _elsewhere(scene, measured):
        metric = grammar.main
    return Meaning(unit=unit, metric=_filed(metric, grammar), kind=kind, shown=shown)


def _filed(metric: str, grammar: MeaningGrammar) -> str:
    return metric if metric in grammar.written else OTHER


def _as_listed(scene: Scene, stated: Stated, grammar: MeaningGrammar, before: Before) -> Meaning | None:
    """The meaning of the figure before, of which this one is the next in a list: "3.3% in 2016 and 1.8% in 2015"."""
    last, first, measured = before.last, stated.first, stated.measured
    if before.meaning is None or not 0 <= last < first:
        return None
    if before.meaning.unit == OF_GDP and before.meaning.kind == "target" and measured.unit == PERCENT:
        shown = _shown(scene, measured, grammar)
        is_share = measured.value > _MOST_OF_GDP or (shown is not None and shown.label in grammar.shares)
        return before.meaning if measured.value in grammar.thresholds and not (measured.is_part or is_share) else None
    tie = scene.tokens.words[stated.first - 1]
    if repeats(scene, stated, before) and before.meaning.metric != OTHER:
        return replace(before.meaning, unit=measured.unit)
    if before.changed is not None and measured.unit == PERCENT and tie in grammar.against:
        return before.changed
    if tie in grammar.equates and before.meaning.kind == "change" and first <= last + 6:
        return replace(before.meaning, unit=measured.unit) if len(measured.unit) == _CODE else None
    if first > last + 6 or before.unit != measured.unit:
        return None
    if before.meaning.kind != "change" or stated.measured.unit != PERCENT:
        return None
    between = scene.tokens.words[last:first]
    return before.meaning if all(word in grammar.lists or word.isdecimal() for word in between) else None


def repeats(scene: Scene, stated: Stated, before: Before) -> bool:
    """Return whether a sum in brackets is the one before it in another currency: "€650 billion ($740 billion)"."""
    last, unit = before.last, stated.measured.unit
    between = scene.tokens.words[last : stated.first] if 0 <= last < stated.first else []
    is_money = len(unit) == len(before.unit) == _CODE and unit != before.unit
    return is_money and len(between) <= _BRACKET and between[:1] == ["("]


def _metric_before(scene: Scene, stated: Stated, grammar: MeaningGrammar, before: Before) -> str:
    """What a sentence without a word of its own measures: spending, or what the sentence before measured."""
    if scene.nearest("elsewhere", stated.first, stated.measured.last, clauses=1) is not None:
        return ""
    if before.last >= 0 and before.meaning is not None and before.meaning.metric not in (OTHER, *HEADS):
        return before.meaning.metric
    if scene.nearest("spending", stated.first, stated.measured.last, before=16, after=8, clauses=2) is not None:
        return grammar.main
    earlier = next((metric for metric in before.metrics if metric not in HEADS), "")
    is_money = len(stated.measured.unit) == 3 or stated.measured.unit == MONEY_UNKNOWN
    return earlier or (before.money_metric if is_money else "")


def _count(scene: Scene, stated: Stated, grammar: MeaningGrammar, before: Before) -> Meaning:
    measured = stated.measured
    counted = (before.counted or MEMBERS) if measured.counted == ELLIPSIS else measured.counted
    counted = _as_members(scene, measured, counted)
    if counted == THING and before.counted == TROOPS and _is_of_actor(scene, measured):
        counted = TROOPS
    metric = _COUNTED.get(counted, OTHER)
    if metric == MEMBERS and measured.value > grammar.most_members:
        metric = OTHER
    if metric == OTHER and counted == OTHER and _is_given(scene, stated, grammar, before, ("giving",)):
        metric = grammar.aid
    if metric in FORCES and scene.nearest("casualties", measured.first, measured.last, before=8, after=6, clauses=1):
        metric = OTHER
    if metric == TROOPS and _under_arms(scene, measured):
        metric = PERSONNEL
    more = any(hit.first == measured.last for hit in scene.cues("added_after"))
    changes = metric != MEMBERS and not more and is_changing(scene, stated, grammar.change)
    return Meaning(unit=COUNT, metric=metric, kind="change" if changes else "count")


def _is_given(scene: Scene, stated: Stated, grammar: MeaningGrammar, before: Before, labels: Sequence[str]) -> bool:
    """Whether a word for giving governs the number where a receiver of aid, or aid itself, is spoken of."""
    first, last = stated.first, stated.measured.last
    if not any(scene.nearest(label, first, last, before=12, after=6, clauses=1) for label in labels):
        return False
    is_named = any(not grammar.receivers.isdisjoint(actor.mention.actors) for actor in scene.actors)
    return (
        is_named
        or before.nears_receiver
        or grammar.aid in before.metrics
        or any(hit.label == grammar.aid for hit in scene.metrics)
    )


def _under_arms(scene: Scene, measured: Measured) -> bool:
    """Whether people are counted as a state's forces, not as those it has sent somewhere."""
    has = scene.nearest("forces", measured.first, measured.last, before=14, after=6, clauses=1)
    return (
        has is not None and scene.nearest("sent", measured.first, measured.last, before=10, after=8, clauses=1) is None
    )


def _is_of_actor(scene: Scene, measured: Measured) -> bool:
    """Whether people are counted by their nationality: "24,000 Americans"."""
    return any(measured.first < actor.last and actor.first < measured.last for actor in scene.actors)


def _as_members(scene: Scene, measured: Measured, counted: str) -> str:
    """Members of something named count as the pact's where the name is an actor of it: "32 NATO members"."""
    if not counted.startswith(MEMBERS_OF):
        return counted
    last = measured.last + 5
    is_known = any(measured.first < actor.last and actor.first < last for actor in scene.actors)
    return MEMBERS if is_known else counted


def _shown(scene: Scene, measured: Measured, grammar: MeaningGrammar) -> Hit[str] | None:
    """The words nearest to a number that show what it measures: in its own clause before those of others."""
    if measured.is_part and (share := _share_shown(scene, measured, grammar)) is not None:
        return share
    best, least = None, 99.0
    products = {hit.first for hit in scene.products} | {hit.first - 1 for hit in scene.products}
    for hit in scene.metrics:
        is_product = any(at in products for at in range(hit.first, hit.last))
        if (
            hit.label in HEADS
            or (is_product and hit.label != grammar.main)
            or measured.first <= hit.first < measured.last
        ):
            continue
        gap = hit.first - measured.last if hit.first >= measured.last else measured.first - hit.last
        cost = max(gap, 0) + 6 * scene.apart(hit.first, measured.first) - 2 * (hit.last - hit.first) + 4 * is_product
        if cost < least:
            best, least = hit, cost
    return best


def _share_shown(scene: Scene, measured: Measured, grammar: MeaningGrammar) -> Hit[str] | None:
    """What part of the whole is spent on: "20 % of their budgets on major equipment"."""
    near = (hit for hit in scene.metrics if hit.label in grammar.shares and scene.apart(hit.first, measured.first) <= 1)
    return next(near, None)


def _ratio(
    scene: Scene, stated: Stated, grammar: MeaningGrammar, before: Before, shown: Hit[str] | None, metric: str
) -> Meaning:
    measured = stated.measured
    if measured.unit in (POINTS, TIMES):
        return Meaning(unit=measured.unit, metric=_filed(metric, grammar), kind="change", shown=shown)
    changes = is_changing(scene, stated, grammar.change)
    if measured.unit == FRACTION:
        metric = MEMBERS if measured.counted in _COUNTED else _filed(metric, grammar)
        return Meaning(
            unit=FRACTION, metric=metric, kind="share" if measured.is_part or not changes else "change", shown=shown
        )
    if not changes and measured.unit == PERCENT and _goes_on(scene, measured, grammar, before):
        return before.meaning or Meaning(unit=PERCENT, metric=OTHER, kind="share")
    if measured.unit == OF_GDP or (not changes and _is_of_product(scene, stated, grammar, before, metric)):
        return _share_of_product(scene, stated, grammar, before, shown, metric, changes)
    if changes:
        spends = not metric and not _elsewhere(scene, measured) and _names_party(scene)
        return Meaning(
            unit=PERCENT, metric=grammar.main if spends else _filed(metric, grammar), kind="change", shown=shown
        )
    rate = scene.nearest("rates", stated.first, measured.last, before=10, after=8, clauses=0)
    kind: FigureKind = "share" if rate is None else "level"
    if metric in grammar.shares and is_target(scene, stated, grammar, before):
        kind = "target"
    elsewhere = _elsewhere(scene, measured) or _is_part_of_another_thing(scene, measured) or _goes_on_elsewhere(before)
    elsewhere = elsewhere and metric not in grammar.shares
    return Meaning(unit=PERCENT, metric=OTHER if elsewhere else _filed(metric, grammar), kind=kind, shown=shown)


def _share_of_product(
    scene: Scene,
    stated: Stated,
    grammar: MeaningGrammar,
    before: Before,
    shown: Hit[str] | None,
    metric: str,
    changes: bool,
) -> Meaning:
    is_said = stated.measured.unit == OF_GDP or metric == grammar.main or _is_beside(stated.measured, shown)
    own = metric if shown is not None and is_said and metric not in grammar.shares else grammar.main
    kind: FigureKind = "change" if changes else "target" if is_target(scene, stated, grammar, before) else "level"
    return Meaning(unit=OF_GDP, metric=_filed(own, grammar), kind=kind, shown=shown)


def _is_beside(measured: Measured, shown: Hit[str] | None) -> bool:
    """Whether the words that show a measure stand right beside the number."""
    return shown is not None and (
        0 <= shown.first - measured.last <= _BESIDE or 0 <= measured.first - shown.last <= _BESIDE
    )


def _is_of_product(scene: Scene, stated: Stated, grammar: MeaningGrammar, before: Before, metric: str) -> bool:
    """Whether a percentage said without its whole is one of the national product: the pact's default denominator."""
    measured = stated.measured
    is_aside = metric in grammar.aside and any(hit.label == metric for hit in scene.metrics)
    is_other = metric in grammar.shares or is_aside
    if measured.value > _MOST_OF_GDP or (measured.high or 0) > _MOST_OF_GDP or (is_other and not scene.products):
        return False
    if metric in grammar.shares or _goes_on_as_share(scene, stated, grammar, before):
        return False
    if measured.is_part:
        return _is_part_of_spending(scene, measured, grammar) and is_target(scene, stated, grammar, before)
    is_threshold = measured.value in grammar.thresholds
    if _elsewhere(scene, measured) and not scene.products:
        wanted = scene.nearest("target", measured.first, measured.last, before=3, after=2, clauses=0)
        return is_threshold and wanted is not None and metric in ("", grammar.main)
    if metric == grammar.main or scene.products or before.unit == OF_GDP or grammar.main in before.metrics:
        return True
    if is_threshold:
        return True
    return measured.value <= _USUAL_SHARE and (not metric or _names_party(scene) or bool(scene.cues("own")))


def _goes_on_as_share(scene: Scene, stated: Stated, grammar: MeaningGrammar, before: Before) -> bool:
    """Whether the figure before was a part of a budget and nothing is said of another whole: "Borduria is last with 8.7 %"."""
    last = before.meaning
    if last is None or last.unit != PERCENT or last.kind != "share" or scene.products:
        return False
    if before.last >= 0:
        return bool(stated.end) or stated.measured.value not in grammar.thresholds
    return last.metric in grammar.shares and not scene.metrics and stated.measured.value not in grammar.thresholds


def _names_party(scene: Scene) -> bool:
    """Whether a member or a group of the pact is named: then a bare number is about what the pact counts."""
    return any(actor.mention.kind in ("member", "group") for actor in scene.actors)


def _is_part_of_another_thing(scene: Scene, measured: Measured) -> bool:
    """Whether the whole is nothing that the pact measures: "62 % of Syldavians"."""
    after = range(measured.last, measured.last + 5)
    return measured.is_part and not any(hit.first in after for hit in scene.metrics if hit.label not in HEADS)


def _goes_on(scene: Scene, measured: Measured, grammar: MeaningGrammar, before: Before) -> bool:
    """Whether a percentage in brackets, or set against the one before it, is a part of the same whole as that one."""
    last, words = before.meaning, scene.tokens.words
    if before.last < 0 or last is None or last.unit != PERCENT or last.kind != "share" or measured.is_part:
        return False
    is_own = any(before.last <= hit.first < measured.first for hit in scene.metrics)
    if last.metric in grammar.shares and measured.value not in grammar.thresholds and not is_own:
        return True
    is_bracketed = measured.first > 0 and words[measured.first - 1] == "("
    is_compared = scene.nearest("comparison", measured.first, measured.last, before=1, after=-1) is not None
    return is_bracketed or (is_compared and measured.value not in grammar.thresholds)


def _goes_on_elsewhere(before: Before) -> bool:
    """Whether the figure before it in the sentence was a percentage of something else."""
    last = before.meaning
    return before.last >= 0 and last is not None and last.unit == PERCENT and last.metric == OTHER


def _elsewhere(scene: Scene, measured: Measured) -> bool:
    """Whether a word near the number shows that it is about something else: tariffs, polls, prices."""
    near = scene.nearest("elsewhere", measured.first, measured.last, before=12, after=8, clauses=0)
    goal = scene.nearest("goal", measured.first, measured.last, before=2, after=1, clauses=0)
    return near is not None and goal is None


def _names_group(scene: Scene) -> bool:
    return any(actor.mention.kind == "group" for actor in scene.actors)


def _is_part_of_spending(scene: Scene, measured: Measured, grammar: MeaningGrammar) -> bool:
    """ "5 % des dépenses" with nothing after it: loose talk for a share of GDP; "of the Alliance's spending" is a share."""
    words, at = scene.tokens.words, measured.last + 1
    if at >= len(words):
        return False
    own = [hit for hit in scene.metrics if hit.first == at and hit.label == grammar.main]
    end = own[0].last if own else at + 1 if words[at] in grammar.loose else None
    if end is None:
        return False
    return end >= len(words) or not words[end][0].isalnum() or words[end] in grammar.stops
