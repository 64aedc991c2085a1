"""Charts of measures as Vega-Lite: the curve of concentration, shares of GDP against shares of spending, bars and series.

Each function takes what a measure found and returns a plain dict; the source and editions of its inputs stand in the caption.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from quotepart.dossier.account_charts import members_axis, rimmed
from quotepart.dossier.chart_files import Frame, Spec, framed, width_of
from quotepart.dossier.charts import CLAIM, MUTED, SERIES, SOFT
from quotepart.dossier.labels import Names, unit_words
from quotepart.dossier.measure_words import cell_words, is_member_row, row_words
from quotepart.dossier.placing import Box, Place, place_names
from quotepart.errors import UsageError
from quotepart.measures.found import Found
from quotepart.wording.wording import Wording

SQUARE, SIDE = 440, 580
ROW, WIDTH = 17, 420
MOST_BARS = 60
ONLY_ABOVE_ZERO = ("gap",)
"""Measures of which only the members above zero are drawn: what others spend above a target would hide what these lack."""

_NAMED = 4.0  # from this share of GDP on, in per cent, a member is named on the curve


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """What the charts of a measure share: one finding a year, names and words, and where the figures come from."""

    found: Sequence[Found]
    names: Names
    wording: Wording
    source: str

    @property
    def last(self) -> Found:
        """What was found for the last year."""
        return self.found[-1]

    def frame(self, key: str, subtitle: str = "", note: str = "mark_e", **values: str) -> Frame:
        """The frame of a chart: what is measured above it, the rest below that, source and marks of estimates at the foot."""
        say, found = self.wording.say, self.last
        title = say(
            f"account_chart.{key}", group=self.name(found.group), year=f"{found.year}{self.mark}",
            measure=say(f"measures.{found.measure}"), **values,
        )  # fmt: skip
        basis = say("account_chart.prices", year=str(found.price_base)) if found.price_base else ""
        notes = [say(f"account_chart.{note}")] if self.mark else []
        return Frame(
            title=title[:1].upper() + title[1:],
            subtitle=" · ".join(part for part in (subtitle, basis) if part),
            caption=" ".join([say("chart.caption_source", source=self.source), *notes]),
        )

    @property
    def mark(self) -> str:
        """The mark of estimates, nothing where all figures of the last year are final."""
        return "" if self.last.status == "final" else self.wording.say("account_chart.mark")

    def name(self, row: str) -> str:
        """A row's name in the reader's language, with a capital."""
        words = row_words(row, self.names, self.wording)
        return words[:1].upper() + words[1:]


def draw_measure(measured: Measured) -> Spec:
    """Return the chart that fits the measure: its own, bars of its rows for one year, a line of its headline for several."""
    found = measured.last
    if len(measured.found) > 1:
        return draw_years(measured)
    if found.measure in ("lorenz", "gini"):
        return draw_lorenz(measured)
    if found.measure == "shares":
        return draw_shares(measured)
    return draw_rows(measured)


def draw_lorenz(measured: Measured) -> Spec:
    """Return the curve of concentration below the diagonal of equal effort, the larger members named, the Gini beside it."""
    found = _with_rows(measured)
    points: list[Spec] = [{"x": 0.0, "y": 0.0, "name": "", "size": 0.0}]
    for row in found.rows:
        _, up, across = (float(cell or 0) for cell in row.cells)
        points.append({"x": across, "y": up, "name": row.name, "size": across - float(points[-1]["x"])})
    say = measured.wording.say
    x = {
        "field": "x",
        "type": "quantitative",
        "scale": {"domain": [0, 100]},
        "axis": {"title": say("account_chart.lorenz_x"), "tickCount": 5},
    }
    y = {
        "field": "y",
        "type": "quantitative",
        "scale": {"domain": [0, 100]},
        "axis": {"title": say("account_chart.lorenz_y"), "tickCount": 5},
    }
    data, line = {"values": points}, {"x": x, "y": y}
    diagonal = {
        "data": {"values": [{"x": 0, "y": 0}, {"x": 100, "y": 100}]},
        "mark": {"type": "line", "color": MUTED, "strokeDash": [4, 3], "strokeWidth": 1.25},
        "encoding": line,
    }
    area = {
        "data": data,
        "mark": {"type": "area", "color": SOFT, "opacity": 0.45, "line": False},
        "encoding": {**line, "y2": {"field": "x"}},
    }
    curve = {"data": data, "mark": {"type": "line", "color": SERIES, "strokeWidth": 2.25}, "encoding": line}
    dots = {
        "data": data,
        "mark": {"type": "point", "filled": True, "size": 26, "color": SERIES, "opacity": 1},
        "encoding": line,
    }
    equal = {
        "data": {"values": [{"x": 33, "y": 33}]},
        "mark": {
            "type": "text",
            "text": say("account_chart.lorenz_equal"),
            "align": "right",
            "dx": -8,
            "dy": -4,
            "color": MUTED,
        },
        "encoding": line,
    }
    gini = (
        "" if found.value is None else say("account_chart.lorenz_gini", value=measured.wording.number(found.value, 3))
    )
    named = [point for point in points if float(point["size"]) >= _NAMED]
    layers = [area, diagonal, curve, dots, equal, *_curve_names(measured, named, line)]
    return framed(
        {"layer": layers, "foot": 48, "left": 40, "right": 30},
        measured.frame("lorenz", gini),
        width=SQUARE,
        height=SQUARE,
    )


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
    found = _with_rows(measured)
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
    diagonal = {
        "data": {"values": [{"x": low, "y": low}, {"x": 100, "y": 100}]},
        "mark": {"type": "line", "color": MUTED, "strokeDash": [4, 3], "strokeWidth": 1.25},
        "encoding": line,
    }
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


def draw_rows(measured: Measured) -> Spec:
    """Return a bar a row of the measure's table, by the first column that is no share of the spending.

    Where there are rows of members, only these are drawn; the headline stands above them.
    """
    found = _with_rows(measured)
    at = next((at for at, each in enumerate(found.columns) if each.name != "spending_share"), 0)
    column, wording = found.columns[at], measured.wording
    rows = {row.name: float(cell) for row in found.rows if (cell := row.cells[at]) is not None}
    members = {name: value for name, value in rows.items() if is_member_row(name, wording)} or rows
    if found.measure in ONLY_ABOVE_ZERO:
        members = {name: value for name, value in members.items() if value > 0} or members
    members = dict(sorted(members.items(), key=lambda pair: -pair[1])) if members is not rows else members
    part, fair = _part(column.unit, members.values()), 1.0 if column.unit == "times" else None
    cells = [
        {
            "name": measured.name(name),
            "value": value / part,
            "at": max(0.0, value / part),
            "full": fair is None or value >= fair,
            "text": wording.number(value / part, 2),
        }
        for name, value in list(members.items())[:MOST_BARS]
    ]
    y, x = members_axis([str(cell["name"]) for cell in cells]), {"type": "quantitative", "axis": None}
    full = {"condition": {"test": "datum.full", "value": SERIES}, "value": SOFT}
    bars = {
        "mark": {"type": "bar", "height": {"band": 0.72}},
        "encoding": {"y": y, "x": {**x, "field": "value"}, "color": full},
    }
    words = {"y": y, "x": {**x, "field": "at"}, "text": {"field": "text"}}
    what = wording.say_or(f"measure_columns.{column.name}", column.name.replace("_", " "))
    head = cell_words(found.value, found.unit, wording, with_unit=True) if found.value is not None else ""
    subtitle = [head, ", ".join(each for each in (what, _unit(column.unit, part, wording)) if each)]
    body: Spec = {
        "data": {"values": cells},
        "layer": [bars, *rimmed({"align": "left", "dx": 5}, words)],
        "foot": 14,
        "left": width_of(str(cell["name"]) for cell in cells),
    }
    frame = measured.frame("measure", " · ".join(each for each in subtitle if each))
    return framed(body, frame, width=WIDTH, height=ROW * len(cells))


def _part(unit: str, values: Iterable[float]) -> float:
    """By what values are divided: thousands of millions for large sums of money, else one."""
    return 1e9 if len(unit) == 3 and unit.isupper() and max(map(abs, values), default=0.0) >= 1e9 else 1.0


def _unit(unit: str, part: float, wording: Wording) -> str:
    if len(unit) == 3 and unit.isupper():
        return unit_words(unit, Decimal(int(part)), wording)
    return wording.say_or(f"measure_units.{unit}", unit)


def draw_years(measured: Measured) -> Spec:
    """Return the headline of a measure over the years as a line, its values written at the points; estimates are hollow."""
    wording, unit = measured.wording, measured.last.unit
    known = [each for each in measured.found if each.value is not None]
    if not known:
        raise UsageError(f"{measured.last.measure} has no headline to draw over years", hint="ask for a single year")
    part = _part(unit, [float(each.value or 0) for each in known])
    digits = 1 if part > 1 else 0 if unit == "count" else 3
    cells = [
        {
            "year": str(each.year),
            "value": float(each.value or 0) / part,
            "text": wording.number(float(each.value or 0) / part, digits),
            "estimate": each.status != "final",
        }
        for each in known
    ]
    x = {"field": "year", "type": "ordinal", "axis": {"title": None, "labelAngle": 0, "grid": False}}
    y = {
        "field": "value",
        "type": "quantitative",
        "scale": {"zero": True},
        "axis": {"title": None, "tickCount": 5, "domain": False, "ticks": False, "format": "~f"},
    }
    fill = {"condition": {"test": "datum.estimate", "value": "#fffdf9"}, "value": SERIES}
    line = {"mark": {"type": "line", "color": SERIES, "strokeWidth": 2.25}, "encoding": {"x": x, "y": y}}
    dots = {
        "mark": {"type": "point", "size": 40, "stroke": SERIES, "opacity": 1},
        "encoding": {"x": x, "y": y, "fill": fill},
    }
    words = rimmed({"dy": -12, "fontSize": 11}, {"x": x, "y": y, "text": {"field": "text"}})
    body: Spec = {"data": {"values": cells}, "layer": [line, dots, *words], "left": 34}
    return framed(
        body,
        measured.frame("measure_years", _unit(unit, part, wording), "hollow"),
        width=max(300, 46 * len(cells)),
        height=240,
    )


def _with_rows(measured: Measured) -> Found:
    found = measured.last
    if not any(cell is not None for row in found.rows for cell in row.cells):
        missing = ", ".join(found.missing)
        raise UsageError(f"there is nothing to draw: no figure of {missing}", hint="choose another year or edition")
    return found
