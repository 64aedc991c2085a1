"""How far projections could be believed, as charts: one panel a method, all on the same scale."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

from quotepart.dossier.charts.claims import CLAIM, INK, MUTED, RULE, SERIES, SOFT
from quotepart.dossier.charts.files import Frame, Spec, framed
from quotepart.dossier.labels import Names
from quotepart.errors import UsageError
from quotepart.outlook.backtest import Backtest
from quotepart.outlook.calibration import pit_histogram, reliability
from quotepart.wording.wording import Wording

SIDE, ACROSS, DOWN, IN_A_ROW = 170, 62, 74, 3
"""Side of a panel, room between panels across and down, in pixels; and how many stand side by side."""

LARGEST = 320
"""Area of the largest point, in square pixels."""

Pixels = tuple[float, float]


def draw_reliability(run: Backtest, names: Names, wording: Wording) -> Spec:
    """Return a panel a method: how often members were at the target by how likely that was said to be, and the diagonal.

    Raises ``UsageError`` where there is nothing to draw.
    """
    say = wording.say
    found = {method: reliability(run, method) for method in run.methods}
    most = max((each.came.count for bins in found.values() for each in bins), default=1)

    def panel(method: str, at: Pixels) -> list[Spec]:
        points, bars = [], []
        for each in found[method]:
            x, y = _inside(at, each.said, each.came.value)
            area = max(14.0, LARGEST * each.came.count / most)
            points.append({"x": x, "y": y, "area": area})
            if not math.isnan(each.came.low):
                bars.append({"x": x, "y": _inside(at, 0, each.came.low)[1], "y2": _inside(at, 0, each.came.high)[1]})
        (x, y), (x2, y2) = _inside(at, 0, 0), _inside(at, 1, 1)
        diagonal = _rule([{"x": x, "y": y, "x2": x2, "y2": y2}], color=MUTED, strokeDash=[4, 3])
        point = {"type": "point", "filled": True, "opacity": 1, "color": SERIES, "stroke": "white", "strokeWidth": 1}
        size = {"field": "area", "type": "quantitative", "scale": None, "legend": None}
        return [diagonal, _rule(bars, color=SERIES, strokeWidth=1.5), _marks(points, point, {"size": size})]

    first, last = run.origins[0].years[0] if run.origins else 0, run.event.year
    words = say("backtest.reliability_sub", target=wording.number(run.event.target), first=str(first), last=str(last))
    return _panels(run, panel, ("reliability", words), (0, 50, 100), names, wording)


def draw_pit(run: Backtest, names: Names, wording: Wording) -> Spec:
    """Return a panel a method: the share of cases in each tenth of the projected distribution, and the level of calibration.

    Raises ``UsageError`` where there is nothing to draw.
    """
    found = {method: pit_histogram(run, method) for method in run.methods}
    top = max(0.2, *(math.ceil(shares.max() * 10) / 10 for shares in found.values())) if found else 1

    def panel(method: str, at: Pixels) -> list[Spec]:
        count = len(found[method])
        columns = []
        for each, share in enumerate(found[method]):
            (x, y), (x2, y2) = _inside(at, each / count, 0), _inside(at, (each + 1) / count, float(share) / top)
            columns.append({"x": x + 1, "x2": x2 - 1, "y": y, "y2": y2})
        (x, y), (x2, _) = _inside(at, 0, 1 / count / top), _inside(at, 1, 0)
        level = _rule([{"x": x, "y": y, "x2": x2, "y2": y}], color=CLAIM, strokeDash=[4, 3])
        bar = {"type": "rect", "color": SOFT, "stroke": SERIES, "strokeWidth": 0.8}
        return [_marks(columns, bar, {"x2": _pixel("x2"), "y2": _pixel("y2")}), level]

    percent = round(top * 100)
    return _panels(run, panel, ("pit", wording.say("backtest.pit_sub")), (0, percent // 2, percent), names, wording)


def _panels(
    run: Backtest, panel: Callable[[str, Pixels], list[Spec]], words: tuple[str, str], ticks: Sequence[int], names: Names,
    wording: Wording,
) -> Spec:  # fmt: skip
    """Return the panels of all methods in rows, in pixels of one plot, with title, axes and caption."""
    if not run.trials:
        raise UsageError("there is nothing to draw", hint="choose other origins")
    key, subtitle = words
    say, layers = wording.say, []
    for at, method in enumerate(run.methods):
        corner = (at % IN_A_ROW * (SIDE + ACROSS), 24 + at // IN_A_ROW * (SIDE + DOWN))
        head = {
            "x": corner[0],
            "y": corner[1] - 10,
            "words": say(f"methods.{method}") if wording.has(f"methods.{method}") else method,
        }
        layers += [
            *_axes(corner, ticks, key, wording),
            *panel(method, corner),
            _text([head], color=INK, fontWeight=600, fontSize=12),
        ]
    across, down = min(len(run.methods), IN_A_ROW), math.ceil(len(run.methods) / IN_A_ROW)
    first, last = str(run.origins[0].year), str(run.origins[-1].year)
    judges = ", ".join(dict.fromkeys(names(origin.judged_by) for origin in run.origins))
    frame = Frame(
        title=say(f"backtest.{key}"),
        subtitle=subtitle,
        caption=say("backtest.caption", first=first, last=last, judge=judges),
    )
    width, height = across * (SIDE + ACROSS) - ACROSS, down * (SIDE + DOWN) - DOWN + 24
    return framed({"layer": layers, "foot": 50, "left": 44}, frame, width=width, height=height)


def _axes(at: Pixels, ticks: Sequence[int], key: str, wording: Wording) -> list[Spec]:
    """A frame with three ticks a side and what they count; across it is always 0 to 100."""
    (left, bottom), (right, top) = _inside(at, 0, 0), _inside(at, 1, 1)
    box = [
        {"x": left, "y": bottom, "x2": right, "y2": bottom},
        {"x": left, "y": bottom, "x2": left, "y2": top},
        *({"x": left, "x2": right, "y": y, "y2": y} for y in (top, (top + bottom) / 2)),
    ]
    below = [{"x": left + SIDE * part, "y": bottom + 14, "words": wording.count(100 * part)} for part in (0, 0.5, 1)]
    beside = [
        {"x": left - 7, "y": bottom - SIDE * part / 2 + 3, "words": wording.count(tick)}
        for part, tick in enumerate(ticks)
    ]
    x, y = wording.say(f"backtest.{key}_x"), wording.say(f"backtest.{key}_y")
    return [
        _rule(box, color=RULE),
        _text(below, align="center", fontSize=10.5),
        _text(beside, align="right", fontSize=10.5),
        _text([{"x": left + SIDE / 2, "y": bottom + 30, "words": x}], align="center"),
        _text([{"x": left - 34, "y": (top + bottom) / 2, "words": y}], align="center", angle=-90),
    ]


def _inside(at: Pixels, x: float, y: float) -> Pixels:
    """Return the place of a point, both coordinates from 0 to 1, in the panel whose upper left corner is ``at``."""
    return at[0] + x * SIDE, at[1] + (1 - y) * SIDE


def _pixel(field: str) -> Spec:
    return (
        {"field": field}
        if field in ("x2", "y2")
        else {"field": field, "type": "quantitative", "scale": None, "axis": None}
    )


def _marks(values: Sequence[Spec], mark: Spec, encoding: Spec) -> Spec:
    return {
        "data": {"values": list(values)},
        "mark": mark,
        "encoding": {"x": _pixel("x"), "y": _pixel("y"), **encoding},
    }


def _rule(values: Sequence[Spec], **look: object) -> Spec:
    ends: Spec = {end: _pixel(end) for end in ("x2", "y2") if values and end in values[0]}
    return _marks(values, {"type": "rule", **look}, ends)


def _text(values: Sequence[Spec], **look: object) -> Spec:
    return _marks(values, {"type": "text", "align": "left", "color": MUTED, **look}, {"text": {"field": "words"}})
