"""What is wrong in a pact folder, gathered so that no fault hides another."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal, InvalidOperation

from quotepart.model.dates import first_day

Report = Callable[[str], None]


class Faults:
    """What is wrong, in the order found; ``unread`` are the files that could not be read at all.

    What refers to an unread file is not checked: one mistake shall not draw a long tail of others.
    """

    def __init__(self) -> None:
        self.found: list[str] = []
        self.unread: set[str] = set()

    def add(self, where: str, message: str) -> None:
        """Note that ``message`` is true of ``where``."""
        self.found.append(f"{where}: {message}")

    def give_up(self, file: str, message: str, where: str = "") -> None:
        """Note a fault that keeps ``file`` from being read."""
        self.unread.add(file)
        self.add(where or file, message)

    def known(self, ids: Iterable[str], *files: str) -> frozenset[str] | None:
        """Return ``ids``, or ``None`` for all that may be in ``files`` where one of these is unread."""
        return None if self.unread & set(files) else frozenset(ids)


def day_of(text: str, report: Report) -> date:
    """Return the day that ``text`` names; report it and return the last day of all when it names none."""
    try:
        if len(text) == 10:
            return date.fromisoformat(text)
    except ValueError:
        pass
    report(f"“{text}” is no day; expected YYYY-MM-DD")
    return date.max


def partial_of(text: str, report: Report) -> str:
    """Return ``text`` where it is a date of any precision; report it and return nothing where it is none."""
    try:
        first_day(text)
    except ValueError:
        report(f"“{text}” is no date; expected YYYY, YYYY-MM or YYYY-MM-DD")
        return ""
    return text


def decimal_of(text: str, report: Report) -> Decimal | None:
    """Return the number that ``text`` writes plainly; report it and return nothing where it is none."""
    try:
        value = Decimal(text)
    except InvalidOperation:
        value = Decimal("nan")
    if value.is_finite():
        return value
    report(f"“{text}” is no number; expected digits with a full stop, as in 2.5")
    return None
