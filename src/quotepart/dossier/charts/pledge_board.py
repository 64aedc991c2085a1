"""The board of pledges as a chart: a row a pledge, a square a member, in the order and colour of their states."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from quotepart.dossier.charts.claims import GROUND, INK, MUTED, RULE, SERIES, SOFT
from quotepart.dossier.charts.files import Frame, Spec, framed, width_of
from quotepart.dossier.pledge_board.board import PledgeBoard, PledgeLine
from quotepart.errors import UsageError
from quotepart.pledges.board import ORDER
from quotepart.pledges.states import State

SIDE, ROW, LEFT = 27, 54, 300
"""The width of a square, the height of a row, and the room for a pledge's words, in pixels."""
_WIDE = 42
_KEPT, _WAY = "var(--supported, #1b683d)", "var(--close, #0e686c)"
_SLOW, _MISSED = "var(--depends, #855400)", "var(--contradicted, #a3271b)"
_HUES: dict[State, str] = {
    "kept": _KEPT, "kept_estimate": _KEPT, "floor_held": _KEPT, "on_the_way": _WAY, "too_early": SERIES, "off_track": _SLOW,
    "missed_estimate": _MISSED, "missed": _MISSED, "floor_broken": _MISSED, "not_measurable": SOFT, "superseded": SOFT,
}  # fmt: skip
_HOLLOW: frozenset[State] = frozenset(("kept_estimate", "missed_estimate", "too_early"))
_PALE: frozenset[State] = frozenset(("not_measurable", "superseded"))


def draw_board(board: PledgeBoard) -> Spec:
    """Return the chart of the pledges that bind several members; raises ``UsageError`` where there are none."""
    lines = board.joint
    if not lines:
        raise UsageError("there is no pledge to draw", hint="choose a later day, or all members")
    most = max(sum(len(cell.ids) for cell in line.cells) for line in lines)
    width, height = SIDE * max(most, 20), ROW * len(lines)
    say = board.wording.say
    body: Spec = {
        "layer": [*_squares(board, width, height), *_labels(lines, height), *_legend(board, width)],
        "left": LEFT,
        "foot": 44,
    }
    frame = Frame(
        title=say("pledge_board.title"),
        subtitle=say("pledge_board.subtitle", date=board.day),
        caption=f"{say('pledge_board.deck')} {say('pledge_board.note')}",
    )
    return framed(body, frame, width=width, height=height)


def _squares(board: PledgeBoard, width: int, height: int) -> list[Spec]:
    data = {"values": [square for at, line in enumerate(board.joint) for square in _row(line, at)]}
    x = {"field": "x", "type": "quantitative", "axis": None, "scale": {"domain": [0, width], "nice": False}}
    y = {"field": "y", "type": "quantitative", "axis": None, "scale": {"domain": [height, 0], "nice": False}}
    box = {"mark": {"type": "rect", "strokeWidth": 1.25, "cornerRadius": 2}}
    edges = {"x": x, "x2": {"field": "x2"}, "y": y, "y2": {"field": "y2"}}
    paint = {name: {"field": name, "type": "nominal", "scale": None} for name in ("fill", "stroke")}
    word = {"mark": {"type": "text", "fontSize": 9.5, "fontWeight": 600}}
    middle = {"x": {**x, "field": "mx"}, "y": {**y, "field": "my"}, "text": {"field": "id"}}
    ink = {"color": {"field": "ink", "type": "nominal", "scale": None}}
    return [
        {"data": data, **box, "encoding": {**edges, **paint}},
        {"data": data, **word, "encoding": {**middle, **ink}},
    ]


def _row(line: PledgeLine, at: int) -> Iterator[Spec]:
    n, top = 0, at * ROW + 8
    for cell in line.cells:
        hue, is_pale, is_hollow = _HUES[cell.state], cell.state in _PALE, cell.state in _HOLLOW
        for member in cell.ids:
            x = n * SIDE
            yield {
                "id": member, "state": cell.words, "x": x + 1, "x2": x + SIDE - 1, "y": top, "y2": top + SIDE - 4,
                "mx": x + SIDE / 2, "my": top + SIDE / 2 - 2,
                "fill": RULE if is_pale else GROUND if is_hollow else hue,
                "stroke": RULE if is_pale else hue, "ink": MUTED if is_pale else hue if is_hollow else GROUND,
            }  # fmt: skip
            n += 1


def _labels(lines: tuple[PledgeLine, ...], height: int) -> Iterator[Spec]:
    for at, line in enumerate(lines):
        title = textwrap.wrap(line.title, _WIDE)[:2]
        mark = {"type": "text", "align": "left", "baseline": "top", "clip": False, "lineHeight": 14}
        place = {"x": {"value": -LEFT}, "y": {"value": at * ROW + 2}}
        below = {"x": {"value": -LEFT}, "y": {"value": at * ROW + 4 + 14 * len(title)}}
        data: Spec = {"values": [{}]}
        yield {"data": data, "mark": {**mark, "text": title, "fontWeight": 600, "color": INK}, "encoding": place}
        yield {"data": data, "mark": {**mark, "text": line.terms, "color": MUTED, "fontSize": 10.5}, "encoding": below}


def _legend(board: PledgeBoard, width: int) -> Iterator[Spec]:
    """Yield what each colour means, in a row below the squares, with how many squares have it."""
    shown = {cell.state: cell.words for line in board.joint for cell in line.cells}
    x, y = -LEFT, len(board.joint) * ROW + 6
    for state in (each for each in ORDER if each in shown):
        needed = width_of([shown[state]]) + 18
        if x + needed > width:
            x, y = -LEFT, y + 18
        hue, is_pale = _HUES[state], state in _PALE
        fill = RULE if is_pale else GROUND if state in _HOLLOW else hue
        box = {"type": "point", "shape": "square", "size": 110, "filled": True, "fill": fill, "opacity": 1}
        data: Spec = {"values": [{}]}
        at = {"x": {"value": x + 6}, "y": {"value": y + 6}}
        yield {
            "data": data,
            "mark": {**box, "stroke": RULE if is_pale else hue, "strokeWidth": 1.25, "clip": False},
            "encoding": at,
        }
        mark = {
            "type": "text",
            "align": "left",
            "baseline": "middle",
            "text": shown[state],
            "color": MUTED,
            "clip": False,
        }
        yield {"data": data, "mark": mark, "encoding": {**at, "x": {"value": x + 16}}}
        x += needed
