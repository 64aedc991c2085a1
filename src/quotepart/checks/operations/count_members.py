"""How many members a group has: a matter of record on the day that is spoken of."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from quotepart.checks.claims import Claim
from quotepart.checks.operations.operation import Operation
from quotepart.checks.readings import Query, Setting, reasons
from quotepart.checks.record_facts import members_on
from quotepart.checks.register import MEMBERS
from quotepart.checks.thresholds import is_about_target, is_total
from quotepart.model.dates import day_after, first_day

_NEAR = 16
_SHARES = (Decimal("0.75"), Decimal("0.25"))  # the end of a period before its beginning


def fits(claim: Claim, setting: Setting) -> bool:
    """Whether the figure counts the members of a group of the pact, and says nothing else of them."""
    return claim.unit == "count" and claim.metric == MEMBERS and not is_about_target(claim) and not _is_part(claim)


def _is_part(claim: Claim) -> bool:
    """Whether the figure counts some of those that another figure of the sentence counts: "23 of the 28 members"."""
    return any(
        each.metric == MEMBERS and each.amount.unit == "count" and each.amount.value > claim.amount.value
        for each in claim.others
    )


def _is_whole(claim: Claim) -> bool:
    """Whether the words count all members: "the 29 members", "the pact has 29"; "five members" can be any five."""
    if is_total(claim):
        return True
    near = claim.cues.within(max(0, claim.start - _NEAR), claim.start)
    return near.has("definite", "numbering")


def read(claim: Claim, setting: Setting) -> tuple[Query, ...]:
    """Return one reading for each group and each number of members that the period had."""
    queries: list[Query] = []
    for group in setting.group_options(claim):
        days = _days(claim, setting, group.id)
        shares = _SHARES[: len(days)] if len(days) > 1 else (Decimal(1),)
        for day, share in zip(days, shares, strict=True):
            queries.append(_query(claim, setting, group.id, day, group.weight * share, reasons((group,))))
    return tuple(queries)


def _days(claim: Claim, setting: Setting, group: str) -> tuple[date, ...]:
    """The day spoken of; the first and last of a period in which the number changed."""
    period = claim.period
    end = period.end if period else None
    if period is None or end is None or is_total(claim):
        return (claim.said_on,)
    numbered = claim.cues.has("numbering") or not _is_whole(claim)
    last = min(day_after(end) - timedelta(days=1), claim.said_on)
    first = min(first_day(period.start or end), last)
    is_same = len(setting.pact.members_on(group, first)) == len(setting.pact.members_on(group, last))
    if not numbered and len(setting.pact.members_on(group, claim.said_on)) != len(setting.pact.members_on(group, last)):
        return (claim.said_on, last)
    return (last,) if is_same else (last, first)


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
        may_contradict=_is_whole(claim),
    )


OPERATION = Operation(id="count_members", order=15, fits=fits, read=read)
