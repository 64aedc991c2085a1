"""A finding computed again from what it prints: formula and inputs, without the accounts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from quotepart.checks.working.formula import Cell, Reference, evaluate
from quotepart.checks.working.measured import Measured
from quotepart.checks.working.register import REGISTERS
from quotepart.errors import UsageError
from quotepart.model.wire import day_of

Json = Mapping[str, Any]


def recompute(reading: Json) -> Decimal | None:
    """Return the value of a reading as printed in JSON, from its ``formula`` and ``inputs`` alone; ``None`` without a formula.

    Raises ``UsageError`` when an input that the formula names is missing.
    """
    formula = reading.get("formula")
    if not formula or reading.get("value") is None:
        return None
    inputs = reading.get("inputs") or []
    edition = reading.get("edition") or ""
    return evaluate(formula, lambda reference: _cells(reference, inputs, edition, formula)).value


def recompute_finding(finding: Json) -> tuple[tuple[str, Decimal | None, Decimal | None], ...]:
    """Return for each reading of a finding its label, the value printed and the value computed again."""
    return tuple((each["label"], _decimal(each.get("value")), recompute(each)) for each in finding.get("readings", ()))


def _decimal(value: object) -> Decimal | None:
    return None if value is None else Decimal(str(value))


def _cells(reference: Reference, inputs: Sequence[Json], edition: str, formula: str) -> list[Cell]:
    asked = "" if reference.indicator in REGISTERS else reference.edition or edition
    found = [_cell(each) for each in inputs if _answers(each, reference, asked)]
    missing = [year for year in reference.years if year not in {cell.year for cell in found}]
    if missing and not (
        found and reference.indicator in REGISTERS
    ):  # a register has no row for a year without an event
        raise UsageError(f"no input answers {reference} for {missing[0]}", where=formula)
    return found


def _answers(each: Json, reference: Reference, edition: str) -> bool:
    return (
        each["indicator"] == reference.indicator
        and each["year"] in reference.years
        and reference.entity in _entities(each)
        and (not edition or day_of(each["edition"]) == day_of(edition))
    )


def _entities(each: Json) -> tuple[str, ...]:
    """Whose figure an input is: a value that went into a group's sum is not also its member's own."""
    member, group = each["member"], each.get("group")
    return (member, group) if group and each["indicator"] in REGISTERS else (group or member,)


def _cell(each: Json) -> Cell:
    step = Decimal(str(each.get("step") or 0))
    return Cell(each["member"], each["year"], Measured.printed(Decimal(str(each["value"])), step))
