"""Names beside a line of values, moved apart just as far as they must so that none stands on another."""

from __future__ import annotations

from collections.abc import Mapping


def spread(values: Mapping[str, float], gap: float, low: float, high: float) -> dict[str, float]:
    """Return a place for each name, in the order of the values, at least ``gap`` apart and as near its value as that allows.

    Places lie between ``low`` and ``high`` where there is room for all; crowded names share the middle of their values.

    >>> spread({"SYL": 1.0, "BOR": 1.0}, 0.5, 0.0, 2.0)
    {'SYL': 0.75, 'BOR': 1.25}
    """
    order = sorted(values, key=lambda name: values[name])
    blocks: list[tuple[float, list[str]]] = []
    for name in order:
        blocks.append((values[name], [name]))
        while len(blocks) > 1 and _end(blocks[-2], gap) > _start(blocks[-1], gap):
            (one, first), (other, second) = blocks[-2:]
            blocks[-2:] = [((one * len(first) + other * len(second)) / (len(first) + len(second)), first + second)]
    places = {name: _start(block, gap) + gap * (at + 0.5) for block in blocks for at, name in enumerate(block[1])}
    return _within(places, order, gap, low, high)


def _start(block: tuple[float, list[str]], gap: float) -> float:
    return block[0] - gap * len(block[1]) / 2


def _end(block: tuple[float, list[str]], gap: float) -> float:
    return block[0] + gap * len(block[1]) / 2


def _within(places: dict[str, float], order: list[str], gap: float, low: float, high: float) -> dict[str, float]:
    """Push names that fell off an end back in, the others before them."""
    least = low
    for name in order:
        places[name] = max(places[name], least)
        least = places[name] + gap
    most = high
    for name in reversed(order):
        places[name] = min(places[name], most)
        most = places[name] - gap
    return places
