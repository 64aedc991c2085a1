"""What a method of projection is, and the streams of chance that all of them draw from."""

from __future__ import annotations

from typing import Protocol
from zlib import crc32

import numpy as np

from quotepart.model.frozen import dataclass
from quotepart.outlook.course import TREND, Course, Towards
from quotepart.outlook.history import Floats, History


class Project(Protocol):
    """Shares of GDP in per cent over draws, members and years, the first year being the one after the history's last."""

    def __call__(self, history: History, years: int, draws: int, seed: int, course: Course = TREND) -> Floats:
        """Return an array of shape (draws, members, years); the seed fixes it, and the order of members does not matter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Method:
    """A way to project shares: draws of paths that start from the last official value.

    ``needs`` is how many years of history it can't do without, ``follows`` which courses it can tell apart.
    """

    name: str
    needs: int
    project: Project
    follows: frozenset[Towards] = frozenset({"trend"})


def stream(seed: int, name: str) -> np.random.Generator:
    """Return the stream of chance of a member (or whatever else has a name) under a seed, whoever stands beside it.

    >>> float(stream(1, "SYL").normal()) == float(stream(1, "SYL").normal()) != float(stream(1, "BOR").normal())
    True
    """
    return np.random.default_rng((seed, crc32(name.encode())))
