"""Charts as Vega-Lite specifications: the official series, with the claim drawn in.

Each function returns a plain dict. Colours are CSS variables with a fallback, so that one drawing serves both themes of the
page and stands alone as well. Values are drawn in full units divided by the axis's own scale, which the caption names.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from quotepart.dossier.dossier import Point, Series, Shape
from quotepart.dossier.safe import shown
from quotepart.wording.wording import Wording

Spec = dict[str, Any]
WIDTH = 430
INK, MUTED, RULE = "var(--ink, #1d1b18)", "var(--muted, #5f5a50)", "var(--rule, #d8d2c4)"
SERIES, SOFT, CLAIM = "var(--series, #2f5d83)", "var(--series-soft, #b9cbd8)", "var(--claim, #a8321e)"
GROUND = "var(--card, #fffdf9)"
FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Liberation Sans', sans-serif"
_LONGEST = 46


def draw_series(series: Series, wording: Wording) -> Spec:
    """Return the chart of a series by its shape."""
    return _SHAPES[series.shape](series, wording)


def draw_level(series: Series, wording: Wording) -> Spec:
    """Return a line of yearly values: estimates hollow, a target as a dashed line, the claim as a point with its interval."""
    layers = [_line(), *_target(series), *_claim_in_year(series, wording)]
    return _chart(series, [_panel(layers, 210)])


def draw_count(series: Series, wording: Wording) -> Spec:
    """Return a column a year with its count, and the claim as a point with its interval."""
    layers = [_columns(SOFT), _column_labels(wording), *_claim_in_year(series, wording)]
    return _chart(series, [_panel(layers, 200)])


def draw_added(series: Series, wording: Wording) -> Spec:
    """Return two panels: yearly values over the base level, and what they add up to beside what was claimed."""
    above = _panel([_columns(SOFT), _over_base(series), *_base_line(series, wording)], 150)
    running = _panel([_running_sum(series), *_claim_on_sum(series, wording)], 110)
    return _chart(series, [above, running])


_SHAPES: Mapping[Shape, Callable[[Series, Wording], Spec]] = {
    "level": draw_level,
    "count": draw_count,
    "added": draw_added,
}


def divisor(series: Series) -> Decimal:
    """Return by what the values are divided on the axis: a thousand million for large sums, else one."""
    largest = max((abs(point.value) for point in series.points), default=Decimal(0))
    return next((Decimal(scale) for scale in ("1e9", "1e6") if largest >= Decimal(scale)), Decimal(1))


def running_sums(series: Series) -> tuple[tuple[Point, Decimal], ...]:
    """Return each year after the base year with what has been added over the base level up to it.

    The sum ends with the last year of the claim, where it has years.
    """
    first, last = _added_years(series)
    total, sums = Decimal(0), []
    for point in sorted(series.points, key=lambda point: point.year):
        if first <= point.year <= last:
            total += point.value - (series.base_value or 0)
            sums.append((point, total))
    return tuple(sums)


def _added_years(series: Series) -> tuple[int, int]:
    first = (series.base_year or 0) + 1
    last = max((point.year for point in series.points), default=first)
    return (first, series.claim_years[1]) if series.claim_years else (first, last)


def _chart(series: Series, panels: list[Spec]) -> Spec:
    part = divisor(series)
    first, last = _added_years(series) if series.shape == "added" else (0, -1)
    sums = {point.year: total for point, total in running_sums(series)} if series.shape == "added" else {}
    rows = [
        {
            "year": str(point.year),
            "value": float(point.value / part),
            "estimate": point.status != "final",
            "added": first <= point.year <= last,
            "sum": float(sums[point.year] / part) if point.year in sums else None,
        }
        for point in sorted(series.points, key=lambda point: point.year)
    ]
    body = panels[0] if len(panels) == 1 else {"vconcat": panels, "spacing": 18}
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "background": None,
        "padding": 2,
        "data": {"values": rows},
        **body,
        "config": _config(),
    }


def _config() -> Spec:
    axis = {"labelColor": MUTED, "tickColor": RULE, "domainColor": RULE, "gridColor": RULE, "labelFontSize": 12}
    return {
        "aria": False,
        "font": FONT,
        "view": {"stroke": None},
        "axis": {**axis, "title": None, "labelPadding": 5, "gridOpacity": 0.7},
        "axisX": {"grid": False, "labelAngle": 0, "labelOverlap": "parity", "tickSize": 4},
        "axisY": {"tickCount": 5, "domain": False, "ticks": False, "format": "~f"},
        "text": {"fontSize": 12.5, "color": INK},
    }


def _panel(layers: list[Spec], height: int) -> Spec:
    return {"width": WIDTH, "height": height, "layer": layers}


def _x() -> Spec:
    return {"field": "year", "type": "ordinal"}


def _y(field: str, *, from_zero: bool = True) -> Spec:
    return {"field": field, "type": "quantitative", "scale": {"zero": from_zero, "nice": True}}


def _line() -> Spec:
    filled = {"condition": {"test": "datum.estimate", "value": GROUND}, "value": SERIES}
    return {
        "encoding": {"x": _x(), "y": _y("value")},
        "layer": [
            {"mark": {"type": "line", "color": SERIES, "strokeWidth": 2.25}},
            {"mark": {"type": "point", "size": 38, "stroke": SERIES, "opacity": 1}, "encoding": {"fill": filled}},
        ],
    }


def _columns(color: str) -> Spec:
    faded = {"condition": {"test": "datum.estimate", "value": 0.6}, "value": 1}
    mark = {"type": "bar", "color": color, "width": {"band": 0.72}}
    return {"mark": mark, "encoding": {"x": _x(), "y": _y("value"), "fillOpacity": faded}}


def _column_labels(wording: Wording) -> Spec:
    return {
        "mark": {"type": "text", "dy": -12, "color": MUTED},
        "encoding": {"x": _x(), "y": _y("value"), "text": {"field": "value", "type": "quantitative", "format": "~f"}},
    }


def _over_base(series: Series) -> Spec:
    part = divisor(series)
    faded = {"condition": {"test": "datum.estimate", "value": 0.75}, "value": 1}
    return {
        "transform": [{"filter": "datum.added"}],
        "mark": {"type": "bar", "color": SERIES, "width": {"band": 0.72}},
        "encoding": {
            "x": _x(),
            "y": _y("value"),
            "y2": {"datum": float((series.base_value or Decimal(0)) / part)},
            "fillOpacity": faded,
        },
    }


def _base_line(series: Series, wording: Wording) -> list[Spec]:
    base = float((series.base_value or Decimal(0)) / divisor(series))
    words = wording.say("chart.base", year=str(series.base_year))
    return [
        {"mark": {"type": "rule", "color": INK, "strokeWidth": 1.25}, "encoding": {"y": {"datum": base}}},
        _note(words, base, INK, above=True),
    ]


def _running_sum(series: Series) -> Spec:
    years = [str(point.year) for point in sorted(series.points, key=lambda point: point.year)]
    return {
        "transform": [{"filter": "datum.sum !== null"}],
        "encoding": {"x": {**_x(), "scale": {"domain": years}}, "y": _y("sum")},
        "layer": [
            {"mark": {"type": "bar", "color": SERIES, "width": {"band": 0.72}}},
            {
                "mark": {"type": "text", "dy": -7, "color": INK},
                "encoding": {"text": {"field": "sum", "type": "quantitative", "format": ".3~r"}},
            },
        ],
    }


def _claim_on_sum(series: Series, wording: Wording) -> list[Spec]:
    ends = _claim_ends(series)
    if ends is None:
        return []
    low, high = ends
    band = {
        "mark": {"type": "rect", "color": CLAIM, "opacity": 0.16},
        "encoding": {"y": {"datum": low}, "y2": {"datum": high}},
    }
    middle = (low + high) / 2
    rule = {"mark": {"type": "rule", "color": CLAIM, "strokeDash": [5, 3], "strokeWidth": 1.75}}
    words = wording.say("chart.claim", words=_shortened(series.claim_text))
    return [band, {**rule, "encoding": {"y": {"datum": middle}}}, _note(words, middle, CLAIM, above=True, bold=True)]


def _target(series: Series) -> list[Spec]:
    if series.target is None:
        return []
    target = float(series.target / divisor(series))
    rule = {"type": "rule", "color": MUTED, "strokeDash": [2, 3], "strokeWidth": 1.5}
    return [{"mark": rule, "encoding": {"y": {"datum": target}}}, _note(series.target_text, target, MUTED, above=True)]


def _claim_in_year(series: Series, wording: Wording) -> list[Spec]:
    """Return the claim as a diamond with its interval, and the official value of the same year written beside it."""
    ends = _claim_ends(series)
    if ends is None or series.claim_years is None:
        return []
    low, high = ends
    year, middle = str(series.claim_years[1]), (low + high) / 2
    rows = {"values": [{"year": year, "low": low, "high": high, "middle": middle}]}
    bar = {"mark": {"type": "rule", "color": CLAIM, "strokeWidth": 6, "opacity": 0.25}}
    ranged = {"y": {"field": "low", "type": "quantitative"}, "y2": {"field": "high"}}
    diamond = {"type": "point", "shape": "diamond", "size": 110, "fill": CLAIM, "opacity": 1, "strokeWidth": 0}
    point: Spec = {
        "data": rows,
        "encoding": {"x": _x(), "y": {"field": "middle", "type": "quantitative"}},
        "layer": [{**bar, "encoding": ranged}, {"mark": diamond}],
    }
    return [point, *_claim_labels(series, year, middle, wording)]


def _claim_labels(series: Series, year: str, middle: float, wording: Wording) -> list[Spec]:
    """Return the words at the claim and at the official value, each on its own side so that they do not meet."""
    official = next((point for point in series.points if str(point.year) == year), None)
    own = None if official is None else float(official.value / divisor(series))
    is_below = own is not None and middle < own
    years = [point.year for point in series.points]
    is_right = not years or int(year) > (min(years) + max(years)) / 2
    is_on_top = series.shape == "count" and not is_below  # clear of the count written over its column
    claim = _shortened(series.claim_text)
    labels = _label(claim, year, middle, CLAIM, below=is_below, at_right=is_right, bold=True, raised=is_on_top)
    if official is None or own is None or series.shape == "count":
        return labels
    words = wording.say("chart.official", amount=wording.amount(official.value, series.unit))
    return labels + _label(words, year, own, SERIES, below=not is_below, at_right=is_right)


def _label(
    words: str,
    year: str,
    value: float,
    color: str,
    *,
    below: bool,
    at_right: bool,
    bold: bool = False,
    raised: bool = False,
) -> list[Spec]:
    """Return words at a point, with a rim of the ground around them so that they stay legible on lines."""
    mark = {
        "type": "text",
        "align": "right" if at_right else "left",
        "dx": 6 if at_right else -6,
        "dy": 16 if below else -30 if raised else -15,
        "fontWeight": 600 if bold else 400,
    }
    base: Spec = {
        "data": {"values": [{"year": year, "value": value, "words": words}]},
        "encoding": {"x": _x(), "y": {"field": "value", "type": "quantitative"}, "text": {"field": "words"}},
    }
    rim = {**mark, "color": GROUND, "stroke": GROUND, "strokeWidth": 5, "strokeJoin": "round"}
    return [{**base, "mark": rim}, {**base, "mark": {**mark, "color": color}}]


def _claim_ends(series: Series) -> tuple[float, float] | None:
    """Return the claim's interval on the axis; an open side is drawn as a point at the other."""
    if series.claim is None:
        return None
    low = series.claim.low if series.claim.low is not None else series.claim.high
    high = series.claim.high if series.claim.high is not None else low
    if low is None or high is None:
        return None
    return float(low / divisor(series)), float(high / divisor(series))


def _note(words: str, value: float, color: str, *, above: bool, bold: bool = False) -> Spec:
    """Return words standing at the left end of a horizontal line."""
    mark = {
        "type": "text",
        "align": "left",
        "baseline": "bottom" if above else "top",
        "color": color,
        "dx": 2,
        "dy": -3,
    }
    return {
        "data": {"values": [{"words": shown(words), "value": value}]},
        "mark": {**mark, "fontWeight": 600 if bold else 400},
        "encoding": {
            "x": {"value": 0},
            "y": {"field": "value", "type": "quantitative"},
            "text": {"field": "words"},
        },
    }


def _shortened(words: str) -> str:
    flat = " ".join(shown(words).split())
    return flat if len(flat) <= _LONGEST else f"{flat[: _LONGEST - 1]}…"
