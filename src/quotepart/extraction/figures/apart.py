"""Figures that share no character: of two readings of a number the first counts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from quotepart.model.entry import Figure


def apart(figures: Iterable[Figure]) -> Iterator[Figure]:
    """Yield of ``figures`` in text order those that begin where the one before has ended, or later."""
    end = 0
    for figure in figures:
        if figure.span.start >= end:
            end = figure.span.end
            yield figure
