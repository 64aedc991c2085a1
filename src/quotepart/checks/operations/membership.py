"""Who is a member, who founded the pact, and who joined last: matters of record."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from quotepart.checks.claims.claim import Claim
from quotepart.checks.operations.operation import Operation
from quotepart.checks.readings.readings import Query, Setting
from quotepart.checks.readings.record_facts import one_of
from quotepart.checks.readings.values import at
from quotepart.checks.working.register import MEMBERS, member_input
from quotepart.model.dates import day_after, first_day


def fits(claim: Claim, setting: Setting) -> bool:
    """Whether the words say that a state is a member, a founder, the newest member, or is not."""
    return claim.shape == "membership" and claim.fact is not None


def read(claim: Claim, setting: Setting) -> tuple[Query, ...]:
    """Return the one reading: whether the state is among those of the register that the words mean, or is not, as they say."""
    words, who = claim.fact, claim.groups[0]
    if words is None:
        return ()
    pact, whole = setting.pact, setting.pact.conventions.whole
    day = _day(claim)
    present = [pact.members[member] for member in pact.members_on(whole, day)]
    limit = max(each.joined for each in present) if words.is_first else min(each.joined for each in present)
    among = [each for each in present if not (words.is_first or words.begins) or each.joined == limit]
    inputs = tuple(member_input(pact, each.id, whole, day.year) for each in among)
    is_among = who in {each.id for each in among}
    key = "newest" if words.is_first else "founders" if words.begins else "membership" if is_among else "no_member"
    is_so = is_among != words.is_denied
    names = setting.wording.listing(setting.entity_name(each.id) for each in among)
    return (
        Query(
            label=setting.label(
                key,
                group=whole,
                day=setting.wording.date(day),
                number=str(len(among)),
                names=names,
                name=setting.entity_name(who),
            ),
            weight=Decimal(1),
            why=(),
            measure=MEMBERS,
            indicator=MEMBERS,
            group=whole,
            start=day.year,
            end=day.year,
            unit="record",
            formulas=("1" if is_so else "0",) if who not in pact.members else (_formula(who, day, is_so),),
            amount=claim.amount,
            shown_as="fact",
            fact=one_of(is_so, inputs, day),
        ),
    )


def _day(claim: Claim) -> date:
    """The day spoken of: the end of the time that the words give, else the day they were said."""
    when = claim.fact.when if claim.fact else None
    if when is None or when.end is None:
        return claim.said_on
    return min(day_after(when.end), claim.said_on) if day_after(when.end) > first_day(when.end) else claim.said_on


def _formula(who: str, day: date, is_so: bool) -> str:
    return at(MEMBERS, who, day.year) if is_so else "0"


OPERATION = Operation(id="membership", order=2, fits=fits, read=read)
