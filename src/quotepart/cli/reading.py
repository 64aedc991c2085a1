"""Documents one after another as a command works through them: progress, and a word on each that can't be read."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from quotepart.cli.output import tell
from quotepart.errors import LanguageError, QuotepartError, UsageError

if TYPE_CHECKING:
    from quotepart.model.dates import Dating
    from quotepart.model.entry import Record
    from quotepart.workspace import Read, Workspace

Item = TypeVar("Item")
UNREADABLE = 3
UNDETERMINED = "und"
MANY_IN_ONE = {".jsonl", ".ndjson", ".csv"}


def dating_given(given: str | None, option: str) -> Dating | None:
    """Return the date given for ``option`` as a dating; raises ``UsageError`` when it is no ISO date."""
    from quotepart.model.dates import Dating

    if given is None:
        return None
    try:
        return Dating(date=given, how="given")
    except ValueError:
        hint = "write 2018, 2018-07 or 2018-07-12"
        raise UsageError(f"“{given}” is not a date", where=option, hint=hint) from None


def day_given(given: str | None, option: str) -> date:
    """Return the last day that the date given for ``option`` can mean, or today where none is given."""
    dating = dating_given(given, option)
    return dating.latest if dating else date.today()


def day_or_none(given: str | None, option: str) -> date | None:
    """Return the last day that the date given for ``option`` can mean, ``None`` where none is given."""
    return day_given(given, option) if given is not None else None


def exact_day_given(given: str | None, option: str) -> date | None:
    """Return the day given for ``option``, ``None`` where none is given; raises ``UsageError`` for anything but a whole day."""
    if given is None:
        return None
    try:
        return date.fromisoformat(given)
    except ValueError:
        raise UsageError(f"“{given}” is no day", where=option, hint="write 2018-07-12") from None


def number_given(given: str, option: str) -> Decimal:
    """Return the number given for ``option``, with a point or a comma; raises ``UsageError`` when it is none."""
    try:
        number = Decimal(given.replace(",", "."))
    except InvalidOperation:
        number = Decimal("nan")
    if not number.is_finite():
        raise UsageError(f"“{given}” is no number", where=option, hint="write 2 or 3.5")
    return number


def years_given(given: str | None, option: str = "--years") -> range:
    """Return the years of ``2014:2026`` or ``2024``, none where none are given; raises ``UsageError`` for anything else."""
    if given is None:
        return range(0)
    first, _, last = given.partition(":")
    if not (first.isdecimal() and (last or first).isdecimal() and int(first) <= int(last or first)):
        raise UsageError(f"“{given}” names no years", where=option, hint="write 2014:2026, or 2024")
    return range(int(first), int(last or first) + 1)


def readable(taken: Iterable[Item | QuotepartError], faults: list[QuotepartError]) -> Iterator[Item]:
    """Yield what could be read; what could not is told on stderr at once and kept in ``faults``."""
    for each in taken:
        if isinstance(each, QuotepartError):
            _keep(each, faults)
        else:
            yield each


def tell_if_unread(record: Record, faults: list[QuotepartError]) -> None:
    """Tell on stderr, and keep in ``faults``, that a document's language is none that Quotepart reads."""
    if record.lang == UNDETERMINED:
        hint = "if it is French or English all the same, name it with --lang"
        _keep(LanguageError("its language is none that Quotepart reads", where=record.document_id, hint=hint), faults)


def read_with_progress(
    workspace: Workspace, paths: list[str], faults: list[QuotepartError], *,
    lang: str | None, published: str | None, is_silent: bool = False,
) -> Iterator[Read]:  # fmt: skip
    """Yield each document that can be read with its record; what can't be is told on stderr and kept in ``faults``."""
    given = dating_given(published, "--published")
    taken = workspace.records(paths, lang=lang, published=given)
    for document, record in readable(with_progress(taken, paths, is_silent=is_silent), faults):
        yield document, record
        tell_if_unread(record, faults)


def leave_if_any(faults: list[QuotepartError]) -> None:
    """End the command with exit code 3 when an input could not be read."""
    if faults:
        what = "1 input" if len(faults) == 1 else f"{len(faults)} inputs"
        tell(f"quotepart: {what} could not be read, see above")
        sys.exit(UNREADABLE)


def with_progress(items: Iterable[Item], paths: Iterable[str], *, is_silent: bool = False) -> Iterator[Item]:
    """Yield ``items`` with a bar on stderr where that is a terminal.

    A command that prints as it goes shows no bar on the terminal it prints to; one that ``is_silent`` till its end does.
    """
    is_shown = sys.stderr.isatty() and (is_silent or not sys.stdout.isatty())
    return _with_bar(items, _count_files(list(paths))) if is_shown else iter(items)


def _keep(fault: QuotepartError, faults: list[QuotepartError]) -> None:
    faults.append(fault)
    tell(f"quotepart: {fault}")


def _with_bar(items: Iterable[Item], total: int | None) -> Iterator[Item]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("reading"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        yield from progress.track(items, total=total)


def _count_files(paths: list[str]) -> int | None:
    """How many files the paths name, ``None`` where an input may hold any number of documents."""
    if any(path == "-" or Path(path).suffix in MANY_IN_ONE for path in paths):
        return None
    folders = [Path(path) for path in paths if Path(path).is_dir()]
    return len(paths) - len(folders) + sum(file.is_file() for folder in folders for file in folder.rglob("*"))
