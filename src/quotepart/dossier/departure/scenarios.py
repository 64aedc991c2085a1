"""What scenarios make of a departure, in the reader's words: one block a scenario, and a table that compares several.

What is invented says so in every block, and in the row of every table.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from quotepart.dossier.departure.tables import Panel
from quotepart.dossier.departure.words import Telling
from quotepart.dossier.safe import shown
from quotepart.model.frozen import dataclass
from quotepart.outlook.scenario import named

if TYPE_CHECKING:
    from quotepart.outlook.coalition import Coalition, ThresholdOutcome
    from quotepart.outlook.replacement import LineOutcome, Replacement
    from quotepart.outlook.scenario_draws import Spread

MOST_PAYERS, MOST_WORTH = 5, 3


@dataclass(frozen=True, slots=True, kw_only=True)
class ScenarioBlock:
    """One scenario in words: its title, whose figures these are, its scope, and its tables; what is invented is marked."""

    title: str
    is_invented: bool
    origin: str
    scope: str
    facts: tuple[tuple[str, str], ...]
    panels: tuple[Panel, ...]
    notes: tuple[str, ...]


def scenario_blocks(telling: Telling) -> tuple[ScenarioBlock, ...]:
    """Return a block for each scenario."""
    return tuple(_block(telling, each) for each in telling.departure.replacements)


def compared_panel(telling: Telling) -> Panel | None:
    """Return the scenarios side by side, ``None`` where there are not several."""
    found = telling.departure.replacements
    if len(found) < 2:
        return None
    heads = ("scenario", "cost", "ready", "slowest", "peak", "lost")
    return Panel(
        title=telling.say("heading.compared"),
        heads=tuple(telling.say(f"head.{head}") for head in heads),
        rows=tuple(_compared_row(telling, each) for each in found),
    )


def origin_of(telling: Telling, replacement: Replacement) -> str:
    """Return whose figures a scenario's are; what is invented is said to be."""
    scenario = replacement.scenario
    return (
        telling.say("note.invented")
        if scenario.is_invented
        else telling.say("note.from_source", source=shown(scenario.source))
    )


def title_of_scenario(telling: Telling, replacement: Replacement) -> str:
    """Return a scenario's title, with the mark of what is invented."""
    title = _named(replacement.scenario.titles, telling.wording.lang)
    return telling.say("invented_title", title=title) if replacement.scenario.is_invented else title


def money_spread(telling: Telling, spread: Spread, currency: str) -> str:
    """Return the middle of an amount, and the ends between which eight draws of ten lie."""
    low, middle, high = (Decimal(str(each)) for each in (spread.p10, spread.p50, spread.p90))
    money = telling.wording.money(middle, currency)
    return f"{money} ({telling.wording.span_of(low, high, currency)})"


def years_spread(telling: Telling, spread: Spread) -> str:
    """Return the middle of a time in years with its ends, to one decimal."""
    low, middle, high = (telling.wording.number(each, 1) for each in (spread.p10, spread.p50, spread.p90))
    return telling.say("cell.range", middle=middle, low=low, high=high)


def _named(names: Mapping[str, str], language: str) -> str:
    """Return a name from a file of strangers, fit to show."""
    return shown(named(names, language))


def _block(telling: Telling, replacement: Replacement) -> ScenarioBlock:
    scenario, wording = replacement.scenario, telling.wording
    notes = [
        telling.say(
            "note.draws", draws=replacement.draws, year=str(scenario.price_year), seed=str(replacement.seed),
        )
    ]  # fmt: skip
    coalition = replacement.coalition
    if coalition:
        share = wording.percent(Decimal(str(coalition.leavers_share * 100)), 0)
        notes.append(telling.say("note.coalition", share=share))
        notes += [_sampled(telling, each) for each in coalition.outcomes if each.way == "sampled"]
    panels = (_lines(telling, replacement), _payers(telling, replacement), _thresholds(telling, coalition))
    return ScenarioBlock(
        title=title_of_scenario(telling, replacement),
        is_invented=scenario.is_invented,
        origin=origin_of(telling, replacement),
        scope=telling.say(f"scope.{scenario.scope}"),
        facts=_facts(telling, replacement),
        panels=tuple(each for each in panels if each),
        notes=tuple(notes),
    )


def _facts(telling: Telling, replacement: Replacement) -> tuple[tuple[str, str], ...]:
    currency = replacement.scenario.currency
    told = [
        (head, money_spread(telling, spread, currency))
        for head, spread in (
            ("cost", replacement.total),
            ("purchase", replacement.purchase),
            ("running", replacement.running),
        )
        if spread
    ]
    told += [("ready", ready_words(telling, replacement)), ("slowest", slowest_words(telling, replacement))]
    told += [("peak", _peak(telling, replacement))]
    return tuple((telling.say(f"head.{head}"), words) for head, words in told if words)


def ready_words(telling: Telling, replacement: Replacement) -> str:
    """Return when all that is critical is there, as calendar years; empty where nothing is critical."""
    if replacement.ready is None:
        return ""
    starts = replacement.scenario.starts
    low, middle, high = (
        str(int(starts + each)) for each in (replacement.ready.p10, replacement.ready.p50, replacement.ready.p90)
    )
    return telling.say("cell.range", middle=middle, low=low, high=high)


def slowest_words(telling: Telling, replacement: Replacement) -> str:
    """Return which critical line is the slowest, and how often."""
    slowest = replacement.slowest
    if slowest is None:
        return ""
    share = telling.wording.percent(Decimal(str(slowest.slowest_share * 100)), 0)
    return telling.say("cell.slowest", name=_named(slowest.line.names, telling.wording.lang), share=share)


def _peak(telling: Telling, replacement: Replacement) -> str:
    peak = replacement.peak
    if peak is None:
        return ""
    return f"{peak.year} ({telling.wording.money(Decimal(str(peak.cost.p50)), replacement.scenario.currency)})"


def _compared_row(telling: Telling, replacement: Replacement) -> tuple[str, ...]:
    currency = replacement.scenario.currency
    lost = (
        [_named(each.threshold.names, telling.wording.lang) for each in replacement.coalition.lost]
        if replacement.coalition
        else []
    )
    return (
        title_of_scenario(telling, replacement),
        money_spread(telling, replacement.total, currency) if replacement.total else "–",
        ready_words(telling, replacement) or "–",
        slowest_words(telling, replacement) or "–",
        _peak(telling, replacement) or "–",
        ", ".join(lost) or telling.say("cell.nothing"),
    )


def _lines(telling: Telling, replacement: Replacement) -> Panel | None:
    if not replacement.lines:
        return None
    return Panel(
        title=telling.say("heading.bought"),
        heads=tuple(telling.say(f"head.{head}") for head in ("line", "cost", "years")),
        rows=tuple(_line_row(telling, each, replacement.scenario.currency) for each in replacement.lines),
        numbers=frozenset({1, 2}),
    )


def _line_row(telling: Telling, outcome: LineOutcome, currency: str) -> tuple[str, ...]:
    name = _named(outcome.line.names, telling.wording.lang)
    return (name, money_spread(telling, outcome.cost, currency), years_spread(telling, outcome.years))


def _payers(telling: Telling, replacement: Replacement) -> Panel | None:
    if replacement.total is None or not replacement.shares:
        return None
    ranked = sorted(replacement.shares.items(), key=lambda pair: (-pair[1], pair[0]))[:MOST_PAYERS]
    middle, wording = Decimal(str(replacement.total.p50)), telling.wording
    rows = [
        (
            telling.names(member),
            wording.percent(Decimal(str(share * 100)), 1),
            wording.money(middle * Decimal(str(share)), replacement.scenario.currency),
        )
        for member, share in ranked
    ]
    rule = telling.say(f"rule.{telling.departure.rule}")
    return Panel(
        title=telling.say("note.split", rule=rule),
        heads=tuple(telling.say(f"head.{head}") for head in ("member", "bears", "cost")),
        rows=tuple(rows),
        numbers=frozenset({1, 2}),
    )


def _thresholds(telling: Telling, coalition: Coalition | None) -> Panel | None:
    if coalition is None:
        return None
    heads = ("threshold", "need", "before", "after", "outcome", "worth")
    return Panel(
        title=telling.say("heading.together"),
        heads=tuple(telling.say(f"head.{head}") for head in heads),
        rows=tuple(_threshold_row(telling, each) for each in coalition.outcomes),
        numbers=frozenset({1, 2, 3}),
    )


def _threshold_row(telling: Telling, outcome: ThresholdOutcome) -> tuple[str, ...]:
    wording = telling.wording
    state = "kept" if outcome.is_met else "lost" if outcome.was_met else "never"
    return (
        _named(outcome.threshold.names, wording.lang),
        *(wording.number(each) for each in (outcome.threshold.need, outcome.before, outcome.after)),
        telling.say(f"cell.{state}"),
        _worth(telling, outcome),
    )


def _worth(telling: Telling, outcome: ThresholdOutcome) -> str:
    total = sum(outcome.values.values())
    ranked: Sequence[tuple[str, float]] = sorted(outcome.values.items(), key=lambda pair: (-pair[1], pair[0]))[
        :MOST_WORTH
    ]
    told = [(member, value / total * 100) for member, value in ranked if total and value > 0]
    return (
        ", ".join(
            f"{telling.names(member)} {telling.wording.percent(Decimal(str(value)), 0)}" for member, value in told
        )
        or "–"
    )


def _sampled(telling: Telling, outcome: ThresholdOutcome) -> str:
    error = telling.wording.percent(Decimal(str(outcome.error / (outcome.threshold.worth or 1) * 100)), 1)
    return telling.say("note.sampled", name=_named(outcome.threshold.names, telling.wording.lang), error=error)
