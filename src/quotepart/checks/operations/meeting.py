"""Which meeting was where and when, and whether it was the first there: a matter of record."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal

from quotepart.checks.claims.claim import Claim, RecordWords
from quotepart.checks.claims.told_time import agrees, overlaps
from quotepart.checks.operations.operation import Operation
from quotepart.checks.readings.readings import Query, Setting
from quotepart.checks.readings.record_facts import one_of
from quotepart.checks.working.register import MEETING, meeting_input
from quotepart.model.dates import day_after, first_day
from quotepart.model.pact import Meeting


def fits(claim: Claim, setting: Setting) -> bool:
    """Whether the words say that a meeting of the pact's calendar was somewhere at some time."""
    return claim.shape == "meeting" and claim.fact is not None


def read(claim: Claim, setting: Setting) -> tuple[Query, ...]:
    """Return the one reading: the meetings of that kind at that time, or those held there before."""
    words = claim.fact
    if words is None:
        return ()
    calendar = [each for each in setting.pact.meetings if each.kind == words.kind and _first(each) <= claim.said_on]
    found = _firsts(calendar, words) if words.is_first else _then(calendar, words)
    if found is None:
        return ()
    is_so, told = found
    is_so = is_so != words.is_denied
    return (_query(claim, setting, is_so, told),)


def _then(calendar: Sequence[Meeting], words: RecordWords) -> tuple[bool, list[Meeting]] | None:
    """Whether a meeting of that time was there, and the meetings that show it; ``None`` for a time without any."""
    when = words.when
    if when is None:
        return None
    there = [each for each in calendar if _is_there(each, words)]
    fitting = [agrees(when, _first(each), _last(each)) for each in there]
    if True in fitting or None in fitting:
        right = [each for each, is_so in zip(there, fitting, strict=True) if is_so]
        return (True, right) if right else None
    elsewhere = [each for each in calendar if overlaps(when, _first(each), _last(each))]
    if elsewhere:
        return False, elsewhere
    same_year = [each for each in there if when.start and each.start.startswith(when.start[:4])]
    return (False, same_year or there) if there and words.kind == "summit" else None


def _firsts(calendar: Sequence[Meeting], words: RecordWords) -> tuple[bool, list[Meeting]] | None:
    """Whether the last meeting there was the first one there, or the first since the year that the words give."""
    there = sorted((each for each in calendar if _is_there(each, words)), key=lambda each: each.start)
    since = words.when.start if words.when else None
    counted = [each for each in there if since is None or each.start > since + "~"]
    if not counted or words.kind != "summit":
        return None
    before = [each for each in there if each.start[: len(since)] == since] if since else []
    return len(counted) == 1 and (since is None or bool(before)), [*before, *counted]


def _query(claim: Claim, setting: Setting, is_so: bool, told: Sequence[Meeting]) -> Query:
    whole, year = setting.pact.conventions.whole, _first(told[0]).year
    places = [
        setting.label(
            "held",
            place=setting.city_name(each.city) if each.city else "–",
            day=setting.wording.period(each.start, each.end),
        )
        for each in told[:4]
    ]
    kind = setting.wording.say(f"meeting_kinds.{told[0].kind}")
    return Query(
        label=setting.label("meetings", kind=kind, places=setting.wording.listing(places)),
        weight=Decimal(1),
        why=(),
        measure=MEETING,
        indicator=MEETING,
        group=whole,
        start=year,
        end=_first(told[-1]).year,
        unit="record",
        formulas=(f"{MEETING}[{whole}, {year}]",),
        amount=claim.amount,
        shown_as="fact",
        fact=one_of(
            is_so,
            tuple(meeting_input(each, setting.pact, is_so=is_so) for each in told[:1]),
            _first(told[0]),
            citable=all(each.source is not None and each.source.citable for each in told),
        ),
    )


def _is_there(meeting: Meeting, words: RecordWords) -> bool:
    return meeting.city == words.city if words.city else meeting.country == words.country


def _first(meeting: Meeting) -> date:
    return first_day(meeting.start)


def _last(meeting: Meeting) -> date:
    return day_after(meeting.end or meeting.start) - timedelta(days=1)


OPERATION = Operation(id="meeting", order=2, fits=fits, read=read)
