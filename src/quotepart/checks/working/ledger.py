"""Formulas answered from one account: cells looked up, missing ones named, inputs kept with their sources."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from quotepart.accounts.account import Account
from quotepart.accounts.tables import basis_of
from quotepart.accounts.totals import members_of
from quotepart.checks.working.formula import Cell, Reference, evaluate
from quotepart.checks.working.measured import Measured
from quotepart.checks.working.register import MEMBERS, member_input
from quotepart.model.finding import Input
from quotepart.model.frozen import dataclass
from quotepart.model.observation import Basis, Edition, Membership, Observation

KEPT = 20_000
"""How many values, and how many lists of inputs, are kept at most."""


class MissingFigureError(LookupError):
    """A figure that an edition does not have; caught where the next edition or formula is tried."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """How references are to be answered: price basis, and whose figures count in a group's sum."""

    basis: Basis = "current"
    membership: Membership = "as_published"
    base_year: int | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """What answers one reference: the cells, and the observations they were read from."""

    cells: tuple[Cell, ...]
    observations: tuple[Observation, ...]


class Ledger:
    """Look-ups for formulas in one account; what was looked up once is kept, up to a bound."""

    def __init__(self, account: Account) -> None:
        self.account = account
        self._found: dict[tuple[Reference, str, Frame], Found | None] = {}
        self._values: dict[tuple[str, str, Frame, int], Measured | None] = {}
        self._inputs: dict[tuple[str, str, Frame], tuple[Input, ...]] = {}

    def value(self, formula: str, edition: Edition, frame: Frame, shift: int = 0) -> Measured | None:
        """Return what ``formula`` comes to in ``edition``, its years moved by ``shift``; ``None`` where a figure is missing."""
        key = (formula, edition.id, frame, shift)
        if key not in self._values:
            _make_room(self._values)
            self._values[key] = self._evaluate(formula, edition, frame, shift)
        return self._values[key]

    def inputs(self, formula: str, edition: Edition, frame: Frame) -> tuple[Input, ...]:
        """Return the official values that ``formula`` draws on in ``edition``, each once; it must have a value there."""
        key = (formula, edition.id, frame)
        if key not in self._inputs:
            _make_room(self._inputs)
            self._inputs[key] = self._gather(formula, edition, frame)
        return self._inputs[key]

    def _evaluate(self, formula: str, edition: Edition, frame: Frame, shift: int) -> Measured | None:
        try:
            return evaluate(formula, lambda reference: self._look(_moved(reference, shift), edition, frame).cells)
        except (MissingFigureError, ZeroDivisionError, KeyError):
            return None

    def _gather(self, formula: str, edition: Edition, frame: Frame) -> tuple[Input, ...]:
        inputs: dict[tuple[str, ...], Input] = {}

        def look(reference: Reference) -> tuple[Cell, ...]:
            found = self._look(reference, edition, frame)
            for cell in found.cells if reference.indicator == MEMBERS else ():
                each = member_input(self.account.pact, cell.member, reference.entity, cell.year)
                inputs.setdefault((MEMBERS, str(cell.year), cell.member), each)
            for observation in found.observations:
                each = self._input(observation, reference)
                inputs.setdefault(
                    (each.indicator, str(each.year), each.member, each.group, each.edition, each.basis), each
                )
            return found.cells

        evaluate(formula, look)
        return tuple(inputs.values())

    def _look(self, reference: Reference, edition: Edition, frame: Frame) -> Found:
        chosen = self.account.edition(reference.edition) if reference.edition else edition
        key = (reference, chosen.id, frame)
        if key not in self._found:
            self._found[key] = self._find(reference, chosen, frame)
        found = self._found[key]
        if found is None:
            raise MissingFigureError(str(reference))
        return found

    def _find(self, reference: Reference, edition: Edition, frame: Frame) -> Found | None:
        if reference.indicator == MEMBERS:
            return self._members(reference)
        observations: list[Observation] = []
        for year in reference.years:
            of_year = self._of_year(reference, year, edition, frame)
            if not of_year:
                return None
            observations += of_year
        cells = tuple(Cell(each.entity, each.year, Measured.printed(each.value, each.step)) for each in observations)
        return Found(cells, tuple(observations))

    def _members(self, reference: Reference) -> Found:
        """Each member that the pact's register has at the end of the year, as one."""
        pact = self.account.pact
        present = [
            (member, year) for year in reference.years for member in pact.members_on(reference.entity, _last_day(year))
        ]
        return Found(tuple(Cell(member, year, Measured.exactly(1)) for member, year in present), ())

    def _of_year(self, reference: Reference, year: int, edition: Edition, frame: Frame) -> tuple[Observation, ...]:
        account, entity = self.account, reference.entity
        indicator = account.pact.indicators[reference.indicator]
        basis = basis_of(indicator, frame.basis)
        if entity in account.pact.members:
            own = account.observe(entity, indicator.id, year, edition=edition, basis=basis)
            return (own,) if own else ()
        if not reference.each and frame.membership == "as_published":
            printed = account.observe(entity, indicator.id, year, edition=edition, basis=basis)
            if printed:
                return (printed,)
        if not reference.each and indicator.kind != "sum":
            return ()
        today = edition.published
        members = members_of(account.pact, entity, year, frame.membership, today=today, base_year=frame.base_year)
        counted = [member for member in members if member not in indicator.without]
        found = [account.observe(member, indicator.id, year, edition=edition, basis=basis) for member in counted]
        return tuple(each for each in found if each) if all(found) else ()

    def _input(self, observation: Observation, reference: Reference) -> Input:
        return Input(
            member=observation.entity,
            year=observation.year,
            indicator=observation.indicator,
            value=observation.value,
            unit=observation.unit,
            basis=observation.basis,
            status=observation.status,
            edition=observation.edition,
            source=self.account.source(observation).cited,
            group="" if observation.entity == reference.entity else reference.entity,
            step=observation.step,
        )


def _last_day(year: int) -> date:
    return date(year, 12, 31)


def _make_room(kept: dict[Any, Any]) -> None:
    """Forget everything once too much is kept: simple, rare, and the memory stays bounded."""
    if len(kept) >= KEPT:
        kept.clear()


def _moved(reference: Reference, shift: int) -> Reference:
    if not shift:
        return reference
    first, last = reference.first + shift, reference.last + shift
    return Reference(reference.indicator, reference.entity, first, last, reference.edition, reference.each)


def as_text(value: Decimal) -> str:
    """Return a decimal as a formula writes it, without exponent.

    >>> as_text(Decimal("2.50"))
    '2.5'
    """
    return f"{value.normalize():f}"
