"""Whether a number is aimed at or reached: a target or a level, a sum over years, a sum added."""

from __future__ import annotations

from quotepart.extraction.figures.changes import is_changing, is_falling
from quotepart.extraction.figures.hedges import Stated
from quotepart.extraction.figures.meant import Before, MeaningGrammar
from quotepart.extraction.figures.scene import Scene
from quotepart.extraction.figures.units import Measured
from quotepart.extraction.times.periods import PeriodHit
from quotepart.model.entry import FigureKind

_OF_GOAL = 6  # tokens from a goal, past whose it is, to the number from which it is moved
_BESIDE = 1  # token between a word for the time of writing and what stands then
_ASKED = 4  # tokens from a number to who asks for it: "far from the 5 % that Borduria demands"
_DEMANDED = 30  # tokens between a demand and the goal of the movement that it asks for
_SINCE_APART = 3  # clauses between a sum and the time it is counted from: "since 2014, when …, they have added …"


def is_target(scene: Scene, stated: Stated, grammar: MeaningGrammar, before: Before) -> bool:
    """Return whether a share is one to be reached: due or promised, called a goal, or one of the pact's own goals."""
    measured = stated.measured
    if stated.end == "from":
        return _is_goal_moved(scene, stated, grammar)
    if _is_in_brackets(scene, stated):
        return False
    if _is_set_against(scene, stated):
        return False
    stands = scene.nearest("now", stated.first, measured.last, before=_BESIDE, after=-1, clauses=0) is not None
    due = [hit for hit in scene.periods if _is_due(scene, measured, hit)]
    if any(not stands or scene.apart(hit.first, measured.first) == 0 for hit in due):
        return True
    is_threshold = measured.value in grammar.thresholds
    if is_threshold and before.last >= 0 and before.meaning is not None and before.meaning.kind == "target":
        return True
    raised = scene.nearest("raising", stated.first, measured.last, before=12, after=-1, clauses=0)
    if raised is not None and not any(
        raised.last <= number < stated.first for number in scene.numbers[:-1] if not stated.end
    ):
        return True
    if is_threshold and scene.nearest("aspiring", stated.first, measured.last, before=8, after=-1, clauses=0):
        return True
    against = scene.tokens.words[measured.last : measured.last + 1]
    ahead = -1 if not grammar.against.isdisjoint(against) else 1
    goal = scene.nearest("goal", measured.first, measured.last, before=5, after=3 * ahead, clauses=1)
    if goal is not None and (is_threshold or scene.apart(goal.first, measured.first) == 0):
        return True
    clauses = 1 if is_threshold or stated.qualifier == "at_least" else 0
    reach = _DEMANDED if stated.end else 16
    bound = scene.nearest("target", stated.first, measured.last, before=reach, after=-1, clauses=clauses)
    if bound is None and is_threshold:
        bound = scene.nearest("reaching", stated.first, measured.last, before=8, after=3, clauses=0)
    spent = scene.nearest("level", stated.first, measured.last, before=5, after=-1, clauses=0)
    if bound is None and spent is None:
        bound = scene.nearest("target", stated.first, measured.last, before=-1, after=6 * ahead, clauses=clauses)
    if bound is not None and (is_threshold or spent is None or stated.qualifier == "at_least"):
        return True
    return is_threshold and _is_goal_itself(scene, stated, grammar, before)


def _is_goal_moved(scene: Scene, stated: Stated, grammar: MeaningGrammar) -> bool:
    """Whether it is a goal itself that is moved from a number, and not what is spent: "raise the target from 2 % to 3 %"."""
    reach = _OF_GOAL if stated.measured.value in grammar.thresholds else _BESIDE + 1
    goal = scene.nearest("goal", stated.first, stated.measured.last, before=reach, after=-1, clauses=0)
    return goal is not None and not any(goal.last < hit.first < stated.first for hit in scene.metrics)


def _is_set_against(scene: Scene, stated: Stated) -> bool:
    """Whether a number is only what another is compared with, and nobody asks for it: "3 %, up from 2 %"."""
    measured = stated.measured
    if scene.nearest("comparison", stated.first, measured.last, before=1, after=-1) is None:
        return False
    if scene.nearest("target", stated.first, measured.last, before=-1, after=_ASKED, clauses=1) is not None:
        return False
    return scene.nearest("goal", stated.first, measured.last, before=3, after=2, clauses=0) is None


def _is_goal_itself(scene: Scene, stated: Stated, grammar: MeaningGrammar, before: Before) -> bool:
    """Whether one of the pact's own goals is named as such where no word says that it is aimed at."""
    measured = stated.measured
    if stated.end or _is_over(scene, measured):
        return False
    article = scene.tokens.words[stated.first - 1] if stated.first else ""
    if article in grammar.at:
        return False
    if article in grammar.definite or stated.qualifier == "at_least" or measured.value in before.targets:
        return True
    if (
        stated.qualifier in ("less_than", "more_than")
        and scene.tokens.words[measured.first - 1] not in grammar.definite
    ):
        return False
    spent = scene.nearest("level", stated.first, measured.last, before=14, after=-1, clauses=1)
    return spent is None and not _is_beside_actor(scene, stated)


def _is_due(scene: Scene, measured: Measured, hit: PeriodHit) -> bool:
    """Whether a time is a deadline, or lies ahead, and belongs to this number and not to one between."""
    if not (hit.is_until or scene.is_ahead(hit.period)) or scene.apart(hit.first, measured.first) > 1:
        return False
    return not _is_parted(scene, measured, hit)


def _is_over(scene: Scene, measured: Measured) -> bool:
    """Whether a time in the same clause lies before the year of publication."""
    return any(scene.is_over(hit.period) and scene.apart(hit.first, measured.first) == 0 for hit in scene.periods)


def _is_in_brackets(scene: Scene, stated: Stated) -> bool:
    """Whether the number alone stands in brackets behind an actor's name: "Spain (2%)" states a level."""
    words, last = scene.tokens.words, stated.measured.last
    is_alone = stated.first > 0 and words[stated.first - 1] == "(" and words[last : last + 1] == [")"]
    return is_alone and any(actor.last == stated.first - 1 for actor in scene.actors)


def _is_beside_actor(scene: Scene, stated: Stated) -> bool:
    """Whether an actor's name stands right before the number: "Spain 2%", "Greece at 2%" state levels."""
    return any(0 <= stated.first - actor.last <= 2 for actor in scene.actors)


def money_kind(scene: Scene, stated: Stated, grammar: MeaningGrammar) -> FigureKind:
    """Return whether a sum is a level, an addition, a total over years, or one promised."""
    measured = stated.measured
    changes = _is_added(scene, stated, grammar) or is_changing(scene, stated, grammar.change)
    lasting = _runs_over_years(scene, measured) or _is_said_since(scene, measured)
    total = scene.nearest("cumulative", measured.first, measured.last, before=12, after=10, clauses=1) is not None
    total = total and not _is_of_one_year(scene, measured)
    total = total or (not stated.end and _is_counted_since(scene, measured))
    yearly = scene.nearest("per_year", measured.first, measured.last, before=4, after=7, clauses=0) is not None
    if not yearly and (total or (changes and lasting and not is_falling(scene, stated))):
        return "cumulative"
    if changes:
        return "change"
    return "target" if stated.end != "from" and _is_promised(scene, stated, grammar) else "level"


def _is_of_one_year(scene: Scene, measured: Measured) -> bool:
    """Whether the times named in a sum's clause and those beside it are one year: a total of that year is no sum over years."""
    near = [hit.period for hit in scene.periods if scene.apart(hit.first, measured.first) <= 1]
    return len(near) == 1 and near[0].start_year is not None and near[0].start_year == near[0].end_year


def _is_added(scene: Scene, stated: Stated, grammar: MeaningGrammar) -> bool:
    measured, words = stated.measured, scene.tokens.words
    if scene.nearest("added_before", stated.first, measured.last, before=2, after=-1, clauses=0) is not None:
        return True
    more = scene.nearest("added_after", measured.first, measured.last, before=-1, after=4, clauses=0)
    return more is not None and words[more.last : more.last + 1] not in grammar.change.than


def _is_promised(scene: Scene, stated: Stated, grammar: MeaningGrammar) -> bool:
    """Whether a sum is promised, due at a time, or one to which another is to be raised."""
    measured, words = stated.measured, scene.tokens.words
    if scene.nearest("promised", measured.first, measured.last, before=12, after=-1, clauses=0) is not None:
        return True
    raised = scene.nearest("raising", stated.first, measured.last, before=12, after=-1, clauses=0)
    if raised is not None and stated.first and words[stated.first - 1] in grammar.change.to:
        return True
    return any(
        hit.is_until and scene.apart(hit.first, measured.first) == 0 and not _is_parted(scene, measured, hit)
        for hit in scene.periods
    )


def _is_counted_since(scene: Scene, measured: Measured) -> bool:
    """Whether a time that a sum is counted from stands in the sentence, with no other number between."""
    since = (hit for hit in scene.periods if hit.period.end is None and scene.is_behind(hit.period))
    since = (hit for hit in since if not scene.is_record(hit.first))
    return any(
        scene.apart(hit.first, measured.first) <= _SINCE_APART and not _is_parted(scene, measured, hit) for hit in since
    )


def _is_said_since(scene: Scene, measured: Measured) -> bool:
    """Whether a word that counts over years stands near, for this number and no record: "the most since the war"."""
    since = scene.nearest("since", measured.first, measured.last, clauses=1)
    if since is None or scene.is_record(since.first):
        return False
    low, high = sorted((since.first, measured.first))
    return not any(low < first < high for first in scene.numbers)


def _is_parted(scene: Scene, measured: Measured, hit: PeriodHit) -> bool:
    low, high = sorted((hit.first, measured.first))
    return any(low < first < high for first in scene.numbers)


def _runs_over_years(scene: Scene, measured: Measured) -> bool:
    for hit in scene.periods:
        start, end = hit.period.start_year, hit.period.end_year
        if end is None and not scene.is_behind(hit.period):
            continue
        is_near = scene.apart(hit.first, measured.first) <= 1 and not _is_parted(scene, measured, hit)
        if is_near and start is not None and (end is None or end > start):
            return True
    return False
