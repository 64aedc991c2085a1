"""Which of the times that a sentence names is that of a figure."""

from __future__ import annotations

from quotepart.extraction.hedges import Stated
from quotepart.extraction.meaning import MEMBERS, OTHER, Meaning
from quotepart.extraction.periods import PeriodHit
from quotepart.extraction.scene import Scene
from quotepart.model.dates import Dating, Period

_FARTHEST = 60.0


def find_period(scene: Scene, stated: Stated, meaning: Meaning, published: Dating | None) -> Period | None:
    """Return the time that a figure is about: the nearest that its sentence names and that fits what it means.

    A count of members without one, and a level said to hold now, are of the month of publication. A target holds at its deadline.
    """
    best: PeriodHit | None = None
    least = _FARTHEST
    for hit in scene.periods:
        cost = _period_cost(scene, stated, meaning, hit)
        if cost < least:
            best, least = hit, cost
    if best is not None:
        return _time_of(best, scene, meaning)
    if published is None or published.precision == "year":
        return None
    is_now = meaning.metric == MEMBERS or _holds_now(scene, stated, meaning)
    return Period(published.date[:7], published.date[:7]) if is_now else None


def _time_of(hit: PeriodHit, scene: Scene, meaning: Meaning) -> Period:
    """The time found; a sum to be reached counts from where its sentence begins to count, all else is of the deadline."""
    end = hit.period.end
    if not hit.is_until:
        return hit.period
    if len(meaning.unit) != 3 or meaning.kind == "level":
        return Period(end, end)
    starts = [each.period.start for each in scene.periods if each.period.start and each.period.end is None]
    return Period(starts[0], end) if starts else hit.period


def _holds_now(scene: Scene, stated: Stated, meaning: Meaning) -> bool:
    """Whether a level without a time is said to hold as the text is written: "spends 1.4 % of GDP", "currently"."""
    if meaning.kind not in ("level", "share") or meaning.metric == OTHER or stated.end:
        return False
    return scene.nearest("now", stated.first, stated.measured.last, before=12, after=3, clauses=1) is not None


def _period_cost(scene: Scene, stated: Stated, meaning: Meaning, hit: PeriodHit) -> float:
    measured = stated.measured
    apart = min(4, scene.apart(hit.first, measured.first))
    gap = hit.first - measured.last if hit.first >= measured.last else measured.first - hit.last + 2
    between = (measured.last, hit.first) if hit.first >= measured.last else (hit.last, measured.first)
    crosses = any(between[0] <= first < between[1] for first in scene.numbers)
    gap += 8 * crosses
    if any(cue.last == hit.first for cue in scene.cues("comparison")) and len(scene.periods) > 1:
        return _FARTHEST
    if (
        meaning.kind == "target"
        and not hit.is_until
        and scene.year is not None
        and not (apart == 0 and hit.period.end_year == scene.year)
    ):
        return _FARTHEST if not scene.is_ahead(hit.period) else gap + 5 * apart
    if hit.last <= measured.first and scene.nearest("comparison", stated.first, measured.last, before=1, after=-1):
        return _FARTHEST
    if meaning.metric == MEMBERS and (hit.is_until or crosses or apart > 1 or (apart == 1 and gap > 12)):
        return _FARTHEST
    return gap + 5 * apart
