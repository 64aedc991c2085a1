"""When a reading may not accuse: words of the sentence that its operation does not read could change what is said."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from quotepart.checks.claims.claim import SHARES, Claim
from quotepart.checks.claims.clauses import bounds_of, clause_of, place_of
from quotepart.checks.claims.cues import YEAR, Cue
from quotepart.checks.claims.metrics import OTHER
from quotepart.checks.claims.thresholds import is_about_target, is_pledged
from quotepart.checks.claims.years import has_own_time, is_contrasted
from quotepart.checks.working.register import MEMBERS
from quotepart.model.pact import Pact

UNDATED = "undated"
"""How the day of a claim is known that no date tells: it is judged on the newest edition, and accused by none."""
_FEW = 2  # a whole of fewer than this part of all members is none of them: "one in three"
_NEXT, _BESIDE, _OF_ONE = 30, 12, ("level", "change", "added")
_TURNS = (
    "following", "all_but", "any_other", "world", "era", "one_of", "newest", "multiplied", "twice", "half",
    "possible", "open_target",
)  # fmt: skip
"""Words that make another claim of a figure, whatever it counts."""

_TIMED = ("ago", "years", "relative", "term", "when", "since", "last_year", "in_decade", "someones_time", "after")
"""Words that tell the time of a figure without naming its year."""

_WISHED = ("demand", "promise", "counterfactual")
"""Words behind which a figure is not said to be so."""

UNREAD: Mapping[str, tuple[str, ...]] = {
    "level": (*_TURNS, "majority", "times", "consecutive", "narrow", "due"),
    "change": (*_TURNS, "narrow", "makes_up", "all_others", "sole", "majority", "cumulative"),
    "added": (*_TURNS, "narrow", "per_head", "makes_up", "times"),
    "share_of_total": (
        *_TURNS,
        "moved_to",
        "per_head",
        "up",
        "down",
        "points",
        "times",
        "average",
        "consecutive",
        "own_whole",
    ),
    "count_at_target": (
        "possible",
        "alike",
        "following",
        "world",
        "era",
        "twice",
        "times",
        "per_head",
        "consecutive",
        "newest",
        "multiplied",
        "region",
    ),
    "rank": ("world", "era", "times", "consecutive", "narrow", "twice", "since", "all_but", "except"),
    "ratio": ("world", "era", "all_but", "narrow", "since", "consecutive", "points"),
    "others": ("world", "narrow", "since", "per_head", "of_gdp"),
    "run": ("nominal", "in_currency", "all_but", "world", "narrow"),
    "record": ("than_in", "all_but", "world", "narrow", "any_other"),
    "throughout": ("all_but", "twice", "narrow"),
}
"""By operation, the cues it leaves unread: where one stands beside the figure, a miss may come of misreading."""


def is_unread(claim: Claim, operation: str, pact: Pact) -> bool:
    """Whether the sentence says more of the figure than ``operation`` reads."""
    if claim.date_is == UNDATED or _is_of_other_time(claim):
        return True
    if any(_is_near(cue, claim) for cue in claim.cues.of(*UNREAD.get(operation, ()))):
        return True
    return any(operation in operations and holds(claim, pact) for holds, operations in _CAUTIONS)


def _is_of_other_time(claim: Claim) -> bool:
    """Whether a figure without a time of its own stands in contrast to another, whose time it may share."""
    return claim.shape == "figure" and claim.end > 0 and is_contrasted(claim) and not has_own_time(claim)


def _has_other_year(claim: Claim, _pact: Pact) -> bool:
    """Whether the clause of a count without a time of its own names a year that is not taken to be the count's: it might be."""
    if has_own_time(claim):
        return False
    low, high = bounds_of(claim)
    taken = {claim.period.start_year, claim.period.end_year} if claim.period else set()
    return any(int(year) not in taken for year in YEAR.findall(claim.cues.text, low, high))


def _is_wished(claim: Claim, _pact: Pact) -> bool:
    """Whether a word of demand, promise or mere possibility stands before the figure in its clause, or one ahead behind it."""
    near = clause_of(claim)
    wished = near.within(0, claim.start).has(*_WISHED) or near.within(claim.end, len(near.text)).has("forecast")
    return claim.shape == "figure" and wished and not claim.cues.has("match")


def _is_line_alone(claim: Claim, pact: Pact) -> bool:
    """Whether the figure is a share that was pledged, and no more is said of it than that: the target may be meant."""
    if claim.unit not in SHARES or claim.amount.qualifier != "exact" or claim.cues.has("match"):
        return False
    return is_pledged(claim, pact) and (claim.is_of_all(pact.conventions.whole) or clause_of(claim).has("target"))


def _is_of_more(claim: Claim, _pact: Pact) -> bool:
    """Whether money is said to be more than there was: "40 billion more", "an additional 40 billion"."""
    near = claim.cues.within(max(0, claim.start - _BESIDE), claim.end + _BESIDE)
    behind = near.within(claim.end, claim.end + _BESIDE)
    return (
        claim.is_money
        and claim.shape == "figure"
        and (near.has("added") or (behind.has("more") and not behind.has("than")))
    )


def _is_near(cue: Cue, claim: Claim) -> bool:
    """Whether a cue stands in the clause of the figure; where the words make the amount, anywhere."""
    if claim.shape != "figure" or not claim.end:
        return True
    if cue.start < claim.end and claim.start < cue.end:
        return False  # it is in the figure: "half of the spending"
    text = claim.cues.text
    start, end = (cue.end, claim.start) if cue.end <= claim.start else (claim.end, cue.start)
    between = text[start:end]
    parted = claim.cues.within(start, end).has("clause")
    return not {";", ":"} & set(between) and ", " not in between and not parted


def _is_of_two_years(claim: Claim, _pact: Pact) -> bool:
    """Whether a change is dated by one year and its clause names another: "after 2010 it fell, by 18 percent by 2016"."""
    period = claim.period
    if period is None or (period.start or period.end) != period.end:
        return False
    years = set(YEAR.findall(claim.cues.text, *bounds_of(claim)))
    return bool(years - {period.end})


def _is_more_than_another(claim: Claim, _pact: Pact) -> bool:
    """Whether a change is what something is more or less than another thing: "3.7 percent more than the current budget"."""
    behind = claim.cues.within(claim.end, claim.end + _BESIDE)
    return behind.has("than") and behind.has("more", "less") and not claim.cues.has("than_in")


def _is_of_some(claim: Claim, pact: Pact) -> bool:
    """Whether somebody is told by a rank, or as the others, so that only the whole pact seems to be named."""
    before = claim.cues.within(0, claim.start)
    told = before.has("highest", "lowest", "other_ones") or (before.has("single") and before.has("among"))
    return (told or _is_of_a_part(claim)) and claim.is_of_all(pact.conventions.whole)


def _is_of_a_part(claim: Claim) -> bool:
    """Whether it is said of a part of the members, told by another figure before it: "one in three allies is not at 2"."""
    low, _ = bounds_of(claim)
    parts = (each for each in claim.others if each.metric in (MEMBERS, OTHER) and each.amount.unit == "fraction")
    return claim.shape == "figure" and any(low <= place_of(each, claim)[0] < claim.start for each in parts)


def _is_step(claim: Claim, _pact: Pact) -> bool:
    """Whether money is what a rise or fall before it adds up to: "rose by 4 percent, which added up to ten billion"."""
    close = claim.cues.within(max(0, claim.start - _NEXT), claim.start)
    return claim.is_money and close.has("sums_to") and claim.cues.within(0, claim.start).has("up", "down")


def _is_compared(claim: Claim, pact: Pact) -> bool:
    """Whether another party stands right behind a word of comparison, with which no ratio was made."""
    if claim.cues.has("outdoes"):
        return True
    if claim.shape != "figure" or not claim.cues.has("more", "less"):
        return False
    parties = [actor for actor in claim.actors if actor.id in pact.members or actor.id in pact.groups]
    known = [actor for actor in parties if actor.id not in claim.groups]
    return any(0 <= actor.start - cue.end <= _NEXT for cue in claim.cues.of("than") for actor in known)


def _is_in_points(claim: Claim, _pact: Pact) -> bool:
    """Whether a change is given as a share of GDP: the level that it led to may be meant."""
    return claim.unit == "percent_of_gdp"


def _is_of_a_place(claim: Claim, _pact: Pact) -> bool:
    """Whether a bare percentage stands beside a place in some order: it can be a part of what all there spend."""
    return claim.unit == "percent_of_gdp" and claim.cues.has("ordinal") and not claim.cues.has("of_gdp", "target")


def _is_of_budget(claim: Claim, _pact: Pact) -> bool:
    """Whether money is added to a national budget, of which the accounts count more."""
    return claim.cues.has("own_budget")


def _is_dated_elsewhere(claim: Claim, _pact: Pact) -> bool:
    """Whether the year of a figure, longer ago than the last one, comes from another sentence than its own."""
    year = claim.period.end_year if claim.period else None
    if claim.shape != "figure" or not claim.end or year is None or year >= claim.said_on.year - 1:
        return False
    return str(year) not in claim.cues.text and not claim.cues.has(*_TIMED)


def _is_of_the_past(claim: Claim, _pact: Pact) -> bool:
    """Whether a figure is said to have been so in somebody's time that no year tells: "when X was minister, it was below one"."""
    is_dated = claim.period is not None or claim.event_year is not None or claim.cues.has("someones_time")
    is_past = claim.cues.has("when", "term") and clause_of(claim).has("was")
    is_past |= claim.cues.within(max(0, claim.start - _NEXT), claim.start).has("formerly")
    return claim.shape == "figure" and not is_dated and is_past


def _is_part_of_those(claim: Claim, _pact: Pact) -> bool:
    """Whether a count is one of those counted before it, and not of all: "ten reached it, eight of which also"."""
    behind = claim.cues.within(claim.end, claim.end + _NEXT).of("part_of_those")
    before = claim.cues.within(max(0, claim.start - _BESIDE), claim.start).of("part_of_those")
    beside = any(cue.start - claim.end <= 1 for cue in behind) or any(claim.start - cue.end <= 1 for cue in before)
    counts = [each for each in claim.others if each.amount.unit == "count" and place_of(each, claim)[1] <= claim.start]
    return claim.unit == "count" and beside and bool(counts)


def _is_of_whole_alone(claim: Claim, pact: Pact) -> bool:
    """Whether those whose share it would be are named only as the whole behind it: "these make up half of the armies of X"."""
    parties = [actor for actor in claim.actors if actor.id in pact.members or actor.id in pact.groups]
    if len(parties) != 1 or parties[0].start < claim.end or claim.cues.has("we"):
        return False
    between = claim.cues.within(claim.end, parties[0].start)
    return between.has("among") and not between.has("by", "from", "makes_up")


def _is_beside_change(claim: Claim, _pact: Pact) -> bool:
    """Whether a count that is of no target stands beside a change: it may count those who changed."""
    return not is_about_target(claim) and any(each.kind == "change" for each in claim.others)


def _is_of_those_counted(claim: Claim, pact: Pact) -> bool:
    """Whether some members are counted right before it in its clause, of each of whom it is said: "seven spending less than"."""
    low, _ = bounds_of(claim)
    counts = [place_of(each, claim)[1] for each in claim.others if each.metric == MEMBERS]
    return claim.is_of_all(pact.conventions.whole) and any(low <= end <= claim.start for end in counts)


def _is_of_unnamed(claim: Claim, _pact: Pact) -> bool:
    """Whether a bare number counts some of those whom only another sentence names: "nine of them reach it"."""
    is_bare = (
        claim.unit == "count" and claim.shape == "figure" and len(claim.text.split()) == 1 and "-" not in claim.text
    )
    counted = any(each.metric == MEMBERS for each in claim.others)
    return claim.span is not None and is_bare and not claim.actors and not counted


def is_part_of_few(claim: Claim, pact: Pact) -> bool:
    """Return whether the clause tells of one member in three, or three of four: a count of such a part is none of members."""
    counts = [(each.span, each.amount.value) for each in claim.others if each.amount.unit == "count"]
    offset = claim.span.start - claim.start if claim.span else 0
    if claim.span and claim.unit == "count":
        counts.append((claim.span, claim.amount.value))
    ends = {cue.end for cue in claim.cues.of("among")}
    few = len(pact.members) / _FEW
    return any(value < few and {span.start - offset - 1, span.start - offset} & ends for span, value in counts)


_CAUTIONS: tuple[tuple[Callable[[Claim, Pact], bool], tuple[str, ...]], ...] = (
    (_has_other_year, ("count_at_target",)),
    (is_part_of_few, ("count_at_target", "count_members", "level")),
    (_is_part_of_those, ("count_at_target",)),
    (_is_beside_change, ("count_at_target",)),
    (_is_of_unnamed, ("count_at_target",)),
    (_is_wished, _OF_ONE),
    (_is_line_alone, _OF_ONE),
    (_is_of_some, _OF_ONE),
    (_is_compared, (*_OF_ONE, "share_of_total")),
    (_is_of_more, ("level",)),
    (_is_step, ("level",)),
    (_is_of_those_counted, ("level",)),
    (_is_in_points, ("change",)),
    (_is_of_two_years, ("change",)),
    (_is_of_a_place, ("level",)),
    (_is_of_budget, ("added",)),
    (_is_of_the_past, (*_OF_ONE, "share_of_total", "count_at_target")),
    (_is_of_whole_alone, ("share_of_total",)),
    (_is_dated_elsewhere, (*_OF_ONE, "share_of_total", "count_at_target")),
    (_is_more_than_another, ("change",)),
)
"""What a sentence may say beyond its figure, and the operations that don't read it."""
