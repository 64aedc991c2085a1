"""Which of the times that a sentence names is that of a figure."""

from __future__ import annotations

from quotepart.extraction.hedges import Stated
from quotepart.extraction.meaning import MEMBERS, Meaning
from quotepart.extraction.periods import PeriodHit
from quotepart.extraction.scene import Scene
from quotepart.extraction.units import OF_GDP
from quotepart.model.dates import Dating, Period

_FARTHEST = 60.0


def find_period(scene: Scene, stated: Stated, meaning: Meaning, published: Dating | None) -> Period | None:
    """Return the time that a figure is about: the nearest that its sentence names and that fits what it means.

    A count of members without one is of the month of publication. A target holds at its deadline.
    """
    best: PeriodHit | None = None
    least = _FARTHEST
    for hit in scene.periods:
        cost = _period_cost(scene, stated, meaning, hit)
        if cost < least:
            best, least = hit, cost
    if best is not None:
        end = best.period.end
        return Period(end, end) if best.is_until and meaning.unit == OF_GDP else best.period
    if meaning.metric == MEMBERS and published is not None and published.precision != "year":
        return Period(published.date[:7], published.date[:7])
    return None


def _period_cost(scene: Scene, stated: Stated, meaning: Meaning, hit: PeriodHit) -> float:
    measured = stated.measured
    apart = min(4, scene.apart(hit.first, measured.first))
    gap = hit.first - measured.last if hit.first >= measured.last else measured.first - hit.last + 2
    between = (measured.last, hit.first) if hit.first >= measured.last else (hit.last, measured.first)
    crosses = any(between[0] <= first < between[1] for first in scene.numbers)
    gap += 8 * crosses
    if meaning.kind == "target" and not hit.is_until and not (apart == 0 and hit.period.end_year == scene.year):
        return _FARTHEST if not scene.is_ahead(hit.period) else gap + 5 * apart
    if hit.last <= measured.first and scene.nearest("comparison", stated.first, measured.last, before=1, after=-1):
        return _FARTHEST
    if meaning.metric == MEMBERS and (hit.is_until or crosses or apart > 1 or (apart == 1 and gap > 12)):
        return _FARTHEST
    return gap + 5 * apart
