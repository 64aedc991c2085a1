"""Which of the times that a sentence names is that of a figure."""

from __future__ import annotations

from quotepart.extraction.figures.hedges import Stated
from quotepart.extraction.figures.meaning import MEMBERS
from quotepart.extraction.figures.meant import Meaning
from quotepart.extraction.figures.scene import Scene
from quotepart.extraction.times.periods import PeriodHit
from quotepart.model.dates import Dating, Period
from quotepart.model.span import Span

_GOES_ON = 300  # characters over which a text goes on in a year without naming it again
_FARTHEST = 60.0
_DAY, _MONTH = 10, 7  # a sum is seldom of one day; letters of a month
_BY_TURNS = 8  # tokens between a number and its time in "2 % in 2014, 3 % in 2015"
_AGREED = 3  # tokens between a word of agreement and its time
_OTHER_END = 8  # tokens that a time between two ends of a movement is farther from the second
_STANDING = ("level", "count", "share")


class Timing:
    """The times of a document's figures, in text order: what names none goes on in the year that the text spoke of."""

    def __init__(self, published: Dating | None) -> None:
        self.published = published
        self.past: Period | None = None
        self.metric = ""
        self.at = 0

    def period_of(self, scene: Scene, stated: Stated, meaning: Meaning, span: Span) -> Period | None:
        """Return the time that the figure at ``span`` is about; the past year spoken of last where its sentence names none."""
        if not scene.periods and self._goes_on(scene, stated, meaning, span):
            self.at = span.end
            return self.past
        period = find_period(scene, stated, meaning, self.published)
        if scene.periods:
            is_past = period is not None and meaning.kind != "target" and scene.is_over(period)
            self.past, self.metric, self.at = period if is_past else None, meaning.metric, span.end
        return period

    def _goes_on(self, scene: Scene, stated: Stated, meaning: Meaning, span: Span) -> bool:
        """Whether a figure without a time goes on with what the past year was spoken of for: a change, or the same measure."""
        if self.past is None or span.start - self.at > _GOES_ON or _holds_now(scene, stated):
            return False
        return meaning.kind == "change" or (meaning.kind in ("level", "share") and meaning.metric == self.metric)


def find_period(scene: Scene, stated: Stated, meaning: Meaning, published: Dating | None) -> Period | None:
    """Return the time that a figure is about: the nearest that its sentence names and that fits what it means.

    A level, a count or a share without one is of the month of publication. A target holds at its deadline.
    """
    best: PeriodHit | None = None
    least = _FARTHEST
    for hit in scene.periods:
        cost = _period_cost(scene, stated, meaning, hit)
        if cost < least:
            best, least = hit, cost
    if best is not None:
        return _time_of(best, scene, meaning)
    if published is None or meaning.kind not in _STANDING:
        return None
    return Period(published.date[:7], published.date[:7])


def _time_of(hit: PeriodHit, scene: Scene, meaning: Meaning) -> Period:
    """The time found; a sum to be reached counts from where its sentence begins to count, all else is of the deadline."""
    end = hit.period.end
    if not hit.is_until:
        return hit.period
    if len(meaning.unit) != 3 or meaning.kind == "level":
        return Period(end, end)
    starts = [each.period.start for each in scene.periods if each.period.start and each.period.end is None]
    return Period(starts[0] if starts else end, end)


def _period_cost(scene: Scene, stated: Stated, meaning: Meaning, hit: PeriodHit) -> float:
    measured = stated.measured
    apart = min(4, scene.apart(hit.first, measured.first))
    gap = hit.first - measured.last if hit.first >= measured.last else measured.first - hit.last + 2
    between = (measured.last, hit.first) if hit.first >= measured.last else (hit.last, measured.first)
    crosses = any(between[0] <= first < between[1] for first in scene.numbers)
    gap += 8 * crosses
    gap += _DAY * (len(hit.period.start or "") > _MONTH)
    gap += _OTHER_END * (stated.end == "to" and not crosses and hit.last <= stated.first)
    is_running = (hit.period.end_year or hit.period.start_year) == scene.year
    if any(cue.last == hit.first for cue in scene.cues("comparison")) and len(scene.periods) > 1:
        return _FARTHEST
    if meaning.kind in _STANDING and apart and _is_of_agreement(scene, hit):
        return _FARTHEST
    if meaning.kind == "target" and not hit.is_until and scene.year is not None and not (apart == 0 and is_running):
        return _FARTHEST if not scene.is_ahead(hit.period) else gap + 5 * apart
    if (
        meaning.kind in _STANDING
        and (scene.is_over(hit.period) or scene.is_ahead(hit.period))
        and _is_of_today(scene, stated)
    ):
        return _FARTHEST
    gap += _OTHER_END * _belongs_to_earlier(scene, stated, hit)
    if (
        crosses
        and hit.first >= measured.last
        and any(measured.last <= cue.first < hit.first for cue in scene.cues("comparison"))
    ):
        return _FARTHEST
    if hit.last <= measured.first and scene.nearest("comparison", stated.first, measured.last, before=1, after=-1):
        return _FARTHEST
    if crosses and meaning.kind in _STANDING and (hit.is_until or (apart > 0 and _holds_now(scene, stated))):
        return _FARTHEST
    if meaning.metric == MEMBERS and hit.is_until and apart == 0 and not crosses and _is_foreseen(scene, between):
        return gap
    if meaning.metric == MEMBERS and (hit.is_until or apart > 1 or (apart == 1 and (crosses or gap > 12))):
        return _FARTHEST
    return gap + 5 * apart


def _holds_now(scene: Scene, stated: Stated) -> bool:
    """Whether the clause of a number says that it holds as the text is written: "spends 1.4 %", "currently"."""
    return scene.nearest("now", stated.first, stated.measured.last, before=8, after=3, clauses=1) is not None


def _is_of_agreement(scene: Scene, hit: PeriodHit) -> bool:
    """Whether a time says when something was agreed, and not when it was so: "the pledge made in 2014"."""
    return any(0 <= hit.first - cue.last <= _AGREED for cue in scene.cues("settled"))


def _is_of_today(scene: Scene, stated: Stated) -> bool:
    """Whether a word for the time of writing stands right beside a number: "from 2 % in 2014 to 3 % today"."""
    return scene.nearest("today", stated.first, stated.measured.last, before=1, after=1, clauses=0) is not None


def _belongs_to_earlier(scene: Scene, stated: Stated, hit: PeriodHit) -> bool:
    """Whether numbers and times are named by turns and the time ahead of a number is that of the number before it."""
    measured = stated.measured
    if hit.last > stated.first:
        return False
    before = [first for first in scene.numbers if first < hit.first]
    after = [first for first in scene.numbers if first > measured.first]
    ends = min(after, default=measured.last + _BY_TURNS)
    follows = any(measured.last <= each.first < min(ends, measured.last + _BY_TURNS) for each in scene.periods)
    return follows and bool(before) and hit.first - before[-1] <= _BY_TURNS


def _is_foreseen(scene: Scene, between: tuple[int, int]) -> bool:
    """Whether what stands between a count and a time says that it is expected by then."""
    return any(between[0] <= cue.first < between[1] for cue in scene.cues("foreseen"))
