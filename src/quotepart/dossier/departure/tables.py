"""The tables of a departure in the reader's words, the same on a terminal and on the page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import field
from decimal import Decimal

from quotepart.dossier.departure.words import Telling, share_words, time_words
from quotepart.model.frozen import dataclass
from quotepart.outlook.departure_effort import KEEP, Effort
from quotepart.outlook.departure_lines import CapabilityLoss
from quotepart.outlook.departure_losses import Loss
from quotepart.pacts.replacements import Estimate

MOST_PAYERS = 12
_COUNTS = ("persons", "count")


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """One table in words: a title, heads, rows, which columns are numbers (from 0), and what must be said below it."""

    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numbers: frozenset[int] = field(default_factory=frozenset)
    notes: tuple[str, ...] = ()


def panel(
    telling: Telling,
    title: str,
    heads: Sequence[str],
    rows: Sequence[tuple[str, ...]],
    *notes: str,
    numbers: Iterable[int],
) -> Panel:
    """Return a table whose title and heads are keys of the wording; ``numbers`` are the columns of numbers."""
    return Panel(
        title=telling.say(f"heading.{title}"),
        heads=tuple(telling.say(f"head.{head}") for head in heads),
        rows=tuple(rows),
        numbers=frozenset(numbers),
        notes=notes,
    )


def panels_of(telling: Telling) -> Iterator[Panel]:
    """Yield the tables that there are, in the order in which they are read."""
    if telling.departure.losses:
        yield losses_panel(telling)
    if telling.departure.efforts:
        yield efforts_panel(telling)
        yield payers_panel(telling, MOST_PAYERS)
    if any(loss.gone for loss in telling.departure.lines):
        yield lines_panel(telling)
    if telling.departure.estimates:
        yield estimates_panel(telling)


def losses_panel(telling: Telling) -> Panel:
    """Return what goes of money, GDP, people and money for equipment."""
    heads = ("what", "goes", "of", "share", "year", "edition")
    return panel(
        telling,
        "what_goes",
        heads,
        [_loss_row(telling, loss) for loss in telling.departure.losses],
        numbers=range(1, 5),
    )


def efforts_panel(telling: Telling) -> Panel:
    """Return what each goal takes of those who stay, each with its scope."""
    heads = ("goal", "total", "more", "then", "lack", "scope")
    return panel(
        telling,
        "what_it_takes",
        heads,
        [_effort_row(telling, each) for each in telling.departure.efforts],
        numbers=range(1, 5),
    )


def payers_panel(telling: Telling, most: int | None = None) -> Panel:
    """Return what the members with the largest economies would spend under each rule to keep the total; all for ``None``."""
    keep = telling.departure.effort(KEEP)
    rules = list(keep.payers) if keep else []
    by_rule = {rule: {each.member: each for each in keep.payers[rule]} for rule in rules} if keep else {}
    first = by_rule[rules[0]] if rules else {}
    ranked = sorted(first.values(), key=lambda each: (-each.size, each.member))[:most]
    percent = telling.wording.percent
    rows = [
        (
            telling.names(payer.member),
            percent(payer.now_percent, 1),
            *(percent(by_rule[rule][payer.member].then_percent, 1) for rule in rules),
        )
        for payer in ranked
    ]
    long = " · ".join(telling.say(f"rule_long.{rule}") for rule in rules)
    return Panel(
        title=telling.say("heading.who_pays"),
        heads=(telling.say("head.member"), telling.say("head.now"), *(telling.say(f"rule.{rule}") for rule in rules)),
        rows=tuple(rows),
        numbers=frozenset(range(1, len(rules) + 2)),
        notes=(telling.say("note.rules", rules=long[:1].upper() + long[1:]),),
    )


def lines_panel(telling: Telling) -> Panel:
    """Return what goes of each line of capability of which those who leave have a figure."""
    known = [loss for loss in telling.departure.lines if loss.gone]
    heads = ("line", "goes", "left", "at_most", "silent")
    rows = [_line_row(telling, each) for each in known]
    return panel(telling, "capabilities", heads, rows, telling.say("note.lines"), numbers=range(1, 5))


def estimates_panel(telling: Telling) -> Panel:
    """Return the published estimates of this departure, side by side and never added."""
    heads = ("author", "covers", "amount", "horizon")
    rows = [_estimate_row(telling, each) for each in telling.departure.estimates]
    return panel(telling, "estimates", heads, rows, telling.say("note.estimates"), numbers=[2])


def estimate_amount(telling: Telling, estimate: Estimate) -> str:
    """Return what was estimated as it was published: money, per cent or a number of what is covered."""
    if len(estimate.unit) == 3 and estimate.unit.isupper():
        words = telling.wording.span_of(estimate.low, estimate.high, estimate.unit)
        return telling.say("per_year", amount=words) if estimate.is_yearly else words
    if estimate.unit.startswith("%"):
        return telling.wording.span_of(estimate.low, estimate.high, "percent")
    return telling.span((estimate.low, estimate.high))


def amount_words(telling: Telling, value: Decimal | None, unit: str) -> str:
    """Return an amount with its unit, a dash where it is not known."""
    if value is None:
        return "–"
    return telling.wording.count(value) if unit in _COUNTS else telling.wording.amount(value, unit)


def _loss_row(telling: Telling, loss: Loss) -> tuple[str, ...]:
    mark = telling.say("estimate_mark") if loss.inputs and loss.status != "final" else ""
    return (
        telling.say(f"kind.{loss.kind}"),
        amount_words(telling, loss.gone, loss.unit),
        amount_words(telling, loss.whole, loss.unit),
        share_words(loss, telling),
        f"{loss.year}{mark}" if loss.gone is not None else "–",
        ", ".join(each.partition(":")[0].upper() for each in loss.editions) or "–",
    )


def _effort_row(telling: Telling, effort: Effort) -> tuple[str, ...]:
    wording = telling.wording
    if effort.target is None:
        goal, scope = telling.say("goal.keep"), telling.say("scope.keep")
    else:
        target = wording.amount(effort.target, telling.account.pact.indicators[telling.share].unit)
        goal, scope = telling.say("goal.target", target=target), telling.say("scope.target")
    now = wording.percent(effort.now_percent, 2)
    return (
        goal,
        wording.money(effort.total, effort.unit),
        wording.money(effort.bill, effort.unit) if effort.bill else telling.say("cell.reached", now=now),
        wording.percent(effort.total_percent, 2),
        "–" if effort.lack is None else wording.money(effort.lack, effort.unit),
        scope,
    )


def _line_row(telling: Telling, loss: CapabilityLoss) -> tuple[str, ...]:
    counted = telling.say("cell.left", sum=telling.span(loss.left_span), count=len(loss.left))
    return (
        telling.line_name(loss),
        goes_words(telling, loss),
        counted if loss.left else telling.say("cell.nobody"),
        share_of_line(telling, loss),
        telling.wording.count(len(loss.silent)),
    )


def share_of_line(telling: Telling, loss: CapabilityLoss) -> str:
    """Return the share of a line that goes: exact, at most, or a dash where nobody else is counted."""
    share = loss.at_most_percent
    if share is None:
        return "–"
    words = telling.wording.percent(share, 0)
    return words if loss.is_exact else telling.say("cell.at_most", share=words)


def goes_words(telling: Telling, loss: CapabilityLoss) -> str:
    """Return how many of a line go, with the words before the number and the years of the counts."""
    hedges = " ".join(each.hedge for each in loss.gone if each.hedge)
    number = telling.span(loss.gone_span) if loss.gone_span else ""
    count = f"{hedges} {number}".strip()
    least = telling.say("cell.at_least", count=count) if loss.silent_leavers else count
    return telling.say("cell.counted", count=least, time=time_words(loss.gone))


def _estimate_row(telling: Telling, estimate: Estimate) -> tuple[str, ...]:
    lang = telling.wording.lang
    published = telling.wording.date(estimate.published)
    return (
        f"{estimate.author}, {published}",
        estimate.covers.get(lang, ""),
        estimate_amount(telling, estimate),
        estimate.horizon.get(lang, "") or "–",
    )
