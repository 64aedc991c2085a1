"""How many members a group has: a matter of record on the day that is spoken of."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from quotepart.checks.claims.claim import Claim
from quotepart.checks.claims.clauses import clause_of, place_of
from quotepart.checks.claims.cues import cue_grammar
from quotepart.checks.claims.metrics import OTHER
from quotepart.checks.claims.numerals import numbers_in
from quotepart.checks.claims.thresholds import is_about_target, is_total
from quotepart.checks.operations.operation import Operation
from quotepart.checks.readings.readings import Fact, Query, Setting, reasons
from quotepart.checks.readings.record_facts import joined_between, members_on
from quotepart.checks.readings.values import at
from quotepart.checks.working.measured import Measured
from quotepart.checks.working.register import MEMBERS, member_input
from quotepart.model.dates import day_after, first_day
from quotepart.model.entry import Figure

_NEAR, _CLOSE, _BESIDE, _LATELY = 24, 6, 3, 2
_PART, _OF = 14, 40  # characters from a part to its "of", and to the whole
_SHARES = (Decimal("0.75"), Decimal("0.25"))  # the end of a period before its beginning


def fits(claim: Claim, setting: Setting) -> bool:
    """Whether the figure counts the members of a group that has all its members in the pact, and says nothing else of them."""
    if claim.unit != "count" or is_about_target(claim):
        return False
    if any(not setting.pact.groups[group].is_whole for group in claim.groups if group in setting.pact.groups):
        return False
    if claim.metric in (MEMBERS, OTHER) and _is_from(claim):
        return any(each.metric == MEMBERS for each in _counts(claim))
    return claim.metric == MEMBERS and not _is_part(claim)


def _is_part(claim: Claim) -> bool:
    """Whether the figure counts some of those that another figure of the sentence counts: "23 of the 28 members"."""
    return any(
        each.metric == MEMBERS and each.amount.unit == "count" and each.amount.value > claim.amount.value
        for each in claim.others
    )


def _is_whole(claim: Claim) -> bool:
    """Whether the words count all members: "the 29 members", "the pact has 29"; "five members" can be any five."""
    near = claim.cues.within(max(0, claim.start - _NEAR), claim.start)
    if near.has("only"):
        return False
    is_parted = any(each.metric == MEMBERS for each in claim.others)
    if (is_total(claim) and is_parted) or _is_from(claim) or _is_to(claim):
        return True
    beside = [cue.end for cue in near.of("definite")] + [
        actor.end for actor in claim.actors if actor.id in claim.groups
    ]
    return near.has("numbering") or any(0 <= claim.start - end <= _BESIDE for end in beside)


def read(claim: Claim, setting: Setting) -> tuple[Query, ...]:
    """Return one reading for each group and each number of members that the period had."""
    if _is_joined(claim):
        return _joined(claim, setting)
    queries: list[Query] = []
    for group in setting.group_options(claim):
        days = _days(claim, setting, group.id)
        shares = _SHARES[: len(days)] if len(days) > 1 else (Decimal(1),)
        for day, share in zip(days, shares, strict=True):
            queries.append(_query(claim, setting, group.id, day, group.weight * share, reasons((group,))))
    return tuple(queries)


def _days(claim: Claim, setting: Setting, group: str) -> tuple[date, ...]:
    """The day spoken of; the first and last of a period in which the number changed.

    Of a number that grew "from 28 to 32" the first is that of the beginning, or of any day before.
    """
    if _is_from(claim):
        return _before(claim, setting, group)
    if _is_to(claim):
        return (claim.said_on,)
    period = claim.period
    end = period.end if period else None
    if period is None or end is None or is_total(claim) or claim.cues.has("since"):
        return (claim.said_on,)
    beside = claim.cues.within(max(0, claim.start - _NEAR), claim.start)
    numbered = beside.has("numbering") or not _is_whole(claim)
    last = min(day_after(end) - timedelta(days=1), claim.said_on)
    first = min(first_day(period.start or end), last)
    is_same = len(setting.pact.members_on(group, first)) == len(setting.pact.members_on(group, last))
    if not numbered and len(setting.pact.members_on(group, claim.said_on)) != len(setting.pact.members_on(group, last)):
        return (claim.said_on, last)
    return (last,) if is_same else (last, first)


def _is_joined(claim: Claim) -> bool:
    """Whether the figure counts those that joined in a period."""
    near = claim.cues.within(max(0, claim.start - _NEAR), claim.start)
    is_size = any(claim.start - cue.end <= 1 for cue in near.of("numbering"))
    joins = clause_of(claim).has("joining") and not is_total(claim) and not is_size
    return joins and claim.period is not None and claim.period.start is not None


def _joined(claim: Claim, setting: Setting) -> tuple[Query, ...]:
    """Return the one reading of how many joined in the period: those of the register, from its first day to its last."""
    period, whole = claim.period, setting.pact.conventions.whole
    if period is None or period.start is None:
        return ()
    first = first_day(period.start)
    opened = claim.cues.has("since", "after")
    if claim.cues.has("after"):
        first = day_after(period.start)
    last = (
        claim.said_on if opened or period.end is None else min(day_after(period.end) - timedelta(days=1), claim.said_on)
    )
    joined = joined_between(setting.pact, first - timedelta(days=1), last)
    inputs = tuple(member_input(setting.pact, each, whole, setting.pact.members[each].joined.year) for each in joined)
    names = setting.wording.listing(setting.entity_name(each) for each in joined)
    years = setting.wording.period(first.isoformat(), last.isoformat())
    fact = Fact(value=Measured.exactly(len(joined)), inputs=inputs, as_of=last.isoformat())
    return (
        Query(
            label=setting.label("joined", years=years, number=str(len(joined)), names=names or "–"),
            weight=Decimal(1),
            why=(),
            measure=MEMBERS,
            indicator=MEMBERS,
            group=whole,
            start=first.year,
            end=last.year,
            unit="count",
            formulas=(at(MEMBERS, whole, first.year, last.year) if joined else "0",),
            amount=claim.amount,
            shown_as="fact",
            fact=fact,
        ),
    )


def _is_from(claim: Claim) -> bool:
    """Whether the figure is the number from which the members grew, with the larger one right behind it."""
    before = claim.cues.within(max(0, claim.start - _CLOSE), claim.start)
    return before.has("from") and any(0 < _start(each, claim) - claim.end <= _NEAR for each in _counts(claim))


def _is_to(claim: Claim) -> bool:
    return any(0 < claim.start - _start(each, claim) <= _NEAR for each in _counts(claim)) and claim.cues.has("from")


def _counts(claim: Claim) -> list[Figure]:
    return [each for each in claim.others if each.amount.unit == "count" and each.metric in (MEMBERS, "other")]


def _start(figure: Figure, claim: Claim) -> int:
    return figure.span.start - (claim.span.start - claim.start if claim.span else 0)


def _before(claim: Claim, setting: Setting, group: str) -> tuple[date, ...]:
    """The day from which the members are said to have grown: the stated year's first, else the last one with that number."""
    start = claim.period.start if claim.period else None
    since = start or next((start for each in _counts(claim) if (start := _year_of(each)) is not None), None)
    if since is not None:
        return (min(first_day(since), claim.said_on),)
    joined = sorted({member.joined for member in setting.pact.members.values() if member.joined <= claim.said_on})
    eves = [day - timedelta(days=1) for day in joined]
    fitting = [day for day in eves if len(setting.pact.members_on(group, day)) == claim.amount.value]
    return (fitting[-1] if fitting else claim.said_on,)


def _year_of(figure: Figure) -> str | None:
    """The year since which, ``None`` where the figure's period is no more than the moment of speaking."""
    start = figure.period.start if figure.period else None
    return start if start and len(start) == 4 else None


def _was_so_lately(claim: Claim, setting: Setting, group: str) -> bool:
    """Whether the group had that many members at the end of one of the last years: it may be that of the year reported on."""
    ends = (date(claim.said_on.year - back, 12, 31) for back in range(1, _LATELY + 1))
    return any(len(setting.pact.members_on(group, end)) == claim.amount.value for end in ends)


def _is_of_the_others(claim: Claim) -> bool:
    """Whether somebody is left out right behind the count: "the 27 countries outside of ourselves"."""
    return claim.cues.within(claim.end, claim.end + _NEAR).has("except", "all_but")


def _has_unread_part(claim: Claim) -> bool:
    """Whether a number of which it is the whole was not taken for a figure: "twenty-five of the 32", "nine of its 29"."""
    numbers = numbers_in(claim.cues.text[: claim.start], cue_grammar(claim.lang).numbers)
    taken = [place_of(each, claim) for each in claim.others]
    among = [cue.start for cue in claim.cues.within(0, claim.start).of("among")]
    parts = [start for start, _ in numbers if any(0 < at - start <= _PART for at in among)]
    return any(claim.start - start <= _OF and not any(a <= start < b for a, b in taken) for start in parts)


def _query(claim: Claim, setting: Setting, group: str, day: date, weight: Decimal, why: tuple[str, ...]) -> Query:
    return Query(
        label=setting.label("members", group=group, day=setting.wording.date(day)),
        weight=weight,
        why=why,
        measure=MEMBERS,
        indicator=MEMBERS,
        group=group,
        start=day.year,
        end=day.year,
        unit="count",
        formulas=(f"{MEMBERS}[{group}, {day.year}]",),
        amount=claim.amount,
        shown_as="members",
        fact=members_on(setting.pact, group, day),
        may_confirm=not _has_unread_part(claim),
        may_contradict=_is_whole(claim)
        and not _is_of_the_others(claim)
        and not (is_total(claim) and _was_so_lately(claim, setting, group)),
    )


OPERATION = Operation(id="count_members", order=15, fits=fits, read=read)
