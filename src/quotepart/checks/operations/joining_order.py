"""Who joined before whom, and who was the first to join since another: matters of record."""

from __future__ import annotations

from decimal import Decimal

from quotepart.checks.claims.claim import Claim
from quotepart.checks.operations.operation import Operation
from quotepart.checks.readings.readings import Query, Setting
from quotepart.checks.readings.record_facts import joined_between, one_of
from quotepart.checks.readings.values import at
from quotepart.checks.working.register import JOINED_IN, joined_input
from quotepart.model.member import Member


def fits(claim: Claim, setting: Setting) -> bool:
    """Whether the words set the accessions of two members in order."""
    return claim.shape == "joining_order" and len(_pair(claim, setting)) == 2


def read(claim: Claim, setting: Setting) -> tuple[Query, ...]:
    """Return the one reading: whether the register has the two in the order that the words give, and nobody between them."""
    pact, words = setting.pact, claim.fact
    first, second = _pair(claim, setting)
    if words is None:
        return ()
    is_so = first.joined < second.joined
    if words.is_first:
        between = joined_between(pact, first.joined, second.joined)
        is_so = is_so and not any(pact.members[each].joined < second.joined for each in between)
    inputs = (joined_input(pact, first.id), joined_input(pact, second.id))
    citable = all(each.source is not None and each.source.citable for each in (first, second))
    label = setting.label(
        "joining_order",
        group=first.id,
        day=setting.wording.date(first.joined),
        other=setting.entity_name(second.id),
        then=setting.wording.date(second.joined),
    )
    return (
        Query(
            label=label,
            weight=Decimal(1),
            why=(),
            measure=JOINED_IN,
            indicator=JOINED_IN,
            group=first.id,
            start=first.joined.year,
            end=second.joined.year,
            unit="record",
            formulas=(_formula(first, second, is_so != words.is_denied),),
            amount=claim.amount,
            shown_as="fact",
            fact=one_of(is_so != words.is_denied, inputs, claim.said_on, citable=citable),
        ),
    )


def _pair(claim: Claim, setting: Setting) -> tuple[Member, ...]:
    return tuple(setting.pact.members[each] for each in claim.groups if each in setting.pact.members)


def _formula(first: Member, second: Member, is_so: bool) -> str:
    """One where the year of the later accession is not before that of the earlier, as far as years tell; else zero."""
    return f"count({at(JOINED_IN, second.id, second.joined.year)} >= {first.joined.year})" if is_so else "0"


OPERATION = Operation(id="joining_order", order=2, fits=fits, read=read)
