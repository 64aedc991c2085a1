"""Charts of measures as Vega-Lite: the one that fits, bars of a table's rows, and the headline over the years.

Each function takes what a measure found and returns a plain dict; the source and editions of its inputs stand in the caption.
Charts of how a burden is shared stand in ``sharing_charts``.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from quotepart.dossier.charts.accounts import members_axis, rimmed
from quotepart.dossier.charts.claims import GROUND, SERIES, SOFT
from quotepart.dossier.charts.files import Spec, framed, width_of
from quotepart.dossier.charts.measured import Measured, with_rows
from quotepart.dossier.charts.sharing import draw_lorenz, draw_shares
from quotepart.dossier.labels import unit_words
from quotepart.dossier.measure_words import cell_words, is_member_row
from quotepart.errors import UsageError
from quotepart.wording.wording import Wording

ROW, WIDTH = 17, 420
MOST_BARS = 60
ONLY_ABOVE_ZERO = ("gap",)
"""Measures of which only the members above zero are drawn: what others spend above a target would hide what these lack."""


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


def draw_rows(measured: Measured) -> Spec:
    """Return a bar a row of the measure's table, by the first column that is no share of the spending.

    Where there are rows of members, only these are drawn; the headline stands above them.
    """
    found = with_rows(measured)
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
    fill = {"condition": {"test": "datum.estimate", "value": GROUND}, "value": SERIES}
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
