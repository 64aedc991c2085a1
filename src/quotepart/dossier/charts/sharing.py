"""Charts of how a burden is shared: the curve of concentration, and shares of size against shares of spending."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from quotepart.dossier.charts.accounts import rimmed
from quotepart.dossier.charts.claims import CLAIM, MUTED, SERIES, SOFT
from quotepart.dossier.charts.files import Spec, framed
from quotepart.dossier.charts.measured import Measured, with_rows
from quotepart.dossier.charts.placing import Box, Place, place_names
from quotepart.measures.found import Found

SQUARE, SIDE = 440, 580

_NAMED = 4.0  # from this share of GDP on, in per cent, a member is named on the curve


def draw_lorenz(measured: Measured) -> Spec:
    """Return the curve of concentration below the diagonal of equal effort, the larger members named, the Gini beside it."""
    found, say = with_rows(measured), measured.wording.say
    points = _points(found)
    axis = {"type": "quantitative", "scale": {"domain": [0, 100]}}
    x = {**axis, "field": "x", "axis": {"title": say("account_chart.lorenz_x"), "tickCount": 5}}
    y = {**axis, "field": "y", "axis": {"title": say("account_chart.lorenz_y"), "tickCount": 5}}
    line, data = {"x": x, "y": y}, {"values": points}
    soft = {"type": "area", "color": SOFT, "opacity": 0.45, "line": False}
    dots = {"type": "point", "filled": True, "size": 26, "color": SERIES, "opacity": 1}
    words = {"type": "text", "text": say("account_chart.lorenz_equal"), "align": "right", "dx": -8, "dy": -4}
    layers: list[Spec] = [
        {"data": data, "mark": soft, "encoding": {**line, "y2": {"field": "x"}}},
        _diagonal(0, line),
        {"data": data, "mark": {"type": "line", "color": SERIES, "strokeWidth": 2.25}, "encoding": line},
        {"data": data, "mark": dots, "encoding": line},
        {"data": {"values": [{"x": 33, "y": 33}]}, "mark": {**words, "color": MUTED}, "encoding": line},
        *_curve_names(measured, [point for point in points if float(point["size"]) >= _NAMED], line),
    ]
    gini = measured.wording.number(found.value, 3) if found.value is not None else ""
    frame = measured.frame("lorenz", say("account_chart.lorenz_gini", value=gini) if gini else "")
    return framed({"layer": layers, "foot": 48, "left": 40, "right": 30}, frame, width=SQUARE, height=SQUARE)


def _points(found: Found) -> list[Spec]:
    """The points of the curve, from nothing on, each with the share of size that its member adds."""
    points: list[Spec] = [{"x": 0.0, "y": 0.0, "name": "", "size": 0.0}]
    for row in found.rows:
        _, up, across = (float(cell or 0) for cell in row.cells)
        points.append({"x": across, "y": up, "name": row.name, "size": across - float(points[-1]["x"])})
    return points


def _diagonal(low: float, line: Spec) -> Spec:
    ends = {"values": [{"x": low, "y": low}, {"x": 100, "y": 100}]}
    return {
        "data": ends,
        "mark": {"type": "line", "color": MUTED, "strokeDash": [4, 3], "strokeWidth": 1.25},
        "encoding": line,
    }


def _curve_names(measured: Measured, points: Sequence[Spec], line: Spec) -> list[Spec]:
    rows = [{**point, "words": measured.name(str(point["name"]))} for point in points]
    mark = {"align": "left", "baseline": "top", "dx": 7, "dy": 3}
    last = {"align": "right", "baseline": "bottom", "dx": -10, "dy": -2}
    parts = [(rows[:-1], mark), (rows[-1:], last)] if rows and float(rows[-1]["x"]) > 90 else [(rows, mark)]
    return [
        {"data": {"values": part}, **each}
        for part, at in parts
        for each in rimmed(at, {**line, "text": {"field": "words"}})
    ]


def draw_shares(measured: Measured) -> Spec:
    """Return each member's share of GDP against its share of spending, both on logarithmic axes, with the line of equality.

    Members above the line pay more than their share; names are placed where they overlap neither points nor one another.
    """
    found = with_rows(measured)
    points = {
        row.name: (float(size), float(spent))
        for row in found.rows
        if (spent := found.cell(row.name, "spending")) and (size := found.cell(row.name, "size"))
    }
    low = _floor(points)
    say = measured.wording.say
    scale = {"type": "log", "domain": [low, 100], "nice": False}
    ticks = [each for each in (0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30, 100) if each >= low]
    axis = {"values": ticks, "format": "~f", "grid": True}
    x = {"field": "x", "type": "quantitative", "scale": scale, "axis": {**axis, "title": say("account_chart.shares_x")}}
    y = {"field": "y", "type": "quantitative", "scale": scale, "axis": {**axis, "title": say("account_chart.shares_y")}}
    rows = [{"x": a, "y": b, "above": b >= a} for a, b in points.values()]
    color = {"condition": {"test": "datum.above", "value": SERIES}, "value": CLAIM}
    line = {"x": x, "y": y}
    diagonal = _diagonal(low, line)
    dots = {
        "data": {"values": rows},
        "mark": {"type": "point", "filled": True, "size": 42, "opacity": 1},
        "encoding": {**line, "color": color},
    }
    layers = [diagonal, dots, *_placed(measured, points, low), *_sides(measured)]
    frame = measured.frame("shares", say("account_chart.log"))
    return framed({"layer": layers, "foot": 48, "left": 44, "right": 20}, frame, width=SIDE, height=SIDE)


def _floor(points: Mapping[str, tuple[float, float]]) -> float:
    least = min(min(pair) for pair in points.values())
    return next(each for each in (10.0, 3.0, 1.0, 0.3, 0.1, 0.03, 0.01, 0.003, 0.001, 0.0) if each < least) or least


def _placed(measured: Measured, points: Mapping[str, tuple[float, float]], low: float) -> list[Spec]:
    """Return the names beside their points, in pixels of the plot, where they meet nothing else; a thread ties those far off."""
    width = math.log(100 / low)
    at = {
        name: Place(
            x=math.log(x / low) / width * SIDE, y=SIDE - math.log(y / low) / width * SIDE, words=measured.name(name)
        )
        for name, (x, y) in points.items()
    }
    diagonal = [Box(each, SIDE - each - 5, each + 5, SIDE - each) for each in range(0, SIDE, 5)]
    layers: list[Spec] = []
    for name, box in place_names(at, SIDE, diagonal).items():
        middle = (box.top + box.bottom) / 2
        mark = {"align": "left", "baseline": "middle", "fontSize": 10.5, "text": at[name].words}
        layers += [_thread(at[name], box)] if at[name].is_far_from(box) else []
        layers += rimmed(mark, {"x": {"value": box.left}, "y": {"value": middle}})
    return [{"data": {"values": [{}]}, **each} for each in layers]


def _thread(place: Place, box: Box) -> Spec:
    x, y = box.nearest(place.x, place.y)
    ends = {"x": {"value": place.x}, "x2": {"value": x}, "y": {"value": place.y}, "y2": {"value": y}}
    return {"mark": {"type": "rule", "color": MUTED, "strokeWidth": 0.6}, "encoding": ends}


def _sides(measured: Measured) -> list[Spec]:
    side, say = SIDE, measured.wording.say
    words = ((12, 14, "left", SERIES, "above"), (side - 10, side - 14, "right", CLAIM, "below"))
    return [
        {
            "data": {"values": [{}]},
            "mark": {
                "type": "text",
                "align": align,
                "color": color,
                "fontSize": 12,
                "fontWeight": 600,
                "text": say(f"account_chart.shares_{key}"),
            },
            "encoding": {"x": {"value": x}, "y": {"value": y}},
        }
        for x, y, align, color, key in words
    ]
