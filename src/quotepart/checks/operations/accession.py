"""When a member joined: the year, or the day or month, a matter of record."""

from __future__ import annotations

from decimal import Decimal

from quotepart.checks.claims.claim import Claim
from quotepart.checks.claims.told_time import begun
from quotepart.checks.operations.operation import Operation
from quotepart.checks.readings.readings import Fact, Query, Setting
from quotepart.checks.readings.values import at
from quotepart.checks.working.measured import Measured
from quotepart.checks.working.register import JOINED_IN, joined_input


def fits(claim: Claim, setting: Setting) -> bool:
    """Whether the words say when a member joined."""
    return claim.shape == "accession" and claim.groups[0] in setting.pact.members


def read(claim: Claim, setting: Setting) -> tuple[Query, ...]:
    """Return the one reading: the year of the register, and its day or month where the words give one.

    There is none of a time that is denied and not replaced, and none of a day that misses the register's by a week or less.
    """
    member = setting.pact.members[claim.groups[0]]
    if claim.fact is None or claim.fact.is_denied:
        return ()
    is_so = None if claim.unit == "year" or claim.fact.when is None else begun(claim.fact.when, member.joined)
    if claim.unit != "year" and is_so is None:
        return ()
    year = member.joined.year
    fact = Fact(
        value=Measured.exactly(year if is_so is None else int(is_so)),
        inputs=(joined_input(setting.pact, member.id, is_so=is_so),),
        as_of=member.joined.isoformat(),
        citable=member.source is not None and member.source.citable,
    )
    return (
        Query(
            label=setting.label("accession", group=member.id, day=setting.wording.date(member.joined)),
            weight=Decimal(1),
            why=(),
            measure=JOINED_IN,
            indicator=JOINED_IN,
            group=member.id,
            start=year,
            end=year,
            unit=claim.unit,
            formulas=(at(JOINED_IN, member.id, year),),
            amount=claim.amount,
            shown_as="fact",
            fact=fact,
        ),
    )


OPERATION = Operation(id="accession", order=1, fits=fits, read=read)
