"""Two series of the same thing at different levels made one: the later one keeps its level, the earlier one gives its growth.

Producers count by different definitions, and one edition restates what another printed. A series that is simply appended to
another jumps where they meet; spliced on growth it does not, and the ratio between the levels is kept to be shown.
"""

from __future__ import annotations

import math
from collections.abc import Mapping

Values = Mapping[int, float]
"""Year to value, all above zero."""

SHARED_YEARS = 3
"""How many of the first years that both series have make the ratio of their levels."""


def level_ratio(later: Values, earlier: Values) -> float | None:
    """Return what ``later`` is worth per unit of ``earlier``: the geometric mean over the first years they share.

    ``None`` where they share none.

    >>> level_ratio({2014: 2.0, 2015: 2.2}, {2013: 0.9, 2014: 1.0, 2015: 1.1})
    2.0
    """
    shared = sorted(later.keys() & earlier.keys())[:SHARED_YEARS]
    if not shared:
        return None
    return math.exp(math.fsum(math.log(later[year] / earlier[year]) for year in shared) / len(shared))


def prolong(later: Values, earlier: Values) -> dict[int, float]:
    """Return ``later`` with the years of ``earlier`` before its first, at its own level; as it was where they share no year.

    >>> prolong({2014: 2.0}, {2012: 0.8, 2013: 0.9, 2014: 1.0})
    {2012: 1.6, 2013: 1.8, 2014: 2.0}
    """
    ratio = level_ratio(later, earlier)
    if ratio is None:
        return dict(later)
    first = min(later)
    before = {year: value * ratio for year, value in sorted(earlier.items()) if year < first}
    return {**before, **later}


def ending_at(values: Values, year: int, last: float) -> dict[int, float]:
    """Return ``values`` up to ``year``, all in proportion so that the value of that year is ``last``.

    >>> ending_at({2015: 1.0, 2016: 1.5, 2017: 9.9}, 2016, 3.0)
    {2015: 2.0, 2016: 3.0}
    """
    kept = {each: value for each, value in values.items() if each <= year}
    ratio = last / kept[year] if year in kept else 1.0
    return {**{each: value * ratio for each, value in kept.items()}, year: last}
