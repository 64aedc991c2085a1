"""Which share in a sentence is the threshold that tells the members counted beside it: "23 allies meet the 2 % target"."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from quotepart.checks.claims.claim import SHARES, Claim
from quotepart.checks.claims.clauses import bounds_of
from quotepart.checks.claims.cues import Cue
from quotepart.checks.working.register import MEMBERS
from quotepart.model.entry import Figure
from quotepart.model.pact import Pact, Pledge

_BEFORE, _BRACKET = 12, 3
_COUNTED = ("count", "fraction", "percent")
_RELATIONS = ("met", "below", "above", "spends")
_BINDING = (*_RELATIONS, "fail", "due", "forecast")
_PARTS, _STATES = frozenset(";:"), ("member", "adjective", "demonym")


def threshold_in(claim: Claim) -> Figure | None:
    """Return the figure by which those that ``claim`` counts are told from others, ``None`` where there is none.

    A target, or a share that stands behind the count with a word of reaching or missing between them.
    """
    shares = [each for each in claim.others if each.amount.unit in SHARES and not _is_of_one_named(claim, each)]
    targets = [each for each in shares if each.kind == "target" and not _is_wished(claim, each)]
    low, high = bounds_of(claim)
    named = next((each for each in targets if low <= _start(each, claim) < high), next(iter(targets), None))
    if named is None and claim.cues.has("number"):
        named = next((each for each in shares if _start(each, claim) < claim.start), None)
    return named or next((each for each in shares if _tells(claim, each)), None)


def _is_of_one_named(claim: Claim, share: Figure) -> bool:
    """Whether a share stands in brackets right behind a name: it is that one's, and no line for all."""
    at = _start(share, claim)
    opened = claim.cues.text[:at].rstrip().endswith("(")
    return opened and any(0 < at - actor.end <= _BRACKET for actor in claim.actors)


def pledged_threshold(pact: Pact, indicator: str, day: date) -> Decimal | None:
    """Return the line of the whole pact for ``indicator`` that was in force on ``day``, ``None`` where it had set none.

    That is the last one set by then; one that is due later counts only where there is no other.
    """
    made = _lines(pact, indicator, day)
    due = [each for each in made if each.deadline is None or each.deadline <= day.year]
    return max(due or made, key=lambda each: each.made_on).threshold if made else None


def open_thresholds(pact: Pact, indicator: str, day: date) -> tuple[Decimal, ...]:
    """Return the lines that "the target" can be on ``day``, the lowest first: that in force, and one set since and due later."""
    in_force = pledged_threshold(pact, indicator, day)
    lines = {each.threshold for each in _lines(pact, indicator, day) if each.deadline and each.deadline > day.year}
    return tuple(sorted(line for line in {in_force, *lines} if line is not None))


def day_spoken_of(claim: Claim) -> date:
    """Return the last day of the year that the words give, the day they were said where they give none or that one."""
    year = claim.period.end_year if claim.period else None
    return date(year, 12, 31) if year is not None and year < claim.said_on.year else claim.said_on


def _lines(pact: Pact, indicator: str, day: date) -> list[Pledge]:
    """The lines that the whole pact had set for an indicator by a day."""
    head = pact.conventions
    return [
        each
        for each in pact.pledges
        if each.threshold is not None
        and each.operator == ">="
        and each.made_by == head.whole
        and head.pledge_indicators.get(each.measure) == indicator
        and each.made_on <= day.isoformat()
    ]


def is_pledged(claim: Claim, pact: Pact) -> bool:
    """Whether the amount is one that the pact, or a member, has promised or was asked to reach: a line without tolerance."""
    return claim.amount.value in {each.threshold for each in pact.pledges}


def is_threshold(claim: Claim) -> bool:
    """Whether the share that ``claim`` states is such a threshold of a count in its sentence."""
    if is_step_of(claim):
        return True
    if claim.unit not in SHARES or claim.kind not in ("target", "level", "share"):
        return False
    counts = [each for each in claim.others if each.metric == MEMBERS and each.amount.unit in _COUNTED]
    counts = [each for each in counts if not _is_scope(each, claim)]
    if claim.kind == "target" and _is_of_another_clause(claim, counts):
        return False
    if claim.kind == "target" or (counts and claim.cues.within(0, claim.start).has("number")):
        return bool(counts)
    return any(_lies_between(claim, _end(each, claim), claim.start) for each in counts)


def is_step_of(claim: Claim) -> bool:
    """Whether the change is by how much those counted before it rose or fell: "six raised theirs by 10 %"."""
    if claim.unit != "percent" or claim.kind != "change":
        return False
    counts = [_end(each, claim) for each in claim.others if each.metric == MEMBERS and each.amount.unit == "count"]
    return any(end <= claim.start and claim.cues.within(end, claim.start).has("up", "down") for end in counts)


def _is_of_another_clause(claim: Claim, counts: Sequence[Figure]) -> bool:
    """Whether the counts stand in other clauses than the target, with a target of their own: "all are at 2, five at 3.5"."""
    low, high = bounds_of(claim)
    is_apart = not any(low <= _start(each, claim) < high for each in counts)
    return is_apart and any(each.kind == "target" and each.amount.unit in SHARES for each in claim.others)


def _is_scope(count: Figure, claim: Claim) -> bool:
    """Whether a count is that of all among whom somebody stands: "tops the list of 32, spending 4 percent"."""
    start, end = _start(count, claim), _end(count, claim)
    is_of = claim.cues.within(max(0, start - 2 * _BEFORE), start).has("among")
    firsts = [each for each in claim.others if each.metric == MEMBERS and _end(each, claim) <= start]
    return is_of and not firsts and "," in claim.cues.text[end : claim.start]


def _is_wished(claim: Claim, share: Figure) -> bool:
    """Whether those counted promise or are asked to reach the share: they are all that did so, not all that reach it."""
    between = claim.cues.within(claim.end, max(claim.end, _start(share, claim)))
    are_all = claim.cues.within(max(0, claim.start - _BEFORE), claim.start).has("definite")
    return between.has("promise", "demand") or (are_all and between.has("forecast"))


def is_about_target(claim: Claim) -> bool:
    """Whether the members counted are those at, above or below a threshold that the sentence names."""
    if claim.shape in ("all", "only") or claim.threshold is not None:
        return True
    if is_total(claim):
        return False
    if not is_bound(claim, *_BINDING) and not _is_second(claim):
        return False
    if threshold_in(claim) is not None:
        return True
    reaches = claim.cues.has("met", "below", "above", "fail") or claim.cues.has("due")
    return claim.cues.has("target", "due") and reaches


def is_bound(claim: Claim, *kinds: str) -> bool:
    """Whether the count itself is what a word of ``kinds`` is said of: it stands before it in its clause, or behind it.

    Behind it nothing may part them: no count of fewer, no word that opens a clause, nobody of whom alone it is said.
    """
    low, _ = bounds_of(claim)
    if claim.cues.within(low, claim.start).has(*kinds):
        return True
    behind = [cue for cue in claim.cues.of(*kinds) if cue.start >= claim.end]
    if not behind or _is_parted(claim, behind[0].start):
        return False
    return behind[0].kind != "spends" or not claim.cues.within(claim.end, behind[0].start).has("target")


def _is_second(claim: Claim) -> bool:
    """Whether it is a bare number behind another count, whose noun and verb it shares: "23 meet it, and ten did in 2014"."""
    is_bare = len(claim.text.split()) == 1 and "-" not in claim.text
    return is_bare and any(each.metric == MEMBERS and _end(each, claim) <= claim.start for each in claim.others)


def _is_parted(claim: Claim, end: int) -> bool:
    """Whether something else than the count is the subject of the word at ``end`` of the sentence.

    A lone comma opens another clause; two or more enclose what only tells more of those counted. A clause that opens right
    behind the count is said of it: "four that reach".
    """
    words = claim.cues.text[claim.end : end]
    first, last = words.find(", "), words.rfind(", ")
    aside = range(claim.end + first, claim.end + last) if first < last else range(0)
    between = [cue for cue in claim.cues.within(claim.end, end).hits if cue.start not in aside]
    if any(_opens(cue, claim) for cue in between) or _PARTS & set(words) or words.count(", ") == 1:
        return True
    counts = [each for each in claim.others if each.metric == MEMBERS and claim.end <= _start(each, claim) < end]
    if any(each.amount.value < claim.amount.value for each in counts):
        return True
    is_whole = claim.cues.within(max(0, claim.start - _BEFORE), claim.start).has("among")
    return is_whole and any(claim.end <= actor.start < end for actor in claim.actors if actor.kind in _STATES)


def _opens(cue: Cue, claim: Claim) -> bool:
    """Whether a cue behind the count opens a clause of others, or wishes; right behind it it only tells more of those counted."""
    if cue.kind in ("promise", "demand"):
        return True
    if cue.kind not in ("clause", "only", "sole"):
        return False
    said = {each.start for each in claim.cues.of(*_RELATIONS, "fail", "due", "not")}
    return cue.start > claim.end + 1 or (cue.kind == "clause" and cue.end + 1 not in said)


def is_total(claim: Claim) -> bool:
    """Whether ``claim`` counts all of those of whom some are spoken of: "of the 29, five met it", "few of the 29 members"."""
    before = claim.cues.within(max(0, claim.start - _BEFORE), claim.start)
    counts = [each for each in claim.others if each.metric == MEMBERS and each.amount.unit == "count"]
    is_part = any(each.amount.value > claim.amount.value for each in counts)
    is_of = any(claim.start - cue.end <= 1 < cue.end - cue.start - 1 for cue in before.of("among"))
    if claim.unit == "count" and is_of and not is_part:
        return True
    is_larger = claim.unit == "count" and any(each.amount.value < claim.amount.value for each in counts)
    return is_larger and before.has("among", "definite", "numbering")


def _tells(claim: Claim, share: Figure) -> bool:
    return share.kind in ("level", "share") and _lies_between(claim, claim.end, _start(share, claim))


def _lies_between(claim: Claim, end: int, start: int) -> bool:
    return end <= start and claim.cues.within(end, start).has(*_RELATIONS)


def _start(figure: Figure, claim: Claim) -> int:
    """Where a figure of the same sentence begins in it."""
    return figure.span.start - (claim.span.start - claim.start if claim.span else 0)


def _end(figure: Figure, claim: Claim) -> int:
    return figure.span.end - (claim.span.start - claim.start if claim.span else 0)
