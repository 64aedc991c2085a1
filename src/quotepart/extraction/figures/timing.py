"""Which of the times that a sentence names is that of a figure."""

from __future__ import annotations

from quotepart.extraction.figures.hedges import Stated
from quotepart.extraction.figures.meaning import MEMBERS
from quotepart.extraction.figures.meant import Meaning
from quotepart.extraction.figures.scene import Scene
from quotepart.extraction.figures.units import Measured
from quotepart.extraction.times.periods import PeriodHit
from quotepart.model.dates import Dating, Period
from quotepart.model.frozen import dataclass
from quotepart.model.span import Span

_GOES_ON = 300  # characters over which a text goes on in a year without naming it again
_FARTHEST = 60.0
_DAY, _MONTH = 10, 7  # a sum is seldom of one day; letters of a month
_BY_TURNS = 8  # tokens between a number and its time in "2 % in 2014, 3 % in 2015"
_AGREED = 8  # tokens between a word of agreement and its time
_OTHER_END = 10  # tokens that a time between two ends of a movement is farther from the second
_OF_BUDGET = 12  # tokens that the year of the budget named is nearer
_SAME = 5  # tokens between a number and the same said otherwise
_OWN = 4  # tokens between a number in brackets and a time of its own
_OF = "_of_gdp"  # of a percentage, that it says of what
_STANDING = ("level", "count", "share")


class Timing:
    """The times of a document's figures, in text order: what names none goes on in the year that the text spoke of."""

    def __init__(self, published: Dating | None) -> None:
        self.published = published
        self.year: Period | None = None
        self.metric = ""
        self.at = 0
        self.scene: Scene | None = None
        self.last: Stated | None = None
        self.period: Period | None = None

    def period_of(self, scene: Scene, stated: Stated, meaning: Meaning, span: Span) -> Period | None:
        """Return the time that the figure at ``span`` is about.

        One that repeats or lists on with the figure before is of its time, one whose sentence names none may be of the year
        spoken of last.
        """
        period: Period | None
        times = [hit for hit in scene.periods if not _looks_back(scene, hit)]
        if self.period is not None and self._is_same(scene, stated):
            period = self.period
        elif not times and self._goes_on(scene, stated, meaning, span):
            period, self.at = self.year, span.end
        else:
            period = find_period(scene, stated, meaning, self.published)
            if period is None and not times and meaning.kind == "change" and scene is self.scene:
                period = self.period
            if times:
                self._remember(scene, meaning, period, span)
        self.scene, self.last, self.period = scene, stated, period
        return period

    def _is_same(self, scene: Scene, stated: Stated) -> bool:
        """Whether a figure is of the time of the one before: the sentence says so, or lists it with that."""
        if scene is self.scene and self.last is not None and _lists_on(scene, self.last, stated):
            return True
        if any(0 <= hit.first - stated.measured.last <= _OWN for hit in scene.periods):
            return False
        return (
            scene.nearest("same_time", stated.first, stated.measured.last, before=2 * _BY_TURNS, after=_BY_TURNS)
            is not None
        )

    def _remember(self, scene: Scene, meaning: Meaning, period: Period | None, span: Span) -> None:
        is_past = period is not None and meaning.kind != "target" and scene.is_over(period)
        is_ahead = period is not None and scene.is_ahead(period)
        self.year, self.metric, self.at = period if is_past or is_ahead else None, meaning.metric, span.end

    def _goes_on(self, scene: Scene, stated: Stated, meaning: Meaning, span: Span) -> bool:
        """Whether a figure without a time goes on with what the year was spoken of for: a change, or the same measure."""
        if self.year is None or span.start - self.at > _GOES_ON:
            return False
        if scene.is_ahead(self.year):
            return _opens_with(scene, "this")
        if _holds_now(scene, stated):
            return False
        return meaning.kind == "change" or (meaning.kind in ("level", "share") and meaning.metric == self.metric)


def _opens_with(scene: Scene, label: str) -> bool:
    """Whether a cue of a kind is the first that a sentence says."""
    return any(not any(word[0].isalnum() for word in scene.tokens.words[: cue.first]) for cue in scene.cues(label)[:1])


def says_otherwise(scene: Scene, last: Stated, stated: Stated) -> bool:
    """Return whether a number only says the one before it in another unit: "2 billion, or 3 %"."""
    before = last.measured.last
    is_near = 0 <= stated.first - before <= _SAME
    is_near = is_near and not any(before <= actor.first < stated.first for actor in scene.actors)
    return is_near and any(before <= cue.first < stated.first for cue in scene.cues("same"))


def _lists_on(scene: Scene, last: Stated, stated: Stated) -> bool:
    """Whether a number says the one before otherwise, or is one of its list: "Syldavia pays 2 %, Borduria (3 %)"."""
    words, first, end = scene.tokens.words, stated.first, stated.measured.last
    before = last.measured.last
    if last.end or stated.end or any(before <= hit.first < end + _OWN and hit.last > before for hit in scene.periods):
        return False
    opens = words[first - 1] == "(" or (words[first - 2 : first - 1] == ["("] and not words[first - 1].isalnum())
    units = {unit.removesuffix(_OF) for unit in (stated.measured.unit, last.measured.unit)}
    return says_otherwise(scene, last, stated) or (opens and len(units) == 1)


def find_period(scene: Scene, stated: Stated, meaning: Meaning, published: Dating | None) -> Period | None:
    """Return the time that a figure is about: the nearest that its sentence names and that fits what it means.

    A level, a count or a share without one is of the month of publication. A target holds at its deadline.
    """
    best: PeriodHit | None = None
    least = _FARTHEST
    for hit in scene.periods:
        way = _way(scene, stated, hit)
        if not _is_of_something_else(scene, stated, meaning, way):
            cost = _cost(scene, stated, meaning, way)
            if cost < least:
                best, least = hit, cost
    if best is not None:
        return _time_of(best, scene, meaning)
    if published is None or not _stands(scene, stated, meaning):
        return None
    return Period(published.date[:7], published.date[:7])


def _stands(scene: Scene, stated: Stated, meaning: Meaning) -> bool:
    """Whether a number is said to be so at its time: a level, or a goal that somebody has reached."""
    if meaning.kind in _STANDING:
        return True
    reached = scene.nearest("reached", stated.first, stated.measured.last, before=_AGREED, after=-1, clauses=0)
    return meaning.kind == "target" and reached is not None


def _time_of(hit: PeriodHit, scene: Scene, meaning: Meaning) -> Period:
    """The time found; a sum to be reached counts from where its sentence begins to count, all else is of the deadline."""
    end = hit.period.end
    if not hit.is_until:
        return hit.period
    if len(meaning.unit) != 3 or meaning.kind == "level":
        return Period(end, end)
    starts = [each.period.start for each in scene.periods if each.period.start and each.period.end is None]
    return Period(starts[0] if starts else end, end)


@dataclass(frozen=True, slots=True)
class _Way:
    """From a number to a time: the tokens between, how many clauses these cross, and whether another number stands there."""

    hit: PeriodHit
    first: int
    last: int
    apart: int
    crosses: bool
    is_behind: bool


def _way(scene: Scene, stated: Stated, hit: PeriodHit) -> _Way:
    measured = stated.measured
    is_behind = hit.first >= measured.last
    first, last = (measured.last, hit.first) if is_behind else (hit.last, measured.first)
    words = scene.tokens.words
    is_open = "(" in words[first:last] and ")" not in words[first:last]
    same = {cue.last for cue in scene.cues("same")} if is_behind and not is_open else frozenset()
    between = (number for number in scene.numbers if first <= number < last and number not in same)
    crosses = not all(_is_one_of(scene, measured, number) for number in between)
    return _Way(hit, first, last, min(4, scene.apart(hit.first, measured.first)), crosses, is_behind)


def _is_one_of(scene: Scene, measured: Measured, number: int) -> bool:
    """Whether a number and another say how many of how many: "nine of the 30 members"."""
    words = scene.tokens.words
    parted = words[measured.last : number] if number >= measured.last else words[number + 1 : measured.first]
    return bool(parted) and all(word in scene.grammar.among for word in parted)


def _cost(scene: Scene, stated: Stated, meaning: Meaning, way: _Way) -> float:
    """How far a time is from a number."""
    hit = way.hit
    cost = way.last - way.first + 2 * (not way.is_behind) + 8 * way.crosses + 5 * way.apart
    cost += _DAY * (len(hit.period.start or "") > _MONTH)
    cost += _OTHER_END * (stated.end == "to" and not way.crosses and hit.last <= stated.first)
    cost += _OTHER_END * (_belongs_to_earlier(scene, stated, hit) or _is_of_agreement(scene, hit))
    nearer = any(way.first <= each.first < way.last for each in scene.periods if each is not hit) and way.is_behind
    return cost - _OF_BUDGET * (meaning.metric != MEMBERS and not nearer and _is_year_of(scene, meaning, hit))


def _is_of_something_else(scene: Scene, stated: Stated, meaning: Meaning, way: _Way) -> bool:
    """Whether a time can't be that of a number, by what it says itself, what the number means, or what parts the two."""
    hit = way.hit
    if (
        _looks_back(scene, hit)
        or _dates_goal(scene, hit)
        or (len(scene.periods) > 1 and _follows_comparison(scene, hit))
    ):
        return True
    stands = _stands(scene, stated, meaning)
    if not stands and meaning.kind == "target" and not hit.is_until:
        is_day = len(hit.period.start or "") > _MONTH
        if scene.year is None and is_day:
            return True
        is_running = scene.year in (hit.period.start_year, hit.period.end_year) and not way.crosses and not is_day
        if scene.year is not None and not scene.is_ahead(hit.period) and not (is_running and way.apart <= 1):
            return True
    if stands and _is_elsewhen(scene, stated, way):
        return True
    if stated.end == "from" and way.crosses and scene.is_ahead(hit.period):
        return True
    is_compared = scene.nearest("comparison", stated.first, stated.measured.last, before=1, after=-1) is not None
    if is_compared and hit.last <= stated.measured.first:
        return True
    parted = scene.tokens.words[way.first : way.last]
    if way.crosses and way.is_behind and "(" in parted and ")" not in parted:
        return True
    if way.crosses and way.is_behind and any(way.first <= cue.first < way.last for cue in scene.cues("comparison")):
        return True
    return meaning.metric == MEMBERS and not _may_count_members(scene, way)


def _is_elsewhen(scene: Scene, stated: Stated, way: _Way) -> bool:
    """Whether what stands at a time does not stand at this one: it was agreed then, or the number is of today."""
    hit = way.hit
    if way.apart and _is_of_agreement(scene, hit):
        return True
    is_then = scene.year is None or scene.is_over(hit.period) or scene.is_ahead(hit.period)
    if is_then and _is_of_today(scene, stated):
        return True
    is_due = hit.is_until and stated.end != "to"
    is_theirs = way.apart > 0 and (way.crosses or _is_of_another(scene, stated, hit))
    return (way.crosses and is_due) or (is_theirs and _holds_now(scene, stated))


def _is_of_another(scene: Scene, stated: Stated, hit: PeriodHit) -> bool:
    """Whether another number stands in the clause of a time that is over, and this one in another clause."""
    others = (number for number in scene.numbers if number != stated.measured.first)
    return scene.is_over(hit.period) and any(scene.apart(number, hit.first) == 0 for number in others)


def _may_count_members(scene: Scene, way: _Way) -> bool:
    """Whether members can be counted as of a time: near, and no deadline but one past or for which they are foreseen."""
    hit = way.hit
    if hit.is_until:
        is_past = scene.is_over(hit.period)
        return (way.apart == 0 and not way.crosses and (is_past or _is_foreseen(scene, way))) or (
            is_past and way.apart <= 1
        )
    return way.apart == 0 or (way.apart == 1 and not way.crosses and way.last - way.first <= 12)


def _is_year_of(scene: Scene, meaning: Meaning, hit: PeriodHit) -> bool:
    """Whether a time stands with the words for what is measured: "the 2026 defence budget", "dépenses pour 2026"."""
    products = {product.last for product in scene.products}
    named = [*scene.cues("spending"), *([meaning.shown] if meaning.shown else [])]
    beside = (
        each
        for each in named
        if hit.last == each.first or (0 <= hit.first - each.last <= 1 and each.last not in products)
    )
    return any(not any(each.first - _BY_TURNS <= number < each.first for number in scene.numbers) for each in beside)


def _looks_back(scene: Scene, hit: PeriodHit) -> bool:
    """Whether a time only says how long nothing was as much: "the steepest rise since 1989"."""
    return hit.period.end is None and scene.is_record(hit.first)


def _dates_goal(scene: Scene, hit: PeriodHit) -> bool:
    """Whether a time only says since when there is a goal: "the 2014 pledge", "l'objectif de 2014"."""
    if hit.is_until or not scene.is_over(hit.period):
        return False
    words = scene.tokens.words
    behind = (cue.last for cue in scene.cues("goal") if hit.first == cue.last + 1)
    return any(words[at] in scene.grammar.among for at in behind) or any(
        cue.first == hit.last for cue in scene.cues("goal")
    )


def _follows_comparison(scene: Scene, hit: PeriodHit) -> bool:
    return not scene.is_ahead(hit.period) and any(cue.last == hit.first for cue in scene.cues("comparison"))


def _holds_now(scene: Scene, stated: Stated) -> bool:
    """Whether the clause of a number says that it holds as the text is written: "spends 1.4 %", "currently"."""
    return scene.nearest("now", stated.first, stated.measured.last, before=8, after=3, clauses=1) is not None


def _is_of_agreement(scene: Scene, hit: PeriodHit) -> bool:
    """Whether a time says when something was agreed, and not when it was so: "the pledge made in 2014"."""
    settled = (cue for cue in scene.cues("settled") if 0 <= hit.first - cue.last <= _AGREED)
    return any(scene.apart(cue.first, hit.first) == 0 for cue in settled)


def _is_of_today(scene: Scene, stated: Stated) -> bool:
    """Whether a word for the time of writing stands right beside a number: "from 2 % in 2014 to 3 % today"."""
    before = -1 if stated.end == "to" else 1
    return scene.nearest("today", stated.first, stated.measured.last, before=before, after=1, clauses=0) is not None


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


def _is_foreseen(scene: Scene, way: _Way) -> bool:
    """Whether what stands between a count and a time says that it is expected by then."""
    return any(way.first <= cue.first < way.last for cue in scene.cues("foreseen"))
