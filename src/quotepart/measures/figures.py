"""The figures of a question's members: printed by its edition, implied by it, or taken from another producer's.

A table of measures needs what members spend beside what they could pay: an edition without GDP or population must not keep the
question from being answered, and what stands in must be named. Every figure keeps the observation it came from.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field, replace
from decimal import Decimal
from typing import Literal

from quotepart.measures.question import Question
from quotepart.model.frozen import dataclass
from quotepart.model.observation import Edition, Observation

How = Literal["printed", "implied", "other"]


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberFigures:
    """One indicator by member, in full units.

    ``how`` says whether the question's edition ``printed`` it, ``implied`` it (the spending over its share, the GDP over
    that per head), or an ``other`` edition had it. ``missing`` lists members without a figure.
    """

    indicator: str
    values: Mapping[str, Decimal] = field(default_factory=dict)
    inputs: tuple[Observation, ...] = ()
    missing: tuple[str, ...] = ()
    how: How = "printed"

    @property
    def total(self) -> Decimal:
        """The sum over the members that have a figure."""
        return sum(self.values.values(), Decimal(0))

    def shares(self) -> dict[str, Decimal]:
        """Return each member's share of the sum, from 0 to 1; nothing where the sum is zero.

        >>> MemberFigures(indicator="gdp", values={"SYL": Decimal(3), "BOR": Decimal(1)}).shares()["SYL"]
        Decimal('0.75')
        """
        return {member: value / self.total for member, value in self.values.items()} if self.total else {}


def figures_of(question: Question, indicator: str, members: Iterable[str] | None = None) -> MemberFigures:
    """Return the figures of ``indicator`` for the question's members, or those of ``members``.

    Asked in turn: the question's edition, what it implies of GDP in constant prices, other editions known on the day, what it
    implies of the people. Where none has all members, what the edition printed is returned with the rest missing.
    """
    without = question.account.pact.indicators[indicator].without
    asked = tuple(member for member in (members or question.members) if member not in without)
    printed = _printed(question, indicator, asked, question.edition)
    ways = (_implied_size, _from_others, _implied_people)
    if not printed.missing:
        return printed
    found = (each for way in ways if (each := way(question, indicator, asked)) is not None)
    return next((each for each in found if not each.missing), printed)


def _printed(question: Question, indicator: str, members: tuple[str, ...], edition: Edition) -> MemberFigures:
    seen = {
        member: question.account.observe(
            member, indicator, question.year, edition=edition, basis=question.basis,
            with_uncitable=question.with_uncitable,
        )
        for member in members
    }  # fmt: skip
    known = {member: observation for member, observation in seen.items() if observation}
    return MemberFigures(
        indicator=indicator,
        values={member: observation.value for member, observation in known.items()},
        inputs=tuple(known.values()),
        missing=tuple(member for member, observation in seen.items() if observation is None),
        how="printed" if edition is question.edition else "other",
    )


def _implied_size(question: Question, indicator: str, members: tuple[str, ...]) -> MemberFigures | None:
    """GDP as Y = E ÷ s, where spending and its share are both in constant prices."""
    share = question.account.pact.conventions.share_indicator
    if indicator != question.size or question.basis != "constant":
        return None
    spent = _printed(question, question.main, members, question.edition)
    shares = _printed(question, share, members, question.edition)
    factor = question.account.pact.indicators[share].factor
    return _quotient(indicator, spent, shares, factor)


def _implied_people(question: Question, indicator: str, members: tuple[str, ...]) -> MemberFigures | None:
    """The people as GDP ÷ GDP per head, which a producer prints from the same count."""
    per_head = question.role("size_per_head")
    if indicator != question.role("people") or per_head is None:
        return None
    constant = replace(question, basis="constant")
    size = _printed(constant, question.size, members, question.edition)
    return _quotient(indicator, size, _printed(constant, per_head, members, question.edition), Decimal(1))


def _quotient(indicator: str, above: MemberFigures, below: MemberFigures, factor: Decimal) -> MemberFigures:
    known = [member for member in above.values if below.values.get(member)]
    return MemberFigures(
        indicator=indicator,
        values={member: above.values[member] / below.values[member] * factor for member in known},
        inputs=above.inputs + below.inputs,
        missing=tuple(dict.fromkeys(above.missing + below.missing)),
        how="implied",
    )


def _from_others(question: Question, indicator: str, members: tuple[str, ...]) -> MemberFigures | None:
    """The newest edition of the day that has every member; constant prices of another base never stand in for spending."""
    if indicator == question.main:
        return None
    editions = question.account.editions(indicator=indicator, known_on=question.known_on)
    others = (_printed(question, indicator, members, edition) for edition in editions if edition != question.edition)
    return next((each for each in others if not each.missing), None)
