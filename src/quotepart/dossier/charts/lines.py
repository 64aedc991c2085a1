"""Charts of official series over time as Vega-Lite: the slope between two years, and lines, each named at its end."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from quotepart.accounts.series import Known
from quotepart.dossier.charts.accounts import Drawing, draw_bars, draw_heat
from quotepart.dossier.charts.claims import CLAIM, GROUND, INK, MUTED, SERIES
from quotepart.dossier.charts.files import Spec, framed, width_of
from quotepart.dossier.charts.spreading import spread
from quotepart.errors import UsageError

COLOURS = (SERIES, "#a3271b", "#855400", "#1b683d", "#67469a", "#0e686c", "#5d574c")
"""One a line, where there are no more lines than these."""

SLOPE, LINES = 300, 470
NAME = 14.0
"""The height that a name needs, in pixels."""

_TARGET = "target"
_LEAD = 24  # pixels from a point to its name


def draw_slope(drawing: Drawing) -> Spec:
    """Return a line a member from the first year to the last, with its name and value at both ends; falling ones in red.

    Names are spread so that none overlap, and tied to their points. Raises ``UsageError`` for a single year.
    """
    first, last = drawing.years[0], drawing.years[-1]
    if first == last:
        raise UsageError("a slope needs two years", hint="ask for more, as in --years 2014:2024")
    ends = {(row.member, row.year): drawing.drawn(row) for row in drawing.rows}
    named = dict.fromkeys(row.member for row in drawing.rows)
    members = [each for each in named if {(each, first), (each, last)} <= ends.keys()]
    if not members:
        raise UsageError(f"nobody has figures of both {first} and {last}", hint="choose other years or members")
    values = [ends[each, year] for each in members for year in (first, last)]
    height = max(240.0, (NAME + 1) * len(members))
    gap = NAME / height * ((max(values) - min(values)) or 1)
    lines = [_slope_line(drawing, member, ends[member, first], ends[member, last]) for member in members]
    y: Spec = {"type": "quantitative", "axis": None}
    y["scale"] = {"domain": [min(values) - gap, max(values) + gap], "nice": False, "zero": False}
    left, right = (
        _ends(drawing, {each: ends[each, year] for each in members}, gap, y, at_right=year == last)
        for year in (first, last)
    )
    layers = [*_slopes(lines, y), *left, *right, *_heads(drawing, first, last)]
    frame = drawing.frame("slope", "falling", first=drawing.marked(first), last=drawing.marked(last))
    widest = width_of(f"{drawing.name(each)} 0.00" for each in members) + _LEAD
    body: Spec = {"layer": layers, "foot": 16, "left": widest, "right": widest}
    return framed(body, frame, width=SLOPE, height=round(height))


def _slope_line(drawing: Drawing, member: str, before: float, after: float) -> Spec:
    return {
        "name": drawing.name(member),
        "before": before,
        "after": after,
        "color": SERIES if after >= before else CLAIM,
    }


def _slopes(lines: Sequence[Spec], y: Spec) -> list[Spec]:
    color = {"field": "color", "type": "nominal", "scale": None}
    across = {"x": {"value": 0}, "x2": {"value": SLOPE}, "y": {**y, "field": "before"}, "y2": {"field": "after"}}
    rule = {"mark": {"type": "rule", "strokeWidth": 1.5, "opacity": 0.75}, "encoding": {**across, "color": color}}
    dots = [
        {
            "mark": {"type": "point", "filled": True, "size": 24, "opacity": 1},
            "encoding": {"x": {"value": place}, "y": {**y, "field": field}, "color": color},
        }
        for place, field in ((0, "before"), (SLOPE, "after"))
    ]
    return [{"data": {"values": list(lines)}, **each} for each in (rule, *dots)]


def _ends(drawing: Drawing, values: Mapping[str, float], gap: float, y: Spec, *, at_right: bool) -> list[Spec]:
    """Return the names at one end with a thread from each to its point."""
    places = spread(values, gap, min(values.values()), max(values.values()))
    rows = [
        {
            "value": value,
            "place": places[member],
            "words": "  ".join(_turned(drawing.name(member), drawing.written(value), at_right)),
        }
        for member, value in values.items()
    ]
    edge, sign = (SLOPE, 1) if at_right else (0, -1)
    thread = {
        "mark": {"type": "rule", "color": MUTED, "strokeWidth": 0.6, "opacity": 0.7},
        "encoding": {
            "x": {"value": edge + 5 * sign},
            "x2": {"value": edge + (_LEAD - 4) * sign},
            "y": {**y, "field": "value"},
            "y2": {"field": "place"},
        },
    }
    mark = {"type": "text", "align": "left" if at_right else "right", "baseline": "middle", "color": INK}
    where = {"x": {"value": edge + _LEAD * sign}, "y": {**y, "field": "place"}, "text": {"field": "words"}}
    return [{"data": {"values": rows}, **each} for each in (thread, {"mark": mark, "encoding": where})]


def _turned(name: str, value: str, at_right: bool) -> tuple[str, str]:
    return (value, name) if at_right else (name, value)


def _heads(drawing: Drawing, first: int, last: int) -> list[Spec]:
    mark = {"type": "text", "baseline": "bottom", "dy": -4, "fontSize": 13, "fontWeight": 600, "color": INK}
    return [
        {
            "data": {"values": [{}]},
            "mark": {**mark, "text": drawing.marked(year), "align": align},
            "encoding": {"x": {"value": place}, "y": {"value": 0}},
        }
        for year, place, align in ((first, 0, "center"), (last, SLOPE, "center"))
    ]


def draw_lines(drawing: Drawing) -> Spec:
    """Return a line a member over the years, named at its end; estimates are hollow, the target a dashed line."""
    last: dict[str, Known] = {row.member: row for row in sorted(drawing.rows, key=lambda row: row.year)}
    values = [drawing.drawn(row) for row in drawing.rows]
    low, high = min([0.0, *values]), max([*values, drawing.level or 0.0]) * 1.05
    height = max(260.0, NAME * len(last))
    colours = {member: COLOURS[at] if len(last) <= len(COLOURS) else SERIES for at, member in enumerate(last)}
    names = _named_ends(drawing, last, colours, (low, high), NAME / height * ((high - low) or 1))
    cells = [
        {
            "year": row.year,
            "value": drawing.drawn(row),
            "name": row.member,
            "color": colours[row.member],
            "estimate": row.status != "final",
        }
        for row in drawing.rows
    ]
    y: Spec = {"type": "quantitative", "scale": {"domain": [low, high], "nice": False}}
    y["axis"] = {"title": None, "tickCount": 6, "domain": False, "ticks": False, "format": "~f"}
    layers = [*_lines(cells, _years(drawing), y), *_target_level(drawing, y), *_names(names, _years(drawing), y)]
    frame = drawing.frame("lines", "hollow", first=str(drawing.years[0]), last=str(drawing.years[-1]))
    body: Spec = {"layer": layers, "left": 24, "right": width_of(each["words"] for each in names)}
    return framed(body, frame, width=LINES, height=round(height))


def _named_ends(
    drawing: Drawing, last: Mapping[str, Known], colours: Mapping[str, str], ends: tuple[float, float], gap: float
) -> list[Spec]:
    """Return the names at the right end, that of the target among them, each in the colour of its line."""
    values = {member: drawing.drawn(row) for member, row in last.items()}
    words = {member: f"{drawing.name(member)} {drawing.written(value)}" for member, value in values.items()}
    level = {_TARGET: drawing.level} if drawing.level is not None else {}
    places = spread({**values, **level}, gap, *ends)
    shown = {**words, **({_TARGET: drawing.target_words} if level else {})}
    return [
        {"year": drawing.years[-1], "place": places[each], "color": colours.get(each, MUTED), "words": shown[each]}
        for each in shown
    ]


def _years(drawing: Drawing) -> Spec:
    scale = {"domain": [drawing.years[0], drawing.years[-1]], "nice": False}
    axis = {
        "title": None,
        "grid": False,
        "format": "d",
        "values": list(drawing.years),
        "labelOverlap": "parity",
        "labelBound": False,
    }
    return {"field": "year", "type": "quantitative", "scale": scale, "axis": {**axis, "labelFlush": False}}


def _lines(cells: Sequence[Spec], x: Spec, y: Spec) -> list[Spec]:
    color = {"field": "color", "type": "nominal", "scale": None}
    where = {"x": x, "y": {**y, "field": "value"}}
    fill = {
        "condition": {"test": "datum.estimate", "value": GROUND},
        "field": "color",
        "type": "nominal",
        "scale": None,
    }
    line = {
        "mark": {"type": "line", "strokeWidth": 1.75},
        "encoding": {**where, "detail": {"field": "name"}, "stroke": color},
    }
    dots = {"mark": {"type": "point", "size": 24, "opacity": 1}, "encoding": {**where, "stroke": color, "fill": fill}}
    return [{"data": {"values": list(cells)}, **each} for each in (line, dots)]


def _names(names: Sequence[Spec], x: Spec, y: Spec) -> list[Spec]:
    color = {"field": "color", "type": "nominal", "scale": None}
    where = {"x": x, "y": {**y, "field": "place"}, "text": {"field": "words"}, "color": color}
    mark = {"type": "text", "align": "left", "dx": 10, "baseline": "middle"}
    return [{"data": {"values": list(names)}, "mark": mark, "encoding": where}]


def _target_level(drawing: Drawing, y: Spec) -> list[Spec]:
    """Return the target as a dashed line; its words stand among the names."""
    if drawing.level is None:
        return []
    rule = {"type": "rule", "color": MUTED, "strokeDash": [4, 3], "strokeWidth": 1.25}
    return [{"data": {"values": [{}]}, "mark": rule, "encoding": {"y": {**y, "datum": drawing.level}}}]


CHARTS: Mapping[str, Callable[[Drawing], Spec]] = {
    "bars": draw_bars,
    "slope": draw_slope,
    "heat": draw_heat,
    "lines": draw_lines,
}
"""The charts of a series by name."""
