"""What goes when members leave, in official figures: money, GDP, people in uniform, money for equipment."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Literal

from quotepart.accounts.totals import weakest
from quotepart.measures.figures import MemberFigures, figures_of
from quotepart.measures.question import Question
from quotepart.model.frozen import dataclass
from quotepart.model.observation import Basis, Observation, Status

Kind = Literal["money", "size", "forces", "equipment"]
LOOKED_BACK = 5
"""How many years back a figure is looked for when the last year does not have it for everybody."""

_BASES: tuple[Basis, ...] = ("current", "constant")


@dataclass(frozen=True, slots=True, kw_only=True)
class Loss:
    """What leaves of one thing: ``gone`` of ``whole``, in full units, in the last year that has it for everybody.

    ``gone`` and ``whole`` are ``None`` where no year has; ``missing`` then lists members without a figure in the question's
    year. ``nothing`` are leavers that have nothing of it to report. ``how`` says where the figures come from, as in
    ``MemberFigures``; ``price_base`` is set for constant prices.
    """

    kind: Kind
    indicator: str
    unit: str
    year: int
    gone: Decimal | None = None
    whole: Decimal | None = None
    basis: Basis = "current"
    price_base: int | None = None
    how: str = "printed"
    inputs: tuple[Observation, ...] = ()
    missing: tuple[str, ...] = ()
    nothing: tuple[str, ...] = ()

    @property
    def share_percent(self) -> Decimal | None:
        """What goes in per cent of the whole, ``None`` where either is not known."""
        return self.gone / self.whole * 100 if self.gone is not None and self.whole else None

    @property
    def left(self) -> Decimal | None:
        """What stays."""
        return self.whole - self.gone if self.gone is not None and self.whole is not None else None

    @property
    def status(self) -> Status:
        """The weakest status among the figures."""
        return weakest(each.status for each in self.inputs)

    @property
    def editions(self) -> tuple[str, ...]:
        """The editions of the figures, each once."""
        return tuple(dict.fromkeys(each.edition for each in self.inputs))


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """Figures of one thing for everybody asked, with the question (year and price basis) that they answer."""

    question: Question
    figures: MemberFigures

    @property
    def price_base(self) -> int | None:
        """The year of constant prices, ``None`` for current ones."""
        return self.question.edition.price_base if self.question.basis == "constant" else None


def losses_of(question: Question, leavers: Sequence[str]) -> tuple[Loss, ...]:
    """Return what goes of each thing that the pact has figures of; ``question`` is about the whole group."""
    kinds: Mapping[Kind, str | None] = {
        "money": question.main,
        "size": question.size or None,
        "forces": question.role("forces"),
        "equipment": question.role("equipment_share"),
    }
    return tuple(_loss(question, kind, indicator, leavers) for kind, indicator in kinds.items() if indicator)


def complete_figures(question: Question, kind: Kind, indicator: str) -> Figures | None:
    """Return the figures of the last year, looking back a few, that has everybody; current prices go before constant ones."""
    return next((found for found in _candidates(question, kind, indicator) if not found.figures.missing), None)


def _loss(question: Question, kind: Kind, indicator: str, leavers: Sequence[str]) -> Loss:
    pact = question.account.pact
    nothing = tuple(member for member in leavers if member in pact.indicators[indicator].without)
    unit = pact.indicators[question.main if kind == "equipment" else indicator].unit
    found = complete_figures(question, kind, indicator)
    if found is None or not found.figures.values:
        first = next(_candidates(question, kind, indicator)).figures
        return Loss(
            kind=kind, indicator=indicator, unit=unit, year=question.year, missing=first.missing, nothing=nothing
        )
    figures = found.figures
    return Loss(
        kind=kind,
        indicator=indicator,
        unit=unit,
        year=found.question.year,
        gone=sum((figures.values.get(member, Decimal(0)) for member in leavers), Decimal(0)),
        whole=figures.total,
        basis=found.question.basis,
        price_base=found.price_base,
        how=figures.how,
        inputs=figures.inputs,
        nothing=nothing,
    )


def _candidates(question: Question, kind: Kind, indicator: str) -> Iterator[Figures]:
    members = question.members
    for year in range(question.year, question.year - LOOKED_BACK - 1, -1):
        for basis in _BASES:
            asked = replace(question, year=year, basis=basis)
            figures = figures_of(asked, indicator, members)
            yield Figures(question=asked, figures=_in_money(asked, figures) if kind == "equipment" else figures)


def _in_money(question: Question, shares: MemberFigures) -> MemberFigures:
    """The money for equipment: what each spends times the share of it that goes to equipment."""
    spent = figures_of(question, question.main, question.members)
    both = [member for member in shares.values if member in spent.values]
    return MemberFigures(
        indicator=shares.indicator,
        values={member: spent.values[member] * shares.values[member] / 100 for member in both},
        inputs=spent.inputs + shares.inputs,
        missing=tuple(dict.fromkeys(spent.missing + shares.missing)),
        how=shares.how,
    )
