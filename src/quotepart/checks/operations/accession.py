"""When a member joined: the year, a matter of record."""

from __future__ import annotations

from decimal import Decimal

from quotepart.checks.claims.claim import Claim
from quotepart.checks.operations.operation import Operation
from quotepart.checks.readings.readings import Fact, Query, Setting
from quotepart.checks.readings.values import at
from quotepart.checks.working.measured import Measured
from quotepart.checks.working.register import JOINED_IN, joined_input


def fits(claim: Claim, setting: Setting) -> bool:
    """Whether the words say in which year a member joined."""
    return claim.shape == "accession" and claim.groups[0] in setting.pact.members


def read(claim: Claim, setting: Setting) -> tuple[Query, ...]:
    """Return the one reading: the year of the register, or no reading of a year that is denied and not replaced."""
    member = setting.pact.members[claim.groups[0]]
    if claim.fact is not None and claim.fact.is_denied:
        return ()
    fact = Fact(
        value=Measured.exactly(Decimal(member.joined.year)),
        inputs=(joined_input(setting.pact, member.id),),
        as_of=member.joined.isoformat(),
        citable=member.source is not None and member.source.citable,
    )
    return (
        Query(
            label=setting.label("accession", group=member.id, year=str(member.joined.year)),
            weight=Decimal(1),
            why=(),
            measure=JOINED_IN,
            indicator=JOINED_IN,
            group=member.id,
            start=member.joined.year,
            end=member.joined.year,
            unit="year",
            formulas=(at(JOINED_IN, member.id, member.joined.year),),
            amount=claim.amount,
            shown_as="fact",
            fact=fact,
        ),
    )


OPERATION = Operation(id="accession", order=1, fits=fits, read=read)
