"""Charts of official series as Vega-Lite: bars with the target line, and the heat map of members and years.

Each function takes the rows of one indicator, as ``known_series`` gives them, and returns a plain dict. Estimates bear a mark;
names and numbers are written in the reader's language; source and edition stand in the caption. Slopes, lines: ``line_charts``.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

from quotepart.accounts.series import Known
from quotepart.dossier.charts.claims import CLAIM, GROUND, INK, SERIES, SOFT
from quotepart.dossier.charts.files import Frame, Spec, framed, width_of
from quotepart.dossier.labels import Names, unit_words
from quotepart.model.frozen import dataclass
from quotepart.model.pact import Indicator
from quotepart.wording.wording import Wording

WIDTH = 420
ROW = 17
"""The height of a bar with its gap, in pixels."""

CELL = 42
"""The width of a cell of a heat map."""

SHADES = ("#f3e3d3", "#f7efe6", "#dfe8ee", "#b9cfde", "#8cb0c9", "#5f8fb1", "#386d94", "#1d4a6b")
"""The cells of a heat map from low to high: warm below the target, blue from it on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """What the charts of a series share: its rows, how it is printed and named, the target if there is one, and its source."""

    rows: Sequence[Known]
    indicator: Indicator
    names: Names
    wording: Wording
    source: str
    target: Decimal | None = None

    @property
    def years(self) -> tuple[int, ...]:
        """The years that any member has, in order."""
        return tuple(sorted({row.year for row in self.rows}))

    @property
    def part(self) -> Decimal:
        """By what values are divided on the axis: thousands of millions, millions, or ones."""
        largest = max((abs(row.value) for row in self.rows), default=Decimal(0))
        if len(self.indicator.unit) != 3:
            return Decimal(1)
        return next((Decimal(scale) for scale in ("1e9", "1e6") if largest >= Decimal(scale)), Decimal(1))

    @property
    def digits(self) -> int:
        """Decimals of a value as it is written."""
        if self.indicator.unit.startswith("percent"):
            return min(2, self.indicator.digits)
        return 1 if max((abs(row.value) for row in self.rows), default=Decimal(0)) / self.part < 1000 else 0

    @property
    def level(self) -> float | None:
        """The target on the axis, if there is one."""
        return float(self.target / self.part) if self.target is not None else None

    @property
    def target_words(self) -> str:
        """The target in words, nothing where there is none."""
        if self.target is None:
            return ""
        return self.wording.say("chart.target", amount=self.wording.amount(self.target, self.indicator.unit))

    def mark(self, row: Known) -> str:
        """What marks an estimate or projection, nothing for a final figure."""
        return "" if row.status == "final" else f" {self.wording.say('account_chart.mark')}"

    def drawn(self, row: Known) -> float:
        """A row's value on the axis, to the last digit that its producer prints."""
        step = self.indicator.step
        return float((row.value / step).quantize(Decimal(1), rounding=ROUND_HALF_UP) * step / self.part)

    def written(self, value: float) -> str:
        """A value of the axis as text."""
        return self.wording.number(Decimal(str(value)), self.digits)

    def name(self, member: str) -> str:
        """A member or group in the reader's language, with a capital."""
        words = self.names(member)
        return words[:1].upper() + words[1:]

    def frame(self, key: str, note: str, **values: str) -> Frame:
        """The frame of a chart: what is measured above it, unit and prices below that, source and marks at the foot."""
        say, first = self.wording.say, self.rows[0]
        unit = unit_words(first.unit, self.part, self.wording)
        is_money = bool(first.price_base) and len(first.unit) == 3
        basis = say("account_chart.prices", year=str(first.price_base)) if is_money else ""
        notes = [say(f"account_chart.{note}")] if any(row.status != "final" for row in self.rows) else []
        title = say(f"account_chart.{key}", measure=self.names(self.indicator.id), **values)
        return Frame(
            title=title[:1].upper() + title[1:],
            subtitle=" · ".join(part for part in (unit, basis) if part),
            caption=" ".join([say("chart.caption_source", source=self.source), *notes]),
        )

    def marked(self, year: int) -> str:
        """A year as text, with the mark of estimates where any of its figures is one."""
        is_final = all(row.status == "final" for row in self.rows if row.year == year)
        return str(year) if is_final else f"{year}{self.wording.say('account_chart.mark')}"


def draw_bars(drawing: Drawing) -> Spec:
    """Return a bar a member for the last year, the highest first, with the target as a line; those below it are paler."""
    year = drawing.years[-1]
    rows = sorted((row for row in drawing.rows if row.year == year), key=lambda row: -row.value)
    target = drawing.level
    mixed = len({row.status for row in rows}) > 1
    cells = [
        {
            "name": drawing.name(row.member),
            "value": drawing.drawn(row),
            "text": drawing.written(drawing.drawn(row)) + (drawing.mark(row) if mixed else ""),
            "met": target is None or drawing.drawn(row) >= target,
        }
        for row in rows
    ]
    y = members_axis([str(cell["name"]) for cell in cells])
    x = {"field": "value", "type": "quantitative", "axis": None, "scale": {"nice": False, "zero": True}}
    met = {"condition": {"test": "datum.met", "value": SERIES}, "value": SOFT}
    bars: Spec = {"mark": {"type": "bar", "height": {"band": 0.72}}, "encoding": {"y": y, "x": x, "color": met}}
    words = {"y": y, "x": x, "text": {"field": "text"}}
    body: Spec = {
        "data": {"values": cells},
        "layer": [bars, *_target_across(drawing, target), *rimmed({"align": "left", "dx": 5}, words)],
        "foot": 14,
        "left": width_of(str(cell["name"]) for cell in cells),
    }
    frame = drawing.frame("bars", "mark_e", year=drawing.marked(year))
    return framed(body, frame, width=WIDTH, height=ROW * len(cells))


def _target_across(drawing: Drawing, target: float | None) -> list[Spec]:
    if target is None:
        return []
    words, where = drawing.target_words, {"datum": target, "type": "quantitative", "axis": None}
    rule = {"mark": {"type": "rule", "color": CLAIM, "strokeWidth": 1.5}, "encoding": {"x": where}}
    mark = {"type": "text", "align": "left", "baseline": "bottom", "color": CLAIM, "dx": -3, "dy": -3, "fontSize": 11.5}
    note = {"mark": {**mark, "text": words}, "encoding": {"x": where, "y": {"value": 0}}}
    return [{"data": {"values": [{}]}, **each} for each in (rule, note)]


def draw_heat(drawing: Drawing) -> Spec:
    """Return a cell a member and year, its value written in it; the shades turn from warm to blue at the target."""
    last = drawing.years[-1]
    latest = {row.member: drawing.drawn(row) for row in drawing.rows if row.year == last}
    named = dict.fromkeys(row.member for row in drawing.rows)
    members = sorted(named, key=lambda each: (-latest.get(each, float("-inf")), each))
    years, bounds = {year: drawing.marked(year) for year in drawing.years}, _bounds(drawing)
    cells = [_heat_cell(drawing, row, years[row.year], bounds) for row in drawing.rows]
    y = members_axis([drawing.name(each) for each in members])
    axis = {"title": None, "orient": "top", "domain": False, "ticks": False, "labelAngle": 0}
    x = {"field": "year", "type": "ordinal", "sort": list(years.values()), "axis": axis}
    shades = {"domain": list(range(len(SHADES))), "range": list(SHADES)}
    color = {"field": "shade", "type": "ordinal", "legend": None, "scale": shades}
    ink = {"condition": {"test": "datum.dark", "value": "#ffffff"}, "value": "#1d1b18"}
    text = {"x": x, "y": y, "text": {"field": "text"}, "color": ink}
    rect = {"type": "rect", "stroke": GROUND, "strokeWidth": 1}
    layers: list[Spec] = [
        {"mark": rect, "encoding": {"x": x, "y": y, "color": color}},
        {"mark": {"type": "text", "fontSize": 10}, "encoding": text},
    ]
    left = width_of(drawing.name(each) for each in members)
    frame = drawing.frame("heat", "mark_e", first=str(drawing.years[0]), last=str(last))
    body: Spec = {"data": {"values": cells}, "layer": layers, "foot": 12, "left": left}
    return framed(body, frame, width=CELL * len(years), height=ROW * len(members))


def _heat_cell(drawing: Drawing, row: Known, year: str, bounds: Sequence[float]) -> Spec:
    value = drawing.drawn(row)
    shade = sum(value >= bound for bound in bounds)
    text = drawing.written(value)
    return {
        "name": drawing.name(row.member),
        "year": year,
        "text": text,
        "shade": shade,
        "dark": shade >= len(SHADES) - 3,
    }


def _bounds(drawing: Drawing) -> list[float]:
    """The values at which the shade changes: the second of them is the target, or else they cut the values into equal parts."""
    if drawing.level is not None:
        return [drawing.level * step for step in (0.75, 1.0, 1.15, 1.3, 1.5, 1.75, 2.1)]
    values = sorted(drawing.drawn(row) for row in drawing.rows)
    return [values[len(values) * at // len(SHADES)] for at in range(1, len(SHADES))]


def members_axis(names: Sequence[str]) -> Spec:
    """Return the axis of names, one a row, in this order."""
    axis = {"title": None, "domain": False, "ticks": False, "labelLimit": 420, "labelColor": INK}
    return {"field": "name", "type": "nominal", "sort": list(names), "axis": axis}


def rimmed(mark: Spec, encoding: Spec) -> list[Spec]:
    """Return words with a rim of the ground around them, so that they stay legible on lines."""
    rim = {"color": GROUND, "stroke": GROUND, "strokeWidth": 4, "strokeJoin": "round"}
    plain = {name: value for name, value in encoding.items() if name != "color"}
    return [
        {"mark": {"type": "text", **mark, **rim}, "encoding": plain},
        {"mark": {"type": "text", "color": INK, **mark}, "encoding": encoding},
    ]
