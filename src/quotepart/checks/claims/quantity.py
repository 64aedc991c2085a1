"""Who reaches a line: all members, none, all but some, only those named, or not only they."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal

from quotepart.checks.claims.claim import SHARES, Claim
from quotepart.checks.claims.clauses import bounds_of, place_of
from quotepart.checks.claims.comparisons import hedge_before
from quotepart.checks.claims.cues import RELATIONS, WISHES, Cue
from quotepart.checks.claims.numerals import numbers_in
from quotepart.checks.claims.thresholds import pledged_threshold
from quotepart.checks.working.register import MEMBERS
from quotepart.model.amount import Amount, Qualifier
from quotepart.model.dates import Period
from quotepart.model.pact import Pact

_BESIDE, _LISTED = 12, 16
_NAMED = 6  # characters between "only" or "except" and the name: an article may stand there
_MULTIPLES = {"doubling": 2, "tripling": 3, "quadrupling": 4, "quintupling": 5}
_NAMES = ("member", "adjective", "demonym", "institution", "office")


def of_all(claim: Claim, pact: Pact, numbers: Mapping[str, int]) -> Claim | None:
    """Return a share as a count where the sentence gives all members, all but some, most, or none of them to it.

    "All but one" and "all except X" count those that miss it; "all fail to" says that nobody reaches it.
    """
    within = _each_of(claim, pact)
    if within is not None and not _is_wished(claim):
        below = claim.amount.qualifier in ("less_than", "at_most")
        line = replace(claim, threshold=claim.amount.value, is_over=claim.amount.qualifier == "more_than")
        every = replace(line, kind="count", metric=MEMBERS, groups=(within,))
        return replace(every, amount=_count(len(exceptions(claim, pact))), shape="only" if below else "all")
    if claim.groups and all(group in pact.members for group in claim.groups) and not exceptions(claim, pact):
        return None  # "X and Y are all below it": each is judged for itself
    is_related = claim.kind == "target" and claim.cues.has(*RELATIONS)
    where = claim.cues if is_related else claim.cues.within(0, claim.start)
    quantities = where.has("all", "none", "majority") or exceptions(claim, pact) or _left(claim, numbers)
    if claim.unit not in SHARES or claim.kind in ("share", "change") or not quantities or _is_wished(claim):
        return None
    if claim.groups and claim.groups[0] in pact.members and claim.cues.has("highest", "lowest"):
        return None
    is_over = claim.amount.qualifier in ("more_than", "at_most")
    return replace(counted(claim, pact, numbers, threshold=claim.amount.value), is_over=is_over)


def counted(claim: Claim, pact: Pact, numbers: Mapping[str, int], threshold: Decimal | None) -> Claim:
    """Return a claim on all or none of the members as a count of those at ``threshold``, or not at it."""
    cues = claim.cues
    is_of_one = len(claim.groups) == 1 and claim.groups[0] in pact.members
    groups = (pact.conventions.whole,) if is_of_one else claim.groups
    measure = claim.metric if threshold is not None and claim.metric in pact.indicators else None
    whole = replace(claim, kind="count", metric=MEMBERS, threshold=threshold, threshold_of=measure, groups=groups)
    is_below = _is_of_those_below(claim)
    if any(hedge_before(claim, cue.start) == "nearly" or _is_taken_back(claim, cue) for cue in cues.of("all")):
        return replace(whole, reason="too_vague")
    if cues.has("majority"):
        half = Amount(value=Decimal(50), unit="percent", qualifier="more_than")
        return replace(whole, amount=half, kind="share", shape="all" if is_below else "figure")
    excepted = exceptions(claim, pact)
    left = len(excepted) or _left(claim, numbers)
    if left:
        groups = (_group_of(claim, pact),) if excepted else groups
        those_left_reach = is_below != _gives_none(claim)
        return replace(whole, amount=_count(left), shape="only" if those_left_reach else "all", groups=groups)
    if cues.has("all") and not cues.has("none") and _all_fail(claim):
        return replace(whole, amount=_count(0), shape="only")
    if cues.has("none"):
        return replace(whole, amount=_count(0), shape="all" if is_below else "only")
    is_denied = cues.has("all", "not") and cues.has("not")
    amount = _count(1, "at_least") if is_denied else _count(0)
    return replace(whole, amount=amount, shape="all")


def narrowed(claim: Claim) -> Claim:
    """Return "just over 22" as what it says: from 22 to a little more, and no more than that; "slightly under" likewise."""
    amount = claim.amount
    if (
        amount.qualifier not in ("more_than", "less_than", "at_most", "at_least")
        or amount.is_range
        or amount.value <= 0
    ):
        return claim
    close = claim.cues.within(max(0, claim.start - _LISTED - _BESIDE), claim.end)
    hedges = close.of("above", "below")
    little = [hedge for cue in close.of("just_over") for hedge in hedges if 0 <= hedge.start - cue.end <= 1]
    if not little:
        return claim
    room = max(min(amount.step, amount.value / 4), amount.value / 10)
    if little[-1].kind == "above":
        over = replace(amount, high=amount.value + room, qualifier="between")
        return replace(claim, amount=over, narrow="little_over")
    under = replace(amount, value=amount.value - room, high=amount.value, qualifier="between")
    return replace(claim, amount=under, narrow="little_under")


def grown_number(claim: Claim) -> Claim | None:
    """Return a share as the multiple by which the number of those at it grew: "the number at 2 percent has doubled"."""
    is_line = claim.unit in SHARES and claim.kind in ("level", "target") and claim.amount.high is None
    numbered = claim.cues.within(0, claim.start).has("number")
    grew = [(cue, _MULTIPLES[cue.kind]) for cue in claim.cues.hits if cue.kind in _MULTIPLES]
    if not (is_line and numbered and grew):
        return None
    cue, times = grew[0]
    amount = Amount(value=Decimal(times), unit="times", qualifier=hedge_before(claim, cue.start))
    since = [claim.cues.text[each.end + 1 : each.end + 5] for each in claim.cues.of("since")]
    first = next((Period(year, None) for year in since if year.isdecimal() and len(year) == 4), claim.period)
    return replace(claim, amount=amount, kind="change", metric=MEMBERS, threshold=claim.amount.value, period=first)


def _each_of(claim: Claim, pact: Pact) -> str | None:
    """Return the group of which all, one by one, are said to be at a share: "all three", "each of", "tous"."""
    if (
        claim.unit != "percent_of_gdp"
        or claim.kind not in ("level", "target")
        or claim.cues.has("not", "none", "together")
    ):
        return None
    groups = [
        a for a in claim.actors if a.id in pact.groups and a.id != pact.conventions.whole and a.end <= claim.start
    ]
    for actor in groups:
        near = claim.cues.within(max(0, actor.start - _LISTED), claim.start)
        if near.has("every") and not near.has("combined", "yearly"):
            return actor.id
    return None


def _gives_none(claim: Claim) -> bool:
    """Whether nobody but those left out is said to do it: "no ally but X", not "all but X"."""
    return claim.cues.has("none", "no") and not claim.cues.has("all", "every")


def _is_taken_back(claim: Claim, of_all: Cue) -> bool:
    """Whether "almost" stands behind "all" in a clause of its own: "all allies, or nearly all, spend"."""
    behind = claim.cues.within(of_all.end, of_all.end + _BESIDE).of("nearly")
    return any("," in claim.cues.text[of_all.end : cue.start] for cue in behind)


def _is_of_those_below(claim: Claim) -> bool:
    """Whether what is said of all, most or none is that they are below the line."""
    if claim.amount.qualifier in ("less_than", "at_most") and claim.unit in SHARES:
        is_turned = _gives_none(claim) and claim.cues.within(0, claim.start).has("above")
        return not is_turned  # "none spends more than 4" was taken as at most 4
    return claim.cues.has("below", "fail") and not claim.cues.has("above", "met")


def exceptions(claim: Claim, pact: Pact) -> tuple[str, ...]:
    """Return the members named behind "all but", "all except" or "none but", to the end of their list."""
    return left_behind(claim, pact, "all_but") if claim.cues.has("all", "every", "none", "no") else ()


def of_exceptions(claim: Claim, pact: Pact) -> Iterator[Claim]:
    """Yield that each member that is left out by name, of a count of all others, is on the other side of the line."""
    main = pact.conventions.main_indicator
    threshold = claim.threshold or pledged_threshold(pact, pact.conventions.share_indicator, claim.said_on)
    if claim.shape not in ("all", "only") or claim.unit != "count" or threshold is None:
        return
    sides: tuple[Qualifier, Qualifier] = ("more_than", "at_most") if claim.is_over else ("at_least", "less_than")
    metric = claim.threshold_of or main
    unit = "percent_of_gdp" if metric == main else "percent"
    line = Amount(value=threshold, unit=unit, qualifier=sides[claim.shape == "all"], is_line=True)
    read = claim.cues.spent("all_but", "except", "all", "every", "none", "no")
    for member in exceptions(claim, pact):
        named = tuple(actor for actor in claim.actors if member in (actor.id, actor.instead_of))
        level = replace(claim, amount=line, kind="level", metric=metric, shape="figure", cues=read, actors=named)
        yield replace(level, groups=(member,), threshold=None, threshold_of=None)


def left_behind(claim: Claim, pact: Pact, *kinds: str, start: int = 0) -> tuple[str, ...]:
    """Return the members listed right behind the first cue of ``kinds``, from ``start`` on, that has any."""
    for cue in claim.cues.within(start, len(claim.cues.text)).of(*kinds):
        named: list[str] = []
        end = cue.end
        for actor in claim.actors:
            member = actor.instead_of or actor.id
            if actor.start < cue.end or member not in pact.members:
                continue
            if actor.start - end > _BESIDE:
                break
            named.append(member)
            end = actor.end
        if named:
            return tuple(dict.fromkeys(named))
    return ()


def _group_of(claim: Claim, pact: Pact) -> str:
    """The group of which all but some are meant: the one named before the exception, else the whole pact."""
    first = claim.cues.of("all_but")[0].start
    named = (actor.id for actor in claim.actors if actor.id in pact.groups and actor.end <= first)
    return next((group for group in named if group != pact.conventions.whole), pact.conventions.whole)


def _left(claim: Claim, numbers: Mapping[str, int]) -> int:
    """How many "all but" leaves out: the numeral right behind it, else none."""
    ends = [cue.end for cue in claim.cues.of("all_but")]
    if any(0 <= one.start - end <= _NAMED for end in ends for one in claim.cues.of("single")):
        return 1
    text = claim.cues.text
    near = [value for start, value in numbers_in(text, numbers) for end in ends if 0 <= start - end <= _NAMED]
    return near[0] if near else 0


def is_of_total(claim: Claim) -> bool:
    """Whether a count of members is that of all of whom most, or all, are meant: "most of the 32 members"."""
    before = claim.cues.within(max(0, claim.start - _LISTED - _NAMED), claim.start)
    close = [cue for cue in before.of("majority", "whole_of") if claim.start - cue.end <= 1]
    return claim.metric == MEMBERS and bool(close)


def left_out(claim: Claim) -> Claim:
    """Return a count of members as a count of those that miss the target, where it is what "all but" leaves out."""
    before = claim.cues.within(max(0, claim.start - _BESIDE), claim.start)
    is_left = before.has("all_but") and claim.cues.has("all", "every") and claim.metric == MEMBERS
    if not is_left:
        return claim
    return replace(claim, shape="only" if _is_of_those_below(claim) else "all")


def alone(claim: Claim, pact: Pact) -> Claim | None:
    """Return how many reach a share by a sentence that gives it only to those it names, or not only to them.

    ``None`` where "only" is said of the number, or of nobody.
    """
    measured = pact.indicators.get(claim.metric)
    is_own = claim.kind == "share" and measured is not None and measured.unit == claim.unit
    is_line = claim.kind in ("level", "target") or is_own
    if claim.unit not in SHARES or not is_line or not claim.groups:
        return None
    if _is_aside(claim) or claim.cues.within(0, claim.start).has("near_line"):
        return None
    sole = _sole(claim)
    named = {actor.id for actor in claim.actors if actor.id in pact.members and actor.end <= claim.start}
    if sole is None or not named or claim.cues.within(sole.end, claim.start).has("outdoes"):
        return None
    is_denied = claim.cues.within(max(0, sole.start - _BESIDE), sole.start).has("not")
    is_less = claim.amount.qualifier in ("less_than", "at_most")
    is_missed = is_less or claim.cues.within(sole.end, claim.start).has("below", "fail", "not")
    amount = _count(len(named), "more_than" if is_denied else "exact")
    whole = pact.conventions.whole
    counted_ = replace(claim, amount=amount, kind="count", metric=MEMBERS, groups=(whole,))
    counted_ = replace(counted_, shape="all" if is_missed else "only")
    counted_ = replace(counted_, threshold_of=claim.metric if claim.metric in pact.indicators else None)
    return replace(counted_, threshold=claim.amount.value, is_over=claim.amount.qualifier == "more_than")


def _is_aside(claim: Claim) -> bool:
    """Whether the share only tells where somebody is, between commas, and another behind it is the line."""
    start, end = bounds_of(claim)
    text = claim.cues.text
    is_closed = start > 0 and end < len(text) and text[start - 1] in ",(" and text[end] in ",)"
    return is_closed and any(each.amount.unit in SHARES and place_of(each, claim)[0] > end for each in claim.others)


def is_denied_alone(claim: Claim) -> bool:
    """Whether the denial of the sentence lies on "only" and not on what is said: "not only X spends"."""
    sole = _sole(claim)
    return sole is not None and claim.cues.within(max(0, sole.start - _BESIDE), sole.end).has("not")


def _sole(claim: Claim) -> Cue | None:
    """The word that says of those named that nobody else does it: right before a name, or "is the only one to"."""
    before = claim.cues.within(0, claim.start)
    members = [actor for actor in claim.actors if actor.kind in _NAMES]
    for cue in before.of("only"):
        if any(0 <= actor.start - cue.end <= _NAMED for actor in members):
            return cue
    return next(iter(before.of("sole")), None) if members else None


def _all_fail(claim: Claim) -> bool:
    """Whether it is missing the line that is said of all: "all allies fail to", "all are below"."""
    every = claim.cues.of("all")[0]
    behind = claim.cues.within(every.end, len(claim.cues.text))
    is_below = behind.has("below") and not behind.has("not")
    return is_below or behind.has("fail")


def _is_wished(claim: Claim) -> bool:
    return claim.cues.within(0, claim.start).has(*WISHES)


def _count(value: int, qualifier: Qualifier = "exact") -> Amount:
    return Amount(value=Decimal(value), unit="count", qualifier=qualifier, is_line=value == 0)
