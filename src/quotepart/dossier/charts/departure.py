"""Charts of a departure as Vega-Lite: what goes and what would bring it back, who would pay, what scenarios cost each year.

Each comes twice: on the page without words around it, in the colours of the page; in a file of its own with title and source.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from quotepart.dossier.charts.accounts import rimmed
from quotepart.dossier.charts.claims import CLAIM, GROUND, INK, MUTED, SERIES, SOFT
from quotepart.dossier.charts.files import Frame, Spec, config, framed, width_of
from quotepart.dossier.charts.pictures import source_of
from quotepart.dossier.departure.scenarios import title_of_scenario
from quotepart.dossier.departure.words import Telling, scope_of
from quotepart.dossier.labels import unit_words
from quotepart.errors import UsageError
from quotepart.model.frozen import dataclass
from quotepart.outlook.departure_effort import KEEP, Effort, Payer

if TYPE_CHECKING:
    from quotepart.outlook.replacement import Replacement
    from quotepart.outlook.scenario_draws import Spread

WIDTH, ROW = 290, 30
LARGER = {"labelFontSize": 13, "titleFontSize": 13}
MOST_LEAVERS, MOST_PAYERS = 5, 12
SMALL = 0.01
"""The part of the dearest year below which the last years of a scenario are not drawn."""

AMBER, TEAL, VIOLET = "var(--depends, #855400)", "var(--close, #0e686c)", "var(--out_of_date, #67469a)"
RULE_COLORS = {"pro_rata": CLAIM, "income_key": SERIES, "capped": AMBER, "ability_to_pay": TEAL}
_LEGEND: Spec = {"title": None, "orient": "top", "labelFontSize": 12.5, "columnPadding": 16, "offset": 6}
SCENARIO_COLORS = (SERIES, CLAIM, TEAL, AMBER, VIOLET)


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One bar of the waterfall, from one level to another, in full units; its ``kind`` decides its colour."""

    words: str
    start: Decimal
    end: Decimal
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A chart without a frame: its layers, its size, how far words reach out at the left and right, and what it shows, said."""

    body: Spec
    width: int
    height: int
    title: str
    described: str
    left: int = 0
    right: int = 0
    foot: int = 44
    note: str = ""


def draw_departure(telling: Telling, name: str) -> Spec:
    """Return a chart for a file of its own: ``what_goes``, ``shares`` or ``cost``.

    Raises ``UsageError`` where the departure has nothing to draw.
    """
    picture = pictures_of(telling).get(name)
    if picture is None:
        hint = "a cost needs a --scenario" if name == "cost" else "the whole budget has it: leave --part out"
        raise UsageError(f"there is no chart “{name}” of this departure", hint=hint)
    frame = Frame(title=picture.title, subtitle=scope_of(telling), caption=picture.note or _source(telling))
    body = {**picture.body, "left": picture.left, "right": picture.right, "foot": picture.foot}
    return framed(body, frame, width=picture.width, height=picture.height)


def _source(telling: Telling) -> str:
    """Return the editions that the money and the GDP were printed in."""
    losses = [each for kind in ("money", "size") if (each := telling.departure.loss(kind))]
    editions = [edition for loss in losses for edition in loss.editions]
    source = source_of(telling.account, editions, telling.names)
    return telling.wording.say("chart.caption_source", source=source)


def embedded(picture: Picture) -> Spec:
    """Return a chart for the page, which has the words around it; its letters are larger, for it shrinks on a telephone."""
    plain = config()
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "background": None,
        "padding": {"left": 14, "right": 6, "top": 2, "bottom": 2},
        "width": picture.width,
        "height": picture.height,
        **picture.body,
        "config": {**plain, "axis": {**plain["axis"], **LARGER}, "text": {"fontSize": 13, "color": INK}, "aria": False},
    }


def pictures_of(telling: Telling) -> Mapping[str, Picture]:
    """Return the charts that this departure has, by name."""
    found = {"what_goes": _what_goes(telling), "shares": _shares(telling), "cost": _cost(telling)}
    return {name: picture for name, picture in found.items() if picture}


def steps_of(telling: Telling) -> tuple[Step, ...]:
    """Return the bars of the waterfall: before, each leaver, what stays, and upwards to each target and to the old total."""
    money, keep = telling.departure.loss("money"), telling.departure.effort(KEEP)
    if money is None or money.gone is None or money.whole is None or keep is None:
        return ()
    steps = [Step(words=telling.say("chart.before"), start=Decimal(0), end=money.whole, kind="level")]
    level = money.whole
    for words, amount in _each_leaver(telling):
        steps.append(Step(words=words, start=level, end=level - amount, kind="goes"))
        level -= amount
    steps.append(Step(words=telling.say("chart.stays"), start=Decimal(0), end=level, kind="level"))
    for effort in sorted(telling.departure.efforts, key=lambda each: each.total):
        if effort.total > level:
            steps.append(Step(words=_up_to(telling, effort), start=level, end=effort.total, kind="up"))
            level = effort.total
    return tuple(steps)


def _each_leaver(telling: Telling) -> list[tuple[str, Decimal]]:
    """Return what each leaver spends, the largest first; beyond a few they are added up."""
    money = telling.departure.loss("money")
    spent = (
        {each.entity: each.value for each in money.inputs if each.entity in telling.departure.leavers} if money else {}
    )
    ranked = sorted(spent.items(), key=lambda pair: (-pair[1], pair[0]))
    shown = [
        (telling.say("chart.goes", member=telling.names(member)), amount) for member, amount in ranked[:MOST_LEAVERS]
    ]
    rest = ranked[MOST_LEAVERS:]
    others = telling.say("chart.others", count=len(rest))
    return [*shown, *([(others, sum((amount for _, amount in rest), Decimal(0)))] if rest else [])]


def _up_to(telling: Telling, effort: Effort) -> str:
    if effort.target is None:
        return telling.say("chart.to_keep")
    return telling.say("chart.to_target", target=telling.wording.percent(effort.target))


def _what_goes(telling: Telling) -> Picture | None:
    steps, keep = steps_of(telling), telling.departure.effort(KEEP)
    if not steps or keep is None:
        return None
    part = Decimal("1e9") if keep.now + keep.bill >= Decimal("1e10") else Decimal("1e6")
    rows = [_bar(telling, step, part, after) for step, after in zip(steps, [*steps[1:], None], strict=True)]
    order = [row["words"] for row in rows]
    y = _names_axis(order)
    axis = {"title": unit_words(keep.unit, part, telling.wording), "tickCount": 4, "format": ",~f", "domain": False}
    x = {"field": "low", "type": "quantitative", "axis": axis, "scale": {"nice": True, "zero": True}}
    color = {"field": "color", "type": "nominal", "scale": None}
    bars: Spec = {
        "mark": {"type": "bar", "height": {"band": 0.66}, "cornerRadius": 1.5},
        "encoding": {"y": y, "x": x, "x2": {"field": "high"}, "color": color},
    }
    links: Spec = {
        "transform": [{"filter": "datum.next !== null"}],
        "mark": {"type": "rule", "color": MUTED, "strokeWidth": 0.8, "strokeDash": [2, 2]},
        "encoding": {
            "x": {"field": "level", "type": "quantitative"},
            "y": {**y, "bandPosition": 0.83},
            "y2": {"field": "next", "bandPosition": 0.17},
        },
    }
    text = {"y": y, "x": {"field": "high", "type": "quantitative"}, "text": {"field": "amount"}}
    layers = [links, bars, *rimmed({"align": "left", "dx": 6, "baseline": "middle", "fontWeight": 600}, text)]
    before, stays = steps[0].end, next(step.end for step in steps[1:] if step.kind == "level")
    money = telling.wording.money
    described = telling.say(
        "chart.describe_goes", before=money(before, keep.unit), stays=money(stays, keep.unit),
        gone=money(before - stays, keep.unit),
    )  # fmt: skip
    return Picture(
        body={"data": {"values": rows}, "layer": layers},
        width=WIDTH,
        height=ROW * len(rows),
        title=telling.say("chart.what_goes", members=telling.leavers, year=telling.year),
        described=described,
        left=width_of(order),
        right=70,
    )


def _bar(telling: Telling, step: Step, part: Decimal, after: Step | None) -> Spec:
    low, high = sorted((step.start, step.end))
    sign = {"goes": "−", "up": "+"}.get(step.kind, "")
    colors = {"level": SERIES, "goes": CLAIM, "up": SOFT}
    number = telling.wording.number((high - low) / part, 0 if (high - low) / part >= 100 else 1)
    return {
        "words": step.words, "low": float(low / part), "high": float(high / part), "amount": f"{sign}{number}",
        "color": colors[step.kind], "level": float(step.end / part), "next": after.words if after else None,
    }  # fmt: skip


def _shares(telling: Telling) -> Picture | None:
    """Return what each of the larger payers spends now, and would spend under each rule to keep the total."""
    keep = telling.departure.effort(KEEP)
    if keep is None or not keep.bill:
        return None
    by_rule = {rule: {each.member: each for each in payers} for rule, payers in keep.payers.items()}
    first = next(iter(by_rule.values()))
    ranked = sorted(first.values(), key=lambda each: (-each.size, each.member))[:MOST_PAYERS]
    order, now = [telling.names(each.member) for each in ranked], telling.say("chart.now")
    dots = [
        *(
            {"words": name, "value": float(each.now_percent), "rule": now}
            for name, each in zip(order, ranked, strict=True)
        ),
        *(_dot(telling, by_rule[rule][each.member], rule) for rule in by_rule for each in ranked),
    ]
    spans = [
        {"words": name, "now": float(each.now_percent), "most": _most(by_rule, each.member)}
        for name, each in zip(order, ranked, strict=True)
    ]
    axis = {"title": telling.say("chart.shares_axis"), "tickCount": 6, "domain": False}
    x = {"type": "quantitative", "scale": {"zero": True, "nice": True}, "axis": axis}
    y = _names_axis(order)
    rule: Spec = {"type": "rule", "color": SOFT, "strokeWidth": 2}
    point: Spec = {"type": "point", "filled": True, "size": 64, "opacity": 0.95, "stroke": GROUND, "strokeWidth": 0.8}
    along = {"y": y, "x": {**x, "field": "now"}, "x2": {"field": "most"}}
    marked = {"y": y, "x": {**x, "field": "value"}, "color": _rule_colors(telling, by_rule)}
    layers: list[Spec] = [
        {"data": {"values": spans}, "mark": rule, "encoding": along},
        {"data": {"values": dots}, "mark": point, "encoding": marked},
    ]
    return Picture(
        body={"layer": layers},
        width=WIDTH,
        height=24 * len(ranked),
        title=telling.say("chart.shares", members=telling.leavers, year=telling.year),
        described=telling.say("chart.describe_shares"),
        left=width_of(order),
        right=10,
    )


def _names_axis(order: Sequence[str]) -> Spec:
    """Return the axis of names, in their order, from the top down."""
    plain = {"title": None, "ticks": False, "domain": False, "labelLimit": 260}
    return {"field": "words", "type": "ordinal", "sort": list(order), "axis": plain}


def _rule_colors(telling: Telling, rules: Iterable[str]) -> Spec:
    """Return the colours of the rules with their legend; what is spent now is grey."""
    names = list(rules)
    legend = {"symbolSize": 70, "symbolType": "circle", "columns": 3, "labelLimit": 200, **_LEGEND}
    domain = [telling.say("chart.now"), *(telling.say(f"rule.{rule}") for rule in names)]
    scale = {"domain": domain, "range": [MUTED, *(RULE_COLORS.get(rule, VIOLET) for rule in names)]}
    return {"field": "rule", "type": "nominal", "scale": scale, "legend": legend}


def _dot(telling: Telling, payer: Payer, rule: str) -> Spec:
    return {
        "words": telling.names(payer.member),
        "value": float(payer.then_percent),
        "rule": telling.say(f"rule.{rule}"),
    }


def _most(by_rule: Mapping[str, Mapping[str, Payer]], member: str) -> float:
    return max(float(payers[member].then_percent) for payers in by_rule.values())


def _cost(telling: Telling) -> Picture | None:
    found = [each for each in telling.departure.replacements if each.total]
    if not found:
        return None
    currency = found[0].scenario.currency
    rows = [row for made in found for row in _years(telling, made)]
    titles = [title_of_scenario(telling, each) for each in found]
    legend = {"columns": 1, "symbolType": "stroke", "labelLimit": 360, "symbolOpacity": 1, **_LEGEND}
    color = {
        "field": "title", "type": "nominal", "legend": legend,
        "scale": {"domain": titles, "range": [SCENARIO_COLORS[at % len(SCENARIO_COLORS)] for at in range(len(titles))]},
    }  # fmt: skip
    unit = telling.say("chart.cost_axis", unit=unit_words(currency, Decimal("1e9"), telling.wording))
    x = {
        "field": "year",
        "type": "quantitative",
        "axis": {"title": None, "format": "d", "tickCount": 6, "grid": False, "labelOverlap": True},
        "scale": {"zero": False, "nice": False},
    }
    y = {"type": "quantitative", "axis": {"title": unit, "tickCount": 5, "domain": False}}
    band = {"x": x, "y": {**y, "field": "low"}, "y2": {"field": "high"}, "color": color}
    layers: list[Spec] = [
        {"mark": {"type": "area", "opacity": 0.2, "interpolate": "monotone"}, "encoding": band},
        {
            "mark": {"type": "line", "strokeWidth": 2.25, "interpolate": "monotone"},
            "encoding": {"x": x, "y": {**y, "field": "middle"}, "color": color},
        },
    ]
    invented = any(each.scenario.is_invented for each in found)
    return Picture(
        body={"data": {"values": rows}, "layer": layers},
        width=WIDTH + 90,
        height=190,
        title=telling.say("chart.cost", members=telling.leavers),
        described=telling.say("chart.describe_cost"),
        left=44,
        foot=34,
        note=telling.say("note.invented") if invented else ". ".join(each.scenario.source for each in found),
    )


def _years(telling: Telling, made: Replacement) -> Sequence[Spec]:
    """Return the years from the first to the last in which much is paid; what trails off beyond would only squeeze the rest."""
    title = title_of_scenario(telling, made)
    least = max(each.cost.p90 for each in made.years) * SMALL
    paid = [at for at, each in enumerate(made.years) if each.cost.p90 > least]
    return [
        {"year": each.year, "title": title, **{name: max(0.0, value) / 1e9 for name, value in _ends(each.cost).items()}}
        for each in made.years[: max(paid, default=0) + 2]
    ]


def _ends(cost: Spread) -> dict[str, float]:
    return {"low": cost.p10, "middle": cost.p50, "high": cost.p90}
