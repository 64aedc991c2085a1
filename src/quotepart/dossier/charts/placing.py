"""Names beside points of a plot, each placed where it meets neither a point nor another name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from quotepart.model.frozen import dataclass

LETTER, HEIGHT, AWAY = 5.6, 12.0, 7.0
"""The width of a letter, the height of a name and its distance from the point, in pixels."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A point in pixels, y downwards, and the words that belong to it."""

    x: float
    y: float
    words: str

    def is_far_from(self, box: Box) -> bool:
        """Whether words in ``box`` stand so far off that a thread must tie them to the point."""
        return max(self.away_from(box)) > AWAY * 1.5

    def away_from(self, box: Box) -> tuple[float, float]:
        """Return how far a box is from the point, across and down, in pixels."""
        x, y = box.nearest(self.x, self.y)
        return abs(x - self.x), abs(y - self.y)


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in pixels."""

    left: float
    top: float
    right: float
    bottom: float

    def nearest(self, x: float, y: float) -> tuple[float, float]:
        """Return the point of the box that is nearest to another."""
        return min(max(x, self.left), self.right), min(max(y, self.top), self.bottom)

    def overlap(self, other: Box) -> float:
        """Return the area that two boxes share, in square pixels."""
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        return max(0.0, across) * max(0.0, down)


def place_names(points: Mapping[str, Place], side: float, lines: Sequence[Box] = ()) -> dict[str, Box]:
    """Return for each point the box of its words, within a square plot of ``side`` pixels.

    Points are taken from the most crowded to the freest; each takes the place around it that overlaps least with all
    points, with the names that already stand, and with ``lines``, near before far, and with no point on the way.
    """
    dots = {name: Box(each.x - 4, each.y - 4, each.x + 4, each.y + 4) for name, each in points.items()}
    places: dict[str, Box] = {}
    for name in sorted(points, key=lambda name: (-_crowd(name, points), name)):
        others = [dot for other, dot in dots.items() if other != name]
        boxes = _around(points[name])
        costs = [_cost(points[name], box, [*others, *places.values(), *lines], others, side) for box in boxes]
        places[name] = boxes[costs.index(min(costs))]
    return places


def _crowd(name: str, points: Mapping[str, Place]) -> int:
    own = points[name]
    return sum(abs(each.x - own.x) < 50 and abs(each.y - own.y) < 25 for each in points.values())


def _around(point: Place) -> list[Box]:
    """The places around a point, the ones read most easily first: right, left, above and below, then further away."""
    width = len(point.words) * LETTER
    steps = ((0, 1), (0, -1), (-1, 0), (1, 0), (-0.7, 1), (0.7, 1), (-0.7, -1), (0.7, -1))
    return [_box(point, width, down, across, AWAY * far) for far in (1.0, 2.0, 3.0, 4.5) for down, across in steps]


def _box(point: Place, width: float, down: float, across: float, away: float) -> Box:
    middle = point.y + down * (HEIGHT / 2 + away)
    left = point.x + away if across > 0 else point.x - away - width if across < 0 else point.x - width / 2
    return Box(left, middle - HEIGHT / 2, left + width, middle + HEIGHT / 2)


def _cost(point: Place, box: Box, others: Sequence[Box], dots: Sequence[Box], side: float) -> float:
    outside = max(0.0, -box.left) + max(0.0, box.right - side) + max(0.0, -box.top) + max(0.0, box.bottom - side)
    across, down = point.away_from(box)
    crossed = sum(dot.overlap(step) for step in _way(point, box) for dot in dots)
    return round(sum(box.overlap(other) for other in others) + outside * HEIGHT + crossed + 0.8 * (across + down), 1)


def _way(point: Place, box: Box) -> list[Box]:
    """Small boxes along the thread from a point to its words."""
    x, y = box.nearest(point.x, point.y)
    steps = [(point.x + (x - point.x) * part, point.y + (y - point.y) * part) for part in (0.4, 0.6, 0.8)]
    return [Box(a - 2, b - 2, a + 2, b + 2) for a, b in steps]
