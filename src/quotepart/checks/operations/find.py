"""Which operations there are, and which one reads a claim."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pathlib import Path

from quotepart.checks.claims.claim import Claim
from quotepart.checks.operations.operation import Operation
from quotepart.checks.readings.readings import Setting

_NOT_OPERATIONS = ("__init__", "operation", "find")


@cache
def find_operations() -> tuple[Operation, ...]:
    """Return every operation of this folder, the most special first."""
    names = sorted(file.stem for file in Path(__file__).parent.glob("*.py") if file.stem not in _NOT_OPERATIONS)
    found: list[Operation] = [import_module(f"{__package__}.{name}").OPERATION for name in names]
    return tuple(sorted(found, key=lambda operation: (operation.order, operation.id)))


def operation_for(claim: Claim, setting: Setting) -> Operation | None:
    """Return the operation that reads ``claim``, ``None`` when none fits."""
    return next((each for each in find_operations() if each.fits(claim, setting)), None)
