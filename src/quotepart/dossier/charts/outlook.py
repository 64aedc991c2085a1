"""Charts of an outlook as Vega-Lite: the fan of one member with its years of arrival, small multiples, and how many members.

Each function takes an outlook in the reader's words and returns a plain dict; editions stand in the caption.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from quotepart.dossier.charts.claims import CLAIM, GROUND, INK, MUTED, SERIES, SOFT
from quotepart.dossier.charts.files import Frame, Spec, framed
from quotepart.dossier.labels import edition_words
from quotepart.dossier.outlook.tables import Telling
from quotepart.outlook.odds import LEVELS

WIDTH, HEIGHT, BARS = 470, 250, 70
CELL, CELL_HEIGHT, COLUMNS = 118, 84, 5
PAST_YEARS = 13
"""As many official years are drawn before those to come."""
_OUTER, _INNER = ("p05", "p95"), ("p25", "p75")
_HEADROOM = 1.12
MOST_CUT = 1.15
"""The axis ends this much above the highest inner fan: a few wild outer ones would press all others flat."""


def draw_outlook(telling: Telling) -> Spec:
    """Return the chart that fits: the fan of one member, small multiples of several."""
    return draw_fan(telling, telling.outlook.asked[0]) if len(telling.outlook.asked) == 1 else draw_multiples(telling)


def draw_fan(telling: Telling, entity: str) -> Spec:
    """Return a member's or group's fan with the target, and below it how likely each year is to be the first there."""
    rows = _rows(telling, entity)
    top = _top(telling, rows)
    y = {"type": "quantitative", "scale": {"domain": [0, top], "nice": False, "clamp": True}}
    axis = {"title": None, "tickCount": 6, "domain": False, "ticks": False, "format": "~f"}
    years = [*(str(row["year"]) for row in rows), _later(telling)]
    x: Spec = {"field": "year", "type": "ordinal", "scale": {"domain": years}}
    layers = [
        *_fan({**x, "axis": None}, {**y, "axis": axis}), *_target({**y, "axis": axis}, telling, words=True),
    ]  # fmt: skip
    say = telling.wording.say
    head = Frame(
        title=say("outlook_chart.fan", member=telling.name(entity), amount=telling.aim, year=telling.by),
        subtitle=say("outlook_chart.fan_sub", scenario=telling.scenario),
    )
    chart = framed({"data": {"values": rows}, "layer": layers, "left": 30}, head, width=WIDTH, height=HEIGHT)
    fan = {name: chart.pop(name) for name in ("width", "height", "layer", "data")}
    bars = _arrivals(telling, entity, x, _caption(telling, is_cut=_is_cut(rows, top)))
    return {**chart, "vconcat": [fan, bars], "spacing": 12}


def _arrivals(telling: Telling, entity: str, x: Spec, caption: str) -> Spec:
    """Return the panel of arrivals; its last bar is all that comes after the deadline."""
    odds = telling.outlook.main
    chances = odds.arrivals(entity)
    names = [*(str(year) for year in odds.years), _later(telling)]
    cells = [
        {
            "year": name,
            "value": float(chance),
            "text": telling.odds(float(chance)) if chance > 0 else "",
            "late": name == names[-1],
        }
        for name, chance in zip(names, chances, strict=True)
    ]
    x = {**x, "axis": {"title": None, "labelAngle": 0, "grid": False, "labelOverlap": "parity", "ticks": False}}
    scale = {"domain": [0, max(0.05, float(chances.max())) * 1.2], "nice": False}
    y = {"field": "value", "type": "quantitative", "axis": None, "scale": scale}
    shade = {"condition": {"test": "datum.late", "value": SOFT}, "value": SERIES}
    bars = {"mark": {"type": "bar", "width": {"band": 0.7}}, "encoding": {"x": x, "y": y, "color": shade}}
    words = {"mark": {"type": "text", "dy": -7}, "encoding": {"x": x, "y": y, "text": {"field": "text"}}}
    heading = {
        "data": {"values": [{}]},
        "mark": {
            "type": "text", "align": "left", "baseline": "top", "color": MUTED, "fontSize": 11.5,
            "text": telling.wording.say("outlook_chart.arrivals"),
        },
        "encoding": {"x": {"value": 0}, "y": {"value": 0}},
    }  # fmt: skip
    body: Spec = {"data": {"values": cells}, "layer": [bars, words, heading], "left": 30, "foot": 26}
    panel = framed(body, Frame(title="", caption=caption), width=WIDTH, height=BARS)
    return {name: panel[name] for name in ("width", "height", "layer", "data")}


def draw_multiples(telling: Telling) -> Spec:
    """Return a small fan of every member asked for on one scale, the likeliest to stand at the target first."""
    outlook = telling.outlook
    chance = {each: float(outlook.main.at[outlook.main.entities.index(each), -1]) for each in outlook.asked}
    order = sorted(outlook.asked, key=lambda each: (-chance[each], telling.name(each)))
    say = telling.wording.say
    odds = {each: say("units.percent", number=telling.odds(chance[each])) for each in order}
    labels = {each: f"{telling.name(each)}  {odds[each]}" for each in order}
    rows = [{**row, "label": labels[each]} for each in order for row in _rows(telling, each)]
    top = _top(telling, rows)
    y = {"type": "quantitative", "scale": {"domain": [0, top], "nice": False, "clamp": True}}
    years = sorted({row["year"] for row in rows})
    ticks = [str(outlook.last_year), years[-1]]
    x = {
        "field": "year",
        "type": "ordinal",
        "axis": {"title": None, "values": ticks, "labelAngle": 0, "grid": False, "ticks": False, "labelFontSize": 9.5},
    }
    axis = {"title": None, "tickCount": 4, "domain": False, "ticks": False, "format": "~f", "labelFontSize": 9.5}
    layers = [*_fan(x, {**y, "axis": axis}, small=True), *_target({**y, "axis": axis}, telling, words=False)]
    about = say("outlook_chart.multiples_sub", year=telling.by, scenario=telling.scenario)
    head = Frame(
        title=say("outlook_chart.multiples", amount=telling.aim, year=telling.by),
        subtitle=f"{about}. {_caption(telling, is_cut=_is_cut(rows, top))}",
    )
    columns = min(COLUMNS, len(order))
    chart = framed({"layer": []}, head, width=CELL * columns, height=CELL_HEIGHT)
    plain = {name: each for name, each in chart.items() if name not in ("width", "height", "layer")}
    facet = {
        "field": "label",
        "type": "nominal",
        "sort": [labels[each] for each in order],
        "header": {
            "title": None,
            "labelFontSize": 11,
            "labelFontWeight": 600,
            "labelColor": INK,
            "labelAnchor": "start",
        },
    }
    return {
        **plain,
        "data": {"values": rows},
        "facet": facet,
        "columns": columns,
        "spacing": {"row": 14, "column": 24},
        "resolve": {"axis": {"x": "independent"}},
        "spec": {"width": CELL, "height": CELL_HEIGHT, "layer": layers},
    }


def draw_joint(telling: Telling) -> Spec:
    """Return how many members stand at the target year by year: the fan of their number, and all of them as a line."""
    odds = telling.outlook.main
    rows = [{"year": str(year), **_counted(odds.members_at[at])} for at, year in enumerate(odds.years)]
    everybody = len(odds.members)
    y = {"type": "quantitative", "scale": {"domain": [0, everybody], "nice": False}}
    axis = {"title": None, "tickCount": 5, "domain": False, "ticks": False, "format": "d"}
    x = {"field": "year", "type": "ordinal", "axis": {"title": None, "labelAngle": 0, "grid": False}}
    say = telling.wording.say
    frame = Frame(
        title=say("outlook_chart.joint", amount=telling.aim),
        subtitle=say("outlook_chart.joint_sub", scenario=telling.scenario),
        caption=_caption(telling),
    )
    body: Spec = {"data": {"values": rows}, "layer": _fan(x, {**y, "axis": axis}), "left": 30}
    return framed(body, frame, width=WIDTH, height=200)


def _rows(telling: Telling, entity: str) -> list[Spec]:
    """Return the official shares and the fan by year; the fan opens from the last official share."""
    outlook, odds = telling.outlook, telling.outlook.main
    names = [f"p{round(level * 100):02}" for level in LEVELS]
    past = sorted(outlook.past_of(entity).items())[-PAST_YEARS:]
    rows: list[Spec] = [{"year": str(year), "official": share} for year, share in past]
    if rows and past[-1][0] == outlook.last_year:
        rows[-1] |= dict.fromkeys(names, past[-1][1])
    fans = odds.fans[odds.entities.index(entity)]
    ahead = [
        {"year": str(year), **dict(zip(names, map(float, fans[at]), strict=True))} for at, year in enumerate(odds.years)
    ]
    return [*rows, *ahead]


def _counted(chances: Sequence[float] | np.ndarray[tuple[int, ...], np.dtype[np.float64]]) -> dict[str, float]:
    """Return the quantiles of a number of members."""
    below = np.cumsum(chances)
    return {f"p{round(level * 100):02}": float(np.searchsorted(below, level)) for level in LEVELS}


def _top(telling: Telling, rows: Sequence[Spec]) -> float:
    """Return the top of the axis: over every official share, every inner fan and the target; outer fans may be cut."""
    shares: list[float] = [row[name] for row in rows for name in ("official", "p75") if name in row]
    outer: list[float] = [row["p95"] for row in rows if "p95" in row]
    highest = max(shares, default=0.0)
    return _HEADROOM * max(telling.outlook.target, highest, min(max(outer, default=0.0), MOST_CUT * highest))


def _fan(x: Spec, y: Spec, *, small: bool = False) -> list[Spec]:
    where = {"x": x}
    outer, inner = (
        {
            "mark": {"type": "area", "color": SERIES, "opacity": opacity, "line": False, "clip": True},
            "encoding": {**where, "y": {**y, "field": low}, "y2": {"field": high}},
        }
        for (low, high), opacity in ((_OUTER, 0.18), (_INNER, 0.32))
    )
    middle = {
        "mark": {"type": "line", "color": SERIES, "strokeWidth": 1.25 if small else 2, "clip": True},
        "encoding": {**where, "y": {**y, "field": "p50"}},
    }
    points = {
        "mark": {"type": "line", "color": INK, "strokeWidth": 1.25, "point": False}
        if small
        else {
            "type": "line",
            "color": INK,
            "strokeWidth": 1.5,
            "point": {"filled": True, "fill": GROUND, "stroke": INK, "size": 26},
        },
        "encoding": {**where, "y": {**y, "field": "official"}},
    }
    return [outer, inner, middle, points]


def _target(y: Spec, telling: Telling, *, words: bool) -> list[Spec]:
    level = {"datum": telling.outlook.target}
    rule = {
        "data": {"values": [{}]},
        "mark": {"type": "rule", "color": CLAIM, "strokeDash": [4, 3], "strokeWidth": 1.25},
        "encoding": {"y": {**y, **level}},
    }
    if not words:
        return [rule]
    text = f"{telling.wording.say('outlook_chart.target')} {telling.aim}"
    mark = {"type": "text", "text": text, "align": "left", "baseline": "bottom", "dx": 4, "dy": -3, "color": CLAIM}
    return [rule, {"data": {"values": [{}]}, "mark": mark, "encoding": {"x": {"value": 0}, "y": {**y, **level}}}]


def _later(telling: Telling) -> str:
    return f">{telling.by}"


def _is_cut(rows: Sequence[Spec], top: float) -> bool:
    """Whether an outer fan reaches over the top of the axis."""
    return any(row["p95"] > top for row in rows if "p95" in row)


def _caption(telling: Telling, *, is_cut: bool = False) -> str:
    last = next(part.edition for part in telling.outlook.history.parts if part.role == "last")
    source = edition_words(last, telling.names, telling.wording)
    shades = telling.wording.say("outlook_chart.shades_cut" if is_cut else "outlook_chart.shades")
    return f"{shades} {telling.wording.say('chart.caption_source', source=source)}"
