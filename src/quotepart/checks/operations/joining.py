"""The place in the order of joining: "became the 32nd member", a matter of record."""

from __future__ import annotations

from decimal import Decimal

from quotepart.checks.claims.claim import Claim
from quotepart.checks.operations.operation import Operation
from quotepart.checks.readings.readings import Query, Setting
from quotepart.checks.readings.record_facts import place_of_joining
from quotepart.checks.readings.values import at
from quotepart.checks.working.register import MEMBERS


def fits(claim: Claim, setting: Setting) -> bool:
    """Whether the words give a member its place in the order of joining."""
    return claim.shape == "joining" and claim.groups[0] in setting.pact.members


def read(claim: Claim, setting: Setting) -> tuple[Query, ...]:
    """Return the one reading: the pact's register of members."""
    member, whole = setting.pact.members[claim.groups[0]], setting.pact.conventions.whole
    return (
        Query(
            label=setting.label("joining", group=member.id, day=setting.wording.date(member.joined)),
            weight=Decimal(1),
            why=(),
            measure=MEMBERS,
            indicator=MEMBERS,
            group=member.id,
            start=member.joined.year,
            end=member.joined.year,
            unit="count",
            formulas=(at(MEMBERS, whole, member.joined.year),),
            amount=claim.amount,
            shown_as="rank",
            fact=place_of_joining(setting.pact, member.id),
        ),
    )


OPERATION = Operation(id="joining", order=4, fits=fits, read=read)
