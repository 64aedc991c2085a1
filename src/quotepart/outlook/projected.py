"""The draws of any method of projection as a walk, so that odds are counted the same way for all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field

import numpy as np

from quotepart.model.frozen import dataclass
from quotepart.outlook import shocks
from quotepart.outlook.history import Floats, History
from quotepart.outlook.method import Method

LEAST = 1e-3
"""Shares that a method lets fall to nothing are counted as this, in per cent: a logarithm needs one."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Projected:
    """A method that draws shares alone: groups as a whole are weighed by the GDP of the last year.

    ``sizes`` is each member's GDP in any one unit, ``groups`` the members of each group by their places.
    """

    method: Method
    history: History
    years: int
    sizes: Floats | None = None
    groups: Mapping[str, Sequence[int]] = field(default_factory=dict)

    def __call__(self, draws: int, seed: np.random.SeedSequence) -> Iterator[shocks.Floats]:
        """Yield ln share in per cent of each year as ``[members and groups, draws]``."""
        drawn = self.method.project(self.history, self.years, draws, int(seed.generate_state(1)[0]))
        shares = np.maximum(drawn, LEAST).T  # [years, members, draws]
        sizes = np.ones(len(self.history.members)) if self.sizes is None else self.sizes
        for year in shares:
            together = [np.average(year[list(at)], axis=0, weights=sizes[list(at)]) for at in self.groups.values()]
            yield np.log(np.concatenate([year, np.array(together).reshape(-1, draws)])).astype(np.float32)
